"""What the map shows, over the map: a list that is worked by keys and never in the way of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from command_center.ui.actions.buttons import KeyButton
from command_center.ui.map.switches import Switch, Switches
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
SHOWN, HIDDEN = "●", "○"
EDGE_PX = 6
"""Of the frame and its own room, both sides."""


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
        self._own_tools: list[KeyButton] = []
        self.notes: list[PlainLabel] = []
        self._widest = self._most = 0
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(2)
        self._scroll = QScrollArea()
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(self._scroll)
        self._tools = QVBoxLayout()
        self._column.addLayout(self._tools)
        switches.changed.connect(self.renew)
        self.restyle()
        self.hide()

    def add_tools(self, tools: Sequence[KeyButton]) -> None:
        """Below the switches."""
        for tool in tools:
            tool.installEventFilter(self)
            self._tools.addWidget(tool)
        self._own_tools += tools

    def fit(self, widest: int, most: int) -> None:
        """As large as what it holds, at most so wide and high: the rest is scrolled to."""
        self._widest, self._most = widest, most
        self._column.activate()
        size = self._column.sizeHint()
        high = size.height() + EDGE_PX
        bar = self._scroll.verticalScrollBar().sizeHint().width() if high > most else 0
        self.resize(min(size.width() + bar + EDGE_PX, widest), min(high, most))

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
        self.fit(self._widest, self._most)

    def _add(self, switch: Switch) -> None:
        row, note = _Row(self._seat, switch), PlainLabel(self._seat.theme, "text3", 11)
        row.installEventFilter(self)
        row.clicked.connect(lambda: self._switches.turn(switch))
        at = 2 * len(self.rows)
        self._column.insertWidget(at, row)
        self._column.insertWidget(at + 1, note)
        self.rows.append(row)
        self.notes.append(note)

    def restyle(self) -> None:
        pad = self._seat.theme.px(6)
        self._column.setContentsMargins(pad, pad, pad, pad)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the buttons: arrows go from one to the next, round and round."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_list()
            return True
        stops = [*self.rows, *self._own_tools]
        if key not in STEPS or watched not in stops:
            return False
        stop = stops[(stops.index(watched) + STEPS[key]) % len(stops)]
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(stop)
        return True
