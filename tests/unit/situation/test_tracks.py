"""Where units were of late: thin, in order, and honest about what nobody saw."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from command_center.ports import Position
from command_center.situation.tracks import MOST_STEPS, STEP_M, Track, Tracks
from tests.ui.scene import NOW

LAT, LON = -7.98, 112.63
METRE = 1 / 111_195


def position(seconds: float, north_m: float, accuracy_m: float | None = 6.0) -> Position:
    at = NOW + timedelta(seconds=seconds)
    return Position("u", LAT + north_m * METRE, LON, accuracy_m, None, None, at)


def track(*positions: Position) -> Track:
    tracks = Tracks()
    for one in positions:
        tracks.take({"u": one})
    found = tracks.of("u")
    assert found is not None
    return found


def test_the_receivers_wandering_is_no_movement() -> None:
    still = track(*(position(n, (n * 37) % 30) for n in range(20)))
    assert still.moved_at is None
    assert still.last.at == NOW + timedelta(seconds=19)


def test_movement_is_seen_when_it_has_gone_far_enough() -> None:
    moved = track(position(0, 0), position(5, 30), position(10, 60), position(15, 65))
    assert moved.moved_at == NOW + timedelta(seconds=10)


def test_a_position_nobody_can_be_sure_of_moves_nothing() -> None:
    assert track(position(0, 0), position(5, 900, accuracy_m=400.0)).moved_at is None


def test_what_comes_late_or_twice_changes_nothing() -> None:
    newest = position(10, 500)
    before = track(position(0, 0), newest)
    assert track(position(0, 0), newest, position(5, 0), newest) == before


@given(st.lists(st.tuples(st.integers(0, 999), st.integers(-3000, 3000)), min_size=1, max_size=60))
def test_a_track_stays_thin_and_runs_forward(heard: list[tuple[int, int]]) -> None:
    found = track(*(position(float(s), float(m)) for s, m in heard))
    times = [step.at for step in found.steps]
    assert len(times) <= MOST_STEPS
    assert times == sorted(set(times))
    assert found.first_at <= times[0] <= times[-1] <= found.last.at


def test_it_has_arrived_once_two_positions_say_so() -> None:
    steps = [position(0, 900), position(60, 80)]
    assert track(*steps).arrived_at(LAT, LON, 100.0) is None
    there = track(*steps, position(65, 82 - STEP_M / 2))
    assert there.arrived_at(LAT, LON, 100.0) == NOW + timedelta(seconds=60)
    gone = track(*steps, position(65, 60), position(90, 700))
    assert gone.arrived_at(LAT, LON, 100.0) is None
