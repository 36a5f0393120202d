"""Why a window stood still: what its thread and every other process were given meanwhile, and what
they did. Linux only, as the soak is.
"""

from __future__ import annotations

import faulthandler
import os
import re
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.lateness import PERIOD_MS, Watch

ASK_S, LATE_S, DEEP, MOST_STACKS = 0.02, 0.04, 5, 3
Pids = Callable[[], Mapping[str, int | None]]
_THREAD = re.compile(r"^(?:Current thread|Thread) 0x([0-9a-f]+) ")
_CALL = re.compile(r'^  File "(.+)", line (\d+) in (.+)$')


@dataclass(frozen=True, slots=True)
class Stall:
    """One tick of the GUI thread's timer, in milliseconds. `waited`: its thread was ready and had
    no processor; `own`: it had one; the rest it waited for a lock, mostly Python's. `process`: all
    threads of the window together; `others`: processor time by process; `stolen`: what the host of
    this machine kept from all its processors together. `gui`: where its thread was each time one
    looked, the most frequent first; `threads`: those of the window that had a processor most, from
    the first look to the last, and where they were at most looks."""

    late: float
    own: float
    waited: float
    process: float
    others: dict[str, float]
    stolen: float
    gui: list[str]
    threads: list[str]

    def as_row(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class _Look:
    gui: str
    threads: dict[str, tuple[float, str]]
    """Milliseconds of processor since each began, and where it is."""


class Stalls(Watch):
    """A Watch that knows of its latest tick and of the one with the most work what ran then."""

    def __init__(self, pids: Pids) -> None:
        super().__init__()
        self.latest: Stall | None = None
        self.hardest: Stall | None = None
        self._pids = pids()
        self._gui = threading.main_thread().ident
        self._schedule = os.open(
            f"/proc/self/task/{threading.get_native_id()}/schedstat", os.O_RDONLY
        )
        self._looks: list[_Look] = []
        self._spent = self._times()
        self._told = tempfile.TemporaryFile()  # noqa: SIM115 - until `end`
        self._over = threading.Event()
        self._asker = threading.Thread(target=self._ask, name="stalls", daemon=True)
        self._asker.start()

    def _tick(self) -> None:
        super()._tick()
        before, self._spent = self._spent, self._times()
        seen, self._looks = self._looks, []
        late, own = self._intervals[-1] - PERIOD_MS, self._work[-1]
        if self.latest is None or late > self.latest.late:
            self.latest = self._stall(late, own, before, seen)
        if self.hardest is None or own > self.hardest.own:
            self.hardest = self._stall(late, own, before, seen)

    def end(self) -> None:
        """Beside `stop`: the thread that asks ends."""
        self._over.set()
        self._asker.join()
        os.close(self._schedule)
        self._told.close()

    def _times(self) -> dict[str, float]:
        """Milliseconds since each began."""
        waited = int(os.pread(self._schedule, 64, 0).split()[1]) / 1e6
        spent = {"waited": waited, "process": time.process_time() * 1000, "stolen": _stolen_ms()}
        return spent | {name: _spent_ms(pid) for name, pid in self._pids.items() if pid}

    def _stall(self, late: float, own: float, before: dict[str, float], seen: list[_Look]) -> Stall:
        took = {name: round(ms - before.get(name, ms), 1) for name, ms in self._spent.items()}
        waited, process, stolen = (took.pop(name) for name in ("waited", "process", "stolen"))
        gui = Counter(look.gui for look in seen)
        return Stall(
            round(late, 1), round(own, 1), waited, process, took, stolen, _most(gui), _busiest(seen)
        )

    def _ask(self) -> None:
        """While a tick is late, look where every thread is."""
        while not self._over.wait(ASK_S):
            if time.perf_counter() - self._last < PERIOD_MS / 1000 + LATE_S:
                continue
            calls = _calls(self._told)
            others = [
                thread
                for thread in threading.enumerate()
                if thread.ident not in (self._gui, threading.get_ident())
            ]
            self._looks.append(
                _Look(
                    _where(calls.get(self._gui or 0, []), DEEP),
                    {
                        thread.name: (_ran_ms(thread), _where(calls.get(thread.ident or 0, []), 3))
                        for thread in others
                    },
                )
            )


def _calls(file: Any) -> dict[int, list[str]]:
    """{thread: its calls, the inner first}, as the interpreter writes them down when it crashes.
    Not `sys._current_frames`: who holds the frame of another thread may be the last to hold what
    was in it, and a window's object then dies on a thread on which it must not."""
    file.seek(0)
    file.truncate()
    faulthandler.dump_traceback(file, all_threads=True)
    file.seek(0)
    found: dict[int, list[str]] = {}
    calls: list[str] = []
    for line in file.read().decode(errors="replace").splitlines():
        if thread := _THREAD.match(line):
            calls = found.setdefault(int(thread[1], 16), [])
        elif call := _CALL.match(line):
            calls.append(f"{'/'.join(call[1].split('/')[-2:])}:{call[2]} {call[3]}")
    return found


def _stolen_ms() -> float:
    """The eighth number of the first line of /proc/stat (proc(5)), in ticks of 10 ms."""
    with Path("/proc/stat").open(encoding="ascii") as told:
        return int(told.readline().split()[8]) * 1000 / os.sysconf("SC_CLK_TCK")


def _spent_ms(pid: int) -> float:
    """The processor's clock of another process (clock_getcpuclockid(3)); 0 once it is gone."""
    try:
        return time.clock_gettime((~pid) << 3 | 2) * 1000
    except OSError:
        return 0.0


def _ran_ms(thread: threading.Thread) -> float:
    try:
        told = Path(f"/proc/self/task/{thread.native_id}/schedstat").read_text(encoding="ascii")
    except OSError:  # it ended meanwhile
        return 0.0
    return int(told.split()[0]) / 1e6


def _busiest(looks: list[_Look]) -> list[str]:
    if len(looks) < 2:
        return []
    first, last = looks[0].threads, looks[-1].threads
    ran = {name: last[name][0] - first[name][0] for name in last.keys() & first.keys()}
    busiest = sorted(ran, key=ran.__getitem__, reverse=True)[:MOST_STACKS]
    told = []
    for name in busiest:
        places = Counter(look.threads[name][1] for look in looks if name in look.threads)
        told.append(f"{ran[name]:.0f} ms {name}: {places.most_common(1)[0][0]}")
    return told


def _where(calls: list[str], deep: int) -> str:
    return " < ".join(calls[:deep])


def _most(stacks: Counter[str]) -> list[str]:
    return [f"{count}x {stack}" for stack, count in stacks.most_common(MOST_STACKS)]
