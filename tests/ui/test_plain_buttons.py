"""A button that is named by words from outside is pressed by its own key and no other; and it names
a key only where that key does it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from command_center.ui.actions.buttons import KeyButton, action_button
from tests.ui.seats import Desk


def test_an_ampersand_from_outside_makes_no_key(desk: Desk, qtbot: QtBot) -> None:
    button = KeyButton(desk.seat, "#0018 Rumah &Toko", "1")
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    button.show()
    button.relabel("#0018 Warung & Toko &Tani")
    QTest.keyClick(button, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    assert (button.shortcut().isEmpty(), pressed) == (True, [])
    assert button.text() == "#0018 Warung & Toko &Tani"


class Tile(QWidget):
    """Enter is its own, as a camera's."""

    def __init__(self, own: bool) -> None:
        super().__init__()
        self._own = own
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def event(self, event: QEvent) -> bool:
        if self._own and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


def test_enter_is_not_promised_while_it_means_something_else(desk: Desk, qtbot: QtBot) -> None:
    order, tile, list_ = action_button(desk.seat, "incident.order"), Tile(True), Tile(False)
    room = QWidget()
    row = QHBoxLayout(room)
    for part in (order, tile, list_):
        row.addWidget(part)
    qtbot.addWidget(room)
    room.show()
    room.activateWindow()
    seen: list[tuple[bool, int]] = []
    for part in (list_, tile, list_):
        part.setFocus()
        qtbot.waitUntil(part.hasFocus)
        seen.append((order.key_is_ours, order.width()))
    assert [ours for ours, _ in seen] == [True, False, True]
    assert len({wide for _, wide in seen}) == 1
