"""The timeline as a list of time and sentence; wraps, never cuts, shows outside text as it is. A
struck note stays readable under its line, with who struck it and why."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from command_center.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_NEW_LINE = "\u2028"
_LINE_PX, _TIME_PX = 18, 62
_REMEMBERED = 1000
_MOST_ALTERED = 4
"""So many lines are altered where they stand; with more of them all is new."""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """`kept`: only this workstation knows it. `note_id`: the note it is, "" for none; `struck`: who
    struck it when and why, "" while it stands."""

    time: str
    text: str
    kept: bool = False
    note_id: str = ""
    struck: str = ""

    @property
    def spoken(self) -> str:
        return " · ".join(part for part in (f"{self.time} {self.text}", self.struck) if part)


class TimelineModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[ShownLine, ...] = ()

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.spoken
        return None

    def show(self, lines: Sequence[ShownLine]) -> None:
        """Alter a few lines where they stand and append what is new, else take all anew."""
        new, old = tuple(lines), self.lines
        altered = [at for at, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]]
        if len(new) < len(old) or len(altered) > _MOST_ALTERED:
            self.beginResetModel()
            self.lines = new
            self.endResetModel()
            return
        self.lines = new[: len(old)]
        for at in altered:
            self.dataChanged.emit(self.index(at), self.index(at))
        if len(new) > len(old):
            self.beginInsertRows(_NOWHERE, len(old), len(new) - 1)
            self.lines = new
            self.endInsertRows()


def laid_out(text: str, font: QFont, width_px: int) -> QTextLayout:
    """Lines broken between words; inside one only where it is wider than there is room."""
    layout = QTextLayout(text.replace("\n", _NEW_LINE), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width_px)
        line.setPosition(QPointF(0.0, top))
        top += line.height()
    layout.endLayout()
    return layout


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._broken: dict[tuple[str, bool, int, float], QTextLayout] = {}

    def _time_width(self) -> int:
        px = self._theme.px
        metrics = QFontMetrics(self._theme.font(13, tabular=True))
        return max(px(_TIME_PX), metrics.horizontalAdvance("00:00:00") + px(8))

    def _words(self, text: str, struck: bool, width_px: int) -> QTextLayout:
        """Broken once: a list asks for the height of all its lines whenever one comes."""
        wanted = (text, struck, width_px, self._theme.scale)
        if wanted not in self._broken:
            if len(self._broken) >= _REMEMBERED:
                self._broken.clear()
            font = self._theme.font(13)
            font.setStrikeOut(struck)
            self._broken[wanted] = laid_out(text, font, max(20, width_px - self._time_width()))
        return self._broken[wanted]

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        line = index.data(Qt.ItemDataRole.UserRole)
        width = max(40, self._view.viewport().width())
        texts = [line.text, line.struck] if isinstance(line, ShownLine) else [""]
        layouts = [self._words(text, False, width) for text in texts if text]
        height = sum(math.ceil(words.boundingRect().height()) for words in layouts)
        return QSize(width, max(self._theme.px(_LINE_PX), height + self._theme.px(2)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        line = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(line, ShownLine):
            return
        painter.save()
        painter.setFont(self._theme.font(13, tabular=True))
        painter.setPen(self._theme.color("text"))
        painter.drawText(option.rect, int(Qt.AlignmentFlag.AlignLeft.value), line.time)
        self._paint_words(painter, option.rect, line)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.color("accent"), 1))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, line: ShownLine) -> None:
        room = QPointF(rect.left() + self._time_width(), rect.top())
        struck = bool(line.struck)
        words = self._words(line.text, struck, rect.width())
        painter.setPen(self._theme.color("warn" if line.kept else "text3" if struck else "text2"))
        words.draw(painter, room)
        if struck:
            below = QPointF(0.0, math.ceil(words.boundingRect().height()))
            painter.setPen(self._theme.color("warn"))
            self._words(line.struck, False, rect.width()).draw(painter, room + below)


class TimelineView(QListView):
    """Oldest first. Follows the newest line unless somebody scrolled away from it. `strike` carries
    the id of the note whose line was chosen, by Del or by the menu."""

    strike = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.timeline = TimelineModel(self)
        self.setModel(self.timeline)
        self.setItemDelegate(_Delegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFrameShape(QListView.Shape.NoFrame)
        self._at_end = True
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._keep_end)

    def sizeHint(self) -> QSize:
        """It takes what is left."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def show_lines(self, lines: Sequence[ShownLine]) -> None:
        self.timeline.show(lines)
        self._keep_end()

    def _scrolled(self, value: int) -> None:
        self._at_end = value >= self.verticalScrollBar().maximum()

    def _keep_end(self) -> None:
        """More lines or less room: whoever read the newest line still does."""
        if self._at_end:
            self.scrollToBottom()

    # --- striking a note -----------------------------------------------------------------------

    def standing_notes(self) -> list[ShownLine]:
        """Notes of the room that are not struck, the newest first."""
        lines = reversed(self.timeline.lines)
        return [line for line in lines if line.note_id and not line.struck and not line.kept]

    @property
    def chosen_note(self) -> ShownLine | None:
        """The note at the cursor while the keyboard is here."""
        return self._note_at(self.currentIndex()) if self.hasFocus() else None

    def _note_at(self, index: QModelIndex) -> ShownLine | None:
        line = index.data(Qt.ItemDataRole.UserRole) if index.isValid() else None
        return line if isinstance(line, ShownLine) and line in self.standing_notes() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        note = self._note_at(self.currentIndex())
        if event.key() == Qt.Key.Key_Delete and note is not None:
            self.strike.emit(note.note_id)
        elif event.text().strip() and event.text().isprintable():
            event.ignore()  # a list would search by it
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index, at = self.indexAt(event.pos()), event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            at = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        if index.isValid():
            self.menu(index).popup(at)

    def menu(self, index: QModelIndex) -> QMenu:
        """What can be done with a line."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        note = self._note_at(index)
        action = menu.addAction(QCoreApplication.translate("Detail", "Coret catatan") + "\tDel")
        action.setEnabled(note is not None)
        if note is not None:
            action.triggered.connect(lambda: self.strike.emit(note.note_id))
        return menu
