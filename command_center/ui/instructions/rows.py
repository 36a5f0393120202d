"""Rows of which some want to be seen: late, or not heard."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFontMetrics, QPainter

from command_center.ui.painted_rows import RIGHT, paint_line
from command_center.ui.radio.lines import TextRow, TextRowDelegate


@dataclass(frozen=True, slots=True)
class DueRow(TextRow):
    """`late`: what stands at the right is a warning; `over`: it is history."""

    late: bool = False
    over: bool = False


class DueRowDelegate(TextRowDelegate):
    def _words(self, painter: QPainter, rect: QRect, row: TextRow) -> None:
        if not isinstance(row, DueRow) or not (row.late or row.over):
            super()._words(painter, rect, row)
            return
        theme, px = self._theme, self._theme.px
        left, width = rect.left() + px(12), rect.width() - px(24)
        top = QRectF(left, rect.top() + px(4), width, px(20))
        painter.setFont(theme.font(13, tabular=True))
        painter.setPen(theme.color("warn" if row.late else "text3"))
        painter.drawText(top, RIGHT, row.right)
        used = QFontMetrics(painter.font()).horizontalAdvance(row.right) + px(12)
        painter.setFont(theme.font(13, bold=not row.over))
        painter.setPen(theme.color("text3" if row.over else "text"))
        paint_line(painter, top.adjusted(0, 0, -used, 0), row.first)
        painter.setFont(theme.font(11))
        painter.setPen(theme.color("text3" if row.over else "text2"))
        paint_line(painter, QRectF(left, rect.top() + px(24), width, px(16)), row.second)
