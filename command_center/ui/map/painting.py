"""Paints a piece of what stands on the map, and over it what belongs to this seat alone: the
chosen one's ring, the pointer to it, a place that was asked for."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QPolygonF

from command_center.ui.format import metres
from command_center.ui.map.age import Moment, Span, longest
from command_center.ui.map.items import Chosen, Item, Kind
from command_center.ui.map.labels import Box
from command_center.ui.map.layer import TILE_PX, Layer, Piece
from command_center.ui.map.layout import Layout
from command_center.ui.map.sprites import Sprites
from command_center.ui.map.viewport import Viewport
from command_center.ui.map.words import Written
from command_center.ui.theme import Theme

EDGE_PX = 18


def paint_marks(
    piece: Piece, layout: Layout, moment: Moment, layers: Sequence[Layer]
) -> tuple[QPixmap | None, Span | None]:
    """Headings, units, cameras, incidents, names, and `layers` over them: None where there is
    nothing of them, and from when to when units there pale."""
    box = QRect(*piece.corner, TILE_PX, TILE_PX)
    standing = _standing(layout, box, piece.ratio)
    if not (standing or layers):
        return None, None
    picture = QPixmap(TILE_PX, TILE_PX)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.translate(-box.topLeft())
    standing.paint(painter, moment)
    painter.end()
    paint_layers(picture, piece, layers)
    return picture, standing.pales(moment)


def mend_marks(
    picture: QPixmap,
    piece: Piece,
    boxes: Iterable[QRect],
    layout: Layout,
    moment: Moment,
    layers: Sequence[Layer],
) -> Span | None:
    """The same picture where only `boxes`, pixels of the screen from the Ground's centre, are
    others; from when to when units there pale."""
    spans = []
    for box in boxes:
        standing = _standing(layout, box, piece.ratio)
        left, top = piece.corner
        painter = QPainter(picture)
        painter.setClipRect(box.translated(-left, -top))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.fillRect(box.translated(-left, -top), Qt.GlobalColor.transparent)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.translate(-left, -top)
        standing.paint(painter, moment)
        painter.end()
        paint_layers(picture, piece, layers, box.translated(-left, -top))
        spans.append(standing.pales(moment))
    return functools.reduce(longest, spans, None)


def paint_layers(
    picture: QPixmap, piece: Piece, layers: Sequence[Layer], within: QRect | None = None
) -> None:
    for layer in layers:
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if within is not None:
            painter.setClipRect(within)
        piece.enter(painter)
        layer.paint(painter, piece)
        painter.end()


@dataclass(frozen=True, slots=True)
class _Standing:
    """From the back to the front."""

    headings: Sequence[Written]
    items: Sequence[Item]
    names: Sequence[Written]

    def __bool__(self) -> bool:
        return bool(self.headings or self.items or self.names)

    def paint(self, painter: QPainter, moment: Moment) -> None:
        _write(painter, self.headings)
        _paint_items(painter, self.items, moment)
        _write(painter, self.names)

    def pales(self, moment: Moment) -> Span | None:
        """None: the clock changes nothing of it."""
        heard = [item.at for item in self.items if item.at is not None]
        return (moment.pales(min(heard))[0], moment.pales(max(heard))[1]) if heard else None


def _standing(layout: Layout, box: QRect, ratio: float) -> _Standing:
    seen = Box(box.x() / ratio, box.y() / ratio, box.width() / ratio, box.height() / ratio)
    return _Standing(
        [word for word in layout.headings if word.box.intersects(box)],
        [item for item in layout.within(seen) if item.box.intersects(box)],
        [word for word in layout.names if word.box.intersects(box)],
    )


def _paint_items(painter: QPainter, items: Sequence[Item], moment: Moment) -> None:
    """Units pale with age."""
    shade = 1.0
    for item in items:
        wanted = 1.0 if item.at is None else moment.shade(item.at)
        if wanted != shade:
            shade = wanted
            painter.setOpacity(shade)
        painter.drawPixmap(item.box, item.sprite, item.sprite.rect())
    painter.setOpacity(1.0)


def _write(painter: QPainter, words: Sequence[Written]) -> None:
    for word in words:
        painter.drawPixmap(word.box, word.picture, word.picture.rect())


def paint_chosen(
    painter: QPainter, layout: Layout, viewport: Viewport, chosen: Chosen, theme: Theme
) -> None:
    """A ring around what this seat looks at, and how sure the place of its incident is."""
    left, top = viewport.origin
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for id in (chosen.incident_id, chosen.unit_id, chosen.camera_id):
        item = layout.item(id)
        if item is None:
            continue
        middle = QPointF(left + item.x, top + item.y)
        ring = item.reach + theme.px(5)
        painter.setPen(QPen(theme.color("accent"), 2 * theme.scale))
        painter.drawEllipse(middle, ring, ring)
        if item.kind is Kind.INCIDENT and item.accuracy_px > ring:
            pen = QPen(theme.color("text3"), 1)
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawEllipse(middle, item.accuracy_px, item.accuracy_px)


def paint_area(painter: QPainter, area: QRectF, theme: Theme) -> None:
    """What a person framed."""
    pen = QPen(theme.color("accent"), 1.4 * theme.scale)
    pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area)


@dataclass(frozen=True, slots=True)
class Pin:
    """A place somebody asked for, in metres of the Ground."""

    x_m: float
    y_m: float
    name: str


def paint_pin(painter: QPainter, pin: Pin, viewport: Viewport, look: Look) -> None:
    """A crossed ring with the place's name below."""
    theme = look.theme
    x, y = viewport.to_px(pin.x_m, pin.y_m)
    ring, arm = theme.px(6), theme.px(11)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("accent"), 1.6 * theme.scale))
    painter.drawEllipse(QPointF(x, y), ring, ring)
    for east, south in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        inner, outer = QPointF(east * ring, south * ring), QPointF(east * arm, south * arm)
        painter.drawLine(QPointF(x, y) + inner, QPointF(x, y) + outer)
    picture = look.sprites.name(pin.name, "accent", True)
    wide = picture.deviceIndependentSize().width()
    painter.drawPixmap(QPointF(x - wide / 2, y + arm + 1), picture)


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where at the edge the chosen incident is pointed to, and how far it is from the middle."""

    x: float
    y: float
    angle: float
    away_m: float


def pointer_to(item: Item | None, viewport: Viewport, theme: Theme) -> Pointer | None:
    """None while there is nothing to point to, or it can be seen."""
    if item is None:
        return None
    left, top = viewport.origin
    x, y = left + item.x, top + item.y
    if viewport.contains_px(x, y):
        return None
    middle_x, middle_y = viewport.width / 2, viewport.height / 2
    away_x, away_y = x - middle_x, y - middle_y
    edge = theme.px(EDGE_PX)
    share = min(
        (middle_x - edge) / abs(away_x) if away_x else math.inf,
        (middle_y - edge) / abs(away_y) if away_y else math.inf,
    )
    away_m = math.hypot(away_x, away_y) / viewport.scale
    angle = math.atan2(away_y, away_x)
    return Pointer(middle_x + away_x * share, middle_y + away_y * share, angle, away_m)


def paint_pointer(
    painter: QPainter, pointer: Pointer, label: str, viewport: Viewport, look: Look
) -> None:
    theme = look.theme
    side = theme.px(9)
    corners = [
        QPointF(
            pointer.x + math.cos(pointer.angle + turn) * side,
            pointer.y + math.sin(pointer.angle + turn) * side,
        )
        for turn in (0.0, 2.5, -2.5)
    ]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("accent"))
    painter.drawPolygon(QPolygonF(corners))
    picture = look.sprites.name(f"{label} · {metres(pointer.away_m)}", "accent", True)
    size = picture.deviceIndependentSize()
    gap = side + theme.px(3)
    x = pointer.x - math.cos(pointer.angle) * (gap + size.width() / 2) - size.width() / 2
    y = pointer.y - math.sin(pointer.angle) * (gap + size.height() / 2) - size.height() / 2
    room = QRectF(0, 0, viewport.width - size.width(), viewport.height - size.height())
    x = min(max(x, room.left()), room.right())
    y = min(max(y, room.top()), room.bottom())
    painter.drawPixmap(QPointF(x, y), picture)


@dataclass(frozen=True, slots=True)
class Look:
    theme: Theme
    sprites: Sprites
