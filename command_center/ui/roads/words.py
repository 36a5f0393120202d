"""What is said of closures and of the map of streets."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from command_center.domain.unit import RoadClosure
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill
from command_center.ui.due_time import due_text
from command_center.ui.format import age, count, moment
from command_center.ui.roads.lines import Look
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence

translate = QCoreApplication.translate


def shut_text(look: Look | None, line: tuple[tuple[float, float], ...]) -> str:
    """How many stretches a closure shuts, or why nobody knows. "" until it was asked."""
    if look is None:
        return ""
    if look.why:
        return translate("Roads", "ruas belum dapat dihitung")
    shut = look.shut.get(line)
    if shut is None:
        return ""
    if not shut:
        return translate("Roads", "tidak mengenai jalan mana pun di peta jalan")
    return fill(translate("Roads", "menutup %1 ruas"), count(shut))


def until_text(closure: RoadClosure, now: datetime, seat: Seat) -> str:
    """Until when it is expected to be closed: it opens when somebody says so."""
    if closure.until is None:
        return ""
    if closure.until <= now:
        late = age((now - closure.until).total_seconds())
        return fill(translate("Roads", "lewat perkiraan %1"), late)
    return fill(translate("Roads", "s.d. %1"), due_text(closure.until, now, seat.zone))


def since_text(closure: RoadClosure, now: datetime, seat: Seat) -> str:
    """ "sejak 22-11 14:05 · s.d. 16:00"."""
    since = fill(translate("Roads", "sejak %1"), moment(closure.closed_at.isoformat(), seat.zone))
    return " · ".join(part for part in (since, until_text(closure, now, seat)) if part)


def told_text(closure: RoadClosure, look: Look | None, names: Names) -> str:
    """Who closed it, why, and what that shuts."""
    parts = (names.person(closure.closed_by), closure.reason, shut_text(look, closure.line))
    return " · ".join(part for part in parts if part)


def roads_text(value: Mapping[str, Any] | None, why: str, seat: Seat) -> str:
    """The map of streets the room reckons with: where it is from, how large, whose; and what is
    wrong with it on this machine."""
    if value is None:
        return sentence("no_roads", {})
    text = translate("Roads", "Peta jalan: %1 · %2 ruas, %3 simpul · diimpor %4")
    parts = [
        fill(
            text,
            str(value.get("source", "?")),
            count(_whole(value.get("edges"))),
            count(_whole(value.get("nodes"))),
            moment(str(value.get("imported_at", "")), seat.zone),
        )
    ]
    if islands := _whole(value.get("islands")):
        parts.append(fill(translate("Roads", "%1 bagian terpisah"), count(islands)))
    licence = str(value.get("licence", "")).strip()
    parts.append(licence or translate("Roads", "lisensi tidak dicatat"))
    told = " · ".join(parts)
    return f"{told}\n{sentence(why, {})}" if why else told


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0
