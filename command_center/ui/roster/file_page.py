"""A page of the panel that is also a file."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QApplication

from command_center.ui.detail.questions import Answer
from command_center.ui.detail.words import fill
from command_center.ui.format import count
from command_center.ui.places.file_list import FileListPage
from command_center.ui.places.preview import Changes
from command_center.ui.roster.page import RosterPage
from command_center.ui.roster.words import translate


class RosterFilePage(FileListPage, RosterPage):
    """What a file names is known by number or name, so nobody asks where it is from."""

    def ask_store(self, name: str, changes: Changes[Any], bad: int) -> None:
        told = translate(
            "Roster",
            "%1: impor %2 baru dan %3 diubah? %4 sama, %5 tidak ada di berkas dan tetap, %6 baris"
            " salah tidak ikut.",
        )
        numbers = (len(changes.added), len(changes.changed), changes.same, changes.absent, bad)
        title = fill(told, name[:60], *map(count, numbers))
        store = partial(self._store, changes)
        now = QApplication.focusWidget()
        self.question.ask(title, [Answer(translate("Roster", "Impor"), "Return", store)])
        if now is not None and not self.isAncestorOf(now):
            now.setFocus()  # somebody went on with other work while the file was read

    def reason(self, asked: str) -> str | None:
        if asked == "stop":
            return None
        if asked == "import" and self.job.running:
            return "places_importing"
        return super().reason(asked)

    def follow(self, *args: object) -> None:
        super().follow(*args)
        self.buttons["stop"].setVisible(hasattr(self, "job") and self.job.running)
