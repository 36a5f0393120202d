"""What the health dots and the health panel say, from the telemetry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

from PySide6.QtCore import QCoreApplication

from command_center.domain.referral import DeliveryState
from command_center.domain.room import Source, SourceKind
from command_center.ports import Health
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence
from command_center.video.model import CameraState

translate = QCoreApplication.translate
OK, WAITING, DEGRADED, DOWN = "ok", "waiting", "degraded", "down"
WORST = {DOWN: 0, DEGRADED: 1, WAITING: 2, OK: 3}
_LOOKED_AT = 300
# Health that is no source's, by its kind; %1 is whom it reaches.
SERVICES = {
    "gateway": QT_TRANSLATE_NOOP("Health", "Gerbang masuk"),
    "delivery": QT_TRANSLATE_NOOP("Health", "Pesan ke %1"),
    "files": QT_TRANSLATE_NOOP("Health", "Folder berkas %1"),
    "mail": QT_TRANSLATE_NOOP("Health", "Surel"),
    "orders": QT_TRANSLATE_NOOP("Health", "Perintah ke unit"),
    "attachments": QT_TRANSLATE_NOOP("Health", "Lampiran laporan"),
}


@dataclass(frozen=True, slots=True)
class HealthLine:
    """One source or the database. `sentence` is in the language of the screen."""

    kind: str
    id: str
    name: str
    state: str
    sentence: str
    last_ok_at: datetime | None
    next_try_at: datetime | None
    lag_s: float | None = None
    """How far behind the world it is: what it brought last, or what waits in it longest."""


@dataclass(frozen=True, slots=True)
class Tally:
    """`good` of `total`, `waiting` more of them for their first word; `state` is the worst that
    matters for one dot."""

    good: int
    total: int
    waiting: int = 0

    @property
    def state(self) -> str:
        if self.good + self.waiting == self.total:
            return OK
        return DEGRADED if self.good else DOWN


def source_line(seat: Seat, source: Source) -> HealthLine:
    """A source that was never heard of is no success: one that is read counts as degraded, one
    that sends by itself waits."""
    health = seat.situation.health.get(("source", source.id))
    if not source.enabled:
        state, code, params = OK, "source_off", {}
    elif health is not None:
        state, code, params = health.state, health.code, dict(health.params)
    elif source.kind is SourceKind.MANUAL:
        state, code, params = OK, "source_manual", {}
    elif source.kind is SourceKind.PUSH:
        state, code, params = WAITING, "source_waiting", {}
    else:
        state, code, params = DEGRADED, "source_never", {}
    return _line("source", source.id, source_name(source), state, sentence(code, params), health)


def source_name(source: Source) -> str:
    """What is typed here bears the name of where it came from, as the source that sends it may."""
    if source.kind is SourceKind.MANUAL:
        return translate("Health", "%1, dicatat di ruang").replace("%1", source.name)
    return source.name


def database_line(seat: Seat, name: str, kind: str = "database") -> HealthLine | None:
    """None until the database, or who makes its backups, has said how it is."""
    found = next((h for (k, _), h in seat.situation.health.items() if k == kind), None)
    if found is None:
        return None
    text = sentence(found.code, found.params)
    return _line(kind, found.id, name, found.state, text, found)


def program_line(seat: Seat) -> HealthLine | None:
    """Of the program at this workstation, None until it was told."""
    found = seat.situation.health.get(("program", seat.act.workstation))
    if found is None:
        return None
    version = str(found.params.get("version", "?"))
    name = translate("Health", "Program %1").replace("%1", version)
    return _line("program", found.id, name, found.state, sentence(found.code, found.params), found)


def _line(
    kind: str, id: str, name: str, state: str, text: str, health: Health | None
) -> HealthLine:
    return HealthLine(
        kind=kind,
        id=id,
        name=name,
        state=state,
        sentence=text,
        last_ok_at=health.last_ok_at if health else None,
        next_try_at=health.next_try_at if health else None,
    )


def source_lines(seat: Seat) -> list[HealthLine]:
    """Every source, the worst first, then by name; of two with one name each says its own id."""
    lines = [source_line(seat, source) for source in seat.situation.all("source")]
    named = Counter(line.name.casefold() for line in lines)
    apart = [
        replace(line, name=f"{line.name} · {line.id}") if named[line.name.casefold()] > 1 else line
        for line in lines
    ]
    return sorted(apart, key=lambda line: (WORST.get(line.state, 0), line.name))


def service_lines(seat: Seat) -> list[HealthLine]:
    """What goes out, what comes in by file or gateway, and attachments; the worst first."""
    found = [h for (kind, _), h in seat.situation.health.items() if kind in SERVICES]
    lines = [
        _line(h.kind, h.id, _service_name(seat, h), h.state, sentence(h.code, h.params), h)
        for h in found
    ]
    return sorted(lines, key=lambda line: (WORST.get(line.state, 0), line.kind, line.name))


def _service_name(seat: Seat, health: Health) -> str:
    source = seat.situation.source(health.id)
    name = translate("Health", SERVICES[health.kind])
    return name.replace("%1", source.name if source is not None else health.id)


def with_lag(seat: Seat, lines: Sequence[HealthLine], now: datetime) -> list[HealthLine]:
    """Each line with its lag: of one that is down, since it was last heard."""
    brought, waiting = _brought(seat), _waiting(seat)
    shown = []
    for line in lines:
        lag_s: float | None = None
        if line.state == DOWN and line.last_ok_at is not None:
            lag_s = (now - line.last_ok_at).total_seconds()
        elif line.kind == "source":
            lag_s = brought.get(line.id)
        elif line.kind == "delivery" and line.id in waiting:
            lag_s = (now - waiting[line.id]).total_seconds()
        shown.append(replace(line, lag_s=lag_s))
    return shown


def _brought(seat: Seat) -> dict[str, float]:
    """By source: how old its newest report was when it arrived, of the last ones in the room."""
    found: dict[str, float] = {}
    reports = reversed(seat.situation.tables.rows["report"].values())
    for report in islice(reports, _LOOKED_AT):
        if report.source_id not in found and report.occurred_at is not None:
            late_s = (report.received_at - report.occurred_at).total_seconds()
            found[report.source_id] = max(0.0, late_s)
    return found


def _waiting(seat: Seat) -> dict[str, datetime]:
    """By reach: since when the message that waits longest does."""
    found: dict[str, datetime] = {}
    for row in seat.situation.all("delivery"):
        if row.state is DeliveryState.WAITING:
            found[row.reach] = min(row.made_at, found.get(row.reach, row.made_at))
    return found


def source_tally(seat: Seat) -> Tally:
    """Of the sources that are switched on; equals the panel's lines."""
    lines = [source_line(seat, s) for s in seat.situation.all("source") if s.enabled]
    good, waiting = (sum(1 for line in lines if line.state == state) for state in (OK, WAITING))
    return Tally(good, len(lines), waiting)


def camera_tally(seat: Seat) -> Tally:
    """Of the cameras this seat shows: how many pictures can be believed to be now."""
    states = [seat.engine.status(camera.id).state for camera in seat.situation.all("camera")]
    shown = [state for state in states if state is not CameraState.OFF]
    return Tally(sum(1 for state in shown if state is CameraState.LIVE), len(shown))
