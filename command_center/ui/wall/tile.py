"""Paints one tile: the picture as it came, its name, and how far it can be believed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QLinearGradient, QPainter

from command_center.ui.format import metres, number_sign
from command_center.ui.theme import Theme
from command_center.ui.wall import words
from command_center.ui.wall.arrange import Cell
from command_center.video.model import CameraState, CameraStatus
from command_center.video.slot import Frame

_SHADE_DEAD = 150
_BAND = 34
_FIRM = "\u00a0"


@dataclass(frozen=True, slots=True)
class TileView:
    """What a tile shows at one moment. `number` is the incident's the tile belongs to."""

    cell: Cell
    status: CameraStatus
    number: int | None
    selected: bool
    focused: bool


def image_of(frame: Frame) -> QImage:
    """A view of the frame's own memory: it must live for as long as the image does."""
    return QImage(
        frame.pixels,
        frame.width,
        frame.height,
        frame.bytes_per_line,
        QImage.Format.Format_RGB32,
    )


def grey_of(frame: Frame) -> QImage:
    """A copy without colour, for a picture that is not now."""
    return image_of(frame).convertToFormat(QImage.Format.Format_Grayscale8)


def _whole_parts(text: str) -> str:
    """Lines may break behind a dot, never inside what stands between two of them."""
    return text.replace(" ", _FIRM).replace(f"·{_FIRM}", "· ")


class TilePainter:
    """Holds nothing of a tile; one for the whole wall."""

    def __init__(self, theme: Theme, zone: tzinfo) -> None:
        self._theme = theme
        self._zone = zone

    def paint(
        self, painter: QPainter, rect: QRect, view: TileView, picture: QImage | None, now: datetime
    ) -> None:
        painter.fillRect(rect, self._theme.color("tile"))
        if picture is not None:
            self._picture(painter, rect, picture)
        if view.status.state is not CameraState.LIVE:
            self._shade(painter, rect)
            self._dead(painter, rect, view, now)
        self._band(painter, rect, view)
        self._border(painter, rect, view)

    def _picture(self, painter: QPainter, rect: QRect, picture: QImage) -> None:
        ratio = picture.devicePixelRatio()
        width, height = picture.width() / ratio, picture.height() / ratio
        left = rect.x() + (rect.width() - width) / 2
        top = rect.y() + (rect.height() - height) / 2
        painter.drawImage(QPoint(round(left), round(top)), picture)

    def _shade(self, painter: QPainter, rect: QRect) -> None:
        shade = self._theme.color("tile_shade")
        shade.setAlpha(_SHADE_DEAD)
        painter.fillRect(rect, shade)

    def _dead(self, painter: QPainter, rect: QRect, view: TileView, now: datetime) -> None:
        theme = self._theme
        inner = rect.adjusted(theme.px(6), 0, -theme.px(6), -theme.px(20))
        connecting = view.status.state is CameraState.CONNECTING
        painter.setPen(theme.color("tile_text" if connecting else "tile_alarm"))
        large = 15 if rect.height() >= theme.px(120) else 13
        painter.setFont(theme.font(large, bold=True, tabular=True))
        lines = painter.fontMetrics().height()
        top = QRect(inner.x(), inner.center().y() - lines, inner.width(), lines)
        painter.drawText(top, Qt.AlignmentFlag.AlignCenter, words.headline(view.status))
        painter.setPen(theme.color("tile_text"))
        painter.setFont(theme.font(11, tabular=True))
        below = inner.adjusted(0, inner.height() // 2 + theme.px(2), 0, 0)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(
            below,
            flags | Qt.TextFlag.TextWordWrap,
            _whole_parts(words.detail(view.status, now, self._zone)),
        )

    def _band(self, painter: QPainter, rect: QRect, view: TileView) -> None:
        theme = self._theme
        band = QRect(rect.x(), rect.bottom() - theme.px(_BAND), rect.width(), theme.px(_BAND) + 1)
        gradient = QLinearGradient(band.topLeft(), band.bottomLeft())
        clear, dark = theme.color("tile_shade"), theme.color("tile_shade")
        clear.setAlpha(0)
        dark.setAlpha(215)
        gradient.setColorAt(0.0, clear)
        gradient.setColorAt(0.55, dark)
        gradient.setColorAt(1.0, dark)
        painter.fillRect(band, gradient)
        line = band.adjusted(theme.px(6), theme.px(14), -theme.px(6), -theme.px(3))
        right = self._right_text(view)
        right_width = self._right(painter, line, right, view)
        self._name(painter, line.adjusted(0, 0, -right_width, 0), view)

    def _right_text(self, view: TileView) -> str:
        late = words.late_by(view.status)
        if late:
            return late
        if view.number is None or view.cell.incident_m is None:
            return ""
        sign = number_sign(view.number)
        return f"{sign} · {metres(view.cell.incident_m)}"

    def _right(self, painter: QPainter, line: QRect, text: str, view: TileView) -> int:
        if not text:
            return 0
        late = bool(words.late_by(view.status))
        color: QColor = self._theme.color("tile_alarm" if late else "tile_accent")
        painter.setPen(color)
        painter.setFont(self._theme.font(11, tabular=True))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, flags, text)
        return painter.fontMetrics().horizontalAdvance(text) + self._theme.px(8)

    def _name(self, painter: QPainter, line: QRect, view: TileView) -> None:
        camera = view.cell.camera
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(self._theme.color("tile_text"))
        bold = self._theme.font(11, bold=True)
        painter.setFont(bold)
        painter.drawText(line, flags, camera.label)
        used = QFontMetrics(bold).horizontalAdvance(camera.label + " ")
        rest = line.adjusted(used, 0, 0, 0)
        painter.setFont(self._theme.font(11))
        elide = Qt.TextElideMode.ElideRight
        name = painter.fontMetrics().elidedText(camera.name, elide, max(0, rest.width()))
        painter.drawText(rest, flags, name)

    def _border(self, painter: QPainter, rect: QRect, view: TileView) -> None:
        inside = rect.adjusted(0, 0, -1, -1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if view.cell.incident_m is not None:
            painter.setPen(self._theme.color("tile_accent"))
            painter.drawRect(inside)
        if view.selected:
            pen = painter.pen()
            pen.setColor(self._theme.color("tile_text" if view.focused else "accent"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRect(inside.adjusted(1, 1, -1, -1))
            pen.setWidth(1)
            painter.setPen(pen)
