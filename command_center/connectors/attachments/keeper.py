"""Fetches what is wanted with a few threads, and tells the room what became of each."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from command_center.commands.attachments import KeepAttachment, RefuseAttachment
from command_center.connectors.address import FetchFault
from command_center.connectors.attachments.fetch import Limits, Lines, fetch
from command_center.connectors.attachments.folder import Folder, Kept
from command_center.connectors.attachments.wanted import Wanted, WantedList
from command_center.domain.errors import OperatorError, is_environment
from command_center.domain.log import Act
from command_center.ports import Clock, Executor, Health, Telemetry
from command_center.runtime.logs import report_bug

log = logging.getLogger(__name__)

WORKERS = 3
TOLD_S = 30.0
GIVE_UP = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Desk:
    """Where what became of a file is told."""

    executor: Executor
    telemetry: Telemetry
    clock: Clock
    act: Act


class Keeper:
    """`start` once, `stop` once. Never opens a file it has fetched."""

    def __init__(self, desk: Desk, folder: Folder, limits: Limits | None = None) -> None:
        self._desk = desk
        self._folder = folder
        self._limits = limits or Limits()
        self._lines = Lines()
        self.wanted = WantedList()
        self._last_ok_at: datetime | None = None
        self._threads = [
            threading.Thread(target=self._run, name=f"attachments-{number}", daemon=True)
            for number in range(WORKERS)
        ]

    def start(self) -> None:
        """OSError if the folder cannot be made."""
        self._folder.open()
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        self.wanted.end()
        self._lines.end()
        for thread in self._threads:
            if thread.ident is not None:
                thread.join()

    def _run(self) -> None:
        while (wanted := self.wanted.take()) is not None:
            try:
                self._one(wanted)
            except FetchFault as fault:
                self._failed(wanted, fault)
            except Exception as error:  # noqa: BLE001 - one file must not end the fetching of all
                report_bug(error)
                self.wanted.again(wanted.id, "attachment_unreachable")
            self._put_health()

    def _one(self, wanted: Wanted) -> None:
        """FetchFault; `again` among its params where it may be tried once more."""
        if wanted.fence is None:
            raise FetchFault("attachment_source_gone")
        try:
            kept = self._fetched(wanted.reference, wanted)
        except OSError as error:
            raise FetchFault("attachment_no_room", again="yes") from error
        self._tell(
            wanted,
            KeepAttachment(wanted.id, kept.media_type, kept.size, kept.sha256, kept.file),
        )
        self._last_ok_at = self._desk.clock.now()

    def _fetched(self, reference: str, wanted: Wanted) -> Kept:
        assert wanted.fence is not None
        self._folder.demand_room(self._limits.most_bytes)
        with self._folder.draft() as draft:
            fetch(reference, draft, wanted.fence, self._limits, self._lines)
            return self._folder.keep(draft)

    def _failed(self, wanted: Wanted, fault: FetchFault) -> None:
        """What may yet work is tried for a day; the rest is refused with its reason."""
        waited = self._desk.clock.now() - wanted.asked_at
        if "again" in fault.params and waited < GIVE_UP:
            self.wanted.again(wanted.id, fault.code)
            return
        try:
            self._tell(wanted, RefuseAttachment(wanted.id, fault.code))
        except FetchFault as busy:
            self.wanted.again(wanted.id, busy.code)

    def _tell(self, wanted: Wanted, command: Any) -> None:
        """A room that does not answer hears of it the next time; one that knows is not told."""
        try:
            self._desk.executor.submit(command, act=self._desk.act).result(TOLD_S)
        except TimeoutError as error:
            raise FetchFault("database_busy", again="yes") from error
        except OperatorError as error:
            if is_environment(error):
                raise FetchFault(error.code, again="yes") from error
            log.info("attachment %s was decided elsewhere", wanted.id)
        self.wanted.done(wanted.id)

    def _put_health(self) -> None:
        count, _, wait_s = self.wanted.state()
        now = self._desk.clock.now()
        health = Health(
            kind="attachments",
            id="attachments",
            state="ok" if wait_s is None else "degraded",
            code="attachments_ok" if wait_s is None else "attachments_waiting",
            params={"count": str(count)},
            at=now,
            last_ok_at=self._last_ok_at,
            next_try_at=None if wait_s is None else now + timedelta(seconds=max(0.0, wait_s)),
        )
        try:
            self._desk.telemetry.put_health(health)
        except OperatorError as error:
            log.info("health of the attachments is not told: %s", error.code)
