"""The list of the board: pointer, keys and drag; it holds still while somebody aims at it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QEnterEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QToolTip, QWidget

from command_center.ui.actions.action import Action
from command_center.ui.actions.menus import action_text
from command_center.ui.seat import Seat
from command_center.ui.units import words
from command_center.ui.units.columns import columns, widest_call_sign
from command_center.ui.units.delegate import BoardDelegate
from command_center.ui.units.dragging import drag_picture
from command_center.ui.units.lines import UnitLine
from command_center.ui.units.model import LINE_ROLE, BoardModel
from command_center.ui.units.verbs import VERBS, fits, run

translate = QCoreApplication.translate


def _verb_of(event: QKeyEvent) -> Action | None:
    pressed = QKeySequence(event.keyCombination())
    return next((verb for verb in VERBS if QKeySequence(verb.key) == pressed), None)


class BoardView(QListView):
    """`held` follows the pointer coming and going and a drag beginning and ending."""

    held = Signal(bool)

    def __init__(self, seat: Seat, model: BoardModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._board = model
        self._now = seat.live.now()
        self._ages: dict[int, tuple[str, str, str]] = {}
        self._dragging = False
        self._inside = False
        self.setModel(model)
        self._delegate = BoardDelegate(seat.theme, lambda: self._now, self)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        model.modelReset.connect(self.measure)
        model.rowsInserted.connect(self.measure)

    # --- appearance ----------------------------------------------------------------------------

    def measure(self) -> None:
        """Lay out the columns anew: another width, font, language or longer call signs."""
        lines = self._board.units.values()
        theme = self._seat.theme
        with_crew = widest_call_sign(map(words.call_sign, lines), theme)
        bare = widest_call_sign((line.row.call_sign for line in lines), theme)
        self._delegate.columns = columns(self.viewport().width(), with_crew, bare, theme)
        self.viewport().update()

    def restyle(self) -> None:
        self._delegate.restyle()
        self.scheduleDelayedItemsLayout()
        self.measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._board.rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(self._seat.theme.color("text3"))
            words = translate("Units", "Belum ada unit")
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, words)
            painter.end()

    def tick(self, now: datetime) -> None:
        """Repaint the cells whose text the clock changed, of the rows that can be seen."""
        self._now = now
        seen: dict[int, tuple[str, str, str]] = {}
        due = QRegion()
        if self._delegate.columns is None:
            return
        for row in self.visible_rows():
            line = self._board.line_at(row)
            if not isinstance(line, UnitLine):
                continue
            seen[row] = (line.row.id, words.in_status(line, now), words.heard(line, now))
            if self._ages.get(row) != seen[row]:
                cells = self._delegate.columns.cells(self.visualRect(self._board.index(row)))
                due += cells.time
                due += cells.age
        self._ages = seen
        self.viewport().update(due)

    def visible_rows(self) -> range:
        box = self.viewport().rect()
        first = self.indexAt(box.topLeft())
        last = self.indexAt(QPoint(box.left(), box.bottom()))
        if not first.isValid():
            return range(0)
        end = last.row() + 1 if last.isValid() else self._board.rowCount()
        return range(first.row(), end)

    # --- chosen units --------------------------------------------------------------------------

    def chosen(self) -> list[UnitLine]:
        """The selected units from top to bottom, or the one under the focus."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        if not rows and self.currentIndex().isValid():
            rows = [self.currentIndex().row()]
        lines = [self._board.line_at(row) for row in rows]
        return [line for line in lines if isinstance(line, UnitLine)]

    # --- keys and menu -------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """The window's keys are about one unit; here they are about all that are chosen."""
        verb = _verb_of(event) if isinstance(event, QKeyEvent) else None
        if verb is not None and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verb = _verb_of(event)
        if verb is not None:
            if not event.isAutoRepeat():
                run(verb, [line.row for line in self.chosen()], self._seat)
            event.accept()
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
        on = self._inside or self._dragging
        self._board.hold(on)
        self.held.emit(on)

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
        if not isinstance(line, UnitLine):
            QToolTip.hideText()
            return
        home = self._seat.city.gazetteer.by_code(line.row.home or "")
        text = words.tip(line, self._now, home.name if home else "")
        QToolTip.showText(at, text, self.viewport(), QRect(self.visualRect(index)))
