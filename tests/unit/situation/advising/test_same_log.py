"""The same log gives the same advice, byte for byte."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from datetime import timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from command_center.situation.advising.advice import as_bytes
from command_center.situation.advising.copied import RoomCopy
from command_center.situation.advising.recommender import Recommender
from command_center.situation.situation import Situation
from tests.unit.situation.advising.towns import (
    NOW,
    GridStreets,
    Town,
    any_town,
    recommender,
    stirred,
    towns,
)

STREETS = GridStreets()
MOST = 6


def told(whom: Recommender, situation: Situation, late_s: float = 0.0) -> list[bytes]:
    """About every incident, and the price of sending everybody to it."""
    copy, now = RoomCopy.of(situation), NOW + timedelta(seconds=late_s)
    out = []
    for id in sorted(copy.rows["incident"]):
        advice = whom.advise(copy, id, MOST, now)
        out.append(b"" if advice is None else as_bytes(advice))
        out.append(as_bytes(whom.prices(copy, id, sorted(copy.rows["unit"]), now)))
    return out


@settings(deadline=None, max_examples=30)
@given(towns, st.integers(0, 2**16))
def test_a_log_folded_and_a_room_loaded_in_any_order(town: Town, seed: int) -> None:
    expected = told(recommender(STREETS), town.folded())
    assert any(expected)
    shuffled = town.loaded(Random(seed))
    assert told(recommender(STREETS), shuffled) == expected


@settings(deadline=None, max_examples=20)
@given(st.lists(towns, min_size=2, max_size=4))
def test_what_a_recommender_remembers_changes_nothing(found: list[Town]) -> None:
    """The units of one room after the other have the same ids and other facts: nothing of the
    last one may stay behind."""
    knows = recommender(STREETS)
    for late_s, town in enumerate(found):
        situation = town.folded()
        assert told(knows, situation, late_s) == told(recommender(STREETS), situation, late_s)


@settings(deadline=None, max_examples=20)
@given(towns, st.lists(st.randoms(use_true_random=False), min_size=1, max_size=5))
def test_what_changes_is_all_that_is_made_anew(town: Town, dice: list[Random]) -> None:
    """Units move, take a break, are sent, called off; jobs change: told step by step or at once."""
    knows, now, room = recommender(STREETS), town, town.folded()
    told(knows, room)
    for rng in dice:
        now = stirred(now, rng)
        now.bring(room)
        assert told(knows, room) == told(recommender(STREETS), now.folded())


def digest() -> str:
    whom, sum_of = recommender(STREETS), hashlib.sha256()
    for seed in range(12):
        for said in told(whom, any_town(Random(seed)).folded()):
            sum_of.update(said)
    return sum_of.hexdigest()


def test_two_processes_say_the_same() -> None:
    code = "from tests.unit.situation.advising.test_same_log import digest; print(digest())"
    running = [
        subprocess.Popen(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in ("1", "2")
    ]
    said = {process.communicate(timeout=60)[0].strip() for process in running}
    assert said == {digest()}
