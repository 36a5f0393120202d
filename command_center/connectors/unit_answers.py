"""What units say about the order they hold, without naming a report: they know none."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from command_center.commands.dispatch import AcknowledgeOrder, SetUnitStatus
from command_center.commands.follow import FollowUnit, UnitStep
from command_center.domain.unit import UnitStatus
from command_center.ports import Act, Executor, Outcome

_STATUS = {
    UnitStep.EN_ROUTE: UnitStatus.EN_ROUTE,
    UnitStep.ON_SCENE: UnitStatus.ON_SCENE,
    UnitStep.AVAILABLE: UnitStatus.AVAILABLE,
    UnitStep.RETURNING: UnitStatus.RETURNING,
    UnitStep.STAGED: UnitStatus.STAGED,
    UnitStep.BREAK: UnitStatus.BREAK,
    UnitStep.UNAVAILABLE: UnitStatus.UNAVAILABLE,
    UnitStep.OFF_DUTY: UnitStatus.OFF_DUTY,
}


class UnitAnswers:
    """An Executor for the connector of a source of units: a step without a report is what the
    unit says of itself, so it answers and follows the order that holds the unit."""

    def __init__(self, executor: Executor, unit_id_of: Callable[[str], str | None]) -> None:
        self._executor = executor
        self._unit_id_of = unit_id_of

    def submit(
        self, command: Any, *, act: Act | None = None, op_id: str | None = None
    ) -> Future[Outcome]:
        return self._executor.submit(self._own_words(command), act=act, op_id=op_id)

    def _own_words(self, command: Any) -> Any:
        if not isinstance(command, FollowUnit) or command.report_id:
            return command
        unit_id = self._unit_id_of(command.call_sign)
        if unit_id is None:
            return command
        if command.step is UnitStep.ACCEPTED:
            return AcknowledgeOrder(unit_id)
        status = _STATUS.get(command.step)
        if status is None:
            return command
        return SetUnitStatus(unit_id, status, command.at, command.label)
