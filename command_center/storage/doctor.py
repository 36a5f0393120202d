"""The connection doctor: whether the database still answers, asked once a second on a connection
of its own, and told to whoever wants to know."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from command_center.domain.errors import OperatorError
from command_center.ports import Clock, Connection, LinkState
from command_center.storage.epoch import REFUSALS
from command_center.storage.probes import Probe

PERIOD_S, RETRY_S, PULSE_S = 1.0, 0.25, 0.2
DOUBTFUL_S, OFFLINE_S = 2.0, 5.0
UNREACHED, SILENT = "database_unreachable", "database_silent"
Hear = Callable[[Connection], None]
_log = logging.getLogger(__name__)


class Follower(Protocol):
    """Who follows the log: a `LogFeed`."""

    looked_s: float | None
    """When, by time.monotonic(), the log was last known to hold nothing newer than what was
    delivered; None while nobody follows it."""

    def retry(self) -> None:
        """The database answers again."""


class Doctor:
    """`ports.ConnectionWatch`. One thread asks; another looks at the time meanwhile, because a
    question may hang longer than anybody may be left in the belief that all is well."""

    def __init__(self, probe: Probe, clock: Clock, follower: Follower | None = None) -> None:
        """What the `follower` knows must be as young as the last answer."""
        self._probe = probe
        self._clock = clock
        self._follower = follower
        self._hearers: list[Hear] = []
        self._lock = threading.RLock()
        self._stopping = threading.Event()
        self._failures = 0
        self._code = ""
        self._params: Mapping[str, Any] = {}
        now = clock.now()
        self._told = Connection(LinkState.ONLINE, now, now, heard_s=time.monotonic())
        self._threads = [
            threading.Thread(target=work, name=f"doctor-{name}", daemon=True)
            for name, work in (("probe", self._ask_on), ("pulse", self._pulse))
        ]

    @property
    def connection(self) -> Connection:
        with self._lock:
            return replace(self._present(), heard_s=self._known_s())

    def subscribe(self, hear: Hear) -> None:
        """`hear` must not wait."""
        self._hearers.append(hear)

    def start(self) -> None:
        with self._lock:
            self._told = replace(self._told, heard_s=time.monotonic())
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Returns when both threads have ended, at the latest when a question has timed out."""
        self._stopping.set()
        for thread in self._threads:
            if thread.ident is not None:
                thread.join()
        self._probe.close()

    def _ask_on(self) -> None:
        while not self._stopping.is_set():
            begun_s = time.monotonic()
            answered = self._ask()
            if not answered and self._failures == 1:
                continue  # one backend that was ended is no outage
            used_s = time.monotonic() - begun_s
            self._stopping.wait(max(0.0, PERIOD_S - used_s) if answered else RETRY_S)

    def _ask(self) -> bool:
        try:
            skew_s = self._probe.ask()
        except OperatorError as error:
            self._failed(error.code, error.params)
            return False
        except Exception:  # noqa: BLE001 - whatever it is, the next question is asked
            _log.exception("the database's answer was not understood")
            self._failed(UNREACHED, {})
            return False
        if self._failures and self._follower is not None:
            self._follower.retry()
        with self._lock:
            self._failures, self._code, self._params = 0, "", {}
            now = self._clock.now()
            skew_s = None if skew_s is None else round(skew_s, 1)
            heard = replace(self._told, last_ok_at=now, skew_s=skew_s, heard_s=time.monotonic())
            self._tell(heard)
        return True

    def _failed(self, code: str, params: Mapping[str, Any]) -> None:
        with self._lock:
            self._failures += 1
            self._code, self._params = code, params
            self._tell(self._told)

    def _pulse(self) -> None:
        while not self._stopping.wait(PULSE_S):
            with self._lock:
                self._tell(self._told)

    def _tell(self, heard: Connection) -> None:
        """Make `heard` what is known and tell who listens if it reads differently."""
        before = self._told
        self._told = heard
        self._told = now = self._present()
        if (now.state, now.code, now.skewed) == (before.state, before.code, before.skewed):
            return
        _log.info("connection %s %s", now.state.value, now.code)
        for hear in self._hearers:
            hear(replace(now, heard_s=self._known_s()))

    def _present(self) -> Connection:
        told, state = self._told, self._state()
        since = told.since if state is told.state else self._clock.now()
        code = "" if state is LinkState.ONLINE else self._code or SILENT
        params = self._params if code == self._code else {}
        return replace(told, state=state, since=since, code=code, params=params)

    def _known_s(self) -> float:
        looked_s = None if self._follower is None else self._follower.looked_s
        return self._told.heard_s if looked_s is None else min(self._told.heard_s, looked_s)

    def _state(self) -> LinkState:
        age_s = time.monotonic() - self._known_s()
        if self._code in REFUSALS or age_s > OFFLINE_S:
            return LinkState.OFFLINE
        if self._failures > 1 or age_s > DOUBTFUL_S:
            return LinkState.DOUBTFUL
        return LinkState.ONLINE
