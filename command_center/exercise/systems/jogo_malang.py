"""Jogo Malang Presisi as the exercise plays it: citizens who send a wadul or press the panic
button, and what each of them then sees in the app.

Nothing of its real interface is public: this is our contract, served by us.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from command_center.contract.messages import Message, NoticeMessage, ReplyMessage, StatusMessage
from command_center.exercise.systems.peer import Peer
from command_center.exercise.systems.places import areas_of, facts_of
from command_center.ports import Clock

SOURCE_ID, PROFILE = "jmp", "jogo_malang"
NAME = str(facts_of(SOURCE_ID)["name"])
STATUSES = {
    "received": "diterima",
    "verified": "terverifikasi",
    "in_progress": "dalam proses",
    "closed": "selesai",
}

_WADUL = (
    ("pencurian", "sepeda motor hilang di parkiran"),
    ("laka_lantas", "motor tabrakan dengan becak, pengendara luka"),
    ("gangguan_kamtibmas", "knalpot brong balapan tiap malam"),
    ("pohon_tumbang", "pohon tumbang menutup jalan"),
    ("keributan", "orang mabuk ribut di depan warung"),
)
_AREAS = areas_of(SOURCE_ID)
_NAMES = ("Sri Wahyuni", "Agus Prasetyo", "Dewi Lestari", "Bambang Hartono", "Siti Aminah")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of what the citizen sees: a status, a reply or a correction."""

    kind: str
    text: str
    at: datetime


@dataclass(slots=True)
class Complaint:
    """A report and what the app shows under it, oldest first."""

    record: Mapping[str, Any]
    lines: list[Line] = field(default_factory=list)

    @property
    def statuses(self) -> list[str]:
        return [line.text for line in self.lines if line.kind != "reply"]

    @property
    def replies(self) -> list[str]:
        return [line.text for line in self.lines if line.kind == "reply"]


class JogoMalang(Peer):
    """What a citizen has seen outlives a `kill`, as the database of the real one would."""

    def __init__(self, seed: int, clock: Clock, room: str = "exercise") -> None:
        super().__init__(SOURCE_ID, seed, clock, room)
        self._lock = threading.Lock()
        self.complaints: dict[str, Complaint] = {}
        self.notices: dict[str, NoticeMessage] = {}

    # --- what citizens do ----------------------------------------------------------------------

    def wadul(
        self, text: str, category: str = "pengaduan", visibility: str = "open", **given: Any
    ) -> str:
        """A complaint; `visibility` is open, rahasia or anonim. Returns its number in the app."""
        return self._send("wadul", {"text": text, "category": category, **given}, visibility)

    def panic(self, lat: float, lon: float, **given: Any) -> str:
        """The panic button, pressed where the phone is."""
        place = {"lat": lat, "lon": lon, "accuracy_m": 15.0, "located_by": "gps"}
        said = {"text": "Tombol panik ditekan", "category": "panic_button", **place}
        return self._send("panic", {**said, **given}, "open")

    def say_something(self) -> str:
        """Whatever comes to a citizen's mind: one in eight is in danger."""
        rng = self._rng
        person = {"name": rng.choice(_NAMES), "phone": f"0812{rng.randrange(10**8):08}"}
        if rng.random() < 0.125:
            lat, lon = -7.98 + rng.uniform(-0.03, 0.03), 112.63 + rng.uniform(-0.03, 0.03)
            return self.panic(lat, lon, person=person)
        category, text = rng.choice(_WADUL)
        visibility = rng.choice(("open", "open", "rahasia", "anonim"))
        known = {} if visibility == "anonim" else {"person": person}
        return self.wadul(text, category, visibility, area=rng.choice(_AREAS), **known)

    def _send(self, channel: str, said: Mapping[str, Any], visibility: str) -> str:
        with self._lock:
            id = f"JMP-{len(self.sent) + 1:05}"
            head = {"type": "report", "id": id, "at": self.now()}
            record = {**head, "channel": channel, "reporter": visibility, **said}
            self.complaints[id] = Complaint(record)
            return self.tell(record)

    # --- what the room says --------------------------------------------------------------------

    def _take(self, message: Message) -> bool:
        if isinstance(message, NoticeMessage):
            self.notices[message.notice] = message
            return True
        if not isinstance(message, StatusMessage | ReplyMessage):
            return False
        # the played city files complaints of this system, too, and not through here
        filed = Complaint({"id": message.report})
        self.complaints.setdefault(message.report, filed).lines.append(_line(message))
        return True


def _line(message: StatusMessage | ReplyMessage) -> Line:
    if isinstance(message, ReplyMessage):
        return Line("reply", message.text, message.at)
    status = STATUSES[message.status]
    if message.corrects:
        return Line("correction", f"koreksi: {status}", message.at)
    return Line("status", status, message.at)


def make(seed: int, clock: Clock, room: str = "exercise") -> JogoMalang:
    return JogoMalang(seed, clock, room)
