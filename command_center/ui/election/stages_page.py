"""The calendar of the election (tahapan)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt

from command_center.commands.election_stages import KeepStage, StrikeStage, TakeCalendar
from command_center.domain.election import ElectionStage
from command_center.situation.guarding import stages
from command_center.ui.actions.action import TOLD, submit, undo_of
from command_center.ui.election.page import BASE, ElectionPage
from command_center.ui.election.words import days_text, stage_text, translate
from command_center.ui.list_page import Keys
from command_center.ui.places.scope import Scope
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.radio.lines import TextRow
from command_center.ui.seat import Seat

_KEYS: Keys = {**BASE, "calendar": ("K", Qt.Key.Key_K)}
_FIELDS = ("name", "starts_on", "ends_on", "source")


class StagesPage(ElectionPage):
    def __init__(self, seat: Seat, scope: Scope) -> None:
        super().__init__(seat, scope, _KEYS)
        self.restyle()
        self.retranslate()

    def rows(self) -> list[TextRow]:
        today = self._seat.live.now().astimezone(self._seat.zone).date()
        found = stages(self._seat.situation, self._scope.election_id)
        return [
            TextRow(row.id, row.name, stage_text(row, today), f"{days_text(row)} · {row.source}")
            for row in found
        ]

    def answer(self, asked: str) -> None:
        row = self._seat.situation.get("election_stage", self.marked)
        if asked == "calendar":
            name = self._name()
            submit(self._seat, TakeCalendar(self._scope.election_id), added=TOLD, name=name)
        elif asked == "remove" and row is not None:
            self.ask_strike(row.name, StrikeStage(row.id), undo_of("election_stage", row.id))
        else:
            self._open(row if asked == "change" else None)

    def _name(self) -> str:
        row = self._seat.situation.get("election", self._scope.election_id)
        return row.name if row is not None else ""

    def _open(self, row: ElectionStage | None) -> None:
        form = FieldsForm(self._seat, _FIELDS, {}, wide=("source",))
        names = {
            "name": translate("Election", "Tahapan"),
            "starts_on": translate("Election", "Mulai (tttt-bb-hh)"),
            "ends_on": translate("Election", "Sampai (tttt-bb-hh)"),
            "source": translate("Election", "Sumber"),
        }
        form.rename(names, {})
        form.kept.connect(partial(self._keep, row))
        self.show_form(form, {name: getattr(row, name) for name in _FIELDS} if row else {})

    def _keep(self, row: ElectionStage | None, values: Mapping[str, Any]) -> None:
        known = (row.id, row.version) if row is not None else ("", 0)
        command = KeepStage(self._scope.election_id, **values, stage_id=known[0], before=known[1])
        self.keep(command, "election_stage", "stage_id")

    def nothing(self) -> str:
        return translate("Election", "Belum ada tahapan. Ambil dari PKPU (K) atau tambah (Ins).")

    def retranslate(self) -> None:
        self.view.setAccessibleName(translate("Election", "Tahapan pemilu"))
        self.relabel(
            {
                "add": translate("Election", "Tambah"),
                "change": translate("Election", "Ubah"),
                "remove": translate("Election", "Coret"),
                "calendar": translate("Election", "Dari PKPU"),
            }
        )
        super().retranslate()
