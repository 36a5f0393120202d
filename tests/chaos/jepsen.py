"""Several real workstations, a nemesis, and a checker of the history they tell.

usage: python -m tests.chaos.jepsen [--seats N] [--faults N] [--nemesis WORDS] [--seed S]

WORDS, by commas: seat (kill -9 one and start it again), pause (stop one for a while), backend
(end one of the server's), freeze (stop one of the server's for a while), server (kill -9 it and
start it again).
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import psutil

from tests.benchmarks.lateness import rank
from tests.chaos.cast import Cast, found
from tests.chaos.checker import Told, check, numbers, say
from tests.chaos.server import kill_server
from tests.postgres import Server, running_server

ROOT = Path(__file__).resolve().parents[2]
Line = dict[str, Any]
PATIENCE_S, REST_S, LONGEST_STOP_S = 90.0, (0.3, 1.2), 1.5
AT_WORK_S = 2.0  # after a server is back


def _words(process: psutil.Process) -> str:
    """The command line; "" of one that has just ended."""
    try:
        return " ".join(process.cmdline())
    except psutil.NoSuchProcess:
        return ""


@dataclass(slots=True)
class Seat:
    """A workstation through its lives; `lines` of all of them."""

    url: str
    name: str
    cast: Cast
    seed: int
    lines: list[Line] = field(default_factory=list)
    process: subprocess.Popen[str] = field(init=False)
    reader: threading.Thread = field(init=False)

    def start(self) -> None:
        told = self.told()
        again = sorted(told.tried - told.acked - told.refused)
        self.seed += 1
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.chaos.workstation", self.url, self.name,
             str(self.seed), json.dumps(asdict(self.cast)), *again],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self.reader = threading.Thread(target=self._read, args=(self.process,))
        self.reader.start()

    def _read(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            if line.endswith("\n"):
                self.lines.append(json.loads(line))

    def told(self) -> Told:
        told = Told()
        kept = {"try": told.tried, "ok": told.acked, "no": told.refused}
        for line in list(self.lines):
            if line.get("word") in kept:
                kept[line["word"]].add(line["op"])
        return told

    def wait_for(self, word: str) -> Line:
        """The newest line of this life with that word."""
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            for line in reversed(self.lines):
                if line.get("word") == word:
                    return line
            assert self.process.poll() is None or self.reader.is_alive(), f"{self.name} ended"
            time.sleep(0.02)
        raise AssertionError(f"{self.name} never said {word}")

    def order(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        self.reader.join()
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            pipe.close()


class Nemesis:
    """Does one thing after another; `accepted` are the moments a killed server was back."""

    def __init__(self, server: Server, seats: list[Seat], words: list[str], seed: int) -> None:
        self._server, self._seats = server, seats
        self._chance = random.Random(seed)
        can: dict[str, Callable[[], None]] = {
            "seat": self._seat,
            "pause": self._pause,
            "backend": self._backend,
            "freeze": self._freeze,
            "server": self._kill_server,
        }
        self._deeds = [can[word] for word in words]
        self.accepted: list[float] = []

    def rage(self, faults: int) -> None:
        for number in range(faults):
            time.sleep(self._chance.uniform(*REST_S))
            self._deeds[number % len(self._deeds)]()

    def _seat(self) -> None:
        seat = self._chance.choice(self._seats)
        seat.kill()
        seat.start()

    def _pause(self) -> None:
        self._stop(psutil.Process(self._chance.choice(self._seats).process.pid))

    def _backend(self) -> None:
        backend = self._some_backend()
        if backend is not None:
            backend.send_signal(signal.SIGTERM)

    def _freeze(self) -> None:
        backend = self._some_backend()
        if backend is not None:
            self._stop(backend)

    def _stop(self, process: psutil.Process) -> None:
        process.suspend()
        try:
            time.sleep(self._chance.uniform(0.1, LONGEST_STOP_S))
        finally:
            process.resume()

    def _some_backend(self) -> psutil.Process | None:
        """One that serves a workstation."""
        children = psutil.Process(self._server.pid).children()
        serving = [child for child in children if "127.0.0.1" in _words(child)]
        return self._chance.choice(serving) if serving else None

    def _kill_server(self) -> None:
        kill_server(self._server)
        self._server.start()
        self.accepted.append(time.monotonic())
        time.sleep(AT_WORK_S)


def recoveries(accepted: list[float], seats: list[Seat]) -> list[float]:
    """Milliseconds from each return of the server to the first command each seat got through."""
    late = []
    for at in accepted:
        for seat in seats:
            after = (x["at"] for x in seat.lines if x.get("word") in {"ok", "no"} and x["at"] > at)
            late.append((min(after, default=at + PATIENCE_S) - at) * 1000)
    return sorted(late)


def run(server: Server, seats: int, faults: int, words: list[str], seed: int) -> bool:
    """One run; prints its line; whether it came out clean."""
    start = time.monotonic()
    url = server.url(server.new_database())
    cast = found(url)
    staff = [Seat(url, f"WS{number}", cast, seed) for number in range(seats)]
    try:
        for seat in staff:
            seat.start()
        for seat in staff:
            seat.wait_for("up")
        nemesis = Nemesis(server, staff, words, seed)
        nemesis.rage(faults)
        boards = settle(url, staff)
    finally:
        for seat in staff:
            seat.kill()
    return judge(url, cast, staff, boards, nemesis.accepted, seed, faults, start)


def settle(url: str, staff: list[Seat]) -> list[Line]:
    """No more commands; each seat's board once it holds the last entry."""
    for seat in staff:
        seat.wait_for("up")
        seat.order("enough")
    for seat in staff:
        seat.wait_for("done")
    for seat in staff:
        seat.order(f"converge {head_of(url)}")
    return [seat.wait_for("board") for seat in staff]


def head_of(url: str) -> int:
    import psycopg

    with psycopg.connect(url) as connection:
        found_head = connection.execute("SELECT seq FROM log_head").fetchone()
    assert found_head is not None
    return int(found_head[0])


def judge(
    url: str, cast: Cast, staff: list[Seat], boards: list[Line],
    accepted: list[float], seed: int, faults: int, start: float,
) -> bool:  # fmt: skip
    each = [seat.told() for seat in staff]
    told = Told(
        set().union(*(t.tried for t in each)),
        set().union(*(t.acked for t in each)),
        set().union(*(t.refused for t in each)),
    )
    verdict = check(url, cast, told)
    lines = [line for seat in staff for line in seat.lines]
    unread = sum("unread" in line for line in lines)
    unanswered = sum("unanswered" in line for line in lines)
    hashes = {board["hash"] for board in boards} | {verdict.hash}
    back = recoveries(accepted, staff)
    clean = verdict.clean and not unread and not unanswered and len(hashes) == 1
    say("jepsen", seed, seats=len(staff), faults=faults, clean=clean, boards=len(hashes),
        unread=unread, unanswered=unanswered, gaps=sum("gap" in line for line in lines),
        resyncs=sum(board["resyncs"] for board in boards),
        stored_unanswered=sum(bool(line.get("was")) for line in lines),
        back_ms_p50=round(rank(back, 0.5)) if back else None,
        back_ms_max=round(back[-1]) if back else None,
        seconds=round(time.monotonic() - start, 1), **numbers(verdict),
    )  # fmt: skip
    return clean


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seats", type=int, default=4)
    parser.add_argument("--faults", type=int, default=8)
    parser.add_argument("--nemesis", default="seat,pause,backend,freeze")
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    given = parser.parse_args()
    with running_server(fsync=True) as server:
        if server is None:
            raise SystemExit("PostgreSQL is not installed")
        words = given.nemesis.split(",")
        return 0 if run(server, given.seats, given.faults, words, given.seed) else 1


if __name__ == "__main__":
    sys.exit(main())
