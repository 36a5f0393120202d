"""Sijalinmaja as the exercise plays it: offices that enter cases, and what they see became of
them.

Nothing of its real interface is public: this is the form of our mapping `sijalinmaja`.
"""

from __future__ import annotations

import random
import threading
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring
from zoneinfo import ZoneInfo

import msgspec

from command_center.contract.messages import Message, OutcomeMessage, ReplyMessage, StatusMessage
from command_center.exercise.systems.listener import Listener
from command_center.exercise.systems.places import areas_of, facts_of
from command_center.ports import Clock

SOURCE_ID, PROFILE = "sijalinmaja", "sijalinmaja"
NAME = str(facts_of(SOURCE_ID)["name"])
PATH = "/kasus.xml"
_ZONE = ZoneInfo("Asia/Jakarta")
_decoder = msgspec.json.Decoder(Message)
_CASES = (
    ("pkl", "Lapak menutup trotoar dan pejalan kaki turun ke jalan"),
    ("minuman_keras", "Warung menjual minuman keras tanpa izin"),
    ("gangguan_kamtibmas", "Sekelompok orang memalak sopir angkutan"),
    ("kebakaran", "Asap dari gudang kosong"),
    ("reklame", "Papan reklame hampir roboh ke jalan"),
)
_AREAS = areas_of(SOURCE_ID)
_BOXES = {
    "lokasi": ("kelurahan", "alamat", "lintang", "bujur"),
    "pelapor": ("nama", "telepon", "kerahasiaan"),
}
_OFFICES = ("Satpol PP", "Kelurahan", "Damkar")


class Sijalinmaja:
    """Answers GET /kasus.xml with the cases after `setelah`, and POST /v1/messages. What an office
    has seen outlives a `kill`."""

    def __init__(self, seed: int, clock: Clock) -> None:
        self._rng = random.Random(seed)
        self._clock = clock
        self._lock = threading.Lock()
        self._cases: list[dict[str, str]] = []
        self._listener = Listener(self._answer, "sijalinmaja")
        self.heard: dict[str, Message] = {}
        self.repeated = 0
        self.outcomes: dict[str, list[OutcomeMessage]] = {}
        """What each case was told to have become, oldest first, with our number in it."""

    @property
    def url(self) -> str:
        return self._listener.url

    @property
    def sent(self) -> list[str]:
        with self._lock:
            return [case["nomor"] for case in self._cases]

    def start(self) -> None:
        self._listener.start()

    def stop(self) -> None:
        self._listener.kill()

    def kill(self) -> None:
        self._listener.kill()

    def revive(self) -> None:
        self._listener.revive()

    def case(self, kind: str, text: str, **given: str) -> str:
        """A case as an office enters it; returns its number there."""
        with self._lock:
            number = f"SJM-{len(self._cases) + 1:05}"
            self._cases.append(
                {
                    "nomor": number,
                    "waktu": self._time(),
                    "status": "baru",
                    "jenis": kind,
                    "uraian": text,
                    "kelurahan": self._rng.choice(_AREAS),
                    "opd": self._rng.choice(_OFFICES),
                    "kerahasiaan": "terbuka",
                    **given,
                }
            )
        return number

    def withdraw(self, number: str, why: str) -> None:
        """The office takes the case back: a line of its own after all the others."""
        with self._lock:
            told = {"nomor": number, "waktu": self._time(), "status": "ditarik", "uraian": why}
            self._cases.append(told)

    def say_something(self) -> str:
        return self.case(*self._rng.choice(_CASES))

    def _time(self) -> str:
        at: datetime = self._clock.now().astimezone(_ZONE)
        return f"{at:%Y-%m-%d %H:%M:%S}"

    def _answer(
        self, method: str, path: str, query: dict[str, list[str]], body: bytes
    ) -> tuple[int, bytes]:
        if (method, path) == ("GET", PATH):
            after = query.get("setelah", ["0"])[0]
            most = query.get("jumlah", ["500"])[0]
            return 200, self._page(_number(after), _number(most) or 500)
        if (method, path) == ("POST", "/v1/messages"):
            return self._hear(body), b""
        return 404, b""

    def _page(self, start: int, most: int) -> bytes:
        with self._lock:
            cases = self._cases[start : start + most]
            end = start + len(cases)
            more = "ya" if end < len(self._cases) else "tidak"
        root = Element("daftar_kasus", {"berikut": str(end), "masih": more})
        for case in cases:
            _write(root, case)
        page: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
        return page

    def _hear(self, body: bytes) -> int:
        try:
            message = _decoder.decode(body)
        except msgspec.DecodeError:
            return 422
        with self._lock:
            if message.id in self.heard:
                self.repeated += 1
                return 200
            if not isinstance(message, OutcomeMessage | StatusMessage | ReplyMessage):
                return 422
            self.heard[message.id] = message
            if isinstance(message, OutcomeMessage):
                self.outcomes.setdefault(message.report, []).append(message)
        return 201


def _write(root: Element, case: dict[str, Any]) -> None:
    one = SubElement(root, "kasus", {"nomor": case["nomor"]})
    for name in ("waktu", "status", "jenis", "uraian", "kewenangan", "opd"):
        if name in case:
            SubElement(one, name).text = case[name]
    place = {
        name: case[name] for name in ("kelurahan", "alamat", "lintang", "bujur") if name in case
    }
    person = {name: case[name] for name in ("nama", "telepon", "kerahasiaan") if name in case}
    for outer, held in (("lokasi", place), ("pelapor", person)):
        if held:
            box = SubElement(one, outer)
            for name, text in held.items():
                SubElement(box, name).text = text


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0


def make(seed: int, clock: Clock) -> Sijalinmaja:
    return Sijalinmaja(seed, clock)
