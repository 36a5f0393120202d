"""Paints a person: the name, and under it what they sign in with and as what; plain text."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from command_center.ui.painted_rows import RIGHT, paint_ground, paint_line
from command_center.ui.people.rows import PersonRow
from command_center.ui.row_model import ROW_ROLE
from command_center.ui.theme import Theme
from command_center.ui.who import role_text

translate = QCoreApplication.translate
ROW_PX = 44


def second_line(row: PersonRow, zone: tzinfo) -> str:
    if row.staff.left_at is not None:
        on = row.staff.left_at.astimezone(zone).strftime("%d-%m-%Y")
        return translate("People", "keluar %1").replace("%1", on)
    parts = [row.staff.login, row.agency, row.staff.seat]
    return " · ".join(part for part in parts if part)


class PersonDelegate(QStyledItemDelegate):
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
        if not isinstance(row, PersonRow):
            return
        theme, rect = self._theme, option.rect
        painter.save()
        paint_ground(painter, option, theme)
        self._words(painter, rect, row)
        painter.restore()

    def _words(self, painter: QPainter, rect: QRect, row: PersonRow) -> None:
        theme, px = self._theme, self._theme.px
        left, width = rect.left() + px(12), rect.width() - px(24)
        top = QRectF(left, rect.top() + px(4), width, px(20))
        role = role_text(row.staff.role)
        painter.setFont(theme.font(13))
        painter.setPen(theme.color("text2"))
        painter.drawText(top, RIGHT, role)
        room = width - QFontMetrics(theme.font(13)).horizontalAdvance(role) - px(12)
        painter.setFont(theme.font(13, bold=True))
        painter.setPen(theme.color("text" if row.here else "text2"))
        paint_line(painter, top, row.staff.name, room)
        painter.setFont(theme.font(11))
        painter.setPen(theme.color("text2"))
        below = QRectF(left, rect.top() + px(24), width, px(16))
        paint_line(painter, below, second_line(row, self._zone))
