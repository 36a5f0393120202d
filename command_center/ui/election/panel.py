"""An election as a panel: the day, who guards it, the people, the calendar, the ballots."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QStackedWidget, QVBoxLayout, QWidget

from command_center.situation.situation import Touched
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.election.day_page import DayPage
from command_center.ui.election.escorts_page import EscortsPage
from command_center.ui.election.guard_page import GuardPage
from command_center.ui.election.page import ElectionPage
from command_center.ui.election.pools_page import PoolsPage
from command_center.ui.election.stages_page import StagesPage
from command_center.ui.election.words import translate
from command_center.ui.places.operation_choice import OperationChoice
from command_center.ui.places.scope import Scope, narrow
from command_center.ui.places.stations_page import election_text
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

PAGES = ("day", "guard", "pools", "stages", "escorts")
_SHOWS = frozenset(
    {
        "election",
        "operation",
        "polling_station",
        "assessment",
        "room_setting",
        "election_stage",
        "station_pattern",
        "force_pool",
        "station_group",
        "station_message",
        "ballot_escort",
    }
)
_SCOPE = _SHOWS - {"station_message", "station_group", "ballot_escort"}


class ElectionPanel(QFrame):
    """One page at a time; Ctrl+Alt+1 to 5 turn to them. All of it is of the election chosen at the
    top, to begin with the newest; what is judged is looked at for the operation beside it."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.scope = Scope(seat, self)
        self.title = PlainLabel(seat.theme, bold=True)
        self.elections = narrow(QComboBox())
        self.operation = OperationChoice(seat, self.scope, begins_running=True)
        self.day, self.guard = DayPage(seat, self.scope), GuardPage(seat, self.scope)
        self.pools, self.stages = PoolsPage(seat, self.scope), StagesPage(seat, self.scope)
        self.escorts = EscortsPage(seat, self.scope)
        self.pages: tuple[ElectionPage, ...] = (
            self.day, self.guard, self.pools, self.stages, self.escorts,
        )  # fmt: skip
        self.stack = QStackedWidget()
        self.tabs: dict[str, KeyButton] = {}
        self._head = FlowLayout(gap=6)
        self._head.addWidget(self.title)
        for at, (name, page) in enumerate(zip(PAGES, self.pages, strict=True)):
            self.stack.addWidget(page)
            self._head.addWidget(self._tab(name, f"Ctrl+Alt+{at + 1}"))
        self._head.addWidget(self.elections)
        self._head.addWidget(self.operation)
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(0)
        self._rows.addLayout(self._head)
        self._rows.addWidget(self.stack, 1)
        self.setFocusProxy(self.stack)
        self.elections.activated.connect(self._chosen)
        seat.live.changed.connect(self._changed)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()
        self.turn_to("day")

    def _tab(self, name: str, key: str) -> KeyButton:
        tab = self.tabs[name] = KeyButton(self._seat, "", key)
        tab.setCheckable(True)
        tab.clicked.connect(partial(self.turn_to, name))
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(partial(self.turn_to, name))
        return tab

    @property
    def page(self) -> ElectionPage:
        return self.pages[self.stack.currentIndex()]

    def turn_to(self, name: str, *_: object) -> None:
        """One of PAGES, with the keyboard."""
        self.stack.setCurrentIndex(PAGES.index(name))
        for other, tab in self.tabs.items():
            tab.setChecked(other == name)
        self.stack.setFocusProxy(self.page)
        if self.isVisible():
            self._refresh()
            self.page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _changed(self, touched: Touched) -> None:
        """What nobody sees is made when it is shown."""
        if touched.everything or touched.entities & _SHOWS:
            if touched.everything or touched.entities & _SCOPE:
                self.scope.forget()
            if self.isVisible():
                self._refresh()

    def _refresh(self) -> None:
        self._offer()
        self.operation.offer()
        self.page.refresh()

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

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._rows.setContentsMargins(1, 1, 1, 1)
        self._head.setContentsMargins(px(12), px(7), px(8), px(7))
        for choice in (self.elections, self.operation):
            choice.setFont(self._seat.theme.font(13))

    def _retranslate(self) -> None:
        self.title.show_text(translate("Election", "PENGAMANAN PEMILU"))
        self.setAccessibleName(translate("Election", "Pengamanan pemilu"))
        self.elections.setAccessibleName(translate("Election", "Pemilu"))
        self.operation.retranslate()
        self.tabs["day"].relabel(translate("Election", "Hari TPS"))
        self.tabs["guard"].relabel(translate("Election", "Ploting"))
        self.tabs["pools"].relabel(translate("Election", "Kekuatan"))
        self.tabs["stages"].relabel(translate("Election", "Tahapan"))
        self.tabs["escorts"].relabel(translate("Election", "Kawal logistik"))
        for page in self.pages:
            page.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
