"""What a unit's status means for whoever reads the board: whether its age is news, whether the unit
is silent, and what it is most likely to say next. Labels and colours are the room's own words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from command_center.commands.dispatch import SetUnitStatus
from command_center.domain.errors import OperatorError
from command_center.domain.room import RoomSetting
from command_center.domain.targets import Targets
from command_center.domain.unit import TaskKind, UnitStatus
from command_center.domain.unit_words import (
    DEFAULT_WORDS,
    LIMITS_SETTING,
    WORDS_SETTING,
    UnitLimits,
    UnitWord,
    Words,
    default_limits,
    limits_of,
    words_of,
)
from command_center.situation.board import BoardRow
from command_center.situation.seeming import Seems
from command_center.situation.situation import Situation

MOVES_MPS = 1.0


@dataclass(frozen=True, slots=True)
class Meaning:
    """The words and limits in force. `*_version` of the setting, 0 = there is none; `fault` = why
    the room's own are not shown, and the program's are."""

    words: Words
    limits: UnitLimits
    words_version: int = 0
    limits_version: int = 0
    fault: OperatorError | None = None

    def word(self, status: UnitStatus) -> UnitWord:
        return self.words[status]


def meaning_of(situation: Situation, targets: Targets) -> Meaning:
    words, limits = DEFAULT_WORDS, default_limits(targets)
    kept, bounds = _setting(situation, WORDS_SETTING), _setting(situation, LIMITS_SETTING)
    fault: OperatorError | None = None
    try:
        words = words_of(kept.value) if kept else words
        limits = limits_of(bounds.value, targets) if bounds else limits
    except OperatorError as error:
        fault = error
    versions = (kept.version if kept else 0, bounds.version if bounds else 0)
    return Meaning(words, limits, *versions, fault)


def room_words(situation: Situation) -> Words:
    """The words in force; the program's where the room's own cannot be read."""
    kept = _setting(situation, WORDS_SETTING)
    try:
        return words_of(kept.value) if kept else DEFAULT_WORDS
    except OperatorError:
        return DEFAULT_WORDS


def _setting(situation: Situation, name: str) -> RoomSetting | None:
    row = situation.get("room_setting", name)
    return row if isinstance(row, RoomSetting) else None


def limit_s(status: UnitStatus, limits: UnitLimits) -> int | None:
    """How long a unit may be in the status before that is news, None: as long as it likes."""
    name = _LIMIT.get(status)
    limit: int | None = getattr(limits, name) if name is not None else None
    return limit


_LIMIT = {
    UnitStatus.ORDERED: "ordered_s",
    UnitStatus.EN_ROUTE: "en_route_s",
    UnitStatus.ON_SCENE: "on_scene_s",
    UnitStatus.RETURNING: "returning_s",
    UnitStatus.BREAK: "break_s",
}


def is_overdue(row: BoardRow, now: datetime, limits: UnitLimits) -> bool:
    """Longer in its status than the room lets it be."""
    limit = limit_s(row.status, limits)
    return limit is not None and (now - row.in_status_since).total_seconds() > limit


class Silence(StrEnum):
    """A unit at work that has not said a word for too long, and its position in the meantime."""

    NONE = "none"
    MOVING = "moving"
    STILL = "still"


def silence(row: BoardRow, now: datetime, limits: UnitLimits, targets: Targets) -> Silence:
    """`STILL` also where nobody knows: no position is no sign that it moves."""
    if row.status not in (UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE):
        return Silence.NONE
    if (now - (row.word_at or row.since)).total_seconds() <= limits.silent_s:
        return Silence.NONE
    fresh = row.position_at is not None and not _is_old(row.position_at, now, targets)
    moves = fresh and (row.speed_mps or 0.0) >= MOVES_MPS
    return Silence.MOVING if moves else Silence.STILL


def _is_old(at: datetime, now: datetime, targets: Targets) -> bool:
    return (now - at).total_seconds() > targets.position_stale_s


class NextStep(StrEnum):
    """What one key says for a unit."""

    HEAR = "hear"
    ACCEPT = "accept"
    DEPART = "depart"
    ARRIVE = "arrive"
    LEAVE = "leave"
    READY = "ready"
    START = "start"


def next_step(row: BoardRow) -> NextStep | None:
    """The next thing the unit is likely to say: that it heard what is red, that it does what it
    seems to do, then the steps of an order as they follow each other."""
    seems = _SEEMS.get(row.seems.kind) if row.seems is not None else None
    if seems is not None and not any(task.kind is TaskKind.CANCEL for task in row.unheard):
        return seems
    if row.unheard:
        return NextStep.HEAR
    if row.holder:
        return NextStep.ACCEPT if row.unanswered else _FOLLOWS.get(row.status)
    return NextStep.START if row.waiting else None


_FOLLOWS = {UnitStatus.ORDERED: NextStep.DEPART, UnitStatus.EN_ROUTE: NextStep.ARRIVE}
_SEEMS = {
    Seems.SET_OFF: NextStep.DEPART,
    Seems.THERE: NextStep.ARRIVE,
    Seems.LEFT: NextStep.LEAVE,
    Seems.BACK: NextStep.READY,
    Seems.RESTED: NextStep.READY,
}


def confirmed(row: BoardRow) -> SetUnitStatus | None:
    """What a person says who knows that the unit does what it seems to do; from when it seemed so,
    unless the unit has said something of itself since. None: there is nothing to confirm."""
    if row.seems is None or row.seems.status is None:
        return None
    at = max(row.seems.at, row.since)
    return SetUnitStatus(row.id, row.seems.status, at, holder=row.holder)


def read_status(row: BoardRow, now: datetime, targets: Targets) -> UnitStatus:
    """What the row reads as to somebody who goes by the suggestion it shows, if it shows one: a
    search, and what the unit has not heard, stand in its place."""
    seems = row.seems
    if seems is None or seems.status is None or row.unheard or row.welfare is not None:
        return row.shown_status(now, targets)
    return seems.status


_PAUSES = {
    UnitStatus.ORDERED: (60.0, 0.0),
    UnitStatus.EN_ROUTE: (150.0, 0.2),
    UnitStatus.ON_SCENE: (180.0, 0.2),
    UnitStatus.RETURNING: (150.0, 0.2),
    UnitStatus.BREAK: (300.0, 0.1),
}
"""After a unit has said that it still is: seconds, or this share of the time it has been at it.
What should be over is over any moment; what takes long is not asked for again and again."""
ASK_BEFORE_S = 90.0
"""A unit is asked for before it is lost, so that it need not be."""


class Ask(StrEnum):
    """Why nobody can tell from here what the unit does. `USUAL`: others are done by then."""

    CONFLICT = "conflict"
    LOST = "lost"
    LONG = "long"
    USUAL = "usual"


def to_ask(row: BoardRow, now: datetime, limits: UnitLimits, targets: Targets) -> Ask | None:
    """Whether somebody should call the unit: it says it is at work and nobody has sent it, has not
    been heard of for almost too long, or has been at one thing for longer than it should, or than
    is usual where no position says more. An order that is not answered rings, which is no business
    of this."""
    if row.status in (UnitStatus.OFF_DUTY, UnitStatus.UNAVAILABLE) or row.contains:
        return None
    if row.status in (UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE) and not row.holder:
        return Ask.CONFLICT
    soon = now + timedelta(seconds=ASK_BEFORE_S)
    if row.shown_status(soon, targets) is UnitStatus.UNKNOWN:
        return Ask.LOST
    why = _too_long(row, now, limits, targets)
    return why if why is not None and now.timestamp() > _ask_again_at(row, limits) else None


def _too_long(row: BoardRow, now: datetime, limits: UnitLimits, targets: Targets) -> Ask | None:
    if row.status is not UnitStatus.ORDERED and is_overdue(row, now, limits):
        return Ask.LONG
    if row.usual_s is None or row.unanswered:
        return None
    watched = row.position_at is not None and not _is_old(row.position_at, now, targets)
    over = now.timestamp() > _usual_end(row, row.usual_s)
    return Ask.USUAL if over and not watched else None


def _usual_end(row: BoardRow, usual_s: float) -> float:
    """As Unix time; an order takes its time from when it was heard."""
    heard = row.status is UnitStatus.ORDERED
    began = (row.word_at or row.since) if heard else row.in_status_since
    return began.timestamp() + usual_s


def _ask_again_at(row: BoardRow, limits: UnitLimits) -> float:
    """A unit that has just said what it is at is left alone for a while, as Unix time."""
    least_s, share = _PAUSES.get(row.status, (float(limits.silent_s), 0.0))
    said_at = row.word_at or row.since
    pause_s = max(least_s, share * (said_at - row.in_status_since).total_seconds())
    bounds = (limits.silent_s, limit_s(row.status, limits), row.usual_s)
    return said_at.timestamp() + min(pause_s, *(bound for bound in bounds if bound))


def changes_at(row: BoardRow, limits: UnitLimits, targets: Targets) -> list[float]:
    """Unix times at which the row reads differently although nobody says anything."""
    stale_s = targets.status_stale_s if row.position_at is None else targets.position_stale_s
    lost_at = row.heard_at.timestamp() + stale_s
    times = [lost_at - ASK_BEFORE_S, lost_at, row.since.timestamp() + targets.status_stale_s]
    limit = limit_s(row.status, limits)
    if limit is not None:
        times += [row.in_status_since.timestamp() + limit, _ask_again_at(row, limits)]
    if row.usual_s is not None:
        times.append(_usual_end(row, row.usual_s))
    if row.status in (UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE):
        times.append((row.word_at or row.since).timestamp() + limits.silent_s)
    if row.position_at is not None:
        times.append(row.position_at.timestamp() + targets.position_stale_s)
    return sorted(times)
