"""The telephone exchange of 110 as the exercise plays it: calls that ring, are answered here or by
another desk, end, or are given up; late, twice and in any order, as a real one would tell them.

Nothing of the real interface is public: this is our contract, served by us.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import datetime, timedelta

from command_center.exercise.systems.peer import Peer
from command_center.exercise.systems.places import areas_of, facts_of
from command_center.ports import Clock

SOURCE_ID, PROFILE = "sentral-110", "call_110"
NAME = str(facts_of(SOURCE_ID)["name"])
CALLED = "110"
PRANKSTER = "081200000110"
"""A number that calls time and again and laughs."""
_AREAS = areas_of(SOURCE_ID)
_RINGS_S, _TALKS_S = (6.0, 35.0), (20.0, 90.0)
_STORIES = ("abandoned", "ended", "elsewhere", "abandoned_twice", "prank")


@dataclass(frozen=True, slots=True)
class Ring:
    """A call as the exchange knows it."""

    call: str
    number: str
    area: str


class Exchange(Peer):
    """`ring` and the words after it tell the room; `hold` keeps the words back until `release`."""

    def __init__(self, seed: int, clock: Clock, room: str = "exercise") -> None:
        super().__init__("exchange-110", seed, clock, room)
        self._lock = threading.Lock()
        self._count = 0
        self._held: list[dict[str, str]] | None = None
        self._due: list[tuple[datetime, str, str]] = []
        self._answered: set[str] = set()
        self.calls: dict[str, Ring] = {}

    # --- what callers do -----------------------------------------------------------------------

    def ring(self, number: str = "", area: str = "") -> str:
        """Somebody calls; "" for a number is any. The exchange's id of the call."""
        with self._lock:
            call = f"110-{len(self.calls) + 1:05}"
            number = number or f"0813{self._rng.randrange(10**8):08}"
            self.calls[call] = Ring(call, number, area)
        self._say(call, "ringing")
        return call

    def abandon(self, call: str) -> None:
        """The caller hangs up before anybody answers."""
        self._say(call, "abandoned")

    def answer_elsewhere(self, call: str) -> None:
        """A desk outside the room answers."""
        self._say(call, "claimed_externally")

    def end(self, call: str) -> None:
        self._say(call, "ended")

    def repeat(self, call: str, event: str) -> None:
        """The same event under another id, as after a restart of the exchange."""
        self._say(call, event)

    def ring_something(self) -> str:
        """A call that rings now and goes on as one of the usual stories, by the clock."""
        story = self._rng.choice(_STORIES)
        number = PRANKSTER if story == "prank" else ""
        call = self.ring(number, self._rng.choice(_AREAS))
        rung = timedelta(seconds=self._rng.uniform(*_RINGS_S))
        talked = rung + timedelta(seconds=self._rng.uniform(*_TALKS_S))
        first = "abandoned" if story.startswith("abandoned") else "claimed_externally"
        self._later(rung, call, first)
        if story == "abandoned_twice":
            self._later(rung, call, first)
        if story in ("ended", "prank"):
            self._later(talked, call, "ended")
        return call

    def answered(self, call: str) -> None:
        """A desk of the room has it, which the exchange sees on its own lines: the caller neither
        gives up nor is answered elsewhere, and some time later hangs up."""
        with self._lock:
            if call in self._answered or call not in self.calls:
                return
            self._answered.add(call)
            self._due = [line for line in self._due if line[1] != call]
        self._later(timedelta(seconds=self._rng.uniform(*_TALKS_S)), call, "ended")

    def play(self) -> None:
        now = self._clock.now()
        with self._lock:
            ripe = sorted(line for line in self._due if line[0] <= now)
            self._due = [line for line in self._due if line[0] > now]
        for _, call, event in ripe:
            self._say(call, event)

    def _later(self, after: timedelta, call: str, event: str) -> None:
        with self._lock:
            self._due.append((self._clock.now() + after, call, event))

    # --- how it tells --------------------------------------------------------------------------

    def hold(self) -> None:
        """From now on nothing is told."""
        self._held = []

    def release(self, *, backwards: bool = False) -> None:
        """Tell what was kept back, the last first if `backwards`."""
        held, self._held = self._held or [], None
        for record in reversed(held) if backwards else held:
            self.tell(record)

    def _say(self, call: str, event: str) -> None:
        known = self.calls[call]
        with self._lock:
            self._count += 1
            id = f"e-{self._count:06}"
        record = {
            "type": "call",
            "id": id,
            "at": self.now(),
            "call": call,
            "event": event,
            "caller": known.number,
            "called": CALLED,
            "area": known.area,
        }
        if self._held is None:
            self.tell(record)
        else:
            self._held.append(record)


def make(seed: int, clock: Clock, room: str = "exercise") -> Exchange:
    return Exchange(seed, clock, room)
