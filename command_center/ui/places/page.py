"""A list of what is judged, with a card of the marked row; and, instead of the list, the history of
its judgements, what was said there, or its notes of friction."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from command_center.commands.assessments import StrikeAssessment
from command_center.commands.dialogues import StrikeDialogue, StrikeFriction
from command_center.domain.permissions import Permission
from command_center.domain.site import Assessment
from command_center.situation.vulnerability import dialogues, friction_notes, history
from command_center.ui.actions.action import submit, undo_of
from command_center.ui.detail.names import Names
from command_center.ui.detail.questions import Answer
from command_center.ui.list_page import Keys
from command_center.ui.places.card import Part, PlaceCard
from command_center.ui.places.friction import open_note
from command_center.ui.places.judging import JudgingPage
from command_center.ui.places.scope import Scope
from command_center.ui.places.words import (
    day_text,
    level_text,
    rated_text,
    scores_text,
    talk_line,
    translate,
)
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.radio.lines import TextRow
from command_center.ui.radio.words import area_text
from command_center.ui.seat import Seat


class Mode(StrEnum):
    """What the list shows."""

    LIST = "list"
    RATINGS = "ratings"
    TALKS = "talks"
    NOTES = "notes"


SHARED: Keys = {
    "add": ("Ins", Qt.Key.Key_Insert),
    "change": ("Return", Qt.Key.Key_Return),
    "remove": ("Del", Qt.Key.Key_Delete),
    "rate": ("N", Qt.Key.Key_N),
    "talk": ("D", Qt.Key.Key_D),
    "ratings": ("H", Qt.Key.Key_H),
    "talks": ("L", Qt.Key.Key_L),
    "notes": ("G", Qt.Key.Key_G),
    "import": ("O", Qt.Key.Key_O),
    "export": ("E", Qt.Key.Key_E),
    "back": ("Esc", Qt.Key.Key_Escape),
}
_LOOKING = frozenset({"ratings", "talks", "back"})
_OF_A_ROW = frozenset({"change", "remove", "rate", "talk", "ratings", "talks", "notes"})
_IN_MODE = frozenset({"add", "remove", "back"})


class SubjectPage(JudgingPage):
    """A page says what its rows are, what each of them is judged as, and where it lies."""

    def __init__(self, seat: Seat, scope: Scope, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(seat, scope, keys, parent)
        self.mode = Mode.LIST
        self._subject_id = ""
        self.card = PlaceCard(seat)
        self.title.hide()
        layout = self.layout()
        assert isinstance(layout, QBoxLayout)
        layout.insertWidget(layout.indexOf(self.view) + 1, self.card, 1)
        scope.changed.connect(self.refresh)

    # --- what a page of its own says -----------------------------------------------------------

    @abstractmethod
    def list_rows(self) -> list[TextRow]:
        """Every row, in order; its id is the subject's."""

    @abstractmethod
    def facts(self, id: str) -> Sequence[Part]:
        """What its card says beside what is judged and was said."""

    @abstractmethod
    def nothing(self) -> str:
        """What an empty list says, and what may be done about it."""

    @abstractmethod
    def answer_list(self, asked: str) -> None:
        """What is asked of the list itself: to add, change, take off, import or export."""

    # --- what it shows -------------------------------------------------------------------------

    def show_form(self, form: FieldsForm, values: Mapping[str, object]) -> None:
        """The form has the card's room."""
        super().show_form(form, values)
        self.card.hide()

    def close_form(self) -> None:
        super().close_form()
        self.card.show()

    def rows(self) -> list[TextRow]:
        made = {
            Mode.LIST: self.list_rows,
            Mode.RATINGS: self._ratings,
            Mode.TALKS: self._talks,
            Mode.NOTES: self._notes,
        }
        return made[self.mode]()

    @property
    def marked(self) -> str:
        if self.mode is not Mode.LIST:
            return self._subject_id
        row = self.view.current()
        return row.id if row is not None else ""

    def _struck(self, struck: bool) -> str:
        return translate("Places", "dicoret · ") if struck else ""

    def _ratings(self) -> list[TextRow]:
        seat, table = self._seat, self._scope.criteria
        names = Names(seat.situation)
        return [
            TextRow(
                row.id,
                self._struck(row.struck_at is not None) + level_text(table, row),
                self._operation(row),
                rated_text(row, names, seat.zone),
            )
            for row in history(seat.situation, self.subject(self._subject_id))
        ]

    def _operation(self, row: Assessment) -> str:
        found = self._seat.situation.get("operation", row.operation_id or "")
        return found.name if found is not None else ""

    def _talks(self) -> list[TextRow]:
        seat = self._seat
        return [
            TextRow(
                row.id,
                self._struck(row.struck_at is not None) + talk_line(row, seat.zone),
                "",
                " → ".join(part for part in (row.summary, row.agreed) if part),
            )
            for row in dialogues(seat.situation, *self.place(self._subject_id))
        ]

    def _notes(self) -> list[TextRow]:
        seat = self._seat
        area = self.place(self._subject_id)[1]
        names = Names(seat.situation)
        return [
            TextRow(
                row.id,
                translate("Places", "Catatan terbatas"),
                day_text(row.at, seat.zone),
                f"{names.person(row.author)} · {row.source}",
            )
            for row in friction_notes(seat.situation, area)
        ]

    def refresh(self, *args: object) -> None:
        super().refresh(*args)
        self.view.empty = self._empty()
        self.view.viewport().update()
        self._fill_card()

    def _empty(self) -> str:
        if self.filter.text().strip():
            return translate("Places", "Tidak ada yang cocok dengan saringan.")
        if self.mode is not Mode.LIST:
            return translate("Places", "Belum ada catatan di sini. Tambah (Ins).")
        return self.nothing()

    def follow(self, *args: object) -> None:
        super().follow(*args)
        for name, button in self.buttons.items():
            button.setVisible(self.offers(name))
        self._fill_card()

    def offers(self, asked: str) -> bool:
        """Whether it means anything in what is shown."""
        if asked == "back":
            return self.can_leave()
        opens = asked == "change" and self.mode is Mode.NOTES
        return self.mode is Mode.LIST or asked in _IN_MODE or opens

    def can_leave(self) -> bool:
        """Whether Esc has something to go back from."""
        return self.mode is not Mode.LIST

    def _fill_card(self) -> None:
        id = self.marked
        if not id:
            self.card.show_parts(translate("Places", "Tandai satu baris"), ())
            return
        self.card.show_parts(self.title_of(id), (*self._judged(id), *self.facts(id)))

    def _judged(self, id: str) -> Sequence[Part]:
        seat, table = self._seat, self._scope.criteria
        row = self._scope.standing.get(self.subject(id))
        heading = translate("Places", "KERAWANAN")
        talks = Part(translate("Places", "DIALOG"), self._last_talks(id))
        if row is None:
            return (Part(heading, level_text(table, None), "text2"), talks)
        names = Names(seat.situation)
        lines = [level_text(table, row), rated_text(row, names, seat.zone), self._operation(row)]
        text = "\n".join(line for line in (*lines, scores_text(table, row), row.note) if line)
        worst = row.level == table.levels[-1].code
        return (Part(heading, text, "warn" if worst else "text"), talks)

    def _last_talks(self, id: str) -> str:
        rows = [r for r in dialogues(self._seat.situation, *self.place(id)) if r.struck_at is None]
        return "\n".join(f"{talk_line(row, self._seat.zone)}: {row.summary}" for row in rows[:3])

    def noted(self, area: str) -> Part:
        """That there are notes of friction: what they say is opened one by one."""
        many = len(friction_notes(self._seat.situation, area)) if area else 0
        text = translate("Places", "%1 catatan; G melihat daftarnya").replace("%1", str(many))
        return Part(translate("Places", "POTENSI GESEKAN"), text if many else "", "text2")

    def show_subject(self, id: str) -> None:
        """Mark it in the list, whatever the list shows now."""
        SubjectPage.leave_mode(self)  # whatever runs goes on
        self.filter.clear()
        self.refresh()
        at = self.model.place_of(id)
        if at is not None:
            self.view.setCurrentIndex(self.model.index(at, 0))

    # --- what is asked -------------------------------------------------------------------------

    def reason(self, asked: str) -> str | None:
        seat = self._seat
        may_open = self.mode is Mode.NOTES and asked == "change"
        needed = Permission.OPEN_SEALED if may_open else Permission.KEEP_PLACES
        if asked not in _LOOKING and not seat.may(needed):
            return "not_allowed" if seat.person.signed_in else "sign_in_first"
        row_needed = asked in _OF_A_ROW if self.mode is Mode.LIST else asked in ("remove", "change")
        if row_needed and self.view.current() is None:
            return "select_place"
        return None

    def ask(self, asked: str, *args: object) -> None:
        """Keys that mean nothing in what is shown do nothing."""
        if self.offers(asked):
            super().ask(asked, *args)

    def answer(self, asked: str) -> None:
        if asked == "back":
            self.leave_mode()
        elif self.mode is not Mode.LIST:
            self._answer_in_mode(asked)
        elif asked in ("ratings", "talks", "notes"):
            self._enter(Mode(asked))
        elif asked == "rate":
            self.open_rating()
        elif asked == "talk":
            self.open_talk()
        else:
            self.answer_list(asked)

    def _enter(self, mode: Mode) -> None:
        self._subject_id = self.marked
        self.mode = mode
        self.filter.clear()
        self._name_buttons()
        self.refresh()

    def leave_mode(self) -> None:
        """Back to the list, at the row that was looked at."""
        if self.mode is Mode.LIST:
            return
        self.mode = Mode.LIST
        self.card.cover()
        self._name_buttons()
        self.refresh()
        at = self.model.place_of(self._subject_id)
        if at is not None:
            self.view.setCurrentIndex(self.model.index(at, 0))

    def _answer_in_mode(self, asked: str) -> None:
        row = self.view.current()
        if asked == "add":
            opened = {
                Mode.RATINGS: self.open_rating,
                Mode.TALKS: self.open_talk,
                Mode.NOTES: self.open_note,
            }
            opened[self.mode]()
        elif row is not None and asked == "change":
            self._ask_reason(row.id)
        elif row is not None and asked == "remove":
            self._ask_strike(row)

    def _ask_strike(self, row: TextRow) -> None:
        title = translate("Places", "Coret %1?").replace("%1", row.first)
        yes = Answer(translate("Places", "Coret"), "Return", partial(self._strike, row.id))
        self.question.ask(title, [yes])

    def _strike(self, id: str) -> None:
        self.question.leave()
        if self.mode is Mode.RATINGS:
            submit(self._seat, StrikeAssessment(id), undo_of("assessment", id))
        elif self.mode is Mode.TALKS:
            submit(self._seat, StrikeDialogue(id), undo_of("dialogue", id))
        else:
            submit(self._seat, StrikeFriction(id))

    def _ask_reason(self, id: str) -> None:
        title = translate("Places", "Alasan membuka catatan ini? Pembukaan dicatat di log.")
        yes = Answer(translate("Places", "Buka"), "Return", partial(self._open_note, id))
        self.question.ask(title, [yes], typed="")

    def _open_note(self, id: str) -> None:
        reason = self.typed()
        note = self._seat.situation.get("friction_note", id)
        if note is not None:
            area = area_text(self._seat.city, note.area_code)
            open_note(self._seat, note, area, reason, partial(self._show_opened, self._subject_id))

    def _show_opened(self, id: str, text: str) -> None:
        """Not where another subject is looked at by now."""
        if self.mode is Mode.NOTES and self._subject_id == id:
            self.card.show_opened(text)

    # --- appearance ----------------------------------------------------------------------------

    def _name_buttons(self) -> None:
        listing = self.mode is Mode.LIST
        change, open_it = translate("Places", "Ubah"), translate("Places", "Buka")
        leave, strike = translate("Places", "Keluarkan"), translate("Places", "Coret")
        names = {
            "add": translate("Places", "Tambah"),
            "change": change if listing else open_it,
            "remove": leave if listing else strike,
            "rate": translate("Places", "Nilai"),
            "talk": translate("Places", "Catat dialog"),
            "ratings": translate("Places", "Riwayat nilai"),
            "talks": translate("Places", "Log dialog"),
            "notes": translate("Places", "Potensi gesekan"),
            "import": translate("Places", "Impor"),
            "export": translate("Places", "Ekspor"),
            "back": translate("Places", "Kembali"),
        }
        for name, button in self.buttons.items():
            if name in names:
                button.relabel(names[name])

    def retranslate(self) -> None:
        self._name_buttons()
        self.filter.setPlaceholderText(translate("Places", "Saring menurut kata"))
        self.filter.setAccessibleName(translate("Places", "Saring menurut kata"))
        self.refresh()
