"""How this seat gets on with the room's database: from what its writes and reads came to."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from command_center.domain.errors import OperatorError
from command_center.ports import Clock, ConnectionWatch, Health, LinkState, Position, Telemetry

log = logging.getLogger(__name__)

KEY = ("database", "database")
OK = "database_ok"
# Somebody else was quicker: that is no fault of the database.
_PASSING = frozenset({"database_busy"})
# What was read elsewhere in the file says nothing of the page that is damaged.
_LASTING = frozenset({"database_corrupt"})
# What a read that succeeds disproves; a full disk or a read-only file can still be read.
_UNREACHED = frozenset({"database_unreachable", "database_interrupted"})


class DatabaseWatch:
    """`ports.Telemetry` that adds the database's own line and outlives its absence: then what was
    read last stays, with its age, instead of an error every second. From any thread.

    The line is of this seat alone and not stored: a dead database could not be told.
    """

    def __init__(
        self, telemetry: Telemetry, clock: Clock, doctor: ConnectionWatch | None = None
    ) -> None:
        self._telemetry = telemetry
        self._clock = clock
        self._doctor = doctor
        self._lock = threading.Lock()
        self._fault: str | None = None
        self._since = self._last_ok = clock.now()
        self._positions: Mapping[str, Position] = {}
        self._health: Mapping[tuple[str, str], Health] = {}

    def wrote(self, trouble: OperatorError | None) -> None:
        """After every transaction of the write lane: what the database held against it."""
        self._take(trouble, disproves=None)

    def put_positions(self, positions: Sequence[Position]) -> None:
        self._telemetry.put_positions(positions)

    def put_health(self, health: Health) -> None:
        self._telemetry.put_health(health)

    def listen(self, listener: Callable[[], None]) -> None:
        self._telemetry.listen(listener)

    def positions(self) -> Mapping[str, Position]:
        try:
            self._positions = self._telemetry.positions()
        except OperatorError as error:
            self._take(error, disproves=_UNREACHED)
        return self._positions

    def health(self) -> Mapping[tuple[str, str], Health]:
        try:
            self._health = self._telemetry.health()
        except OperatorError as error:
            self._take(error, disproves=_UNREACHED)
        else:
            self._take(None, disproves=_UNREACHED)
        return {**self._health, KEY: self._line(self._health.get(KEY))}

    def _take(self, trouble: OperatorError | None, disproves: frozenset[str] | None) -> None:
        """`disproves` None: a success disproves every fault."""
        now = self._clock.now()
        with self._lock:
            if trouble is not None:
                if trouble.code not in _PASSING:
                    self._turn(trouble.code, now)
            elif self._fault in _LASTING:
                return
            elif disproves is None or self._fault is None or self._fault in disproves:
                self._turn(None, now)
                self._last_ok = now

    def _turn(self, fault: str | None, now: datetime) -> None:
        if fault is not None and self._fault is None:
            log.info("the database is down: %s", fault)
        elif fault is None and self._fault is not None:
            log.info("the database is back")
        if fault != self._fault:
            self._fault, self._since = fault, now

    def _line(self, told: Health | None) -> Health:
        """`told` is what an exercise says that has pulled the database's plug."""
        if told is not None and told.state == "down":
            return told
        return self._unreached() or self._own_line()

    def _unreached(self) -> Health | None:
        """What the doctor holds against the database."""
        if self._doctor is None or (found := self._doctor.connection).online:
            return None
        now = self._clock.now()
        last_ok = now - timedelta(seconds=time.monotonic() - found.heard_s)
        state = "down" if found.state is LinkState.OFFLINE else "degraded"
        params = {name: str(value) for name, value in found.params.items()}
        return Health(*KEY, state, found.code, params, now, last_ok, None)

    def _own_line(self) -> Health:
        with self._lock:
            state = "ok" if self._fault is None else "down"
            code, at = self._fault or OK, self._since if self._fault else self._last_ok
            return Health(*KEY, state, code, {}, at, self._last_ok, None)
