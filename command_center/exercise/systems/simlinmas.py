"""Simlinmas as the exercise plays it: Linmas on their rounds who send what they saw with a photo,
say how many they are, and rate how vulnerable their RW is.

Nothing of its real interface is public: this is the form of our mapping `simlinmas`.
"""

from __future__ import annotations

import json
import random
import threading
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from command_center.contract.messages import Message
from command_center.exercise.systems.listener import Listener
from command_center.exercise.systems.places import areas_of, facts_of
from command_center.ports import Clock

SOURCE_ID, PROFILE = "simlinmas", "simlinmas"
NAME = str(facts_of(SOURCE_ID)["name"])
PATH = "/api/kegiatan"
_PHOTO = "/foto/"
_decoder = msgspec.json.Decoder(Message)
_ZONE = ZoneInfo("Asia/Jakarta")
_AREAS = areas_of(SOURCE_ID)
_SEEN = (
    ("Ronda malam", "Ronda malam berjalan, keadaan aman"),
    ("Pohon tumbang", "Dahan menutup separuh jalan kampung"),
    ("Keributan", "Pemuda berkumpul dan saling dorong di pos"),
    ("Banjir", "Air selokan meluap setinggi mata kaki"),
)
_TOPICS = ("banjir", "kebakaran", "tawuran", "pencurian")
_NAMES = ("Slamet Riyadi", "Kusnadi", "Sumarti Rahayu", "Wagiman")
# One white pixel: what a photograph is to whoever only fetches it.
_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c63f80f"
    "00010101001b4d7bfb0000000049454e44ae426082"
)


class Simlinmas:
    """Answers GET /api/kegiatan, a page of rows after `sejak`, and the photographs they name, and
    hears what became of its reports at POST /v1/messages."""

    def __init__(self, seed: int, clock: Clock) -> None:
        self._rng = random.Random(seed)
        self._clock = clock
        self._lock = threading.Lock()
        self._rows: list[dict[str, Any]] = []
        self._listener = Listener(self._answer, "simlinmas")
        self.fetched: list[str] = []
        """Photographs somebody asked for."""
        self.heard: dict[str, Message] = {}
        self.repeated = 0

    @property
    def url(self) -> str:
        return self._listener.url

    @property
    def sent(self) -> list[str]:
        """The numbers of all rows so far."""
        with self._lock:
            return [str(row["nomor"]) for row in self._rows]

    def start(self) -> None:
        self._listener.start()

    def stop(self) -> None:
        self._listener.kill()

    def kill(self) -> None:
        self._listener.kill()

    def revive(self) -> None:
        self._listener.revive()

    def activity(self, kind: str, text: str, *, photo: bool = True, **given: Any) -> str:
        """What somebody saw on a round; `given` are further fields of the row."""
        name, rng = self._next(), self._rng
        seen = {
            "kegiatan": kind,
            "uraian": text,
            "kelurahan": rng.choice(_AREAS),
            "kerahasiaan": "terbuka",
            "koordinat": None,
            "pelapor": {"nama": rng.choice(_NAMES), "hp": f"0813{rng.randrange(10**8):08}"},
            "foto": [{"url": f"{self.url}{_PHOTO}{name}.png", "nama": "foto.png"}] if photo else [],
        }
        return self._send(name, "kegiatan", {**seen, **given})

    def strength(self, area: str, people: int, on_duty: int) -> str:
        said = {"kelurahan": area, "anggota": people, "siaga": on_duty, "regu": ""}
        return self._send(self._next(), "kekuatan", said)

    def rate(self, area: str, topic: str, level: str, rw: str = "") -> str:
        """`level` is rendah, sedang or tinggi."""
        said = {"kelurahan": area, "perihal": topic, "tingkat": level, "rw": rw}
        return self._send(self._next(), "kerawanan", said)

    def say_something(self) -> str:
        """Whatever a round brings: mostly an activity."""
        rng, area = self._rng, self._rng.choice(_AREAS)
        chance = rng.random()
        if chance < 0.1:
            return self.strength(area, people := rng.randint(10, 60), rng.randint(0, people))
        if chance < 0.2:
            level = rng.choice(("rendah", "sedang", "tinggi"))
            return self.rate(area, rng.choice(_TOPICS), level, f"{rng.randint(1, 12):02}")
        return self.activity(*rng.choice(_SEEN))

    def change_form(self, old: str, new: str) -> None:
        """The other side renames a field in all rows to come and all that were not read yet."""
        with self._lock:
            for row in self._rows:
                if old in row:
                    row[new] = row.pop(old)

    def _next(self) -> str:
        with self._lock:
            return f"LNM-{len(self._rows) + 1:05}"

    def _send(self, number: str, kind: str, said: dict[str, Any]) -> str:
        at: datetime = self._clock.now().astimezone(_ZONE)
        row = {"nomor": number, "jenis": kind, "waktu": f"{at:%d-%m-%Y %H:%M:%S}", **said}
        with self._lock:
            self._rows.append(row)
        return number

    def _answer(
        self, method: str, path: str, query: dict[str, list[str]], body: bytes
    ) -> tuple[int, bytes]:
        if method == "GET" and path == PATH:
            after, most = query.get("sejak", ["0"])[0], query.get("batas", ["500"])[0]
            return 200, self._page(_number(after), _number(most) or 500)
        if method == "GET" and path.startswith(_PHOTO):
            with self._lock:
                self.fetched.append(path.removeprefix(_PHOTO))
            return 200, _PNG
        if (method, path) == ("POST", "/v1/messages"):
            return self._hear(body), b""
        return 404, b""

    def _hear(self, body: bytes) -> int:
        """Once each, whatever it is: a Linmas on the round may be told anything."""
        try:
            message = _decoder.decode(body)
        except msgspec.DecodeError:
            return 422
        with self._lock:
            if message.id in self.heard:
                self.repeated += 1
                return 200
            self.heard[message.id] = message
        return 201

    def _page(self, start: int, most: int) -> bytes:
        with self._lock:
            rows = self._rows[start : start + most]
            end = start + len(rows)
            page = {"berikut": end, "masih": end < len(self._rows)}
            return json.dumps({"versi": 1, "data": rows, "halaman": page}).encode()


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0


def make(seed: int, clock: Clock) -> Simlinmas:
    return Simlinmas(seed, clock)
