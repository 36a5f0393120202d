"""The criteria by which places are judged, edited as a whole; what counts is what was saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt

from command_center.advice.criteria import (
    CRITERIA_SETTING,
    MOST_WEIGHT,
    Criteria,
    Criterion,
    read_criteria,
    shipped_criteria,
    write_criteria,
)
from command_center.commands.assessments import SetCriteria
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.ports import Outcome
from command_center.situation.vulnerability import criteria_of
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill
from command_center.ui.format import moment
from command_center.ui.list_page import Keys
from command_center.ui.places.form_page import FormPage
from command_center.ui.places.words import translate
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
_OF_A_ROW = frozenset({"change", "remove"})
_FIELDS = ("label", "code", "weight", "source")


class CriteriaPage(FormPage):
    """Edits gather in a draft. An older version is taken into the draft and counts once saved."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat, _KEYS, "change")
        self.title.hide()
        self.base = self.draft = self._in_force()
        self._steps: list[Criteria] = []
        self.versions: list[Written] | None = None
        self.restyle()
        self.retranslate()

    def _in_force(self) -> Criteria:
        """The shipped table stands in for one that cannot be read, to be saved anew."""
        setting = self._seat.situation.get("room_setting", CRITERIA_SETTING)
        try:
            return criteria_of(self._seat.situation)
        except OperatorError:
            return replace(shipped_criteria(), version=setting.version if setting else 0)

    @property
    def changed(self) -> bool:
        return replace(self.draft, version=self.base.version) != self.base

    # --- what it shows -------------------------------------------------------------------------

    def rows(self) -> list[TextRow]:
        if self.versions is not None:
            return [self._version(row) for row in self.versions]
        whole = sum(row.weight for row in self.draft.criteria)
        said = translate("Places", "bobot %1 dari %2")
        return [
            TextRow(row.code, row.label, fill(said, str(row.weight), str(whole)), row.source)
            for row in self.draft.criteria
        ]

    def _version(self, row: Written) -> TextRow:
        name = fill(translate("Places", "versi %1"), str(row.number))
        author = Names(self._seat.situation).person(row.author)
        when = moment(row.at, self._seat.zone)
        return TextRow(str(row.number), f"{name} · {author}", when, _weights(row))

    def refresh(self, *args: object) -> None:
        newest = self._in_force()
        if newest != self.base and not self.changed:
            self.base = self.draft = newest
        text = translate("Places", "Berlaku: kriteria bawaan program.")
        setting = self._seat.situation.get("room_setting", CRITERIA_SETTING)
        if setting is not None:
            author = Names(self._seat.situation).person(str(setting.value.get("author", "")))
            at = moment(str(setting.value.get("at", "")), self._seat.zone)
            said = translate("Places", "Berlaku: versi %1, %2, %3.")
            text = fill(said, str(setting.version), author, at)
        self.say(self.standing, text)
        pending = translate("Places", "Belum disimpan.") if self.changed else ""
        if self.changed and newest.version != self.base.version:
            newer = translate("Places", "Orang lain sudah menyimpan versi %1.")
            pending = f"{fill(newer, str(newest.version))} {pending}"
        self.say(self.pending, pending)
        super().refresh(*args)

    # --- what is asked -------------------------------------------------------------------------

    def reason(self, asked: str) -> str | None:
        if asked != "history" and not self._seat.may(Permission.REASSIGN):
            return "not_allowed" if self._seat.person.signed_in else "sign_in_first"
        if asked in _OF_A_ROW and self.view.current() is None:
            return "select_place"
        lacking = (asked == "undo" and not self._steps) or (asked == "save" and not self.changed)
        return "criteria_nothing_changed" if lacking else None

    def answer(self, asked: str) -> None:
        row = self.view.current()
        if asked == "history":
            self._history()
        elif asked == "save":
            self._save()
        elif asked == "undo":
            self.draft = self._steps.pop()
            self.refresh()
        elif asked == "add":
            self._open(None)
        elif row is not None and self.versions is not None:
            self._take_version(row.id)
        elif row is not None and asked == "change":
            self._open(next(one for one in self.draft.criteria if one.code == row.id))
        elif row is not None:
            left = tuple(one for one in self.draft.criteria if one.code != row.id)
            self._take(replace(self.draft, criteria=left))

    def _take(self, table: Criteria) -> None:
        """Into the draft, where it is one that could be saved."""
        try:
            read_criteria(write_criteria(table))
        except OperatorError as error:
            self._seat.notices.failed(error)
            return
        self._steps.append(self.draft)
        self.draft, self.versions = table, None
        self.close_form()
        self.refresh()

    def _open(self, row: Criterion | None) -> None:
        self.versions = None
        form = FieldsForm(self._seat, _FIELDS, {}, wide=("label", "source"))
        names = {
            "label": translate("Places", "Kriteria"),
            "code": translate("Places", "Kode (huruf kecil)"),
            "weight": fill(translate("Places", "Bobot 1–%1"), str(MOST_WEIGHT)),
            "source": translate("Places", "Sumber"),
        }
        form.rename(names, {})
        form.kept.connect(partial(self._put, row.code if row is not None else ""))
        values = {name: getattr(row, name) for name in _FIELDS} if row is not None else {}
        self.show_form(form, values)

    def _put(self, old: str, values: Mapping[str, Any]) -> None:
        weight = str(values["weight"]).strip()
        made = Criterion(
            str(values["code"]).strip(),
            " ".join(str(values["label"]).split()),
            int(weight) if weight.isascii() and weight.isdigit() and len(weight) < 5 else 0,
            " ".join(str(values["source"]).split()),
        )
        rows = self.draft.criteria
        if any(row.code == made.code for row in rows if row.code != old):
            self._seat.notices.failed(OperatorError("criteria_code_taken", criterion=made.code))
            return
        kept = tuple(made if row.code == old else row for row in rows)
        self._take(replace(self.draft, criteria=kept if old else (*rows, made)))

    def _save(self) -> None:
        sent = self.draft
        command = SetCriteria(write_criteria(sent), self.base.version)

        def done(outcome: Outcome) -> None:
            kept = replace(sent, version=int(outcome.result["version"]))
            if self.draft == sent:
                self._steps, self.draft = [], kept
            self.base = kept
            self._seat.notices.done(outcome.kind)
            self.refresh()

        self._seat.submit(command, done, self._seat.notices.failed)

    # --- versions ------------------------------------------------------------------------------

    def _history(self) -> None:
        if self.versions is not None:
            self.versions = None
            self.refresh()
            return
        seat = self._seat
        work = partial(_versions, seat)
        seat.tasks.run(work, self._show_versions, seat.notices.failed)

    def _show_versions(self, found: list[Written]) -> None:
        self.versions = found
        self.refresh()

    def _take_version(self, number: str) -> None:
        found = next(row for row in self.versions or () if str(row.number) == number)
        try:
            self._take(read_criteria(str(found.value.get("toml", "")), self.draft.version))
        except OperatorError as error:
            self._seat.notices.failed(error)

    # --- appearance ----------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.view.setAccessibleName(translate("Places", "Kriteria kerawanan"))
        self.view.empty = translate("Places", "Belum ada versi yang disimpan ruang ini.")
        names = {
            "add": translate("Places", "Tambah"),
            "change": translate("Places", "Ubah"),
            "remove": translate("Places", "Hapus"),
            "undo": translate("Places", "Urungkan"),
            "save": translate("Places", "Simpan"),
            "history": translate("Places", "Versi"),
        }
        for name, text in names.items():
            self.buttons[name].relabel(text)
        self.filter.setPlaceholderText(translate("Places", "Saring menurut kata"))
        self.filter.setAccessibleName(translate("Places", "Saring menurut kata"))
        self.refresh()


def _versions(seat: Seat) -> list[Written]:
    """The newest first. Waits for the database."""
    return list(written(seat.history, CRITERIA_SETTING, seat.situation.seq))[::-1]


def _weights(row: Written) -> str:
    try:
        table = read_criteria(str(row.value.get("toml", "")))
    except OperatorError:
        return "?"
    return ", ".join(f"{one.label} {one.weight}" for one in table.criteria)
