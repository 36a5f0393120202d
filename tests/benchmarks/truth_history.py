"""A million incidents behind the room: what is live must not notice, what is past must be found."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256

from sqlalchemy import Engine

from command_center.storage import statements
from command_center.storage.audit import verify_chain
from command_center.storage.engine import open_engine
from command_center.storage.link import Link
from command_center.storage.search import SqlSearch
from tests.benchmarks.cold_window import seconds_to_paint
from tests.benchmarks.databases import ENGINES, Maker, databases
from tests.benchmarks.figure import Better, Figure
from tests.benchmarks.lateness import rank
from tests.benchmarks.million import NOTES, STREETS, WHAT, fill

# BENCH_INCIDENTS shortens a trial; the promise is about a million.
INCIDENTS = int(os.environ.get("BENCH_INCIDENTS", "1000000"))
FEW = 10_000
READS, TURNS, SEARCHES = 300, 3, 50
QUEUE_MS, COLD_S, SEARCH_MS, VERIFY_PER_S = 1.0, 3.0, 100.0, 250_000.0
_QUEUE = (
    f"SELECT {statements.names(('id', 'number', 'priority', 'status', 'title', 'opened_at'))}"
    " FROM incident WHERE status IN ('baru', 'terverifikasi', 'ditangani') ORDER BY id"
)


def milliseconds(ask: Callable[[], object]) -> float:
    start = time.perf_counter()
    ask()
    return (time.perf_counter() - start) * 1000


def queue_ms(engine: Engine) -> list[float]:
    """Sorted: reading the open incidents of the room."""
    link = Link(engine)
    try:
        return sorted(milliseconds(partial(link.all, _QUEUE)) for _ in range(READS))
    finally:
        link.close()


def questions() -> list[str]:
    """Fifty fixed ones: words of titles, streets and notes, common and rare, and none at all."""
    words = [text.split()[0] for _, text in WHAT] + [street.split()[1] for street in STREETS]
    rare = [f"{number * 19_997 % INCIDENTS + 10}" for number in range(10)]
    pairs = [f"{text.split()[0]} {street.split()[1]}" for _, text in WHAT for street in STREETS]
    notes = [note.split()[2] for note in NOTES] + ["Wicaksono pasar", "ambulans truk"]
    return [*words, *rare, *notes, "tidakada", "zebra", *pairs][:SEARCHES]


def search_ms(engine: Engine) -> list[float]:
    """Sorted: the first page of each question, and the page after it by its key."""
    search, taken = SqlSearch(engine), []
    try:
        for question in questions():
            taken.append(milliseconds(partial(search.find, question)))
            found = search.find(question)
            if found:
                taken.append(milliseconds(partial(search.find, question, found[-1].place)))
    finally:
        search.close()
    return sorted(taken)


def bare_chain_per_s(engine: Engine) -> float:
    """One thread that reads the log in order and hashes it, without looking for anything."""
    link, seq, digest, start = Link(engine), 0, bytes(32), time.perf_counter()
    link.run("SET statement_timeout = 0" if link.dialect.name == "postgresql" else "SELECT 1")
    try:
        while rows := link.all(statements.ENTRIES_AFTER, (seq, 5_000)):
            for seq, _, body in rows:  # noqa: B007
                digest = sha256(digest + bytes(body)).digest()
    finally:
        link.close()
    return seq / (time.perf_counter() - start)


def figures(url: str, small_url: str, name: str) -> Iterator[Figure]:
    begun, engine, small = time.perf_counter(), open_engine(url), open_engine(small_url)

    def figure(what: str, value: float, unit: str, n: int, base: float, target: float) -> Figure:
        better: Better = "higher" if unit == "1/s" else "lower"
        seconds = time.perf_counter() - begun
        return Figure("truth", f"{what}_{name}", value, unit, better, n, seconds, base, target)

    queue, few = queue_ms(engine), queue_ms(small)
    yield figure("live_queue_p50", rank(queue, 0.5), "ms", READS, rank(few, 0.5), QUEUE_MS)
    found, few = search_ms(engine), search_ms(small)
    yield figure("search_p50", rank(found, 0.5), "ms", len(found), rank(few, 0.5), SEARCH_MS)
    yield figure("search_p99", rank(found, 0.99), "ms", len(found), rank(few, 0.99), SEARCH_MS)
    bare, start = bare_chain_per_s(engine), time.perf_counter()
    chain = verify_chain(url)
    assert chain.damage is None, chain.damage
    per_s = chain.entries / (time.perf_counter() - start)
    yield figure("verify_entries_per_s", per_s, "1/s", chain.entries, bare, VERIFY_PER_S)
    turns = [(seconds_to_paint("empty"), seconds_to_paint("room", url)) for _ in range(TURNS)]
    empty, room = (statistics.median(turn[at] for turn in turns) for at in (0, 1))
    yield figure("cold_start", room, "s", TURNS, empty, COLD_S)


def measure(maker: Maker, engine: str) -> Iterator[Figure]:
    """Baselines of the reads are the same questions to a room of 10,000."""
    url, small = maker.new("past"), maker.new("young")
    start = time.perf_counter()
    fill(url, INCIDENTS)
    took = time.perf_counter() - start
    yield Figure("truth", f"history_filled_{engine}", took, "s", "lower", INCIDENTS, took)
    fill(small, FEW)
    yield from figures(url, small, engine)


def history() -> Iterator[Figure]:
    for engine in ENGINES:
        with databases(engine) as maker:
            if maker is not None:
                yield from measure(maker, engine)
