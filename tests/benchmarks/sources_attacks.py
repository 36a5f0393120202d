"""How fast and in how much memory each parser refuses documents that are attacks on it."""

from __future__ import annotations

import gc
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.figure import Figure

RUNS = 5
MOST_MS, MOST_MB = 50.0, 50.0


def sources_attacks() -> Iterator[Figure]:
    """The slowest attack, each by the best of five runs, and by how much the process grew over all
    of them, in a process of its own."""
    began = time.monotonic()
    child = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.sources_attacks"],
        check=True,
        capture_output=True,
        text=True,
        timeout=600,
    )
    rows = [line.split("\t") for line in child.stdout.splitlines()]
    took_s = time.monotonic() - began
    attacks = [(name, float(ms)) for what, name, ms in rows if what == "attack"]
    (grown,) = [float(mb) for what, _, mb in rows if what == "memory"]
    stored = sum(what == "stored" for what, _, _ in rows)
    for name, ms in sorted(attacks, key=lambda one: -one[1])[:3]:
        sys.stderr.write(f"{name}: {ms:.1f} ms\n")
    slowest = max(ms for _, ms in attacks)
    count = len(attacks)
    yield Figure(
        "sources-attacks", "refused in", slowest, "ms", "lower", count, took_s, target=MOST_MS
    )
    yield Figure(
        "sources-attacks", "extra memory", grown, "MB", "lower", count, took_s, target=MOST_MB
    )
    yield Figure("sources-attacks", "not refused", stored, "", "lower", count, took_s, target=0.0)


def _measure() -> None:
    from tests.benchmarks.attacks import is_refused, parsers

    every = parsers()
    for _, read, attacks in every:  # whatever is imported late is no memory of an attack
        is_refused(read, next(iter(attacks.values()))[:64])
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")  # the peak begins here
    before = _peak_kb()
    for parser, read, attacks in every:
        for name, data in attacks.items():
            times = []
            for _ in range(RUNS):
                start = time.perf_counter()
                refused = is_refused(read, data)
                times.append(time.perf_counter() - start)
            print(f"attack\t{parser} {name}\t{min(times) * 1000:.3f}")
            if not refused:
                print(f"stored\t{parser} {name}\t0")
    print(f"memory\tall\t{(_peak_kb() - before) / 1024:.2f}")


def _peak_kb() -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


if __name__ == "__main__":
    _measure()
