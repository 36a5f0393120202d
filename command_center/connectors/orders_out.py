"""Orders out: what a desk orders is posted to the units' own system, again until it is heard.

Any 2xx answer means heard, and the same id may come again.
"""

from __future__ import annotations

import logging
import queue
import threading
from contextlib import suppress
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import requests

from command_center.connectors.backoff import Backoff
from command_center.connectors.order_messages import Directory, Message, messages_of
from command_center.domain.errors import OperatorError
from command_center.domain.log import StoredEntry
from command_center.domain.network import is_loopback
from command_center.ports import Clock, Health, Telemetry

log = logging.getLogger(__name__)

WAITING = 200
TIMEOUT_S = (3.0, 5.0)


def check_loopback(url: str) -> None:
    """OperatorError unless the address is one of this machine itself."""
    host = urlsplit(url).hostname or ""
    if not is_loopback(host):
        raise OperatorError("orders_only_to_loopback", host=host[:80])


class OrderSender:
    """Posts on a thread of its own, in order; `hand` never waits. An answer that refuses a message
    for good (4xx) is not asked again; anything else is, with back-off."""

    def __init__(
        self, url: str, telemetry: Telemetry, clock: Clock, *, backoff: Backoff | None = None
    ) -> None:
        check_loopback(url)
        self._url = url
        self._telemetry = telemetry
        self._clock = clock
        self._backoff = backoff or Backoff(15.0)
        self._waiting: queue.Queue[Message] = queue.Queue(WAITING)
        self._stop = threading.Event()
        self._last_ok: datetime | None = None
        self._said = ""
        self._thread = threading.Thread(target=self._run, name="orders-out", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, timeout_s: float = 10.0) -> None:
        self._stop.set()
        self._thread.join(timeout_s)

    def hand(self, stored: StoredEntry, directory: Directory) -> None:
        """An entry of the log, once, in order."""
        for message in messages_of(stored, directory):
            try:
                self._waiting.put_nowait(message)
            except queue.Full:
                self._put_health("degraded", "orders_overflow", None)

    def send_waiting(self) -> None:
        """Post what waits now, in this thread: before `start`. OperatorError if it is not heard."""
        with self._session() as session:
            while not self._waiting.empty():
                fault = self._post(session, self._waiting.get_nowait())
                if fault is not None:
                    raise OperatorError(fault)

    def _session(self) -> requests.Session:
        session = requests.Session()
        session.trust_env = False
        return session

    def _run(self) -> None:
        with self._session() as session:
            while not self._stop.is_set():
                try:
                    message = self._waiting.get(timeout=0.2)
                except queue.Empty:
                    continue
                self._deliver(session, message)

    def _deliver(self, session: requests.Session, message: Message) -> None:
        while not self._stop.is_set():
            fault = self._post(session, message)
            if fault == "order_refused":
                self._put_health("degraded", fault, None)
                return
            if fault is None:
                self._backoff.reset()
                self._last_ok = self._clock.now()
                self._put_health("ok", "orders_ok", None)
                return
            wait_s = self._backoff.next_s()
            self._put_health("down", fault, wait_s)
            self._stop.wait(wait_s)

    def _post(self, session: requests.Session, message: Message) -> str | None:
        """None once heard, else the code of what is in the way."""
        try:
            with session.post(
                self._url,
                data=message.body,
                headers={"Content-Type": "application/json"},
                timeout=TIMEOUT_S,
                allow_redirects=False,
                stream=True,
            ) as answer:
                status = answer.status_code
        except requests.exceptions.Timeout:
            return "orders_timeout"
        except requests.exceptions.RequestException:
            return "orders_unreachable"
        if 200 <= status < 300:
            return None
        return "order_refused" if 400 <= status < 500 else "orders_status"

    def _put_health(self, state: str, code: str, wait_s: float | None) -> None:
        if code != self._said:
            log.info("orders out: %s", code)
        self._said = code
        now = self._clock.now()
        health = Health(
            kind="orders",
            id="orders",
            state=state,
            code=code,
            params={"waiting": str(self._waiting.qsize())},
            at=now,
            last_ok_at=self._last_ok,
            next_try_at=None if wait_s is None else now + timedelta(seconds=wait_s),
        )
        # With the database gone nobody can be told; the orders must go out all the same.
        with suppress(OperatorError):
            self._telemetry.put_health(health)
