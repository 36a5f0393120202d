"""Paints what moves: marks with their names, the chosen one's ring, and the pointer to it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from command_center.ui.format import metres
from command_center.ui.map.layout import Chosen, Item, Kind, Layout, Written, opacity
from command_center.ui.map.sprites import Sprites
from command_center.ui.map.viewport import Viewport
from command_center.ui.theme import Theme

EDGE_PX = 18
WIDEST_NAME_PX = 300


@dataclass(frozen=True, slots=True)
class Moment:
    """The clock the ages are painted by."""

    now: datetime
    stale_s: float


def paint_headings(painter: QPainter, layout: Layout, viewport: Viewport, theme: Theme) -> None:
    """Names of the ground, under all marks."""
    _write(painter, layout.headings, viewport, theme)


def paint_units(
    painter: QPainter, layout: Layout, viewport: Viewport, theme: Theme, moment: Moment
) -> None:
    """They pale with age; moved as one by the viewport's origin."""
    wide = _seen(viewport, theme)
    left, top, right, bottom = wide.left(), wide.top(), wide.right(), wide.bottom()
    painter.save()
    painter.translate(*viewport.origin)
    now, shade = moment.now, 1.0
    for item in layout.units:
        if not (left <= item.x <= right and top <= item.y <= bottom):
            continue
        if item.at is None or item.sprite is None:
            continue
        wanted = opacity((now - item.at).total_seconds(), moment.stale_s)
        if wanted != shade:
            shade = wanted
            painter.setOpacity(shade)
        painter.drawPixmap(item.corner, item.sprite)
    painter.restore()


def paint_names(painter: QPainter, layout: Layout, viewport: Viewport, theme: Theme) -> None:
    """Over all marks."""
    _write(painter, layout.names, viewport, theme)


def _write(painter: QPainter, names: Sequence[Written], viewport: Viewport, theme: Theme) -> None:
    wide = _seen(viewport, theme).adjusted(-theme.px(WIDEST_NAME_PX), 0, 0, 0)
    painter.save()
    painter.translate(*viewport.origin)
    for name in names:
        if wide.contains(name.corner):
            painter.drawPixmap(name.corner, name.picture)
    painter.restore()


def _seen(viewport: Viewport, theme: Theme) -> QRectF:
    left, top = viewport.origin
    reach = theme.px(EDGE_PX)
    seen = QRectF(-left, -top, viewport.width, viewport.height)
    return seen.adjusted(-reach, -reach, reach, reach)


def paint_chosen(
    painter: QPainter, layout: Layout, viewport: Viewport, chosen: Chosen, theme: Theme
) -> None:
    """A ring around what this seat looks at, and how sure the place of its incident is."""
    left, top = viewport.origin
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for id in (chosen.incident_id, chosen.unit_id, chosen.camera_id):
        item = layout.by_id.get(id or "")
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
