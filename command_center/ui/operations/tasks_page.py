"""The tasks of the plans that were called: whose each is, and how long there is for it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt

from command_center.commands.level_plans import EndTask
from command_center.domain.operation import PlanTask, TaskKind
from command_center.domain.permissions import Permission
from command_center.situation.operations import tasks
from command_center.ui.actions.action import submit, undo_of
from command_center.ui.detail.names import Names
from command_center.ui.detail.questions import Answer
from command_center.ui.detail.words import fill
from command_center.ui.format import count, stopwatch
from command_center.ui.list_page import Keys
from command_center.ui.operations.page import OperationPage
from command_center.ui.operations.rows import LevelRow
from command_center.ui.operations.scope import OperationScope
from command_center.ui.operations.standby import ask_hospitals
from command_center.ui.operations.words import level_word, task_kind_text, time_text, translate
from command_center.ui.places.card import Part
from command_center.ui.radio.lines import TextRow
from command_center.ui.seat import Seat

_KEYS: Keys = {
    "done": ("Return", Qt.Key.Key_Return),
    "drop": ("Del", Qt.Key.Key_Delete),
    "standby": ("R", Qt.Key.Key_R),
}


class TasksPage(OperationPage):
    needs = {  # noqa: RUF012
        **dict.fromkeys(_KEYS, Permission.RUN_OPERATIONS),
        "standby": Permission.REFER,
    }
    of_a_row = dict.fromkeys(_KEYS, "select_task")

    def __init__(self, seat: Seat, scope: OperationScope) -> None:
        super().__init__(seat, scope, _KEYS, "done")
        self.retranslate()

    def rows(self) -> list[TextRow]:
        return [self._row(task) for task in tasks(self._seat.situation, self._scope.operation_id)]

    def _row(self, task: PlanTask) -> LevelRow:
        right, late = self._clock(task)
        below = f"{task.place} · {task_kind_text(task.kind)} · {task.owner}"
        if task.note:
            below = f"{below} · {task.note}"
        return LevelRow(task.id, task.text, right, below, task.level, late)

    def _clock(self, task: PlanTask) -> tuple[str, bool]:
        """What is left of its time, or how it ended; and whether it is late."""
        seat = self._seat
        now = seat.live.now()
        if task.done_at is not None:
            at = time_text(task.done_at, now, seat.zone)
            dropped = translate("Operations", "tidak jadi %1")
            return (fill(dropped, at) if task.dropped else f"✓ {at}"), False
        left = (task.due_at - now).total_seconds()
        if left >= 0:
            return stopwatch(left), False
        return fill(translate("Operations", "lewat %1"), stopwatch(-left)), True

    def refresh(self, *args: object) -> None:
        now, every = self._seat.live.now(), tasks(self._seat.situation, self._scope.operation_id)
        still = [task for task in every if task.done_at is None]
        late = sum(1 for task in still if task.due_at < now)
        told = translate("Operations", "%1 tugas terbuka, %2 lewat waktu, %3 selesai")
        numbers = (len(still), late, len(every) - len(still))
        self.say(self.standing, fill(told, *map(count, numbers)) if every else "")
        super().refresh(*args)

    def nothing(self) -> str:
        return translate("Operations", "Belum ada tugas. Jalankan rencana di halaman Situasi (K).")

    def _task(self, id: str) -> PlanTask | None:
        found = self._seat.situation.get("plan_task", id)
        return found if isinstance(found, PlanTask) else None

    def facts(self, id: str) -> tuple[str, Sequence[Part]]:
        task = self._task(id)
        if task is None:
            return "", ()
        names, about = Names(self._seat.situation), [task.owner, task.place]
        title = f"{task_kind_text(task.kind)} · {level_word(task.level)}"
        ended = names.person(task.done_by) if task.done_by else ""
        return title, (
            Part(translate("Operations", "TUGAS"), task.text),
            Part(translate("Operations", "PEMILIK"), " · ".join(about), "text2"),
            Part(translate("Operations", "PADA"), task.subject, "text2"),
            Part(translate("Operations", "DIAKHIRI"), f"{ended} {task.note}".strip(), "text2"),
        )

    def reason(self, asked: str) -> str | None:
        why = super().reason(asked)
        task = self._task(self.marked) if why is None else None
        if task is not None and task.done_at is not None:
            return "task_over"
        if task is not None and asked == "standby" and task.kind is not TaskKind.HOSPITAL:
            return "task_no_hospital"
        return why

    def answer(self, asked: str) -> None:
        id = self.marked
        task = self._task(id)
        if task is None:
            return
        if asked == "done":
            submit(self._seat, EndTask(id), undo_of("plan_task", id), text=task.text)
            return
        if asked == "standby":
            ask_hospitals(self._seat, task)
            return
        title = fill(translate("Operations", "Mengapa “%1” tidak jadi?"), task.text)
        yes = Answer(translate("Operations", "Tidak jadi"), "Return", partial(self._drop, task))
        self.question.ask(title, [yes], typed="")

    def _drop(self, task: PlanTask) -> None:
        command = EndTask(task.id, self.typed(), dropped=True)
        submit(self._seat, command, undo_of("plan_task", task.id), text=task.text)

    def retranslate(self) -> None:
        self.view.setAccessibleName(translate("Operations", "Tugas rencana"))
        self.buttons["done"].relabel(translate("Operations", "Selesai"))
        self.buttons["drop"].relabel(translate("Operations", "Tidak jadi"))
        self.buttons["standby"].relabel(translate("Operations", "Minta RS siaga"))
        super().retranslate()
