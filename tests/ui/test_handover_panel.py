"""The change of shift at a seat: a checklist for the keyboard, and the book beside it."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.commands.addressees import Addressee
from command_center.commands.handover import (
    AcceptItems,
    BeginHandover,
    ForceHandover,
    SignHandover,
)
from command_center.commands.instructions import GiveInstruction
from command_center.commands.triage import SetPriority, TakeIncident
from command_center.documents import book_seal
from command_center.domain.incident import Priority
from command_center.domain.instruction import AddresseeKind
from command_center.domain.room import Role, Staff
from command_center.ports import LinkState
from command_center.runtime import paths
from command_center.situation.situation import Touched
from command_center.ui import printer_choice
from command_center.ui.handover import book_page
from command_center.ui.handover.mark import handover_mark
from command_center.ui.handover.panel import HandoverPanel
from tests.storage.rows import acting
from tests.ui.real_room import RealDesk, real_desk

__all__ = ["real_desk"]
CHANGE = datetime(2026, 11, 21, 13, 50, tzinfo=UTC)
"""Ten minutes before 21.00 WIB."""
OTHER = "staff:b"


class Shown:
    def __init__(self, desk: RealDesk, qtbot: QtBot) -> None:
        self.desk = desk
        desk.clock._now = CHANGE
        self.incident = desk.report()
        desk.do(SetPriority(self.incident, Priority.P1))
        desk.do(TakeIncident(self.incident))
        with acting(desk.room.database.storage) as work:
            work.add(Staff(OTHER, 1, "Aipda Sari W", "SW", Role.SHIFT_LEAD, "meja"))
        self.panel = HandoverPanel(desk.seat)
        qtbot.addWidget(self.panel)
        self.panel.resize(520, 700)
        self.panel.show()

    def rows(self) -> list[tuple[str, str]]:
        self.panel.page.refresh()
        return [(row.first, row.right) for row in self.panel.page.model.rows]

    def mark(self, at: int) -> None:
        view = self.panel.page.view
        view.setCurrentIndex(view.model().index(at, 0))

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.panel.page.view, key)

    def said(self, code: str) -> None:
        self.desk.until(lambda: code in self.desk.said())
        self.desk.seen(len(self.desk.kinds()))
        self.panel.page.refresh()

    def answer(self, typed: str | None = None) -> None:
        question = self.panel.page.question
        if typed is not None and question.field is not None:
            question.field.setText(typed)
        QTest.keyClick(question.field or question, Qt.Key.Key_Return)

    def sit(self, actor: str) -> None:
        person = self.desk.seat.person
        person.act = replace(person.act, actor=actor)
        self.panel.page.refresh()


@pytest.fixture
def shown(real_desk: RealDesk, qtbot: QtBot) -> Shown:
    return Shown(real_desk, qtbot)


def test_a_board_is_frozen_accepted_and_signed_with_keys_alone(shown: Shown) -> None:
    desk = shown.desk
    lead = desk.seat.act.actor
    assert [right for _, right in shown.rows()] == [""]
    shown.press(Qt.Key.Key_B)
    assert shown.panel.page.question.field is not None
    assert shown.panel.page.question.field.text() == "Regu B"
    shown.answer()
    shown.said("handover.begun")
    assert shown.rows()[0][0].startswith("▲ #0001")
    assert shown.panel.items.reason("accept") in ("handover_item_gone", "handover_not_to_yourself")
    shown.press(Qt.Key.Key_T)
    shown.said("handover.signed")
    shown.sit(OTHER)
    assert shown.panel.items.reason("rest") == "handover_all_accepted"
    shown.press(Qt.Key.Key_T)
    shown.said("handover_red_left")
    shown.mark(0)
    shown.press(Qt.Key.Key_Return)
    shown.said("handover.accepted")
    assert shown.rows()[0] == ("● #0001 massa mendorong pagar", "diterima SW 20:50")
    desk.notices.clear()
    shown.press(Qt.Key.Key_T)
    shown.said("handover.signed")
    shift = desk.seat.situation.shift
    assert shift is not None
    assert (shift.name, shift.lead_id) == ("Regu B", OTHER)
    taken = desk.seat.situation.incident(shown.incident)
    assert taken is not None
    assert taken.owner_id is None
    assert lead != OTHER
    desk.seat.person.follow(desk.seat.situation, Touched())
    assert desk.seat.act.shift == shift.id


def test_the_top_bar_says_when_a_handover_is_open(shown: Shown) -> None:
    seat = shown.desk.seat

    def mark(hour: int, minute: int) -> str:
        return handover_mark(seat, CHANGE.replace(hour=hour, minute=minute))

    # founded at 14.07 WIB, in the slot that ends at 21.00
    assert [mark(13, 44), mark(13, 45), mark(14, 59), mark(15, 0)] == [
        "",
        "serah terima 21:00",
        "serah terima 21:00",
        "",
    ]
    shown.desk.do(BeginHandover())
    assert mark(9, 0) == "serah terima berjalan"


def test_what_changed_since_the_freeze_says_so(shown: Shown) -> None:
    desk = shown.desk
    desk.do(BeginHandover())
    assert [right for _, right in shown.rows()] == ["belum diterima"]
    other = desk.report("tawuran", external_id="late")
    desk.do(SetPriority(shown.incident, Priority.P2))
    rows = {first.partition(" ")[2]: right for first, right in shown.rows()}
    assert rows["#0001 massa mendorong pagar"] == "berubah sejak dibekukan"
    assert rows["#0002 tawuran"] == "baru sejak dibekukan"
    assert other


def test_with_the_database_away_nothing_is_handed_over(shown: Shown) -> None:
    live = shown.desk.seat.live
    away = replace(live.connection, state=LinkState.OFFLINE)
    live._watch = SimpleNamespace(connection=away)
    assert shown.panel.items.reason("begin") == "handover_needs_database"
    assert shown.panel.book.reason("add") == "handover_needs_database"


def test_every_other_seat_hears_of_a_forced_change(shown: Shown) -> None:
    desk = shown.desk
    frozen = str(desk.do(BeginHandover()).result["handover_id"])
    desk.notices.clear()
    act = replace(desk.room.act, actor=OTHER)
    lane = desk.room.lane
    standing = next(iter(shown.panel.items._items())).item
    assert standing is not None
    seen = ((*standing.key, standing.digest),)
    lane.submit(AcceptItems(frozen, seen), act=act).result(20)
    lane.submit(SignHandover(frozen), act=act).result(20)
    desk.do(SignHandover(frozen))
    desk.seen(len(desk.kinds()))
    assert "handover_done_announced" not in desk.said()  # who signed last knows it
    done = lane.submit(ForceHandover("ditinggal tugas"), act=act).result(20)
    desk.seen(done.seq or 0)
    desk.until(lambda: "handover_forced_announced" in desk.said())


def test_what_was_taken_by_force_stands_in_the_way_of_no_other_handover(shown: Shown) -> None:
    desk, items = shown.desk, shown.panel.items
    desk.do(ForceHandover("kepala regu sakit"))

    def standing() -> object:
        return items._now

    shown.panel.page.refresh()
    assert standing() is not None
    assert {"begin", "force", "inventory", "minutes", "accept"} == {
        name for name, button in items.buttons.items() if button.isVisibleTo(items)
    }
    assert {name: items.reason(name) for name in ("begin", "force", "inventory", "minutes")} == {
        "begin": None, "force": None, "inventory": None, "minutes": None
    }  # fmt: skip
    shown.press(Qt.Key.Key_Insert)
    shown.answer("HT 12 unit")
    assert any(first.endswith("HT 12 unit") for first, _ in shown.rows())
    shown.sit(OTHER)
    shown.mark(0)
    shown.press(Qt.Key.Key_Return)
    shown.said("handover.accepted")
    assert standing() is None
    desk.do(SetPriority(shown.incident, Priority.P2))
    desk.do(SetPriority(shown.incident, Priority.P1))
    shown.panel.page.refresh()
    assert standing() is None


def test_what_is_told_to_the_shift_appears_by_itself(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, lead = shown.desk, (Addressee(AddresseeKind.LEAD),)
    made = desk.do(GiveInstruction("Perketat patroli Suhat", lead))
    desk.seen(made.seq or 0)
    first = [row.first for row in shown.panel.page.model.rows]
    assert any("Perketat patroli Suhat" in text for text in first)
    asked: list[str] = []
    monkeypatch.setattr(shown.panel.page, "refresh", lambda: asked.append(""))
    for entity in ("shift_note", "casualties"):
        shown.panel._changed(Touched(entities={entity}))
    assert len(asked) == 2


def test_inventory_outlives_a_handover_that_is_called_off_but_not_its_person(shown: Shown) -> None:
    desk, items = shown.desk, shown.panel.items

    def typed() -> list[str]:
        return [first for first, _ in shown.rows() if "HT" in first or "Kunci" in first]

    for line in ("HT 12 unit", "Kunci gudang"):
        shown.press(Qt.Key.Key_Insert)
        shown.answer(line)
    shown.press(Qt.Key.Key_B)
    shown.answer()
    shown.said("handover.begun")
    assert len(typed()) == 2
    shown.press(Qt.Key.Key_Delete)
    shown.answer("salah tekan")
    shown.said("handover.cancelled")
    assert len(typed()) == 2
    shown.mark(0)
    assert items.reason("cancel") == "handover_typed_only"
    at = next(n for n, (first, _) in enumerate(shown.rows()) if first.endswith("HT 12 unit"))
    shown.mark(at)
    shown.press(Qt.Key.Key_Delete)
    (left,) = typed()
    assert left.endswith("Kunci gudang")
    shown.press(Qt.Key.Key_Insert)
    shown.answer("HT 3 unit")
    shown.sit(OTHER)
    assert not any("HT 3 unit" in first for first in typed())
    assert desk.kinds()[-1] == "handover.cancelled"


def test_the_book_is_filled_from_the_log_written_in_and_struck_through(
    shown: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, book = shown.desk, shown.panel.book
    shown.panel.turn_to("book")
    desk.until(lambda: book._book is not None)
    assert any("#0001 · P1 · massa mendorong pagar" in first for first, _ in shown.rows())
    assert book.reason("strike") == "book_written_already"
    shown.press(Qt.Key.Key_Insert)
    assert book.form is not None
    book.form.write({"text": "Tahanan 6 orang, sehat"})
    book.form.keep_button.click()
    shown.said("book.written")
    book._turned()
    desk.until(lambda: book._book is not None)
    at = next(n for n, (first, _) in enumerate(shown.rows()) if "Tahanan 6" in first)
    shown.mark(at)
    shown.press(Qt.Key.Key_Delete)
    shown.answer("salah hitung")
    shown.said("book.struck")
    monkeypatch.setattr(book_page, "data_dir", lambda: tmp_path)
    monkeypatch.setattr(paths, "data_dir", lambda: tmp_path)
    shown.press(Qt.Key.Key_E)
    shown.said("book_exported")
    file = next(tmp_path.rglob("buku-mutasi-*.pdf"))
    data = file.read_bytes()
    assert [finding.code for finding in book_seal.check(data)] == ["book_good"]
    for entity in ("roll_call", "roll_mark", "unit_check"):
        book._stale = False
        desk.seat.live.changed.emit(Touched(entities={entity}))
        assert book._stale, entity
    sent: list[tuple[str, int]] = []
    monkeypatch.setattr(printer_choice, "printers", lambda: ["Ruang jaga"])
    monkeypatch.setattr(
        book_page, "print_book", lambda log, _, to: sent.append((to.name, len(log.lines)))
    )
    shown.press(Qt.Key.Key_C)
    desk.until(lambda: "yang mana" in book.question.accessibleName())
    QTest.keyClicks(book.question, "1")
    shown.said("document_printed")
    assert sent == [("Ruang jaga", len(book._lines))]
