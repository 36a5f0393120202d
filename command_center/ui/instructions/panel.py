"""Instructions, tasks and notes as a panel."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from command_center.situation.situation import Touched
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.actions.instructions import INSTRUCTIONS
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.instructions.archive_page import ArchivePage
from command_center.ui.instructions.given_page import GivenPage
from command_center.ui.instructions.notes_page import NotesPage
from command_center.ui.instructions.page import InstructionPage
from command_center.ui.instructions.tasks_page import RoomTasksPage
from command_center.ui.instructions.words import translate
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

_SHOWS = frozenset(
    {
        "instruction",
        "instruction_receipt",
        "room_task",
        "task_turn",
        "shift_note",
        "visit",
        "room_setting",
        "staff",
        "unit",
    }
)
PAGE_OF = {"instruction": "given", "room_task": "tasks", "shift_note": "notes"}


class InstructionsPanel(QFrame):
    """One page at a time; Ctrl+Alt+1 and so on turn to them."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.title = PlainLabel(seat.theme, bold=True)
        self.pages: dict[str, InstructionPage] = {
            "given": GivenPage(seat),
            "tasks": RoomTasksPage(seat),
            "notes": NotesPage(seat),
            "archive": ArchivePage(seat),
        }
        self.stack = QStackedWidget()
        self.tabs: dict[str, KeyButton] = {}
        self._head = FlowLayout(gap=6)
        self._head.addWidget(self.title)
        for at, (name, page) in enumerate(self.pages.items(), 1):
            self.stack.addWidget(page)
            self._head.addWidget(self._tab(name, f"Ctrl+Alt+{at}"))
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(0)
        self._rows.addLayout(self._head)
        self._rows.addWidget(self.stack, 1)
        self.setFocusProxy(self.stack)
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self._ticked)
        seat.asking.asked.connect(self._asked)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()
        self.turn_to("given")

    def _tab(self, name: str, key: str) -> KeyButton:
        tab = self.tabs[name] = KeyButton(self._seat, "", key)
        tab.setCheckable(True)
        tab.clicked.connect(partial(self.turn_to, name))
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(partial(self.turn_to, name))
        return tab

    @property
    def page(self) -> InstructionPage:
        return list(self.pages.values())[self.stack.currentIndex()]

    def turn_to(self, name: str, *_: object) -> None:
        """With the keyboard."""
        self.stack.setCurrentWidget(self.pages[name])
        for other, tab in self.tabs.items():
            tab.setChecked(other == name)
        self.stack.setFocusProxy(self.page)
        if self.isVisible():
            self.page.refresh()
            self.page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _asked(self, action_id: str, subject: object) -> None:
        """With the id of an instruction, a task or a note: that one."""
        if action_id != INSTRUCTIONS or not isinstance(subject, str):
            return
        for entity, name in PAGE_OF.items():
            if self._seat.situation.get(entity, subject) is not None:
                self.turn_to(name)
                self.pages[name].refresh()
                self.pages[name].mark(subject)

    def _changed(self, touched: Touched) -> None:
        """What nobody sees is made when it is shown."""
        if self.isVisible() and (touched.everything or touched.entities & _SHOWS):
            self.page.refresh()

    def _ticked(self, *_: object) -> None:
        """Ages grow; a list that reads the same is left alone."""
        if self.isVisible():
            self.page.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.page.refresh()

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._rows.setContentsMargins(1, 1, 1, 1)
        self._head.setContentsMargins(px(12), px(7), px(8), px(7))

    def _retranslate(self) -> None:
        self.title.show_text(translate("Instructions", "PERINTAH DAN TUGAS"))
        self.setAccessibleName(translate("Instructions", "Perintah dan tugas"))
        self.tabs["given"].relabel(translate("Instructions", "Perintah"))
        self.tabs["tasks"].relabel(translate("Instructions", "Tugas"))
        self.tabs["notes"].relabel(translate("Instructions", "Catatan regu"))
        self.tabs["archive"].relabel(translate("Instructions", "Arsip"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
