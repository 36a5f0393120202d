"""The pull connector: asks a source of contract v1 for what is new, for as long as it lives."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

import requests

from command_center.commands.room import MoveCursor
from command_center.connectors.address import FetchFault
from command_center.connectors.after_page import AfterPage
from command_center.connectors.backoff import Backoff
from command_center.connectors.intake_page import PageResult, send_page
from command_center.connectors.late import Backlog
from command_center.connectors.mapped import watch_shape
from command_center.connectors.personal import Sealer
from command_center.connectors.reader import ContractReader, Reader
from command_center.contract.page import Page, PageFault
from command_center.domain.errors import OperatorError
from command_center.domain.log import Act
from command_center.ports import Clock, Executor, Health, Telemetry
from command_center.runtime.logs import report_bug

log = logging.getLogger(__name__)

CURSOR_S = 30.0
_OURS = frozenset({"database_busy", "database_unreachable"})


@dataclass(frozen=True, slots=True)
class PullSource:
    """`cursor` is where to go on; `poll_s` the pause when there is nothing new.
    `backlog` knows of the source's silences; None: those of this connector's life. `reader` is how
    it is asked; None: in contract v1."""

    id: str
    url: str
    cursor: str
    poll_s: float = 1.0
    page_size: int = 500
    backlog: Backlog | None = None
    reader: Reader | None = None


def any_logged(result: PageResult) -> bool:
    """A page of positions alone is read again after a crash, which is harmless; its cursor is not
    worth a log entry a second."""
    return bool(result.stored or result.known or result.refused or result.conflicting)


class PullConnector:
    """One thread per source. Marks a page as read only after every record of it is stored, so a
    crash repeats records and op_ids make the repetition harmless."""

    def __init__(
        self,
        source: PullSource,
        *,
        executor: Executor,
        telemetry: Telemetry,
        clock: Clock,
        act: Act,
        unit_id_of: Callable[[str], str | None],
        sealer: Sealer,
        backoff: Backoff | None = None,
    ) -> None:
        self._source = source
        self._executor = executor
        self._telemetry = telemetry
        self._clock = clock
        self._act = act
        self._after = AfterPage(executor, telemetry, clock, act, unit_id_of)
        self._sealer = sealer
        self._reader = source.reader or ContractReader(source.url)
        self._backoff = backoff or Backoff()
        self._backlog = source.backlog or Backlog(cache(clock.now))
        self._cursor = source.cursor
        self._last_ok: datetime | None = None
        self._down = False
        self._stop = threading.Event()
        self.caught_up = threading.Event()
        self.fault: str | None = None
        self._thread = threading.Thread(
            target=self._run, name=f"pull-{source.id[:20]}", daemon=True
        )

    def start(self) -> None:
        self._thread.start()

    def stop(self, timeout_s: float = 15.0) -> None:
        self._stop.set()
        if self._thread.ident is not None:  # a room may end before it takes in anything
            self._thread.join(timeout_s)

    @property
    def cursor(self) -> str:
        """Everything up to here is stored."""
        return self._cursor

    def poll_once(self) -> PageResult:
        """Fetch and store one page. Raises FetchFault, PageFault or OperatorError."""
        with self._session() as session:
            result, _ = self._page(session)
        return result

    def _session(self) -> requests.Session:
        session = requests.Session()
        session.trust_env = False
        return session

    def _page(self, session: requests.Session) -> tuple[PageResult, bool]:
        """(what became of a page, whether to ask for the next one at once)"""
        read = self._reader.read(session, self._cursor, self._source.page_size)
        page, id = read.page, self._source.id
        if read.mapped is not None:
            watch_shape(self._executor, id, self._act, read.mapped, self._sealer)
        now = self._clock.now()
        self._backlog.heard(now)
        result = send_page(
            self._executor,
            id,
            self._act,
            page,
            self._sealer,
            lambda at: self._backlog.is_late(at, now),
        )
        self._after.put_positions(result)
        self._after.ring(id, result)
        self._move_on(page, result)
        # Who promises more but sends nothing is asked again no sooner than who is done.
        return result, page.more and bool(page.items)

    def _move_on(self, page: Page, result: PageResult) -> None:
        if page.next in ("", self._cursor):
            if page.more:
                raise PageFault("answer_not_contract", detail="`more` without a new `next`")
            return
        if any_logged(result):
            command = MoveCursor(self._source.id, page.next)
            try:
                self._executor.submit(command, act=self._act).result(CURSOR_S)
            except TimeoutError as error:
                raise OperatorError("database_busy") from error
        self._cursor = page.next

    def _run(self) -> None:
        with self._session() as session:
            while not self._stop.is_set():
                try:
                    result, more = self._page(session)
                except (FetchFault, PageFault, OperatorError) as fault:
                    self._failed(fault.code, {k: str(v) for k, v in fault.params.items()})
                    continue
                except Exception as error:  # noqa: BLE001 - a bug must not silence the source
                    self._met_bug(error)
                    continue
                self._succeeded(result)
                if not more:
                    self.caught_up.set()
                    self._stop.wait(self._source.poll_s)

    def _met_bug(self, error: Exception) -> None:
        if self.fault != "source_bug":
            report_bug(error)
        self._failed("source_bug", {})

    def _failed(self, code: str, params: dict[str, str]) -> None:
        """The source has no part in an outage of the room: it is read again as soon as it ends."""
        self.fault = code
        wait_s = self._source.poll_s if code in _OURS else self._backoff.next_s()
        if not self._down:
            self._down = True
            log.info("source %s is down: %s", self._source.id, code)
        self._put_health("down", code, params, wait_s)
        self._stop.wait(wait_s)

    def _succeeded(self, result: PageResult) -> None:
        if self._down:
            self._down = False
            log.info("source %s is back", self._source.id)
        self._backoff.reset()
        self.fault = None
        self._last_ok = self._clock.now()
        code = "source_ok"
        if result.conflicting:
            code = "source_conflicting"
        elif result.refused:
            code = "source_refused_records"
        state = "degraded" if result.refused + result.conflicting else "ok"
        params = {"refused": str(result.refused), "conflicting": str(result.conflicting)}
        self._put_health(state, code, params, None)

    def _put_health(
        self, state: str, code: str, params: dict[str, str], wait_s: float | None
    ) -> None:
        now = self._clock.now()
        health = Health(
            kind="source",
            id=self._source.id,
            state=state,
            code=code,
            params=params,
            at=now,
            last_ok_at=self._last_ok,
            next_try_at=None if wait_s is None else now + timedelta(seconds=wait_s),
        )
        # With the database gone nobody can be told; the source must be read again all the same.
        with suppress(OperatorError):
            self._telemetry.put_health(health)
