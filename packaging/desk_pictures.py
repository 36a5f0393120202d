"""Pictures of the dispatch desk for the documents, taken one after another from one exercise.

usage: PYTHONPATH=packaging python -c "from desk_pictures import main; main()" FOLDER [SECONDS]

Not run as a file: the processes of the exercise would load all of this again before they answer.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from command_center.bootstrap.desk import Desk, open_desk, run
from command_center.bootstrap.exercise import start_exercise
from command_center.bootstrap.picture import Picture
from command_center.bootstrap.show_exercise import exercise_panels
from command_center.domain.incident import Incident
from command_center.domain.unit import UnitStatus
from command_center.exercise.city.habits import TRAINING
from command_center.ui.actions.table import ACTIONS
from command_center.ui.application import application

SEED, USUAL_S, SETTLE_MS = 1, 90.0, 4000
WIDTH, HEIGHT = 1920, 1080
LINE_PX = 172
"""Of the window, from its top: the line and what it says."""
Step = Callable[[], QWidget]


class Pictures:
    """Each step brings a panel to the front and says what of the window is shown of it."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self._desk, self._seat, self._folder = desk, desk.seat, folder
        self._steps: Iterator[tuple[str, Step]] = iter(
            (
                ("desk-detail", self._detail),
                ("desk-line", self._line),
                ("desk-reassign", self._reassign),
                ("desk-units", self._units),
                ("desk-alarms", lambda: self._panel("view.alarms", "alarmdesk")),
                ("desk-clocks", lambda: self._panel("view.clocks", "clocks")),
                ("desk-triage", lambda: self._panel("view.triage", "triage")),
                ("desk-places", lambda: self._panel("view.places", "places")),
                ("desk-operations", lambda: self._panel("view.operations", "operations")),
            )
        )

    def next(self) -> None:
        """The next one, until there is none."""
        step = next(self._steps, None)
        if step is None:
            self._desk.window.close()
            application().quit()
            return
        self._desk.window.resize(WIDTH, HEIGHT)  # whatever the screen of this machine holds
        name, show = step
        shown = show()
        QTimer.singleShot(SETTLE_MS, lambda: self._take(name, shown))

    def _take(self, name: str, shown: QWidget) -> None:
        file = self._folder / f"{name}.png"
        height = LINE_PX if name == "desk-line" else shown.height()
        picture = shown.grab(QRect(0, 0, shown.width(), height))
        print(f"{file} ...", picture.save(str(file), "PNG"), flush=True)
        self.next()

    # --- the steps -----------------------------------------------------------------------------

    def _dock(self, name: str) -> QWidget:
        return self._desk.window.docks[name]

    def _panel(self, action: str, name: str) -> QWidget:
        ACTIONS[action].perform(self._seat)
        return self._dock(name)

    def _waiting(self) -> Incident | None:
        """One that has a place and nobody on it, the most urgent first."""
        situation = self._seat.situation
        rows = [
            row
            for row in situation.open_incidents()
            if row.lat is not None and not situation.on_it(row.id)
        ]
        return min(rows, key=lambda row: (row.priority.value, row.opened_at), default=None)

    def _detail(self) -> QWidget:
        row = self._waiting()
        if row is not None:
            self._seat.selection.select_incident(row.id)
            ACTIONS["incident.procedure"].perform(self._seat)
        return self._dock("detail")

    def _line(self) -> QWidget:
        ACTIONS["view.search"].perform(self._seat)
        row = self._waiting()
        number = f"{row.number:04}" if row is not None else ""
        free = next(u for u in self._seat.situation.all("unit") if u.status is UnitStatus.AVAILABLE)
        sign = free.call_sign.replace(" ", "").lower()
        QTest.keyClicks(self._desk.window.top_bar.search, f"tugas {sign} {number}")
        return self._desk.window

    def _reassign(self) -> QWidget:
        self._desk.window.top_bar.search.leave()
        situation = self._seat.situation
        busy = next(u for u in situation.all("unit") if situation.active_assignment(u.id))
        self._seat.selection.select_unit(busy.id)
        ACTIONS["unit.reassign"].perform(self._seat)
        return self._dock("units")

    def _units(self) -> QWidget:
        QTest.keyClick(application().focusWidget() or self._desk.window, Qt.Key.Key_Escape)
        return self._panel("view.units", "units")


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
