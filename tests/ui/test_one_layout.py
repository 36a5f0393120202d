"""Many parts that are shown at once are laid out once."""

from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from command_center.ui.one_layout import OneLayout


class Counted(QVBoxLayout):
    times = 0

    def setGeometry(self, rect: QRect) -> None:
        self.times += 1
        super().setGeometry(rect)


def test_parts_shown_together_are_laid_out_once(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    whole.setFixedSize(200, 300)
    layout = Counted(whole)
    parts = [QLabel(str(place), whole) for place in range(5)]
    for part in parts:
        part.hide()
        layout.addWidget(part)
    whole.show()
    qtbot.waitExposed(whole)
    qtbot.wait(1)
    together, layout.times = OneLayout(whole), 0
    with together.changing():
        with together.changing():
            parts[0].show()
        for part in parts[1:]:
            part.show()
        assert layout.times == 0
    qtbot.waitUntil(lambda: layout.times > 0)
    qtbot.wait(1)
    assert layout.times == 1
    tops = [part.y() for part in parts]
    assert tops == sorted(set(tops))


def test_what_asked_while_the_layout_waited_gets_its_room_afterwards(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    whole.setFixedSize(200, 300)
    part = QLabel("1", whole)
    rows = QVBoxLayout(whole)
    rows.addWidget(part)
    whole.show()
    qtbot.waitExposed(whole)
    qtbot.wait(1)
    together, second = OneLayout(whole), QLabel("2", whole)
    second.hide()
    rows.addWidget(second)
    with together.changing():
        second.show()
        QCoreApplication.sendPostedEvents(whole, QEvent.Type.LayoutRequest)
    qtbot.waitUntil(lambda: second.y() > part.y())
