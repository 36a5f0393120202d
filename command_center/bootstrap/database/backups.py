"""Hourly backups of the room by one of its workstations, and what is noted of its head.

A backup is made by a program of its own: reading and checking a large room would hold up the
window even from another thread."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import threading
import time
import uuid
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from command_center.bootstrap.room import OpenedRoom
from command_center.bootstrap.supervisor import window_command
from command_center.domain.errors import OperatorError
from command_center.ports import Health, Telemetry
from command_center.runtime.paths import data_dir
from command_center.storage.backup import Progress, copy_to, silent
from command_center.storage.dump import dump_to
from command_center.storage.engine import open_engine
from command_center.storage.lease import Leases
from command_center.storage.salvage import (
    Head,
    backup_file,
    backups_dir,
    note_head,
    read_head,
    suspect_file,
    too_old,
)
from command_center.storage.salvage import backups as kept_in
from command_center.storage.telemetry import SqlTelemetry

KEY = ("backup", "backup")
OK = "backup_ok"
# A room on a server: its backups are its administrator's where this login may not make them.
ADMINISTRATORS = frozenset({"backup_needs_owner", "backup_needs_client"})
EVERY = timedelta(hours=1)
AGAIN = timedelta(minutes=10)
LEASE, HOLD_S, LOOK_S, ASK_S = "backup", 60.0, 5.0, 0.5
NICE = 10
log = logging.getLogger(__name__)


def server_backups() -> Path:
    """Where this workstation keeps archives of a room on a server."""
    return data_dir() / "backups"


def make_backup(
    url: str,
    password: str | None,
    at: datetime,
    target: Path | None = None,
    progress: Progress = silent,
) -> tuple[Path, int]:
    """Copy and verify the room; (the file, its entries). `target` None: a name of its own in the
    room's folder of backups, where those that are too old then go. OperatorError."""
    engine = open_engine(url)
    database = Path(engine.url.database or "") if engine.dialect.name == "sqlite" else None
    suffix = "db" if database is not None else "dump"
    if database is not None and not database.is_file():
        raise OperatorError("no_room_yet", file=database)
    folder = backups_dir(database) if database is not None else server_backups()
    chosen = target or backup_file(folder, at, suffix)
    if target is None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if database is not None:
        copy_to(database, chosen, progress)
        count = read_head(chosen)[0].seq
    else:
        count = dump_to(url, password, chosen, progress)
    if target is None:
        for old in too_old(kept_in(folder, suffix)):
            old.unlink()
    with suppress(OperatorError):  # the copy is good; who asks for its age hears it next time
        _tell(url, password, _good(at, chosen))
    return chosen, count


def _good(at: datetime, file: Path) -> Health:
    return Health(*KEY, "ok", OK, {"file": file.name}, at, at, at + EVERY)


def _tell(url: str, password: str | None, health: Health) -> None:
    telemetry = SqlTelemetry(open_engine(url, password))
    try:
        telemetry.put_health(health)
    finally:
        telemetry.close()


def backup_command(url: str) -> list[str]:
    return window_command(["db", "backup", "--json", "--database", url])


class Backups:
    """A thread of its own from `start` to `stop`; holds the lease of backups while it can."""

    def __init__(
        self, room: OpenedRoom, url: str, command: Callable[[str], Sequence[str]] = backup_command
    ) -> None:
        self._room = room
        self._telemetry: Telemetry = room.database.telemetry
        self._url = url
        self._command = command
        engine = room.database.engine
        sqlite = engine.dialect.name == "sqlite"
        self._file = Path(engine.url.database or "") if sqlite else None
        self._leases = Leases(engine)
        self._holder = f"{room.act.workstation}:{uuid.uuid4().hex[:8]}"
        self._noted: Head | None = None
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="backups", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """A backup under way is given up; nothing of it stays."""
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        fault = ""
        while not self._stop.is_set():
            before, fault = fault, self._try()
            if fault and fault != before:
                log.info("no backup now: %s", fault)
            self._stop.wait(LOOK_S)
        with suppress(OperatorError):  # without a database it lapses by itself
            self._leases.release(LEASE, self._holder)
        self._leases.close()

    def _try(self) -> str:
        """What is in the way of a look; "" nothing."""
        try:
            self.look()
        except OperatorError as error:
            return error.code
        except OSError as error:
            return error.strerror or "OSError"
        return ""

    def look(self) -> None:
        """Back up if it is time and ours to do, and note the head."""
        now = self._room.clock.now()
        if self._leases.take(LEASE, self._holder, now, HOLD_S) and self.is_due(now):
            told = self._outcome(now)
            if told is not None:
                self._telemetry.put_health(told)
        if self._file is not None:
            head, _, _ = read_head(self._file)
            if head != self._noted:
                note_head(self._file, head)
                self._noted = head

    def is_due(self, now: datetime) -> bool:
        told = self._telemetry.health().get(KEY)
        if told is None or told.next_try_at is None:
            return True
        # a clock that was set back does not put off the next one for as long
        return not now < told.next_try_at <= now + EVERY

    def _outcome(self, now: datetime) -> Health | None:
        """None for a backup that was given up."""
        told = self._telemetry.health().get(KEY)
        last = told.last_ok_at if told else None
        fault = self._make()
        if fault is not None and self._stop.is_set():
            return None
        if fault is None:
            return Health(*KEY, "ok", OK, {}, now, now, now + EVERY)
        if fault in ADMINISTRATORS:
            return Health(*KEY, "degraded", fault, {}, now, last, now + EVERY)
        if fault == "database_corrupt" and self._file is not None:
            suspect_file(self._file).touch()
        log.warning("a backup failed: %s", fault)
        return Health(*KEY, "down", fault, {}, now, last, now + AGAIN)

    def _make(self) -> str | None:
        """The code of what went wrong; None: there is a new verified backup."""
        child = subprocess.Popen(  # noqa: S603 - this program itself
            self._command(self._url), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        os_nice(child.pid)
        try:
            said = self._answer(child)
        finally:
            child.kill()
            child.wait()
        return fault_of(said)

    def _answer(self, child: subprocess.Popen[bytes]) -> bytes:
        """Keeps the lease meanwhile; a window that closes gives the backup up."""
        renewed = time.monotonic()
        while True:
            with suppress(subprocess.TimeoutExpired):
                return child.communicate(timeout=ASK_S)[0]
            if self._stop.is_set():
                child.terminate()
            elif time.monotonic() - renewed > HOLD_S / 4:
                renewed = time.monotonic()
                self._leases.take(LEASE, self._holder, self._room.clock.now(), HOLD_S)


def os_nice(pid: int) -> None:
    """Let the room go first, where the system knows how."""
    setpriority = getattr(os, "setpriority", None)
    if setpriority is not None:
        with suppress(OSError):
            setpriority(os.PRIO_PROCESS, pid, NICE)


def fault_of(said: bytes) -> str | None:
    """What `db backup --json` answered; no answer at all is a fault, too."""
    try:
        answer = json.loads(said)
        fault = answer.get("error")
    except (ValueError, AttributeError):
        return "backup_interrupted"
    return None if fault is None else str(fault)
