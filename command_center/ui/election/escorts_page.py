"""Ballots under escort: legs with who brings them and when (kawal logistik)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, tzinfo
from functools import partial
from typing import Any

from PySide6.QtCore import Qt

from command_center.commands.ballot_escort import KeepEscort, MoveEscort, StrikeEscort
from command_center.domain.errors import OperatorError
from command_center.domain.polling_day import ESCORT_MOVES, BallotEscort, EscortStep
from command_center.ui.actions.action import submit, undo_of
from command_center.ui.detail.questions import Answer
from command_center.ui.detail.words import fill
from command_center.ui.election.page import BASE, ElectionPage
from command_center.ui.election.words import moment_text, step_text, translate
from command_center.ui.format import clock
from command_center.ui.list_page import Keys
from command_center.ui.places.scope import Scope
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.radio.lines import TextRow
from command_center.ui.seat import Seat

_KEYS: Keys = {**BASE, "step": ("L", Qt.Key.Key_L)}
_FIELDS = ("cargo", "origin", "destination", "escort", "planned_at")
_WRITTEN = "%d-%m-%Y %H.%M"


class EscortsPage(ElectionPage):
    of_a_row = ("change", "remove", "step")

    def __init__(self, seat: Seat, scope: Scope) -> None:
        super().__init__(seat, scope, _KEYS)
        seat.live.ticked.connect(self.ticked)
        self.restyle()
        self.retranslate()

    def rows(self) -> list[TextRow]:
        return [self._row(row) for row in self._escorts()]

    def _escorts(self) -> list[BallotEscort]:
        """Those that stand, by when they are to leave."""
        wanted = self._scope.election_id
        rows: list[BallotEscort] = [
            row
            for row in self._seat.situation.all("ballot_escort")
            if row.election_id == wanted and row.struck_at is None
        ]
        return sorted(rows, key=lambda row: (row.planned_at, row.id))

    def _row(self, row: BallotEscort) -> TextRow:
        zone, now = self._seat.zone, self._seat.live.now()
        times = [
            f"{step_text(step)} {clock(at, zone, seconds=False)}"
            for step, at in (
                (EscortStep.LEFT, row.left_at),
                (EscortStep.ARRIVED, row.arrived_at),
                (EscortStep.HANDED, row.handed_at),
            )
            if at is not None
        ]
        late = row.step is EscortStep.PLANNED and row.planned_at < now
        said = translate("Election", "lewat jadwal") if late else step_text(row.step)
        planned = fill(translate("Election", "jadwal %1"), moment_text(row.planned_at, zone))
        to = fill(translate("Election", "diterima %1"), row.handed_to) if row.handed_to else ""
        about = (row.escort, planned, *times, to)
        way = f"{row.cargo} · {row.origin} → {row.destination}"
        return TextRow(row.id, way, said, " · ".join(part for part in about if part))

    def refresh(self, *args: object) -> None:
        rows = self._escorts()
        steps = [(step, sum(row.step is step for row in rows)) for step in EscortStep]
        text = ", ".join(f"{step_text(step)} {many}" for step, many in steps)
        self.say(self.standing, text if rows else "")
        super().refresh(*args)

    # --- what is asked -------------------------------------------------------------------------

    def answer(self, asked: str) -> None:
        row = self._seat.situation.get("ballot_escort", self.marked)
        if asked == "step" and row is not None:
            self._ask_step(row)
        elif asked == "remove" and row is not None:
            self.ask_strike(row.cargo, StrikeEscort(row.id), undo_of("ballot_escort", row.id))
        else:
            self._open(row if asked == "change" else None)

    def _ask_step(self, row: BallotEscort) -> None:
        """The one step that may come next; at the last one, who took it."""
        step = next(iter(ESCORT_MOVES[row.step]), None)
        if step is None:
            moved = {"step": step_text(row.step), "now": step_text(row.step)}
            self._seat.notices.failed(OperatorError("escort_no_move", **moved))
            return
        handed = step is EscortStep.HANDED
        said = translate("Election", "%1: %2 sekarang?")
        title = fill(said, row.cargo, step_text(step).lower())
        if handed:
            title = fill(translate("Election", "%1 diserahkan kepada siapa?"), row.cargo)
        yes = Answer(step_text(step), "Return", partial(self._move, row, step))
        self.question.ask(title, [yes], typed="" if handed else None)

    def _move(self, row: BallotEscort, step: EscortStep) -> None:
        command = MoveEscort(row.id, step, self.typed())
        undo = undo_of("ballot_escort", row.id)
        submit(self._seat, command, undo, name=row.cargo, step=step_text(step))

    def _open(self, row: BallotEscort | None) -> None:
        form = FieldsForm(self._seat, _FIELDS, {}, wide=("cargo", "escort"))
        names = {
            "cargo": translate("Election", "Apa (mis. kotak suara satu kecamatan)"),
            "origin": translate("Election", "Dari"),
            "destination": translate("Election", "Ke"),
            "escort": translate("Election", "Pengawal (satuan, jumlah)"),
            "planned_at": translate("Election", "Berangkat (hh-bb-tttt jj.mm)"),
        }
        form.rename(names, {})
        form.kept.connect(partial(self._keep, row))
        at = row.planned_at if row is not None else self._seat.live.now()
        values: dict[str, object] = {n: getattr(row, n) for n in _FIELDS[:-1]} if row else {}
        self.show_form(form, {**values, "planned_at": moment_text(at, self._seat.zone)})

    def _keep(self, row: BallotEscort | None, values: Mapping[str, Any]) -> None:
        try:
            at = moment_of(str(values["planned_at"]), self._seat.zone)
        except OperatorError as error:
            self._seat.notices.failed(error)
            return
        words = {name: str(values[name]) for name in _FIELDS[:-1]}
        known = (row.id, row.version) if row is not None else ("", 0)
        made = KeepEscort(
            self._scope.election_id, **words, planned_at=at, escort_id=known[0], before=known[1]
        )
        self.keep(made, "ballot_escort", "escort_id")

    # --- appearance ----------------------------------------------------------------------------

    def nothing(self) -> str:
        return translate("Election", "Belum ada kawal logistik. Tambah (Ins).")

    def retranslate(self) -> None:
        self.view.setAccessibleName(translate("Election", "Kawal logistik"))
        self.relabel(
            {
                "add": translate("Election", "Tambah"),
                "change": translate("Election", "Ubah"),
                "remove": translate("Election", "Coret"),
                "step": translate("Election", "Langkah"),
            }
        )
        super().retranslate()


def moment_of(text: str, zone: tzinfo) -> datetime:
    """ "26-11-2024 07.30" of the room; OperatorError("escort_bad_time")."""
    try:
        plain = " ".join(text.replace(":", ".").split())
        return datetime.strptime(plain, _WRITTEN).replace(tzinfo=zone)
    except ValueError as error:
        raise OperatorError("escort_bad_time", found=text.strip()[:30]) from error
