"""Keys and milliseconds of the ten commonest tasks, and of each key typed on the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.databases import Maker, databases
from tests.benchmarks.figure import Figure
from tests.benchmarks.lateness import rank
from tests.benchmarks.other_systems import ELSEWHERE
from tests.benchmarks.room_lag import environment
from tests.benchmarks.town import seed

# BENCH_OPEN and BENCH_ROUNDS shorten a trial.
OPEN, UNITS, FEW = int(os.environ.get("BENCH_OPEN", "5000")), 500, 50
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "20"))
SAVED_MS, PAINTED_MS, KEY_MS = 40.0, 100.0, 25.0
TIMEOUT_S = 900.0


def dispatch_keys() -> Iterator[Figure]:
    with databases("sqlite") as maker:
        if maker is not None:
            start = time.monotonic()
            yield from _counts(_told("counts", maker.new("count")), time.monotonic() - start)
            few = _told("rounds", _seeded(maker, "few", FEW), str(ROUNDS))
            url, start = _seeded(maker, "keys", OPEN), time.monotonic()
            done = _told("rounds", url, str(ROUNDS))
            yield from _times(done, few, time.monotonic() - start)
    start = time.monotonic()
    yield from _typed(_told("typing"), time.monotonic() - start)


def _seeded(maker: Maker, name: str, open_incidents: int) -> str:
    url = maker.new(name)
    seed(url, open_incidents, UNITS)
    return url


def _told(*arguments: str) -> Any:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        ended = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.dispatch_keys_seat", *arguments],
            check=True,
            stdout=subprocess.PIPE,
            text=True,
            timeout=TIMEOUT_S,
            env=environment(Path(folder)),
        )
    return json.loads(ended.stdout.splitlines()[-1])


def _counts(keys: dict[str, int], seconds: float) -> Iterator[Figure]:
    """One figure a task; beside it the fewest keys and clicks of the three other systems."""
    for task, elsewhere in ELSEWHERE.items():
        yield Figure("dispatch", f"keys_{task}", keys[task], "keys", "lower", 1, seconds,
                     baseline=elsewhere.fewest)  # fmt: skip


def _times(
    done: list[dict[str, Any]], few: list[dict[str, Any]], seconds: float
) -> Iterator[Figure]:
    """From the last key of a task; beside it the same keys in a room of a few incidents."""
    targets = {"saved": SAVED_MS, "painted": PAINTED_MS}
    for step, target in targets.items():
        taken, before = _ms(done, f"{step}_s"), _ms(few, f"{step}_s")
        for share, name in ((0.5, "p50"), (0.95, "p95"), (1.0, "max")):
            yield Figure("dispatch", f"key_to_{step}_{name}", rank(taken, share), "ms", "lower",
                         len(taken), seconds, baseline=rank(before, share),
                         target=target if name == "p95" else None)  # fmt: skip
        work, before = _ms(done, f"{step}_work_s"), _ms(few, f"{step}_work_s")
        for share, name in ((0.5, "p50"), (0.95, "p95")):
            yield Figure("dispatch", f"key_to_{step}_work_{name}", rank(work, share), "ms",
                         "lower", len(work), seconds, baseline=rank(before, share))  # fmt: skip
        for task in ELSEWHERE:
            own, before = _ms(done, f"{step}_s", task), _ms(few, f"{step}_s", task)
            yield Figure("dispatch", f"{task}_to_{step}_p50", rank(own, 0.5), "ms", "lower",
                         len(own), seconds, baseline=rank(before, 0.5))  # fmt: skip


def _ms(done: list[dict[str, Any]], value: str, task: str = "") -> list[float]:
    return sorted(one[value] * 1000 for one in done if task in ("", one["task"]))


def _typed(told: dict[str, list[float]], seconds: float) -> Iterator[Figure]:
    """Work of the GUI thread: a key from its press to its paint, and what of that was the answer,
    beside a look at every row anew for the same words."""
    keys, answers, naive = (sorted(told[name]) for name in ("keys", "answers", "naive"))
    for share, name in ((0.5, "p50"), (0.99, "p99"), (1.0, "max")):
        yield Figure("dispatch", f"command_line_key_{name}", rank(keys, share), "ms", "lower",
                     len(keys), seconds,
                     target=KEY_MS if name == "p99" else None)  # fmt: skip
        yield Figure("dispatch", f"command_line_answer_{name}", rank(answers, share), "ms",
                     "lower", len(answers), seconds, rank(naive, share))  # fmt: skip
