"""Paints a line of the air: when, who, the words as they were said; under them what codes mean."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from command_center.ui.format import clock
from command_center.ui.painted_rows import LEFT, RIGHT, paint_ground, paint_line
from command_center.ui.radio.rows import ROW_ROLE, RadioRow
from command_center.ui.radio.words import activity_text
from command_center.ui.theme import Theme

translate = QCoreApplication.translate
ROW_PX = 44


def under(row: RadioRow) -> str:
    """The second line: glosses first, then what it counts as and whom it is offered to."""
    parts = [row.beside]
    if row.line.activity:
        parts.append(activity_text(row.line.activity))
    if row.struck:
        parts = [translate("Radio", "dicoret"), *parts]
    elif row.offered is not None:
        text = translate("Radio", "B: teruskan ke %1")
        parts.append(text.replace("%1", row.offered.short))
    return " · ".join(part for part in parts if part)


class RadioDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, zone: tzinfo, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._zone = zone

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(ROW_PX))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, RadioRow):
            return
        theme, rect = self._theme, option.rect
        painter.save()
        paint_ground(painter, option, theme)
        self._first(painter, rect, row)
        self._second(painter, rect, row)
        painter.restore()

    def _first(self, painter: QPainter, rect: QRect, row: RadioRow) -> None:
        theme, px = self._theme, self._theme.px
        box = QRectF(rect.left() + px(12), rect.top() + px(4), rect.width() - px(24), px(20))
        said = theme.font(13, tabular=True)
        box = self._word(painter, box, clock(row.line.at, self._zone, seconds=False), said, "text3")
        if row.speaker:
            bold = QFont(theme.font(13, bold=True))
            bold.setStrikeOut(row.struck)
            cut = QFontMetrics(bold).elidedText(
                row.speaker, Qt.TextElideMode.ElideRight, int(box.width() / 2)
            )
            box = self._word(painter, box, cut, bold, "text3" if row.struck else "text")
        words = QFont(theme.font(13))
        words.setStrikeOut(row.struck)
        painter.setFont(words)
        painter.setPen(theme.color("text3" if row.struck else "text"))
        paint_line(painter, box, row.line.text)

    def _second(self, painter: QPainter, rect: QRect, row: RadioRow) -> None:
        theme, px = self._theme, self._theme.px
        box = QRectF(rect.left() + px(12), rect.top() + px(24), rect.width() - px(24), px(16))
        painter.setFont(theme.font(11))
        metrics = QFontMetrics(painter.font())
        right = " · ".join(part for part in (row.number, row.line.channel) if part)
        painter.setPen(theme.color("accent" if row.number else "text3"))
        painter.drawText(box, RIGHT, right)
        used = metrics.horizontalAdvance(right) + px(12) if right else 0
        painter.setPen(theme.color("text2"))
        paint_line(painter, box.adjusted(0, 0, -used, 0), under(row))

    def _word(self, painter: QPainter, box: QRectF, text: str, font: QFont, ink: str) -> QRectF:
        painter.setFont(font)
        painter.setPen(self._theme.color(ink))
        painter.drawText(box, LEFT, text)
        used = QFontMetrics(font).horizontalAdvance(text) + self._theme.px(8)
        return box.adjusted(used, 0, 0, 0)
