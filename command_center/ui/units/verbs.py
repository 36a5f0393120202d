"""The table's unit actions for several units at once: which of them each fits, and doing it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from command_center.domain.unit import UnitStatus
from command_center.situation.board import BoardRow
from command_center.ui.actions.action import Action
from command_center.ui.actions.unit import UNIT_ACTIONS, acknowledge, release, set_status
from command_center.ui.seat import Seat

STATUS_OF: Mapping[str, UnitStatus] = {
    "unit.available": UnitStatus.AVAILABLE,
    "unit.en_route": UnitStatus.EN_ROUTE,
    "unit.on_scene": UnitStatus.ON_SCENE,
    "unit.staged": UnitStatus.STAGED,
    "unit.returning": UnitStatus.RETURNING,
    "unit.break": UnitStatus.BREAK,
    "unit.unavailable": UnitStatus.UNAVAILABLE,
    "unit.off_duty": UnitStatus.OFF_DUTY,
}
_ON_ORDER: Mapping[str, Callable[[Seat, str], None]] = {
    "unit.acknowledge": acknowledge,
    "unit.release": release,
}
VERBS: tuple[Action, ...] = tuple(
    action for action in UNIT_ACTIONS if action.id in STATUS_OF or action.id in _ON_ORDER
)


def needs(verb: Action, row: BoardRow) -> bool:
    """Whether the verb would say anything new of this unit."""
    status = STATUS_OF.get(verb.id)
    if status is not None:
        on_the_way = status in (UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE)
        return row.status is not status and (row.incident_id is not None or not on_the_way)
    return row.unanswered if verb.id == "unit.acknowledge" else row.incident_id is not None


def fits(verb: Action, rows: Iterable[BoardRow], seat: Seat) -> bool:
    """Whether this person may do it to at least one of the units."""
    return seat.may(verb.permission) and any(_open_to(verb, row, seat) for row in rows)


def _open_to(verb: Action, row: BoardRow, seat: Seat) -> bool:
    return needs(verb, row) and seat.may_move(row.id)


def run(verb: Action, rows: Iterable[BoardRow], seat: Seat) -> None:
    """One command for every unit the verb fits; each answers with a notice and its undo."""
    if not seat.may(verb.permission):
        return
    for row in rows:
        if not _open_to(verb, row, seat):
            continue
        status = STATUS_OF.get(verb.id)
        if status is not None:
            set_status(seat, row.id, status)
        else:
            _ON_ORDER[verb.id](seat, row.id)
