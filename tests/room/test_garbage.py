"""Garbage is collected by the window's tick, and by nothing else while a window is open."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from command_center.bootstrap.garbage import ASIDE_EVERY, FULL_EVERY, OPENING, Garbage


class Circle:
    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def garbage() -> Iterator[Garbage]:
    gc.collect()
    made = Garbage()
    yield made
    made.close()


def dropped() -> weakref.ref[Circle]:
    return weakref.ref(Circle())


def test_a_circle_made_lately_goes_with_the_next_tick(garbage: Garbage) -> None:
    for _ in range(OPENING):
        garbage.tick()
    lost = dropped()
    assert lost() is not None
    garbage.tick()
    assert lost() is None


def test_the_room_as_it_was_read_is_set_aside_without_a_look(garbage: Garbage) -> None:
    lost = dropped()
    garbage.tick()
    assert gc.get_freeze_count() > 0
    assert lost() is not None


def test_nothing_is_collected_between_ticks(garbage: Garbage) -> None:
    lost = dropped()
    many: list[list[int]] = [[] for _ in range(100_000)]
    assert lost() is not None
    assert len(many) == 100_000


def test_what_outlived_a_minute_is_set_aside_and_still_freed_in_the_end(garbage: Garbage) -> None:
    kept: list[Circle] = [Circle()]
    lost = weakref.ref(kept[0])
    for _ in range(OPENING):
        garbage.tick()
    assert gc.get_freeze_count() > 0
    kept.clear()
    for _ in range(FULL_EVERY):
        garbage.tick()
    assert lost() is not None
    garbage._ticks = ASIDE_EVERY - 1
    garbage.tick()
    assert lost() is None


def test_a_closed_window_leaves_it_to_python_again() -> None:
    Garbage().close()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
