"""Rows that begin with a badge of their level."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from command_center.domain.room import SituationLevel
from command_center.ui.painted_rows import RIGHT, paint_line
from command_center.ui.radio.lines import TextRow, TextRowDelegate
from command_center.ui.situation_badges import level_text

BADGE_PX = 76


@dataclass(frozen=True, slots=True)
class LevelRow(TextRow):
    """`level` None: no badge, and the words begin where others' do. `alert`: what stands below
    wants to be seen. `now`: it is how things stand, so its badge is filled."""

    level: SituationLevel | None = None
    alert: bool = False
    now: bool = False


class LevelRowDelegate(TextRowDelegate):
    def _words(self, painter: QPainter, rect: QRect, row: TextRow) -> None:
        if not isinstance(row, LevelRow):
            super()._words(painter, rect, row)
            return
        theme, px = self._theme, self._theme.px
        if row.level is not None:
            self._badge(painter, rect, row.level, filled=row.now)
        left = rect.left() + px(24 + BADGE_PX)
        width = rect.right() - left - px(11)
        top = QRectF(left, rect.top() + px(4), width, px(20))
        painter.setFont(theme.font(13, tabular=True))
        painter.setPen(theme.color("text2"))
        painter.drawText(top, RIGHT, row.right)
        used = QFontMetrics(painter.font()).horizontalAdvance(row.right) + px(12)
        painter.setFont(theme.font(13, bold=True))
        painter.setPen(theme.color("text"))
        paint_line(painter, top.adjusted(0, 0, -used, 0), row.first)
        painter.setFont(theme.font(11))
        painter.setPen(theme.color("warn" if row.alert else "text2"))
        paint_line(painter, QRectF(left, rect.top() + px(24), width, px(16)), row.second)

    def _badge(
        self, painter: QPainter, rect: QRect, level: SituationLevel, *, filled: bool
    ) -> None:
        theme, px = self._theme, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(rect.left() + px(12), rect.top() + px(11), px(BADGE_PX), px(22))
        colour = theme.color(level.value)
        painter.setPen(Qt.PenStyle.NoPen if filled else QPen(colour, 1.0))
        painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, px(4), px(4))
        painter.setPen(theme.color("on_fill") if filled else colour)
        painter.setFont(theme.font(11, bold=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, level_text(level))
