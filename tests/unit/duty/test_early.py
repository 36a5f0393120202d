"""What findings make of the room: episodes raised, grown, left alone, rung and closed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from command_center.advice.early_warning.plan import shipped_plan
from command_center.advice.early_warning.watch import Card, Finding
from command_center.advice.early_warning.worth import Judged
from command_center.advice.early_warning.zones import zones_of
from command_center.commands.early import CloseEpisode, GrowEpisode, RaiseEpisode
from command_center.domain.early import QUIET_AFTER, USUAL_FOR, Episode, Method, Verdict
from command_center.domain.incident import Priority
from command_center.domain.room import AlarmType
from command_center.duty.alarms import WATCHED
from command_center.duty.early import early_warnings, over, steps
from command_center.duty.early_start import Past, card_of, due_night, start
from tests.ui import scene
from tests.ui.scene import NOW
from tests.unit.advice.early_warning.rooms import DAY_S, POINTS, cluster, history
from tests.unit.duty.rows import situation_of

PLAN = shipped_plan()
FOUND = Finding(
    stream="violence",
    method=Method.SCAN,
    areas=("a", "b"),
    since_s=NOW.timestamp() - 3000,
    at_s=NOW.timestamp(),
    window_s=3600.0,
    count=4,
    expected=0.4,
    rate_a_day=0.02,
    power=0.8,
    members=("i1", "i2", "i3", "i4"),
)
EPISODE = Episode(
    id="e1",
    version=1,
    stream="violence",
    method=Method.SCAN,
    areas=("b", "c"),
    since=NOW - timedelta(hours=1),
    raised_at=NOW - timedelta(minutes=30),
    seen_at=NOW - timedelta(minutes=10),
    window_s=3600.0,
    count=4,
    expected=0.4,
    rate_a_day=0.02,
    power=0.8,
    real_a_day=1 / 30,
    true_share=0.57,
    rings=True,
    learning=False,
    members=("i1", "i2", "i3", "i4"),
    verdict=None,
    reason="",
    judged_at=None,
    judged_by=None,
    closed_at=None,
)
USUAL = replace(
    EPISODE,
    verdict=Verdict.USUAL,
    reason="karnaval",
    judged_at=NOW - timedelta(hours=1),
    closed_at=NOW - timedelta(hours=1),
)


def stepped(findings: list[Finding], episodes: list[Episode]) -> list[RaiseEpisode | GrowEpisode]:
    return steps(findings, episodes, PLAN, Judged(), learning=False, now=NOW)


def test_what_is_new_is_raised_with_everything_it_was_decided_on() -> None:
    (step,) = stepped([FOUND], [])
    assert isinstance(step, RaiseEpisode)
    told = step.evidence
    assert (told.stream, told.areas, told.count, told.members) == (
        "violence",
        ("a", "b"),
        4,
        FOUND.members,
    )
    assert told.seen_at == NOW
    assert told.real_a_day == pytest.approx(PLAN.real_a_day)


def test_what_is_the_same_grows_and_only_when_it_says_more() -> None:
    same = replace(FOUND, areas=("b",))
    assert stepped([same], [EPISODE]) == []
    for more in (
        replace(same, members=(*FOUND.members, "i5")),
        replace(same, areas=("b", "d")),
        replace(same, rate_a_day=0.007),
    ):
        (step,) = stepped([more], [EPISODE])
        assert isinstance(step, GrowEpisode)
        assert step.episode_id == "e1"


def test_several_streams_that_see_the_same_incidents_make_one_warning() -> None:
    wider = replace(FOUND, stream="all", rate_a_day=0.1, members=(*FOUND.members, "i9"))
    (step,) = stepped([wider, FOUND], [])
    assert step.evidence.stream == "violence", "the rarest speaks"
    (grown,) = stepped([wider], [EPISODE])
    assert isinstance(grown, GrowEpisode)
    elsewhere = replace(FOUND, areas=("x",), members=("j1", "j2", "j3"))
    assert len(stepped([FOUND, elsewhere], [])) == 2


def test_the_whole_city_and_a_kelurahan_in_it_are_two_warnings() -> None:
    city = replace(EPISODE, id="e2", method=Method.CHART, areas=())
    risen = replace(
        FOUND, method=Method.CHART, areas=(), rate_a_day=0.01, members=(*FOUND.members, "i5", "i6")
    )
    (step,) = stepped([FOUND], [city])
    assert isinstance(step, RaiseEpisode), "a kelurahan is not the city's"
    (step,) = stepped([risen], [EPISODE])
    assert isinstance(step, RaiseEpisode), "nor the city a kelurahan's"
    assert step.evidence.areas == ()
    more = replace(FOUND, members=(*FOUND.members, "i5"))
    grown = stepped([risen, more], [EPISODE, city])
    assert [(type(one), getattr(one, "episode_id", "")) for one in grown] == [
        (GrowEpisode, "e2"),
        (GrowEpisode, "e1"),
    ], "neither keeps the other from growing"
    (step,) = stepped([replace(risen, stream="crime")], [city])
    assert isinstance(step, GrowEpisode), "of another stream, but of the city too"


@pytest.mark.parametrize(
    ("episode", "found", "silent"),
    [
        (USUAL, FOUND, True),
        (USUAL, replace(FOUND, stream="crime", members=("z1", "z2", "z3")), False),
        (USUAL, replace(FOUND, areas=("x",), members=("z1", "z2", "z3")), False),
        (USUAL, replace(FOUND, stream="all", areas=("x",)), True),
        (USUAL, replace(FOUND, stream="all", members=("i3", "i4", "i5", "i6")), True),
        (USUAL, replace(FOUND, stream="all", members=("i4", "i5", "i6", "i7")), False),
        (USUAL, replace(FOUND, stream="all", method=Method.CHART, areas=()), False),
        (replace(USUAL, method=Method.CHART, areas=()), FOUND, False),
        (replace(USUAL, judged_at=NOW - USUAL_FOR), FOUND, False),
        (replace(USUAL, judged_at=NOW - USUAL_FOR), replace(FOUND, stream="all"), False),
        (replace(USUAL, verdict=Verdict.FOLLOW), FOUND, False),
    ],
)
def test_what_a_person_called_usual_stays_quiet_for_a_day(
    episode: Episode, found: Finding, silent: bool
) -> None:
    assert (stepped([found], [episode]) == []) is silent


@pytest.mark.parametrize(
    ("episode", "rings"),
    [
        (EPISODE, True),
        (replace(EPISODE, rings=False), False),
        (replace(EPISODE, verdict=Verdict.FOLLOW, judged_at=NOW), False),
        (
            replace(
                EPISODE, verdict=Verdict.WATCH, judged_at=NOW - timedelta(hours=5), seen_at=NOW
            ),
            True,
        ),
        (USUAL, False),
    ],
)
def test_it_rings_only_if_it_is_worth_it_and_until_a_person_has_judged(
    episode: Episode, rings: bool
) -> None:
    found = list(early_warnings(situation_of([episode]), NOW))
    assert bool(found) is rings
    if rings:
        (due,) = found
        assert due.type is AlarmType.EARLY_WARNING
        assert due.type in WATCHED
        assert due.params["days"] == "50"


def test_it_is_over_when_nothing_has_followed() -> None:
    quiet = replace(EPISODE, seen_at=NOW - QUIET_AFTER)
    assert over(situation_of([quiet]), NOW) == [CloseEpisode("e1")]
    assert over(situation_of([EPISODE]), NOW) == []
    judged = replace(quiet, verdict=Verdict.FOLLOW, judged_at=NOW - timedelta(hours=1))
    assert over(situation_of([judged]), NOW) == []


def test_old_news_is_no_card() -> None:
    row = scene.incident(1, "x", Priority.P3, 600)
    assert card_of(replace(row, occurred_at=None), PLAN) is not None
    late = replace(row, occurred_at=row.opened_at - timedelta(hours=3))
    assert card_of(late, PLAN) is None


def test_the_night_is_due_once() -> None:
    zone = ZoneInfo("Asia/Jakarta")
    night = datetime(2026, 11, 20, 19, 30, tzinfo=UTC)  # half past two in Malang
    now = night + timedelta(hours=9)
    assert due_night(None, now, zone) == night
    assert due_night(night, now, zone) is None
    assert due_night(night - timedelta(days=1), now, zone) == night
    assert due_night(night, night + timedelta(days=1), zone) == night + timedelta(days=1)


def past(days: float, value: dict[str, object], due: datetime | None) -> Past:
    cards = [
        Card(c.id, c.at_s + NOW.timestamp() - days * DAY_S - history(1)[0].at_s, c.area, c.category)
        for c in history(days)
    ]
    cards = [c for c in cards if c.at_s < NOW.timestamp() - 4000]
    return Past(cards, Judged(), value, due, NOW)


def test_whoever_comes_on_duty_learns_the_past_and_looks_at_the_last_hour() -> None:
    zones = zones_of(POINTS, PLAN.neighbours)
    night = start(PLAN, zones, past(15, {}, NOW))
    assert night.value is not None
    assert night.learning is False
    assert set(night.value["streams"]) == {stream.code for stream in PLAN.streams}
    later = past(15, night.value, None)
    news = cluster(NOW.timestamp() - 3000, 10, ("k11",), gap_s=200.0)
    took = start(PLAN, zones, replace(later, cards=[*later.cards, *news]))
    assert took.value is None, "it is the room's already"
    assert took.findings, "the last hour is looked at again"
    assert took.watch.take(news[0]) == [], "and is known"


@pytest.mark.parametrize("value", [{}, {"streams": {"all": {"middle": "x"}}}, {"streams": 3}])
def test_a_young_room_learns_and_what_cannot_be_read_is_learnt_anew(
    value: dict[str, object],
) -> None:
    zones = zones_of(POINTS, PLAN.neighbours)
    young = start(PLAN, zones, past(2, value, None))
    assert young.learning
    assert start(PLAN, zones, past(2, value, NOW)).value == {
        "days": pytest.approx(1.95, abs=0.1),
        "needs_days": 5,
        "incidents": pytest.approx(78, abs=8),
        "judged": {"followed": 0, "days": 0.0},
        "streams": {},
    }
