"""What follows a page of records, however it came: units are where they said, and people hear of
what looks wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from command_center.commands.alarms import RaiseAlarm
from command_center.connectors.intake_page import PageResult
from command_center.domain.room import AlarmType
from command_center.ports import Act, Clock, Executor, Position, Telemetry

# A position may be this far ahead of the room's clock and still be taken at its word.
AHEAD = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class AfterPage:
    """From any thread. `unit_id_of` knows a unit by its call sign."""

    executor: Executor
    telemetry: Telemetry
    clock: Clock
    act: Act
    unit_id_of: Callable[[str], str | None]

    def put_positions(self, result: PageResult) -> None:
        """A position from the future would look fresh, and stand before all others, until then."""
        known: list[Position] = []
        now = self.clock.now()
        for call_sign, position in result.positions:
            unit_id = self.unit_id_of(call_sign)
            if unit_id is not None:
                at = position.at if position.at <= now + AHEAD else now
                known.append(replace(position, unit_id=unit_id, at=at))
        if known:
            self.telemetry.put_positions(known)

    def ring(self, source_id: str, result: PageResult) -> None:
        """What a person of the source must hear of; nobody waits for it here."""
        found = {
            AlarmType.RECORD_CONFLICT: result.conflicting,
            AlarmType.CLOCK_SKEWED: result.skewed,
        }
        for alarm, count in found.items():
            if count:
                command = RaiseAlarm(alarm, "source", source_id, {"name": source_id})
                self.executor.submit(command, act=self.act)
