"""What a tile says that is not live: since when, why, and which camera may stand in."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from command_center.ui.actions.buttons import key_text
from command_center.ui.actions.table import ACTIONS
from command_center.ui.theme import Theme
from command_center.ui.wall import words
from command_center.ui.wall.overlay import BAND
from command_center.ui.wall.view import TileView
from command_center.video.model import CameraState

_DOT = " · "
_SMALL, _LARGE = 120, 230
"""Tile heights in pixels at 100 % under and over which the words are smaller or larger."""


def broken(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """Lines of at most `width` pixels, broken behind a dot and nowhere else."""
    lines: list[str] = []
    for part in text.split(_DOT):
        if lines and metrics.horizontalAdvance(lines[-1] + _DOT + part) <= width:
            lines[-1] += _DOT + part
        else:
            lines.append(part)
    return [line for line in lines if line]


class DeadWords:
    """Paints them over a faded picture."""

    def __init__(self, theme: Theme, zone: tzinfo) -> None:
        self._theme = theme
        self._zone = zone

    def paint(self, painter: QPainter, rect: QRect, view: TileView) -> None:
        theme = self._theme
        inner = rect.adjusted(theme.px(6), 0, -theme.px(6), -theme.px(20))
        quiet = view.status.state in (CameraState.CONNECTING, CameraState.OFF)
        painter.setPen(theme.color("tile_text" if quiet else "tile_alarm"))
        painter.setFont(self._large_font(rect, inner.width(), words.headline(view.status)))
        lines = painter.fontMetrics().height()
        top = QRect(inner.x(), inner.center().y() - lines, inner.width(), lines)
        painter.drawText(top, Qt.AlignmentFlag.AlignCenter, words.headline(view.status))
        self._why(painter, rect, inner, view)

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

    def _why(self, painter: QPainter, rect: QRect, inner: QRect, view: TileView) -> None:
        theme = self._theme
        painter.setPen(theme.color("tile_text"))
        painter.setFont(theme.font(11, tabular=True))
        box = self.offer_rect(rect) if view.offer is not None else QRect()
        low = box.top() if not box.isEmpty() else rect.bottom() - theme.px(BAND - 12)
        below = QRect(inner.x(), inner.center().y() + theme.px(2), inner.width(), 0)
        below.setBottom(low - theme.px(2))
        status, metrics = view.status, painter.fontMetrics()
        texts = (
            words.detail(status, view.at, self._zone),
            words.short_detail(status),
            words.reason_text(status.reason),
        )
        for text in texts:
            lines = broken(text, metrics, below.width())
            if len(lines) * metrics.height() <= below.height():
                break
        for line in lines:
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, line)
            below.translate(0, metrics.height())
        if view.offer is None or box.isEmpty():
            return
        painter.setPen(theme.color("tile_accent"))
        painter.setBrush(theme.color("tile_shade"))
        painter.drawRoundedRect(box, theme.px(4), theme.px(4))
        room = box.width() - theme.px(8)
        text = f"{words.offer(view.offer)}  {key_text(ACTIONS['wall.offer'].key)}"
        if not view.selected or metrics.horizontalAdvance(text) > room:
            text = words.offer(view.offer)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def offer_rect(self, rect: QRect) -> QRect:
        """Where a tile names the camera that may stand in; empty on one too low for it."""
        theme = self._theme
        if rect.height() < theme.px(_SMALL):
            return QRect()
        height, side = theme.px(20), min(rect.width() - theme.px(12), theme.px(240))
        top = rect.bottom() - theme.px(BAND - 8) - height
        return QRect(rect.center().x() - side // 2, top, side, height)
