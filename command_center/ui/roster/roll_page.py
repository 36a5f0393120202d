"""The roll-call: call sign after call sign, one key for each person and each thing checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt

from command_center.commands.roll_calls import (
    EARLY,
    CheckUnit,
    FeedCrews,
    FinishRollCall,
    OpenRollCall,
)
from command_center.documents.place_tables import Lines
from command_center.documents.roster_tables import roll_table
from command_center.domain.permissions import Permission
from command_center.domain.roster import CheckPart, CheckState, RollCall, RollMark, RollState
from command_center.situation.roster import (
    checks,
    current_roll_call,
    marks,
    next_start,
    open_roll_calls,
    strength,
    strength_of,
)
from command_center.ui.actions.action import TOLD, submit
from command_center.ui.detail.words import fill
from command_center.ui.list_page import Keys
from command_center.ui.places.card import Part
from command_center.ui.places.file_list import WrittenPage
from command_center.ui.radio.lines import TextRow
from command_center.ui.roster.page import RosterPage
from command_center.ui.roster.roll_questions import RollQuestions
from command_center.ui.roster.rows import (
    PERSON,
    UNIT,
    RollRowDelegate,
    faults_text,
    is_faulty,
    roll_rows,
)
from command_center.ui.roster.seating import SeatingQuestions, seats_text
from command_center.ui.roster.words import (
    agency_text,
    call_sign,
    hours_text,
    named,
    strength_text,
    translate,
)
from command_center.ui.seat import Seat

_KEYS: Keys = {
    "open": ("B", Qt.Key.Key_B),
    "present": ("H", Qt.Key.Key_H),
    "late": ("T", Qt.Key.Key_T),
    "absent": ("A", Qt.Key.Key_A),
    "expected": ("Backspace", Qt.Key.Key_Backspace),
    "vehicle": ("K", Qt.Key.Key_K),
    "radio": ("R", Qt.Key.Key_R),
    "weapon": ("S", Qt.Key.Key_S),
    "equipment": ("P", Qt.Key.Key_P),
    "note": ("N", Qt.Key.Key_N),
    "plot": ("G", Qt.Key.Key_G),
    "add": ("Ins", Qt.Key.Key_Insert),
    "seat": ("M", Qt.Key.Key_M),
    "crews": ("U", Qt.Key.Key_U),
    "finish": ("F", Qt.Key.Key_F),
    "turn": ("D", Qt.Key.Key_D),
    "export": ("E", Qt.Key.Key_E),
}
_MARKS = {
    "present": RollState.PRESENT,
    "late": RollState.LATE,
    "expected": RollState.EXPECTED,
}
_PARTS = {part.value: part for part in CheckPart}
_NEXT = {
    CheckState.UNCHECKED: CheckState.GOOD,
    CheckState.GOOD: CheckState.FAULTY,
    CheckState.FAULTY: CheckState.NONE,
    CheckState.NONE: CheckState.UNCHECKED,
}
_OF_UNIT = (*_PARTS, "note")


class RollPage(WrittenPage, RosterPage):
    file_name = "apel"
    needs = {  # noqa: RUF012
        **dict.fromkeys(_KEYS.keys() - {"turn"}, Permission.KEEP_ROSTER),
        "finish": Permission.REASSIGN,
        "crews": Permission.DISPATCH,
    }
    of_a_row = {  # noqa: RUF012
        **dict.fromkeys((*_MARKS, "absent", "plot", "seat"), "select_person"),
        **dict.fromkeys(_OF_UNIT, "select_call_sign"),
    }

    def __init__(self, seat: Seat) -> None:
        self._turned: datetime | None = None
        """When the shift begins that this desk turned to; the running one where that is over."""
        super().__init__(seat, _KEYS, "present")
        self.view.setItemDelegate(RollRowDelegate(seat.theme, self.view))
        self._seats = SeatingQuestions(seat, self.question)
        self._questions = RollQuestions(seat, self.question)
        self.retranslate()

    # --- what it shows -------------------------------------------------------------------------

    @property
    def call(self) -> RollCall | None:
        here = (one for one in self._open_calls() if one.starts_at == self._turned)
        running = current_roll_call(self._seat.situation, self._seat.live.now())
        return next(here, running)

    def _open_calls(self) -> list[RollCall]:
        return open_roll_calls(self._seat.situation, self._seat.live.now())

    def _others(self) -> list[RollCall]:
        """The other open ones, those after the one that is shown first."""
        every, call = self._open_calls(), self.call
        if call is None:
            return []
        later = [one for one in every if one.starts_at > call.starts_at]
        return later + [one for one in every if one.starts_at < call.starts_at]

    def _marks(self) -> list[RollMark]:
        call = self.call
        return marks(self._seat.situation, call.id) if call is not None else []

    def rows(self) -> list[TextRow]:
        call, situation = self.call, self._seat.situation
        if call is None:
            return []
        return list(roll_rows(situation, self._marks(), checks(situation, call.id)))

    def refresh(self, *args: object) -> None:
        self.say(self.standing, self._standing())
        self.say(self.pending, self._due())
        super().refresh(*args)

    def tick(self) -> None:
        """A shift ends, another is due."""
        if (self._standing(), self._due()) != (self.standing.text(), self.pending.text()):
            self.refresh()

    def _standing(self) -> str:
        call, zone = self.call, self._seat.zone
        if call is None:
            return ""
        rows = self._marks()
        regu = sorted({named(self._seat.situation, "regu", row.regu_id) for row in rows} - {""})
        said = fill(translate("Roster", "Dinas %1"), hours_text(call.starts_at, call.ends_at, zone))
        parts = [said, ", ".join(regu), strength_text(strength_of(rows))]
        if call.finished_at is not None:
            done = translate("Roster", "selesai %1")
            parts.append(fill(done, self._hour(call.finished_at)))
        return " · ".join(part for part in parts if part)

    def _due(self) -> str:
        starts, told = self._due_start(), []
        if starts is not None:
            words = translate("Roster", "Apel dinas %1 belum dibuka (B)")
            told.append(fill(words, self._hour(starts)))
        for other in self._others()[:1]:
            words = translate("Roster", "Apel dinas %1 juga terbuka (D)")
            told.append(fill(words, self._hour(other.starts_at)))
        return " · ".join(told)

    def _hour(self, at: datetime) -> str:
        return at.astimezone(self._seat.zone).strftime("%H.%M")

    def _due_start(self) -> datetime | None:
        return next_start(self._seat.situation, self._seat.live.now(), EARLY)

    def nothing(self) -> str:
        if self._due_start() is not None:
            return translate("Roster", "Apel belum dibuka. Buka (B): orangnya menurut jadwal.")
        return translate("Roster", "Tidak ada dinas di jadwal sekarang. Isi halaman Jadwal dahulu.")

    def facts(self, id: str) -> tuple[str, Sequence[Part]]:
        situation, call = self._seat.situation, self.call
        if call is None:
            return "", ()
        by = strength(situation, call.id)
        lines = [f"{agency_text(situation, id)}: {strength_text(by[id])}" for id in by]
        broken = sorted(
            f"{call_sign(situation, unit)}: {faults_text(check)}"
            for unit, check in checks(situation, call.id).items()
            if is_faulty(check)
        )
        return translate("Roster", "Kekuatan dinas"), (
            Part(translate("Roster", "PER INSTANSI"), "\n".join(lines)),
            Part(translate("Roster", "PERLENGKAPAN RUSAK"), "\n".join(broken), "warn"),
            Part(translate("Roster", "DI MEJA"), seats_text(situation), "text2"),
        )

    # --- what is asked -------------------------------------------------------------------------

    @property
    def person_id(self) -> str:
        return self.marked.removeprefix(PERSON) if self.marked.startswith(PERSON) else ""

    @property
    def unit_id(self) -> str:
        """Of the marked call sign, or the one the marked person is on."""
        if self.marked.startswith(UNIT):
            return self.marked.removeprefix(UNIT)
        mark = next((m for m in self._marks() if m.personnel_id == self.person_id), None)
        return (mark.unit_id or "") if mark is not None else ""

    def reason(self, asked: str) -> str | None:
        why = super().reason(asked)
        if why is not None:
            return why
        if asked == "open":
            return None if self._due_start() is not None else "roll_none_due"
        if self.call is None:
            return "roll_not_open"
        if asked == "turn":
            return None if self._others() else "roll_only_one"
        if asked in ("plot", "seat", "absent", "late", "expected") and not self.person_id:
            return "select_person"
        return "select_call_sign" if asked in _OF_UNIT and not self.unit_id else None

    def answer(self, asked: str) -> None:
        if asked in _MARKS:
            self._mark(_MARKS[asked])
        elif asked in _PARTS:
            self._check(_PARTS[asked])
        else:
            call = self.call.id if self.call is not None else ""
            doing: dict[str, Callable[[], None]] = {
                "open": self._open,
                "absent": lambda: self._questions.why(call, self.person_id),
                "note": lambda: self._questions.note(call, self.unit_id),
                "plot": lambda: self._questions.plot(call, self.person_id, self.unit_id),
                "add": lambda: self._questions.somebody_else(call),
                "seat": lambda: self._seats.ask(self.person_id),
                "crews": self._feed,
                "finish": self._finish,
                "turn": self._turn,
                "export": self.ask_export,
            }
            doing[asked]()

    def _open(self) -> None:
        starts = self._due_start()
        if starts is not None:
            self._turned = starts
            submit(self._seat, OpenRollCall(starts), count=TOLD)

    def _turn(self) -> None:
        self._turned = self._others()[0].starts_at
        self.refresh()

    def _mark(self, state: RollState) -> None:
        """One; or, on a call sign, everybody of its crew who is not marked yet."""
        call, one = self.call, self.person_id
        ids = (one,) if one else self._unmarked()
        if call is None or not ids:
            return
        if one:
            self._step()
            self._questions.mark(call.id, ids, state)
        else:
            self._questions.mark_rest(call.id, ids, state)

    def _unmarked(self) -> tuple[str, ...]:
        unit = self.marked.removeprefix(UNIT)
        return tuple(
            mark.personnel_id
            for mark in self._marks()
            if (mark.unit_id or "") == unit and mark.state is RollState.EXPECTED
        )

    def _step(self) -> None:
        """To the next person, so that a whole shift is one row of key strokes."""
        rows, at = self.model.rows, self.view.currentIndex().row() + 1
        while at < len(rows) and not rows[at].id.startswith(PERSON):
            at += 1
        if at < len(rows):
            self.view.setCurrentIndex(self.model.index(at, 0))

    def _check(self, part: CheckPart) -> None:
        call, unit = self.call, self.unit_id
        if call is None:
            return
        check = checks(self._seat.situation, call.id).get(unit)
        state = _NEXT[check.part(part) if check is not None else CheckState.UNCHECKED]
        name = call_sign(self._seat.situation, unit)
        submit(self._seat, CheckUnit(call.id, unit, part, state), unit=name)

    def _feed(self) -> None:
        call = self.call
        if call is not None:
            submit(self._seat, FeedCrews(call.id), units=TOLD, changed=TOLD, emptied=TOLD)

    def _finish(self) -> None:
        call = self.call
        if call is not None:
            submit(self._seat, FinishRollCall(call.id), here=TOLD, count=TOLD)

    # --- files and appearance ------------------------------------------------------------------

    def table(self) -> Lines:
        call, situation = self.call, self._seat.situation
        on_list = {one.id: one for one in situation.all("personnel")}
        names = {one.id: one.name for one in situation.all("regu")}
        names |= {one.id: one.call_sign for one in situation.all("unit")}
        names |= {one.id: one.short or one.name for one in situation.all("agency")}
        found = checks(situation, call.id) if call is not None else {}
        order = sorted(self._marks(), key=lambda m: (names.get(m.unit_id or "", "~"), m.id))
        return roll_table(order, on_list, found, names)

    def retranslate(self) -> None:
        self.view.setAccessibleName(translate("Roster", "Apel"))
        self.relabel(
            {
                "open": translate("Roster", "Buka apel"),
                "present": translate("Roster", "Hadir"),
                "late": translate("Roster", "Terlambat"),
                "absent": translate("Roster", "Tidak hadir"),
                "expected": translate("Roster", "Belum"),
                "vehicle": translate("Roster", "Kendaraan"),
                "radio": translate("Roster", "Radio"),
                "weapon": translate("Roster", "Senjata"),
                "equipment": translate("Roster", "Perlengkapan"),
                "note": translate("Roster", "Catatan"),
                "plot": translate("Roster", "Panggilan"),
                "add": translate("Roster", "Di luar jadwal"),
                "seat": translate("Roster", "Meja"),
                "crews": translate("Roster", "Awak ke papan"),
                "finish": translate("Roster", "Selesai"),
                "turn": translate("Roster", "Dinas lain"),
                "export": translate("Roster", "Ekspor"),
            }
        )
