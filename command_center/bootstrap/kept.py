"""Opens the outbox of this room and workstation and puts it before the write lane."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from command_center.advice.triage import suggest
from command_center.bootstrap.offline import OfflineExecutor
from command_center.bootstrap.room import OpenedRoom
from command_center.domain.room import RoomKind
from command_center.geo.local import CityFacts
from command_center.runtime.files import unspoken
from command_center.runtime.paths import data_dir
from command_center.situation.situation import Situation, Touched
from command_center.storage.outbox import ItemState, Outbox
from command_center.ui.live import Live
from command_center.ui.offline.kept import Damage, Kept

UNREGISTERED = "LK"
"""Begins local numbers as long as the room has given this workstation no letter."""


@dataclass(slots=True)
class LocalLetter:
    """The workstation's letter as the room last said it; read from the outbox's thread."""

    workstation: str
    letter: str = UNREGISTERED

    def look(self, situation: Situation) -> None:
        for row in situation.all("workstation"):
            if row.name == self.workstation:
                self.letter = row.letter


def paper_folder(room: OpenedRoom) -> Path:
    """Where the emergency board is: easy to find without this program."""
    return data_dir() / "papan-darurat" / room.room.id


def outbox_path(room_id: str, workstation: str) -> Path:
    """A machine's name may hold anything, a file's may not."""
    name = unspoken(workstation)
    return data_dir() / "outbox" / room_id / f"{name}.db"


class KeptWork:
    """The executor of a desk, and what brings its items to the live picture."""

    def __init__(self, room: OpenedRoom, live: Live) -> None:
        self._room, self._live = room, live
        self._letter = LocalLetter(room.act.workstation)
        self._outbox = Outbox(outbox_path(room.room.id, room.act.workstation))
        aside = self._outbox.quarantined
        damage = Damage(aside.name, self._outbox.rescued) if aside else None
        self.executor = OfflineExecutor(
            room.lane, self._outbox, room.clock, room.act, lambda: self._letter.letter
        )
        self.kept = Kept(live, lambda: self.executor.items, self.executor.seen, damage)
        self.executor.changed = self.kept.poke
        room.database.doctor.subscribe(self.executor.connected)
        live.overlay.prepare(CityFacts(room.city), suggest)
        live.changed.connect(self._follow)

    def start(self) -> None:
        """Once the room is loaded: show what an earlier start left, and never give a number again
        that the room knows, however young the file is."""
        self.executor.connected(self._live.connection)
        self._name_room()
        situation = self._live.situation
        self._letter.look(situation)
        letter = self._letter.letter
        self._outbox.raise_number(letter, highest(situation, letter))
        self.kept.poke()

    def close(self) -> None:
        """An exercise leaves nothing behind, unless something still waits for its room."""
        settled = not any(item.state is ItemState.WAITING for item in self.executor.items)
        self.executor.close()
        if self._room.room.kind is RoomKind.EXERCISE and settled:
            for folder in (self._outbox.path.parent, paper_folder(self._room)):
                shutil.rmtree(folder, ignore_errors=True)

    def _name_room(self) -> None:
        room = self._live.situation.room
        if room is not None:
            self.executor.room_is(room.epoch)

    def _follow(self, touched: Touched) -> None:
        if touched.everything or "room" in touched.entities:
            self._name_room()
        if touched.everything or "workstation" in touched.entities:
            self._letter.look(self._live.situation)


def highest(situation: Situation, letter: str) -> int:
    """The highest local number of this letter that the situation knows; 0: none."""
    parts = [(i.alias or "").partition("-") for i in situation.all("incident")]
    return max((int(n) for own, _, n in parts if own == letter and n.isdigit()), default=0)
