"""The pictures of a report, on whatever is painted on: paper, or the page in the window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from command_center.ui.format import count, short_stopwatch

_CENTRE, _RIGHT = Qt.AlignmentFlag.AlignCenter, Qt.AlignmentFlag.AlignRight
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_STEPS = 4
_SHADES = (0.08, 0.18, 0.29, 0.41, 0.54)
_NICE = (1, 2, 5, 10)
Paths = Mapping[str, tuple[QRectF, QPainterPath]]


@dataclass(frozen=True, slots=True)
class Inks:
    """`line` for what is measured, `bars` for what is counted, `before` for what was before."""

    words: QColor
    bars: QColor
    before: QColor
    line: QColor
    goal: QColor
    grid: QColor
    font: QFont


@dataclass(frozen=True, slots=True)
class Bar:
    """`before` and `seconds` None: there is none."""

    name: str
    number: int
    before: int | None = None
    seconds: float | None = None


def paint_bars(
    painter: QPainter, box: QRectF, bars: Sequence[Bar], inks: Inks, goal_s: float | None = None
) -> None:
    """How many, an outline for how many there were before, and above them a line of seconds with
    its target dashed and its scale at the right."""
    painter.save()
    painter.setFont(inks.font)
    letter = painter.fontMetrics().height()
    field = box.adjusted(letter * 2.6, letter * 0.6, -letter * 2.8, -letter * 1.6)
    most = _nice(max([1, *(bar.number for bar in bars), *(bar.before or 0 for bar in bars)]))
    _grid(painter, field, letter, inks, [count(most * at // _STEPS) for at in range(_STEPS + 1)])
    width = field.width() / max(1, len(bars))
    for at, bar in enumerate(bars):
        left = field.left() + at * width
        _one_bar(painter, field, (left, width), (bar, most), inks)
    _names(painter, field, letter, [bar.name for bar in bars], inks)
    _seconds(painter, field, letter, bars, (inks, goal_s))
    painter.restore()


def _nice(most: int) -> int:
    """The next number that is four round ones."""
    scale = _STEPS
    while scale * 10 < most:
        scale *= 10
    return next(step for step in _NICE if step * scale >= most) * scale


def _grid(
    painter: QPainter, field: QRectF, letter: float, inks: Inks, marks: Sequence[str]
) -> None:
    for at, mark in enumerate(marks):
        y = field.bottom() - field.height() * at / (len(marks) - 1)
        painter.setPen(QPen(inks.grid, 0))
        painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))
        painter.setPen(inks.words)
        box = QRectF(field.left() - letter * 2.6, y - letter / 2, letter * 2.3, letter)
        painter.drawText(box, _RIGHT | _MIDDLE, mark)


def _one_bar(
    painter: QPainter,
    field: QRectF,
    place: tuple[float, float],
    what: tuple[Bar, int],
    inks: Inks,
) -> None:
    (left, width), (bar, most) = place, what
    height = field.height() * bar.number / most
    painter.fillRect(
        QRectF(left + width * 0.15, field.bottom() - height, width * 0.7, height), inks.bars
    )
    if bar.before:
        top = field.bottom() - field.height() * bar.before / most
        painter.setPen(QPen(inks.before, field.height() / 90))
        painter.drawLine(QPointF(left + width * 0.05, top), QPointF(left + width * 0.95, top))


def _names(
    painter: QPainter, field: QRectF, letter: float, names: Sequence[str], inks: Inks
) -> None:
    widest = max((painter.fontMetrics().horizontalAdvance(name) for name in names), default=1)
    width = field.width() / max(1, len(names))
    step = max(1, -(-int(widest * 1.4) // max(1, int(width))))
    painter.setPen(inks.words)
    for at in range(0, len(names), step):
        middle = field.left() + (at + 0.5) * width
        box = QRectF(middle - widest, field.bottom() + letter * 0.3, widest * 2, letter)
        painter.drawText(box, _CENTRE, names[at])


def _seconds(
    painter: QPainter,
    field: QRectF,
    letter: float,
    bars: Sequence[Bar],
    look: tuple[Inks, float | None],
) -> None:
    inks, goal_s = look
    values = [bar.seconds for bar in bars if bar.seconds is not None]
    if not values:
        return
    most = max([*values, goal_s or 0.0]) * 1.1 or 1.0
    width = field.width() / len(bars)

    def y_of(seconds: float) -> float:
        return field.bottom() - field.height() * seconds / most

    pen = QPen(inks.line, field.height() / 110)
    painter.setPen(pen)
    points = [
        QPointF(field.left() + (at + 0.5) * width, y_of(bar.seconds))
        for at, bar in enumerate(bars)
        if bar.seconds is not None
    ]
    painter.drawPolyline(QPolygonF(points))
    painter.setBrush(inks.line)
    for point in points:
        painter.drawEllipse(point, field.height() / 70, field.height() / 70)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for mark in {goal_s, max(values)} - {None}:
        assert mark is not None
        painter.setPen(inks.goal if mark == goal_s else inks.line)
        box = QRectF(field.right() + letter * 0.2, y_of(mark) - letter / 2, letter * 2.8, letter)
        painter.drawText(box, _MIDDLE, short_stopwatch(mark))
    if goal_s is not None:
        painter.setPen(QPen(inks.goal, field.height() / 140, Qt.PenStyle.DashLine))
        y = y_of(goal_s)
        painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))


def paint_areas(
    painter: QPainter,
    box: QRectF,
    paths: Paths,
    groups: Mapping[str, tuple[str, int]],
    inks: Inks,
) -> None:
    """`groups` = {area: (the name it is counted under, how many there)}: five shades of one colour,
    each name with its number in the middle of what it covers."""
    known = {code: path for code, path in paths.items() if code in groups}
    if not known:
        return
    painter.save()
    painter.setFont(inks.font)
    whole = QRectF()
    for bounds, _ in known.values():
        whole = whole.united(bounds)
    scale = min(box.width() / whole.width(), box.height() / whole.height())
    painter.translate(box.center())
    painter.scale(scale, scale)
    painter.translate(-whole.center())
    most = max(1, *(number for _, number in groups.values()))
    merged: dict[str, QPainterPath] = {}
    for code, (_, path) in known.items():
        name, number = groups[code]
        shade = QColor(inks.bars)
        shade.setAlphaF(_SHADES[min(len(_SHADES) - 1, number * len(_SHADES) // (most + 1))])
        painter.fillPath(path, shade)
        painter.setPen(QPen(inks.grid, 0))
        painter.drawPath(path)
        merged.setdefault(name, QPainterPath()).addPath(path)
    places = {name: _place(path, painter) for name, path in merged.items()}
    numbers = dict(groups.values())
    painter.restore()
    _write_areas(painter, places, numbers, inks)


def _place(path: QPainterPath, painter: QPainter) -> QPointF:
    return painter.combinedTransform().map(path.boundingRect().center())


def _write_areas(
    painter: QPainter, places: Mapping[str, QPointF], numbers: Mapping[str, int], inks: Inks
) -> None:
    painter.save()
    back, _ = painter.combinedTransform().inverted()
    painter.setFont(inks.font)
    painter.setPen(inks.words)
    letter = painter.fontMetrics().height()
    for name, device in places.items():
        middle = back.map(device)
        box = QRectF(middle.x() - letter * 6, middle.y() - letter, letter * 12, letter * 2)
        painter.drawText(box, _CENTRE, f"{name}\n{count(numbers[name])}")
    painter.restore()
