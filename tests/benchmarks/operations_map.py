"""The situation map with ten thousand marks: panned, zoomed, changed and chosen on.

The baseline of a frame is the same view painted mark by mark, as the map did before it had tiles.
Run by itself it is the window's side: it prints what it measured as one JSON object.
"""

from __future__ import annotations

import gc
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QPointF
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from command_center.bootstrap.garbage import Garbage
from command_center.domain.incident import Priority
from command_center.ports import Position
from command_center.ui.map.age import Moment
from command_center.ui.map.canvas import MapCanvas
from command_center.ui.map.labels import Box
from command_center.ui.map.panel import MapPanel
from tests.benchmarks.figure import Figure
from tests.benchmarks.lateness import rank
from tests.benchmarks.room_lag import environment
from tests.ui.scene import NOW, incident_rows, picture_rows, unit_rows
from tests.ui.seats import Desk, make_desk

UNITS, INCIDENTS, CAMERAS = 5_000, 4_300, 700
WIDE, HIGH = 1920, 1080
FRAMES = int(os.environ.get("BENCH_FRAMES", "600"))
CHANGES, A_CHANGE = 60, 5
"""So many changes, each of so many units, ten a second."""
CHOICES, ZOOMS = 40, 12
FRAME_MS, TURN_MS, KEY_MS = 16.0, 25.0, 100.0
TIMEOUT_S = 900.0


@dataclass(slots=True)
class Took:
    """Milliseconds, by the wall and by the processor of the thread that paints."""

    wall: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)

    def of(self, act: Callable[[], object]) -> None:
        wall, work = time.perf_counter(), time.thread_time()
        act()
        self.work.append((time.thread_time() - work) * 1000)
        self.wall.append((time.perf_counter() - wall) * 1000)


@dataclass(slots=True)
class Told:
    """What was measured, in the order of the figures."""

    marks: int = 0
    pan: Took = field(default_factory=Took)
    between: Took = field(default_factory=Took)
    whole: Took = field(default_factory=Took)
    taken: Took = field(default_factory=Took)
    change: Took = field(default_factory=Took)
    key: Took = field(default_factory=Took)
    zoom: Took = field(default_factory=Took)
    sharp: Took = field(default_factory=Took)
    turn: Took = field(default_factory=Took)


def operations_map() -> Iterator[Figure]:
    return map_figures("tests.benchmarks.operations_map", "map")


def map_figures(module: str, prefix: str) -> Iterator[Figure]:
    """What the window of that module measured, under names that begin with `prefix`."""
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        ended = subprocess.run(
            [sys.executable, "-m", module],
            check=True,
            stdout=subprocess.PIPE,
            text=True,
            timeout=TIMEOUT_S,
            env=environment(Path(folder)),
        )
    told = json.loads(ended.stdout.splitlines()[-1])
    seconds = time.monotonic() - start

    def shares(
        name: str, took: str, by: str, base: str | None, target: float | None
    ) -> Iterator[Figure]:
        values = sorted(told[took][by])
        known = sorted(told[base][by]) if base else []
        for share, label in ((0.5, "p50"), (0.95, "p95"), (0.99, "p99")):
            figure = f"{prefix}_{name}_{label}"
            yield Figure("operations", figure, rank(values, share), "ms", "lower",
                         len(values), seconds, rank(known, share) if known else None,
                         target if label == "p95" else None)  # fmt: skip

    yield Figure("operations", f"{prefix}_marks", told["marks"], "marks", "higher", 1, seconds,
                 target=10_000)  # fmt: skip
    yield from shares("pan_frame", "pan", "wall", "whole", FRAME_MS)
    yield from shares("pan_frame_cpu", "pan", "work", "whole", FRAME_MS)
    yield from shares("pan_turn_cpu", "between", "work", None, TURN_MS)
    yield from shares("change_taken_cpu", "taken", "work", None, TURN_MS)
    yield from shares("change_cpu", "change", "work", "whole", None)
    yield from shares("change_painted", "change", "wall", None, None)
    yield from shares("key_painted", "key", "wall", "whole", KEY_MS)
    yield from shares("zoom_frame_cpu", "zoom", "work", "whole", TURN_MS)
    yield from shares("zoom_sharp", "sharp", "wall", None, None)
    yield from shares("turn_cpu", "turn", "work", None, TURN_MS)


# --- the window's side ---------------------------------------------------------------------------


def crowded(desk_folder: Path, at: random.Random) -> Desk:
    """The room of the picture, ten thousand strong, over the middle of the city."""
    unit_row, case = unit_rows()[0], next(row for row in incident_rows() if row.lat is not None)
    camera_row = next(row for row in picture_rows() if type(row).__name__ == "Camera")
    units = [replace(unit_row, id=f"unit-{n:05}", call_sign=f"REGU {n}") for n in range(UNITS)]
    ranks = list(Priority)
    cases = [
        replace(case, id=f"case-{n:05}", number=n, priority=ranks[n % 4], lat=lat, lon=lon)
        for n, (lat, lon) in enumerate(places(at, INCIDENTS))
    ]
    cameras = [
        replace(camera_row, id=f"lens-{n:05}", lat=lat, lon=lon)
        for n, (lat, lon) in enumerate(places(at, CAMERAS))
    ]
    desk = make_desk([*picture_rows(), *units, *cases, *cameras], NOW, desk_folder)
    for unit_row, (lat, lon) in zip(units, places(at, UNITS), strict=True):
        age_s = at.uniform(0, 280)
        desk.telemetry.at[unit_row.id] = heard(desk, unit_row.id, lat, lon, age_s)
    return desk


def places(at: random.Random, count: int) -> list[tuple[float, float]]:
    return [(at.gauss(-7.975, 0.022), at.gauss(112.632, 0.02)) for _ in range(count)]


def heard(desk: Desk, id: str, lat: float, lon: float, age_s: float = 0.0) -> Position:
    at = desk.clock.now() - timedelta(seconds=age_s)
    return Position(id, lat, lon, 10.0, 5.0, 90.0, at)


def measure(desk: Desk, at: random.Random, dress: Callable[[MapPanel], None]) -> Told:
    panel = MapPanel(desk.seat)
    panel.resize(WIDE, HIGH)
    panel.show()
    desk.tick(0)
    dress(panel)
    told, canvas = Told(), panel.canvas
    marks = panel.marks
    told.marks = len(marks.units) + len(marks.incidents) + len(marks.cameras)
    for scale in (canvas.viewport.scale, 0.12):
        canvas.look_at(replace(canvas.viewport, scale=scale))
        until_current(canvas, told.turn)
        paint_all(canvas, desk)
        for _ in range(20):
            told.whole.of(lambda: paint_all(canvas, desk))
        pan(canvas, told)
    canvas.fit()
    until_current(canvas, told.turn)
    change(desk, panel, at, told)
    choose(desk, canvas, told)
    zoom(canvas, told)
    panel.close()
    panel.deleteLater()
    return told


def pan(canvas: MapCanvas, told: Told) -> None:
    """A hand that drags across the city and back, sixty frames a second."""
    steps = [(24, 0)] * 45 + [(0, 18)] * 30 + [(-36, -9)] * 30 + [(0, -9)] * 30
    for frame in range(FRAMES // 2):
        right, down = steps[frame % len(steps)]

        def moved(right: int = right, down: int = down) -> None:
            canvas.look_at(canvas.viewport.panned(right, down))
            canvas.repaint()

        begun = time.perf_counter()
        told.pan.of(moved)
        while time.perf_counter() - begun < FRAME_MS / 1000:
            told.between.of(QCoreApplication.processEvents)
            time.sleep(0.0005)


def paint_all(canvas: MapCanvas, desk: Desk) -> None:
    """Ground from a picture, then every mark and name that is seen."""
    viewport, layout = canvas.viewport, canvas.layout_now()
    moment = Moment(desk.clock.now(), desk.seat.targets.position_stale_s)
    target = QPixmap(WIDE, HIGH)
    painter = QPainter(target)
    painter.drawPixmap(QPointF(0, 0), GROUND[0])
    left, top = viewport.origin
    painter.translate(round(left), round(top))
    seen = Box(-left, -top, viewport.width, viewport.height)
    for item in layout.within(seen):
        painter.setOpacity(1.0 if item.at is None else moment.shade(item.at))
        painter.drawPixmap(item.box, item.sprite, item.sprite.rect())
    painter.setOpacity(1.0)
    for word in (*layout.headings, *layout.names):
        painter.drawPixmap(word.box, word.picture, word.picture.rect())
    painter.end()


GROUND: list[QPixmap] = []


def until_current(canvas: MapCanvas, turns: Took | None = None) -> None:
    """Each pass of the event loop is one turn at most."""
    turns = turns if turns is not None else Took()
    canvas.repaint()
    while not canvas.surface.is_current:
        turns.of(QCoreApplication.processEvents)


def change(desk: Desk, panel: MapPanel, at: random.Random, told: Told) -> None:
    """A few units say where they are, again and again, until each is painted there."""
    ids = list(panel.marks.units)
    for _ in range(CHANGES):
        news = [
            heard(desk, id, *place)
            for id, place in zip(at.sample(ids, A_CHANGE), places(at, A_CHANGE), strict=True)
        ]
        desk.telemetry.put_positions(news)
        begun, worked = time.perf_counter(), time.thread_time()
        told.taken.of(lambda: desk.tick(0.1))
        while not panel.canvas.surface.is_current:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)
        told.change.wall.append((time.perf_counter() - begun) * 1000)
        told.change.work.append((time.thread_time() - worked) * 1000)


def choose(desk: Desk, canvas: MapCanvas, told: Told) -> None:
    """From the key to the ring around what was chosen."""
    for number in range(CHOICES):
        id = f"case-{number * 7:05}"

        def chosen(id: str = id) -> None:
            desk.seat.selection.select_incident(id)
            QCoreApplication.processEvents()

        told.key.of(chosen)
        until_current(canvas)


def zoom(canvas: MapCanvas, told: Told) -> None:
    for number in range(ZOOMS):
        canvas.zoom(1.25 if number % 6 < 3 else 0.8)
        told.zoom.of(canvas.repaint)
        told.sharp.of(lambda: until_current(canvas, told.turn))


def main(
    lay: Callable[[Desk, Path], None] = lambda desk, folder: None,
    dress: Callable[[MapPanel], None] = lambda panel: None,
) -> None:
    """`lay` is done to the desk before the map is made, `dress` to the map before it is
    measured."""
    app = QApplication([])
    at = random.Random(42)
    GROUND.append(QPixmap(WIDE, HIGH))
    GROUND[0].fill()
    with tempfile.TemporaryDirectory() as folder:
        desk, garbage = crowded(Path(folder), at), Garbage()
        lay(desk, Path(folder))
        gc.collect()
        gc.freeze()  # as in a window that has been open for a while
        try:
            told = measure(desk, at, dress)
        finally:
            garbage.close()
            desk.close()
    print(json.dumps(asdict(told)))
    app.processEvents()


if __name__ == "__main__":
    main()
