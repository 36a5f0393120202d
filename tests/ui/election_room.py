"""An election's panel over a real room, as a test drives it."""

from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from command_center.commands.elections import ImportStations, KeepElection, StationRow
from command_center.domain.room import Role
from command_center.domain.site import ElectionKind
from command_center.ui.election.panel import ElectionPanel
from tests.ui.real_room import RealDesk, real_desk

__all__ = ["PURWANTORO", "SUKUN", "Room", "real_desk", "room"]
PURWANTORO, SUKUN = "35.73.01.1007", "35.73.04.1005"


class Room:
    def __init__(self, desk: RealDesk, qtbot: QtBot) -> None:
        self.desk = desk
        local = desk.clock.now().astimezone(desk.seat.zone)
        kept = KeepElection("p", "Pilkada", ElectionKind.REGIONAL, local.date().isoformat(), "KPU")
        self.id = str(desk.do(kept).result["election_id"])
        rows = [StationRow(PURWANTORO, n) for n in (1, 2, 3, 4, 12)] + [StationRow(SUKUN, 1)]
        desk.do(ImportStations(self.id, "KPU", tuple(rows)))
        self.panel = ElectionPanel(desk.seat)
        qtbot.addWidget(self.panel)
        self.panel.resize(470, 900)
        self.panel.show()
        self.panel.activateWindow()

    @property
    def page(self) -> Any:
        return self.panel.page

    def rows(self) -> list[tuple[str, str]]:
        return [(row.first, row.right) for row in self.page.model.rows]

    def matrix(self) -> dict[str, tuple[int, ...]]:
        return {
            row.name: (*row.reached, row.troubled, row.silent)
            for row in self.panel.day.matrix_model.rows
        }

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.page.view, key)

    def said(self, act: Any) -> None:
        """What `act` leads to is said and seen."""
        said, live = len(self.desk.notices), self.desk.seat.live
        act()
        self.desk.until(lambda: len(self.desk.notices) > said)
        self.desk.until(lambda: live.situation.seq >= len(self.desk.kinds()))
        self.panel._refresh()

    def write(self, **values: object) -> None:
        form = self.page.shown_form
        for name, value in values.items():
            field = form.inside[name]
            if isinstance(field, QComboBox):
                field.setCurrentIndex(field.findData(value))
                field.activated.emit(field.currentIndex())
            else:
                assert isinstance(field, QLineEdit)
                field.setText(str(value))
        self.said(form.keep_button.click)

    def answer(self, key: Qt.Key = Qt.Key.Key_Return, typed: str | None = None) -> None:
        question = self.page.question
        if typed is not None:
            question.field.setText(typed)
        QTest.keyClick(question.field or question, key)

    def turn_to_night(self) -> None:
        """00:45 after the day of voting."""
        night = datetime(2026, 11, 22, 0, 45, tzinfo=self.desk.seat.zone)
        self.desk.clock.forward((night - self.desk.clock.now()).total_seconds())

    def tell(self, text: str) -> None:
        day = self.panel.day
        day.entry.setPlainText(text)
        QTest.keyClick(day.entry, Qt.Key.Key_Return)
        self.desk.until(lambda: not day.telling)
        self.desk.until(lambda: self.desk.seat.situation.seq >= len(self.desk.kinds()))
        self.panel._refresh()

    @property
    def last(self) -> Any:
        return self.desk.notices[-1]


@pytest.fixture
def room(real_desk: RealDesk, qtbot: QtBot) -> Room:
    real_desk.sit(Role.SHIFT_LEAD)
    return Room(real_desk, qtbot)
