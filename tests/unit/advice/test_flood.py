"""When many reports are one happening, and which of them says more than the others."""

import gc
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from command_center.advice.flood import LEAST, LET_GO_AFTER, WINDOW, Flood, Floods
from command_center.domain.incident import Report, ReporterKind
from command_center.domain.place import LocatedBy

NOW = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)
ALUN_ALUN = (-7.9826, 112.6308)


def report(number: int, seconds: float = 0.0, ref: str = "", **fields: object) -> Report:
    made = Report(
        id=f"r{number}",
        version=1,
        source_id="jmp",
        external_id=f"w{number}",
        category="banjir",
        text="air naik",
        reporter=ReporterKind.OPEN,
        occurred_at=NOW,
        received_at=NOW + timedelta(seconds=seconds),
        lat=ALUN_ALUN[0] + number * 1e-5,
        lon=ALUN_ALUN[1],
        accuracy_m=10.0,
        located_by=LocatedBy.GPS,
        area_code="35.73.02.1001",
        address="",
        clock_skewed=False,
        reporter_ref=ref,
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def fed(*reports: Report) -> Floods:
    floods = Floods()
    for one in reports:
        floods.take(one, f"i-{one.id}")
    return floods


def only(floods: Floods) -> Flood:
    (found,) = floods.begun()
    return found


def test_it_begins_with_enough_of_them_and_says_who_looks_different() -> None:
    floods = Floods()
    touched = [floods.take(report(n, n), f"i{n}") for n in range(LEAST + 1)]
    assert touched[: LEAST - 1] == [set()] * (LEAST - 1)
    assert touched[LEAST - 1] == {f"i{n}" for n in range(LEAST)}
    assert touched[LEAST] == {"i0", f"i{LEAST}"}


def test_thirty_reports_of_twenty_seven_people() -> None:
    refs = [f"p{n % 27}" for n in range(30)]
    found = only(fed(*(report(n, n, ref) for n, ref in enumerate(refs))))
    assert (found.reports, found.reporters) == (30, "27")


def test_those_who_cannot_be_told_apart_count_as_one_at_least() -> None:
    refs = ["a", "b", *[""] * 5]
    assert only(fed(*(report(n, n, ref) for n, ref in enumerate(refs)))).reporters == "≥3"


@pytest.mark.parametrize(
    "other",
    [
        {"category": "kebakaran"},
        {"lat": ALUN_ALUN[0] + 0.02},
        {"received_at": NOW + WINDOW + timedelta(seconds=30)},
        {"late": True},
        {"lat": None, "lon": None, "area_code": None},
    ],
)
def test_another_kind_place_or_time_is_no_part_of_it(other: dict[str, object]) -> None:
    floods = fed(*(report(n) for n in range(LEAST)))
    floods.take(report(99, **other), "elsewhere")  # type: ignore[arg-type]
    assert only(floods).reports == LEAST
    assert floods.of("elsewhere") is None


def test_too_slow_a_trickle_is_no_flood() -> None:
    step = WINDOW.total_seconds() / (LEAST - 1) + 1
    assert not fed(*(report(n, n * step) for n in range(LEAST))).begun()


def test_by_the_name_of_the_kelurahan_where_there_is_no_point() -> None:
    named = {"lat": -7.9, "lon": 112.6, "located_by": LocatedBy.KELURAHAN}
    floods = fed(*(report(n, **named) for n in range(LEAST)))  # type: ignore[arg-type]
    assert only(floods).reports == LEAST


def test_it_is_over_when_nobody_has_said_more_for_a_while() -> None:
    found = only(fed(*(report(n) for n in range(LEAST))))
    assert found.goes_on(NOW + WINDOW)
    assert not found.goes_on(NOW + WINDOW + timedelta(seconds=1))


def test_the_one_that_says_somebody_is_in_danger_is_known_also_if_it_came_first() -> None:
    texts = ["anak saya terjebak", *["air naik"] * LEAST, "tidak ada yang terjebak"]
    found = only(fed(*(report(n, n, text=text) for n, text in enumerate(texts))))
    assert found.dangers == {"i-r0": "r0"}


def test_the_next_open_one_leads_when_the_first_has_ended() -> None:
    floods = fed(*(report(n) for n in range(LEAST)))
    assert floods.pass_lead("i-r0", {"i-r2", "i-r3"}) == {"i-r0", "i-r2"}
    assert only(floods).lead_id == "i-r2"
    assert floods.pass_lead("i-r5", {"i-r3"}) == set()


def test_the_same_report_counts_once() -> None:
    floods = fed(*(report(n) for n in range(LEAST)))
    assert floods.take(report(0), "i-r0") == set()
    assert only(floods).reports == LEAST


def test_what_the_room_forgot_is_forgotten_here() -> None:
    floods = fed(*(report(n) for n in range(LEAST)))
    floods.forget({f"i-r{n}" for n in range(LEAST)})
    assert not floods.begun()


def elsewhere(number: int, seconds: float) -> Report:
    """A street of its own."""
    return report(number, seconds, lat=ALUN_ALUN[0] + number * 0.02)


def held() -> int:
    gc.collect()
    return sum(isinstance(one, Flood) for one in gc.get_objects())


def test_what_never_became_one_is_let_go() -> None:
    before, every_s = held(), WINDOW.total_seconds() / 2
    floods = fed(*(elsewhere(n, n * every_s) for n in range(200)))
    assert 0 < held() - before <= 2 * LET_GO_AFTER.total_seconds() / every_s
    assert not floods.begun()


def test_one_that_began_stays_though_it_is_over() -> None:
    long_after = 2 * LET_GO_AFTER.total_seconds()
    floods = fed(*(report(n) for n in range(LEAST)))
    for number in range(LEAST, LEAST + 10):
        floods.take(elsewhere(number, long_after), f"i-r{number}")
    assert only(floods) is floods.of("i-r0")


def test_what_arrives_out_of_order_still_joins() -> None:
    floods = fed(*(report(n) for n in range(LEAST - 1)))
    almost = LET_GO_AFTER.total_seconds()
    for number in range(LEAST, LEAST + 10):
        floods.take(elsewhere(number, almost), f"i-r{number}")
    floods.take(report(LEAST - 1, 1), f"i-r{LEAST - 1}")
    assert only(floods).reports == LEAST
