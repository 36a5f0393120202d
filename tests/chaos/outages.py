"""How long an outage goes unseen and how soon it is over: `python -m tests.chaos.outages`."""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass

from PySide6.QtCore import QCoreApplication

from tests.chaos.desks import (
    Desk,
    Faulty,
    Stage,
    faulty_room,
    frozen,
    kill_server,
    processes,
    staged,
    until,
)
from tests.postgres import running_server

Heal = Callable[[], float]
"""Puts it right; the moment from which the server could be used again, time.monotonic()."""


@dataclass(frozen=True, slots=True)
class Outage:
    """`seen_s` from the fault to the state on the window's thread; `recovered_s` from when the
    server accepts to ONLINE, `written_s` to the first acknowledged write and `converged_s` to the
    same rows as stored. `refused_s`: how long a write into the fault waited for its refusal.
    `longest_ms`: the window's thread away from its events."""

    fault: str
    seen_s: float
    refused_s: float
    recovered_s: float
    written_s: float
    converged_s: float
    longest_ms: float


@contextmanager
def _killed(faulty: Faulty) -> Iterator[Heal]:
    killing = threading.Thread(target=kill_server, args=(faulty.server,))
    killing.start()  # which takes its time to see that nothing is left

    def heal() -> float:
        accepts: list[float] = []
        until(lambda: not killing.is_alive())

        def start() -> None:
            faulty.server.start()
            accepts.append(time.monotonic())

        threading.Thread(target=start).start()
        until(lambda: bool(accepts))
        return accepts[0]

    yield heal


@contextmanager
def _frozen(faulty: Faulty) -> Iterator[Heal]:
    with frozen(*(process.pid for process in processes(faulty.server))) as thaw:

        def heal() -> float:
            thaw()
            return time.monotonic()

        yield heal


@contextmanager
def _black_hole(faulty: Faulty) -> Iterator[Heal]:
    faulty.proxy.faults.deaf = True
    yield lambda: _healed(faulty)


@contextmanager
def _stalled(faulty: Faulty) -> Iterator[Heal]:
    faulty.proxy.freeze()
    yield lambda: _healed(faulty)


@contextmanager
def _half_open(faulty: Faulty) -> Iterator[Heal]:
    faulty.proxy.freeze()
    faulty.proxy.lose_server()
    yield lambda: _healed(faulty)


def _healed(faulty: Faulty) -> float:
    faulty.proxy.heal()
    return time.monotonic()


FAULTS = {
    "server killed": _killed,
    "server frozen": _frozen,
    "black hole": _black_hole,
    "line frozen": _stalled,
    "half-open": _half_open,
}


def measure(faulty: Faulty, desk: Desk, fault: str, hold_s: float = 6.0) -> Outage:
    """One outage of `hold_s` seconds, its data whole afterwards."""
    until(lambda: desk.state == "online")
    desk.watch_the_thread()
    ends: list[float] = []
    begun_s = time.monotonic()
    with FAULTS[fault](faulty) as heal:
        refused = desk.note("into the fault")
        refused.add_done_callback(lambda _: ends.append(time.monotonic()))
        seen_s = until(lambda: bool(desk.states))
        until(lambda: time.monotonic() - begun_s > hold_s and refused.done())
        accepts_s = heal()
        until(lambda: desk.state == "online")
        recovered_s = time.monotonic() - accepts_s
        written = desk.note("after the fault")
        until(written.done)
        written.result()
        written_s = time.monotonic() - accepts_s
        longest_ms = desk.longest_ms  # what follows reads the database on this thread
        faulty.converged(desk)
        converged_s = time.monotonic() - accepts_s
    return Outage(
        fault=fault,
        seen_s=round(seen_s, 3),
        refused_s=round(ends[0] - begun_s, 3),
        recovered_s=round(max(0.0, recovered_s), 3),
        written_s=round(max(0.0, written_s), 3),
        converged_s=round(max(0.0, converged_s), 3),
        longest_ms=round(longest_ms, 1),
    )


def run(faults: list[str], rounds: int) -> list[Outage]:
    """Each fault `rounds` times on one server."""
    app = QCoreApplication.instance() or QCoreApplication([])
    measured = []
    with running_server(fsync=True) as server:
        assert server is not None, "PostgreSQL is not installed"
        stage: Stage = staged(server)
        for fault in faults:
            for _ in range(rounds):
                with faulty_room(server, stage) as faulty, faulty.desk() as desk:
                    measured.append(measure(faulty, desk, fault))
                    app.processEvents()
    return measured


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("faults", nargs="*", default=list(FAULTS))
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["COMMAND_CENTER_DATA"] = os.environ["COMMAND_CENTER_CONFIG"] = folder
        for fault in told.faults:
            found = [asdict(outage) for outage in run([fault], told.rounds)]
            worst = {k: max(o[k] for o in found) for k in found[0] if k != "fault"}
            middle = {k: statistics.median(o[k] for o in found) for k in worst}
            print(  # noqa: T201
                json.dumps({"chaos": "outages", "fault": fault, "rounds": told.rounds,
                            "p50": middle, "max": worst})
            )  # fmt: skip


if __name__ == "__main__":
    main()
