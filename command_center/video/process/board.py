"""The board between the two processes: a heartbeat, what the engine costs, facts of cameras.

Plain numbers in shared memory, written by the engine's process alone. A row is read between two
looks at its counter, which is odd while it is written.
"""

from __future__ import annotations

import mmap
import struct
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from command_center.video.facts import Facts
from command_center.video.model import EngineCost, Level, LevelReason, Reason

ROWS = 1024
_HEADER = 256
_ROW = 256
SIZE = _HEADER + ROWS * _ROW
_BEATS, _BEAT_S, _CORES, _BUDGET, _RESIDENT, _LEVELS = 0, 1, 2, 3, 4, 5
_READS = 20

_BOTH = (False, True)
_CHOICES: dict[str, tuple[object, ...]] = {
    "connected": _BOTH,
    "bursts": _BOTH,
    "age_at_least": _BOTH,
    "reason": (None, *Reason),
    "level": tuple(Level),
    "level_reason": tuple(LevelReason),
}
_WHOLE = frozenset({"damaged", "failures"})
_NAMES = tuple(field.name for field in fields(Facts))
_NUMBERS = struct.Struct(f"{len(_NAMES)}d")
# Ten times a second for every camera: looked up, not searched.
_values = attrgetter(*_NAMES)
_INDICES = tuple(
    (_NAMES.index(name), {choice: float(n) for n, choice in enumerate(choices)})
    for name, choices in _CHOICES.items()
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a camera's facts stand; `token` tells them from those of an earlier camera there."""

    row: int
    token: int


def to_numbers(facts: Facts) -> tuple[float, ...]:
    """Every field of the facts as a number, in order."""
    numbers = list(_values(facts))
    for at, indices in _INDICES:
        numbers[at] = indices[numbers[at]]
    return tuple(numbers)


def from_numbers(numbers: tuple[float, ...]) -> Facts:
    """The facts again. Raises ValueError or IndexError for numbers that are none."""
    return Facts(**{name: _value(name, n) for name, n in zip(_NAMES, numbers, strict=True)})


def _value(name: str, number: float) -> Any:
    choices = _CHOICES.get(name)
    if choices is not None:
        return choices[int(number)]
    return int(number) if name in _WHOLE else number


class BoardWriter:
    """The engine's end: one thread writes."""

    def __init__(self, memory: mmap.mmap) -> None:
        self._bytes = memoryview(memory)
        self._words = self._bytes.cast("Q")
        self._doubles = self._bytes.cast("d")

    def beat(self, now_s: float) -> None:
        """The process is alive."""
        self._doubles[_BEAT_S] = now_s
        self._words[_BEATS] += 1

    def cost(self, cost: EngineCost) -> None:
        """What it uses."""
        self._doubles[_CORES] = cost.cores
        self._doubles[_BUDGET] = cost.budget_cores
        self._words[_RESIDENT] = cost.resident_bytes
        for index, level in enumerate(Level):
            self._words[_LEVELS + index] = cost.levels.get(level, 0)

    def put(self, place: Place, facts: Facts) -> None:
        """Replace a camera's facts."""
        start = _HEADER + place.row * _ROW
        word = start // 8
        self._words[word] = self._words[word] | 1
        self._words[word + 1] = place.token
        _NUMBERS.pack_into(self._bytes, start + 16, *to_numbers(facts))
        self._words[word] = self._words[word] + 1


class BoardReader:
    """The window's end."""

    def __init__(self, memory: mmap.mmap) -> None:
        self._bytes = memoryview(memory)
        self._words = self._bytes.cast("Q")
        self._doubles = self._bytes.cast("d")

    @property
    def beats(self) -> int:
        """How often the process has said that it is alive."""
        return int(self._words[_BEATS])

    @property
    def beat_s(self) -> float:
        """When it last did."""
        return float(self._doubles[_BEAT_S])

    def cost(self, restarts: int) -> EngineCost:
        """What it uses."""
        return EngineCost(
            self._doubles[_CORES],
            self._doubles[_BUDGET],
            int(self._words[_RESIDENT]),
            restarts,
            {level: int(self._words[_LEVELS + i]) for i, level in enumerate(Level)},
        )

    def get(self, place: Place) -> Facts | None:
        """A camera's facts; None before the first, and when a writer died halfway."""
        start = _HEADER + place.row * _ROW
        word = start // 8
        for _ in range(_READS):
            before = self._words[word]
            token = self._words[word + 1]
            numbers = bytes(self._bytes[start + 16 : start + 16 + _NUMBERS.size])
            if before & 1 or before != self._words[word]:
                continue
            if before == 0 or token != place.token:
                return None
            try:
                return from_numbers(_NUMBERS.unpack(numbers))
            except (ValueError, IndexError, OverflowError):
                return None
        return None
