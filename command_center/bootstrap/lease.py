"""Keeps the lease of the clockwork: one workstation of a room is on duty."""

from __future__ import annotations

import threading
import uuid
from contextlib import suppress

from command_center.domain.errors import OperatorError
from command_center.duty.clockwork import Clockwork
from command_center.ports import Clock
from command_center.storage.lease import Leases

NAME = "duty"
RENEW_S = 5.0
HOLD_S = 15.0


class DutyLease:
    """A thread of its own, because taking a lease waits for the database. Two windows of one
    workstation are two holders."""

    def __init__(self, leases: Leases, holder: str, clock: Clock, clockwork: Clockwork) -> None:
        self._leases = leases
        self._holder = f"{holder}:{uuid.uuid4().hex[:8]}"
        self._clock = clock
        self._clockwork = clockwork
        self._clockwork.on_duty = False
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="duty-lease", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stop.is_set():
            self._clockwork.on_duty = self._renew()
            self._stop.wait(RENEW_S)
        if self._clockwork.on_duty:
            self._clockwork.on_duty = False
            with suppress(OperatorError):  # without a database it lapses by itself
                self._leases.release(NAME, self._holder)

    def _renew(self) -> bool:
        try:
            return self._leases.take(NAME, self._holder, self._clock.now(), HOLD_S)
        except OperatorError:
            return False  # whoever reaches the database does the work meanwhile
