"""The window: docks and their state. It knows panels by name only and is handed the makers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QChildEvent, QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLayout,
    QMainWindow,
    QMenu,
    QTabBar,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from command_center.ui import layouts
from command_center.ui.actions.action import Group
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.actions.keys import KeyBindings
from command_center.ui.actions.menus import ActionMenu
from command_center.ui.actions.sheet import KeySheet
from command_center.ui.actions.table import ACTIONS
from command_center.ui.alarms.banner import AlarmBanner
from command_center.ui.alarms.danger import DangerBand
from command_center.ui.calls.band import RingingBand
from command_center.ui.connection.bar import ConnectionBar
from command_center.ui.curtain.strip import Curtain
from command_center.ui.dock_tabs import DockTabs
from command_center.ui.exercise_frame import frame_px, frame_word, paint_frame
from command_center.ui.i18n import Language
from command_center.ui.panel_dock import PanelDock
from command_center.ui.person import NOBODY
from command_center.ui.personal import Personal
from command_center.ui.restored_band import RestoredBand
from command_center.ui.seat import Seat
from command_center.ui.status_line import StatusLine
from command_center.ui.topbar import TopBar
from command_center.ui.units.room_looks import RoomLooks

translate = QCoreApplication.translate
Makers = Mapping[str, Callable[[Seat], QWidget]]
STATE_VERSION = 2
KEEP_AFTER_MS = 1000
SMALLEST = (960, 540)
# Which panel comes forward when an action asks it something.
ANSWERS = {
    "incident.call": "call",
    "call.form": "call",
    "call.panel": "calls",
    "call.take": "calls",
    "call.end": "calls",
    "call.back": "calls",
    "incident.note": "detail",
    "incident.why": "detail",
    "incident.merge": "detail",
    "incident.close": "detail",
    "incident.plan": "detail",
    "incident.alarm_level": "detail",
    "unit.welfare_give_up": "units",
    "incident.address": "detail",
    "incident.copy_order": "detail",
    "alarm.next_unit": "detail",
    "order.silent": "detail",
    "unit.call_off": "detail",
    "incident.call_off": "detail",
    "incident.link": "detail",
    "incident.unlink": "detail",
    "view.planned": "planned",
    "view.answers": "answers",
    "view.order_routes": "routes",
    "view.run_cards": "cards",
    "view.roads": "roads",
    "view.roster": "roster",
    "view.updates": "updates",
    "view.doctor": "doctor",
    "view.places": "places",
    "view.start": "start",
    "view.settings": "settings",
    "view.reports": "reports",
    "incident.lapsit": "reports",
    "view.early": "early",
    "view.operations": "operations",
    "view.election": "election",
    "view.instructions": "instructions",
    "view.director": "director",
    "view.handover": "handover",
    "view.book": "handover",
    "view.handbook": "handbook",
    "view.import_roads": "roads",
    "view.close_road": "map",
    "map.closure": "map",
    "incident.refer": "detail",
    "incident.answer": "detail",
    "alarm.shown": "detail",
    "view.referrals": "referrals",
    "incident.standby": "detail",
    "view.hospitals": "hospitals",
    "incident.order": "detail",
    "view.health": "health",
    "view.queue": "queue",
    "view.wall": "wall",
    "wall.page": "wall",
    "wall.rename": "wall",
    "wall.note": "wall",
    "wall.mask": "wall",
    "wall.save": "wall",
    "view.cameras": "cameras",
    "view.history": "history",
    "view.clocks": "clocks",
    "view.alarms": "alarmdesk",
    "view.units": "units",
    "view.unit_filter": "units",
    "view.unit_words": "units",
    "unit.reassign": "units",
    "unit.pull": "units",
    "unit.move": "units",
    "view.map": "map",
    "map.place": "map",
    "session.people": "people",
    "incident.reply": "detail",
    "view.notices": "notices",
    "view.radio": "radio",
    "incident.kentongan": "radio",
    "view.partners": "partners",
    "view.triage": "triage",
    "view.procedures": "procedures",
    "incident.visit": "detail",
    "incident.visited": "detail",
}
GIVE_KEYBOARD = frozenset(
    {
        "view.referrals",
        "view.hospitals",
        "call.panel",
        "view.history",
        "view.clocks",
        "view.alarms",
        "view.queue",
        "view.wall",
        "view.cameras",
        "view.units",
        "view.map",
        "view.notices",
        "session.people",
        "view.radio",
        "view.partners",
        "view.triage",
        "view.procedures",
        "view.planned",
        "view.answers",
        "view.order_routes",
        "view.run_cards",
        "view.roads",
        "view.roster",
        "view.updates",
        "view.doctor",
        "view.places",
        "view.settings",
        "view.reports",
        "incident.lapsit",
        "view.early",
        "view.operations",
        "view.election",
        "view.instructions",
        "view.director",
        "view.handbook",
        "view.handover",
        "view.book",
    }
)
"""The others ask for the keyboard themselves, where they have something to fill in."""


class Window(QMainWindow):
    """`makers` = {panel name of layouts.TITLES: what makes it}; missing panels are left out.

    What a person arranged is kept in `settings_folder` per layout and width class.
    """

    def __init__(
        self, seat: Seat, makers: Makers, language: Language, settings_folder: Path
    ) -> None:
        super().__init__()
        self._seat = seat
        self._language = language
        self._folder = settings_folder
        self._person = seat.act.actor
        self.personal = Personal(settings_folder, self._person)
        self.personal.apply(seat.theme, language)
        self.layout_name = self.personal.layout
        self.room = layouts.Width.WIDE
        self._ready = False
        self._prepare_docking()
        self._tabs = DockTabs(layouts.TITLES, self)
        self.docks = {
            name: PanelDock(seat, name, make(seat), self)
            for name, make in makers.items()
            if name in layouts.TITLES
        }
        self._keeper = QTimer(self)
        self._keeper.setSingleShot(True)
        self._keeper.setInterval(KEEP_AFTER_MS)
        self._keeper.timeout.connect(self._keep_layout)
        for dock in self.docks.values():
            dock.topLevelChanged.connect(self._soon_keep)
            dock.dockLocationChanged.connect(self._soon_keep)
        self._looks = RoomLooks(seat, self)
        self._build_top()
        self.keys = KeyBindings(seat, self)
        self.sheet = KeySheet(seat, self)
        self.status = StatusLine(seat, self)
        self.ringing = RingingBand(seat, self)
        seat.asking.asked.connect(self._asked)
        seat.theme.changed.connect(self._restyle)
        seat.real.changed.connect(self._retitle)
        seat.person.changed.connect(self._person_changed)
        self._restyle()
        self._retranslate()

    def _prepare_docking(self) -> None:
        # The window never grows by itself: larger letters rearrange it, they do not push it off
        # the screen.
        frame = self.layout()
        if frame is not None:
            frame.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumSize(*SMALLEST)
        self.setDockNestingEnabled(True)
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)

    def _build_top(self) -> None:
        self.menu = QMenu(self)
        self.menus = {group: ActionMenu(self._seat, group) for group in Group}
        self.panel_menu = QMenu(self.menu)
        self.panel_menu.aboutToShow.connect(self._fill_panel_menu)
        for menu in (*self.menus.values(), self.panel_menu):
            self.menu.addMenu(menu)
        self.menu.aboutToShow.connect(self._refresh_menus)
        action = ACTIONS["view.menu"]
        self.menu_button = KeyButton(self._seat, action.label, action.key)
        self.menu_button.clicked.connect(self.open_menu)
        self.top_bar = TopBar(self._seat, self.menu_button, self)
        self.banner = AlarmBanner(self._seat)
        top = QWidget()
        self._top = QVBoxLayout(top)
        self._top.setSpacing(0)
        self._top.addWidget(self.top_bar)
        self._top.addWidget(ConnectionBar(self._seat))
        self._top.addWidget(RestoredBand(self._seat))
        self._top.addWidget(self.banner)
        self._top.addWidget(DangerBand(self._seat))
        door = self._seat.person.door
        self.curtain = Curtain(self._seat, door) if door is not None else None
        if self.curtain is not None:
            self._top.addWidget(self.curtain)
        self.setMenuWidget(top)

    def open_menu(self) -> None:
        """Under its button; never blocks."""
        self.menu.popup(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))

    def _refresh_menus(self) -> None:
        for menu in self.menus.values():
            menu.refresh()

    def _fill_panel_menu(self) -> None:
        self.panel_menu.clear()
        for dock in self.docks.values():
            dock.add_items(self.panel_menu.addMenu(layouts.title(dock.objectName())))

    # --- layouts -------------------------------------------------------------------------------

    def start(self) -> None:
        """Show the window as this person left it."""
        self.restoreGeometry(self.personal.geometry)
        self.room = layouts.width_class(self.width(), self._seat.theme.scale)
        self._ready = True
        self.show()
        self._restore_layout()
        self.activateWindow()  # keys work at once, also where no window manager gives focus

    def _offer_help(self) -> None:
        """First steps belong to their layout until they are done or skipped: how another room was
        left says nothing of this one."""
        named = layouts.layout_named(self.layout_name, self.room).panels()
        for name in ("tutor", "start"):
            if name in self.docks and name in named:
                self.docks[name].show()

    def use_layout(self, name: str) -> None:
        """Keep how the present layout stands and go to another one; the same again resets it."""
        if name == self.layout_name:
            self.personal.forget_state(name, self.room)
        else:
            self._keep_layout()
        self.layout_name = name
        self.personal.layout = name
        self._restore_layout()

    def _person_changed(self) -> None:
        """Somebody else sits here: the window as they left it. While nobody does it stays as it is,
        and what is moved then is nobody's."""
        person = self._seat.act.actor
        if person == self._person:
            return
        self._keep_layout()
        self._person = person
        self.personal = Personal(self._folder, person)
        if person == NOBODY:
            return
        self.personal.apply(self._seat.theme, self._language)
        self.layout_name = self.personal.layout
        if self._ready:
            self._restore_layout()

    def _soon_keep(self, _: object) -> None:
        """A panel was torn off or put elsewhere: known the next time even if nothing ends well."""
        if self._ready:
            self._keeper.start()

    def _keep_layout(self) -> None:
        state = self.saveState(STATE_VERSION)
        self.personal.keep_state(self.layout_name, self.room, state)

    def _restore_layout(self) -> None:
        state = self.personal.state(self.layout_name, self.room)
        layout = layouts.layout_named(self.layout_name, self.room)
        if state is None or not self.restoreState(state, STATE_VERSION):
            layouts.arrange(self, self.docks, layout, self._seat.theme.scale)
        else:
            layouts.place_new(self, self.docks, layout, bytes(state.data()))
        self._offer_help()
        self._rest_keyboard()

    def _rest_keyboard(self) -> None:
        """Nobody asked for a button: with the keyboard in the queue, Enter orders and never opens
        the menu."""
        now = QApplication.focusWidget()
        if "queue" in self.docks and (now is None or isinstance(now, QAbstractButton)):
            self.docks["queue"].panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_width(self) -> None:
        room = layouts.width_class(self.width(), self._seat.theme.scale)
        if self._ready and room is not self.room:
            self._keep_layout()
            self.room = room
            self._restore_layout()

    # --- asked by actions ----------------------------------------------------------------------

    def _asked(self, action_id: str, _: object) -> None:
        if action_id.startswith("view.layout."):
            self.use_layout(action_id.rsplit(".", 1)[1])
        elif action_id == "view.language":
            self._language.toggle()
            self.personal.language = self._language.code
        elif action_id == "view.menu":
            self.open_menu()
        elif ANSWERS.get(action_id) in self.docks:
            dock = self.docks[ANSWERS[action_id]]
            if action_id == "view.health" and not dock.visibleRegion().isEmpty():
                dock.hide()  # its key shows it and puts it away again
                return
            dock.show()
            dock.raise_()
            if action_id in GIVE_KEYBOARD:
                dock.panel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- appearance ----------------------------------------------------------------------------

    def _restyle(self) -> None:
        thick, theme = frame_px(self._seat), self._seat.theme
        self.setContentsMargins(thick, thick, thick, thick)
        edge = theme.px(4)
        self._top.setContentsMargins(edge, 0, edge, edge)
        self.personal.keep_look(theme.name, theme.scale)
        self._follow_width()
        self.update()

    def _retitle(self) -> None:
        name = translate("Window", "Pusat Komando")
        room = self._seat.situation.room
        parts = [frame_word(self._seat)] if frame_px(self._seat) else []
        self.setWindowTitle(" · ".join([*parts, name, *([room.name] if room else [])]))
        self.update()

    def _retranslate(self) -> None:
        self._retitle()
        self.menu_button.relabel(ACTIONS["view.menu"].label)
        self.panel_menu.setTitle(translate("Window", "Panel"))
        self._refresh_menus()

    def childEvent(self, event: QChildEvent) -> None:
        """The window makes its bars of tabs when panels first lie behind one another."""
        super().childEvent(event)
        child = event.child()
        if event.type() is QEvent.Type.ChildPolished and isinstance(child, QTabBar):
            self._tabs.dress(child)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_frame(self, self._seat)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow_width()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._keep_layout()
        self.personal.keep_geometry(self.saveGeometry())
        super().closeEvent(event)
