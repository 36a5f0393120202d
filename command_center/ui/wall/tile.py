"""Paints one tile: the picture as it came, its name, and how far it can be believed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter, QPen

from command_center.ui.format import metres, number_sign
from command_center.ui.theme import Theme
from command_center.ui.wall import words
from command_center.ui.wall.arrange import Cell
from command_center.ui.wall.lens import PLAIN, Lens, fitted
from command_center.ui.wall.near import Near
from command_center.ui.wall.overlay import BAND, Band, Marks, Overlays
from command_center.video.model import CameraState, CameraStatus, Level
from command_center.video.slot import Frame

_SHADE_DEAD = 150
_FIRM = "\u00a0"
_SMALL, _LARGE = 120, 230
"""Tile heights in pixels at 100 % under and over which the words are smaller or larger."""


@dataclass(frozen=True, slots=True)
class TileView:
    """What a tile shows at one moment. `number` is the incident's the tile belongs to, `offer` the
    living camera that may stand in for it."""

    cell: Cell
    status: CameraStatus
    number: int | None
    selected: bool
    focused: bool
    offer: Near | None = None
    lens: Lens = PLAIN
    recording: bool = False


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
    """One for a whole surface; keeps painted words, nothing of a tile."""

    def __init__(self, theme: Theme, zone: tzinfo) -> None:
        self._theme = theme
        self._zone = zone
        self._overlays = Overlays(theme)

    def paint(
        self, painter: QPainter, rect: QRect, view: TileView, picture: QImage | None, now: datetime
    ) -> None:
        if picture is None:
            painter.fillRect(rect, self._theme.color("tile"))
        else:
            self._picture(painter, rect, view, picture)
        if view.status.state is not CameraState.LIVE:
            if picture is not None:
                shade = self._theme.color("tile_shade")
                shade.setAlpha(_SHADE_DEAD)
                painter.fillRect(rect, shade)
            self._dead(painter, rect, view, now)
        self._words(painter, rect, view)
        self._border(painter, rect, view)

    # --- the picture ---------------------------------------------------------------------------

    def _picture(self, painter: QPainter, rect: QRect, view: TileView, image: QImage) -> None:
        """As it is where it has the tile's size; one of an earlier size is scaled into the tile."""
        target = fitted(rect, image.width(), image.height())
        if target != rect:
            self._edges(painter, rect, target)
        ratio = painter.device().devicePixelRatio()
        part = view.lens.part()
        source = QRectF(
            part.x() * image.width(),
            part.y() * image.height(),
            part.width() * image.width(),
            part.height() * image.height(),
        )
        same = (
            abs(source.width() - target.width() * ratio) <= 1.5
            and abs(source.height() - target.height() * ratio) <= 1.5
        )
        if view.lens.plain and same:
            image.setDevicePixelRatio(ratio)
            painter.drawImage(target.topLeft(), image)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(target), image, source)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)

    def _edges(self, painter: QPainter, rect: QRect, target: QRect) -> None:
        """What the picture leaves free; a pixel more under its rounded edge."""
        ground = self._theme.color("tile")
        if target.width() < rect.width():
            side = target.left() - rect.left() + 1
            painter.fillRect(QRect(rect.left(), rect.top(), side, rect.height()), ground)
            right = target.right()
            painter.fillRect(
                QRect(right, rect.top(), rect.right() - right + 1, rect.height()), ground
            )
        if target.height() < rect.height():
            side = target.top() - rect.top() + 1
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), side), ground)
            low = target.bottom()
            painter.fillRect(QRect(rect.left(), low, rect.width(), rect.bottom() - low + 1), ground)

    # --- not live ------------------------------------------------------------------------------

    def _dead(self, painter: QPainter, rect: QRect, view: TileView, now: datetime) -> None:
        theme = self._theme
        inner = rect.adjusted(theme.px(6), 0, -theme.px(6), -theme.px(20))
        quiet = view.status.state in (CameraState.CONNECTING, CameraState.OFF)
        painter.setPen(theme.color("tile_text" if quiet else "tile_alarm"))
        painter.setFont(self._large_font(rect, inner.width(), words.headline(view.status)))
        lines = painter.fontMetrics().height()
        top = QRect(inner.x(), inner.center().y() - lines, inner.width(), lines)
        painter.drawText(top, Qt.AlignmentFlag.AlignCenter, words.headline(view.status))
        self._why(painter, rect, inner, view, now)

    def _large_font(self, rect: QRect, width: int, text: str) -> QFont:
        theme = self._theme
        size = 13 if rect.height() < theme.px(_SMALL) else 15
        if rect.height() >= theme.px(_LARGE):
            size = 22
        for smaller in (size, 13, 11):
            font = theme.font(smaller, bold=True, tabular=True)
            if smaller <= size and QFontMetrics(font).horizontalAdvance(text) <= width:
                break
        return font

    def _why(
        self, painter: QPainter, rect: QRect, inner: QRect, view: TileView, now: datetime
    ) -> None:
        theme = self._theme
        painter.setPen(theme.color("tile_text"))
        painter.setFont(theme.font(11, tabular=True))
        below = inner.adjusted(0, inner.height() // 2 + theme.px(2), 0, 0)
        text = words.detail(view.status, now, self._zone)
        if below.height() < 2 * painter.fontMetrics().height():
            text = words.reason_text(view.status.reason)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(below, flags | Qt.TextFlag.TextWordWrap, _whole_parts(text))
        box = self.offer_rect(rect)
        if view.offer is None or box.isEmpty():
            return
        painter.fillRect(box, theme.color("tile_shade"))
        painter.setPen(theme.color("tile_accent"))
        metrics, middle = painter.fontMetrics(), Qt.AlignmentFlag.AlignCenter
        text = metrics.elidedText(
            words.offer(view.offer), Qt.TextElideMode.ElideRight, box.width() - theme.px(8)
        )
        painter.drawText(box, middle, text)

    def offer_rect(self, rect: QRect) -> QRect:
        """Where a tile names the camera that may stand in; empty on one too low for it."""
        theme = self._theme
        if rect.height() < theme.px(_SMALL):
            return QRect()
        height, side = theme.px(20), min(rect.width() - theme.px(12), theme.px(240))
        top = rect.bottom() - theme.px(BAND - 8) - height
        return QRect(rect.center().x() - side // 2, top, side, height)

    # --- words and edges -----------------------------------------------------------------------

    def _words(self, painter: QPainter, rect: QRect, view: TileView) -> None:
        ratio = painter.device().devicePixelRatio()
        camera = view.cell.camera
        late = words.late_by(view.status)
        band = Band(camera.label, camera.title, late or self._incident(view), bool(late))
        made = self._overlays.band(rect.width(), ratio, band)
        painter.drawPixmap(rect.x(), rect.bottom() - self._theme.px(BAND), made)
        marks = marks_of(view)
        if marks.any:
            made = self._overlays.marks(ratio, marks)
            edge = self._theme.px(4)
            x = rect.right() + 1 - edge - round(made.width() / ratio)
            painter.drawPixmap(x, rect.top() + edge, made)

    def _incident(self, view: TileView) -> str:
        if view.number is None or view.cell.incident_m is None:
            return ""
        return f"{number_sign(view.number)} · {metres(view.cell.incident_m)}"

    def _border(self, painter: QPainter, rect: QRect, view: TileView) -> None:
        inside = rect.adjusted(0, 0, -1, -1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if view.cell.incident_m is not None:
            painter.setPen(QPen(self._theme.color("tile_accent"), 1))
            painter.drawRect(inside)
        if view.selected:
            painter.setPen(QPen(self._theme.color("tile_text" if view.focused else "accent"), 2))
            painter.drawRect(inside.adjusted(1, 1, -1, -1))


def marks_of(view: TileView) -> Marks:
    """What is decoded only in part says so; what is as wanted says nothing."""
    level = view.status.level
    live = view.status.state is CameraState.LIVE
    shown = level if live and level not in (None, Level.FULL) else None
    if shown is Level.HALF and not words.level_is_held(view.status):
        shown = None
    zoom = "" if view.lens.plain else words.zoom(view.lens.zoom)
    return Marks(shown, view.cell.pinned, view.recording, zoom)
