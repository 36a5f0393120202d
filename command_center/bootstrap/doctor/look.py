"""Everything that is looked at, in the order in which a person repairs it."""

from __future__ import annotations

from collections.abc import Callable

from command_center.bootstrap.doctor import of_machine, of_outside, of_room
from command_center.bootstrap.doctor.facts import Facts
from command_center.bootstrap.doctor.findings import Finding

CHECKS: tuple[Callable[[Facts], Finding], ...] = (
    of_machine.settings,
    of_machine.folders,
    of_machine.space,
    of_machine.keyring,
    of_machine.window,
    of_machine.time_of_day,
    of_room.database,
    of_room.clock,
    of_room.administrators,
    of_room.backup,
    of_room.city,
    of_room.sources,
    of_outside.replies,
    of_room.cameras,
    of_outside.directories,
    of_outside.relay,
    of_outside.gateway,
    of_machine.witness,
    of_outside.updates,
)


def look(facts: Facts) -> list[Finding]:
    return [check(facts) for check in CHECKS]
