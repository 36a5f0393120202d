"""Places and vulnerability as a panel: places, polling stations, kelurahan, criteria."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from command_center.situation.situation import Touched
from command_center.ui.actions.places import PLACES
from command_center.ui.list_page import ListPage
from command_center.ui.paged_panel import PagedPanel, PanelWords
from command_center.ui.places.areas_page import AreasPage
from command_center.ui.places.criteria_page import CriteriaPage
from command_center.ui.places.operation_choice import OperationChoice
from command_center.ui.places.scope import Scope
from command_center.ui.places.sites_page import SitesPage
from command_center.ui.places.stations_page import StationsPage
from command_center.ui.places.words import translate
from command_center.ui.seat import Seat


class PlacesPanel(PagedPanel[ListPage]):
    """What is judged is looked at for one operation, or for whatever goes on."""

    shows = frozenset(
        {
            "site",
            "election",
            "polling_station",
            "assessment",
            "dialogue",
            "friction_note",
            "room_setting",
            "operation",
            "staff",
        }
    )

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(seat, parent)
        self.scope = Scope(seat, self)
        self.operation = OperationChoice(seat, self.scope)
        self.sites, self.stations = SitesPage(seat, self.scope), StationsPage(seat, self.scope)
        self.areas, self.criteria = AreasPage(seat, self.scope), CriteriaPage(seat)
        pages = {
            "sites": self.sites,
            "stations": self.stations,
            "areas": self.areas,
            "criteria": self.criteria,
        }
        self.hold(pages, self.operation)
        seat.asking.asked.connect(self._asked)

    def _asked(self, action_id: str, subject: object) -> None:
        """With the id of a place or a polling station: that one."""
        if action_id != PLACES or not isinstance(subject, str):
            return
        station = self._seat.situation.get("polling_station", subject)
        if station is not None:
            self.scope.use_election(station.election_id)
        page = self.sites if station is None else self.stations
        self.turn_to("sites" if station is None else "stations")
        page.show_subject(subject)

    def _changed(self, touched: Touched) -> None:
        if touched.everything or touched.entities & self.shows:
            self.scope.forget()
        super()._changed(touched)

    def _refresh(self) -> None:
        self.operation.offer()
        super()._refresh()

    def words(self) -> PanelWords:
        tabs = {
            "sites": translate("Places", "Tempat"),
            "stations": translate("Places", "TPS"),
            "areas": translate("Places", "Kelurahan"),
            "criteria": translate("Places", "Kriteria"),
        }
        title = translate("Places", "TEMPAT DAN KERAWANAN")
        return PanelWords(title, translate("Places", "Tempat dan kerawanan"), tabs)

    def _retranslate(self) -> None:
        super()._retranslate()
        self.operation.retranslate()
