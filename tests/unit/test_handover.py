"""What is handed over, which of it is red, and when: rules without a room."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from command_center.domain.handover import (
    Accepted,
    HandoverItem,
    HandoverRules,
    Item,
    ItemKind,
    board_hash,
    due_at,
    next_regu,
    rules_of,
    standings,
)
from command_center.domain.handover_board import Board, board_items
from command_center.domain.shift_pattern import ShiftPattern
from command_center.domain.unit import Unit, UnitStatus, WelfareCheck, WelfareOutcome, WelfareStep

NOW = datetime(2026, 11, 21, 13, 50, tzinfo=UTC)
WIB = ZoneInfo("Asia/Jakarta")
EIGHT = ShiftPattern("8_jam", "8 jam", (time(5), time(13), time(21)))
QUARTER = timedelta(minutes=15)
P1 = Item(ItemKind.INCIDENT, "i1", "#0001 begal", True, {"priority": "P1", "status": "baru"})


def row(item: Item, **said: Any) -> HandoverItem:
    made = HandoverItem(
        "r1", 1, "h1", item.kind, item.subject_id, item.title, item.red, dict(item.facts),
        item.digest, False, None, None, None, "",
    )  # fmt: skip
    return replace(made, **said)


@pytest.mark.parametrize(
    ("starts", "due"),
    [
        ("13:00", "21:00"),
        ("11:00", "13:00"),
        ("12:50", "21:00"),  # handed over in the last minutes: it is the next one already
        ("23:30", "05:00"),
    ],
)
def test_a_shift_is_due_where_its_pattern_changes(starts: str, due: str) -> None:
    begun = datetime.combine(NOW.date(), time.fromisoformat(starts), WIB)
    assert f"{due_at(EIGHT, begun, WIB, QUARTER).astimezone(WIB):%H:%M}" == due


@pytest.mark.parametrize(
    ("name", "a_day", "after"),
    [
        ("Regu A", 3, "Regu B"),
        ("Regu C", 3, "Regu A"),
        ("Regu A", 1, "Regu B"),
        ("Jaga", 3, "Jaga"),
    ],
)
def test_regu_follow_each_other(name: str, a_day: int, after: str) -> None:
    assert next_regu(name, a_day) == after


def test_equal_boards_have_equal_hashes_whatever_their_order() -> None:
    other = Item(ItemKind.UNIT, "u1", "SAMAPTA 12", facts={"status": "break"})
    assert board_hash([P1, other]) == board_hash([other, P1])
    assert board_hash([P1]) != board_hash([replace(P1, facts={"priority": "P1"})])


def test_what_was_accepted_holds_until_a_red_one_changes() -> None:
    said: dict[str, Any] = {"accepted": Accepted.ONE, "accepted_by": "b", "accepted_at": NOW}
    kept = row(P1, accepted_digest=P1.digest, **said)
    (same,) = standings([kept], [P1])
    assert (same.accepted, same.changed) == (True, False)
    (moved,) = standings([kept], [replace(P1, title="#0001 begal, korban luka")])
    assert (moved.accepted, moved.changed) == (False, True)
    calm = replace(P1, red=False)
    (quiet,) = standings([kept], [calm])
    assert (quiet.accepted, quiet.changed) == (True, True)
    (forced,) = standings([replace(kept, accepted=Accepted.FORCED)], [P1])
    assert not forced.accepted
    (over,) = standings([row(P1)], [])
    assert (over.open, over.red) == (False, False)


@pytest.mark.parametrize(
    ("outcome", "red"),
    [(None, True), (WelfareOutcome.HURT, True), (WelfareOutcome.WELL, False)],
)
def test_personnel_in_danger_are_red_even_where_their_status_is_normal(
    outcome: WelfareOutcome | None, red: bool
) -> None:
    unit = Unit("u1", 1, "SAMAPTA 12", "a", "", (), 2, None, None, UnitStatus.AVAILABLE, NOW, "")
    ended = None if outcome is None else NOW
    check = WelfareCheck(
        "w1", 1, "u1", WelfareStep.RADIO, False, NOW, NOW, "o", outcome, ended, None
    )
    items = board_items(Board(units=[unit], checks=[check]))
    assert [item.red for item in items] == ([True] if red else [])


def test_what_the_room_was_told_to_do_is_handed_over_in_its_words() -> None:
    (item,) = board_items(Board(instructions=[("n1", "Razia  di Suhat\n01.00")]))
    assert (item.kind, item.title, item.red) == (
        ItemKind.INSTRUCTION,
        "Razia di Suhat 01.00",
        False,
    )


def test_rules_that_cannot_be_read_are_the_usual_ones() -> None:
    assert rules_of(HandoverRules(30, ("at",)).as_value()) == HandoverRules(30, ("at",))
    assert rules_of({"opens_min": "soon"}) == HandoverRules()
    assert rules_of(None).opens_min == 15
