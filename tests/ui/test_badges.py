"""The badges of the levels: the worst first, many green ones as one, on torn-off panels too."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from command_center.ui.panel_dock import PanelDock
from command_center.ui.situation_badges import BadgeStrip
from tests.ui.seats import Desk


def texts(strip: BadgeStrip) -> list[str]:
    return [text for text, _ in strip._texts()]


def given(desk: Desk, levels: dict[str, str]) -> None:
    (row,) = desk.seat.situation.operations
    newer = replace(row, levels=levels, version=row.version + 1)
    desk.seat.situation.tables.rows["operation"][row.id] = newer


@pytest.fixture
def strip(desk: Desk, qtbot: QtBot) -> BadgeStrip:
    made = BadgeStrip(desk.seat)
    qtbot.addWidget(made)
    return made


def test_the_worst_stands_first_and_what_is_not_green_is_never_folded(
    desk: Desk, strip: BadgeStrip
) -> None:
    assert texts(strip) == ["KPU KUNING", "Bawaslu HIJAU"]
    places = {f"TPS {n}": "hijau" for n in range(4)}
    given(desk, {**places, "KPU": "kuning", "Stadion": "merah"})
    assert strip.refresh()
    assert texts(strip) == ["Stadion MERAH", "KPU KUNING", "4 HIJAU"]
    given(desk, {f"T {n}": "merah" for n in range(6)})
    strip.refresh()
    assert len(texts(strip)) == 6


def test_a_panel_on_another_monitor_has_them_and_one_in_the_window_needs_none(
    desk: Desk, qtbot: QtBot
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    dock = PanelDock(desk.seat, "queue", QLabel("antrean"), window)
    assert dock.findChildren(BadgeStrip) == []
    dock.topLevelChanged.emit(True)
    (strip,) = dock.findChildren(BadgeStrip)
    assert "KPU KUNING" in texts(strip)
    dock.topLevelChanged.emit(False)
    qtbot.waitUntil(lambda: dock.findChildren(BadgeStrip) == [])


def test_every_level_is_said_in_words_as_well(strip: BadgeStrip) -> None:
    assert strip.accessibleName() == "KPU: KUNING; Bawaslu: HIJAU"
