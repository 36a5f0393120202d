"""What the health dots and the health panel say, from the telemetry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from command_center.domain.room import Source, SourceKind
from command_center.ports import Health
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence
from command_center.video.model import CameraState

OK, DEGRADED, DOWN = "ok", "degraded", "down"


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


@dataclass(frozen=True, slots=True)
class Tally:
    """`good` of `total`; `state` is the worst that matters for one dot."""

    good: int
    total: int

    @property
    def state(self) -> str:
        if self.good == self.total:
            return OK
        return DEGRADED if self.good else DOWN


def source_line(seat: Seat, source: Source) -> HealthLine:
    """A source that was never heard of is no success: it counts as degraded."""
    health = seat.situation.health.get(("source", source.id))
    if not source.enabled:
        state, code, params = OK, "source_off", {}
    elif health is not None:
        state, code, params = health.state, health.code, dict(health.params)
    elif source.kind is SourceKind.MANUAL:
        state, code, params = OK, "source_manual", {}
    else:
        state, code, params = DEGRADED, "source_never", {}
    return _line("source", source.id, source.name, state, sentence(code, params), health)


def database_line(seat: Seat, name: str, kind: str = "database") -> HealthLine | None:
    """None until the database, or who makes its backups, has said how it is."""
    found = next((h for (k, _), h in seat.situation.health.items() if k == kind), None)
    if found is None:
        return None
    text = sentence(found.code, found.params)
    return _line(kind, found.id, name, found.state, text, found)


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
    """Every source, the worst first, then by name."""
    lines = [source_line(seat, source) for source in seat.situation.all("source")]
    worst = {DOWN: 0, DEGRADED: 1, OK: 2}
    return sorted(lines, key=lambda line: (worst.get(line.state, 0), line.name))


def source_tally(seat: Seat) -> Tally:
    """Of the sources that are switched on; equals the panel's lines."""
    lines = [source_line(seat, s) for s in seat.situation.all("source") if s.enabled]
    return Tally(sum(1 for line in lines if line.state == OK), len(lines))


def camera_tally(seat: Seat) -> Tally:
    """Of the cameras this seat shows: how many pictures can be believed to be now."""
    states = [seat.engine.status(camera.id).state for camera in seat.situation.all("camera")]
    shown = [state for state in states if state is not CameraState.OFF]
    return Tally(sum(1 for state in shown if state is CameraState.LIVE), len(shown))
