"""A real window while the gateway takes in what the city says: how soon a report is painted, and
how long anything waits for the GUI thread.

The gateway works in this process; its sender, its database and the window in their own.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.benchmarks.databases import Maker, databases
from tests.benchmarks.executor_rate import opened
from tests.benchmarks.figure import Figure
from tests.benchmarks.lateness import rank
from tests.benchmarks.room_lag import MAX_MS, P99_MS, Measured, open_window
from tests.benchmarks.sources_gateway import (
    MINUTE,
    MINUTE_S,
    PER_S,
    SECONDS,
    VISIBLE_S,
    heard,
    send,
    served,
)
from tests.benchmarks.town import seed

OPEN, UNITS = 150, 60
IDLE_S, AFTER_S, HEAL_S = 10.0, 5.0, 5.0
"""Lag goes on being measured for a while after the last report: its targets are missed then."""
KINDS = ("apart", "flood")
SEAT = "tests.benchmarks.sources_seat"


@contextmanager
def window(url: str, *options: str) -> Iterator[Measured]:
    opened_window = open_window(url, *options, module=SEAT)
    try:
        yield opened_window
    finally:
        opened_window.close()


def painted(maker: Maker) -> Iterator[Figure]:
    """From the answer that it was accepted to the paint of the queue with its row, which comes to
    the top: all are of one priority. `below`: its row stood further down than the window shows when
    the list was painted with it. The rate is what the sender managed."""
    url = maker.new("painted")
    with opened(url) as room, served(room) as where, window(url) as seat:
        seat.say("watch")
        told = heard(send(where, "v", PER_S * SECONDS, 1, PER_S, "alike"))
        time.sleep(HEAL_S)
        seen = seat.ask("tell")
    shown, accepted = seen["painted"], told["accepted"]
    late = sorted(max(0.0, shown[id] - at) for id, at in accepted.items() if id in shown)
    n, seconds = len(late), told["seconds"]
    for share, name in ((0.5, "p50"), (0.99, "p99"), (1.0, "max")):
        target = VISIBLE_S if name == "p99" else None
        yield Figure("sources", f"accepted_to_painted_{name}", rank(late, share), "s", "lower", n,
                     seconds, target=target)  # fmt: skip
    yield Figure("sources", "never_painted", len(accepted) - n, "reports", "lower", len(accepted),
                 seconds, target=0)  # fmt: skip
    yield Figure("sources", "painted_reports_per_s", len(accepted) / seconds, "1/s", "higher",
                 len(accepted), seconds, target=0.9 * PER_S)  # fmt: skip
    yield Figure("sources", "painted_below", seen["below"], "reports", "lower", n, seconds)


def minute(maker: Maker, kind: str, *options: str) -> Iterator[Figure]:
    """`apart`: each report is of something else, somewhere else. `flood`: all are of one fire."""
    url = maker.new(f"minute-{kind}")
    seed(url, OPEN, UNITS)
    with opened(url) as room, served(room) as where, window(url, *options) as seat:
        idle = seat.measure(IDLE_S)
        before = seat.ask("reports")["reports"]
        sender = send(where, "m", MINUTE, 10, MINUTE / MINUTE_S, kind)
        busy = seat.measure(MINUTE_S + AFTER_S)
        told = heard(sender)
        time.sleep(HEAL_S)
        unseen = MINUTE - (seat.ask("reports")["reports"] - before)
        rows = room.database.feed.snapshot(None).rows["report"]
        lost = MINUTE - len({row["external_id"] for row in rows} & told["accepted"].keys())
    yield from _lag(kind, idle, busy)
    for name, count in (("lost", lost), ("unseen", unseen)):
        yield Figure("sources", f"window_{name}_of_5000_{kind}", count, "reports", "lower", MINUTE,
                     told["seconds"], target=0)  # fmt: skip


def _lag(kind: str, idle: dict[str, Any], busy: dict[str, Any]) -> Iterator[Figure]:
    targets = {"p99": P99_MS, "max": MAX_MS}
    for name in ("p50", "p99", "max", "missed_p99", "work_p99", "work_max"):
        yield Figure("sources", f"gui_lag_{name}_{kind}", busy[name], "ms", "lower", busy["n"],
                     busy["seconds"], baseline=idle[name], target=targets.get(name))  # fmt: skip
    yield Figure("sources", f"window_cpu_{kind}", busy["cpu"], "cores", "lower", 1,
                 busy["seconds"], baseline=idle["cpu"])  # fmt: skip


def sources_window(*options: str) -> Iterator[Figure]:
    with databases("postgresql") as maker:
        if maker is not None:
            yield from painted(maker)
            for kind in KINDS:
                yield from minute(maker, kind, *options)
