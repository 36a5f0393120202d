"""How vulnerable each kelurahan is judged, as five shades of one colour beneath the marks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPolygonF

from command_center.advice.criteria import shipped_criteria
from command_center.domain.errors import OperatorError
from command_center.geo.city import CityPack
from command_center.situation.situation import Situation
from command_center.situation.vulnerability import AreaShade, choropleth, criteria_of
from command_center.ui.map.layer import Found, Level, Piece
from command_center.ui.map.viewport import Ground
from command_center.ui.places.words import day_text
from command_center.ui.theme import Theme

translate = QCoreApplication.translate
INK = "text2"
OPACITY = (0.03, 0.11, 0.20, 0.30, 0.42)
"""Of the five shades: each is told from the next on both grounds. The colours of priorities and
statuses mean something else."""


class Rated:
    """What nobody has judged is hatched: it is not safe, it is unknown."""

    id = "rated"
    level = Level.BENEATH_MARKS
    follows = frozenset({"assessment", "room_setting"})

    def __init__(self, city: CityPack, ground: Ground, theme: Theme, zone: tzinfo) -> None:
        self._city = city
        self._theme = theme
        self._zone = zone
        self._paths = area_paths(city, ground)
        self._ground = ground
        self._shades: dict[str, AreaShade] = {}

    @property
    def version(self) -> object:
        return tuple(shade.shade for shade in self._shades.values())

    def take(self, situation: Situation) -> None:
        try:
            table = criteria_of(situation)
        except OperatorError:
            table = shipped_criteria()  # the page of criteria says so
        shades = choropleth(situation, sorted(self._paths), table)
        self._shades = {shade.area_code: shade for shade in shades}

    def title(self) -> str:
        return translate("Map", "Kerawanan kelurahan")

    def note(self) -> str:
        judged = sum(shade.shade is not None for shade in self._shades.values())
        text = translate("Map", "%1 dari %2 dinilai; arsir: belum dinilai")
        return text.replace("%1", str(judged)).replace("%2", str(len(self._shades)))

    def paint(self, painter: QPainter, piece: Piece) -> None:
        scale, box = piece.scale, QRectF(*piece.box)
        metres = QRectF(
            box.left() / scale, box.top() / scale, box.width() / scale, box.height() / scale
        )
        painter.save()
        painter.scale(scale, scale)
        for code, shade in self._shades.items():
            bounds, path = self._paths[code]
            if bounds.intersects(metres):
                painter.fillPath(path, self._brush(shade.shade, painter))
        painter.restore()

    def _brush(self, shade: int | None, painter: QPainter) -> QBrush:
        ink = self._theme.color("text3" if shade is None else INK)
        ink.setAlphaF(0.3 if shade is None else OPACITY[shade])
        if shade is not None:
            return QBrush(ink)
        brush = QBrush(ink, Qt.BrushStyle.BDiagPattern)
        brush.setTransform(painter.transform().inverted()[0])
        return brush

    def at(self, x_m: float, y_m: float, reach_m: float) -> Sequence[Found]:
        place = self._ground.to_lat_lon(x_m, y_m)
        hit = self._city.area_at(place.lat, place.lon)
        shade = self._shades.get(hit.code) if hit is not None else None
        if shade is None:
            return ()
        return [Found(self.id, shade.area_code, self._said(shade))]

    def _said(self, shade: AreaShade) -> str:
        area = self._city.gazetteer.by_code(shade.area_code)
        name, judged = area.name if area else shade.area_code, shade.judged
        if judged is None:
            return translate("Map", "%1: belum dinilai").replace("%1", name)
        day = day_text(judged.at, self._zone)
        text = translate("Map", "%1: %2, dinilai %3")
        return text.replace("%2", shade.label).replace("%3", day).replace("%1", name)


def area_paths(city: CityPack, ground: Ground) -> dict[str, tuple[QRectF, QPainterPath]]:
    """By area code, in metres; none where the city has no borders."""
    found: dict[str, tuple[QRectF, QPainterPath]] = {}
    boundaries = city.boundaries
    for code in boundaries.codes if boundaries is not None else ():
        path = QPainterPath()
        assert boundaries is not None, "it has codes"
        for ring in boundaries.outline(code):
            points = [QPointF(*ground.to_m(lat, lon)) for lat, lon in ring.tolist()]
            path.addPolygon(QPolygonF(points))
            path.closeSubpath()
        found[code] = path.boundingRect(), path
    return found
