"""Operations as a panel: levels of the places, tasks, decisions, plans, the order of battle."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from command_center.domain.operation import Decision, PlanTask
from command_center.ui.actions.operations import OPERATIONS
from command_center.ui.operations.board_page import BoardPage
from command_center.ui.operations.forces_page import ForcesPage
from command_center.ui.operations.log_page import LogPage
from command_center.ui.operations.page import OperationPage
from command_center.ui.operations.plans_page import PlansPage
from command_center.ui.operations.scope import OperationScope
from command_center.ui.operations.tasks_page import TasksPage
from command_center.ui.operations.words import translate
from command_center.ui.paged_panel import PagedPanel, PanelWords
from command_center.ui.places.scope import narrow
from command_center.ui.seat import Seat


class OperationsPanel(PagedPanel[OperationPage]):
    """One operation at a time."""

    shows = frozenset(
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

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(seat, parent)
        self.scope = OperationScope(seat, self)
        self.choice = narrow(QComboBox())
        self.board = BoardPage(seat, self.scope)
        pages: dict[str, OperationPage] = {
            "board": self.board,
            "tasks": TasksPage(seat, self.scope),
            "log": LogPage(seat, self.scope),
            "plans": PlansPage(seat, self.scope),
            "forces": ForcesPage(seat, self.scope),
        }
        self.hold(pages, self.choice)
        self.choice.activated.connect(self._chosen)
        self.scope.changed.connect(self._offer)
        seat.asking.asked.connect(self._asked)

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

    def _refresh(self) -> None:
        self._offer()
        super()._refresh()

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

    def words(self) -> PanelWords:
        tabs = {
            "board": translate("Operations", "Situasi"),
            "tasks": translate("Operations", "Tugas"),
            "log": translate("Operations", "Keputusan"),
            "plans": translate("Operations", "Rencana"),
            "forces": translate("Operations", "Kekuatan"),
        }
        return PanelWords(
            translate("Operations", "OPERASI"), translate("Operations", "Operasi"), tabs
        )

    def _retranslate(self) -> None:
        super()._retranslate()
        self.choice.setAccessibleName(translate("Operations", "Operasi"))
        self._offer()
