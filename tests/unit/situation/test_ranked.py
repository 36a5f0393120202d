"""Groups of what was measured, told as counting each of them by itself tells them."""

import random

import numpy as np
import pytest

from command_center.columns.samples import CODES, REASONS, USED
from command_center.domain.clocks import LeftOut
from command_center.situation.figures import Spread, spread
from command_center.situation.ranked import Ranked

GOAL_S = 60.0


def counted(took_s: list[float], left: list[int]) -> Spread:
    used = sorted(took for took, code in zip(took_s, left, strict=True) if code == USED)
    lost = {reason: left.count(CODES[reason]) for reason in REASONS}
    return spread(used, lost, GOAL_S)


@pytest.mark.parametrize("groups", [1, 7, 70_000])
def test_each_group_is_told_as_by_itself(groups: int) -> None:
    chance = random.Random(groups)
    took_s = [chance.choice((0.0, 59.5, 60.0, 60.5, 61.0)) for _ in range(400)]
    left = [chance.choice((USED, USED, USED, *CODES.values())) for _ in took_s]
    of = [chance.choice((0, groups // 2, groups - 1)) for _ in took_s]
    took_us = np.array([round(took * 1e6) for took in took_s], np.int64)
    ranked = Ranked(took_us, np.array(left, np.int8))
    assert ranked.whole(GOAL_S) == counted(took_s, left)
    told = ranked.by(np.array(of, np.int32), groups, GOAL_S)
    assert len(told) == groups
    for group in {0, 1 % groups, groups // 2, groups - 1}:
        mine = [at for at, one in enumerate(of) if one == group]
        wanted = counted([took_s[at] for at in mine], [left[at] for at in mine])
        assert told[group] == wanted


def test_nothing_measured_is_told_as_nothing() -> None:
    left = np.array([CODES[LeftOut.RUNNING]], np.int8)
    whole = Ranked(np.array([5], np.int64), left).whole(GOAL_S)
    assert (whole.used, whole.p90, whole.running, whole.within) == (0, None, 1, 0)
