"""Settings as a panel: this machine, this room, me. One search looks through all three."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from command_center.runtime.settings import load_settings
from command_center.situation.situation import Touched
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.actions.settings import SETTINGS
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat
from command_center.ui.settings.machine_page import MachinePage
from command_center.ui.settings.person_page import PersonPage
from command_center.ui.settings.room_page import RoomPage
from command_center.ui.settings.sections import ScopePage
from command_center.ui.settings.words import translate

LONGEST = 80


class SettingsPanel(QFrame):
    """One scope at a time; Ctrl+Alt+1 to 3 turn to them. While something is looked for, each says
    how much of it it has."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.title = PlainLabel(seat.theme, bold=True)
        self.search = QLineEdit()
        self.search.setMaxLength(LONGEST)
        self.search.setClearButtonEnabled(True)
        self.machine = MachinePage(seat, load_settings(seat.room_kind.value))
        self.room, self.person = RoomPage(seat), PersonPage(seat)
        self.pages: dict[str, ScopePage] = {
            "machine": self.machine,
            "room": self.room,
            "person": self.person,
        }
        self.stack = QStackedWidget()
        self.tabs: dict[str, KeyButton] = {}
        self._head = FlowLayout(gap=6)
        self._head.addWidget(self.title)
        self._unbuilt = list(self.pages.values())
        for at, (name, page) in enumerate(self.pages.items()):
            page.built.connect(self._build)
            self.stack.addWidget(page)
            self._head.addWidget(self._tab(name, f"Ctrl+Alt+{at + 1}"))
        self._head.addWidget(self.search)
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(0)
        self._rows.addLayout(self._head)
        self._rows.addWidget(self.stack, 1)
        self.setFocusProxy(self.search)
        self.search.textChanged.connect(self._look)
        self.search.returnPressed.connect(self._to_page)
        seat.live.changed.connect(self._changed)
        seat.asking.asked.connect(self._asked)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()
        self.turn_to("machine")

    def _tab(self, name: str, key: str) -> KeyButton:
        tab = self.tabs[name] = KeyButton(self._seat, "", key)
        tab.setCheckable(True)
        tab.clicked.connect(partial(self.turn_to, name))
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(partial(self.turn_to, name))
        return tab

    @property
    def page(self) -> ScopePage:
        return list(self.pages.values())[self.stack.currentIndex()]

    def turn_to(self, name: str, *_: object) -> None:
        """With the keyboard."""
        self.stack.setCurrentWidget(self.pages[name])
        for other, tab in self.tabs.items():
            tab.setChecked(other == name)
        if self.isVisible():
            self.page.refresh()
            self._to_page()

    def _to_page(self) -> None:
        """To the first row that is shown."""
        self.page.sections.enter()

    def _look(self) -> None:
        words = self.search.text().casefold().split()
        names = self._names()
        for name, page in self.pages.items():
            found = page.sections.look_for(words)
            text = f"{names[name]} {found}" if words else names[name]
            self.tabs[name].relabel(text)

    def _asked(self, action_id: str, _: object) -> None:
        if action_id == SETTINGS and self.isVisible():
            self.search.selectAll()

    def _changed(self, touched: Touched) -> None:
        """What nobody sees is made when it is shown."""
        if self.isVisible() and self.page is self.room:
            self.room.hear(touched)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.page.refresh()
        if len(self._unbuilt) == len(self.pages):
            self._build()

    def _build(self) -> None:
        """One page after the other, when the panel is first seen."""
        self._look()
        if self._unbuilt:
            self._unbuilt.pop(0).build()

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._rows.setContentsMargins(1, 1, 1, 1)
        self._head.setContentsMargins(px(12), px(7), px(8), px(7))
        self.search.setFont(self._seat.theme.font(13))
        self.search.setFixedWidth(px(220))

    def _names(self) -> dict[str, str]:
        return {
            "machine": translate("Settings", "Mesin ini"),
            "room": translate("Settings", "Ruang ini"),
            "person": translate("Settings", "Saya"),
        }

    def _retranslate(self) -> None:
        self.title.show_text(translate("Settings", "PENGATURAN"))
        self.setAccessibleName(translate("Settings", "Pengaturan"))
        said = translate("Settings", "Cari pengaturan")
        self.search.setPlaceholderText(said)
        self.search.setAccessibleName(said)
        for page in self.pages.values():
            page.retranslate()
        self._look()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
