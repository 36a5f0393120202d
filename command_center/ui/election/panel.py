"""An election as a panel: the day, who guards it, the people, the calendar, the ballots."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from command_center.situation.situation import Touched
from command_center.ui.election.day_page import DayPage
from command_center.ui.election.escorts_page import EscortsPage
from command_center.ui.election.guard_page import GuardPage
from command_center.ui.election.page import ElectionPage
from command_center.ui.election.pools_page import PoolsPage
from command_center.ui.election.stages_page import StagesPage
from command_center.ui.election.words import translate
from command_center.ui.paged_panel import PagedPanel, PanelWords
from command_center.ui.places.operation_choice import OperationChoice
from command_center.ui.places.scope import Scope, narrow
from command_center.ui.places.stations_page import election_text
from command_center.ui.seat import Seat

_SCOPE = frozenset(
    {
        "election",
        "operation",
        "polling_station",
        "assessment",
        "room_setting",
        "election_stage",
        "station_pattern",
        "force_pool",
    }
)


class ElectionPanel(PagedPanel[ElectionPage]):
    """All of it is of the election chosen at the top, to begin with the newest; what is judged is
    looked at for the operation beside it."""

    shows = _SCOPE | {"station_group", "station_message", "ballot_escort"}

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(seat, parent)
        self.scope = Scope(seat, self)
        self.elections = narrow(QComboBox())
        self.operation = OperationChoice(seat, self.scope, begins_running=True)
        self.day, self.guard = DayPage(seat, self.scope), GuardPage(seat, self.scope)
        self.pools, self.stages = PoolsPage(seat, self.scope), StagesPage(seat, self.scope)
        self.escorts = EscortsPage(seat, self.scope)
        pages: dict[str, ElectionPage] = {
            "day": self.day,
            "guard": self.guard,
            "pools": self.pools,
            "stages": self.stages,
            "escorts": self.escorts,
        }
        self.hold(pages, self.elections, self.operation)
        self.elections.activated.connect(self._chosen)

    def _changed(self, touched: Touched) -> None:
        if touched.everything or touched.entities & _SCOPE:
            self.scope.forget()
        super()._changed(touched)

    def _refresh(self) -> None:
        self._offer()
        self.operation.offer()
        super()._refresh()

    def _offer(self) -> None:
        """The elections the room has; the newest one to begin with."""
        rows = self.scope.elections()
        if rows and not any(row.id == self.scope.election_id for row in rows):
            self.scope.use_election(rows[0].id)
        offered = [(election_text(row), row.id) for row in rows]
        box = self.elections
        if [(box.itemText(at), box.itemData(at)) for at in range(box.count())] != offered:
            box.clear()
            for text, id in offered:
                box.addItem(text, id)
        box.setCurrentIndex(box.findData(self.scope.election_id))

    def _chosen(self, _: int) -> None:
        self.scope.use_election(str(self.elections.currentData() or ""))

    def words(self) -> PanelWords:
        tabs = {
            "day": translate("Election", "Hari TPS"),
            "guard": translate("Election", "Ploting"),
            "pools": translate("Election", "Kekuatan"),
            "stages": translate("Election", "Tahapan"),
            "escorts": translate("Election", "Kawal logistik"),
        }
        title = translate("Election", "PENGAMANAN PEMILU")
        return PanelWords(title, translate("Election", "Pengamanan pemilu"), tabs)

    def _retranslate(self) -> None:
        super()._retranslate()
        self.elections.setAccessibleName(translate("Election", "Pemilu"))
        self.operation.retranslate()
