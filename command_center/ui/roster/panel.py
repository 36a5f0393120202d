"""Regu and roll-call as a panel: the roll-call, people, the roster, swaps."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from command_center.ui.paged_panel import PagedPanel, PanelWords
from command_center.ui.roster.duties_page import DutiesPage
from command_center.ui.roster.page import RosterPage
from command_center.ui.roster.people_page import PeoplePage
from command_center.ui.roster.roll_page import RollPage
from command_center.ui.roster.swaps_page import SwapsPage
from command_center.ui.roster.words import translate
from command_center.ui.seat import Seat


class RosterPanel(PagedPanel[RosterPage]):
    """The roll-call of the shift of now is seen first."""

    shows = frozenset(
        {
            "regu",
            "personnel",
            "duty",
            "duty_swap",
            "roll_call",
            "roll_mark",
            "unit_check",
            "seating",
            "room_setting",
            "staff",
            "unit",
            "workstation",
        }
    )

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(seat, parent)
        self.roll = RollPage(seat)
        self.hold(
            {
                "roll": self.roll,
                "people": PeoplePage(seat),
                "duties": DutiesPage(seat),
                "swaps": SwapsPage(seat),
            }
        )

    def words(self) -> PanelWords:
        tabs = {
            "roll": translate("Roster", "Apel"),
            "people": translate("Roster", "Personel"),
            "duties": translate("Roster", "Jadwal"),
            "swaps": translate("Roster", "Tukar"),
        }
        return PanelWords(
            translate("Roster", "REGU DAN APEL"), translate("Roster", "Regu dan apel"), tabs
        )
