"""Paints one tile: the picture as it came, its name, and how far it can be believed."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from command_center.ui.format import metres, number_sign
from command_center.ui.theme import Theme
from command_center.ui.wall import words
from command_center.ui.wall.dead import DeadWords
from command_center.ui.wall.overlay import BAND, Band, Marks, Overlays
from command_center.ui.wall.view import Ready, Size, TileView, laid_out
from command_center.video.model import CameraState, Level
from command_center.video.slot import Frame

SHADE_DEAD = 150


def image_of(frame: Frame) -> QImage:
    """A view of the frame's own memory: it must live for as long as the image does."""
    return QImage(
        frame.pixels,
        frame.width,
        frame.height,
        frame.bytes_per_line,
        QImage.Format.Format_RGB32,
    )


def faded(frame: Frame, shade: QColor) -> QImage:
    """A copy without colour and under `shade`, for a picture that is not now."""
    grey = image_of(frame).convertToFormat(QImage.Format.Format_Grayscale8)
    copy = grey.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(copy)
    painter.fillRect(copy.rect(), shade)
    painter.end()
    return copy


class TilePainter:
    """One for a whole surface; keeps painted words, nothing of a tile."""

    def __init__(self, theme: Theme, zone: tzinfo) -> None:
        self._theme = theme
        self._overlays = Overlays(theme)
        self._dead = DeadWords(theme, zone)

    def offer_rect(self, rect: QRect) -> QRect:
        """Where a tile names the camera that may stand in; empty on one too low for it."""
        return self._dead.offer_rect(rect)

    def ready(self, rect: QRect, view: TileView, size: Size | None, ratio: float) -> Ready:
        """Lay a tile out for pictures of `size` pixels, until what it shows is another."""
        made = laid_out(rect, view, size, ratio)
        camera, late = view.cell.camera, words.late_by(view.status)
        near, metres_away = self._incident(view)
        short = "" if late else metres_away
        band = Band(camera.label, camera.title, late or near, bool(late), short)
        low = QPoint(rect.x(), rect.bottom() - self._theme.px(BAND))
        made.overlays.append((low, self._overlays.band(rect.width(), ratio, band)))
        marks = marks_of(view)
        if marks.any:
            strip = self._overlays.marks(ratio, marks)
            edge = self._theme.px(4)
            x = rect.right() + 1 - edge - round(strip.width() / ratio)
            made.overlays.append((QPoint(x, rect.top() + edge), strip))
        self._add_borders(made, rect.adjusted(0, 0, -1, -1))
        return made

    def _incident(self, view: TileView) -> tuple[str, str]:
        """ "#0147 · 60 m", and without the number, which the header says too."""
        if view.number is None or view.cell.incident_m is None:
            return "", ""
        away = metres(view.cell.incident_m)
        return f"{number_sign(view.number)} · {away}", away

    def _add_borders(self, made: Ready, inside: QRect) -> None:
        view, theme = made.view, self._theme
        if view.cell.incident_m is not None:
            made.borders.append((QPen(theme.color("tile_accent"), 1), inside))
        if view.selected:
            pen = QPen(theme.color("tile_text" if view.focused else "accent"), 2)
            made.borders.append((pen, inside.adjusted(1, 1, -1, -1)))

    def paint(self, painter: QPainter, rect: QRect, ready: Ready, picture: QImage | None) -> None:
        """`picture` has the size that `ready` was made for."""
        for edge in ready.edges:
            painter.fillRect(edge, self._theme.color("tile"))
        if picture is not None and ready.source is None:
            ratio = painter.device().devicePixelRatio()
            if ratio != 1.0:
                picture.setDevicePixelRatio(ratio)
            painter.drawImage(ready.target.topLeft(), picture)
        elif picture is not None and ready.source is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(ready.target), picture, ready.source)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        if ready.view.status.state is not CameraState.LIVE:
            self._dead.paint(painter, rect, ready.view)
        for at, overlay in ready.overlays:
            painter.drawPixmap(at, overlay)
        for pen, box in ready.borders:
            painter.setPen(pen)
            painter.setBrush(QColor(0, 0, 0, 0))
            painter.drawRect(box)


def marks_of(view: TileView) -> Marks:
    """What is decoded only in part says so; what is as wanted says nothing."""
    level = view.status.level
    live = view.status.state is CameraState.LIVE
    shown = level if live and level not in (None, Level.FULL) else None
    if shown is Level.HALF and not words.level_is_held(view.status):
        shown = None
    zoom = "" if view.lens.plain else words.zoom(view.lens.zoom)
    return Marks(shown, view.cell.pinned, view.recording, zoom)
