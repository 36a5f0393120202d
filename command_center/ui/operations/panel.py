"""Operations as a panel: levels of the places, tasks, decisions, plans, the order of battle."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QStackedWidget, QVBoxLayout, QWidget

from command_center.domain.operation import Decision, PlanTask
from command_center.situation.situation import Touched
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.actions.operations import OPERATIONS
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.operations.board_page import BoardPage
from command_center.ui.operations.forces_page import ForcesPage
from command_center.ui.operations.log_page import LogPage
from command_center.ui.operations.page import OperationPage
from command_center.ui.operations.plans_page import PlansPage
from command_center.ui.operations.scope import OperationScope
from command_center.ui.operations.tasks_page import TasksPage
from command_center.ui.operations.words import translate
from command_center.ui.places.scope import narrow
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

_SHOWS = frozenset(
    {
        "operation",
        "operation_place",
        "decision",
        "hearing",
        "operation_part",
        "force",
        "plan_task",
        "room_setting",
        "site",
        "staff",
    }
)


class OperationsPanel(QFrame):
    """One page at a time; Ctrl+Alt+1 and so on turn to them. One operation at a time, too."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.scope = OperationScope(seat, self)
        self.title = PlainLabel(seat.theme, bold=True)
        self.choice = narrow(QComboBox())
        self.board = BoardPage(seat, self.scope)
        self.pages: dict[str, OperationPage] = {
            "board": self.board,
            "tasks": TasksPage(seat, self.scope),
            "log": LogPage(seat, self.scope),
            "plans": PlansPage(seat, self.scope),
            "forces": ForcesPage(seat, self.scope),
        }
        self.stack = QStackedWidget()
        self.tabs: dict[str, KeyButton] = {}
        self._head = FlowLayout(gap=6)
        self._head.addWidget(self.title)
        for at, (name, page) in enumerate(self.pages.items(), 1):
            self.stack.addWidget(page)
            self._head.addWidget(self._tab(name, f"Ctrl+Alt+{at}"))
        self._head.addWidget(self.choice)
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(0)
        self._rows.addLayout(self._head)
        self._rows.addWidget(self.stack, 1)
        self.setFocusProxy(self.stack)
        self.choice.activated.connect(self._chosen)
        self.scope.changed.connect(self._offer)
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self._ticked)
        seat.asking.asked.connect(self._asked)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()
        self.turn_to("board")

    def _tab(self, name: str, key: str) -> KeyButton:
        tab = self.tabs[name] = KeyButton(self._seat, "", key)
        tab.setCheckable(True)
        tab.clicked.connect(partial(self.turn_to, name))
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(partial(self.turn_to, name))
        return tab

    @property
    def page(self) -> OperationPage:
        return list(self.pages.values())[self.stack.currentIndex()]

    def turn_to(self, name: str, *_: object) -> None:
        """With the keyboard."""
        self.stack.setCurrentWidget(self.pages[name])
        for other, tab in self.tabs.items():
            tab.setChecked(other == name)
        self.stack.setFocusProxy(self.page)
        if self.isVisible():
            self._refresh()
            self.page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _asked(self, action_id: str, subject: object) -> None:
        """With the name of a place: that one; with a task or a decision: that, of its operation."""
        if action_id != OPERATIONS:
            return
        if isinstance(subject, str):
            self.turn_to("board")
            self.board.mark(subject)
        elif isinstance(subject, PlanTask | Decision):
            self.scope.use(subject.operation_id)
            self.turn_to("tasks" if isinstance(subject, PlanTask) else "log")
            self.page.mark(subject.id)

    def _changed(self, touched: Touched) -> None:
        """What nobody sees is made when it is shown."""
        if self.isVisible() and (touched.everything or touched.entities & _SHOWS):
            self._refresh()

    def _ticked(self, *_: object) -> None:
        if self.isVisible():
            self.page.tick()

    def _refresh(self) -> None:
        self._offer()
        self.page.refresh()

    def _offer(self) -> None:
        box, offered = self.choice, [(o.name, o.id) for o in self._seat.situation.operations]
        if [(box.itemText(at), box.itemData(at)) for at in range(box.count())] != offered:
            box.clear()
            for text, id in offered:
                box.addItem(text, id)
        box.setCurrentIndex(box.findData(self.scope.operation_id))
        box.setVisible(len(offered) > 1)

    def _chosen(self, _: int) -> None:
        self.scope.use(str(self.choice.currentData() or ""))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._rows.setContentsMargins(1, 1, 1, 1)
        self._head.setContentsMargins(px(12), px(7), px(8), px(7))
        self.choice.setFont(self._seat.theme.font(13))

    def _retranslate(self) -> None:
        self.title.show_text(translate("Operations", "OPERASI"))
        self.setAccessibleName(translate("Operations", "Operasi"))
        self.choice.setAccessibleName(translate("Operations", "Operasi"))
        self.tabs["board"].relabel(translate("Operations", "Situasi"))
        self.tabs["tasks"].relabel(translate("Operations", "Tugas"))
        self.tabs["plans"].relabel(translate("Operations", "Rencana"))
        self.tabs["forces"].relabel(translate("Operations", "Kekuatan"))
        self.tabs["log"].relabel(translate("Operations", "Keputusan"))
        self._offer()
        for page in self.pages.values():
            page.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
