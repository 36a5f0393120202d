"""Places and vulnerability as a panel: places, polling stations, kelurahan, criteria."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from command_center.situation.situation import Touched
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.actions.places import PLACES
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.list_page import ListPage
from command_center.ui.places.areas_page import AreasPage
from command_center.ui.places.criteria_page import CriteriaPage
from command_center.ui.places.operation_choice import OperationChoice
from command_center.ui.places.scope import Scope
from command_center.ui.places.sites_page import SitesPage
from command_center.ui.places.stations_page import StationsPage
from command_center.ui.places.words import translate
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

PAGES = ("sites", "stations", "areas", "criteria")
_SHOWS = frozenset(
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


class PlacesPanel(QFrame):
    """One page at a time; Ctrl+Alt+1 to 4 turn to them. What is judged is looked at for one
    operation, or for whatever goes on."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.scope = Scope(seat, self)
        self.title = PlainLabel(seat.theme, bold=True)
        self.operation = OperationChoice(seat, self.scope)
        self.sites, self.stations = SitesPage(seat, self.scope), StationsPage(seat, self.scope)
        self.areas, self.criteria = AreasPage(seat, self.scope), CriteriaPage(seat)
        self.pages: tuple[ListPage, ...] = (self.sites, self.stations, self.areas, self.criteria)
        self.stack = QStackedWidget()
        self.tabs: dict[str, KeyButton] = {}
        self._head = FlowLayout(gap=6)
        self._head.addWidget(self.title)
        for at, (name, page) in enumerate(zip(PAGES, self.pages, strict=True)):
            self.stack.addWidget(page)
            self._head.addWidget(self._tab(name, f"Ctrl+Alt+{at + 1}"))
        self._head.addWidget(self.operation)
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(0)
        self._rows.addLayout(self._head)
        self._rows.addWidget(self.stack, 1)
        self.setFocusProxy(self.stack)
        seat.live.changed.connect(self._changed)
        seat.asking.asked.connect(self._asked)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()
        self.turn_to("sites")

    def _tab(self, name: str, key: str) -> KeyButton:
        tab = self.tabs[name] = KeyButton(self._seat, "", key)
        tab.setCheckable(True)
        tab.clicked.connect(partial(self.turn_to, name))
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(partial(self.turn_to, name))
        return tab

    @property
    def page(self) -> ListPage:
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
        """What nobody sees is made when it is shown."""
        if touched.everything or touched.entities & _SHOWS:
            self.scope.forget()
            if self.isVisible():
                self._refresh()

    def _refresh(self) -> None:
        self.operation.offer()
        self.page.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._rows.setContentsMargins(1, 1, 1, 1)
        self._head.setContentsMargins(px(12), px(7), px(8), px(7))
        self.operation.setFont(self._seat.theme.font(13))

    def _retranslate(self) -> None:
        self.title.show_text(translate("Places", "TEMPAT DAN KERAWANAN"))
        self.setAccessibleName(translate("Places", "Tempat dan kerawanan"))
        self.operation.retranslate()
        self.tabs["sites"].relabel(translate("Places", "Tempat"))
        self.tabs["stations"].relabel(translate("Places", "TPS"))
        self.tabs["areas"].relabel(translate("Places", "Kelurahan"))
        self.tabs["criteria"].relabel(translate("Places", "Kriteria"))
        for page in (self.sites, self.stations, self.areas, self.criteria):
            page.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
