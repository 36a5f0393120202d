"""Processor time of one full recommendation on Malang's roads: arrivals, pulls, relief of the
abandoned jobs, coverage of the 57 kelurahan, reasons.

As in the room, positions are put on the graph when they change and the graph remembers its last
searches; all else is counted, the search to the new incident included. Almost all units are busy,
or no P1 would need a pull.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import networkx as nx
import numpy as np

from command_center.advice.eta import Estimator
from command_center.advice.fleet import Fleet, UnitPoint
from command_center.advice.recommend.answer import recommend
from command_center.advice.recommend.cards import Card
from command_center.advice.recommend.coverage import Cover
from command_center.advice.recommend.question import Need, Question, Want
from command_center.advice.recommend.relief import RoadRelief
from command_center.advice.recommend.roster import Candidate, Doing, Job, Roster
from command_center.domain.incident import Priority
from command_center.domain.place import LatLon
from command_center.domain.unit import UnitStatus
from command_center.geo.roadnet.classes import Vehicle
from command_center.geo.roadnet.net import RoadNet
from tests.benchmarks.figure import Figure
from tests.benchmarks.malang_twin import FILES, Malang

BENCH = "dispatch"
TARGETS_MS = {500: 2.0, 5_000: 5.0}
IDLE, QUESTIONS, WARM, COMPARED = 12, 1_500, 50, 20
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
NEED = Need(Priority.P1, 480.0, 1_200.0, (Want("patroli", 1, 2),))
_STATUS = {
    Doing.IDLE: UnitStatus.AVAILABLE,
    Doing.EN_ROUTE: UnitStatus.EN_ROUTE,
    Doing.ON_SCENE: UnitStatus.ON_SCENE,
}


def dispatch_recommend() -> Iterator[Figure]:
    missing = [file for file in FILES if not file.is_file()]
    if missing:
        sys.stderr.write(f"dispatch_recommend: {missing[0]} is not there; left out\n")
        return
    town = Malang()
    theirs_ms, ours_ms, worst_s = _searches(town)
    yield Figure(BENCH, "search_p50", ours_ms, "ms CPU", "lower", COMPARED, 0.0, baseline=theirs_ms)
    for units, target_ms in TARGETS_MS.items():
        yield from _units(town, units, target_ms, theirs_ms)
    yield Figure(BENCH, "eta_off_networkx", worst_s, "s", "lower", COMPARED, 0.0, target=1e-6)


def _units(town: Malang, units: int, target_ms: float, theirs_ms: float) -> Iterator[Figure]:
    room = _room(town, units)
    places = _places(town, QUESTIONS + WARM, seed=units + 1)
    for place in places[:WARM]:
        _ask(room, place)
    taken_ms, pulled, shown = [], 0, 0
    for place in places[WARM:]:
        began = time.process_time_ns()
        cards = _ask(room, place)
        taken_ms.append((time.process_time_ns() - began) / 1e6)
        pulled += any(card.knock_on is not None for card in cards)
        shown += len(cards)
    seconds, name = sum(taken_ms) / 1e3, f"recommend_{units}"
    for part in (50, 99):
        yield Figure(
            BENCH,
            f"{name}_p{part}",
            float(np.percentile(taken_ms, part)),
            "ms CPU",
            "lower",
            QUESTIONS,
            seconds,
            baseline=theirs_ms,
            target=target_ms if part == 99 else None,
        )
    yield Figure(
        BENCH, f"{name}_with_pull", 100 * pulled / QUESTIONS, "%", "higher", QUESTIONS, seconds
    )
    yield Figure(BENCH, f"{name}_cards", shown / QUESTIONS, "cards", "higher", QUESTIONS, seconds)


@dataclass(frozen=True, slots=True)
class Room:
    """What a room keeps between questions."""

    estimator: Estimator
    fleet: Fleet
    roster: Roster
    cover: Cover
    jobs: dict[str, LatLon]


def _ask(room: Room, place: LatLon) -> tuple[Card, ...]:
    return recommend(
        Question(
            need=NEED,
            roster=room.roster,
            arrivals=room.estimator.arrivals(room.fleet, place, NOW),
            now_s=0.0,
            cover=room.cover,
            relief=RoadRelief(room.estimator, room.fleet, room.jobs, NOW),
            next_free_s=900.0,
        )
    )


def _room(town: Malang, units: int) -> Room:
    dice = np.random.default_rng(units)
    spots = _places(town, units, seed=units)
    jobs = {f"i{at}": place for at, place in enumerate(_places(town, units, seed=units + 2))}
    idle = set(dice.choice(units, IDLE, replace=False).tolist())
    made = [_candidate(at, idle, dice) for at in range(units)]
    roster = Roster.of(made)
    estimator = Estimator(RoadNet(town.net.table))
    fleet = estimator.fleet(
        [
            UnitPoint(
                one.unit_id,
                spots[int(one.unit_id)].lat,
                spots[int(one.unit_id)].lon,
                NOW,
                _STATUS[one.doing],
            )
            for one in roster.units
        ]
    )
    seconds = town.drives_s(
        np.array([spots[int(one.unit_id)].lon for one in roster.units]),
        np.array([spots[int(one.unit_id)].lat for one in roster.units]),
        town.anchors.points,
    )
    cover = Cover.of(
        town.anchors.anchors,
        seconds,
        NEED.target_s,
        {one.kecamatan: 1 for one in town.anchors.anchors},
    )
    for place in jobs.values():
        estimator.arrivals(fleet, place, NOW)
    return Room(estimator, fleet, roster, cover, jobs)


def _candidate(at: int, idle: set[int], dice: np.random.Generator) -> Candidate:
    """A fifth of the busy on P1, half of the others driving, a third of the scenes may be left."""
    doing, job = Doing.IDLE, None
    if at not in idle:
        doing = Doing.EN_ROUTE if dice.random() < 0.5 else Doing.ON_SCENE
        job = Job(
            incident_id=f"i{at}",
            number=str(at),
            priority=Priority(f"P{int(dice.choice([1, 2, 3, 4], p=[0.2, 0.2, 0.4, 0.2]))}"),
            since_s=-float(dice.uniform(0, 3_600)),
            limit_s=7_200.0,
            may_leave=bool(dice.random() < 1 / 3),
            pulls=int(dice.integers(0, 5)),
        )
    return Candidate(
        unit_id=f"{at:05d}",
        call_sign=f"Unit {at}",
        kind="patroli",
        capabilities=("atur lalu lintas",) if dice.random() < 0.3 else (),
        crew=int(dice.integers(1, 5)),
        agency="samapta",
        orderable=bool(dice.random() < 0.9),
        position_age_s=20.0,
        stale=bool(dice.random() < 0.05),
        doing=doing,
        job=job,
    )


def _places(town: Malang, count: int, seed: int) -> list[LatLon]:
    """Within some 100 m of a node that a car gets to."""
    dice = np.random.default_rng(seed)
    points = town.points[dice.integers(0, len(town.points), count)]
    moved = points + dice.uniform(-0.0007, 0.0007, points.shape)
    return [LatLon(float(lat), float(lon)) for lon, lat in moved]


def _searches(town: Malang) -> tuple[float, float, float]:
    """Median CPU ms of a search from every node to one, (networkx's, ours), and the greatest
    difference between the two in seconds; inf if one finds a way where the other has none."""
    graph = _graph(town.net)
    dice = np.random.default_rng(3)
    theirs_ms, ours_ms, worst_s = [], [], 0.0
    for node in dice.choice(town.nodes, COMPARED, replace=False).tolist():
        began = time.process_time_ns()
        theirs = nx.single_source_dijkstra_path_length(graph, node, weight="seconds")
        between = time.process_time_ns()
        ours = town.net.seconds_to(node)
        ours_ms.append((time.process_time_ns() - between) / 1e6)
        theirs_ms.append((between - began) / 1e6)
        there = np.array([theirs.get(at, np.inf) for at in range(town.net.nodes)])
        known = np.isfinite(there)
        if (known != np.isfinite(ours)).any():
            worst_s = float("inf")
        else:
            worst_s = max(worst_s, float(np.abs(there[known] - ours[known]).max()))
    return float(np.median(theirs_ms)), float(np.median(ours_ms)), worst_s


def _graph(net: RoadNet) -> nx.DiGraph:
    """The roads against their direction; of two between the same nodes the quicker."""
    graph = nx.DiGraph()
    table, seconds = net.table, net.edge_seconds(Vehicle.CAR)
    for edge in range(net.edges):
        start, end = int(table.start[edge]), int(table.end[edge])
        ways = [(end, start)] if table.one_way[edge] else [(end, start), (start, end)]
        for tail, head in ways:
            quicker = graph.get_edge_data(tail, head, {"seconds": np.inf})["seconds"]
            if seconds[edge] < quicker:
                graph.add_edge(tail, head, seconds=float(seconds[edge]))
    return graph
