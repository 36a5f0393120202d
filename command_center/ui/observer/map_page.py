"""Where it is open: a count and a shape in each kelurahan, never a point on a street."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPen, QTransform

from command_center.domain.incident import Priority
from command_center.domain.place import PlaceKind
from command_center.situation.observing import open_by_area
from command_center.ui.detail.words import fill
from command_center.ui.format import count
from command_center.ui.map.outlines import NameKind, Outlines, outlines
from command_center.ui.map.viewport import Ground
from command_center.ui.observer.page import RIGHT, Brush, WallPage, translate
from command_center.ui.observer.watched import Watched

_LEGEND_EM = 9.0
_NEAR = tuple(
    sorted(
        ((x / 2, y / 2) for x in range(-4, 5) for y in range(-4, 5)),
        key=lambda step: abs(step[0]) + abs(step[1]),
    )
)
"""Where a name may stand beside its own place, in its letters, the nearest first."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """Of one area: the shape of its most urgent incident, and how many there are beside it."""

    worst: Priority
    glyph: QRectF
    text: str
    beside: QRectF

    @property
    def whole(self) -> QRectF:
        return self.glyph.united(self.beside) if self.text else self.glyph


class MapPage(WallPage):
    def __init__(self, watched: Watched) -> None:
        super().__init__(watched)
        self._ground = Ground.around(watched.city.centre)
        self._outlines: Outlines = outlines(watched.city, self._ground)
        self.areas: dict[str | None, dict[Priority, int]] = {}

    def title(self) -> str:
        return translate("Observer", "Peta kejadian")

    def refresh(self) -> None:
        self.areas = open_by_area(self.watched.situation)

    def paint(self, brush: Brush, room: QRectF, part: int) -> None:
        legend = brush.letters.text * _LEGEND_EM
        map_box = room.adjusted(0, 0, -legend - brush.letters.text, 0)
        place = self._placing(map_box)
        self._paint_areas(brush, place, map_box)
        marks = self._marks(brush, place)
        self._paint_names(brush, place, [mark.whole for mark in marks])
        for mark in marks:
            brush.priority(mark.glyph, mark.worst)
            if mark.text:
                px, bold = brush.letters.small, mark.worst is Priority.P1
                brush.write(mark.beside, mark.text, px=px, bold=bold)
        self._paint_legend(brush, QRectF(room.right() - legend, room.top(), legend, room.height()))

    def _placing(self, box: QRectF) -> QTransform:
        """Metres of the ground to pixels: the whole city in the box."""
        city = self._outlines.box
        wide, high = city.right - city.left, city.bottom - city.top
        scale = min(box.width() / wide, box.height() / high) * 0.98
        transform = QTransform()
        transform.translate(box.center().x(), box.center().y())
        transform.scale(scale, scale)
        transform.translate(-(city.left + city.right) / 2, -(city.top + city.bottom) / 2)
        return transform

    def _paint_areas(self, brush: Brush, place: QTransform, box: QRectF) -> None:
        painter, theme, shapes = brush.painter, brush.theme, self._outlines
        whole = place.inverted()[0].mapRect(box)
        painter.save()
        painter.setTransform(place, combine=True)
        painter.fillPath(shapes.areas.touching(whole), theme.color("map_area"))
        for lines, token, width in (
            (shapes.minor, "line", 1.0),
            (shapes.major, "map_line", 3.0),
        ):
            pen = QPen(theme.color(token), width)
            pen.setCosmetic(True)
            painter.strokePath(lines.touching(whole), pen)
        painter.restore()

    def _marks(self, brush: Brush, place: QTransform) -> list[_Mark]:
        """The most urgent last, so that they lie on top."""
        found = []
        for code, counted in self.areas.items():
            area = self.watched.city.gazetteer.by_code(code) if code else None
            if area is not None and area.lat is not None and area.lon is not None:
                at = place.map(QPointF(*self._ground.to_m(area.lat, area.lon)))
                found.append(_mark(brush, at, counted))
        return sorted(found, key=lambda mark: mark.worst.value, reverse=True)

    def _paint_names(self, brush: Brush, place: QTransform, taken: list[QRectF]) -> None:
        """Where they lie on no mark, as near to their own place as may be."""
        px = brush.letters.small
        for name in self._outlines.names:
            if name.kind is not NameKind.KECAMATAN:
                continue
            at = place.map(QPointF(name.x_m, name.y_m))
            wide = brush.width(name.text, px=px)
            own = QRectF(at.x() - wide / 2, at.y() - px / 2, wide, px)
            boxes = [own.translated(x * px, y * px) for x, y in _NEAR]
            box = min(boxes, key=lambda box: sum(_common(box, other) for other in taken))
            brush.write(box.adjusted(-2, -px * 0.3, 2, px * 0.3), name.text, ink="text3", px=px)

    def _paint_legend(self, brush: Brush, box: QRectF) -> None:
        """What the shapes mean and how many there are; those that nobody could place are said."""
        letters, row = brush.letters, brush.row
        totals = {p: sum(found.get(p, 0) for found in self.areas.values()) for p in Priority}
        for at, (priority, number) in enumerate(totals.items()):
            line = QRectF(box.left(), box.top() + at * row * 1.15, box.width(), row)
            side = letters.text * 0.8
            glyph = QRectF(line.left(), line.center().y() - side / 2, side, side)
            brush.priority(glyph, priority)
            brush.write(line.adjusted(letters.text * 1.3, 0, 0, 0), priority.value, ink="text2")
            brush.write(line, count(number), bold=True, align=RIGHT)
        lost = sum(sum(of.values()) for code, of in self.areas.items() if not self._shown(code))
        top = box.top() + (len(totals) + 0.6) * row * 1.15
        words = translate("Observer", "Angka: kejadian terbuka per kelurahan")
        if lost:
            told = fill(translate("Observer", "%1 belum bertempat"), count(lost))
            words = f"{words}. {told}"
        rest = QRectF(box.left(), top, box.width(), box.bottom() - top)
        brush.wrap(rest, words, px=letters.small)

    def _shown(self, code: str | None) -> bool:
        area = self.watched.city.gazetteer.by_code(code) if code else None
        placed = area is not None and area.lat is not None
        return (
            placed and area is not None and area.kind in (PlaceKind.KECAMATAN, PlaceKind.KELURAHAN)
        )


def _mark(brush: Brush, at: QPointF, counted: dict[Priority, int]) -> _Mark:
    worst, px = min(counted, key=lambda priority: priority.value), brush.letters.small
    side = px * (0.85 if worst is Priority.P1 else 0.6)
    glyph = QRectF(at.x() - side / 2, at.y() - side / 2, side, side)
    every = sum(counted.values())
    text = count(every) if every > 1 else ""
    wide = brush.width(text, px=px, bold=True) if text else 0.0
    return _Mark(worst, glyph, text, QRectF(glyph.right() + px * 0.12, at.y() - px * 0.5, wide, px))


def _common(one: QRectF, other: QRectF) -> float:
    both = one.intersected(other)
    return both.width() * both.height()
