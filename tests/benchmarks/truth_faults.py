"""What is acknowledged is kept, once: the programs of tests/chaos at the length of the promise."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from tests.benchmarks.databases import ENGINES
from tests.benchmarks.figure import Figure
from tests.postgres import binaries

KILLS, IMAGES, SERVER_KILLS, RACES = 1_000, 400, 20, 10_000
TIMEOUT_S = 3_600.0
BACK_MS = 1_000.0
Line = dict[str, Any]


def told(name: str, *arguments: str) -> Line:
    """The line of one run of `tests.chaos.NAME`, shown with its seed as it is."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.chaos.{name}", *arguments],
        stdout=subprocess.PIPE,
        text=True,
        timeout=TIMEOUT_S,
        check=False,
    )
    lines = [line for line in done.stdout.splitlines() if line.startswith('{"chaos"')]
    print(lines[-1], flush=True)
    line: Line = json.loads(lines[-1])
    return line


def engines() -> tuple[str, ...]:
    return ENGINES if binaries() is not None else ENGINES[:1]


def bad(line: Line) -> int:
    """Everything in a verdict that must be nought."""
    lists = ("lost", "doubled", "ghosts", "misled", "double_orders")
    torn = line["broken_at"] is not None or not line["rows_follow_log"]
    return sum(int(line[name]) for name in lists) + torn


def zero(name: str, value: float, n: int, seconds: float, baseline: float | None = None) -> Figure:
    return Figure("truth", name, value, "ops", "lower", n, seconds, baseline, target=0)


def kills() -> Iterator[Figure]:
    """Writers on each engine, and an outbox in front of each."""
    for engine in engines():
        for program in ("kills", "outbox_kills"):
            line = told(program, engine, "--kills", str(KILLS))
            name = f"{program}_bad_{engine}"
            yield zero(name, bad(line), line["acked"], line["seconds"])


def power() -> Iterator[Figure]:
    """The baseline is what the same cuts take from synchronous=NORMAL."""
    images = str(IMAGES)
    full = told("power", "--images", images)
    normal = told("power", "--images", images, "--synchronous", "NORMAL")
    value, baseline = (line["corrupt"] + line["losing"] for line in (full, normal))
    yield Figure("truth", "power_images_bad", value, "images", "lower", full["images"],
                 full["seconds"], baseline, target=0)  # fmt: skip


def server_kills() -> Iterator[Figure]:
    """kill -9 of PostgreSQL under four workstations."""
    if binaries() is None:
        return
    faults = ("--faults", str(SERVER_KILLS), "--nemesis", "server")
    line = told("jepsen", "--seats", "4", *faults)
    yield zero("server_kills_bad", bad(line) + line["unread"], line["acked"], line["seconds"])
    yield Figure("truth", "server_back_worst", line["back_ms_max"], "ms", "lower",
                 4 * SERVER_KILLS, line["seconds"], target=BACK_MS)  # fmt: skip


def races() -> Iterator[Figure]:
    """Four dispatchers and one unit; the worst that any of them waited, beside the median."""
    for engine in engines():
        line = told("races", engine, "--rounds", str(RACES))
        yield zero(f"races_bad_{engine}", bad(line) + line["unclear"], RACES, line["seconds"])
        yield Figure("truth", f"race_answered_p99_{engine}", line["p99_ms"], "ms", "lower",
                     4 * RACES, line["seconds"], baseline=line["p50_ms"])  # fmt: skip


def faults() -> Iterator[Figure]:
    for part in (kills, power, server_kills, races):
        yield from part()
