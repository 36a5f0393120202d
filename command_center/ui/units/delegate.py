"""Paints the lines of the board: headings, and a unit's call sign, status, place and ages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from command_center.domain.unit import UnitStatus
from command_center.ui.glyphs import paint_status, paint_status_chip
from command_center.ui.theme import Theme
from command_center.ui.units import words
from command_center.ui.units.columns import ROW, Cells, Columns
from command_center.ui.units.lines import GroupLine, UnitLine
from command_center.ui.units.model import LINE_ROLE

LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
CHIP_HEIGHT = 18
MARKS = (
    QStyle.StateFlag.State_Selected
    | QStyle.StateFlag.State_MouseOver
    | QStyle.StateFlag.State_HasFocus
)
PICTURES = 64
"""Lines whose picture is kept: more than a screen shows, few enough to cost little memory."""
FADED = frozenset({UnitStatus.OFF_DUTY, UnitStatus.UNAVAILABLE, UnitStatus.UNKNOWN})
Index = QModelIndex | QPersistentModelIndex


@dataclass(slots=True)
class _Picture:
    line: UnitLine
    of: tuple[object, ...]
    still: QPixmap
    ages: tuple[str, str] = ("", "")
    dated: QPixmap | None = None


class BoardDelegate(QStyledItemDelegate):
    """`now` is the room's clock of the last tick; `columns` follow the width of the list."""

    def __init__(
        self, theme: Theme, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._now = now
        self.columns: Columns | None = None
        self._chips: dict[tuple[UnitStatus, bool, int, int, float, str], QPixmap] = {}
        self._pictures: dict[str, _Picture] = {}
        self.restyle()

    def restyle(self) -> None:
        """Fonts and chips are made once a theme, not once a cell."""
        theme = self._theme
        self._chips.clear()
        self._pictures.clear()
        self._plain, self._bold = theme.font(13), theme.font(13, bold=True)
        self._small = theme.font(11, tabular=True)
        self._measure = QFontMetrics(self._plain), QFontMetrics(self._bold)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The same for every line: a list of equal rows asks once."""
        return QSize(0, self._theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        rect: QRect = option.rect
        if self.columns is None:
            return
        if isinstance(line, GroupLine):
            painter.save()
            self._paint_heading(painter, rect, line)
            painter.restore()
        else:
            painter.drawPixmap(rect.topLeft(), self._picture(painter, rect, option.state, line))

    def _paint_heading(self, painter: QPainter, rect: QRect, line: GroupLine) -> None:
        theme = self._theme
        inside = rect.adjusted(theme.px(12), theme.px(3), -theme.px(12), 0)
        painter.setFont(self._small)
        painter.setPen(theme.color("text3"))
        count = words.group_count(line)
        painter.drawText(inside, RIGHT, count)
        room = inside.width() - painter.fontMetrics().horizontalAdvance(count) - theme.px(8)
        title = words.group_title(line.group)
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(inside, LEFT, painter.fontMetrics().elidedText(title, elide, room))

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        theme = self._theme
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("selected"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("hover"))
        painter.setPen(theme.color("raised"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _picture(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, line: UnitLine
    ) -> QPixmap:
        """The line, painted once per state of it; its ages are written on a copy of that."""
        ratio = painter.device().devicePixelRatioF()
        of = (state & MARKS, self.columns, rect.size(), ratio)
        kept = self._pictures.pop(line.row.id, None)
        if kept is None or kept.line is not line or kept.of != of:
            kept = _Picture(line, of, self._painted(rect, ratio, state, line))
        self._pictures[line.row.id] = kept
        if len(self._pictures) > PICTURES:
            del self._pictures[next(iter(self._pictures))]
        now = self._now()
        ages = (words.in_status(line, now), words.heard(line, now))
        if kept.dated is None or kept.ages != ages:
            kept.ages, kept.dated = ages, self._dated(kept.still, rect, line, ages)
        return kept.dated

    def _painted(
        self, rect: QRect, ratio: float, state: QStyle.StateFlag, line: UnitLine
    ) -> QPixmap:
        pixmap = QPixmap(rect.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self._theme.color("panel"))
        here = QRect(0, 0, rect.width(), rect.height())
        painter = QPainter(pixmap)
        self._paint_ground(painter, here, state)
        if self.columns is not None:
            cells = self.columns.cells(here)
            self._paint_words(painter, cells, line)
            self._paint_status(painter, cells.status, line)
        painter.end()
        return pixmap

    def _dated(self, still: QPixmap, rect: QRect, line: UnitLine, ages: tuple[str, str]) -> QPixmap:
        dated = still.copy()
        if self.columns is None:
            return dated
        cells = self.columns.cells(QRect(0, 0, rect.width(), rect.height()))
        painter = QPainter(dated)
        painter.setFont(self._small)
        if cells.time.width():
            painter.setPen(self._theme.color("text2"))
            painter.drawText(cells.time, RIGHT, ages[0])
        painter.setPen(self._age_color(line))
        painter.drawText(cells.age, RIGHT, ages[1])
        painter.end()
        return dated

    def _paint_words(self, painter: QPainter, cells: Cells, line: UnitLine) -> None:
        faded = line.shown in FADED
        narrow = self.columns is not None and self.columns.narrow
        name = line.row.call_sign if narrow else words.call_sign(line)
        self._write(painter, cells.call_sign, name, "text2" if faded else "text", bold=True)
        tone = "text2" if faded else "text"
        if line.row.kept or line.row.disputed is not None:
            self._write_whole(painter, cells.where, line, "warn")
        elif words.why_away(line):
            self._write(painter, cells.where, words.where(line), tone)
        elif line.row.incident_number is None:
            self._write_whole(painter, cells.where, line, tone)
        elif line.row.unanswered:
            self._write_whole(painter, cells.where, line, "diperintah")
        else:
            self._write(painter, cells.where, words.where(line), tone)

    def _age_color(self, line: UnitLine) -> QColor:
        """An age is news once it is why the unit is not believed."""
        silent = line.shown is UnitStatus.UNKNOWN and line.row.position_at is not None
        return self._theme.color("warn" if silent else "text3")

    def _write(
        self, painter: QPainter, cell: QRect, text: str, tone: str, bold: bool = False
    ) -> None:
        measure = self._measure[bold]
        painter.setFont(self._bold if bold else self._plain)
        painter.setPen(self._theme.color(tone))
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(cell, LEFT, measure.elidedText(text, elide, cell.width()))

    def _write_whole(self, painter: QPainter, cell: QRect, line: UnitLine, tone: str) -> None:
        """Words of ours are not cut: smaller letters where they do not fit, else fewer words."""
        text = words.where(line)
        if self._measure[False].horizontalAdvance(text) > cell.width():
            small = QFontMetrics(self._small).horizontalAdvance(text) <= cell.width()
            if small:
                painter.setFont(self._small)
                painter.setPen(self._theme.color(tone))
                painter.drawText(cell, LEFT, text)
                return
            text = words.where_short(line)
        self._write(painter, cell, text, tone)

    def _paint_status(self, painter: QPainter, cell: QRect, line: UnitLine) -> None:
        narrow = self.columns is None or self.columns.narrow
        height = self._theme.px(12 if narrow else CHIP_HEIGHT)
        top = cell.top() + (cell.height() - height) // 2
        size = QSize(cell.width(), height)
        ratio = painter.device().devicePixelRatioF()
        text = "" if narrow else words.status_text(line.shown)
        key = (line.shown, line.row.requested, size.width(), size.height(), ratio, text)
        chip = self._chips.get(key)
        if chip is None:
            chip = self._chips[key] = self._chip(line, size, ratio, text)
        painter.drawPixmap(cell.left(), top, chip)

    def _chip(self, line: UnitLine, size: QSize, ratio: float, text: str) -> QPixmap:
        """The status as a picture; without `text` the bare glyph."""
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(0, 0, 0, 0))
        painter = QPainter(picture)
        box = QRectF(0, 0, size.width(), size.height())
        if text:
            asked = line.row.requested
            paint_status_chip(painter, box, line.shown, text, self._theme, requested=asked)
        else:
            paint_status(painter, box, line.shown, self._theme)
        painter.end()
        return picture
