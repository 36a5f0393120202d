"""Updates: what runs on which workstation, and bringing the next version to this one."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QWidget

from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.ui.detail.questions import Answer
from command_center.ui.detail.words import fill
from command_center.ui.leaving import leaving_words
from command_center.ui.list_page import Keys, ListPage
from command_center.ui.radio.lines import TextRow
from command_center.ui.seat import Seat
from command_center.ui.updates.job import StagingJob
from command_center.ui.updates.model import Found, Lines, Standing, Updates
from command_center.ui.updates.reading import ReadView
from command_center.ui.updates.words import (
    button_words,
    copying_words,
    found_text,
    lines_text,
    standing_text,
    step_text,
    translate,
    workstation_rows,
)

_KEYS: Keys = {
    "look": ("P", Qt.Key.Key_P),
    "stage": ("Ins", Qt.Key.Key_Insert),
    "use": ("Return", Qt.Key.Key_Return),
    "back": ("Del", Qt.Key.Key_Delete),
    "stop": ("Esc", Qt.Key.Key_Escape),
}


class UpdatesPanel(ListPage):
    """Nothing of the version that runs is touched; what is taken up here starts the next time."""

    def __init__(self, seat: Seat, updates: Updates, parent: QWidget | None = None) -> None:
        super().__init__(seat, _KEYS, "use", parent=parent)
        self._updates = updates
        self._standing: Standing | None = None
        self._busy = False
        self.job = StagingJob(seat, updates, self)
        self.notes, self.lines = ReadView(seat.theme), ReadView(seat.theme)
        for view in (self.notes, self.lines):
            self._below.addWidget(view)
        self.job.told.connect(self._told)
        self.job.ended.connect(self._ended)
        seat.live.ticked.connect(self._ticked)
        seat.tasks.bug.connect(self._broke)
        self.restyle()
        self.retranslate()

    def rows(self) -> list[TextRow]:
        return workstation_rows(self._seat)

    def refresh(self, *args: object) -> None:
        if self._standing is not None:
            self.say(self.standing, standing_text(self._standing))
        self._show_lines()
        super().refresh(*args)

    def _show_lines(self) -> None:
        """Where this account may not change the installation, an administrator of the room is told
        who may and how; the buttons then copy that."""
        lines = self._lines()
        told = self._standing if lines is not None else None
        self.lines.show_text("" if told is None else lines_text(told))
        for name, text in (button_words() if lines is None else copying_words()).items():
            self.buttons[name].relabel(text)

    def _lines(self) -> Lines | None:
        standing = self._standing
        may = self._seat.may(Permission.ADMINISTER)
        return standing.lines if standing is not None and may else None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask_standing()

    def _ask_standing(self) -> None:
        self._seat.tasks.run(self._updates.standing, self._stands, self._seat.notices.failed)

    def _stands(self, standing: Standing) -> None:
        self._busy, self._standing = False, standing
        self.refresh()

    def _ticked(self, _: datetime) -> None:
        if self.isVisible():
            self.refresh()

    # --- what is asked -------------------------------------------------------------------------

    def reason(self, asked: str) -> str | None:
        standing = self._standing
        if asked == "stop":
            return None if self.job.running else "update_nothing_runs"
        if not self._seat.may(Permission.ADMINISTER):
            return "not_allowed" if self._seat.person.signed_in else "sign_in_first"
        if standing is None or self._busy or self.job.running:
            return "update_busy"
        if asked == "look":
            return None
        if standing.why is not None and standing.lines is None:
            return standing.why
        missing = {"use": not standing.staged, "back": not standing.previous}
        return f"update_nothing_to_{asked}" if missing.get(asked) else None

    def answer(self, asked: str) -> None:
        lines = self._lines()
        copied = None if lines is None else getattr(lines, asked, None)
        if isinstance(copied, str):
            QGuiApplication.clipboard().setText(leaving_words(self._seat, copied))
            self._seat.notices.done("update_copied")
            return
        self.say(self.outlook, "")
        self.notes.show_text("")
        if asked == "look":
            self._busy = True
            self._seat.tasks.run(self._updates.look, self._found, self._failed)
        elif asked == "stage":
            self.job.start()
        elif asked == "stop":
            self.job.stop()
        elif asked == "use":
            self._run(self._updates.take_up)
        elif self._standing is not None:
            title = fill(translate("Updates", "Kembali ke versi %1?"), self._standing.previous)
            yes = Answer(translate("Updates", "Kembali"), "Return", self._go_back)
            self.question.ask(title, [yes])
        self.follow()

    def ask(self, asked: str, *args: object) -> None:
        if asked != "stop" or self.job.running:  # Esc leaves many things here
            super().ask(asked, *args)

    def follow(self, *args: object) -> None:
        super().follow(*args)
        running, may = self.job.running, self._may_change()
        self.buttons["stop"].setVisible(running)
        self.buttons["stage"].setVisible(may and not running)
        for name in ("use", "back"):
            self.buttons[name].setVisible(may)

    def _may_change(self) -> bool:
        """Or say what somebody else types; nothing is offered that cannot be."""
        standing = self._standing
        return standing is None or standing.why is None or self._lines() is not None

    def _go_back(self) -> None:
        self.question.leave()
        self._run(self._updates.go_back)

    def _run(self, work: object) -> None:
        if callable(work):
            self._busy = True
            self._seat.tasks.run(work, self._changed, self._failed)

    def _changed(self, version: str) -> None:
        self._seat.notices.done("update_next", version=version)
        self._ask_standing()

    def _found(self, found: Found) -> None:
        self.say(self.outlook, found_text(found))
        self.notes.show_text(found.notes if found.newer else "")
        self._ask_standing()

    def _failed(self, error: OperatorError) -> None:
        self._seat.notices.failed(error)
        self._ask_standing()

    def _broke(self, _: object) -> None:
        """Whose bug it was is not known; it was said by whoever hears of all of them."""
        if self._busy:
            self._ask_standing()

    def _told(self, what: str, done: int, total: int) -> None:
        self.say(self.outlook, step_text(what, done, total))

    def _ended(self, version: str) -> None:
        self.say(self.outlook, "" if version else translate("Updates", "Tidak ada yang berubah."))
        self.follow()
        self._ask_standing()

    # --- appearance ----------------------------------------------------------------------------

    def restyle(self) -> None:
        super().restyle()
        self._below.setSpacing(self._seat.theme.px(4))

    def retranslate(self) -> None:
        self.title.show_text(translate("Updates", "PEMBARUAN PROGRAM"))
        self.setAccessibleName(translate("Updates", "Pembaruan program"))
        self.view.setAccessibleName(translate("Updates", "Versi di tiap komputer"))
        self.view.empty = translate("Updates", "Belum ada komputer yang menyebut versinya.")
        self.filter.setPlaceholderText(translate("Updates", "Saring menurut kata"))
        self.filter.setAccessibleName(translate("Updates", "Saring menurut kata"))
        self.notes.setAccessibleName(translate("Updates", "Apa yang berubah"))
        self.lines.setAccessibleName(translate("Updates", "Perintah untuk terminal"))
        self.refresh()
