"""The list of the board: pointer, keys and drag; it holds still while somebody aims at it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from heapq import nlargest

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QEnterEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QMenu, QToolTip, QWidget

from command_center.domain.unit import UnitStatus
from command_center.ui.actions.action import Action
from command_center.ui.actions.menus import action_text
from command_center.ui.row_table import RowTable
from command_center.ui.seat import Seat
from command_center.ui.units import words
from command_center.ui.units.columns import ROW, Widest, columns
from command_center.ui.units.delegate import BoardDelegate, Clocked
from command_center.ui.units.dragging import drag_picture
from command_center.ui.units.lines import Line, UnitLine
from command_center.ui.units.looks import BoardLook
from command_center.ui.units.model import LINE_ROLE, BoardModel
from command_center.ui.units.verbs import VERBS, fits, run

translate = QCoreApplication.translate
MEASURED = 300
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
OWN_KEYS = {
    Qt.Key.Key_Return: "next",
    Qt.Key.Key_Enter: "next",
    Qt.Key.Key_Space: "waiting",
    Qt.Key.Key_Slash: "find",
    Qt.Key.Key_Home: "release",
}
"""What a key of the list alone asks for."""


def _verb_of(event: QKeyEvent) -> Action | None:
    pressed = QKeySequence(event.keyCombination())
    return next((verb for verb in VERBS if QKeySequence(verb.key) == pressed), None)


def _own(event: QKeyEvent) -> str | None:
    return OWN_KEYS.get(Qt.Key(event.key())) if event.modifiers() in PLAIN else None


class BoardView(RowTable):
    """`held` follows the pointer coming and going and a drag beginning and ending; `asked` carries
    what one of OWN_KEYS, or a click on the number of waiting jobs, asks for."""

    held = Signal(bool)
    asked = Signal(str)

    def __init__(
        self, seat: Seat, model: BoardModel, look: BoardLook, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, parent)
        self._seat = seat
        self._board = model
        self._look = look
        self._widest = Widest(seat.theme)
        self._ages: dict[int, tuple[str, Clocked]] = {}
        self._dragging = False
        self._inside = False
        self.empty = ""
        self._delegate = BoardDelegate(seat.theme, look, self)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setMouseTracking(True)
        self.verticalHeader().setDefaultSectionSize(seat.theme.px(ROW))
        model.modelReset.connect(self._measure_all)
        model.rowsInserted.connect(self._measure_new)

    # --- appearance ----------------------------------------------------------------------------

    def _measure_all(self) -> None:
        self._take(self._board.units.values())
        self.measure()

    def _measure_new(self, parent: QModelIndex, first: int, last: int) -> None:
        lines = [self._board.line_at(row) for row in range(first, last + 1)]
        if self._take(line for line in lines if isinstance(line, UnitLine)):
            self.measure()

    def _take(self, lines: Iterable[UnitLine]) -> bool:
        """Of very many the longest names are measured: one of the others is hardly wider."""
        found = list(lines)
        if len(found) > MEASURED:
            found = nlargest(MEASURED, found, key=lambda line: len(line.row.call_sign) + line.depth)
        names = {(words.call_sign(line), line.row.call_sign, line.depth) for line in found}
        return self._widest.take(names)

    def measure(self) -> None:
        """Lay out the columns anew: another width, font, language or longer call signs."""
        theme, meaning = self._seat.theme, self._look.meaning
        labels = [words.status_label(status, meaning) for status in UnitStatus]
        width = self.viewport().width()
        self._delegate.columns = columns(width, self._widest.pixels, labels, theme)
        self.viewport().update()

    def restyle(self) -> None:
        self._delegate.restyle()
        self._widest.forget()
        self.verticalHeader().setDefaultSectionSize(self._seat.theme.px(ROW))
        self._measure_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._board.rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(self._seat.theme.color("text3"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect(), flags, self.empty)
            painter.end()

    def tick(self, now: datetime) -> None:
        """Repaint the cells whose text the clock changed, of the rows that can be seen."""
        self._look.now = now
        seen: dict[int, tuple[str, Clocked]] = {}
        due = QRegion()
        if self._delegate.columns is None:
            return
        for row in self.visible_rows():
            line = self._board.line_at(row)
            if not isinstance(line, UnitLine):
                continue
            clocked = self._delegate.clocked(line)
            before = self._ages.get(row)
            seen[row] = (line.row.id, clocked)
            if before != seen[row]:
                cells = self._delegate.columns.cells(self.visualRect(self._board.index(row)))
                alert = clocked.alert or (before[1].alert if before else None)
                due += cells.alert if alert else QRegion(cells.time) + QRegion(cells.age)
        self._ages = seen
        self.viewport().update(due)

    def visible_rows(self) -> range:
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        if first < 0:
            return range(0)
        return range(first, last + 1 if last >= 0 else self._board.rowCount())

    # --- chosen units --------------------------------------------------------------------------

    def chosen(self) -> list[UnitLine]:
        """The selected units from top to bottom, or the one under the focus."""
        rows = [index.row() for index in self.selectedIndexes()]
        if not rows and self.currentIndex().isValid():
            rows = [self.currentIndex().row()]
        return self._board.chosen(rows)

    def current_line(self) -> Line | None:
        index = self.currentIndex()
        return self._board.line_at(index.row()) if index.isValid() else None

    # --- keys and menu -------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """The window's keys are about one unit; here they are about all that are chosen."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (_verb_of(event) is not None or _own(event) is not None)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verb, own = _verb_of(event), _own(event)
        if verb is not None:
            if not event.isAutoRepeat():
                run(verb, [line.row for line in self.chosen()], self._seat)
            event.accept()
        elif own is not None:
            if not event.isAutoRepeat():
                self.asked.emit(own)
            if own == "release":
                super().keyPressEvent(event)
        elif event.text().strip().isprintable() and event.text().strip():
            event.ignore()  # a list would search by it
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        if self.chosen():
            self.menu().popup(at)

    def menu(self) -> QMenu:
        """Everything that can be said for the chosen units now, each with its key."""
        rows = [line.row for line in self.chosen()]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for verb in VERBS:
            action = menu.addAction(action_text(verb))
            action.setEnabled(fits(verb, rows, self._seat))
            action.triggered.connect(lambda _=False, verb=verb: run(verb, rows, self._seat))
        return menu

    # --- pointer -------------------------------------------------------------------------------

    def enterEvent(self, event: QEnterEvent) -> None:
        self._inside = True
        self._hold()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._inside = False
        self._hold()
        super().leaveEvent(event)

    def _hold(self) -> None:
        self.held.emit(self._inside or self._dragging)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        line = index.data(LINE_ROLE) if index.isValid() else None
        if isinstance(line, UnitLine) and event.button() is Qt.MouseButton.LeftButton:
            badge = self._delegate.badge(self.visualRect(index), line)
            if badge.contains(event.position().toPoint()):
                self.asked.emit("waiting")

    def startDrag(self, actions: Qt.DropAction) -> None:
        lines = self.chosen()
        if not lines:
            return
        drag = QDrag(self)
        drag.setMimeData(self._board.mimeData(self.selectedIndexes()))
        drag.setPixmap(drag_picture(lines, self._seat.theme, self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(-self._seat.theme.px(8), 0))
        self._dragging = True
        self._hold()
        drag.exec(Qt.DropAction.CopyAction)
        self._dragging = False
        self._hold()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tip(self.indexAt(event.pos()), event.globalPos())
            return True
        return super().viewportEvent(event)

    def _tip(self, index: QModelIndex, at: QPoint) -> None:
        line = index.data(LINE_ROLE) if index.isValid() else None
        if line is None:
            QToolTip.hideText()
            return
        QToolTip.showText(at, self.tip(line), self.viewport(), QRect(self.visualRect(index)))

    def tip(self, line: Line) -> str:
        """Rich text in which nothing of outside is markup."""
        if not isinstance(line, UnitLine):
            return words.group_tip(line, self._look.meaning)
        home = self._seat.city.gazetteer.by_code(line.row.home or "")
        return words.tip(line, self._look.now, home.name if home else "", self._look.meaning)
