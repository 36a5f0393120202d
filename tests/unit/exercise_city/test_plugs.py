"""A pulled plug is really out, says so, and comes back."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, cast

import pytest

from command_center.domain.errors import OperatorError
from command_center.exercise.plugs import Plug, PluggedStorage, PlugKind, Plugs
from command_center.ports import Transaction
from command_center.runtime.clock import StagedClock
from tests.unit.exercise_city.entries import NOW
from tests.unit.exercise_city.test_orders_out import Healths


class Begun:
    def __init__(self) -> None:
        self.times = 0

    @contextmanager
    def begin(self) -> Iterator[Transaction]:
        self.times += 1
        yield cast(Any, None)


def test_a_database_that_is_pulled_begins_nothing_until_it_is_back() -> None:
    below, healths = Begun(), Healths()
    storage = PluggedStorage(below, healths, StagedClock(NOW))
    with storage.begin():
        pass
    storage.pull_plug()
    with pytest.raises(OperatorError, match="database_unreachable"), storage.begin():
        pytest.fail("it began")
    assert below.times == 1
    storage.restore_plug()
    with storage.begin():
        pass
    assert below.times == 2
    assert healths.codes == ["database_unreachable", "database_ok"]


def test_pulling_twice_pulls_once_and_unknown_plugs_are_none() -> None:
    done: list[str] = []
    plug = Plug("a", PlugKind.SOURCE, "A", lambda: done.append("out"), lambda: done.append("in"))
    plugs = Plugs([plug])
    for _ in range(2):
        plugs.pull("a")
    assert plugs.is_pulled("a")
    for _ in range(2):
        plugs.put_back("a")
    assert not plugs.is_pulled("a")
    assert done == ["out", "in"]
    with pytest.raises(KeyError):
        plugs.pull("b")


def test_a_plug_that_does_not_move_is_not_shown_as_moved() -> None:
    def stuck() -> None:
        raise OperatorError("exercise_city_ended")

    plugs = Plugs([Plug("a", PlugKind.SOURCE, "A", stuck, stuck)])
    with pytest.raises(OperatorError):
        plugs.pull("a")
    assert not plugs.is_pulled("a")


def test_a_staged_clock_stands_until_it_runs() -> None:
    clock = StagedClock(NOW)
    later = NOW + timedelta(minutes=5)
    clock.advance(later)
    clock.advance(NOW)
    assert clock.now() == later
    clock.run(1000.0)
    first = clock.now()
    clock.advance(later + timedelta(days=1))
    assert later <= first <= clock.now() < later + timedelta(days=1)
