"""Instructions, tasks and notes as a panel."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from command_center.ui.actions.instructions import INSTRUCTIONS
from command_center.ui.instructions.archive_page import ArchivePage
from command_center.ui.instructions.given_page import GivenPage
from command_center.ui.instructions.notes_page import NotesPage
from command_center.ui.instructions.page import InstructionPage
from command_center.ui.instructions.tasks_page import RoomTasksPage
from command_center.ui.instructions.words import translate
from command_center.ui.paged_panel import PagedPanel, PanelWords
from command_center.ui.seat import Seat

PAGE_OF = {"instruction": "given", "room_task": "tasks", "shift_note": "notes"}


class InstructionsPanel(PagedPanel[InstructionPage]):
    """What was told to seats and units, what comes back every day, what the regu must know."""

    shows = frozenset(
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

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(seat, parent)
        self.hold(
            {
                "given": GivenPage(seat),
                "tasks": RoomTasksPage(seat),
                "notes": NotesPage(seat),
                "archive": ArchivePage(seat),
            }
        )
        seat.asking.asked.connect(self._asked)

    def _asked(self, action_id: str, subject: object) -> None:
        """With the id of an instruction, a task or a note: that one."""
        if action_id != INSTRUCTIONS or not isinstance(subject, str):
            return
        for entity, name in PAGE_OF.items():
            if self._seat.situation.get(entity, subject) is not None:
                self.turn_to(name)
                self.pages[name].refresh()
                self.pages[name].mark(subject)

    def words(self) -> PanelWords:
        tabs = {
            "given": translate("Instructions", "Perintah"),
            "tasks": translate("Instructions", "Tugas"),
            "notes": translate("Instructions", "Catatan regu"),
            "archive": translate("Instructions", "Arsip"),
        }
        title = translate("Instructions", "PERINTAH DAN TUGAS")
        return PanelWords(title, translate("Instructions", "Perintah dan tugas"), tabs)
