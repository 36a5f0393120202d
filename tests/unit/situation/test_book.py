"""The book of a shift, read from entries of a log."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from command_center.commands.local import KEPT_LOCALLY
from command_center.documents.book_seal import FIRST_FORM
from command_center.domain.book import BookKind
from command_center.domain.log import Change, LogEntry, StoredEntry
from command_center.domain.room import Shift
from command_center.situation.book import BookDraft, told_of
from command_center.situation.book_words import BookNames

START = datetime(2026, 11, 21, 6, 0, tzinfo=UTC)
SHIFT = Shift("s1", 1, "Regu A", "staff-rs", START, START + timedelta(hours=8))
NAMES = BookNames(
    people={"staff-rs": "Aiptu Rahmad S."},
    initials={"staff-rs": "RS"},
    units={"u1": "SAMAPTA 12"},
    agencies={},
    hospitals={},
    room="LATIHAN Polresta",
    zone=ZoneInfo("Asia/Jakarta"),
    zone_name="WIB",
    shifts={"s0": "Regu C", "s1": "Regu A", "s2": "B"},
)
EARLIER: dict[tuple[str, str], dict[str, Any]] = {
    ("incident", "i2"): {"number": 7, "alias": None, "title": "banjir", "address": "Jl. Kawi"},
    ("incident", "i3"): {"number": 3, "title": "lama"},
    ("assignment", "a9"): {"incident_id": "i2", "unit_id": "u1"},
}
OPENED = {"number": 8, "title": "begal", "priority": "P1", "address": "Jl. Ijen"}


def entry(
    seq: int, minutes: int, *changes: Change, shift: str = "s1", kept: int = 0
) -> StoredEntry:
    """`kept`: for so many minutes at a workstation that was out of reach."""
    at = (START + timedelta(minutes=minutes)).isoformat()
    stored = (START + timedelta(minutes=minutes + kept)).isoformat()
    reason = KEPT_LOCALLY if kept else ""
    made = LogEntry("x", 1, f"op{seq}", "staff-rs", "WS", shift, at, stored, reason, changes)
    return StoredEntry(seq, bytes([seq]) * 32, made)


def change(entity: str, id: str, version: int, **told: Any) -> Change:
    return Change(entity, id, version, told, {})


def lookup(entity: str, id: str, _: int) -> dict[str, Any]:
    return EARLIER.get((entity, id), {})


def read(*entries: StoredEntry) -> list[tuple[str, str, str]]:
    draft = BookDraft(SHIFT, NAMES, 0, None, None)
    book = draft.read(entries, lookup)
    return [(row.text, row.action, row.struck) for row in book.lines]


def test_an_incident_is_one_line_with_what_was_done_about_it() -> None:
    rows = read(
        entry(1, 1, change("incident", "i1", 1, **OPENED)),
        entry(2, 2, change("incident", "i1", 2, verified_at="x", owner_id="staff-rs")),
        entry(3, 3, change("assignment", "a1", 1, incident_id="i1", unit_id="u1", kind="active")),
        entry(4, 9, change("assignment", "a1", 2, on_scene_at="x")),
        entry(5, 30, change("incident", "i1", 3, closed_at="x", disposition="resolved")),
    )
    assert rows == [
        (
            "#0008 · P1 · begal · Jl. Ijen",
            "13.02 diambil RS; 13.02 diverifikasi RS; 13.03 SAMAPTA 12 diperintah RS; "
            "13.09 SAMAPTA 12 di TKP RS; 13.30 selesai: tertangani RS",
            "",
        )
    ]


def test_what_was_taken_back_is_told_too() -> None:
    rows = read(
        entry(1, 1, change("incident", "i1", 1, **OPENED, closed_at=None, merged_into=None)),
        entry(2, 2, change("incident", "i1", 2, closed_at="x", disposition="prank")),
        entry(3, 3, change("incident", "i1", 3, closed_at=None, disposition=None)),
        entry(4, 4, change("incident", "i1", 4, status="merged", merged_into="i2")),
        entry(5, 5, change("incident", "i1", 5, status="new", merged_into=None)),
        entry(6, 6, change("incident", "i1", 6, title="begal")),
    )
    assert [action for _, action, _ in rows] == [
        "13.02 selesai: iseng RS; 13.03 dibuka lagi RS; "
        "13.04 digabung ke kejadian lain RS; 13.05 dipisahkan lagi RS"
    ]


def test_what_began_before_the_shift_is_a_continuation_by_its_number() -> None:
    rows = read(
        entry(1, 1, change("assignment", "a9", 2, on_scene_at="x")),
        entry(2, 2, change("incident", "i3", 5, priority="P2")),
    )
    assert [(text, action) for text, action, _ in rows] == [
        ("#0007 · banjir · (lanjutan)", "13.01 SAMAPTA 12 di TKP RS"),
        ("#0003 · P2 · lama · (lanjutan)", "13.02 menjadi P2 RS"),
    ]


def test_an_earlier_row_is_called_what_it_was_called_before_the_entry() -> None:
    told = (
        entry(1, 1, change("incident", "i1", 1, **OPENED)),
        entry(2, 2, change("incident", "i1", 2, title="begal motor")),
        entry(3, 3, change("incident", "i9", 1, **OPENED)),
    )
    assert told_of(told, "incident", "i1") == OPENED | {"title": "begal motor"}


def test_lines_of_other_shifts_are_not_in_it() -> None:
    rows = read(
        entry(1, 1, change("incident", "i1", 1, **OPENED), shift="s0"),
        entry(2, 2, change("incident", "i4", 1, **OPENED)),
        entry(3, 9 * 60 + 30, change("incident", "i5", 1, **OPENED), shift="s2"),
    )
    assert len(rows) == 1


def test_what_was_kept_offline_stands_at_its_own_time_however_late_it_came() -> None:
    day = 24 * 60
    told = (
        entry(1, 2, change("incident", "i2", 4, priority="P2")),
        entry(2, 9, change("assignment", "a9", 2, on_scene_at="x")),
        entry(3, 5, change("assignment", "a9", 3, en_route_at="x"), kept=40),
        entry(4, 1, change("incident", "i1", 1, **OPENED), kept=day),
    )
    book = BookDraft(SHIFT, NAMES, 0, None, None).read(told, lookup)
    assert [row.at for row in book.lines] == [START + timedelta(minutes=n) for n in (1, 2)]
    assert book.lines[1].action == (
        "13.02 menjadi P2 RS; 13.05 SAMAPTA 12 menuju TKP RS; 13.09 SAMAPTA 12 di TKP RS"
    )
    assert book.log_to == 4


def test_what_is_heard_of_after_its_shift_is_in_the_book_of_the_shift_that_hears() -> None:
    """The page that was signed says the same, to the last entry of the log it rests on."""
    before = (
        entry(1, 2, change("incident", "i2", 4, priority="P2")),
        entry(2, 480, change("shift", "s1", 2, ends_at="x"), change("shift", "s2", 1, name="B")),
    )
    late = (
        entry(3, 5, change("assignment", "a9", 3, en_route_at="x"), kept=500),
        entry(4, 9, change("incident", "i1", 1, **OPENED), kept=20 * 60),
        entry(5, 9, change("unit", "u1", 2, status="en_route"), kept=20 * 60),
        entry(6, 2000, change("incident", "i1", 2, owner_id="staff-rs"), shift="s2"),
    )
    draft = BookDraft(SHIFT, NAMES, 0, None, None)
    signed, after = (draft.read(told, lookup) for told in (before, before + late))
    assert after == signed
    assert after.log_to == 2
    new = replace(SHIFT, id="s2", starts_at=START + timedelta(hours=8))
    draft = BookDraft(new, NAMES, 0, None, None)
    told = draft.read(before + late, lookup)
    assert [(f"{row.at:%d %H.%M}", row.text, row.action) for row in told.lines] == [
        (
            "21 14.25",
            "Terlambat masuk, kejadian jam 13.05 Regu A: #0007 · banjir · (lanjutan)",
            "13.05 SAMAPTA 12 menuju TKP RS",
        ),
        (
            "22 02.09",
            "Terlambat masuk, kejadian 21-11-2026 jam 13.09 Regu A: #0008 · P1 · begal · Jl. Ijen",
            "",
        ),
        ("22 15.20", "#? · (lanjutan)", "22.20 diambil RS"),
    ]
    assert told.log_to == 6
    assert [row.text for row in draft.read((*before, late[0]), lookup, FIRST_FORM).lines] == []
    old = BookDraft(SHIFT, NAMES, 0, None, None).read((*before, late[0]), lookup, FIRST_FORM)
    assert old.log_to == 3
    assert old.lines[0].action.endswith("13.05 SAMAPTA 12 menuju TKP RS")


def test_a_shift_without_the_word_is_called_a_regu() -> None:
    begun = entry(1, 500, change("shift", "s3", 1, name="C"), shift="s2")
    told = entry(2, 490, change("incident", "i1", 1, **OPENED), shift="s2", kept=30)
    draft = BookDraft(replace(SHIFT, id="s3"), NAMES, 0, None, None)
    (row,) = draft.read((begun, told), lookup).lines
    assert row.text.startswith("Terlambat masuk, kejadian jam 21.10 regu B: #0008")
    before = replace(draft, shift=replace(SHIFT, id="s4")).read((told,), lookup)
    assert before.lines == ()


def test_a_struck_line_stays_with_why() -> None:
    told = {"at": START.isoformat(), "kind": BookKind.STRENGTH.value, "text": "12", "action": ""}
    rows = read(
        entry(1, 1, change("book_entry", "b1", 1, **told)),
        entry(2, 2, change("book_entry", "b1", 2, struck_at="x", struck_reason="salah")),
    )
    assert rows == [("12", "", "salah")]
    draft = BookDraft(replace(SHIFT, ends_at=None), NAMES, 0, None, None)
    assert draft.read([], lookup).log_to == 0
