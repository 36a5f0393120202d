"""What the tiles show is what painting the same state from nothing shows, whatever went before."""

from __future__ import annotations

import itertools
import random
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from command_center.domain.incident import Priority
from command_center.domain.unit import UnitStatus
from command_center.ui.map import layout as layout_module
from command_center.ui.map import words as words_module
from command_center.ui.map.age import Moment
from command_center.ui.map.canvas import MapCanvas
from command_center.ui.map.crowd import IncidentMark
from command_center.ui.map.items import Chosen, Kind
from command_center.ui.map.labels import Box
from command_center.ui.map.layer import Piece
from command_center.ui.map.marks import CameraMark, Marks, UnitMark
from command_center.ui.map.painting import paint_marks
from command_center.ui.map.viewport import Ground
from command_center.ui.theme import Theme
from tests.ui.map_pictures import finish
from tests.ui.seats import malang

NOW = datetime(2026, 11, 22, 7, 7, 30, tzinfo=UTC)
STALE_S = 300.0
TILE_PX = 64
SHOWN = (UnitStatus.AVAILABLE, UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE)
KINDS = ("incident", "unit", "camera")
IDS = st.integers(0, 39)
METRES = st.floats(-4000, 4000)


@dataclass
class Bench:
    """A map without a room: marks are put where the test wants them."""

    marks: Marks
    theme: Theme
    now: datetime
    chosen: Chosen
    ratio: float = 1.0

    def canvas(self) -> MapCanvas:
        moment = lambda: Moment(self.now, STALE_S)  # noqa: E731 - read when it is painted
        made = Ratio(malang(), Ground.around(malang().centre), self.marks, self.theme, moment)
        made.ratio = self.ratio
        made.resize(430, 310)
        made.choose(self.chosen)
        return made

    def anew(self, like: MapCanvas) -> QImage:
        """The same state by a canvas that has painted nothing before, but for the little pictures:
        Qt's outline of a letter is another by 1/64 pixel once that letter has been drawn as text.
        """
        fresh = self.canvas()
        fresh.resize(like.size())
        fresh.look_at(like.viewport)
        fresh._sprites = like._sprites
        fresh._within = like._within  # whose names are written stays while a crowd is panned
        picture = shown(fresh)
        fresh.deleteLater()
        return picture


class Ratio(MapCanvas):
    """On a screen of its own ratio."""

    ratio = 1.0

    def devicePixelRatioF(self) -> float:
        return self.ratio


def shown(canvas: MapCanvas) -> QImage:
    """Ground and marks of the view, in the screen's own pixels."""
    finish(canvas)
    ratio, view = canvas.devicePixelRatioF(), canvas.viewport
    picture = QPixmap(round(view.width * ratio), round(view.height * ratio))
    picture.fill(Qt.GlobalColor.magenta)
    painter = QPainter(picture)
    assert canvas.surface.tiles.is_current
    canvas.surface.tiles.paint_ground(painter, view)
    canvas.surface.tiles.paint_marks(painter)
    painter.end()
    return picture.toImage()


def unit(number: int, x_m: float, y_m: float, age_s: float, busy: bool) -> UnitMark:
    shape = SHOWN[number % len(SHOWN)]
    course = None if number % 2 else number * 9.0
    at = NOW - timedelta(seconds=age_s)
    return UnitMark(f"unit-{number:02}", x_m, y_m, shape, f"REGU {number}", busy, course, at)


def incident(number: int, x_m: float, y_m: float, slot: int) -> IncidentMark:
    rank = list(Priority)[number % 4]
    id = f"incident-{number:02}"
    return IncidentMark(id, x_m, y_m, slot, rank, number % 3 > 0, f"#{number:04}", 200.0)


def camera(number: int, x_m: float, y_m: float) -> CameraMark:
    return CameraMark(f"camera-{number:02}", x_m, y_m, f"CAM-{number:03}", number % 5 == 0)


@pytest.fixture
def bench(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Bench:
    """Few marks, of which a few are a crowd already, and small tiles."""
    for module in ("layer", "tiles", "painting", "backdrop"):
        monkeypatch.setattr(f"command_center.ui.map.{module}.TILE_PX", TILE_PX)
    monkeypatch.setattr(layout_module, "DENSE", 24)
    monkeypatch.setattr(words_module, "MOST_NAMES", 12)
    monkeypatch.setattr("command_center.ui.map.canvas.MOST_NAMES", 12)
    marks = Marks(Ground.around(malang().centre))
    return Bench(marks, Theme(), NOW, Chosen())


def fill(bench: Bench, seed: int) -> None:
    at = random.Random(seed)
    spots = [(at.gauss(0, 2000), at.gauss(0, 2000)) for _ in range(90)]
    marks = bench.marks
    found = [unit(n, *spots[n], at.uniform(0, 400), n % 4 == 0) for n in range(30)]
    marks.units = {mark.id: mark for mark in found}
    shared = [incident(n, *spots[30 + n // 3], n % 3) for n in range(30)]
    marks.incidents = {mark.id: mark for mark in by_rank(shared)}
    marks.cameras = {mark.id: mark for n in range(30) for mark in [camera(n, *spots[60 + n])]}
    marks.version += 1


def by_rank(marks: list[IncidentMark]) -> list[IncidentMark]:
    return sorted(marks, key=lambda mark: (mark.priority, mark.id))


steps = st.one_of(
    st.tuples(st.just("pan"), st.floats(-300, 300), st.floats(-300, 300)),
    st.tuples(st.just("zoom"), st.floats(0.4, 2.5), st.floats(0, 400)),
    st.tuples(st.just("unit"), IDS, METRES, METRES, st.floats(0, 400), st.booleans()),
    st.tuples(st.just("incident"), IDS, METRES, METRES, st.integers(0, 4)),
    st.tuples(st.just("camera"), IDS, METRES, METRES),
    st.tuples(st.just("gone"), st.sampled_from(["units", "incidents", "cameras"]), IDS),
    st.tuples(st.just("choose"), IDS, IDS, IDS),
    st.tuples(st.just("hide"), st.frozensets(st.sampled_from(Kind))),
    st.tuples(st.just("clock"), st.floats(0, 90)),
    st.tuples(st.just("turns"), st.integers(1, 4)),
    st.tuples(st.just("size"), st.integers(200, 700), st.integers(130, 500)),
)


def do(bench: Bench, canvas: MapCanvas, step: tuple[Any, ...]) -> None:
    kind, *of = step
    marks = bench.marks
    if kind == "pan":
        canvas.look_at(canvas.viewport.panned(*of))
    elif kind == "zoom":
        canvas.look_at(canvas.viewport.zoomed(of[0], of[1], of[1] / 2))
    elif kind == "size":
        canvas.resize(*of)
        canvas.viewport = canvas.viewport.resized(*of)
    elif kind == "choose":
        names = [f"{what}-{n:02}" for what, n in zip(KINDS, of, strict=True)]
        incident_id, unit_id, camera_id = names
        bench.chosen = Chosen(incident_id, unit_id, camera_id, bench.chosen.hidden)
        canvas.choose(bench.chosen)
    elif kind == "hide":
        bench.chosen = replace(bench.chosen, hidden=of[0])
        canvas.choose(bench.chosen)
    elif kind == "clock":
        bench.now += timedelta(seconds=of[0])
    elif kind == "turns":
        canvas.surface.begin(canvas.viewport, canvas.devicePixelRatioF())
        for _ in range(of[0]):
            canvas.surface.turn()
    else:
        put(marks, kind, of)
        marks.version += 1


def put(marks: Marks, kind: str, of: list[Any]) -> None:
    if kind == "unit":
        mark = unit(*of)
        marks.units[mark.id] = mark
    elif kind == "incident":
        fresh = incident(*of)
        marks.incidents = {
            mark.id: mark for mark in by_rank([*(marks.incidents | {fresh.id: fresh}).values()])
        }
    elif kind == "camera":
        lens = camera(*of)
        marks.cameras = marks.cameras | {lens.id: lens}
    else:
        name, number = of
        kept: dict[str, object] = dict(getattr(marks, name))
        kept.pop(f"{name[:-1]}-{number:02}", None)
        setattr(marks, name, kept)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    seed=st.integers(0, 50),
    ratio=st.sampled_from([1.0, 1.5]),
    done=st.lists(steps, min_size=1, max_size=14),
)
def test_after_anything_the_tiles_show_what_painting_anew_shows(
    bench: Bench, seed: int, ratio: float, done: list[tuple[Any, ...]]
) -> None:
    bench.now, bench.chosen, bench.ratio = NOW, Chosen(), ratio
    fill(bench, seed)
    canvas = bench.canvas()
    canvas.fit()
    for step in done:
        do(bench, canvas, step)
    assert shown(canvas) == bench.anew(canvas)
    canvas.deleteLater()


def test_tiles_show_no_seams(bench: Bench) -> None:
    """Marks and names painted at once are, pixel for pixel, those painted in pieces."""
    fill(bench, 7)
    canvas = bench.canvas()
    canvas.look_at(replace(canvas.viewport, scale=0.11))
    layout, moment = canvas.layout_now(), Moment(bench.now, STALE_S)
    half = 8 * TILE_PX
    whole = QImage(2 * half, 2 * half, QImage.Format.Format_ARGB32_Premultiplied)
    whole.fill(Qt.GlobalColor.transparent)
    pieces = whole.copy()
    painter = QPainter(whole)
    painter.translate(half, half)
    for word in layout.headings:
        painter.drawPixmap(word.box, word.picture, word.picture.rect())
    for item in layout.within(Box(-half, -half, 2 * half, 2 * half)):
        painter.setOpacity(1.0 if item.at is None else moment.shade(item.at))
        painter.drawPixmap(item.box, item.sprite, item.sprite.rect())
    painter.setOpacity(1.0)
    for word in layout.names:
        painter.drawPixmap(word.box, word.picture, word.picture.rect())
    painter.end()
    painter = QPainter(pieces)
    for column, row in itertools.product(range(-8, 8), repeat=2):
        piece = Piece((column, row), 0.11, 1.0)
        painted, _ = paint_marks(piece, layout, moment, [])
        if painted is not None:
            left, top = piece.corner
            painter.drawPixmap(left + half, top + half, painted)
    painter.end()
    assert whole == pieces
    assert whole.pixelColor(0, 0).alpha() == 0
    assert len(layout.names) > 5
