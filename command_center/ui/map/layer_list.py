"""What the map shows, over the map: a list that is worked by keys and never in the way of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from command_center.ui.actions.buttons import KeyButton
from command_center.ui.map.switches import Switch, Switches
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
SHOWN, HIDDEN = "●", "○"


class _Row(KeyButton):
    """One switch: its state is in its sign and in its name for a reader."""

    def __init__(self, seat: Seat, switch: Switch) -> None:
        super().__init__(seat, "")
        self.switch = switch

    def show_state(self, on: bool) -> None:
        title = self.switch.title()
        self.relabel(f"{SHOWN if on else HIDDEN}  {title}")
        state = translate("Map", "ditampilkan") if on else translate("Map", "tidak ditampilkan")
        self.setAccessibleName(f"{title}: {state}")


class LayerList(QFrame):
    """`left`: the keys go back to the map."""

    left = Signal()

    def __init__(self, seat: Seat, switches: Switches, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("raised")
        self._seat = seat
        self._switches = switches
        self.rows: list[_Row] = []
        self.notes: list[PlainLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setSpacing(2)
        self._tools = QVBoxLayout()
        self._column.addLayout(self._tools)
        switches.changed.connect(self.renew)
        self.restyle()
        self.hide()

    def add_tools(self, tools: Sequence[KeyButton]) -> None:
        """Below the switches."""
        for tool in tools:
            self._tools.addWidget(tool)

    def open(self) -> None:
        self.renew()
        self.show()
        self.raise_()
        if self.rows:
            self.rows[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_list(self) -> None:
        self.hide()
        self.left.emit()

    def renew(self) -> None:
        """States and notes as they are."""
        for switch in self._switches.all[len(self.rows) :]:
            self._add(switch)
        for row, note in zip(self.rows, self.notes, strict=True):
            on = self._switches.is_on(row.switch.id)
            row.show_state(on)
            text = row.switch.note() if on else ""
            note.show_text(text)
            note.setVisible(bool(text))
        self.setAccessibleName(translate("Map", "Lapisan peta"))
        self.adjustSize()

    def _add(self, switch: Switch) -> None:
        row, note = _Row(self._seat, switch), PlainLabel(self._seat.theme, "text3", 11)
        row.clicked.connect(lambda: self._switches.turn(switch))
        at = 2 * len(self.rows)
        self._column.insertWidget(at, row)
        self._column.insertWidget(at + 1, note)
        self.rows.append(row)
        self.notes.append(note)

    def restyle(self) -> None:
        pad = self._seat.theme.px(6)
        self._column.setContentsMargins(pad, pad, pad, pad)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        focused = self.focusWidget()
        if key in steps and focused in self.rows:
            at = (self.rows.index(focused) + steps[key]) % len(self.rows)
            self.rows[at].setFocus(Qt.FocusReason.TabFocusReason)
        elif key == Qt.Key.Key_Escape:
            self.close_list()
        else:
            super().keyPressEvent(event)
