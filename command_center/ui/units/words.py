"""What the board says, in the language of the screen."""

from __future__ import annotations

import html
from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from command_center.domain.unit import UnitStatus
from command_center.ui import format as written
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.units.lines import Group, GroupLine, Line, UnitLine

translate = QCoreApplication.translate
HOUR_S = 3600
SQUAD = 10
"""From this crew on the number of people matters more than that it is one vehicle."""

_STATUS: Mapping[UnitStatus, str] = {
    UnitStatus.AVAILABLE: QT_TRANSLATE_NOOP("Status", "Siap"),
    UnitStatus.ORDERED: QT_TRANSLATE_NOOP("Status", "Diperintah"),
    UnitStatus.EN_ROUTE: QT_TRANSLATE_NOOP("Status", "Menuju TKP"),
    UnitStatus.ON_SCENE: QT_TRANSLATE_NOOP("Status", "Di TKP"),
    UnitStatus.STAGED: QT_TRANSLATE_NOOP("Status", "Plotting"),
    UnitStatus.RETURNING: QT_TRANSLATE_NOOP("Status", "Kembali"),
    UnitStatus.BREAK: QT_TRANSLATE_NOOP("Status", "Isoma"),
    UnitStatus.UNAVAILABLE: QT_TRANSLATE_NOOP("Status", "Tidak siap"),
    UnitStatus.OFF_DUTY: QT_TRANSLATE_NOOP("Status", "Lepas dinas"),
    UnitStatus.UNKNOWN: QT_TRANSLATE_NOOP("Status", "Tidak diketahui"),
}

_AWAY = frozenset({UnitStatus.UNAVAILABLE, UnitStatus.BREAK, UnitStatus.OFF_DUTY})


def status_text(status: UnitStatus) -> str:
    return translate("Status", _STATUS[status])


def group_title(group: Group) -> str:
    if group.title:
        if group.asked:
            return translate("Units", "%1 (diminta)").replace("%1", group.title.upper())
        return group.title.upper()
    if group.id in list(UnitStatus):
        return status_text(UnitStatus(group.id)).upper()
    return translate("Units", "Di luar wilayah").upper()


def group_count(line: GroupLine) -> str:
    text = translate("Units", "%1 siap / %2")
    return text.replace("%1", str(line.ready)).replace("%2", str(line.total))


def call_sign(line: UnitLine) -> str:
    """With its crew where that is more than a patrol: "DALMAS 1 (30)"."""
    crew = line.row.crew
    return f"{line.row.call_sign} ({crew})" if crew >= SQUAD else line.row.call_sign


def why_away(line: UnitLine) -> str:
    """Why it cannot be sent, in the words of whoever said so; "" where nobody did."""
    return line.row.status_reason if line.shown in _AWAY else ""


def where(line: UnitLine) -> str:
    """The incident it is on and the first part of its address, why it is away, or its area."""
    row = line.row
    if row.incident_number is None:
        away = why_away(line) or line.area.name
        return translate("Units", "%1 (lokal)").replace("%1", away) if row.kept else away
    number = written.number_sign(row.incident_number, row.incident_alias)
    if row.disputed is not None:
        other = written.number_sign(*row.disputed)
        return translate("Units", "konflik %1 dan %2").replace("%1", number).replace("%2", other)
    if row.kept:
        return translate("Units", "%1 lokal").replace("%1", number)
    if row.unanswered:
        return translate("Units", "%1 belum dijawab").replace("%1", number)
    return f"{number} {row.incident_address.partition(',')[0]}".rstrip()


def where_short(line: UnitLine) -> str:
    """What a narrow cell can say of it without cutting words of ours."""
    number = line.row.incident_number
    if line.row.disputed is not None:
        return translate("Units", "konflik")
    if number is not None:
        return written.number_sign(number, line.row.incident_alias)
    return why_away(line) or line.area.name


def in_status(line: UnitLine, now: datetime) -> str:
    return written.age((now - line.row.since).total_seconds())


def heard(line: UnitLine, now: datetime) -> str:
    """The age of its position, in whole hours from an hour on; a dash if it sends none."""
    at = line.row.position_at
    if at is None:
        return "–"
    seconds = (now - at).total_seconds()
    return written.age(seconds if seconds < HOUR_S else seconds // HOUR_S * HOUR_S)


def spoken(line: Line) -> str:
    """The line for a screen reader."""
    if isinstance(line, GroupLine):
        return f"{group_title(line.group)}, {group_count(line)}"
    parts = (call_sign(line), status_text(line.shown), where(line))
    return ", ".join(part for part in parts if part)


def tip(line: UnitLine, now: datetime, home: str) -> str:
    """Everything of a unit, line by line, as rich text in which nothing of outside is markup."""
    row = line.row
    parts = [
        f"{row.call_sign} · {row.agency_short}",
        translate("Units", "%1 orang").replace("%1", str(row.crew)),
        f"{status_text(line.shown)} · {in_status(line, now)}",
        where(line),
        line.area.name if why_away(line) else "",
        translate("Units", "Tersimpan lokal, belum di ruang") if row.kept else "",
        translate("Units", "Pangkalan: %1").replace("%1", home or "–"),
        translate("Units", "Umur posisi: %1").replace("%1", heard(line, now)),
    ]
    return "<p>" + "<br>".join(html.escape(part) for part in parts if part) + "</p>"
