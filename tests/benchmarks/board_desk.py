"""The people at the desk of a simulated day: they see what the board shows, nothing else, and do
with some delay what it asks of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from command_center.commands.order_task import RepeatOrder
from command_center.domain.room import AlarmType
from command_center.domain.targets import Targets
from command_center.situation.board import board_row
from command_center.situation.meaning import confirmed, meaning_of, to_ask
from command_center.situation.situation import Situation

NOTICE_S = (4.0, 25.0)
"""Until an operator has seen what the board asks and pressed the key: our assumption."""
AGAIN_S = 120.0
"""After a question nobody answered, or whose answer changed nothing, it is asked again."""
RUNG = (AlarmType.ORDER_UNANSWERED, AlarmType.UNIT_NOT_MOVING, AlarmType.UNIT_SILENT)


@dataclass(frozen=True, slots=True)
class Prompt:
    """What the board asks of a person about a unit. `command` None: call it over the air."""

    unit_id: str
    what: str
    command: Any = None


def prompts(situation: Situation, now: datetime, targets: Targets) -> Iterator[Prompt]:
    rung = {}
    for alarm in situation.open_alarms():
        if alarm.type in RUNG:
            rung[alarm.params.get("unit_id", alarm.subject_id)] = alarm.type
    limits = meaning_of(situation, targets).limits
    for unit in situation.all("unit"):
        row = board_row(situation, unit)
        seen = confirmed(row)
        if seen is not None and row.seems is not None:
            yield Prompt(unit.id, row.seems.kind.value, seen)
        elif rung.get(unit.id) is AlarmType.ORDER_UNANSWERED and row.holder:
            yield Prompt(unit.id, "repeat", RepeatOrder(row.holder))
        elif (
            unit.id in rung
            or row.seems is not None
            or to_ask(row, now, limits, targets) is not None
        ):
            yield Prompt(unit.id, "ask")


class Operators:
    """`do` runs a command, `ask` calls a unit by its call sign."""

    def __init__(
        self, do: Callable[[Any], object], ask: Callable[[str], object], targets: Targets, seed: int
    ) -> None:
        self._do = do
        self._ask = ask
        self._targets = targets
        self._chance = Random(f"{seed}:operators")
        self._seen: dict[tuple[str, str], datetime] = {}
        self.done: dict[str, int] = {}

    def look(self, situation: Situation, now: datetime) -> None:
        """What is new is noticed after a while; what was noticed and still stands is done."""
        standing = {(p.unit_id, p.what): p for p in prompts(situation, now, self._targets)}
        for key in [key for key in self._seen if key not in standing]:
            del self._seen[key]
        for key, prompt in standing.items():
            due = self._seen.setdefault(key, now + self._soon())
            if due <= now:
                self._act(prompt, situation)
                self._seen[key] = now + timedelta(seconds=AGAIN_S)

    def _soon(self) -> timedelta:
        return timedelta(seconds=self._chance.uniform(*NOTICE_S))

    def _act(self, prompt: Prompt, situation: Situation) -> None:
        self.done[prompt.what] = self.done.get(prompt.what, 0) + 1
        if prompt.command is not None:
            self._do(prompt.command)
            return
        unit = situation.unit(prompt.unit_id)
        if unit is not None:
            self._ask(unit.call_sign)
