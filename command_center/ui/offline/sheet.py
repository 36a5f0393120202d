"""Everything that is only kept here, over the window and not in its way."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from command_center.situation.situation import Touched
from command_center.storage.outbox import Item, ItemState
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.actions.table import ACTIONS
from command_center.ui.detail.names import Names
from command_center.ui.format import clock
from command_center.ui.offline.words import item_line, state_line
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence

translate = QCoreApplication.translate
MOST = 12
WIDTH_PX = 720


class KeptSheet(QFrame):
    """Shown and hidden by `view.kept`; Esc hides it too. What the room refused comes first and
    stays until a person says that it is dealt with; then it is only put away."""

    def __init__(self, seat: Seat, over: QWidget) -> None:
        super().__init__(over)
        self._seat = seat
        self._over = over
        self._shown: tuple[object, ...] = ()
        self.setObjectName("raised")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._outside = QVBoxLayout(self)
        self.title = PlainLabel(seat.theme, "text", 15, bold=True, parent=self)
        self.damage = PlainLabel(seat.theme, "alarm", parent=self)
        self.damage.setWordWrap(True)
        self.rest = PlainLabel(seat.theme, "text2", parent=self)
        self.paper = KeyButton(seat, "", ACTIONS["view.paper"].key, parent=self)
        self.paper.clicked.connect(lambda: ACTIONS["view.paper"].perform(seat))
        self._body = QWidget(self)
        for part in (self.title, self.damage, self._body, self.rest):
            self._outside.addWidget(part)
        self._outside.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()
        seat.asking.asked.connect(self._asked)
        seat.live.changed.connect(self._changed)
        seat.theme.changed.connect(self._fill)

    def _asked(self, action_id: str, _: object) -> None:
        if action_id != "view.kept":
            return
        self.setVisible(not self.isVisible())
        if self.isVisible():
            self._fill()
            self.raise_()
            self.setFocus()
        elif self._seat.kept is not None:
            self._seat.kept.forget_damage()

    def _changed(self, touched: Touched) -> None:
        if self.isVisible() and self._seat.live.overlay.items != self._shown:
            self._fill()

    def _fill(self) -> None:
        seat, px = self._seat, self._seat.theme.px
        self._shown = seat.live.overlay.items
        items = sorted(seat.live.overlay.items, key=lambda i: i.state is not ItemState.REFUSED)
        self._outside.setContentsMargins(*[px(12)] * 4)
        self.title.show_text(translate("Offline", "Hanya tersimpan di komputer ini"))
        self._say_damage()
        old, self._body = self._body, self._rows(items[:MOST])
        self._outside.replaceWidget(old, self._body)
        self._body.show()
        old.hide()
        old.deleteLater()
        more = len(items) - MOST
        empty = translate("Offline", "Tidak ada: ruang punya semuanya.")
        others = translate("Offline", "dan %1 lagi").replace("%1", str(more))
        self.rest.show_text(others if more > 0 else empty)
        self.rest.setVisible(more > 0 or not items)
        self.paper.relabel(ACTIONS["view.paper"].label)
        self.setAccessibleName(self.title.text())
        self._place()

    def _say_damage(self) -> None:
        damage = self._seat.kept.damage if self._seat.kept else None
        self.damage.setVisible(damage is not None)
        if damage is not None:
            params = {"file": damage.file, "rescued": damage.rescued}
            self.damage.show_text(sentence("outbox_damaged", params))

    def _rows(self, items: list[Item]) -> QWidget:
        theme, names = self._seat.theme, Names(self._seat.situation)
        body = QWidget(self)
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(10))
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        for row, item in enumerate(items):
            refused = item.state is ItemState.REFUSED
            at = PlainLabel(theme, "text2", tabular=True)
            at.setText(clock(item.kept_at, self._seat.zone))
            said = PlainLabel(theme, "text")
            said.setText(item_line(item, names))
            state = PlainLabel(theme, "alarm" if refused else "warn")
            state.setText(state_line(item))
            said.setWordWrap(True)
            state.setWordWrap(True)
            for label in (at, said, state):
                label.setAlignment(Qt.AlignmentFlag.AlignTop)
            for column, label in enumerate((at, said, state)):
                grid.addWidget(label, row, column)
            if refused:
                grid.addWidget(self._done_button(item), row, 3, Qt.AlignmentFlag.AlignTop)
        return body

    def _done_button(self, item: Item) -> KeyButton:
        button = KeyButton(self._seat, translate("Offline", "Sudah diurus"))
        button.clicked.connect(partial(self._done, item.op_id))
        return button

    def _done(self, op_id: str, *_: object) -> None:
        seat = self._seat
        if seat.kept is not None:
            tell = partial(seat.kept.dealt_with, op_id)
            seat.tasks.run(tell, lambda _: None, seat.notices.failed)

    def _place(self) -> None:
        room, width = self._over.rect(), self._seat.theme.px(WIDTH_PX)
        width = min(width, room.width())
        self._outside.activate()
        height = self._outside.heightForWidth(width)
        if height < 0:
            height = self._outside.sizeHint().height()
        self.resize(width, min(height, room.height()))
        self.move((room.width() - width) // 2, max(0, (room.height() - self.height()) // 2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange and self.isVisible():
            self._fill()
        super().changeEvent(event)
