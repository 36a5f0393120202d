"""Act on one seat, painted on fifteen others: real windows in processes of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import make_url

from tests.benchmarks.databases import databases
from tests.benchmarks.figure import Figure
from tests.benchmarks.lateness import rank
from tests.benchmarks.room_lag import environment
from tests.benchmarks.town import seed
from tests.chaos.proxy import fault_proxy

OPEN, UNITS = 150, 60
# BENCH_WINDOWS and BENCH_SECONDS shorten a trial.
OTHERS, PER_S = int(os.environ.get("BENCH_WINDOWS", "15")), 2.0
SECONDS = float(os.environ.get("BENCH_SECONDS", "300"))
P50_MS, P99_MS, DATA_P99_MS = 60.0, 150.0, 50.0
AT_ONCE = 4
TIMEOUT_S, HEAL_S = 120.0, 5.0
FAR_S, FAR_STALLS = 0.3, 0.05
Told = dict[str, Any]


@dataclass(slots=True)
class Seat:
    """A window in its process."""

    url: str
    name: str
    options: tuple[str, ...] = ()
    folder: tempfile.TemporaryDirectory[str] = field(init=False, repr=False)
    process: subprocess.Popen[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="bench-")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.truth_seat", self.url, self.name,
             *self.options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment(Path(self.folder.name)),
        )  # fmt: skip

    def say(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def hear(self) -> str:
        assert self.process.stdout is not None
        line = self.process.stdout.readline().strip()
        assert line, f"{self.name} ended"
        return line

    def tell(self) -> Told:
        self.say("tell")
        told: Told = json.loads(self.hear())
        return told

    def close(self) -> None:
        assert self.process.stdin is not None
        self.process.stdin.close()
        try:
            self.process.wait(TIMEOUT_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.folder.cleanup()


def open_seats(stack: ExitStack, url: str, names: list[str], *options: str) -> list[Seat]:
    """A few at a time: two cores cannot start sixteen at once in any sensible time."""
    seats: list[Seat] = []
    for first in range(0, len(names), AT_ONCE):
        few = [Seat(url, name, options) for name in names[first : first + AT_ONCE]]
        for seat in few:
            stack.callback(seat.close)
        assert all(seat.hear() == "ready" for seat in few)
        seats += few
    return seats


def late(begun: dict[str, float], others: list[Told], step: str) -> list[float]:
    """Milliseconds from the submit to the step, over all acts and all other seats, sorted."""
    return sorted(
        (told[step][op_id] - at) * 1000
        for told in others
        for op_id, at in begun.items()
        if op_id in told[step]
    )


@contextmanager
def far_from(url: str) -> Iterator[str]:
    """The same database at the other end of a bad line."""
    near = make_url(url)
    assert near.port is not None
    with fault_proxy(near.port) as proxy:
        proxy.faults.latency_s, proxy.faults.stall_rate = FAR_S / 2, FAR_STALLS
        yield near.set(port=proxy.port).render_as_string()


def measure(url: str, others: int, seconds: float) -> Iterator[Figure]:
    """With `others` windows beside the one that acts, and one far away; one alone before is the
    baseline."""
    start = time.monotonic()
    with far_from(url) as far_url, ExitStack() as stack:
        (actor,) = open_seats(stack, url, ["WS00"])
        first = open_seats(stack, url, ["WS01"])
        actor.say(f"act {min(60.0, seconds)} {PER_S}")
        actor.hear()
        alone = _after(actor, first)
        seats = first + open_seats(stack, url, [f"WS{n:02}" for n in range(2, others + 1)])
        seats += open_seats(stack, far_url, ["FAR"])
        for seat in [actor, *seats]:
            seat.say("begin")
        actor.say(f"act {seconds} {PER_S}")
        actor.hear()
        *whole, far = _after(actor, seats)
    before = set(alone[0]["begun"])
    whole[0]["begun"] = {op: at for op, at in whole[0]["begun"].items() if op not in before}
    yield from figures(alone, whole, time.monotonic() - start)
    yield from far_figures(whole[0], far, time.monotonic() - start)


def _after(actor: Seat, seats: list[Seat]) -> list[Told]:
    time.sleep(HEAL_S)
    return [actor.tell(), *(seat.tell() for seat in seats)]


def far_figures(actor: Told, far: Told, seconds: float) -> Iterator[Figure]:
    """Whether the far one came to the same board, and how late it was on the way."""
    taken = late(actor["begun"], [far], "folded")
    yield Figure("truth", "far_folded_p99", rank(taken, 0.99), "ms", "lower", len(taken), seconds,
                 baseline=FAR_S * 1000)  # fmt: skip
    missing = len(actor["begun"]) - len(taken) + (far["hash"] != actor["hash"])
    yield Figure("truth", "far_missing", missing, "acts", "lower", len(taken), seconds,
                 target=0)  # fmt: skip


def figures(alone: list[Told], whole: list[Told], seconds: float) -> Iterator[Figure]:
    begun, others = whole[0]["begun"], whole[1:]
    painted = late(begun, others, "painted")
    targets = {"painted_p50": P50_MS, "painted_p99": P99_MS, "delivered_p99": DATA_P99_MS}
    for step in ("delivered", "folded", "painted"):
        taken, base = late(begun, others, step), late(alone[0]["begun"], alone[1:], step)
        for share, name in ((0.5, "p50"), (0.99, "p99"), (1.0, "max")):
            yield Figure("truth", f"{step}_{name}", rank(taken, share), "ms", "lower", len(taken),
                         seconds, rank(base, share), targets.get(f"{step}_{name}"))  # fmt: skip
    own = sorted((whole[0]["answered"][op] - at) * 1000 for op, at in begun.items())
    yield Figure("truth", "answered_p99", rank(own, 0.99), "ms", "lower", len(own), seconds)
    missed = len(begun) * len(others) - len(painted)
    yield Figure("truth", "never_painted", missed, "acts", "lower", len(painted), seconds,
                 target=0)  # fmt: skip
    hashes = len({told["hash"] for told in whole})
    yield Figure("truth", "different_boards", hashes - 1, "boards", "lower", len(whole), seconds,
                 target=0)  # fmt: skip
    cpu = [told["cpu"] for told in others]
    yield Figure("truth", "window_cpu_mean", sum(cpu) / len(cpu), "cores", "lower", len(cpu),
                 seconds, baseline=alone[1]["cpu"])  # fmt: skip
    yield Figure("truth", "windows_cpu_sum", sum(cpu) + whole[0]["cpu"], "cores", "lower",
                 len(whole), seconds)  # fmt: skip


def painted() -> Iterator[Figure]:
    with databases("postgresql") as maker:
        if maker is not None:
            url = maker.new("painted")
            seed(url, OPEN, UNITS)
            yield from measure(url, OTHERS, SECONDS)
