"""The plans of the levels, edited as a whole; what counts is what was saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt

from command_center.advice.level_plans import (
    PLANS_SETTING,
    LevelPlans,
    PlanItem,
    read_plans,
    write_plans,
)
from command_center.commands.level_plans import SetPlans
from command_center.domain.errors import OperatorError
from command_center.domain.operation import TaskKind
from command_center.domain.permissions import Permission
from command_center.domain.room import SituationLevel
from command_center.ports import Outcome
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill
from command_center.ui.format import moment
from command_center.ui.list_page import Keys
from command_center.ui.operations.page import OperationPage
from command_center.ui.operations.planning import plans_of
from command_center.ui.operations.rows import LevelRow
from command_center.ui.operations.scope import OperationScope
from command_center.ui.operations.words import level_word, task_kind_text, translate
from command_center.ui.places.card import Part
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.radio.lines import TextRow
from command_center.ui.seat import Seat
from command_center.ui.setting_history import Written, written

_KEYS: Keys = {
    "add": ("Ins", Qt.Key.Key_Insert),
    "change": ("Return", Qt.Key.Key_Return),
    "remove": ("Del", Qt.Key.Key_Delete),
    "undo": ("Z", Qt.Key.Key_Z),
    "save": ("S", Qt.Key.Key_S),
    "history": ("H", Qt.Key.Key_H),
}
_EDITS = frozenset(_KEYS) - {"history"}
_FIELDS = ("text", "level", "kind", "owner", "minutes", "place", "subject")
_CHOICES = {"level": tuple(SituationLevel), "kind": tuple(TaskKind)}


class PlansPage(OperationPage):
    """Edits gather in a draft. An older version is taken into the draft and counts once saved.
    A row is known by its place in the table."""

    def __init__(self, seat: Seat, scope: OperationScope) -> None:
        self.base = self.draft = plans_of(seat)
        self._steps: list[LevelPlans] = []
        self.versions: list[Written] | None = None
        super().__init__(seat, scope, _KEYS, "change")
        self.retranslate()

    @property
    def changed(self) -> bool:
        return self.draft.items != self.base.items

    # --- what it shows -------------------------------------------------------------------------

    def rows(self) -> list[TextRow]:
        if self.versions is not None:
            return [self._version(row) for row in self.versions]
        return [self._row(str(at), item) for at, item in enumerate(self.draft.items)]

    def _row(self, id: str, item: PlanItem) -> LevelRow:
        minutes = fill(translate("Operations", "%1 menit"), str(item.minutes))
        below = [task_kind_text(item.kind), item.owner]
        if item.place:
            below.append(fill(translate("Operations", "hanya di %1"), item.place))
        return LevelRow(id, item.text, minutes, " · ".join(below), item.level)

    def _version(self, row: Written) -> TextRow:
        name = fill(translate("Operations", "versi %1"), str(row.number))
        author = Names(self._seat.situation).person(row.author)
        when = moment(row.at, self._seat.zone)
        return LevelRow(str(row.number), f"{name} · {author}", when, _size(row))

    def refresh(self, *args: object) -> None:
        newest = plans_of(self._seat)
        if newest != self.base and not self.changed:
            self.base = self.draft = newest
        self.say(self.standing, self._standing())
        pending = translate("Operations", "Belum disimpan.") if self.changed else ""
        if self.changed and newest.version != self.base.version:
            newer = translate("Operations", "Orang lain sudah menyimpan versi %1.")
            pending = f"{fill(newer, str(newest.version))} {pending}"
        if self.shown_form is None:
            self.say(self.pending, pending)
        super().refresh(*args)

    def tick(self) -> None:
        """Nothing of it grows old."""

    def _standing(self) -> str:
        setting = self._seat.situation.get("room_setting", PLANS_SETTING)
        if setting is None:
            return translate("Operations", "Berlaku: rencana bawaan program.")
        author = Names(self._seat.situation).person(str(setting.value.get("author", "")))
        at = moment(str(setting.value.get("at", "")), self._seat.zone)
        said = translate("Operations", "Berlaku: versi %1, %2, %3.")
        return fill(said, str(setting.version), author, at)

    def _empty(self) -> str:
        return self.nothing()

    def nothing(self) -> str:
        return translate("Operations", "Rencana kosong. Tambah satu butir (Ins).")

    def facts(self, id: str) -> tuple[str, Sequence[Part]]:
        if self.versions is not None:
            return translate("Operations", "Enter mengambil versi ini ke rancangan"), ()
        if int(id) >= len(self.draft.items):
            return "", ()  # the list is about to follow the draft
        item = self.draft.items[int(id)]
        title = f"{level_word(item.level)} · {task_kind_text(item.kind)}"
        return title, (
            Part(translate("Operations", "TUGAS"), item.text),
            Part(translate("Operations", "PEMILIK"), item.owner, "text2"),
            Part(translate("Operations", "PADA"), item.subject, "text2"),
        )

    # --- what is asked -------------------------------------------------------------------------

    def reason(self, asked: str) -> str | None:
        if asked in _EDITS and not self._seat.may(Permission.COMMAND_OPERATIONS):
            return "not_allowed" if self._seat.person.signed_in else "sign_in_first"
        if asked in ("change", "remove") and not self.marked:
            return "select_plan_item"
        lacking = (asked == "undo" and not self._steps) or (asked == "save" and not self.changed)
        return "plans_nothing_changed" if lacking else None

    def answer(self, asked: str) -> None:
        id = self.marked
        if asked == "history":
            self._history()
        elif asked == "save":
            self._save()
        elif asked == "undo":
            self.draft = self._steps.pop()
            self.refresh()
        elif asked == "add":
            self._open(None)
        elif self.versions is not None:
            self._take_version(id)
        elif asked == "change":
            self._open(int(id))
        else:
            items = self.draft.items
            self._take(replace(self.draft, items=(*items[: int(id)], *items[int(id) + 1 :])))

    def _open(self, at: int | None) -> None:
        self.versions = None
        wide = ("text", "subject")
        form = FieldsForm(self._seat, _FIELDS, _CHOICES, wide=wide)
        names = {
            "text": translate("Operations", "Tugas"),
            "level": translate("Operations", "Situasi"),
            "kind": translate("Operations", "Jenis"),
            "owner": translate("Operations", "Pemilik"),
            "minutes": translate("Operations", "Menit"),
            "place": translate("Operations", "Hanya di (kosong: semua)"),
            "subject": translate(
                "Operations", "Tampilan kamera, garis jalan lat,lon lat,lon, atau RS A; RS B"
            ),
        }
        words = {
            "level": [level_word(level) for level in SituationLevel],
            "kind": [task_kind_text(kind) for kind in TaskKind],
        }
        form.rename(names, words)
        form.kept.connect(partial(self._put, at))
        item = self.draft.items[at] if at is not None else None
        self.show_form(form, {n: getattr(item, n) for n in _FIELDS} if item is not None else {})

    def _put(self, at: int | None, values: Mapping[str, Any]) -> None:
        minutes = str(values["minutes"]).strip()
        whole = minutes.isascii() and minutes.isdigit() and len(minutes) < 5
        said = {name: " ".join(str(values[name]).split()) for name in _FIELDS}
        made = PlanItem(
            values["level"],
            values["kind"],
            said["text"],
            said["owner"],
            int(minutes) if whole else 0,
            said["place"],
            said["subject"],
        )
        items = self.draft.items
        kept = (*items, made) if at is None else (*items[:at], made, *items[at + 1 :])
        self._take(replace(self.draft, items=kept))

    def _take(self, plans: LevelPlans) -> None:
        """Into the draft, where it is one that could be saved."""
        try:
            read_plans(write_plans(plans))
        except OperatorError as error:
            self._seat.notices.failed(error)
            return
        self._steps.append(self.draft)
        self.draft, self.versions = plans, None
        self.close_form()
        self.refresh()

    def _save(self) -> None:
        sent = self.draft
        command = SetPlans(write_plans(sent), self.base.version)

        def done(outcome: Outcome) -> None:
            kept = replace(sent, version=int(outcome.result["version"]))
            if self.draft == sent:
                self._steps, self.draft = [], kept
            self.base = kept
            self._seat.notices.done(outcome.kind, **outcome.result)
            self.refresh()

        self._seat.submit(command, done, self._seat.notices.failed)

    # --- versions ------------------------------------------------------------------------------

    def _history(self) -> None:
        if self.versions is not None:
            self.versions = None
            self.refresh()
            return
        seat = self._seat
        seat.tasks.run(partial(_versions, seat), self._show_versions, seat.notices.failed)

    def _show_versions(self, found: list[Written]) -> None:
        self.versions = found
        self.refresh()

    def _take_version(self, number: str) -> None:
        found = next(row for row in self.versions or () if str(row.number) == number)
        try:
            self._take(read_plans(str(found.value.get("toml", "")), self.draft.version))
        except OperatorError as error:
            self._seat.notices.failed(error)

    # --- appearance ----------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.view.setAccessibleName(translate("Operations", "Rencana tiap situasi"))
        names = {
            "add": translate("Operations", "Tambah"),
            "change": translate("Operations", "Ubah"),
            "remove": translate("Operations", "Hapus"),
            "undo": translate("Operations", "Urungkan"),
            "save": translate("Operations", "Simpan"),
            "history": translate("Operations", "Versi"),
        }
        for name, text in names.items():
            self.buttons[name].relabel(text)
        super().retranslate()


def _versions(seat: Seat) -> list[Written]:
    """The newest first. Waits for the database."""
    return list(written(seat.history, PLANS_SETTING, seat.situation.seq))[::-1]


def _size(row: Written) -> str:
    try:
        plans = read_plans(str(row.value.get("toml", "")))
    except OperatorError:
        return "?"
    return fill(translate("Operations", "%1 butir"), str(len(plans.items)))
