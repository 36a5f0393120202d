"""One key for what a unit is likely to say next, and the jobs that wait for it."""

from __future__ import annotations

from command_center.commands.order_task import HearTask
from command_center.commands.stack import StartStacked
from command_center.domain.errors import NotAllowed, OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.unit import TaskKind, UnitStatus
from command_center.situation.board import BoardRow
from command_center.situation.meaning import NextStep, confirmed, next_step
from command_center.ui.actions.action import submit, undo_of
from command_center.ui.actions.unit import acknowledge, set_status
from command_center.ui.seat import Seat

STATUS = {
    NextStep.DEPART: UnitStatus.EN_ROUTE,
    NextStep.ARRIVE: UnitStatus.ON_SCENE,
    NextStep.LEAVE: UnitStatus.RETURNING,
    NextStep.READY: UnitStatus.AVAILABLE,
}


def why_not(row: BoardRow, seat: Seat) -> str | None:
    """Why the next step cannot be said for the unit here, as a code; None: it can."""
    step = next_step(row)
    if step is None:
        return "unit_has_no_step"
    starts = step is NextStep.START
    if not seat.may(Permission.DISPATCH if starts else Permission.SET_UNIT_STATUS):
        return "not_allowed" if seat.person.signed_in else "sign_in_first"
    return None if seat.may_move(row.id) else "not_your_agency"


def take_step(row: BoardRow, seat: Seat) -> None:
    """Say it, or why not."""
    reason, step = why_not(row, seat), next_step(row)
    if reason == "not_allowed":
        seat.notices.failed(NotAllowed(reason, role=seat.act.role))
    elif reason is not None or step is None:
        seat.notices.failed(OperatorError(reason or "unit_has_no_step", unit=row.call_sign))
    elif step is NextStep.HEAR:
        _hear(row, seat)
    elif step is NextStep.ACCEPT:
        acknowledge(seat, row.id)
    elif step is NextStep.START:
        start(row, 0, seat)
    else:
        _say(row, STATUS[step], seat)


def _say(row: BoardRow, status: UnitStatus, seat: Seat) -> None:
    """What it seems to do it has done since its positions say so."""
    seen = confirmed(row)
    if seen is not None and seen.status is status:
        submit(seat, seen, undo_of("unit", row.id), unit=row.call_sign)
    else:
        set_status(seat, row.id, status)


def _hear(row: BoardRow, seat: Seat) -> None:
    """Of several the one that is red first."""
    task = min(row.unheard, key=lambda task: task.kind is not TaskKind.CANCEL)
    submit(seat, HearTask(task.task_id), unit=row.call_sign)


def start(row: BoardRow, place: int, seat: Seat) -> None:
    """The job that waits at `place`, in the words it was given and at the address that is shown."""
    job = row.waiting[place]
    incident = seat.situation.incident(job.incident_id)
    command = StartStacked(job.assignment_id, address=incident.address if incident else None)
    undo = undo_of("assignment", job.assignment_id)
    submit(seat, command, undo, unit=row.call_sign, number=job.number)
