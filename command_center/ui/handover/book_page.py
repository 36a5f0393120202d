"""The book of a shift: read from the log, written in by hand, struck through, printed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from command_center.commands.book import StrikeBook, WriteBook
from command_center.documents.book import Book, BookLine, columns_of
from command_center.domain.book import BookKind
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import Shift
from command_center.runtime.paths import data_dir
from command_center.runtime.signing import signer
from command_center.situation.book import BookDraft, draft_of, lookup_in
from command_center.ui.actions.action import submit
from command_center.ui.detail.questions import Answer
from command_center.ui.detail.words import fill
from command_center.ui.format import count
from command_center.ui.handover.book_paper import BookFile, print_book, write_book
from command_center.ui.handover.rows import TintedRow
from command_center.ui.handover.rules import ask_columns, rules
from command_center.ui.handover.words import book_kind_text, clock_text, translate
from command_center.ui.leaving import leaving_name
from command_center.ui.list_page import Keys, ListPage
from command_center.ui.printer_choice import ask_printer
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.radio.lines import TextRow
from command_center.ui.seat import Seat

_KEYS: Keys = {
    "add": ("Ins", Qt.Key.Key_Insert),
    "strike": ("Del", Qt.Key.Key_Delete),
    "print": ("E", Qt.Key.Key_E),
    "printer": ("C", Qt.Key.Key_C),
    "columns": ("K", Qt.Key.Key_K),
}
READ_EACH, READ_ENDED_EACH = timedelta(seconds=5), timedelta(minutes=1)
"""To the end of the log: of a shift that is over little comes, and there is more to read."""
OFFERED = 12
"""The shift that goes on, and so many before it."""


class BookPage(ListPage):
    def __init__(self, seat: Seat) -> None:
        self._book: Book | None = None
        self._lines: dict[str, BookLine] = {}
        self._reading = False
        self._stale, self._read_at = True, datetime.min.replace(tzinfo=seat.zone)
        form = FieldsForm(
            seat, ("kind", "text", "action"), {"kind": tuple(BookKind)}, wide=("text", "action")
        )
        super().__init__(seat, _KEYS, "strike", form)
        self.title.hide()
        self.shifts = QComboBox()
        self._head.insertWidget(1, self.shifts)
        self.shifts.currentIndexChanged.connect(self._turned)
        form.kept.connect(self._write)
        form.hide()
        seat.live.ticked.connect(self._tick)
        self.restyle()
        self.retranslate()

    # --- reading -------------------------------------------------------------------------------

    def _offer(self) -> None:
        """The shift that goes on stays chosen while it goes on."""
        every = sorted(self._seat.situation.all("shift"), key=lambda row: row.starts_at)
        shifts = every[-OFFERED:][::-1]
        if [self.shifts.itemData(at) for at in range(self.shifts.count())] == [
            row.id for row in shifts
        ]:
            return
        chosen = self.shifts.currentData() if self.shifts.currentIndex() > 0 else None
        self.shifts.blockSignals(True)
        self.shifts.clear()
        for row in shifts:
            self.shifts.addItem(self._shift_text(row), row.id)
        self.shifts.setCurrentIndex(max(0, self.shifts.findData(chosen)) if chosen else 0)
        self.shifts.blockSignals(False)

    def _shift_text(self, row: Shift) -> str:
        begun = row.starts_at.astimezone(self._seat.zone)
        return f"{row.name} · {begun:%d-%m %H:%M}"

    def _shift(self) -> Shift | None:
        row = self._seat.situation.get("shift", str(self.shifts.currentData() or ""))
        return row if isinstance(row, Shift) else self._seat.situation.shift

    def _turned(self) -> None:
        self._book, self._lines = None, {}
        self.refresh()
        self._read()

    def _tick(self, now: datetime) -> None:
        shift = self._shift()
        each = READ_ENDED_EACH if shift is not None and shift.ends_at else READ_EACH
        if self._stale and self.isVisible() and now - self._read_at >= each:
            self._read()

    def _draft(self) -> BookDraft | None:
        shift, seat = self._shift(), self._seat
        if shift is None:
            return None
        return draft_of(seat.situation, shift, seat.zone, seat.city.time_zone_label)

    def _read(self) -> None:
        draft = self._draft()
        if draft is None or self._reading or not self.isVisible():
            return
        self._reading, self._stale, self._read_at = True, False, self._seat.live.now()
        self._seat.tasks.run(
            partial(_read, self._seat, draft), partial(self._got, draft.shift.id), self._lost
        )

    def _got(self, shift_id: str, book: Book) -> None:
        self._reading = False
        now = self._shift()
        if now is None or now.id != shift_id:
            self._read()  # another was chosen meanwhile
            return
        self._book = book
        super().refresh()
        self._say()

    def _lost(self, error: Any) -> None:
        self._reading = False
        self._seat.notices.failed(error)

    # --- what it shows -------------------------------------------------------------------------

    def refresh(self, *args: object) -> None:
        self._stale = True
        self._offer()
        super().refresh(*args)
        self._say()

    def _say(self) -> None:
        self.say(self.standing, self._standing_line())
        self.view.empty = translate("Handover", "Belum ada catatan di jaga ini. Tulis (Ins).")
        self.view.viewport().update()

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self._read()

    def rows(self) -> list[TextRow]:
        book = self._book
        if book is None:
            return []
        self._lines = {line.entry_id or f"log:{at}": line for at, line in enumerate(book.lines)}
        return [self._row(id, line) for id, line in self._lines.items()]

    def _row(self, id: str, line: BookLine) -> TextRow:
        struck = translate("Handover", "dicoret: %1").replace("%1", line.struck)
        kind = "" if line.kind is BookKind.EVENT else f"{book_kind_text(line.kind)}: "
        return TintedRow(
            id,
            f"{clock_text(line.at, self._seat.zone)}  {kind}{line.text}",
            line.by,
            struck if line.struck else line.action,
            "text3" if line.struck else "text",
        )

    def _standing_line(self) -> str:
        book = self._book
        if book is None:
            return translate("Handover", "Membaca buku…")
        text = translate("Handover", "%1 baris · log sampai nomor %2")
        return fill(text, count(len(book.lines)), count(book.log_to))

    # --- what is asked -------------------------------------------------------------------------

    def reason(self, asked: str) -> str | None:
        seat = self._seat
        if asked in ("print", "printer"):
            return None if self._book is not None else "book_loading"
        if not seat.may(Permission.TRIAGE):
            return "not_allowed" if seat.person.signed_in else "sign_in_first"
        if not seat.live.connection.online:
            return "handover_needs_database"
        if asked == "columns":
            return None if seat.may(Permission.REASSIGN) else "not_allowed"
        if asked == "strike":
            row = self.view.current()
            line = self._lines.get(row.id) if row is not None else None
            return None if line is not None and line.entry_id else "book_written_already"
        return None

    def answer(self, asked: str) -> None:
        if asked == "add" and self.form is not None:
            self.open_form(self.form, {"kind": BookKind.EVENT})
        elif asked == "strike":
            text = translate("Handover", "Coret baris ini: alasannya")
            strike = Answer(translate("Handover", "Coret"), "Return", self._strike)
            self.question.ask(text, [strike], "")
        elif asked == "print":
            self._print()
        elif asked == "printer":
            self._print_out()
        elif asked == "columns":
            ask_columns(self._seat, self.question)

    def _write(self, values: Mapping[str, Any]) -> None:
        command = WriteBook(values["kind"], str(values["text"]), str(values["action"]))
        submit(self._seat, command, stored=self.close_form)

    def _strike(self) -> None:
        row = self.view.current()
        reason = self.typed()
        if row is not None:
            submit(self._seat, StrikeBook(row.id, reason))

    def _print(self) -> None:
        seat, shift, draft = self._seat, self._shift(), self._draft()
        if shift is None or draft is None:
            return
        shown = columns_of(rules(seat).columns)
        room = seat.situation.room
        folder = data_dir() / "buku-mutasi" / (room.id if room is not None else "")
        begun = shift.starts_at.astimezone(seat.zone)
        path = folder / leaving_name(seat, f"buku-mutasi-{begun:%Y%m%d-%H%M}.pdf")
        file = BookFile(path, shift.id, seat.act.workstation, seat.live.now())
        kind = seat.room_kind.value

        def work() -> str:
            book = _read(seat, draft)
            try:
                key = signer(kind, data_dir() / "keys")
            except OSError as error:
                raise OperatorError("paper_failed") from error
            return str(write_book(book, shown, file, key))

        def done(path: str) -> None:
            seat.notices.done("book_exported", file=path)

        seat.tasks.run(work, done, seat.notices.failed)

    def _print_out(self) -> None:
        seat, draft = self._seat, self._draft()
        if draft is None:
            return
        shown = columns_of(rules(seat).columns)
        ask_printer(seat, self, self.question, lambda to: print_book(_read(seat, draft), shown, to))

    def retranslate(self) -> None:
        self.view.setAccessibleName(translate("Handover", "Buku mutasi"))
        self.filter.setPlaceholderText(translate("Handover", "Saring buku"))
        self.filter.setAccessibleName(translate("Handover", "Saring buku"))
        self.shifts.setAccessibleName(translate("Handover", "Jaga"))
        self.buttons["add"].relabel(translate("Handover", "Tulis"))
        self.buttons["strike"].relabel(translate("Handover", "Coret"))
        self.buttons["columns"].relabel(translate("Handover", "Kolom"))
        self.buttons["print"].relabel(translate("Handover", "Cetak PDF"))
        self.buttons["printer"].relabel(translate("Handover", "Cetak ke printer"))
        if self.form is not None:
            names = {
                "kind": translate("Handover", "Kolom"),
                "text": translate("Handover", "Uraian"),
                "action": translate("Handover", "Tindakan"),
            }
            self.form.rename(names, {"kind": [book_kind_text(kind) for kind in BookKind]})
        self.refresh()


def _read(seat: Seat, draft: BookDraft) -> Book:
    """On another thread, by the lane that reads."""
    return draft.read(draft.entries(seat.history), lookup_in(seat.history))
