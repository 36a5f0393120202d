"""The columns kekuatan and inventaris of the book: every number is in the log's entries."""

import re
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from command_center.bootstrap.verify_book import against
from command_center.commands.duties import DutyRow, ImportDuties
from command_center.commands.handover import BeginHandover, ForceHandover, SignHandover
from command_center.commands.notes import AddNote
from command_center.commands.personnel import ImportPersonnel, KeepRegu, PersonRow
from command_center.commands.roll_calls import (
    CheckUnit,
    FinishRollCall,
    MarkPeople,
    OpenRollCall,
)
from command_center.commands.workstation import RegisterWorkstation
from command_center.documents.book import FORM, Book, columns, columns_of, page_hashes, rows_of
from command_center.documents.book_seal import FIRST_FORM, Seal
from command_center.domain.room import Role, Shift
from command_center.domain.roster import CheckPart, CheckState, RollState
from command_center.domain.shift_pattern import slot_of
from command_center.situation.book import BookDraft, draft_of, lookup_in
from command_center.situation.roster import people, strength
from command_center.situation.shift_pattern import shift_pattern
from command_center.situation.situation import Situation
from tests.room.conftest import HandClock
from tests.room.desk import Desk

JAKARTA = ZoneInfo("Asia/Jakarta")
DAY, KEY = date(2026, 11, 21), "ab" * 32
SIGNS = ("SAMAPTA 12", "LANTAS 03")


class Called:
    """Two agencies, six people of one regu, on duty in the shift that runs and in the next."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.lead = desk, desk.person(Role.SHIFT_LEAD)
        agencies = {row.ours: row for row in desk.look().all("agency")}
        self.ours, self.theirs = agencies[True], agencies[False]
        self.do(KeepRegu("Regu A"))
        rows = [
            PersonRow(f"8601000{at}", f"Orang {at}", agency.code, regu="Regu A", call_sign=sign)
            for at, (agency, sign) in enumerate(
                [(self.ours, SIGNS[0])] * 2 + [(self.ours, SIGNS[1])] + [(self.theirs, "")] * 3
            )
        ]
        self.do(ImportPersonnel(tuple(rows)))
        for number in (1, 2):
            slot = slot_of(shift_pattern(desk.look()), DAY, number, JAKARTA)
            row = DutyRow(DAY.isoformat(), number, "8_jam", slot.starts_at, slot.ends_at, "Regu A")
            self.do(ImportDuties((row,)))

    def do(self, command: object) -> dict[str, object]:
        return dict(self.desk.do(command, act=self.lead).result)

    def people(self, *which: int) -> tuple[str, ...]:
        found = {one.nrp: one.id for one in people(self.desk.look())}
        return tuple(found[f"8601000{at}"] for at in which)

    def open(self, number: int) -> str:
        slot = slot_of(shift_pattern(self.desk.look()), DAY, number, JAKARTA)
        return str(self.do(OpenRollCall(slot.starts_at))["roll_call_id"])

    def check(self, call: str, sign: str, part: CheckPart | None, state: CheckState) -> None:
        note = "aki lemah" if part is None else None
        self.do(CheckUnit(call, self.desk.unit(sign).id, part, state, note))

    def draft(self, shift: Shift | None = None) -> BookDraft:
        look = self.desk.look()
        shift = shift or look.shift
        assert shift is not None
        return draft_of(look, shift, JAKARTA, "WIB")

    def book(self, draft: BookDraft, form: int = FORM) -> Book:
        history = self.desk.room.database.history
        return draft.read(draft.entries(history), lookup_in(history), form)


@pytest.fixture
def called(desk: Desk, clock: HandClock) -> Called:
    """One comes late after the roll-call was finished, and a radio is mended."""
    found = Called(desk)
    call = found.open(1)
    found.do(MarkPeople(call, found.people(0, 2, 3, 4), RollState.PRESENT))
    found.do(MarkPeople(call, found.people(1, 5), RollState.ABSENT, "izin"))
    for part in CheckPart:
        found.check(call, SIGNS[0], part, CheckState.GOOD)
    found.check(call, SIGNS[0], CheckPart.RADIO, CheckState.FAULTY)
    found.check(call, SIGNS[0], None, CheckState.UNCHECKED)
    clock.turn(60)
    found.do(FinishRollCall(call))
    clock.turn(600)
    found.do(MarkPeople(call, found.people(1), RollState.LATE))
    clock.turn(60)
    found.check(call, SIGNS[0], CheckPart.RADIO, CheckState.GOOD)
    return found


def told(book: Book, column: str) -> list[tuple[str, str]]:
    """(time and what it is about, what stands in that column) of the rows that fill it."""
    rows = ((row, dict(row.beside)) for row in book.lines)
    return [
        (f"{row.at.astimezone(JAKARTA):%H.%M} {row.text}", beside[column])
        for row, beside in rows
        if column in beside
    ]


def test_strength_is_that_of_the_roll_call_and_of_each_change_since(called: Called) -> None:
    first, second = told(called.book(called.draft()), "strength")
    ours, theirs = called.ours.name, called.theirs.name
    both = "; ".join(f"{name} 2 dari 3 hadir, 1 tidak hadir" for name in sorted((ours, theirs)))
    assert first[0].startswith("14.01 Apel dinas 13.00–21.00 selesai 14.01. ")
    assert first[1] == f"{both}; seluruhnya 4 dari 6"
    now = {ours: "3 dari 3 hadir, 1 terlambat", theirs: "2 dari 3 hadir, 1 tidak hadir"}
    each = "; ".join(f"{name} {now[name]}" for name in sorted(now))
    assert second == ("14.11 Kekuatan berubah", f"{each}; seluruhnya 5 dari 6")


def test_each_number_is_counted_again_from_the_entries_of_the_log(called: Called) -> None:
    """By the bare changes, and at the end it is what the window shows."""
    states: dict[str, str] = {}
    counted = []
    finished = False
    for stored in called.desk.room.database.history.entries():
        for change in stored.entry.changes:
            if change.entity == "roll_mark" and "state" in change.set:
                states[change.id] = change.set["state"]
            finished |= change.entity == "roll_call" and bool(change.set.get("finished_at"))
        here = sum(state in ("hadir", "terlambat") for state in states.values())
        if finished and (here, len(states)) not in counted:
            counted.append((here, len(states)))
    texts = told(called.book(called.draft()), "strength")
    whole = [re.search(r"seluruhnya (\d+) dari (\d+)$", text) for _, text in texts]
    assert [(int(one[1]), int(one[2])) for one in whole if one] == counted == [(4, 6), (5, 6)]
    look = called.desk.look()
    (call,) = look.all("roll_call")
    shown = strength(look, call.id).values()
    assert (sum(one.here for one in shown), sum(one.expected for one in shown)) == counted[-1]


def test_inventory_names_what_is_missing_by_call_sign(called: Called) -> None:
    first, second = told(called.book(called.draft()), "inventory")
    assert first[0].endswith(". SAMAPTA 12: radio rusak (aki lemah). Belum diperiksa: LANTAS 03")
    assert first[1] == "kendaraan 1 baik; radio 1 rusak; senjata 1 baik; perlengkapan 1 baik"
    mended = "14.12 Perlengkapan berubah. SAMAPTA 12: lengkap (aki lemah)"
    assert second == (mended, "kendaraan 1 baik; radio 1 baik; senjata 1 baik; perlengkapan 1 baik")


def test_without_the_columns_it_is_told_with_the_rest(called: Called) -> None:
    book = called.book(called.draft())
    texts = [text for ((text,), _) in rows_of(book, columns_of(("text",)))]
    assert any("Belum diperiksa: LANTAS 03; " in text for text in texts)
    assert any("seluruhnya 4 dari 6; kendaraan 1 baik" in text for text in texts)


def test_a_roll_call_called_before_the_change_of_shift_is_in_the_book_of_the_next(
    called: Called, desk: Desk, clock: HandClock
) -> None:
    clock.turn(6 * 3600)
    old = desk.look().shift
    call = called.open(2)
    called.do(MarkPeople(call, called.people(0), RollState.PRESENT))
    before = clock.now().astimezone(JAKARTA)
    clock.turn(1800)
    desk.do(ForceHandover("uji"), act=desk.person(Role.SHIFT_LEAD, "staff:b"))
    ((line, strength),) = told(called.book(called.draft()), "strength")
    begins = clock.now().astimezone(JAKARTA)
    assert line.startswith(f"{begins:%H.%M} Apel dinas 21.00–05.00 belum selesai {before:%H.%M}. ")
    assert strength.endswith("; seluruhnya 1 dari 6")
    assert "2 belum ditandai" in strength
    assert len(told(called.book(called.draft(old)), "strength")) == 2
    clock.turn(60)
    called.do(MarkPeople(call, called.people(1), RollState.PRESENT))
    ((_, strength),) = told(called.book(called.draft()), "strength")
    assert strength.endswith("; seluruhnya 2 dari 6")


def test_a_window_that_has_forgotten_the_roll_call_writes_the_same_book(
    called: Called, desk: Desk, clock: HandClock
) -> None:
    """It was opened before the change of shift; two days later only the log knows of it."""
    clock.turn(23_400)
    called.do(MarkPeople(called.open(2), called.people(0), RollState.PRESENT))
    clock.turn(1800)
    frozen = str(desk.do(BeginHandover(), act=desk.room.act).result["handover_id"])
    for act in (desk.room.act, desk.person(Role.SHIFT_LEAD, "staff:b", "WS-2")):
        desk.do(SignHandover(frozen), act=act)
    called.do(AddNote(desk.report(), "sesudah serah terima"))
    whole = called.draft()
    assert whole.after > 0
    clock.turn(48 * 3600)
    window = Situation()
    window.load(desk.room.database.feed.snapshot(clock.now() - timedelta(hours=24)))
    assert list(window.all("roll_call")) == []
    book = called.book(draft_of(window, whole.shift, JAKARTA, "WIB"))
    assert told(book, "strength") != []
    assert book == called.book(whole)


def test_an_agency_that_somebody_changed_since_changes_no_page(called: Called) -> None:
    before = called.book(called.draft())
    row = PersonRow("86010000", "Orang 0", called.theirs.code, regu="Regu A")
    called.do(ImportPersonnel((row,)))
    after = called.book(called.draft())
    assert after.lines == before.lines


def test_pages_of_either_form_are_of_the_log(called: Called, desk: Desk, database_url: str) -> None:
    desk.do(RegisterWorkstation(desk.room.act.workstation, KEY), act=desk.room.system)
    for form in (FIRST_FORM, FORM):
        draft = called.draft()
        book = called.book(draft, form)
        rows = [row for row, _ in rows_of(book, columns())]
        assert (len(rows) > 2) is (form == FORM)
        seal = Seal(
            book.room, draft.shift.id, draft.shift.name, "", "", book.log_to, book.log_hash,
            tuple(column.id for column in columns()), (len(rows),), page_hashes([rows]), ("",),
            "", KEY, "", form,
        )  # fmt: skip
        assert list(against(seal, database_url, None)) == []
        other = FIRST_FORM + FORM - form
        assert [one.code for one in against(replace(seal, form=other), database_url, None)] != []


def test_a_seal_of_the_first_form_is_signed_as_it_was() -> None:
    seal = Seal("R", "s", "A", "W", "", 1, "", (), (), (), (), "", KEY)
    assert b'"form"' not in seal.message
    assert b'"form":2' in replace(seal, form=FORM).message
