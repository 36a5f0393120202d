"""One simulated system as a process of its own, to be killed at any moment.

Whatever it answers, posts or lays down has been written to disk before anybody can see it, as a
real system's database would: what was said or heard is neither forgotten nor made up again.
"""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from multiprocessing.connection import Connection
from typing import Any

from command_center.domain.entities import iso
from command_center.exercise.systems.files import Files
from command_center.exercise.systems.mailbox import Mail, Mailbox
from command_center.exercise.systems.outgoing import Gate, Outgoing
from command_center.runtime.clock import LiveClock
from tests.chaos.sources_day.kept import Kept
from tests.chaos.sources_day.played import MAKERS, Part, say, spoil
from tests.chaos.sources_day.trackers import Fix

BIND_S = 15.0


@dataclass(frozen=True, slots=True)
class Facts:
    """What a system said, and what it heard (each id once, `repeated` counts the others). `empty`
    are ids of records without content; `pictures` what stood in its feed whenever it was read."""

    sent: tuple[str, ...]
    heard: tuple[str, ...]
    repeated: int
    waiting: int
    empty: frozenset[str] = frozenset()
    fixes: tuple[Fix, ...] = ()
    pictures: tuple[bytes, ...] = ()


class TalkClock:
    """Live, but while something is said that happened earlier."""

    def __init__(self) -> None:
        self._live = LiveClock()
        self.at: datetime | None = None

    def now(self) -> datetime:
        return self.at or self._live.now()


class _Shown:
    """What stood in its feed, each picture once."""

    def __init__(self) -> None:
        self.pictures: list[bytes] = []


class Host:
    """The simulator and its disk. Methods are the orders a handle may give."""

    def __init__(self, part: Part) -> None:
        self._clock = TalkClock()
        self._lock = threading.RLock()
        self._doomed = False
        self._sim = MAKERS[part.plays](part, self._clock)
        self._shown = _Shown()
        things = {"sim": self._sim, "shown": self._shown}
        self._outgoing: Outgoing | None = getattr(self._sim, "outgoing", None)
        if self._outgoing is not None:
            things["outgoing"] = self._outgoing
        self._kept = Kept(part.folder / "state.pickle", things)
        self._kept.load()
        self._guard()

    def _guard(self) -> None:
        """Before anything becomes visible, it is kept."""
        sim: Any = self._sim
        if hasattr(sim, "_listener"):
            sim._listener._answer = self._kept_after(sim._answer)
        if isinstance(sim, Mailbox):
            vars(sim)["take"] = self._kept_after(sim.take)
        if isinstance(sim, Files):
            vars(sim)["_lay"] = self._kept_before(sim._lay)
        if self._outgoing is not None:
            vars(self._outgoing)["_heard"] = self._kept_after(self._outgoing._heard)
            vars(sim)["play"] = self._kept_after(sim.play)

    def _kept_after(self, act: Any) -> Any:
        def kept(*given: Any) -> Any:
            with self._lock:
                became = act(*given)
                self._see(given, became)
                self._kept.save()
                if isinstance(given[0] if given else None, Mail) or given[:1] == ("POST",):
                    self._die_if_doomed()
                return became

        return kept

    def _kept_before(self, act: Any) -> Any:
        def kept() -> None:
            with self._lock:
                self._kept.save()
                act()
                self._die_if_doomed()

        return kept

    def _die_if_doomed(self) -> None:
        """With the deed done, and nobody told."""
        if self._doomed:
            os.kill(os.getpid(), signal.SIGKILL)

    def _see(self, given: tuple[Any, ...], became: Any) -> None:
        """A picture that somebody read."""
        if given[:2] == ("GET", "/have") and became[1] not in self._shown.pictures[-1:]:
            self._shown.pictures.append(became[1])

    # --- orders --------------------------------------------------------------------------------

    def start(self, port: int, gate: Gate | None) -> int:
        """On that port, 0 for any; where it is."""
        door: Any = getattr(self._sim, "_listener", self._sim)
        if port:
            door._port = port
        if gate is not None:
            self.post_to(gate)
        end = time.monotonic() + BIND_S
        while True:
            try:
                self._sim.start()
                break
            except OSError:  # a passing connection has the port for a moment
                if time.monotonic() > end:
                    raise
                time.sleep(0.2)
        if isinstance(self._sim, Files):
            self._sim.revive()
        return int(getattr(door, "_port", 0))

    def post_to(self, gate: Gate) -> None:
        def kept(body: bytes, idempotency: str) -> tuple[int, bytes]:
            with self._lock:
                self._kept.save()
            became = gate(body, idempotency)
            self._die_if_doomed()
            return became

        self._sim.post_to(kept)

    def doom(self) -> None:
        """Die at the worst moment there is: when the next message was heard and not yet answered,
        the next records posted and not yet ticked off, the next file laid."""
        self._doomed = True

    def say(self, at: datetime | None) -> None:
        """One thing, as of `at`."""
        with self._lock:
            self._clock.at = at
            try:
                say(self._sim)
            finally:
                self._clock.at = None
            self._kept.save()

    def spoil(self) -> None:
        with self._lock:
            spoil(self._sim, iso(self._clock.now()))
            self._kept.save()

    def facts(self) -> Facts:
        sim = self._sim
        with self._lock:
            if isinstance(sim, Mailbox):
                heard = tuple(mail.id.strip("<>").partition("@")[0] for mail in sim.mails)
                return Facts((), heard, sim.repeated, 0)
            return Facts(
                sent=tuple(sim.sent),
                heard=(*getattr(sim, "heard", ()), *getattr(sim, "orders", ())),
                repeated=getattr(sim, "repeated", 0),
                waiting=self._outgoing.waiting if self._outgoing is not None else 0,
                empty=frozenset(self._empty()),
                fixes=tuple(getattr(sim, "fixes", ())),
                pictures=tuple(self._shown.pictures),
            )

    def _empty(self) -> Iterator[str]:
        """A hospital that is there, and no more: what changes nothing is not in the log."""
        for one in self._records():
            if one["type"] == "hospital" and not one["figures"]:
                yield str(one["id"])

    def _records(self) -> Iterator[dict[str, Any]]:
        seen = 0
        while self._outgoing is not None:
            page = json.loads(self._outgoing.page({"after": [str(seen)]}))["records"]
            if not page:
                return
            seen += len(page)
            yield from page

    def close(self) -> None:
        self._sim.stop()


def main(pipe: Connection, part: Part) -> None:
    """Entry of the process; the end of the pipe ends it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    host = Host(part)
    try:
        while True:
            order, *given = pipe.recv()
            pipe.send(getattr(host, order)(*given))
    except (EOFError, OSError):
        return
    finally:
        host.close()
