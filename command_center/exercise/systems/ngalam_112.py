"""Ngalam 112 as the exercise plays it: the other command centre of the city hands calls on.

Nothing of its real interface is public: this is our contract, posted to our gateway.
"""

from __future__ import annotations

from typing import Any

from command_center.exercise.systems.peer import Peer
from command_center.exercise.systems.places import areas_of, facts_of
from command_center.ports import Clock

SOURCE_ID, PROFILE = "ngalam-112", "ngalam_112"
NAME = str(facts_of(SOURCE_ID)["name"])
CHANNEL = "112"
_CALLS = (
    ("laka_lantas", "tabrakan dua motor, satu luka"),
    ("lainnya", "ular di dapur"),
    ("ambulans", "minta ambulans, sesak napas"),
    ("kebakaran", "asap dari rumah kosong"),
    ("pohon_tumbang", "pohon menutup jalan"),
)
_AREAS = areas_of(SOURCE_ID)


class Ngalam112(Peer):
    """Reports of its operators; it hears how they stand here."""

    def __init__(self, seed: int, clock: Clock, room: str = "exercise") -> None:
        super().__init__("ngalam-112", seed, clock, room)

    def hand_on(self, text: str, category: str = "", area: str = "", **given: Any) -> str:
        """A call its operators hand on; its number there."""
        record = {
            "type": "report",
            "id": f"112-{len(self.sent) + 1:05}",
            "at": self.now(),
            "channel": CHANNEL,
            "category": category,
            "text": text,
            "area": area,
            **given,
        }
        return self.tell(record)

    def say_something(self) -> str:
        category, text = self._rng.choice(_CALLS)
        person = {"phone": f"0857{self._rng.randrange(10**8):08}"}
        return self.hand_on(text, category, self._rng.choice(_AREAS), person=person)


def make(seed: int, clock: Clock, room: str = "exercise") -> Ngalam112:
    return Ngalam112(seed, clock, room)
