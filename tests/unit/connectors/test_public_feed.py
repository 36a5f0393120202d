"""What the public hears of the situation, and what nobody can work out of it."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command_center.connectors.public_feed.feed import LEAST, PUBLIC, as_of, counts, document
from command_center.domain.incident import Disposition, Incident, IncidentStatus
from command_center.domain.referral import NoticeKind, NoticeState, PublicNotice
from tests.ui.scene import incident as scene_incident

NOW = datetime(2026, 11, 21, 12, 7, tzinfo=UTC)
UNTIL = as_of(NOW)
DINOYO, KAUMAN = "35.73.05.1005", "35.73.02.1007"


def incident(area: str | None = DINOYO, category: str = "banjir", **fields: Any) -> Incident:
    from command_center.domain.incident import Priority

    made = scene_incident(1, "Bu Sulastri kebanjiran", Priority.P2, 0, "Jl. MT Haryono 7")
    opened = UNTIL - timedelta(hours=1)
    given: dict[str, Any] = {"opened_at": opened, "verified_at": opened, "disposition": None}
    return replace(made, area_code=area, category=category, **{**given, **fields})


def rows(*incidents: Incident) -> list[tuple[str, str, int]]:
    return [(row["area"], row["category"], row["count"]) for row in counts(incidents, UNTIL)]


def test_as_of_is_half_an_hour_late_and_on_the_quarter() -> None:
    assert datetime(2026, 11, 21, 11, 30, tzinfo=UTC) == UNTIL
    assert as_of(NOW + timedelta(minutes=7, seconds=59)) == UNTIL


def test_few_are_hidden_and_enough_are_counted() -> None:
    assert rows(*[incident()] * (LEAST - 1)) == []
    assert rows(*[incident()] * LEAST) == [(DINOYO, "banjir", LEAST)]


def test_what_is_few_in_several_places_is_counted_without_them() -> None:
    few = [incident(DINOYO), incident(KAUMAN), incident(KAUMAN)]
    assert rows(*few) == [("", "banjir", 3)]


def test_the_rest_of_one_kelurahan_alone_stays_hidden() -> None:
    one = [incident(DINOYO)] * 2
    assert rows(*[incident(KAUMAN)] * 4, *one) == [(KAUMAN, "banjir", 4)]
    assert rows(*[incident(None)] * 5) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"verified_at": None},
        {"verified_at": UNTIL + timedelta(seconds=1)},
        {"opened_at": UNTIL - timedelta(hours=24)},
        {"status": IncidentStatus.MERGED},
        {"disposition": Disposition.PRANK},
        {"disposition": Disposition.DUPLICATE},
        {"category": "kdrt"},
        {"category": "panic_button"},
        {"category": "Bu Sulastri, Jl. Sulfat 3"},
    ],
)
def test_what_is_not_for_the_public_is_not_counted(fields: dict[str, Any]) -> None:
    assert rows(*[incident(**fields)] * 9) == []


@given(
    st.lists(
        st.tuples(
            st.sampled_from([DINOYO, KAUMAN, "35.73.01.1001", None]),
            st.sampled_from(sorted(PUBLIC)[:3]),
        ),
        max_size=40,
    )
)
def test_no_count_below_the_least_can_be_worked_out(cells: list[tuple[str | None, str]]) -> None:
    shown = rows(*(incident(area, what) for area, what in cells))
    assert all(n >= LEAST for _, _, n in shown)
    for area, what, n in shown:
        hidden = {a for a, w in cells if w == what and (a, w, cells.count((a, w))) not in shown}
        assert n == cells.count((area, what)) if area else len(hidden) > 1


def notice(state: NoticeState, until: datetime | None) -> PublicNotice:
    return PublicNotice(
        "n1", 1, NoticeKind.FLOOD, "Banjir", "Hindari", None, None, None, NOW, until, state,
        NOW, "staff-rs", NOW, "staff-dw", "incident-1",
    )  # fmt: skip


def test_only_notices_that_hold_are_in_it_and_nothing_of_who_wrote_them() -> None:
    held = notice(NoticeState.APPROVED, NOW + timedelta(hours=1))
    others = [
        notice(NoticeState.APPROVED, NOW),
        notice(NoticeState.DRAFT, None),
        notice(NoticeState.WITHDRAWN, None),
    ]
    told = json.loads(document([], [held, *others], str, "live", NOW))
    assert [row["title"] for row in told["notices"]] == ["Banjir"]
    assert "staff" not in json.dumps(told)
    assert "incident-1" not in json.dumps(told)


def test_neither_person_nor_address_nor_number_is_in_it() -> None:
    body = document([incident()] * 5, [], lambda code: "Dinoyo", "live", NOW).decode()
    told = json.loads(body)
    assert told["counts"] == [{"area": DINOYO, "category": "banjir", "count": 5, "name": "Dinoyo"}]
    assert "Sulastri" not in body
    assert "Haryono" not in body
    keys = {"feed", "room", "as_of", "hours", "least", "counts", "notices"}
    assert set(told) == keys
