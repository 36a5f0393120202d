"""The radio, the partners and the kentongan by key, in the whole window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from command_center.domain.room import Camera
from command_center.ui.detail.panel import DetailPanel
from command_center.ui.i18n import Language
from command_center.ui.queue.panel import QueuePanel
from command_center.ui.radio.panel import RadioPanel
from command_center.ui.radio.partners_panel import PartnersPanel
from command_center.ui.units.panel import BoardPanel
from command_center.ui.window import Window
from tests.ui.conftest import MakeDesk
from tests.ui.test_radio_panel import rows

MAKERS = {
    "queue": QueuePanel,
    "detail": DetailPanel,
    "units": BoardPanel,
    "radio": RadioPanel,
    "partners": PartnersPanel,
}
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(new_desk: MakeDesk, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    desk = new_desk(rows=[row for row in rows() if not isinstance(row, Camera)])
    window = Window(desk.seat, MAKERS, Language(tmp_path, desk.seat.live), tmp_path)
    window.resize(1600, 900)
    window.start()
    desk.settle()
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def radio_of(window: Window) -> RadioPanel:
    panel = window.docks["radio"].panel
    assert isinstance(panel, RadioPanel)
    return panel


def press(window: Window, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    QTest.keyClick(window, key, modifiers)
    QCoreApplication.processEvents()


def test_both_are_closed_until_their_key_is_pressed(window: Window) -> None:
    radio, partners = window.docks["radio"], window.docks["partners"]
    assert radio.isHidden()
    assert partners.isHidden()
    press(window, Qt.Key.Key_H, CTRL)
    assert radio.isVisible()
    assert window.focusWidget() is radio_of(window).entry.field
    press(window, Qt.Key.Key_H, CTRL | SHIFT)
    assert partners.isVisible()
    assert isinstance(partners.panel, PartnersPanel)
    assert window.focusWidget() is partners.panel.directory.view


def test_the_kentongan_opens_its_form_with_the_keyboard_in_it(window: Window) -> None:
    press(window, Qt.Key.Key_E, CTRL | SHIFT)
    form = radio_of(window).kentongan
    assert form.isVisible()
    assert window.focusWidget() is form.area


def test_what_is_typed_on_the_air_is_no_key_of_the_window(window: Window) -> None:
    press(window, Qt.Key.Key_H, CTRL)
    panel = radio_of(window)
    QTest.keyClicks(panel.entry.field, "avbq senkom 21")
    assert panel.entry.field.text() == "avbq senkom 21"
    assert window.docks["radio"].isVisible()
