"""One step of a procedure: its box, its words, and who did it when."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QMoveEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from command_center.advice.procedures import Item
from command_center.ui.detail.cards import now_ms
from command_center.ui.detail.order_set import SEEN_MS
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

_WHO_PX, _BOX_PX = 84, 16


class StepBox(QCheckBox):
    """The box of a step, in the colours of the theme: one that is empty is seen, too."""

    def __init__(self, seat: Seat, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = seat.theme
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        seat.theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        side = self._theme.px(_BOX_PX)
        return QSize(side + self._theme.px(4), side + self._theme.px(2))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, side = self._theme, self._theme.px(_BOX_PX)
        box = QRectF(1.0, 1.0, side - 2.0, side - 2.0)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "accent" if self.hasFocus() else "text2" if self.isEnabled() else "text3"
        painter.setPen(QPen(theme.color(edge), 2.0 if self.hasFocus() else 1.0))
        painter.setBrush(theme.color("primary" if self.isChecked() else "panel"))
        painter.drawRoundedRect(box, theme.px(3), theme.px(3))
        if self.isChecked():
            painter.setPen(QPen(theme.color("on_primary"), 2.0))
            points = [(0.22, 0.52), (0.42, 0.72), (0.78, 0.3)]
            painter.drawPolyline([QPointF(x * side, y * side) for x, y in points])
        painter.end()


class StepRow(QWidget):
    """A box, the step, and beside it who did it. `turned` carries whether it is done now; a click
    takes no keyboard, and none counts that was on its way when the row came under the pointer."""

    turned = Signal(bool)

    def __init__(self, seat: Seat, item: Item, parent: QWidget) -> None:
        super().__init__(parent)
        self._stands_ms = now_ms()
        self.item = item
        self.box = StepBox(seat, self)
        self.box.setAccessibleName(item.label)
        self.words = PlainLabel(seat.theme, "text", parent=self)
        self.words.setWordWrap(True)
        self.words.setText(item.label)
        self.who = PlainLabel(seat.theme, "text2", 11, tabular=True, parent=self)
        self.who.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.who.setFixedWidth(seat.theme.px(_WHO_PX))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        row.addWidget(self.who, 0, Qt.AlignmentFlag.AlignTop)
        self.box.clicked.connect(self.turned)
        self.setFocusProxy(self.box)

    def show_mark(self, done: str, may: bool) -> None:
        """`done` says who did it when, "" while nobody has."""
        self.box.setChecked(bool(done))
        self.box.setEnabled(may)
        self.box.setAccessibleDescription(done)
        self.words.tint("text2" if done else "text")
        self.who.show_text(done)

    def stand_anew(self) -> None:
        """It has come elsewhere."""
        self._stands_ms = now_ms()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.stand_anew()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The words are as good as the box."""
        left = event.button() is Qt.MouseButton.LeftButton
        if left and self.box.isEnabled() and now_ms() - self._stands_ms >= SEEN_MS:
            self.box.click()
