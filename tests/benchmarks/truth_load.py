"""Fifty commands a second from sixteen workstations, four windows looking on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace

from tests.benchmarks import executor_rate
from tests.benchmarks.databases import databases
from tests.benchmarks.figure import Figure
from tests.benchmarks.lateness import rank
from tests.benchmarks.town import seed
from tests.benchmarks.truth_painted import OPEN, UNITS, open_seats

CLIENTS, PROCESSES, PER_S, WINDOWS = 16, 4, 50.0, 4
SECONDS = float(os.environ.get("BENCH_SECONDS", "60"))
P99_MS = 50.0
TIMEOUT_S = 120.0


def answered_ms(url: str, seconds: float, first: int) -> list[float]:
    """Sorted: every command of every client; `first` is the first one's unit and incident."""
    lanes = CLIENTS // PROCESSES
    given = (str(lanes), str(seconds), str(PER_S / CLIENTS))
    running = [
        subprocess.Popen(
            [
                sys.executable,
                "-m",
                "tests.benchmarks.truth_client",
                url,
                str(first + n * lanes),
                *given,
            ],
            stdout=subprocess.PIPE,
            text=True,
        )
        for n in range(PROCESSES)
    ]
    try:
        told = [each.communicate(timeout=seconds + TIMEOUT_S)[0] for each in running]
    finally:
        for each in running:
            each.kill()
    return sorted(ms for line in told for ms in json.loads(line))


def load() -> Iterator[Figure]:
    """Baseline: the same without windows."""
    with databases("postgresql") as maker:
        if maker is None:
            return
        url, start = maker.new("load"), time.monotonic()
        seed(url, OPEN, UNITS)
        alone = answered_ms(url, SECONDS / 2, 0)
        with ExitStack() as stack:
            open_seats(stack, url, [f"WS{n:02}" for n in range(WINDOWS)])
            taken = answered_ms(url, SECONDS, CLIENTS)
        seconds = time.monotonic() - start
        for name, share in (("p50", 0.5), ("p99", 0.99), ("max", 1.0)):
            yield Figure("truth", f"command_{name}", rank(taken, share), "ms", "lower", len(taken),
                         seconds, rank(alone, share), P99_MS if name == "p99" else None,
                         )  # fmt: skip


def throughput() -> Iterator[Figure]:
    """The write lane beside the bare driver that runs the same statements."""
    with databases("postgresql") as maker:
        if maker is not None:
            for figure in executor_rate.measure(maker, "postgresql"):
                yield replace(figure, bench="truth")
