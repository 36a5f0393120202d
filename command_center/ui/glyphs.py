"""Shapes that say priority and status without colour, painted rather than taken from a font."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen, QPolygonF

from command_center.domain.incident import Priority
from command_center.domain.unit import UnitStatus
from command_center.ui.theme import StatusLook, Theme

PRIORITY_TOKEN = {
    Priority.P1: "p1",
    Priority.P2: "p2",
    Priority.P3: "p3",
    Priority.P4: "p4",
}
STATUS_TOKEN = {
    UnitStatus.AVAILABLE: "siap",
    UnitStatus.ORDERED: "diperintah",
    UnitStatus.EN_ROUTE: "menuju",
    UnitStatus.ON_SCENE: "ditkp",
    UnitStatus.STAGED: "ditkp",
    UnitStatus.RETURNING: "kembali",
    UnitStatus.BREAK: "tidaksiap",
    UnitStatus.UNAVAILABLE: "tidaksiap",
    UnitStatus.OFF_DUTY: "text3",
    UnitStatus.UNKNOWN: "warn",
}
_STROKE = 1.5


def _square(rect: QRectF, share: float = 1.0) -> QRectF:
    side = min(rect.width(), rect.height()) * share
    middle = rect.center()
    return QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)


def priority_path(rect: QRectF, priority: Priority) -> QPainterPath:
    """P1 triangle, P2 diamond, P3 disc, P4 square, within the largest square of `rect`."""
    box = _square(rect)
    path = QPainterPath()
    if priority is Priority.P1:
        top = QPointF(box.center().x(), box.top())
        path.addPolygon(QPolygonF([top, box.bottomRight(), box.bottomLeft(), top]))
    elif priority is Priority.P2:
        middle = box.center()
        corners = [
            QPointF(middle.x(), box.top()),
            QPointF(box.right(), middle.y()),
            QPointF(middle.x(), box.bottom()),
            QPointF(box.left(), middle.y()),
        ]
        path.addPolygon(QPolygonF([*corners, corners[0]]))
    elif priority is Priority.P3:
        path.addEllipse(_square(rect, 0.86))
    else:
        path.addRect(_square(rect, 0.8))
    path.closeSubpath()
    return path


def paint_priority(
    painter: QPainter, rect: QRectF, priority: Priority, verified: bool, theme: Theme
) -> None:
    """Filled once the incident is verified, hollow before."""
    color = theme.color(PRIORITY_TOKEN[priority])
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if verified:
        painter.fillPath(priority_path(rect, priority), color)
    else:
        inside = rect.adjusted(1, 1, -1, -1)
        painter.setPen(QPen(color, _STROKE * theme.scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(priority_path(inside, priority))
    painter.restore()


def status_look(status: UnitStatus, theme: Theme) -> StatusLook:
    """(the status whose shape it has, its token)."""
    return theme.status(status) or (status, STATUS_TOKEN[status])


def paint_status(
    painter: QPainter,
    rect: QRectF,
    status: UnitStatus,
    theme: Theme,
    color: QColor | None = None,
) -> None:
    """○ ready, ◌ ordered, ▷ en route, ■ on scene, □ staged, ↩ returning, – break, × not ready,
    · off duty, ? unknown, or as the room shows it. `color`: the shape of `status` in just that
    colour, as on a filled chip."""
    shape = status
    if color is None:
        shape, token = status_look(status, theme)
        color = theme.color(token)
    ink = color
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, _STROKE * theme.scale))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _STATUS_PAINTERS[shape](painter, _square(rect, 0.82), ink)
    painter.restore()


def _ring(painter: QPainter, box: QRectF, ink: QColor) -> None:
    painter.drawEllipse(box)


def _dashed_ring(painter: QPainter, box: QRectF, ink: QColor) -> None:
    for start in range(0, 360, 60):
        painter.drawArc(box, start * 16, 34 * 16)


def _half_arrow(painter: QPainter, box: QRectF, ink: QColor) -> None:
    tip = QPointF(box.right(), box.center().y())
    whole = QPolygonF([box.topLeft(), tip, box.bottomLeft()])
    half = QPainterPath()
    half.addPolygon(QPolygonF([QPointF(box.left(), tip.y()), tip, box.bottomLeft()]))
    painter.fillPath(half, ink)
    painter.drawPolygon(whole)


def _full_square(painter: QPainter, box: QRectF, ink: QColor) -> None:
    painter.fillRect(_square(box, 0.92), ink)


def _empty_square(painter: QPainter, box: QRectF, ink: QColor) -> None:
    painter.drawRect(_square(box, 0.86))


def _return_arrow(painter: QPainter, box: QRectF, ink: QColor) -> None:
    radius = box.height() * 0.28
    low = box.bottom() - radius * 0.6
    high = low - 2 * radius
    bend = QRectF(box.right() - 2 * radius, high, 2 * radius, 2 * radius)
    painter.drawLine(QPointF(box.left() + radius, high), QPointF(box.right() - radius, high))
    painter.drawArc(bend, -90 * 16, 180 * 16)
    painter.drawLine(QPointF(box.left(), low), QPointF(box.right() - radius, low))
    tip = QPointF(box.left(), low)
    for side in (-1, 1):
        painter.drawLine(tip, tip + QPointF(radius, side * radius * 0.8))


def _dash(painter: QPainter, box: QRectF, ink: QColor) -> None:
    middle = box.center().y()
    painter.drawLine(QPointF(box.left(), middle), QPointF(box.right(), middle))


def _cross(painter: QPainter, box: QRectF, ink: QColor) -> None:
    inner = _square(box, 0.8)
    painter.drawLine(inner.topLeft(), inner.bottomRight())
    painter.drawLine(inner.topRight(), inner.bottomLeft())


def _dot(painter: QPainter, box: QRectF, ink: QColor) -> None:
    path = QPainterPath()
    path.addEllipse(_square(box, 0.4))
    painter.fillPath(path, ink)


def _question(painter: QPainter, box: QRectF, ink: QColor) -> None:
    width = box.width() * 0.5
    hook = QRectF(box.center().x() - width / 2, box.top(), width, width)
    painter.drawArc(hook, -60 * 16, 240 * 16)
    angle = math.radians(60)
    start = hook.center() + QPointF(math.cos(angle), math.sin(angle)) * (width / 2)
    foot = QPointF(box.center().x(), box.top() + box.height() * 0.68)
    painter.drawLine(start, foot)
    painter.drawPoint(QPointF(foot.x(), box.bottom()))


_STATUS_PAINTERS = {
    UnitStatus.AVAILABLE: _ring,
    UnitStatus.ORDERED: _dashed_ring,
    UnitStatus.EN_ROUTE: _half_arrow,
    UnitStatus.ON_SCENE: _full_square,
    UnitStatus.STAGED: _empty_square,
    UnitStatus.RETURNING: _return_arrow,
    UnitStatus.BREAK: _dash,
    UnitStatus.UNAVAILABLE: _cross,
    UnitStatus.OFF_DUTY: _dot,
    UnitStatus.UNKNOWN: _question,
}


def paint_status_chip(
    painter: QPainter,
    rect: QRectF,
    status: UnitStatus,
    text: str,
    theme: Theme,
    requested: bool = False,
    look: tuple[UnitStatus, str] | None = None,
) -> None:
    """An outlined chip with the status's glyph and `text`: filled on scene, half filled en route,
    dashed while ordered or only asked for. `look` = (the status whose glyph it has, its token)
    where the room has words of its own."""
    shape_of, token = look or (status, STATUS_TOKEN[status])
    color = theme.color(token)
    filled = status is UnitStatus.ON_SCENE and not requested
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    shape = QPainterPath()
    shape.addRoundedRect(box, theme.px(4), theme.px(4))
    if filled:
        painter.fillPath(shape, color)
    elif status is UnitStatus.EN_ROUTE:
        _fill_half(painter, shape, box, color)
    pen = QPen(color, 1.0)
    if status is UnitStatus.ORDERED or requested:
        pen.setDashPattern([3.0, 2.0])
    painter.strokePath(shape, pen)
    ink = theme.color("on_fill") if filled else color
    side = theme.px(10)
    mark = QRectF(rect.left() + theme.px(6), rect.center().y() - side / 2, side, side)
    paint_status(painter, mark, shape_of, theme, ink)
    painter.setPen(ink)
    painter.setFont(theme.font(11))
    words = rect.adjusted(theme.px(21), 0, -theme.px(4), 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.restore()


def _fill_half(painter: QPainter, shape: QPainterPath, box: QRectF, color: QColor) -> None:
    """A faint fill of the left half: text on it stays readable."""
    tint = QColor(color)
    tint.setAlphaF(0.22)
    painter.save()
    painter.setClipRect(QRectF(box.left(), box.top(), box.width() / 2, box.height()))
    painter.fillPath(shape, tint)
    painter.restore()


def chip_width(text: str, theme: Theme) -> int:
    """How wide `paint_status_chip` needs to be for `text`, in pixels."""
    return theme.px(27) + QFontMetrics(theme.font(11)).horizontalAdvance(text)


HEALTH_TOKEN = {"ok": "ok", "waiting": "text3", "degraded": "warn", "down": "alarm"}


def paint_health(painter: QPainter, rect: QRectF, state: str, theme: Theme) -> None:
    """Health of a source, a camera or the database: disc ok, ring waiting for its first word,
    triangle degraded, cross down."""
    ink = theme.color(HEALTH_TOKEN[state])
    box = _square(rect, 0.8)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 2.0 * theme.scale))
    if state == "down":
        _cross(painter, box, ink)
    elif state == "waiting":
        painter.drawPath(priority_path(box, Priority.P3))
    else:
        shape = Priority.P3 if state == "ok" else Priority.P1
        painter.fillPath(priority_path(box, shape), ink)
    painter.restore()
