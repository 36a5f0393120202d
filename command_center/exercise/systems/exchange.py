"""The telephone exchange of 110 as the exercise plays it: calls that ring, are answered here or by
another desk, end, or are given up; late, twice and in any order, as a real one would tell them.

Nothing of the real interface is public: this is our contract, served by us.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass

from command_center.exercise.systems.peer import Peer
from command_center.ports import Clock

SOURCE_ID, NAME, PROFILE = "sentral-110", "Sentral 110", "call_110"
CALLED = "110"
PRANKSTER = "081200000110"
"""A number that calls time and again and laughs."""
_AREAS = ("Klojen", "Dinoyo", "Mergosono", "Kauman", "Lesanpuro", "")
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
        """A call from its first ring to its end, as one of the usual stories goes."""
        story = self._rng.choice(_STORIES)
        number = PRANKSTER if story == "prank" else ""
        call = self.ring(number, self._rng.choice(_AREAS))
        if story.startswith("abandoned"):
            self.abandon(call)
        if story == "abandoned_twice":
            self.repeat(call, "abandoned")
        if story in ("ended", "prank", "elsewhere"):
            self.answer_elsewhere(call)
        if story in ("ended", "prank"):
            self.end(call)
        return call

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
