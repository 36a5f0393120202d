"""Notes of the shift lead, for this shift and for the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt

from command_center.commands.shift_notes import KeepShiftNote, StrikeShiftNote
from command_center.domain.instruction import ShiftNote
from command_center.domain.permissions import Permission
from command_center.domain.shift_pattern import slot_at
from command_center.situation.instructions import shift_notes
from command_center.situation.shift_pattern import shift_pattern
from command_center.ui.actions.action import submit
from command_center.ui.detail.names import Names
from command_center.ui.detail.questions import Answer
from command_center.ui.detail.words import fill
from command_center.ui.format import count
from command_center.ui.instructions.page import InstructionPage
from command_center.ui.instructions.rows import DueRow
from command_center.ui.instructions.words import time_text, translate
from command_center.ui.list_page import Keys
from command_center.ui.places.card import Part
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.radio.lines import TextRow
from command_center.ui.seat import Seat

_KEYS: Keys = {
    "add": ("Ins", Qt.Key.Key_Insert),
    "strike": ("Del", Qt.Key.Key_Delete),
}
NOW, NEXT = "now", "next"


class NotesPage(InstructionPage):
    needs = {"add": Permission.REASSIGN, "strike": Permission.REASSIGN}  # noqa: RUF012
    of_a_row = {"strike": "select_shift_note"}  # noqa: RUF012

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat, _KEYS, "strike")
        self.retranslate()

    def rows(self) -> list[TextRow]:
        now, found = self._seat.live.now(), shift_notes(self._seat.situation)
        standing = [note for note in found if note.struck_at is None and note.ends_at > now]
        over = [note for note in found if note not in standing]
        told = translate("Instructions", "%1 catatan untuk regu ini dan berikutnya")
        self.say(self.standing, fill(told, count(len(standing))))
        return [self._row(note, now) for note in (*reversed(standing), *over)]

    def _row(self, note: ShiftNote, now: datetime) -> TextRow:
        over = note.struck_at is not None or note.ends_at <= now
        by = Names(self._seat.situation).person(note.author_id)
        below = " · ".join((time_text(note.at, now, self._seat.zone), by))
        text = " ".join(note.text.split())
        return DueRow(note.id, text, self._for(note, now), below, over=over)

    def _for(self, note: ShiftNote, now: datetime) -> str:
        if note.struck_at is not None:
            return translate("Instructions", "dicoret")
        since = time_text(note.starts_at, now, self._seat.zone)
        if note.ends_at <= now:
            return fill(translate("Instructions", "regu %1, lewat"), since)
        on = note.starts_at <= now
        this = translate("Instructions", "regu ini")
        return this if on else fill(translate("Instructions", "regu mulai %1"), since)

    def nothing(self) -> str:
        return translate("Instructions", "Belum ada catatan. Pimpinan regu menulis dengan Ins.")

    def facts(self, id: str) -> tuple[str, Sequence[Part]]:
        note = self._note(id)
        if note is None:
            return "", ()
        now, names = self._seat.live.now(), Names(self._seat.situation)
        by = f"{names.person(note.author_id)} · {time_text(note.at, now, self._seat.zone)}"
        struck = f"{names.person(note.struck_by or '')}: {note.reason}" if note.struck_at else ""
        return self._for(note, now), (
            Part(translate("Instructions", "CATATAN"), note.text),
            Part(translate("Instructions", "DITULIS"), by, "text2"),
            Part(translate("Instructions", "DICORET"), struck, "warn"),
        )

    def _note(self, id: str) -> ShiftNote | None:
        found = self._seat.situation.get("shift_note", id)
        return found if isinstance(found, ShiftNote) else None

    def reason(self, asked: str) -> str | None:
        why = super().reason(asked)
        note = self._note(self.marked) if why is None and asked == "strike" else None
        struck = note is not None and note.struck_at is not None
        return "shift_note_is_struck" if struck else why

    def answer(self, asked: str) -> None:
        if asked == "add":
            self._open()
            return
        title = translate("Instructions", "Coret catatan ini? Tulis alasannya.")
        strike = partial(self._strike, self.marked)
        yes = Answer(translate("Instructions", "Coret"), "Return", strike)
        self.question.ask(title, [yes], typed="")

    def _strike(self, id: str) -> None:
        submit(self._seat, StrikeShiftNote(id, self.typed()))

    def _open(self) -> None:
        form = FieldsForm(self._seat, ("text", "shift"), {"shift": (NOW, NEXT)}, wide=("text",))
        names = {
            "text": translate("Instructions", "Catatan"),
            "shift": translate("Instructions", "Untuk"),
        }
        words = [
            translate("Instructions", "regu ini"),
            translate("Instructions", "regu berikutnya"),
        ]
        form.rename(names, {"shift": words})
        form.kept.connect(self._keep)
        self.show_form(form, {"shift": NEXT})

    def _keep(self, values: Mapping[str, Any]) -> None:
        seat = self._seat
        pattern, now = shift_pattern(seat.situation), seat.live.now()
        slot = slot_at(pattern, now, seat.zone)
        if values["shift"] == NEXT:
            slot = slot_at(pattern, slot.ends_at, seat.zone)
        self.keep(KeepShiftNote(str(values["text"]), slot.starts_at, slot.ends_at))

    def retranslate(self) -> None:
        self.view.setAccessibleName(translate("Instructions", "Catatan regu"))
        self.buttons["add"].relabel(translate("Instructions", "Tulis catatan"))
        self.buttons["strike"].relabel(translate("Instructions", "Coret"))
        super().retranslate()
