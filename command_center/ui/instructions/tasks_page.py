"""Tasks of the room: what is due, whose it is, who did it last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt

from command_center.commands.room_tasks import MOST_AFTER_MIN, DoTask, EndRoomTask, MakeTask
from command_center.domain.errors import OperatorError
from command_center.domain.instruction import Repeats
from command_center.domain.permissions import Permission
from command_center.domain.referral import Visit
from command_center.situation.instructions import (
    TaskStanding,
    TaskState,
    last_done,
    open_visits,
    tasks,
)
from command_center.ui.actions.action import submit, undo_result
from command_center.ui.detail.names import Names
from command_center.ui.detail.questions import Answer
from command_center.ui.detail.words import fill
from command_center.ui.due_time import read_due
from command_center.ui.format import count, number_sign, stopwatch
from command_center.ui.instructions.naming import days_of, owner
from command_center.ui.instructions.page import InstructionPage
from command_center.ui.instructions.rows import DueRow
from command_center.ui.instructions.words import (
    addressee_text,
    comes_text,
    repeats_text,
    time_text,
    translate,
)
from command_center.ui.list_page import Keys
from command_center.ui.places.card import Part
from command_center.ui.queue.words import area_line
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.radio.lines import TextRow
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence

_KEYS: Keys = {
    "done": ("Return", Qt.Key.Key_Return),
    "add": ("Ins", Qt.Key.Key_Insert),
    "end": ("Del", Qt.Key.Key_Delete),
}
_REPEATS = (Repeats.SHIFT, Repeats.DAILY, Repeats.WEEKLY, Repeats.ONCE)
_FIELDS = ("title", "repeats", "when", "days", "owner", "text")


class RoomTasksPage(InstructionPage):
    needs = {  # noqa: RUF012
        "done": Permission.TRIAGE,
        "add": Permission.REASSIGN,
        "end": Permission.REASSIGN,
    }
    of_a_row = {"done": "select_room_task", "end": "select_room_task"}  # noqa: RUF012

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat, _KEYS, "done")
        self._found: dict[str, TaskStanding] = {}
        self.retranslate()

    # --- what it shows -------------------------------------------------------------------------

    def rows(self) -> list[TextRow]:
        now = self._seat.live.now()
        found = tasks(self._seat.situation, now, self._seat.zone)
        # to work out when 200 of them are due takes milliseconds: once for all that is shown
        self._found = {one.task.id: one for one in found}
        late = sum(1 for one in found if one.state is TaskState.OVERDUE)
        told = translate("Instructions", "%1 tugas, %2 terlambat")
        self.say(self.standing, fill(told, count(len(found)), count(late)))
        visits = open_visits(self._seat.situation)
        return [*(self._row(one, now) for one in found), *(self._visit(one, now) for one in visits)]

    def _visit(self, visit: Visit, now: datetime) -> TextRow:
        """Where visits are asked and told of is their incident; here they are only in sight."""
        seat, due_at = self._seat, visit.due_at or now
        late, due = due_at <= now, time_text(due_at, now, seat.zone)
        waited = stopwatch((now - due_at).total_seconds())
        right = fill(translate("Instructions", "%1 · lewat %2"), due, waited) if late else due
        incident = seat.situation.incident(visit.incident_id)
        number = number_sign(incident.number, incident.alias) if incident is not None else ""
        first = fill(
            translate("Instructions", "Kunjungan %1: %2"), number, " ".join(visit.text.split())
        )
        return DueRow(visit.id, first, right, area_line(seat.city, visit.area_code), late)

    def _visited(self, id: str) -> Visit | None:
        found = self._seat.situation.get("visit", id)
        return found if isinstance(found, Visit) else None

    def _row(self, one: TaskStanding, now: datetime) -> TextRow:
        seat, task = self._seat, one.task
        whose = addressee_text(task.owner_kind, task.owner, seat.situation)
        below = f"{comes_text(task, now, seat.zone)} · {whose}"
        due = time_text(one.due_at, now, seat.zone)
        if one.state is TaskState.OVERDUE:
            waited = stopwatch((now - one.due_at).total_seconds())
            right = fill(translate("Instructions", "%1 · lewat %2"), due, waited)
        elif one.turn is not None:
            by = Names(seat.situation).person(one.turn.done_by)
            at = time_text(one.turn.done_at, now, seat.zone)
            right = f"✓ {at} {by}"
        else:
            right = due
        late, done = one.state is TaskState.OVERDUE, one.state is TaskState.DONE
        return DueRow(task.id, task.title, right, below, late, done)

    def nothing(self) -> str:
        return translate("Instructions", "Belum ada tugas. Pimpinan regu membuat dengan Ins.")

    def _standing(self, id: str) -> TaskStanding | None:
        return self._found.get(id)

    def facts(self, id: str) -> tuple[str, Sequence[Part]]:
        one = self._standing(id)
        if one is None:
            return "", ()
        seat, task, names = self._seat, one.task, Names(self._seat.situation)
        now, last = seat.live.now(), last_done(seat.situation, id)
        done = ""
        if last is not None:
            at = time_text(last.done_at, now, seat.zone)
            done = " · ".join(part for part in (at, names.person(last.done_by), last.note) if part)
        whose = addressee_text(task.owner_kind, task.owner, seat.situation)
        return task.title, (
            Part(translate("Instructions", "URAIAN"), task.text),
            Part(translate("Instructions", "PEMILIK"), whose),
            Part(translate("Instructions", "DATANG"), comes_text(task, now, seat.zone), "text2"),
            Part(translate("Instructions", "TERAKHIR SELESAI"), done, "text2"),
            Part(translate("Instructions", "DIBUAT"), names.person(task.made_by), "text2"),
        )

    # --- what is asked -------------------------------------------------------------------------

    def reason(self, asked: str) -> str | None:
        why = super().reason(asked)
        if why is None and asked == "end" and self._visited(self.marked) is not None:
            return "visit_of_incident"
        one = self._standing(self.marked) if why is None and asked == "done" else None
        return "task_done_now" if one is not None and one.turn is not None else why

    def answer(self, asked: str) -> None:
        one, visit = self._standing(self.marked), self._visited(self.marked)
        if asked == "add":
            self._open()
        elif visit is not None:
            self._seat.selection.select_incident(visit.incident_id)
            self._seat.asking.ask("incident.visited", visit.incident_id)
        elif one is not None and asked == "done":
            title = fill(translate("Instructions", "“%1” selesai. Catatan?"), one.task.title)
            yes = Answer(translate("Instructions", "Selesai"), "Return", partial(self._do, one))
            self.question.ask(title, [yes], typed="")
        elif one is not None:
            title = fill(translate("Instructions", "Mengapa “%1” diakhiri?"), one.task.title)
            yes = Answer(translate("Instructions", "Akhiri"), "Return", partial(self._end, one))
            self.question.ask(title, [yes], typed="")

    def _do(self, one: TaskStanding) -> None:
        command = DoTask(one.task.id, one.due_at, self.typed())
        submit(self._seat, command, undo_result("task_turn", "turn_id"), title=one.task.title)

    def _end(self, one: TaskStanding) -> None:
        submit(self._seat, EndRoomTask(one.task.id, self.typed()), title=one.task.title)

    def _open(self) -> None:
        form = FieldsForm(self._seat, _FIELDS, {"repeats": _REPEATS}, wide=("title", "text"))
        names = {
            "title": translate("Instructions", "Tugas"),
            "repeats": translate("Instructions", "Datang"),
            "when": translate("Instructions", "Menit setelah mulai, atau jam"),
            "days": translate("Instructions", "Hari (Senin Kamis)"),
            "owner": translate("Instructions", "Pemilik (kosong: siapa pun)"),
            "text": translate("Instructions", "Uraian"),
        }
        form.rename(names, {"repeats": [repeats_text(one) for one in _REPEATS]})
        form.kept.connect(self._keep)
        self.show_form(form, {"repeats": Repeats.SHIFT, "when": "30"})

    def _keep(self, values: Mapping[str, Any]) -> None:
        try:
            command = self._command(values)
        except OperatorError as error:
            self.say(self.faults, sentence(error.code, error.params))
            return
        close, failed = self.being_kept()
        submit(self._seat, command, failed=failed, stored=close, title=command.title)

    def _command(self, values: Mapping[str, Any]) -> MakeTask:
        repeats, when = values["repeats"], str(values["when"]).strip()
        title, text = str(values["title"]), str(values["text"])
        whose = owner(str(values["owner"]), self._seat)
        if repeats is Repeats.SHIFT:
            if not when.isdecimal():
                raise OperatorError("task_after_range", most=MOST_AFTER_MIN)
            return MakeTask(title, text, repeats, after_min=int(when[:6]), owner=whose)
        if repeats is Repeats.ONCE:
            at = read_due(when, self._seat.live.now(), self._seat.zone)
            return MakeTask(title, text, repeats, first_at=at, owner=whose)
        days = days_of(str(values["days"])) if repeats is Repeats.WEEKLY else ()
        return MakeTask(
            title, text, repeats, at=when.replace(".", ":").zfill(5), days=days, owner=whose
        )

    def retranslate(self) -> None:
        self.view.setAccessibleName(translate("Instructions", "Tugas ruang"))
        self.buttons["done"].relabel(translate("Instructions", "Selesai"))
        self.buttons["add"].relabel(translate("Instructions", "Buat tugas"))
        self.buttons["end"].relabel(translate("Instructions", "Akhiri"))
        super().retranslate()
