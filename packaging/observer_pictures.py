"""Pictures of the observers' wall and of the panel of instructions, from one exercise.

usage: PYTHONPATH=packaging python -c "from observer_pictures import main; main()" FOLDER [SECONDS]

Not run as a file: the processes of the exercise would load all of this again before they answer.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from command_center.bootstrap.desk import Desk, open_desk, run
from command_center.bootstrap.exercise import start_exercise
from command_center.bootstrap.picture import Picture
from command_center.bootstrap.show_exercise import exercise_panels
from command_center.bootstrap.show_observer import wall_of
from command_center.commands.addressees import Addressee
from command_center.commands.instructions import GiveInstruction, HearInstruction
from command_center.commands.room_tasks import MakeTask
from command_center.commands.shift_notes import KeepShiftNote
from command_center.domain.instruction import AddresseeKind, HeardBy, Repeats
from command_center.domain.shift_pattern import slot_at
from command_center.exercise.city.habits import TRAINING
from command_center.runtime.settings import Settings
from command_center.situation.instructions import instructions
from command_center.situation.readiness import ReadyUnits
from command_center.situation.shift_pattern import shift_pattern
from command_center.ui.actions.table import ACTIONS
from command_center.ui.application import application
from command_center.ui.instructions.panel import InstructionsPanel
from command_center.ui.observer.watched import Watched

SEED, USUAL_S, SETTLE_MS = 1, 90.0, 4000
WIDTH, HEIGHT = 1920, 1080
METRES, INCHES = 4, 55
NAMES = ("figures", "urgent", "map", "levels", "strength")


class Pictures:
    """First the room is told to do something, then the panel is taken, then page after page."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self._desk, self._seat, self._folder = desk, desk.seat, folder

    def begin(self) -> None:
        seat, lane, act = self._seat, self._desk.room.lane, self._desk.room.act
        now = seat.live.now()
        units = list(seat.situation.all("unit"))[:3]
        lead = Addressee(AddresseeKind.LEAD)
        to = (lead, *(Addressee(AddresseeKind.UNIT, unit.id) for unit in units))
        words = "Perketat patroli sepanjang Suhat sampai pertandingan selesai"
        lane.submit(GiveInstruction(words, to, "Kabagops"), act=act)
        early = replace(act, occurred_at=now.replace(microsecond=0))
        lane.submit(
            GiveInstruction("Apel malam pukul 21.00 di halaman", (lead,), "Kapolresta"), act=early
        )
        daily = MakeTask("Uji radio semua kanal", repeats=Repeats.DAILY, at="19:30", owner=lead)
        lane.submit(daily, act=act)
        lane.submit(MakeTask("Periksa kamera perbatasan", after_min=30), act=act)
        slot = slot_at(shift_pattern(seat.situation), now, seat.zone)
        note = KeepShiftNote(
            "Lampu lalu lintas Suhat padam, PLN sudah diberi tahu", now, slot.ends_at
        )
        lane.submit(note, act=act)
        QTimer.singleShot(SETTLE_MS, self._hear)

    def _hear(self) -> None:
        given = next(one for one in instructions(self._seat.situation) if len(one.receipts) > 1)
        unit = next(row for row in given.receipts if row.kind is AddresseeKind.UNIT)
        self._desk.room.lane.submit(
            HearInstruction(unit.id, HeardBy.RADIO), act=self._desk.room.act
        )
        self._desk.window.resize(WIDTH, HEIGHT)
        ACTIONS["view.instructions"].perform(self._seat)
        QTimer.singleShot(SETTLE_MS, self._panel)

    def _panel(self) -> None:
        dock = self._desk.window.docks["instructions"]
        panel = dock.findChild(InstructionsPanel)
        assert panel is not None
        page = panel.page
        page.view.setCurrentIndex(page.model.index(0, 0))
        QTimer.singleShot(SETTLE_MS // 4, self._walls)

    def _walls(self) -> None:
        seat = self._seat
        self._save("desk-instructions", self._desk.window.docks["instructions"])
        ready = ReadyUnits(seat.situation)
        watched = Watched(seat.live, seat.theme, seat.city, seat.zone, seat.room_kind, ready)
        settings = Settings(observer_distance_m=METRES, observer_diagonal_in=INCHES)
        wall = wall_of(watched, settings)
        wall.resize(WIDTH, HEIGHT)
        for at, name in enumerate(NAMES):
            wall.at, wall.part = at, 0
            wall.refresh()
            self._save(f"wall-{name}", wall)
        self._desk.window.close()
        application().quit()

    def _save(self, name: str, shown: QWidget) -> None:
        file = self._folder / f"{name}.png"
        print(f"{file} ...", shown.grab().save(str(file), "PNG"), flush=True)


def main() -> None:
    """Ends the process with the window's status."""
    folder = Path(sys.argv[1])
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else USUAL_S
    folder.mkdir(parents=True, exist_ok=True)
    application()
    exercise = start_exercise("pembukaan", SEED, None, systems=True, habits=TRAINING)
    picture = Picture(None, 0.0, WIDTH, HEIGHT, None, "dark", "id")
    desk = open_desk(exercise.room, "pictures", picture, exercise_panels(exercise), with_duty=True)
    pictures = Pictures(desk, folder)  # a timer does not keep the object of a method
    QTimer.singleShot(round(seconds * 1000), pictures.begin)
    sys.exit(run(desk, picture, exercise.close))
