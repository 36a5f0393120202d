"""What a row means: when its age is news, when silence is, and what one key says next."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from command_center.domain.targets import Targets
from command_center.domain.unit import TaskKind, UnitStatus
from command_center.domain.unit_words import default_limits
from command_center.situation.board import BoardRow, Unheard, WaitingJob
from command_center.situation.meaning import (
    ASK_BEFORE_S,
    Ask,
    NextStep,
    Silence,
    changes_at,
    confirmed,
    is_overdue,
    limit_s,
    next_step,
    read_status,
    silence,
    to_ask,
)
from command_center.situation.seeming import Seeming, Seems

NOW = datetime(2026, 11, 21, 7, 7, 32, tzinfo=UTC)
TARGETS = Targets()
LIMITS = default_limits(TARGETS)
CANCEL = Unheard("task", TaskKind.CANCEL, "batal", NOW)
ADDRESS = Unheard("task", TaskKind.ADDRESS, "Jl. Ijen 9", NOW)
IS_THERE = Seeming(Seems.THERE, NOW)
JOB = WaitingJob("a-2", "i-2", 148, "", "Curanmor", NOW)


def ago(seconds: float) -> datetime:
    return NOW - timedelta(seconds=seconds)


def row(status: UnitStatus, since_s: float = 0.0, **fields: object) -> BoardRow:
    made = BoardRow(
        id="unit",
        call_sign="SAMAPTA 12",
        crew=4,
        kind="patroli",
        agency_id="samapta",
        agency_short="Samapta",
        ours=True,
        orderable=True,
        home=None,
        status=status,
        since=ago(since_s),
        status_reason="",
        incident_id=None,
        incident_number=None,
        incident_address="",
        requested=False,
        unanswered=False,
        position_at=None,
        heard_at=ago(since_s),
        lat=None,
        lon=None,
    )
    return replace(made, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize("status", list(UnitStatus))
def test_an_age_is_news_one_second_after_the_limit_of_its_meaning(status: UnitStatus) -> None:
    limit = limit_s(status, LIMITS)
    if limit is None:
        assert not is_overdue(row(status, 1e6), NOW, LIMITS)
    else:
        assert not is_overdue(row(status, limit), NOW, LIMITS)
        assert is_overdue(row(status, limit + 1), NOW, LIMITS)


def test_a_limit_follows_the_meaning_not_the_label() -> None:
    shorter = replace(LIMITS, break_s=60)
    assert is_overdue(row(UnitStatus.BREAK, 61), NOW, shorter)
    assert not is_overdue(row(UnitStatus.ON_SCENE, 61), NOW, shorter)


@pytest.mark.parametrize(
    ("word_s", "position_s", "speed", "expected"),
    [
        (1200, None, None, Silence.NONE),
        (1201, None, None, Silence.STILL),
        (1201, 5, 8.0, Silence.MOVING),
        (1201, 5, 0.2, Silence.STILL),
        (1201, 5, None, Silence.STILL),
        (1201, 400, 8.0, Silence.STILL),
    ],
)
def test_silent_and_still_is_told_from_silent_but_moving(
    word_s: float, position_s: float | None, speed: float | None, expected: Silence
) -> None:
    at = None if position_s is None else ago(position_s)
    working = row(UnitStatus.ON_SCENE, word_s, position_at=at, speed_mps=speed)
    assert silence(working, NOW, LIMITS, TARGETS) is expected


def test_nobody_is_silent_who_is_not_at_work() -> None:
    for status in set(UnitStatus) - {UnitStatus.EN_ROUTE, UnitStatus.ON_SCENE}:
        assert silence(row(status, 1e5), NOW, LIMITS, TARGETS) is Silence.NONE


def test_a_word_ends_the_silence_although_the_status_is_old() -> None:
    working = row(UnitStatus.ON_SCENE, 5000, word_at=ago(10))
    assert silence(working, NOW, LIMITS, TARGETS) is Silence.NONE


@pytest.mark.parametrize(
    ("status", "fields", "expected"),
    [
        (UnitStatus.AVAILABLE, {}, None),
        (UnitStatus.AVAILABLE, {"waiting": (JOB,)}, NextStep.START),
        (UnitStatus.ORDERED, {"holder": "a", "unanswered": True}, NextStep.ACCEPT),
        (UnitStatus.ORDERED, {"holder": "a"}, NextStep.DEPART),
        (UnitStatus.EN_ROUTE, {"holder": "a", "waiting": (JOB,)}, NextStep.ARRIVE),
        (UnitStatus.ON_SCENE, {"holder": "a", "waiting": (JOB,)}, None),
        (UnitStatus.EN_ROUTE, {"holder": "a", "unheard": (ADDRESS,)}, NextStep.HEAR),
        (UnitStatus.EN_ROUTE, {"holder": "a", "unheard": (ADDRESS,), "seems": IS_THERE},
         NextStep.ARRIVE),
        (UnitStatus.EN_ROUTE, {"unheard": (CANCEL,), "seems": IS_THERE}, NextStep.HEAR),
        (UnitStatus.ORDERED, {"holder": "a", "unanswered": True, "seems": IS_THERE},
         NextStep.ARRIVE),
        (UnitStatus.ORDERED, {"holder": "a", "seems": Seeming(Seems.SET_OFF, NOW)},
         NextStep.DEPART),
        (UnitStatus.ON_SCENE, {"holder": "a", "seems": Seeming(Seems.LEFT, NOW)}, NextStep.LEAVE),
        (UnitStatus.RETURNING, {"seems": Seeming(Seems.BACK, NOW)}, NextStep.READY),
        (UnitStatus.BREAK, {"seems": Seeming(Seems.RESTED, NOW)}, NextStep.READY),
        (UnitStatus.ON_SCENE, {"holder": "a", "seems": Seeming(Seems.FAR, NOW)}, None),
        (UnitStatus.EN_ROUTE, {"holder": "a", "seems": Seeming(Seems.JUMPED, NOW)},
         NextStep.ARRIVE),
    ],
)  # fmt: skip
def test_one_key_says_what_the_unit_is_likely_to_say_next(
    status: UnitStatus, fields: dict[str, object], expected: NextStep | None
) -> None:
    assert next_step(row(status, **fields)) is expected  # type: ignore[arg-type]


@pytest.mark.parametrize("status", [UnitStatus.ON_SCENE, UnitStatus.RETURNING, UnitStatus.ORDERED])
def test_a_row_is_known_to_change_before_it_does(status: UnitStatus) -> None:
    working = row(status, 100, position_at=ago(3), heard_at=ago(3), holder="a", usual_s=300.0)
    times = changes_at(working, LIMITS, TARGETS)
    assert times == sorted(times)
    for second in range(0, 5000, 7):
        then = NOW + timedelta(seconds=second)
        before = then - timedelta(seconds=7)
        read = [
            (is_overdue(working, at, LIMITS), silence(working, at, LIMITS, TARGETS),
             working.is_stale(at, TARGETS), working.shown_status(at, TARGETS),
             to_ask(working, at, LIMITS, TARGETS))
            for at in (before, then)
        ]  # fmt: skip
        if read[0] != read[1]:
            assert any(before.timestamp() <= time <= then.timestamp() for time in times)


def test_what_is_confirmed_happened_when_it_seemed_so_but_not_before_its_last_word() -> None:
    seen = Seeming(Seems.THERE, ago(50))
    said = confirmed(row(UnitStatus.EN_ROUTE, 200, holder="a", seems=seen))
    assert said is not None
    assert (said.status, said.observed_at, said.holder) == (UnitStatus.ON_SCENE, ago(50), "a")
    newer = confirmed(row(UnitStatus.EN_ROUTE, 20, holder="a", seems=seen))
    assert newer is not None
    assert newer.observed_at == ago(20)
    assert confirmed(row(UnitStatus.EN_ROUTE, seems=Seeming(Seems.JUMPED, NOW))) is None
    assert confirmed(row(UnitStatus.EN_ROUTE)) is None


LOST_S = TARGETS.position_stale_s - ASK_BEFORE_S


@pytest.mark.parametrize(
    ("status", "since_s", "fields", "why"),
    [
        (UnitStatus.AVAILABLE, 3000, {}, None),
        (UnitStatus.RETURNING, LIMITS.returning_s, {}, None),
        (UnitStatus.RETURNING, LIMITS.returning_s + 1, {}, Ask.LONG),
        (UnitStatus.BREAK, LIMITS.break_s + 1, {}, Ask.LONG),
        # it said a moment ago that it is still at it, and some time ago
        (UnitStatus.BREAK, 60, {"began": ago(LIMITS.break_s + 60)}, None),
        (UnitStatus.BREAK, 299, {"began": ago(LIMITS.break_s + 700)}, None),
        (UnitStatus.BREAK, 301, {"began": ago(LIMITS.break_s + 700)}, Ask.LONG),
        (UnitStatus.EN_ROUTE, 181, {"holder": "a", "began": ago(950)}, Ask.LONG),
        # the longer it takes, the longer nobody asks again, but not for longer than any search
        (UnitStatus.ON_SCENE, 240, {"holder": "a", "began": ago(4640)}, None),
        (UnitStatus.ON_SCENE, 881, {"holder": "a", "began": ago(5281)}, Ask.LONG),
        (UnitStatus.ON_SCENE, 1199, {"holder": "a", "began": ago(12_000)}, None),
        (UnitStatus.ON_SCENE, 1201, {"holder": "a", "began": ago(12_000)}, Ask.LONG),
        # others are done by then, and no position says more
        (UnitStatus.ON_SCENE, 1100, {"holder": "a", "usual_s": 1200.0}, None),
        (UnitStatus.ON_SCENE, 1201, {"holder": "a", "usual_s": 1200.0}, Ask.USUAL),
        (UnitStatus.ON_SCENE, 179, {"holder": "a", "usual_s": 900.0, "began": ago(1100)}, None),
        (
            UnitStatus.ON_SCENE,
            1201,
            {"holder": "a", "usual_s": 1200.0, "position_at": ago(20)},
            None,
        ),
        (
            UnitStatus.ON_SCENE,
            200,
            {"holder": "a", "usual_s": 190.0, "position_at": ago(600)},
            Ask.USUAL,
        ),
        (UnitStatus.RETURNING, 200, {"usual_s": 190.0}, Ask.USUAL),
        # it has heard the order and has not said that it has set off; it has not heard it
        (UnitStatus.ORDERED, 90, {"holder": "a", "usual_s": 45.0, "word_at": ago(40)}, None),
        (UnitStatus.ORDERED, 90, {"holder": "a", "usual_s": 45.0, "word_at": ago(46)}, Ask.USUAL),
        (UnitStatus.ORDERED, 90, {"holder": "a", "usual_s": 45.0, "unanswered": True}, None),
        # an order that is not answered rings
        (UnitStatus.ORDERED, LIMITS.ordered_s + 1, {"holder": "a"}, None),
        # two words that contradict each other
        (UnitStatus.EN_ROUTE, 5, {}, Ask.CONFLICT),
        (UnitStatus.ON_SCENE, 5, {}, Ask.CONFLICT),
        (UnitStatus.ON_SCENE, 5, {"holder": "a"}, None),
        # a unit that vanishes is asked for before it is lost
        (UnitStatus.AVAILABLE, 3000, {"position_at": ago(LOST_S - 1)}, None),
        (UnitStatus.AVAILABLE, 3000, {"position_at": ago(LOST_S + 1)}, Ask.LOST),
        (UnitStatus.AVAILABLE, TARGETS.status_stale_s - 30, {}, Ask.LOST),
        # it spoke after its receiver fell silent: only its place is unknown
        (UnitStatus.AVAILABLE, 900, {"position_at": ago(1300)}, None),
        (UnitStatus.OFF_DUTY, 1e6, {}, None),
        (UnitStatus.UNAVAILABLE, 1e6, {}, None),
        (UnitStatus.RETURNING, 1e4, {"contains": True}, None),
    ],
)
def test_whom_nobody_can_tell_of_is_to_be_asked(
    status: UnitStatus, since_s: float, fields: dict[str, object], why: Ask | None
) -> None:
    made = row(status, since_s, **fields)
    if made.position_at is not None:
        made = replace(made, heard_at=max(made.since, made.position_at))
    assert to_ask(made, NOW, LIMITS, TARGETS) is why


def test_who_spoke_after_its_receiver_fell_silent_is_shown_but_never_counted_as_ready() -> None:
    spoke = row(UnitStatus.AVAILABLE, 900, position_at=ago(1300), heard_at=ago(900))
    assert spoke.shown_status(NOW, TARGETS) is UnitStatus.AVAILABLE
    assert not spoke.is_available(NOW, TARGETS)
    before = row(UnitStatus.AVAILABLE, 990, position_at=ago(1000), heard_at=ago(990))
    assert before.shown_status(NOW, TARGETS) is UnitStatus.UNKNOWN
    long_ago = replace(spoke, since=ago(15_000), heard_at=ago(15_000), position_at=ago(16_000))
    assert long_ago.shown_status(NOW, TARGETS) is UnitStatus.UNKNOWN


def test_a_row_reads_as_what_it_suggests_unless_something_else_stands_in_its_place() -> None:
    driving = row(UnitStatus.EN_ROUTE, 20, holder="a", seems=IS_THERE)
    assert read_status(driving, NOW, TARGETS) is UnitStatus.ON_SCENE
    assert driving.shown_status(NOW, TARGETS) is UnitStatus.EN_ROUTE
    hidden = replace(driving, unheard=(ADDRESS,))
    assert read_status(hidden, NOW, TARGETS) is UnitStatus.EN_ROUTE
    jumped = replace(driving, seems=Seeming(Seems.JUMPED, NOW))
    assert read_status(jumped, NOW, TARGETS) is UnitStatus.EN_ROUTE
