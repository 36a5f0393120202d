"""People from homes to posts with the least travel: a transportation problem, solved exactly.

Groups at one point with one need are one sink, so that a city whose stations have no points of
their own is a problem of some thousand variables. The vertices of a transportation problem are
whole numbers (its matrix is totally unimodular); the solver returns a vertex.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse import coo_matrix

from command_center.geo.distance import FloatArray

IntArray = NDArray[np.int64]
_M_PER_KM = 1000.0
_STEP_KM = 1_000.0
"""One post left empty, against one of the next lower rank: more than any chain of exchanges between
the homes of one city saves in travel."""


@dataclass(frozen=True, slots=True)
class Sent:
    """`people` (homes, posts) who go; `ways_m` likewise; `travel_m` of all of them, and what it
    cannot be less than with so many sent."""

    people: IntArray
    ways_m: FloatArray
    travel_m: float
    bound_m: float


def send(
    ways_m: FloatArray,
    handicap_m: FloatArray,
    strength: IntArray,
    needs: IntArray,
    first: IntArray,
    ranks: IntArray,
) -> Sent:
    """`ways_m` (homes, posts), `handicap_m` (homes,) only weighs, `strength` (homes,), `needs` and
    `first` (posts,): where people are short, each post gets its `first` before any gets more, and
    of those the higher of `ranks` (posts,) comes first."""
    people = np.zeros(ways_m.shape, dtype=np.int64)
    if people.size and needs.sum() and strength.sum():
        sinks = _sinks(ways_m, needs, first, ranks)
        weights = (ways_m + handicap_m[:, None])[:, [sink.posts[0] for sink in sinks]]
        flows = _flows(weights / _M_PER_KM, strength, sinks)
        for sink, flow in zip(sinks, flows.T, strict=True):
            _hand_out(people, sink, flow)
    travel = float((people * ways_m).sum())
    return Sent(people, ways_m, travel, _bound_m(ways_m, needs, int(people.sum())))


@dataclass(frozen=True, slots=True)
class _Sink:
    """Posts that no home can tell apart, and how many people each of them asks for."""

    posts: tuple[int, ...]
    asked: tuple[int, ...]
    rank: int

    @property
    def need(self) -> int:
        return sum(self.asked)


def _sinks(ways_m: FloatArray, needs: IntArray, first: IntArray, ranks: IntArray) -> list[_Sink]:
    top = int(ranks.max()) + 1
    alike: defaultdict[tuple[bytes, int], list[tuple[int, int]]] = defaultdict(list)
    for post in range(len(needs)):
        column = np.ascontiguousarray(ways_m[:, post]).tobytes()
        for people, rank in (
            (int(first[post]), int(ranks[post]) + top),
            (int(needs[post] - first[post]), int(ranks[post])),
        ):
            if people:
                alike[column, rank].append((post, people))
    return [
        _Sink(tuple(post for post, _ in asked), tuple(people for _, people in asked), rank)
        for (_, rank), asked in alike.items()
    ]


def _flows(weights_km: FloatArray, strength: IntArray, sinks: list[_Sink]) -> IntArray:
    """(homes, sinks) of the plan of least weight; a place left empty weighs by its rank."""
    homes, many = weights_km.shape
    ranks = np.array([sink.rank for sink in sinks], dtype=np.float64)
    reward = _STEP_KM * (ranks + 1)
    cost = (weights_km - reward[None, :]).ravel()
    at = np.arange(homes * many)
    ones = np.ones(homes * many)
    rows = np.concatenate([at // many, homes + at % many])
    matrix = coo_matrix((np.concatenate([ones, ones]), (rows, np.concatenate([at, at])))).tocsr()
    limits = np.concatenate([strength, [sink.need for sink in sinks]]).astype(np.float64)
    solved = linprog(cost, A_ub=matrix, b_ub=limits, bounds=(0, None), method="highs-ds")
    if solved.x is None:
        raise ArithmeticError(solved.message)
    flows: IntArray = np.rint(solved.x).astype(np.int64).reshape(homes, many)
    if np.any(flows.sum(axis=1) > strength):
        raise ArithmeticError("the plan sends more people than there are")
    return flows


def _hand_out(people: IntArray, sink: _Sink, flow: IntArray) -> None:
    """One after the other, so that a post has its people from as few homes as may be. Where there
    are not enough, the same share of what each asks for."""
    there = [[home, int(count)] for home, count in enumerate(flow) if count]
    shares = _shares(sink.asked, sum(count for _, count in there))
    for post, share in zip(sink.posts, shares, strict=True):
        left = share
        while left:
            home, count = there[0]
            taken = min(left, count)
            people[home, post] += taken
            left -= taken
            there[0][1] -= taken
            if not there[0][1]:
                there.pop(0)


def _shares(asked: tuple[int, ...], people: int) -> list[int]:
    """As evenly as whole people go: nobody over what they ask for."""
    whole = sum(asked)
    done, shares = 0, []
    for many in asked:
        done += many
        shares.append(people * done // whole - people * (done - many) // whole)
    return shares


def _bound_m(ways_m: FloatArray, needs: IntArray, sent: int) -> float:
    """The `sent` nearest of all places to fill, each from its nearest home."""
    if not sent:
        return 0.0
    nearest = np.repeat(ways_m.min(axis=0), needs)
    return float(np.sort(nearest)[:sent].sum())
