"""The book of a shift: nothing in it is changed, and a page that was signed takes nothing more."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from command_center.bootstrap.verify_book import against
from command_center.commands.book import StrikeBook, WriteBook
from command_center.commands.dispatch import OrderUnits, ReleaseUnit
from command_center.commands.handover import ForceHandover
from command_center.commands.handover_rules import SetHandoverRules
from command_center.commands.local import KEPT_LOCALLY
from command_center.commands.notes import AddNote
from command_center.commands.workstation import RegisterWorkstation
from command_center.documents.book import FORM, columns, page_hashes, rows_of
from command_center.documents.book_seal import Seal
from command_center.domain.book import BookKind
from command_center.domain.errors import Conflict, OperatorError
from command_center.domain.exercise_mark import LINE
from command_center.domain.handover import Handover, HandoverEnd, HandoverRules
from command_center.domain.room import Role, RoomKind, Shift
from command_center.situation.book import draft_of, lookup_in
from command_center.situation.situation import Situation
from tests.room.conftest import HandClock
from tests.room.desk import Desk

KEY = "ab" * 32


def test_a_wrong_line_is_struck_through_and_another_says_what_is_right(desk: Desk) -> None:
    wrong = str(desk.do(WriteBook(BookKind.DETAINEES, "Tahanan 6 orang")).result["entry_id"])
    desk.do(StrikeBook(wrong, "salah hitung", "Tahanan 7 orang"))
    rows = {row.text: row for row in desk.look().all("book_entry")}
    struck, right = rows["Tahanan 6 orang"], rows["Tahanan 7 orang"]
    assert (struck.struck_reason, struck.struck_by) == ("salah hitung", desk.room.act.actor)
    assert (right.corrects_id, right.kind, right.struck_at) == (wrong, BookKind.DETAINEES, None)
    with pytest.raises(Conflict):
        desk.do(StrikeBook(wrong, "lagi"))


def test_a_line_needs_words_and_a_strike_its_reason(desk: Desk) -> None:
    with pytest.raises(OperatorError, match="book_empty"):
        desk.do(WriteBook(BookKind.EVENT, "   "))
    ahead = desk.room.clock.now() + timedelta(hours=1)
    with pytest.raises(OperatorError, match="book_in_future"):
        desk.do(WriteBook(BookKind.EVENT, "nanti", at=ahead))
    id = str(desk.do(WriteBook(BookKind.EVENT, "apel")).result["entry_id"])
    with pytest.raises(OperatorError, match="note_needs_reason"):
        desk.do(StrikeBook(id, " "))


def test_a_page_of_a_shift_that_ended_is_closed(desk: Desk) -> None:
    id = str(desk.do(WriteBook(BookKind.EVENT, "apel malam")).result["entry_id"])
    before = desk.room.clock.now() - timedelta(minutes=1)
    desk.do(ForceHandover("uji"), act=desk.person(Role.SHIFT_LEAD, "staff:b"))
    with pytest.raises(OperatorError, match="book_page_signed") as caught:
        desk.do(StrikeBook(id, "ingin diubah"))
    assert caught.value.params == {"shift": "Regu A"}
    with pytest.raises(OperatorError, match="book_before_shift"):
        desk.do(WriteBook(BookKind.EVENT, "menyusul", at=before))


def test_the_book_of_an_exercise_says_so_on_every_page(desk: Desk) -> None:
    look = desk.look()
    shift, room = look.shift, look.room
    assert shift is not None
    assert room is not None
    assert draft_of(look, shift, UTC, "UTC").names.room == room.name
    look.tables.rows["room"][room.id] = replace(room, kind=RoomKind.EXERCISE)
    assert draft_of(look, shift, UTC, "UTC").names.room == f"{LINE} · {room.name}"


def test_a_clock_that_was_set_ahead_hides_nothing_of_an_earlier_shift(desk: Desk) -> None:
    look = desk.look()
    shift = look.shift
    assert shift is not None
    frozen = handover("h1", shift.id, "s2", log_seq=40)
    ahead = replace(shift, id="s2", starts_at=shift.starts_at + timedelta(days=1))
    at_once = handover("h2", "s2", "s3", log_seq=0)
    later = handover("h3", "s3", "s4", log_seq=90)
    rows = {row.id: row for row in (frozen, at_once, later)}
    look.tables.rows["handover"].update(rows)
    begun = [
        draft_of(look, one, UTC, "UTC").after
        for one in (shift, ahead, replace(ahead, id="s3"), replace(ahead, id="s4"))
    ]
    assert begun == [0, 40, 40, 90]


def handover(id: str, shift_id: str, next_id: str, log_seq: int) -> Handover:
    """All signed on one day, before that of a shift whose clock was ahead."""
    at = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)
    return Handover(
        id, 1, shift_id, "Regu B", "a", "b", at, "WS", "", 0, log_seq, at, at, at,
        HandoverEnd.SIGNED, "b", "", next_id,
    )  # fmt: skip


def sealed(desk: Desk, look: Situation, shift: Shift | None = None) -> Seal:
    """What a workstation signs of the book of a shift, by default of the one that goes on, as it
    knows the room: two pages."""
    desk.do(RegisterWorkstation(desk.room.act.workstation, KEY), act=desk.room.system)
    history, shift = desk.room.database.history, shift or look.shift
    assert shift is not None
    draft = draft_of(look, shift, ZoneInfo("Asia/Jakarta"), "WIB")
    book = draft.read(draft.entries(history), lookup_in(history))
    rows = [row for row, _ in rows_of(book, columns())]
    pages = [rows[:1], rows[1:]]
    return Seal(
        book.room, shift.id, shift.name, desk.room.act.workstation, "", book.log_to, book.log_hash,
        tuple(column.id for column in columns()), tuple(map(len, pages)), page_hashes(pages),
        ("", ""), "", KEY, "", FORM,
    )  # fmt: skip


def test_pages_before_and_after_what_comes_late_are_both_of_the_log(
    desk: Desk, clock: HandClock, database_url: str
) -> None:
    incident_id, old = desk.report(), desk.look()
    shift = old.shift
    assert shift is not None
    desk.do(RegisterWorkstation(desk.room.act.workstation, KEY), act=desk.room.system)
    clock.turn(60)
    kept = replace(desk.room.act, shift=shift.id, reason=KEPT_LOCALLY, occurred_at=clock.now())
    desk.do(ForceHandover("uji"), act=desk.person(Role.SHIFT_LEAD, "staff:b"))
    signed = sealed(desk, desk.look(), shift)
    clock.turn(600)
    desk.do(AddNote(incident_id, "pagar sudah roboh"), act=kept)
    look = desk.look()
    again, here = sealed(desk, look, shift), sealed(desk, look)
    assert (again.chain, again.log_to) == (signed.chain, signed.log_to)
    assert (signed.rows, here.rows) == ((1, 1), (1, 1))
    for seal in (signed, again, here):
        assert said(seal, database_url) == []
    draft = draft_of(look, look.shift or shift, ZoneInfo("Asia/Jakarta"), "WIB")
    history = desk.room.database.history
    row = draft.read(draft.entries(history), lookup_in(history)).lines[-1]
    assert row.text.startswith("Terlambat masuk, kejadian jam 14.01 Regu A: ")
    assert row.action.startswith("14.01 catatan: pagar sudah roboh")


def said(seal: Seal, url: str) -> list[tuple[str, int]]:
    return [(one.code, one.page) for one in against(seal, url, None)]


def test_an_honest_page_is_of_the_log_though_its_seat_forgot_the_incident(
    desk: Desk, clock: HandClock, database_url: str
) -> None:
    incident_id = desk.report()
    unit_id = desk.unit("SAMAPTA 12").id
    desk.do(OrderUnits(incident_id, (unit_id,), "segera"))
    clock.turn(60)
    desk.do(ForceHandover("uji"), act=desk.person(Role.SHIFT_LEAD, "staff:b"))
    clock.turn(60)
    desk.do(ReleaseUnit(unit_id))
    look = desk.look()
    for entity in ("incident", "assignment"):
        look.tables.rows[entity].clear()
    seal = sealed(desk, look)
    assert (seal.shift, seal.rows) == ("Regu B", (1, 1))
    assert said(seal, database_url) == []
    other = replace(seal, chain=(seal.chain[0], "cd" * 32))
    assert said(other, database_url) == [("book_page_not_of_log", 2)]


def test_a_signed_page_that_leaves_rows_out_is_not_of_the_log(
    desk: Desk, database_url: str
) -> None:
    desk.report()
    desk.do(WriteBook(BookKind.EVENT, "apel"))
    seal = sealed(desk, desk.look())
    assert seal.rows == (1, 1)
    one, only_numbers = seal.chain[:1], page_hashes([[("1",)], [("2",)]])
    for altered, found in (
        (replace(seal, rows=(), chain=(), pages=()), "book_rows_differ"),
        (replace(seal, rows=(1,), chain=one, pages=("",)), "book_rows_differ"),
        (replace(seal, pages=("",)), "book_rows_differ"),
        (replace(seal, columns=("no",), chain=only_numbers), "book_columns_unknown"),
        (replace(seal, key="cd" * 32), "book_key_unknown"),
        (replace(seal, log_hash="cd" * 32), "book_log_differs"),
    ):
        assert said(altered, database_url) == [(found, 0)]


def test_columns_that_the_room_chose_since_are_known(desk: Desk, database_url: str) -> None:
    desk.do(WriteBook(BookKind.EVENT, "apel"))
    seal = sealed(desk, desk.look())
    narrow = ("text", "no")
    chain = page_hashes([[("apel", "1")], []])
    other = replace(seal, columns=narrow, chain=chain)
    assert said(other, database_url) == [("book_columns_unknown", 0)]
    desk.do(SetHandoverRules(HandoverRules(columns=narrow)), act=desk.person(Role.SHIFT_LEAD))
    assert said(other, database_url) == []
