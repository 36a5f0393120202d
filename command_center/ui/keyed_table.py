"""A list of rows with keys of its own, and with words where no row stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QAbstractItemModel, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent

from command_center.ui.row_model import ROW_ROLE
from command_center.ui.row_table import RowTable
from command_center.ui.theme import Theme

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class KeyedTable(RowTable):
    """`asked` carries what `keys` calls the key that was pressed: they are the list's while it has
    the keyboard. `empty` is shown while it has no rows."""

    asked = Signal(str)

    def __init__(self, theme: Theme, model: QAbstractItemModel, keys: Mapping[Qt.Key, str]) -> None:
        super().__init__(model)
        self._theme = theme
        self._keys = keys
        self.empty = ""
        self.setSelectionMode(RowTable.SelectionMode.SingleSelection)

    def current_row(self) -> object:
        """None while no row is the current one."""
        index = self.currentIndex()
        return index.data(ROW_ROLE) if index.isValid() else None

    @contextmanager
    def held_still(self) -> Iterator[None]:
        """Rows that come and go, and the mark that is put back, scroll nothing."""
        bar = self.verticalScrollBar()
        at = bar.value()
        yield
        self.executeDelayedItemsLayout()
        bar.setValue(at)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in self._keys
            and event.modifiers() in _PLAIN
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = self._keys.get(Qt.Key(event.key()))
        if asked is not None:
            if not event.isAutoRepeat():
                self.asked.emit(asked)
        elif event.text().strip() and event.text().isprintable():
            event.ignore()  # a table would search by it
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model().rowCount() == 0:
            painter = QPainter(self.viewport())
            painter.setPen(self._theme.color("text2"))
            painter.setFont(self._theme.font(13))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect(), flags, self.empty)
            painter.end()
