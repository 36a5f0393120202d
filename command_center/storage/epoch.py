"""Which server this is, and whether it is older than one this workstation has already seen: a
deposed primary, a backup, a log without its end."""

from __future__ import annotations

import json
import logging
import threading
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg

from command_center.domain.errors import OperatorError
from command_center.runtime.files import write_private
from command_center.storage.links import Wire

REFUSALS = frozenset({"database_standby", "database_behind", "database_deposed", "database_forked"})
_PATIENCE_S = 2.0
_LARGEST_FILE, _PAST = 65_536, 50
_log = logging.getLogger(__name__)

SERVER = (
    "SELECT pg_is_in_recovery(), (SELECT system_identifier FROM pg_control_system())::text,"
    " CASE WHEN pg_is_in_recovery() THEN '' ELSE pg_walfile_name(pg_current_wal_lsn()) END,"
    " COALESCE(e.seq, 0), COALESCE(e.hash, h.hash), r.epoch,"
    " (SELECT hash FROM event_log WHERE seq = ?), clock_timestamp()"
    " FROM log_head h LEFT JOIN room r ON true LEFT JOIN LATERAL"
    " (SELECT seq, hash FROM event_log ORDER BY seq DESC LIMIT 1) e ON true"
)


@dataclass(frozen=True, slots=True)
class Server:
    """What a server says of itself; `seq` and `hash` are its last entry's. `hash_then` is of the
    entry at the seq that was asked for, None if it has no such entry; `at` its clock."""

    standby: bool
    system: str
    timeline: int
    seq: int
    hash: bytes
    epoch: str
    hash_then: bytes | None
    at: datetime


def server_of(row: Any) -> Server:
    """From a row of `SERVER`."""
    standby, system, wal, seq, digest, epoch, then, at = row
    timeline = int(wal[:8], 16) if wal else 0
    before = None if then is None else bytes(then)
    return Server(standby, system, timeline, seq, bytes(digest), epoch or "", before, at)


@dataclass(frozen=True, slots=True)
class Mark:
    """The furthest this workstation has seen. `hash` is hexadecimal; `past` epochs are over."""

    epoch: str = ""
    system: str = ""
    timeline: int = 0
    seq: int = 0
    hash: str = ""
    past: tuple[str, ...] = ()


def judge(mark: Mark, server: Server) -> None:
    """OperatorError if this server must not be used. `mark` is of before the server was asked."""
    if server.standby:
        raise OperatorError("database_standby")
    behind = OperatorError("database_behind", seq=server.seq, seen=mark.seq)
    if server.epoch != mark.epoch:
        if mark.epoch and (not server.epoch or server.epoch in mark.past):
            raise behind
        return
    if server.system == mark.system and server.timeline < mark.timeline:
        raise OperatorError("database_deposed")
    if server.seq < mark.seq:
        raise behind
    if mark.seq and (server.hash_then or b"").hex() != mark.hash:
        raise OperatorError("database_forked", seq=mark.seq)


class Seen:
    """The mark, kept in `path` across restarts. From any thread. `only_reads`: a standby will do,
    however far behind."""

    def __init__(self, path: Path | None = None, *, only_reads: bool = False) -> None:
        self._path = path
        self._only_reads = only_reads
        self._lock = threading.Lock()
        self._mark = self._kept = _read(path)

    @property
    def mark(self) -> Mark:
        return self._mark

    def admit(self, wire: Wire) -> None:
        """`Links.admit`: look at a server before anything is read from it or written to it."""
        mark = self._mark
        wire.patience_s, wire.autocommit = _PATIENCE_S, True
        try:
            row = wire.execute(SERVER.replace("?", "%s"), (mark.seq,)).fetchone()
        except psycopg.errors.UndefinedTable:
            row = None  # not a room yet
        wire.patience_s, wire.autocommit = None, False
        server = None if row is None else server_of(row)
        if server is not None and not (self._only_reads and server.standby):
            judge(mark, server)
            self.take(server)

    def take(self, server: Server) -> None:
        """A server that was found good."""
        with self._lock:
            mark = self._mark
            if server.epoch != mark.epoch:
                past = (*mark.past, mark.epoch)[-_PAST:] if mark.epoch else mark.past
                mark = Mark(server.epoch, past=past)
            if server.seq > mark.seq:
                mark = replace(mark, seq=server.seq, hash=server.hash.hex())
            self._mark = replace(mark, system=server.system, timeline=server.timeline)

    def note(self, epoch: str, seq: int, digest: bytes) -> None:
        """An entry that was delivered here."""
        with self._lock:
            if epoch == self._mark.epoch and seq > self._mark.seq:
                self._mark = replace(self._mark, seq=seq, hash=digest.hex())

    def keep(self) -> None:
        """Write down what is new. By one thread."""
        mark = self._mark
        if self._path is None or mark == self._kept:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_private(self._path, json.dumps(asdict(mark)))
        except OSError as error:
            _log.warning("what was seen of the server is not kept: %s", error)
        self._kept = mark


def _read(path: Path | None) -> Mark:
    if path is None or not path.exists():
        return Mark()
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise ValueError("too large")
        found = json.loads(path.read_text(encoding="utf-8"))
        return Mark(
            str(found["epoch"]),
            str(found["system"]),
            int(found["timeline"]),
            int(found["seq"]),
            bytes.fromhex(found["hash"]).hex(),
            tuple(str(epoch) for epoch in found["past"]),
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        _log.warning("what was seen of the server cannot be read: %s", type(error).__name__)
        return Mark()
