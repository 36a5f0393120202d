"""Pictures of the handbook, taken one after another from one exercise, in Indonesian.

usage: PYTHONPATH=packaging python -c "from handbook_pictures import main; main()" FOLDER [SECONDS]

Not run as a file: the processes of the exercise would load all of this again before they answer.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from desk_pictures import Pictures as DeskPictures
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from command_center.bootstrap.desk import Desk, open_desk, run
from command_center.bootstrap.exercise import start_exercise
from command_center.bootstrap.picture import Picture
from command_center.bootstrap.show_exercise import exercise_panels
from command_center.exercise.city.habits import TRAINING
from command_center.ui.actions.table import ACTIONS
from command_center.ui.application import application

SEED, USUAL_S, SETTLE_MS = 1, 90.0, 2500
WIDTH, HEIGHT = 1920, 1080
WIDEST_PX = 1100
"""Of a picture in the handbook: it ships with the program."""
PANELS = {
    "alarm": ("view.alarms", "alarmdesk"),
    "angka": ("view.clocks", "clocks"),
    "triase": ("view.triage", "triage"),
    "kesehatan": ("view.health", "health"),
    "rumah-sakit": ("view.hospitals", "hospitals"),
    "operasi": ("view.operations", "operations"),
    "daftar-kamera": ("view.cameras", "cameras"),
    "lapsit": ("incident.lapsit", "reports"),
    "serah-terima": ("view.handover", "handover"),
    "buku-mutasi": ("view.book", "handover"),
}
Step = Callable[[], QWidget]


class Pictures(DeskPictures):
    """The steps of the desk's own pictures, and those only the handbook has."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        super().__init__(desk, folder)
        self._desk, self._seat, self._folder = desk, desk.seat, folder
        panels = ((name, partial(self._panel, *where)) for name, where in PANELS.items())
        self._steps: Iterator[tuple[str, Step]] = iter(
            (
                ("antrean", self._queue),
                ("ruang", lambda: desk.window),
                ("kamera", lambda: self._dock("wall")),
                ("peta", lambda: self._dock("map")),
                ("kejadian", self._detail),
                ("penerusan", self._refer),
                ("telepon", self._call),
                ("baris-perintah", self._line),
                ("menggeser", self._reassign),
                ("papan-unit", self._units),
                *panels,
            )
        )

    def _take(self, name: str, shown: QWidget) -> None:
        file = self._folder / f"{name}.png"
        height = 172 if name == "baris-perintah" else shown.height()
        taken = shown.grab(QRect(0, 0, shown.width(), height)).toImage()
        if taken.width() > WIDEST_PX:
            taken = taken.scaledToWidth(WIDEST_PX, Qt.TransformationMode.SmoothTransformation)
        saved = taken.convertToFormat(QImage.Format.Format_RGB888).save(str(file), quality=0)
        print(f"{file} ...", saved, flush=True)
        self.next()

    def _queue(self) -> QWidget:
        row = self._waiting()
        if row is not None:
            self._seat.selection.select_incident(row.id)
        return self._dock("queue")

    def _refer(self) -> QWidget:
        ACTIONS["incident.refer"].perform(self._seat)
        return self._dock("detail")

    def _call(self) -> QWidget:
        QTest.keyClick(application().focusWidget() or self._desk.window, Qt.Key.Key_Escape)
        ACTIONS["incident.call"].perform(self._seat)
        return self._dock("call")


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
    QTimer.singleShot(round(seconds * 1000), pictures.next)
    sys.exit(run(desk, picture, exercise.close))
