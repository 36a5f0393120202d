"""The way of a change through a server of many rooms, played through event by event.

A change waits for a core, then for the head of its room's log, and holds the head until a flush
of the disk that began after it came has ended; all rooms share the cores and the flushes. A busy
room sends what waits at one workstation in one commit, which this leaves out: it errs on the slow
side.
"""

from __future__ import annotations

import heapq
import itertools
import random
from collections import deque
from dataclasses import dataclass, field
from enum import IntEnum


@dataclass(frozen=True, slots=True)
class Server:
    """`cpu_s` of one commit on one core, `flush_s` of the disk, `away_s` on the way and at the
    workstation, where nobody else waits for it."""

    cores: int
    cpu_s: float
    flush_s: float
    away_s: float


@dataclass(frozen=True, slots=True)
class Load:
    """`per_s` changes a second in each of `rooms`, at random."""

    rooms: int
    per_s: float
    seconds: float


class Kind(IntEnum):
    CAME = 0
    COMPUTED = 1
    FLUSHED = 2


@dataclass(slots=True)
class _Run:
    server: Server
    free: int
    now: float = 0.0
    flushing: bool = False
    for_a_core: deque[tuple[int, float]] = field(default_factory=deque)
    for_a_flush: list[tuple[int, float]] = field(default_factory=list)
    in_flush: list[tuple[int, float]] = field(default_factory=list)
    heads: dict[int, deque[tuple[int, float]]] = field(default_factory=dict)
    took_s: list[float] = field(default_factory=list)
    busy_s: float = 0.0


def play(server: Server, load: Load, seed: int = 1) -> tuple[list[float], float]:
    """(seconds each change took, share of the cores that worked)."""
    chance, count = random.Random(seed), itertools.count()
    events: list[tuple[float, int, Kind, tuple[int, float]]] = []
    for room in range(load.rooms):
        at = chance.expovariate(load.per_s)
        while at < load.seconds:
            events.append((at, next(count), Kind.CAME, (room, at)))
            at += chance.expovariate(load.per_s)
    heapq.heapify(events)
    run = _Run(server, server.cores)
    while events:
        run.now, _, kind, change = heapq.heappop(events)
        for after_s, then, what in _step(run, kind, change):
            heapq.heappush(events, (run.now + after_s, next(count), then, what))
    return run.took_s, run.busy_s / (run.now * server.cores)


_Next = list[tuple[float, Kind, tuple[int, float]]]


def _step(run: _Run, kind: Kind, change: tuple[int, float]) -> _Next:
    if kind is Kind.CAME:
        queue = run.heads.setdefault(change[0], deque())
        queue.append(change)
        if len(queue) == 1:
            run.for_a_core.append(change)
        return _begin(run)
    if kind is Kind.COMPUTED:
        run.free += 1
        run.for_a_flush.append(change)
        return _begin(run) + _flush(run)
    run.flushing = False
    for done in run.in_flush:
        run.took_s.append(run.now - done[1] + run.server.away_s)
        queue = run.heads[done[0]]
        queue.popleft()
        if queue:
            run.for_a_core.append(queue[0])
    run.in_flush = []
    return _begin(run) + _flush(run)


def _begin(run: _Run) -> _Next:
    begun: _Next = []
    while run.free and run.for_a_core:
        run.free -= 1
        run.busy_s += run.server.cpu_s
        begun.append((run.server.cpu_s, Kind.COMPUTED, run.for_a_core.popleft()))
    return begun


def _flush(run: _Run) -> _Next:
    if run.flushing or not run.for_a_flush:
        return []
    run.flushing = True
    run.in_flush, run.for_a_flush = run.for_a_flush, []
    return [(run.server.flush_s, Kind.FLUSHED, run.in_flush[0])]
