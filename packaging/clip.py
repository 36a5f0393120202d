"""The clip of the README: half a minute of the exercise room while somebody works in it.

usage: PYTHONPATH=packaging python -c "from clip import main; main()" FILE.webp [SECONDS]

Not run as a file: the processes of the exercise would load all of this again before they answer.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from command_center.bootstrap.desk import Desk, open_desk, run
from command_center.bootstrap.exercise import start_exercise
from command_center.bootstrap.picture import Picture
from command_center.bootstrap.show_exercise import exercise_panels
from command_center.domain.incident import Incident
from command_center.domain.unit import UnitStatus
from command_center.exercise.city.habits import TRAINING
from command_center.ui.actions.table import ACTIONS
from command_center.ui.application import application

SEED, USUAL_S = 1, 75.0
WINDOW, SHOWN = (1280, 720), (960, 540)
FRAMES_A_SECOND, LENGTH_S = 5, 30
QUALITY = 62


class Story:
    """What the hand does, by the second of the clip."""

    def __init__(self, desk: Desk) -> None:
        self._seat, self._window = desk.seat, desk.window
        self._chosen = ""
        self.steps: dict[int, Callable[[], None]] = {
            2: self._choose,
            4: self._do("incident.take"),
            7: self._do("view.wall"),
            9: self._do("incident.verify"),
            12: self._do("incident.order"),
            15: self._heard,
            17: self._on_the_way,
            20: self._type,
            24: self._leave,
            25: self._do("view.map"),
            27: self._do("view.queue"),
        }

    def _do(self, action: str) -> Callable[[], None]:
        return lambda: ACTIONS[action].perform(self._seat)

    def _choose(self) -> None:
        """The most urgent that nobody has, with a place."""
        rows = [
            row
            for row in self._seat.situation.open_incidents()
            if row.owner_id is None and row.lat is not None
        ]
        first = min(rows, key=_urgency, default=None)
        if first is not None:
            self._chosen = first.id
            self._seat.selection.select_incident(first.id)

    def _unit(self) -> str | None:
        sent = self._seat.situation.on_it(self._chosen) if self._chosen else ()
        return next((one.unit_id for one in sent), None)

    def _heard(self) -> None:
        unit = self._unit()
        if unit is not None:
            self._seat.selection.select_unit(unit)
            ACTIONS["unit.acknowledge"].perform(self._seat)

    def _on_the_way(self) -> None:
        unit = self._seat.situation.unit(self._unit() or "")
        if unit is not None and unit.status is not UnitStatus.EN_ROUTE:
            ACTIONS["unit.en_route"].perform(self._seat)

    def _type(self) -> None:
        ACTIONS["view.search"].perform(self._seat)
        row = self._seat.situation.incident(self._chosen)
        words = f"catat {row.number:04} pelaku ke arah timur" if row is not None else "lihat suhat"
        QTest.keyClicks(self._window.top_bar.search, words)

    def _leave(self) -> None:
        QTest.keyClick(self._window.top_bar.search, Qt.Key.Key_Return)


def _urgency(row: Incident) -> tuple[str, object]:
    return row.priority.value, row.opened_at


class Recorder:
    """Takes a frame every fifth of a second, whatever the window does meanwhile."""

    def __init__(self, desk: Desk, file: Path) -> None:
        self._desk, self._file = desk, file
        self._story = Story(desk)
        self._frames: list[QImage] = []
        self._timer = QTimer(desk.window)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1000 // FRAMES_A_SECOND)
        self._timer.timeout.connect(self._take)

    def begin(self) -> None:
        self._desk.window.resize(*WINDOW)
        self._timer.start()

    def _take(self) -> None:
        at, rest = divmod(len(self._frames), FRAMES_A_SECOND)
        if rest == 0 and at in self._story.steps:
            self._story.steps[at]()
        shown = self._desk.window.grab().toImage()
        smooth = Qt.TransformationMode.SmoothTransformation
        self._frames.append(shown.scaled(*SHOWN, mode=smooth))
        if len(self._frames) >= FRAMES_A_SECOND * LENGTH_S:
            self._timer.stop()
            write_clip(self._frames, self._file)
            print(f"{self._file} ... {self._file.stat().st_size} bytes", flush=True)
            self._desk.window.close()
            application().quit()


def _pixels(frames: list[QImage]) -> Iterator[np.ndarray]:
    for frame in frames:
        plain = frame.convertToFormat(QImage.Format.Format_RGB888)
        rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), -1)
        yield rows[:, : plain.width() * 3].reshape(plain.height(), plain.width(), 3).copy()


def write_clip(frames: list[QImage], file: Path) -> None:
    """As a WebP that moves and goes on for ever."""
    with av.open(str(file), "w", format="webp", options={"loop": "0"}) as out:
        stream = out.add_stream("libwebp_anim", rate=Fraction(FRAMES_A_SECOND))
        stream.width, stream.height = SHOWN
        stream.pix_fmt = "yuv420p"
        stream.options = {"quality": str(QUALITY), "compression_level": "5"}
        for pixels in _pixels(frames):
            out.mux(stream.encode(av.VideoFrame.from_ndarray(pixels, format="rgb24")))
        out.mux(stream.encode(None))


def main() -> None:
    """Ends the process with the window's status."""
    file = Path(sys.argv[1])
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else USUAL_S
    file.parent.mkdir(parents=True, exist_ok=True)
    application()
    exercise = start_exercise("pembukaan", SEED, None, systems=True, habits=TRAINING)
    picture = Picture(None, 0.0, *WINDOW, None, "dark", "id")
    desk = open_desk(exercise.room, "pictures", picture, exercise_panels(exercise), with_duty=True)
    recorder = Recorder(desk, file)  # a timer does not keep the object of a method
    QTimer.singleShot(round(seconds * 1000), recorder.begin)
    sys.exit(run(desk, picture, exercise.close))
