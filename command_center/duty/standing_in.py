"""What is not left unrung while nobody holds the lease: whoever held it may have died just now, and
it is some seconds before another one has it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from command_center.commands.alarms import RaiseAlarm
from command_center.domain.targets import Targets
from command_center.duty.due import Due
from command_center.duty.order_progress import unanswered_orders, unheard_changes
from command_center.duty.ownership import unowned_p1
from command_center.duty.welfare import endangered
from command_center.situation.situation import Situation

STAND_IN_S = 1.0
"""So long whoever is on duty has for the ring: one more look, and a write takes far less."""


class StandIn:
    """The eyes of a workstation that is not on duty. An alarm that stands is not raised again,
    whoever asks, so that several may stand in at once."""

    def __init__(self) -> None:
        self._due_since: dict[tuple[str, str], datetime] = {}

    def forget(self) -> None:
        """On duty, what is due is rung at once."""
        self._due_since = {}

    def missed(self, situation: Situation, now: datetime) -> list[RaiseAlarm]:
        stand = {(a.type.value, a.subject_id) for a in situation.open_alarms()}
        due = {
            d.key: d for d in _vital(situation, now, situation.clocks.targets) if d.key not in stand
        }
        self._due_since = {key: self._due_since.get(key, now) for key in due}
        return [
            RaiseAlarm(d.type, d.subject_kind, d.subject_id, d.params)
            for key, d in due.items()
            if (now - self._due_since[key]).total_seconds() >= STAND_IN_S
        ]


def _vital(situation: Situation, now: datetime, targets: Targets) -> Iterator[Due]:
    yield from unowned_p1(situation, now, targets)
    yield from unanswered_orders(situation, now, targets)
    yield from unheard_changes(situation, now, targets)
    yield from endangered(situation)
