"""The level of every place of the operation, the worst first; 1, 2 and 3 set it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt

from command_center.commands.operations import AddPlace, EndOperation, LeavePlace
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import SituationLevel
from command_center.domain.site import Site
from command_center.situation.operations import PlaceStanding, decisions, hearings
from command_center.ui.actions.action import submit
from command_center.ui.detail.questions import Answer
from command_center.ui.detail.words import fill
from command_center.ui.format import age, count
from command_center.ui.list_page import Keys
from command_center.ui.operations.deciding import DecidingPage
from command_center.ui.operations.forms import operation_form, operation_of
from command_center.ui.operations.planning import call_plan, open_tasks, plan_part
from command_center.ui.operations.rows import LevelRow
from command_center.ui.operations.scope import OperationScope
from command_center.ui.operations.words import (
    decision_title,
    heard_text,
    level_meaning,
    level_word,
    ordered_text,
    time_text,
    translate,
)
from command_center.ui.places.card import Part
from command_center.ui.radio.lines import TextRow
from command_center.ui.seat import Seat
from command_center.ui.situation_badges import operation_text, today

LEVELS: Mapping[str, SituationLevel] = {level.value: level for level in SituationLevel}
KEYS: Keys = {
    "hijau": ("1", Qt.Key.Key_1),
    "kuning": ("2", Qt.Key.Key_2),
    "merah": ("3", Qt.Key.Key_3),
    "plan": ("K", Qt.Key.Key_K),
    "control": ("A", Qt.Key.Key_A),
    "force": ("T", Qt.Key.Key_T),
    "add": ("Ins", Qt.Key.Key_Insert),
    "remove": ("Del", Qt.Key.Key_Delete),
    "open": ("N", Qt.Key.Key_N),
    "end": ("X", Qt.Key.Key_X),
}
_COMMAND = Permission.COMMAND_OPERATIONS
LAST_DECISIONS = 4


class BoardPage(DecidingPage):
    needs = {**dict.fromkeys(KEYS, _COMMAND), "force": Permission.RUN_OPERATIONS}  # noqa: RUF012
    of_a_row = dict.fromkeys(
        (*LEVELS, "plan", "control", "force", "remove"), "select_operation_place"
    )

    def __init__(self, seat: Seat, scope: OperationScope) -> None:
        super().__init__(seat, scope, KEYS, "plan")
        self.retranslate()

    # --- what it shows -------------------------------------------------------------------------

    def rows(self) -> list[TextRow]:
        open_ones = open_tasks(self._seat, self._scope.operation_id)
        return [
            self._row(place, *open_ones.get(place.name, (0, 0))) for place in self._scope.places()
        ]

    def _row(self, place: PlaceStanding, tasks: int, late: int) -> LevelRow:
        seconds = (self._seat.live.now() - place.since).total_seconds()
        below = [ordered_text(place.last)] if place.last is not None else []
        if place.row is not None and place.row.control:
            below.append(fill(translate("Operations", "kendali %1"), place.row.control))
        if tasks:
            said = translate("Operations", "%1 tugas terbuka, %2 lewat waktu")
            below.insert(0, fill(said, count(tasks), count(late)))
        text = " · ".join(part for part in below if part) or level_meaning(place.level)
        return LevelRow(place.name, place.name, age(seconds), text, place.level, late > 0, now=True)

    def refresh(self, *args: object) -> None:
        operation = self._scope.operation
        text = ""
        if operation is not None:
            named = operation_text(operation, today(self._seat, self._seat.live.now()))
            places = count(len(operation.levels))
            text = f"{named} · " + fill(translate("Operations", "%1 tempat"), places)
        self.say(self.standing, text)
        super().refresh(*args)

    def nothing(self) -> str:
        return translate("Operations", "Operasi ini belum punya tempat. Tambah satu (Ins).")

    def facts(self, id: str) -> tuple[str, Sequence[Part]]:
        place = self._scope.place(id)
        if place is None:
            return "", ()
        title = f"{place.name} · {level_word(place.level)} ({level_meaning(place.level)})"
        plan = plan_part(self._seat, place, self._scope.operation_id)
        return title, (plan, self._decided(place), *self._where(place))

    def _decided(self, place: PlaceStanding) -> Part:
        seat, heard = self._seat, hearings(self._seat.situation)
        now = seat.live.now()
        rows = decisions(seat.situation, self._scope.operation_id, place.name)[:LAST_DECISIONS]
        lines = [
            " · ".join(
                part
                for part in (
                    time_text(row.at, now, seat.zone),
                    decision_title(row).removeprefix(f"{row.place} · "),
                    row.text,
                    ordered_text(row),
                    heard_text(heard.get(row.id, []), seat.zone),
                )
                if part
            )
            for row in rows
        ]
        return Part(translate("Operations", "KEPUTUSAN TERAKHIR"), "\n".join(lines), "text2")

    def _where(self, place: PlaceStanding) -> Sequence[Part]:
        site_id = place.row.site_id if place.row is not None else None
        site = self._seat.situation.get("site", site_id or "")
        if not isinstance(site, Site):
            return ()
        about = " · ".join(part for part in (site.name, site.address, site.holder) if part)
        return (Part(translate("Operations", "TEMPAT"), about, "text2"),)

    # --- what is asked -------------------------------------------------------------------------

    def answer(self, asked: str) -> None:
        if asked in LEVELS:
            self.open_level(LEVELS[asked])
            return
        doing: dict[str, Callable[[], None]] = {
            "plan": self._call_plan,
            "control": self.open_control,
            "force": self.open_force,
            "add": self._ask_add,
            "remove": self._ask_remove,
            "open": self._open_operation,
            "end": self._ask_end,
        }
        doing[asked]()

    def _call_plan(self) -> None:
        """One key: what will be done stands on the card."""
        place = self._scope.place(self.marked)
        if place is not None:
            call_plan(self._seat, self._scope.operation_id, place)

    def _open_operation(self) -> None:
        form = operation_form(self._seat)
        form.kept.connect(self._keep_operation)
        self.open_about(form, translate("Operations", "Operasi baru"), {})

    def _keep_operation(self, values: Mapping[str, Any]) -> None:
        try:
            command = operation_of(values, self._seat.live.now())
        except OperatorError as error:
            self._seat.notices.failed(error)
            return
        self._scope.use(command.operation.id)
        self.keep(command)

    def _ask_add(self) -> None:
        title = translate(
            "Operations", "Tempat mana? Nama atau singkatan di daftar tempat dikenal."
        )
        yes = Answer(translate("Operations", "Tambah"), "Return", self._add)
        self.question.ask(title, [yes], typed="")

    def _add(self) -> None:
        name = self.typed()
        site = site_called(self._seat, name)
        shown = (site.short or site.name) if site is not None else name
        command = AddPlace(self._scope.operation_id, shown, site.id if site is not None else "")
        submit(self._seat, command, place=shown)

    def _ask_remove(self) -> None:
        name = self.marked
        title = fill(translate("Operations", "Keluarkan %1 dari operasi?"), name)
        command = LeavePlace(self._scope.operation_id, name)
        self._ask_sure(title, translate("Operations", "Keluarkan"), command, name)

    def _ask_end(self) -> None:
        operation = self._scope.operation
        if operation is None:
            return
        title = fill(translate("Operations", "Tutup operasi %1?"), operation.name)
        yes = translate("Operations", "Tutup operasi")
        self._ask_sure(title, yes, EndOperation(operation.id), operation.name)

    def _ask_sure(self, title: str, word: str, command: object, name: str) -> None:
        def go() -> None:
            self.question.leave()
            submit(self._seat, command, name=name, place=name)

        self.question.ask(title, [Answer(word, "Return", go)])

    # --- appearance ----------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.view.setAccessibleName(translate("Operations", "Situasi tiap tempat"))
        names = {
            "hijau": translate("Operations", "Hijau"),
            "kuning": translate("Operations", "Kuning"),
            "merah": translate("Operations", "Merah"),
            "plan": translate("Operations", "Jalankan rencana"),
            "control": translate("Operations", "Alih kendali"),
            "force": translate("Operations", "Tahap kekuatan"),
            "add": translate("Operations", "Tambah tempat"),
            "remove": translate("Operations", "Keluarkan"),
            "open": translate("Operations", "Operasi baru"),
            "end": translate("Operations", "Tutup operasi"),
        }
        for name, text in names.items():
            self.buttons[name].relabel(text)
        super().retranslate()


def site_called(seat: Seat, name: str) -> Site | None:
    """The place of the list that is called just this; None where none or several are."""
    said = name.casefold().strip()
    every: list[Site] = [row for row in seat.situation.all("site") if row.closed_at is None]
    found = [row for row in every if said and said in (row.name.casefold(), row.short.casefold())]
    return found[0] if len(found) == 1 else None
