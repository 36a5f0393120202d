"""Where reports of the last day came from, as a density beneath the marks."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QColor, QPainter

from command_center.domain.incident import Report
from command_center.situation.situation import Situation
from command_center.ui.format import count
from command_center.ui.map.density import Density, density_of
from command_center.ui.map.layer import Found, Level, Piece
from command_center.ui.map.viewport import Ground
from command_center.ui.tasks import Tasks
from command_center.ui.theme import Theme

translate = QCoreApplication.translate
DAY = timedelta(hours=24)
EVERY = timedelta(seconds=10)
"""How often the reports are looked at."""
AROUND_M = 300.0
INK = "p2"


class Heat:
    """Computed on the pool of the seat, one computation at a time; `done` follows each."""

    id = "heat"
    level = Level.BENEATH_MARKS

    def __init__(
        self, ground: Ground, theme: Theme, tasks: Tasks, done: Callable[[], None]
    ) -> None:
        self._ground = ground
        self._theme = theme
        self._tasks = tasks
        self._done = done
        self._points: list[tuple[float, float]] = []
        self._inked: QColor | None = None
        self._busy = False
        self._taken: datetime | None = None
        self._density: Density | None = None
        self.version = 0

    def take(self, situation: Situation, now: datetime) -> None:
        ink = self._theme.color(INK)
        rests = self._taken is not None and now - self._taken < EVERY
        if self._busy or (rests and ink == self._inked):
            return
        self._taken, since = now, now - DAY
        points = [
            self._ground.to_m(row.lat, row.lon)
            for row in situation.all("report")
            if isinstance(row, Report)
            and row.lat is not None
            and row.lon is not None
            and row.received_at >= since
        ]
        if points == self._points and ink == self._inked:
            return
        self._points, self._inked, self._busy = points, ink, True
        self._tasks.run(partial(density_of, points, ink), self._take, self._give_up)

    def _take(self, density: Density | None) -> None:
        self._density, self._busy = density, False
        self.version += 1
        self._done()

    def _give_up(self, _: Exception) -> None:
        self._busy = False

    def title(self) -> str:
        return translate("Map", "Kepadatan laporan 24 jam")

    def note(self) -> str:
        if self._density is None:
            return translate("Map", "tidak ada laporan berlokasi")
        text = translate("Map", "%1 laporan, terpadat %2 per km²")
        most = count(round(self._density.most_km2))
        return text.replace("%1", count(len(self._points))).replace("%2", most)

    def paint(self, painter: QPainter, piece: Piece) -> None:
        if self._density is None:
            return
        box, scale = self._density.box, piece.scale
        wide, down = (box.right - box.left) * scale, (box.bottom - box.top) * scale
        where = QRectF(box.left * scale, box.top * scale, wide, down)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        picture = self._density.picture
        painter.drawImage(where, picture, QRectF(picture.rect()))

    def at(self, x_m: float, y_m: float, reach_m: float) -> Sequence[Found]:
        near = sum(math.hypot(x - x_m, y - y_m) <= AROUND_M for x, y in self._points)
        if not near:
            return ()
        text = translate("Map", "%1 laporan dalam 24 jam, 300 m di sekitar sini")
        return [Found(self.id, "", text.replace("%1", count(near)))]
