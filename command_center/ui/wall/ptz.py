"""The controls of a camera that can be moved; there only while such a camera is selected."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QSizePolicy, QWidget

from command_center.commands.ptz import REASON_MAX, Ended
from command_center.domain.permissions import Permission
from command_center.situation.situation import Touched
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.plain_label import PlainLabel
from command_center.ui.queue.words import plain_tip
from command_center.ui.seat import Seat
from command_center.ui.wall import ptz_words as words
from command_center.ui.wall.ptz_buttons import HoldButton
from command_center.ui.wall.ptz_hand import PRESETS, SPEEDS, Hand, Way

translate = QCoreApplication.translate
_KEYS = {
    Qt.Key.Key_Left: Way.LEFT,
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
    Qt.Key.Key_Right: Way.RIGHT,
    Qt.Key.Key_PageUp: Way.CLOSER,
    Qt.Key.Key_PageDown: Way.FARTHER,
}
_LEAVING = {QEvent.Type.FocusOut, QEvent.Type.WindowDeactivate, QEvent.Type.Hide}
_HOLD, _SPEED = Qt.Key.Key_Home, Qt.Key.Key_0
_KEPT_KEYS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
NAME_MAX = 18


class PtzStrip(QFrame):
    """`listen` to the widget that has the keyboard. Whatever makes this seat look away stops the
    camera: a key or button let go, the focus, the window, the selection, the lease."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.hand = Hand(seat, self)
        self.state = PlainLabel(seat.theme, "text2", 13, tabular=True)
        self._turning = PlainLabel(seat.theme, "text3", 11)
        self.ways = {way: HoldButton(seat.theme, way) for way in words.ARROWS}
        self.ways[Way.CLOSER] = HoldButton(seat.theme, Way.CLOSER, "PgUp")
        self.ways[Way.FARTHER] = HoldButton(seat.theme, Way.FARTHER, "PgDn")
        self.speed = KeyButton(seat, "", "Ctrl+0")
        self.presets = [KeyButton(seat, "", f"Ctrl+{n}") for n in range(1, PRESETS + 1)]
        self.holding = KeyButton(seat, "", "Shift+Home")
        self.reason = QLineEdit()
        self.reason.setMaxLength(REASON_MAX)
        self.take_over = KeyButton(seat, "")
        self._place()
        self._connect()
        self._retranslate()
        self._look()

    def _place(self) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = FlowLayout(self)
        widgets = (self.state, self._turning, *self.ways.values(), self.speed, *self.presets)
        for widget in (*widgets, self.holding, self.reason, self.take_over):
            self._flow.addWidget(widget)
        for button in (self.speed, *self.presets, self.holding):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._restyle()

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._flow.setContentsMargins(px(12), px(2), px(8), px(6))
        self._flow.setSpacing(px(4))
        self.reason.setMinimumWidth(px(220))
        self.state.setContentsMargins(0, 0, px(8), 0)

    def _connect(self) -> None:
        seat = self._seat
        for way, held in self.ways.items():
            held.pressed.connect(lambda way=way: self.hand.press(way))
            held.released.connect(lambda way=way: self.hand.lift(way))
        for number, button in enumerate(self.presets, 1):
            button.clicked.connect(lambda _=False, number=number: self.hand.go(number))
        self.speed.clicked.connect(self._next_speed)
        self.holding.clicked.connect(self._hold_or_not)
        self.take_over.clicked.connect(self._take_over)
        self.reason.returnPressed.connect(self._take_over)
        self.hand.changed.connect(self._show)
        seat.selection.camera_changed.connect(self._chosen)
        seat.live.changed.connect(self._room_changed)
        seat.person.changed.connect(self._show)
        seat.live.ticked.connect(self._tick)
        seat.theme.changed.connect(self._restyle)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.applicationStateChanged.connect(self._application)

    # --- what is looked at ---------------------------------------------------------------------

    def _room_changed(self, touched: Touched) -> None:
        if touched.everything or "camera" in touched.entities:
            self._look()

    def _chosen(self, _id: object) -> None:
        self._look()

    def _look(self) -> None:
        id = self._seat.selection.camera_id
        camera = self._seat.situation.camera(id) if id else None
        able = camera is not None and camera.enabled and bool(camera.control_url)
        self.hand.look_at(camera if able else None)
        self.setVisible(able)
        self._show()

    def _tick(self, _now: object) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        hand, holder = self.hand, self.hand.holding.holder()
        mine, others = hand.holding.mine, holder is not None and not holder.mine
        self.state.show_text(words.state(self._seat, hand))
        self.state.tint("warn" if hand.trouble is not None else "text" if mine else "text2")
        lead = others and self._seat.may(Permission.REASSIGN) and hand.usable
        self._turning.setVisible(not others)
        for button in (*self.ways.values(), self.speed, self.holding, *self.presets):
            button.setEnabled(hand.usable and not others)
            button.setVisible(not others)
        self.holding.relabel(translate("Ptz", "Lepas") if mine else translate("Ptz", "Pegang"))
        self.speed.relabel(words.speed_name(hand.speed))
        self.reason.setVisible(lead)
        self.take_over.setVisible(lead)
        for number, preset in enumerate(self.presets):
            known = hand.presets[number] if number < len(hand.presets) else None
            preset.setVisible(known is not None and not others)
            if known is not None:
                name = known.name or known.token
                preset.relabel(name if len(name) <= NAME_MAX else f"{name[: NAME_MAX - 1]}…")
                preset.setToolTip(plain_tip(name))

    # --- hands ---------------------------------------------------------------------------------

    def listen(self, widget: QWidget) -> None:
        """Take the keys of movement from `widget` while a movable camera is selected."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _LEAVING:
            self.hand.let_go(Ended.LEFT)
        elif self.hand.camera is not None and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.type() is QEvent.Type.KeyRelease:
            return self._key_up(key, event.isAutoRepeat())
        held = event.modifiers() & _KEPT_KEYS
        shift = held == Qt.KeyboardModifier.ShiftModifier
        control = held == Qt.KeyboardModifier.ControlModifier
        ours = (shift and (key in _KEYS or key == _HOLD)) or (
            control and Qt.Key.Key_0 <= key <= Qt.Key.Key_9
        )
        if not ours:
            return False
        event.accept()
        if event.type() is QEvent.Type.KeyPress and not event.isAutoRepeat():
            self._key_down(key)
        return True

    def _key_down(self, key: Qt.Key) -> None:
        if key in _KEYS:
            self.hand.press(_KEYS[key])
        elif key == _HOLD:
            self._hold_or_not()
        elif key == _SPEED:
            self._next_speed()
        else:
            self.hand.go(key - _SPEED)

    def _key_up(self, key: Qt.Key, repeated: bool) -> bool:
        if key == Qt.Key.Key_Shift:
            self.hand.let_go()
        if key not in _KEYS or repeated:
            return False
        self.hand.lift(_KEYS[key])
        return True

    def _next_speed(self) -> None:
        self.hand.speed = SPEEDS[(SPEEDS.index(self.hand.speed) + 1) % len(SPEEDS)]
        self._show()

    def _hold_or_not(self) -> None:
        if self.hand.holding.mine:
            self.hand.give_back()
        else:
            self.hand.take()

    def _take_over(self) -> None:
        self.hand.take(self.reason.text().strip())
        self.reason.clear()

    # --- looking away --------------------------------------------------------------------------

    def _application(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            self.hand.let_go(Ended.LEFT)

    def hideEvent(self, event: QHideEvent) -> None:
        self.hand.let_go(Ended.LEFT)
        super().hideEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowDeactivate:
            self.hand.let_go(Ended.LEFT)
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self._show()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._turning.show_text(translate("Ptz", "Shift +"))
        for way, button in self.ways.items():
            button.setAccessibleName(words.way_name(way))
            button.setToolTip(words.way_name(way))
        self.reason.setAccessibleName(translate("Ptz", "Alasan mengambil alih kamera"))
        self.reason.setPlaceholderText(translate("Ptz", "Alasan mengambil alih"))
        self.take_over.relabel(translate("Ptz", "Ambil alih"))
        self.speed.setToolTip(translate("Ptz", "Laju gerakan kamera"))
        self.setAccessibleName(translate("Ptz", "Kendali kamera"))
