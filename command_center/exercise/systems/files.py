"""An office that lays down files, as the exercise plays it: a CSV of what its posts reported."""

from __future__ import annotations

import csv
import io
import random
from pathlib import Path

from command_center.exercise.systems.places import areas_of, facts_of
from command_center.ports import Clock

SOURCE_ID, PROFILE, MAPPING = "posko", "", "posko"
NAME = str(facts_of(SOURCE_ID)["name"])
_COLUMNS = ("nomor", "waktu", "jenis", "uraian", "kelurahan", "pelapor", "telepon", "kerahasiaan")
_SEEN = (
    ("kebakaran", "asap hitam dari rumah kosong"),
    ("laka_lantas", "dua motor bersenggolan"),
    ("keributan", "adu mulut di lapangan"),
)
_AREAS = areas_of(SOURCE_ID)


class Files:
    """Writes under a hidden name and renames. While it is killed it lays down nothing; what it
    would have comes with the first file after it was revived."""

    def __init__(self, seed: int, clock: Clock, folder: Path) -> None:
        self._rng = random.Random(seed)
        self._clock = clock
        self._folder = folder
        self._count = 0
        self._waiting: list[dict[str, str]] = []
        self._alive = False
        self.sent: list[str] = []

    @property
    def url(self) -> str:
        return str(self._folder)

    def start(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        self._alive = True

    def stop(self) -> None:
        self._alive = False

    def kill(self) -> None:
        self._alive = False

    def revive(self) -> None:
        self._alive = True
        self._lay()

    def say_something(self) -> str:
        """One row, in a file of its own unless some wait."""
        kind, text = self._rng.choice(_SEEN)
        number = f"PSK-{len(self.sent) + 1:05}"
        row = {
            "nomor": number,
            "waktu": self._clock.now().isoformat(timespec="seconds"),
            "jenis": kind,
            "uraian": text,
            "kelurahan": self._rng.choice(_AREAS),
            "pelapor": "",
            "telepon": "",
            "kerahasiaan": "terbuka",
        }
        self.sent.append(number)
        self._waiting.append(row)
        if self._alive:
            self._lay()
        return number

    def _lay(self) -> None:
        if not self._waiting:
            return
        self._count += 1
        table = io.StringIO(newline="")
        writer = csv.DictWriter(table, _COLUMNS, delimiter=";")
        writer.writeheader()
        writer.writerows(self._waiting)
        whole = self._folder / f"laporan-{self._count:05}.csv"
        unfinished = self._folder / f".{whole.name}.part"
        unfinished.write_text(table.getvalue(), encoding="utf-8")
        unfinished.replace(whole)
        self._waiting.clear()


def make(seed: int, clock: Clock, folder: Path) -> Files:
    return Files(seed, clock, folder)
