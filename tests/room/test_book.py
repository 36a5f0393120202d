"""The book of a shift: nothing in it is changed, and a page that was signed takes nothing more."""

from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from command_center.commands.book import StrikeBook, WriteBook
from command_center.commands.handover import ForceHandover
from command_center.domain.book import BookKind
from command_center.domain.errors import Conflict, OperatorError
from command_center.domain.exercise_mark import LINE
from command_center.domain.room import Role, RoomKind
from command_center.situation.book import draft_of
from tests.room.desk import Desk


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
