"""What an action is, and the one way to run one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QCoreApplication

from command_center.commands.local import KEPT_LOCALLY
from command_center.commands.undo import Undo
from command_center.domain.errors import Conflict, NotAllowed, OperatorError
from command_center.domain.incident import Incident, IncidentStatus
from command_center.domain.permissions import Permission
from command_center.ports import Outcome
from command_center.ui.losses import Loss
from command_center.ui.seat import Seat

Reason = str | None
"""Why an action is greyed out, as a code of ui.sentences; None: it can run."""


def why_ended(incident: Incident) -> Reason:
    """Why nothing is done about an incident any more; None: it is open."""
    if incident.is_open:
        return None
    merged = incident.status is IncidentStatus.MERGED
    return "incident_is_merged" if merged else "incident_is_closed"


class Group(StrEnum):
    """Which menu an action stands in."""

    INCIDENT = "incident"
    CALL = "call"
    UNIT = "unit"
    ALARM = "alarm"
    SESSION = "session"
    VIEW = "view"
    WALL = "wall"


@dataclass(frozen=True, slots=True)
class Action:
    """`text` is the Indonesian source text; `key` a portable key sequence ("" = none).

    `enabled` says why not, in terms of what this seat has selected; `run` starts it and returns.
    """

    id: str
    text: str
    key: str
    permission: Permission
    enabled: Callable[[Seat], Reason]
    run: Callable[[Seat], None]

    @property
    def group(self) -> Group:
        return Group(self.id.split(".", 1)[0])

    @property
    def label(self) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("Actions", self.text)

    def reason(self, seat: Seat) -> Reason:
        """Why it cannot run now: the curtain, the role, then what is selected."""
        if seat.may(self.permission):
            return self.enabled(seat)
        if seat.past:
            return "playback_read_only"
        return "not_allowed" if seat.person.signed_in else "sign_in_first"

    def perform(self, seat: Seat) -> None:
        """Run it, or say in one sentence why not."""
        reason = self.reason(seat)
        if reason is None:
            self.run(seat)
        elif reason == "not_allowed":
            seat.notices.failed(NotAllowed(reason, role=seat.act.role))
        else:
            seat.notices.failed(OperatorError(reason))


def always(seat: Seat) -> Reason:
    return None


def asks(action_id: str, subject: Callable[[Seat], str | None]) -> Callable[[Seat], None]:
    """A `run` that leaves the rest to the panel which answers to `action_id`."""

    def run(seat: Seat) -> None:
        seat.asking.ask(action_id, subject(seat))

    return run


UndoOf = Callable[[Outcome], Undo | None]


def undo_of(entity: str, id: str) -> UndoOf:
    """Takes back what the entry did to a row that is known beforehand."""
    return lambda outcome: Undo(entity, id, outcome.op_id)


def undo_result(entity: str, key: str) -> UndoOf:
    """Takes back what the entry did to a row it made: its id is in the outcome's result."""

    def undo(outcome: Outcome) -> Undo | None:
        id = outcome.result.get(key)
        return Undo(entity, str(id), outcome.op_id) if id else None

    return undo


def held_now(seat: Seat, unit_id: str) -> str:
    """The assignment that this seat sees the unit held by, "" for none."""
    held = seat.situation.active_assignment(unit_id)
    return held.id if held else ""


TOLD = object()
"""In place of a number that only the command knows."""


def submit(
    seat: Seat,
    command: Any,
    undo: UndoOf | None = None,
    failed: Callable[[OperatorError], None] | None = None,
    stored: Callable[[], None] | None = None,
    **params: object,
) -> None:
    """Hand a command over and say afterwards what happened: the entry's kind with its undo for
    5 s, or the error. `failed` or `stored` is told beside that, for a form that stays open until
    it is kept. Of `params` those that are `TOLD` come from what the command said it did."""

    def done(outcome: Outcome) -> None:
        taken_back = undo(outcome) if undo and outcome.seq is not None else None
        kind = KEPT_LOCALLY if outcome.local else outcome.kind
        told: dict[str, Any] = dict(params)
        told |= {n: outcome.result.get(n, 0) for n, value in params.items() if value is TOLD}
        seat.notices.done(kind, taken_back, **told)
        if stored is not None:
            stored()

    def refused(error: OperatorError) -> None:
        seat.notices.failed(error)
        if isinstance(error, Conflict):
            seat.notices.lost.emit(Loss(command, error, undo, params))
        if failed is not None:
            failed(error)

    seat.submit(command, done, refused)
