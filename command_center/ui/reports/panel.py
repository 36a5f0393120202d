"""Reports as a panel: of an incident or the situation, of a period, and their templates."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from command_center.ui.actions.reports import LAPSIT, REPORTS
from command_center.ui.detail.words import translate
from command_center.ui.paged_panel import PagedPanel, PanelPage, PanelWords
from command_center.ui.reports.lapsit_page import LapsitPage
from command_center.ui.reports.period_page import PeriodPage
from command_center.ui.reports.templates_page import TemplatesPage
from command_center.ui.seat import Seat


class ReportsPanel(PagedPanel[PanelPage]):
    """Its pages follow the log themselves, and not at every change."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(seat, parent)
        self.lapsit, self.periods = LapsitPage(seat), PeriodPage(seat)
        self.templates = TemplatesPage(seat)
        self.hold({"lapsit": self.lapsit, "periods": self.periods, "templates": self.templates})
        seat.asking.asked.connect(self._asked)

    def _asked(self, action_id: str, subject: object) -> None:
        if action_id == LAPSIT:
            self.turn_to("lapsit")
            self.lapsit.open(subject if isinstance(subject, str) else None)
        elif action_id == REPORTS:
            self.turn_to("periods")

    def words(self) -> PanelWords:
        tabs = {
            "lapsit": translate("Reports", "Lapsit"),
            "periods": translate("Reports", "Berkala"),
            "templates": translate("Reports", "Templat"),
        }
        title = translate("Reports", "LAPORAN")
        return PanelWords(title, translate("Reports", "Lapsit dan laporan berkala"), tabs)
