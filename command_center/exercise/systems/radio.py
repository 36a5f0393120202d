"""The radio nets of the neighbourhoods as the exercise plays them: Senkom, siskamling, Polisi RW
and Bhabinkamtibmas on the air, ratings of neighbourhoods, a kentongan now and then, and the
partners' telephones on which visits (jemput bola) are asked for.

Nobody publishes such an interface: this is our contract, served by us.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from command_center.contract.messages import VisitMessage
from command_center.exercise.systems.peer import Peer
from command_center.exercise.systems.places import areas_of, facts_of
from command_center.ports import Clock

SOURCE_ID, PROFILE = "senkom", "radio"
NAME = str(facts_of(SOURCE_ID)["name"])
AREAS = areas_of(SOURCE_ID)


@dataclass(frozen=True, slots=True)
class Speaker:
    """A partner on the air; `kind` is a PartnerKind."""

    kind: str
    name: str
    call_sign: str
    area: str
    rw: str


SPEAKERS = tuple(Speaker(**one) for one in facts_of(SOURCE_ID)["speakers"])
_ROUTINE = (
    "patroli dialogis, situasi aman terkendali",
    "sambang warga, belum ada kejadian menonjol",
    "ronda lengkap {people} orang, 8-6",
    "pengamanan pengajian selesai, TKA",
    "monitor, 10-2 pos kamling",
)
_NEWS = (
    "banjir setinggi lutut di {area} RW {rw}",
    "pohon tumbang menutup jalan di {area}",
    "3-3L di simpang {area}, 8-10",
    "5-2 antar remaja di {area} RW {rw}",
)
_TOPICS = ("banjir", "curanmor", "tawuran", "laka lantas")


class RadioNet(Peer):
    """Says something when told to; keeps which visits were asked for."""

    def __init__(self, seed: int, clock: Clock, room: str = "exercise") -> None:
        super().__init__("radio-net", seed, clock, room)
        self._said = 0

    @property
    def visits(self) -> list[VisitMessage]:
        """Asked for so far, oldest first."""
        return [m for m in self.heard.values() if isinstance(m, VisitMessage)]

    def _id(self, kind: str) -> str:
        self._said += 1
        return f"{kind}-{self._said}"

    def say(self, text: str, speaker: Speaker = SPEAKERS[0], activity: str = "") -> str:
        """A line on the air; the id of its record."""
        return self.tell(
            {
                "type": "radio",
                "id": self._id("line"),
                "at": self.now(),
                "text": text,
                "channel": "Senkom" if speaker.kind == "senkom" else "Kamtibmas",
                "call_sign": speaker.call_sign,
                "activity": activity,
            }
        )

    def chatter(self, lines: int = 1) -> list[str]:
        """What is said on a usual evening, with something worth knowing one time in four."""
        return [self._chat() for _ in range(lines)]

    def _chat(self) -> str:
        speaker = self._rng.choice(SPEAKERS)
        words = self._rng.choice(_NEWS if self._rng.random() < 0.25 else _ROUTINE)
        people = self._rng.randint(3, 8)
        return self.say(
            words.format(area=speaker.area, rw=speaker.rw or "01", people=people), speaker
        )

    def say_something(self) -> str:
        """Mostly a line; now and then a judgement, and once in a long while a kentongan."""
        chance = self._rng.random()
        if chance < 0.02:
            return self.kentongan()
        return self.rate() if chance < 0.1 else self._chat()

    def rate(self, area: str = "", level: str = "", topic: str = "") -> str:
        """A judgement of a neighbourhood; the id of its record."""
        record: dict[str, Any] = {
            "type": "rating",
            "id": self._id("rating"),
            "at": self.now(),
            "topic": topic or self._rng.choice(_TOPICS),
            "level": level or self._rng.choice(("low", "medium", "high")),
            "area": area or self._rng.choice(AREAS),
            "rw": f"{self._rng.randint(1, 9):02}",
            "author": "Bhabinkamtibmas",
        }
        return self.tell(record)

    def kentongan(self, area: str = "", rw: str = "05", text: str = "maling") -> str:
        """Beaten in a neighbourhood; the id of the report."""
        where = area or self._rng.choice(AREAS)
        return self.tell(
            {
                "type": "report",
                "id": self._id("kentongan"),
                "at": self.now(),
                "category": "gangguan_ketertiban",
                "text": f"Kentongan RW {rw} {where}: {text}",
                "area": where,
                "address": f"RW {rw} {where}",
                "channel": "kentongan",
            }
        )


def make(seed: int, clock: Clock, room: str = "exercise") -> RadioNet:
    """`room` is the kind of room its records are meant for."""
    return RadioNet(seed, clock, room)
