"""A button that is named by words from outside is pressed by its own key and no other."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.ui.actions.buttons import KeyButton
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
