"""The change of shift as a panel: what is handed over, and the book of the shift."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from command_center.ui.actions.handover import BOOK, HANDOVER
from command_center.ui.handover.announce import HandoverNews
from command_center.ui.handover.book_page import BookPage
from command_center.ui.handover.page import HandoverPage
from command_center.ui.handover.words import translate
from command_center.ui.list_page import ListPage
from command_center.ui.paged_panel import PagedPanel, PanelWords
from command_center.ui.seat import Seat

_PAGE_OF = {HANDOVER: "items", BOOK: "book"}


class HandoverPanel(PagedPanel[ListPage]):
    """It tells of a handover, too, while nobody looks at it."""

    shows = frozenset(
        {
            "handover",
            "handover_item",
            "book_entry",
            "shift",
            "incident",
            "unit",
            "assignment",
            "order_task",
            "welfare_check",
            "referral",
            "standby",
            "alarm",
            "note",
            "instruction",
            "shift_note",
            "casualties",
            "staff",
            "roll_call",
            "roll_mark",
            "unit_check",
        }
    )

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(seat, parent)
        self.items, self.book = HandoverPage(seat), BookPage(seat)
        self.hold({"items": self.items, "book": self.book})
        HandoverNews(seat, self)
        seat.asking.asked.connect(self._asked)

    def _asked(self, action_id: str, _: object) -> None:
        if action_id in _PAGE_OF:
            self.turn_to(_PAGE_OF[action_id])

    def words(self) -> PanelWords:
        tabs = {
            "items": translate("Handover", "Butir"),
            "book": translate("Handover", "Buku mutasi"),
        }
        return PanelWords(
            translate("Handover", "SERAH TERIMA"), translate("Handover", "Serah terima"), tabs
        )
