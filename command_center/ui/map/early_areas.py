"""Where something small gathers: the kelurahan of the early warnings that stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from command_center.domain.early import Episode
from command_center.situation.early import open_episodes
from command_center.situation.situation import Situation
from command_center.ui.early.words import count_text, often_text, stream_text
from command_center.ui.map.layer import Found, Level, Piece
from command_center.ui.map.viewport import Ground
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
INK = "p2"
LOUD, SOFT = 0.26, 0.12
"""How much of the colour: those that ring, and those that are only watched."""
AROUND_M = 700.0
"""Where a city has no borders, around the point its name is written at."""


class EarlyAreas:
    """A warning about the whole city has no area of its own and is left to the list."""

    id = "early"
    level = Level.BENEATH_MARKS
    follows = frozenset({"early_episode"})

    def __init__(self, ground: Ground, seat: Seat) -> None:
        self._ground = ground
        self._seat = seat
        self._shapes: dict[str, QPainterPath] = {}
        self._episodes: list[Episode] = []

    @property
    def version(self) -> object:
        now = self._seat.live.now()
        shown = tuple((e.id, e.areas, e.rings and e.waits(now)) for e in self._episodes)
        return shown, self._seat.theme.color(INK).rgba()

    def take(self, situation: Situation) -> None:
        self._episodes = open_episodes(situation)

    def title(self) -> str:
        return translate("Map", "Peringatan dini")

    def note(self) -> str:
        if not self._episodes:
            return translate("Map", "tidak ada yang berlangsung")
        rings = sum(episode.rings for episode in self._episodes)
        text = translate("Map", "%1 berlangsung, %2 membunyikan alarm")
        return text.replace("%1", str(len(self._episodes))).replace("%2", str(rings))

    def paint(self, painter: QPainter, piece: Piece) -> None:
        now, seen = self._seat.live.now(), QRectF(*piece.box)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for episode in self._episodes:
            ink = self._seat.theme.color(INK)
            pen = QPen(ink, 1.2 * self._seat.theme.scale, Qt.PenStyle.DashLine)
            ink.setAlphaF(LOUD if episode.rings and episode.waits(now) else SOFT)
            painter.setPen(pen)
            painter.setBrush(ink)
            painter.save()
            painter.scale(piece.scale, piece.scale)
            pen.setCosmetic(True)
            painter.setPen(pen)
            for path in self._paths(episode):
                box = path.boundingRect()
                scaled = QRectF(box.topLeft() * piece.scale, box.size() * piece.scale)
                if scaled.intersects(seen):
                    painter.drawPath(path)
            painter.restore()

    def at(self, x_m: float, y_m: float, reach_m: float) -> Sequence[Found]:
        here = QPointF(x_m, y_m)
        return [
            Found(self.id, episode.id, self._said(episode))
            for episode in self._episodes
            if any(path.contains(here) for path in self._paths(episode))
        ]

    def _said(self, episode: Episode) -> str:
        parts = (stream_text(episode.stream), count_text(episode), often_text(episode))
        return " · ".join(parts)

    def _paths(self, episode: Episode) -> Iterator[QPainterPath]:
        for code in episode.areas:
            if code not in self._shapes:
                self._shapes[code] = self._shape(code)
            yield self._shapes[code]

    def _shape(self, code: str) -> QPainterPath:
        """In metres of the Ground."""
        path, boundaries = QPainterPath(), self._seat.city.boundaries
        if boundaries is not None and code in boundaries.codes:
            for ring in boundaries.outline(code):
                points = [QPointF(*self._ground.to_m(lat, lon)) for lat, lon in ring.tolist()]
                path.addPolygon(QPolygonF(points))
                path.closeSubpath()
            return path
        area = self._seat.city.gazetteer.by_code(code)
        if area is not None and area.lat is not None and area.lon is not None:
            path.addEllipse(QPointF(*self._ground.to_m(area.lat, area.lon)), AROUND_M, AROUND_M)
        return path
