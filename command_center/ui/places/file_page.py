"""A list of what is judged that is also a file."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from command_center.ui.list_page import Keys
from command_center.ui.places.file_list import FileListPage
from command_center.ui.places.page import SubjectPage
from command_center.ui.places.scope import Scope
from command_center.ui.seat import Seat


class FilePage(FileListPage, SubjectPage):
    def __init__(self, seat: Seat, scope: Scope, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(seat, scope, keys, parent)
        self.begin_files()

    def can_leave(self) -> bool:
        return self.job.running or super().can_leave()

    def leave_mode(self) -> None:
        """What runs is stopped first."""
        if self.job.running:
            self.job.stop()
        else:
            super().leave_mode()

    def reason(self, asked: str) -> str | None:
        running = asked == "import" and self.job.running
        return "places_importing" if running else super().reason(asked)

    def answer_list(self, asked: str) -> None:
        if asked == "import":
            self.ask_file()
        elif asked == "export":
            self.ask_export()
