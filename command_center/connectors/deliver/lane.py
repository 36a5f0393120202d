"""The way to one reach: its messages one after another, on a thread of its own."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from command_center.commands.tell import ConfirmDelivery, RefuseDelivery
from command_center.connectors.backoff import Backoff
from command_center.connectors.deliver.fault import Fault
from command_center.domain.errors import OperatorError, is_environment
from command_center.domain.log import Act
from command_center.domain.referral import Delivery
from command_center.ports import Clock, Executor, Health, Telemetry
from command_center.runtime.logs import report_bug

log = logging.getLogger(__name__)

KIND = "delivery"
SETTLE_S = 30.0
Sender = Callable[[Delivery, str], Fault | None]


@dataclass(frozen=True, slots=True)
class Desk:
    """What a lane works with. `act` may confirm deliveries."""

    executor: Executor
    telemetry: Telemetry
    clock: Clock
    act: Act


class Lane:
    """A message that cannot be heard now keeps those behind it waiting: what is told of a report
    is heard in the order it was said. That it was heard is stored before the next one goes; a
    program that dies between the two tells it again, under the same id."""

    def __init__(
        self, reach: str, send: Sender, desk: Desk, *, backoff: Backoff | None = None
    ) -> None:
        self._reach = reach
        self._send = send
        self._desk = desk
        self._backoff = backoff or Backoff(60.0)
        self._lock = threading.Lock()
        self._waiting: tuple[Delivery, ...] = ()
        self._url = ""
        self._settled: set[str] = set()
        self._last_ok: datetime | None = None
        self._said = ""
        self._wake = threading.Event()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"tell-{reach[:20]}", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def end(self) -> None:
        """Without waiting for it."""
        self._stop.set()
        self._wake.set()

    def join(self, timeout_s: float = 20.0) -> None:
        self._thread.join(timeout_s)

    def hand(self, waiting: Sequence[Delivery], url: str) -> None:
        """All that waits now, oldest first, and where to. Never waits itself."""
        with self._lock:
            self._waiting, self._url = tuple(waiting), url
            self._settled &= {row.id for row in waiting}
        self._wake.set()

    def _next(self) -> tuple[Delivery | None, str, int]:
        """(what to tell next, where, how many wait)"""
        with self._lock:
            left = [row for row in self._waiting if row.id not in self._settled]
            return (left[0] if left else None), self._url, len(left)

    def _run(self) -> None:
        while not self._stop.is_set():
            self._wake.clear()
            delivery, url, left = self._next()
            if delivery is None:
                self._wake.wait()
                continue
            try:
                fault = self._deliver(delivery, url)
            except Exception as error:  # noqa: BLE001 - a bug must not silence a reach
                report_bug(error)
                fault = Fault("delivery_bug")
            self._account(fault, left)

    def _deliver(self, delivery: Delivery, url: str) -> Fault | None:
        fault = self._send(delivery, url)
        if fault is not None and not fault.final:
            return fault
        heard = ConfirmDelivery(delivery.id)
        command = heard if fault is None else RefuseDelivery(delivery.id, _reason(fault))
        return self._settle(command, delivery.id) or fault

    def _settle(self, command: Any, id: str) -> Fault | None:
        """Store what became of it; it is told again if that cannot be stored."""
        try:
            self._desk.executor.submit(command, act=self._desk.act).result(SETTLE_S)
        except TimeoutError:
            return Fault("database_busy")
        except OperatorError as error:
            if is_environment(error):
                return Fault(error.code)
            raise
        with self._lock:
            self._settled.add(id)
        return None

    def _account(self, fault: Fault | None, left: int) -> None:
        if fault is None or fault.final:
            self._backoff.reset()
            self._last_ok = self._desk.clock.now()
            state, code = ("ok", "delivery_ok") if fault is None else ("degraded", fault.code)
            self._put_health(state, code, fault, left - 1, None)
            return
        wait_s = max(self._backoff.next_s(), fault.retry_s)
        self._put_health("down", fault.code, fault, left, wait_s)
        self._stop.wait(wait_s)

    def _put_health(
        self, state: str, code: str, fault: Fault | None, left: int, wait_s: float | None
    ) -> None:
        if code != self._said:
            log.info("deliveries: %s", code)
        self._said = code
        now = self._desk.clock.now()
        health = Health(
            kind=KIND,
            id=self._reach,
            state=state,
            code=code,
            params={"waiting": str(left), **(fault.params if fault else {})},
            at=now,
            last_ok_at=self._last_ok,
            next_try_at=None if wait_s is None else now + timedelta(seconds=wait_s),
        )
        # With the database gone nobody can be told; the messages must go out all the same.
        with suppress(OperatorError):
            self._desk.telemetry.put_health(health)


def _reason(fault: Fault) -> str:
    return fault.params.get("status") or fault.params.get("why") or fault.code
