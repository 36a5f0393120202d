"""Paints the lines of the board: headings, and a unit's call sign, status, place and ages."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from command_center.domain.unit import UnitStatus
from command_center.ui.glyphs import paint_status, paint_status_chip
from command_center.ui.theme import Theme
from command_center.ui.units import words
from command_center.ui.units.columns import INDENT, ROW, Cells, Columns
from command_center.ui.units.lines import GroupLine, UnitLine
from command_center.ui.units.looks import BoardLook
from command_center.ui.units.model import LINE_ROLE

LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
MIDDLE = Qt.AlignmentFlag.AlignCenter
CHIP_HEIGHT, BADGE, BADGE_HEIGHT = 18, 22, 16
MARKS = (
    QStyle.StateFlag.State_Selected
    | QStyle.StateFlag.State_MouseOver
    | QStyle.StateFlag.State_HasFocus
)
PICTURES = 64
"""Lines whose picture is kept: more than a screen shows, few enough to cost little memory."""
FADED = frozenset({UnitStatus.OFF_DUTY, UnitStatus.UNAVAILABLE, UnitStatus.UNKNOWN})
ELIDE = Qt.TextElideMode.ElideRight
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Clocked:
    """What of a line runs with the clock."""

    time: str
    age: str
    alert: words.Alert | None


@dataclass(slots=True)
class _Picture:
    line: UnitLine
    of: tuple[object, ...]
    still: QPixmap
    clocked: Clocked | None = None
    dated: QPixmap | None = None


class BoardDelegate(QStyledItemDelegate):
    """`columns` follow the width of the list."""

    def __init__(self, theme: Theme, look: BoardLook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = look
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
        self._little = QFontMetrics(self._small)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The same for every line: a list of equal rows asks once."""
        return QSize(0, self._theme.px(ROW))

    def clocked(self, line: UnitLine) -> Clocked:
        """What the line's clocks say now."""
        now = self._look.now
        said = words.alert(line, now)
        return Clocked(words.in_status(line, now), words.heard(line, now), said)

    def badge(self, row: QRect, line: UnitLine) -> QRect:
        """Where the number of jobs that wait for the unit stands; empty where none do."""
        if not line.row.waiting or self.columns is None:
            return QRect()
        theme, cells = self._theme, self.columns.cells(row)
        wide, tall = theme.px(BADGE), theme.px(BADGE_HEIGHT)
        top = row.top() + (row.height() - tall) // 2
        return QRect(cells.where.right() + 1 - wide, top, wide, tall)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE_ROLE)
        rect: QRect = option.rect
        if self.columns is None:
            return
        if isinstance(line, GroupLine):
            painter.save()
            if line.group.unit_id:
                self._paint_ground(painter, rect, option.state)
            self._paint_heading(painter, rect, line)
            painter.restore()
        else:
            painter.drawPixmap(rect.topLeft(), self._picture(painter, rect, option.state, line))

    def _paint_heading(self, painter: QPainter, rect: QRect, line: GroupLine) -> None:
        theme = self._theme
        left = theme.px(12) + max(0, line.group.depth - 1) * theme.px(INDENT)
        inside = rect.adjusted(left, theme.px(3), -theme.px(12), 0)
        measure, title = self._little, words.group_title(line.group, self._look.meaning)
        count = words.group_count(line)
        with_people = f"{count} · {words.people_text(line.strength)}"
        fits = measure.horizontalAdvance(f"{title}  {with_people}") <= inside.width()
        count = with_people if fits else count
        painter.setFont(self._small)
        painter.setPen(theme.color("text3"))
        painter.drawText(inside, RIGHT, count)
        room = inside.width() - measure.horizontalAdvance(count) - theme.px(8)
        painter.setPen(theme.color("text2" if line.group.unit_id else "text3"))
        painter.drawText(inside, LEFT, measure.elidedText(title, ELIDE, room))

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
        """The line, painted once per state of it; what runs with the clock is written on a copy."""
        ratio = painter.device().devicePixelRatioF()
        of = (state & MARKS, self.columns, rect.size(), ratio)
        kept = self._pictures.pop(line.row.id, None)
        if kept is None or kept.line is not line or kept.of != of:
            kept = _Picture(line, of, self._painted(rect, ratio, state, line))
        self._pictures[line.row.id] = kept
        if len(self._pictures) > PICTURES:
            del self._pictures[next(iter(self._pictures))]
        clocked = self.clocked(line)
        if kept.dated is None or kept.clocked != clocked:
            kept.clocked, kept.dated = clocked, self._dated(kept.still, rect, line, clocked)
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
            self._paint_name(painter, cells.call_sign, line)
            self._paint_status(painter, cells.status, line)
            self._paint_badge(painter, self.badge(here, line), line)
        painter.end()
        return pixmap

    def _dated(self, still: QPixmap, rect: QRect, line: UnitLine, clocked: Clocked) -> QPixmap:
        dated = still.copy()
        if self.columns is None:
            return dated
        here = QRect(0, 0, rect.width(), rect.height())
        cells, badge = self.columns.cells(here), self.badge(here, line)
        painter = QPainter(dated)
        if clocked.alert is not None:
            room = QRect(cells.alert)
            if not badge.isEmpty():
                room.setRight(badge.left() - self._theme.px(4))
            said = clocked.alert
            self._write_whole(painter, room, said.token, said.text, said.middle, said.short)
        else:
            self._paint_place(painter, cells, badge, line)
            self._paint_ages(painter, cells, line, clocked)
        painter.end()
        return dated

    def _paint_ages(
        self, painter: QPainter, cells: Cells, line: UnitLine, clocked: Clocked
    ) -> None:
        """An age is news once it is longer than the room lets it be, or why the unit is not
        believed."""
        painter.setFont(self._small)
        if cells.time.width():
            painter.setPen(self._theme.color("warn" if line.overdue else "text2"))
            painter.drawText(cells.time, RIGHT, clocked.time)
        silent = line.shown is UnitStatus.UNKNOWN and line.row.position_at is not None
        painter.setPen(self._theme.color("warn" if silent else "text3"))
        painter.drawText(cells.age, RIGHT, clocked.age)

    def _paint_name(self, painter: QPainter, cell: QRect, line: UnitLine) -> None:
        narrow = self.columns is not None and self.columns.narrow
        name = line.row.call_sign if narrow else words.call_sign(line)
        inside = cell.adjusted(line.depth * self._theme.px(INDENT), 0, 0, 0)
        self._write(painter, inside, name, "text2" if line.shown in FADED else "text", bold=True)

    def _paint_place(self, painter: QPainter, cells: Cells, badge: QRect, line: UnitLine) -> None:
        cell = QRect(cells.where)
        if not badge.isEmpty():
            cell.setRight(badge.left() - self._theme.px(4))
        text, short = words.where(line), words.where_short(line)
        tone = "text2" if line.shown in FADED else "text"
        if line.row.kept or line.row.disputed is not None:
            self._write_whole(painter, cell, "warn", text, short)
        elif words.why_away(line):
            self._write(painter, cell, text, tone)
        elif line.row.unanswered:
            self._write_whole(painter, cell, "diperintah", text, short)
        elif line.row.incident_number is None or line.row.requested:
            self._write_whole(painter, cell, tone, text, short)
        else:
            self._write(painter, cell, text, tone)

    def _write(
        self, painter: QPainter, cell: QRect, text: str, tone: str, bold: bool = False
    ) -> None:
        measure = self._measure[bold]
        painter.setFont(self._bold if bold else self._plain)
        painter.setPen(self._theme.color(tone))
        painter.drawText(cell, LEFT, measure.elidedText(text, ELIDE, cell.width()))

    def _write_whole(self, painter: QPainter, cell: QRect, tone: str, *ways: str) -> None:
        """Words of ours are not cut: smaller letters where they do not fit, else fewer words."""
        for said in filter(None, ways):
            if self._measure[False].horizontalAdvance(said) <= cell.width():
                self._write(painter, cell, said, tone)
                return
            if self._little.horizontalAdvance(said) <= cell.width():
                painter.setFont(self._small)
                painter.setPen(self._theme.color(tone))
                painter.drawText(cell, LEFT, said)
                return
        self._write(painter, cell, ways[-1], tone)

    def _paint_badge(self, painter: QPainter, box: QRect, line: UnitLine) -> None:
        if box.isEmpty():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("accent"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setFont(self._small)
        painter.drawText(box, MIDDLE, f"+{len(line.row.waiting)}")

    def _paint_status(self, painter: QPainter, cell: QRect, line: UnitLine) -> None:
        narrow = self.columns is None or self.columns.narrow
        height = self._theme.px(12 if narrow else CHIP_HEIGHT)
        top = cell.top() + (cell.height() - height) // 2
        size = QSize(cell.width(), height)
        ratio = painter.device().devicePixelRatioF()
        text = "" if narrow else words.status_label(line.shown, self._look.meaning)
        key = (line.shown, line.row.requested, size.width(), size.height(), ratio, text)
        chip = self._chips.get(key)
        if chip is None:
            chip = self._chips[key] = self._chip(line, size, ratio, text)
        painter.drawPixmap(cell.left(), top, chip)

    def _chip(self, line: UnitLine, size: QSize, ratio: float, text: str) -> QPixmap:
        """The status as a picture; without `text` the bare glyph."""
        theme, look = self._theme, self._look.of(line.shown)
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(0, 0, 0, 0))
        painter = QPainter(picture)
        box = QRectF(0, 0, size.width(), size.height())
        if text:
            asked = line.row.requested
            paint_status_chip(painter, box, line.shown, text, theme, requested=asked, look=look)
        else:
            paint_status(painter, box, look[0], theme, theme.color(look[1]))
        painter.end()
        return picture
