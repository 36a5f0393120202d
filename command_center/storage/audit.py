"""Walks the whole chain of a database as fast as it can be read, and says where it first breaks."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from typing import Any

from psycopg import capabilities
from sqlalchemy import Engine

from command_center.storage.damage import Damage, DamageKind, told
from command_center.storage.engine import open_engine
from command_center.storage.link import POSTGRES, Link
from command_center.storage.log import NO_HASH, Row
from command_center.storage.statements import HEAD

BATCH = 1_000
# So far ahead an entry is looked for that is not where it belongs.
WINDOW = 1_000
# Every entry is checked against the stored hash before it, so parts of a long log are checked side
# by side; up to so many of them, starting other processes takes longer than it saves.
PART, ALONE = 50_000, 6
WORKERS = 4
Progress = Callable[[int, int], None]
_BELOW_ALL = -(2**62)
_RANGE = "SELECT seq, hash, body FROM event_log WHERE seq > ? AND seq <= ? ORDER BY seq"
_LAST = "SELECT seq, hash, body FROM event_log ORDER BY seq DESC LIMIT 1"
_HASH_OF = "SELECT hash FROM event_log WHERE seq = ?"


@dataclass(frozen=True, slots=True)
class Chain:
    """`entries` that hold, up to the hash `last`; `damage` None: all of them, and the head."""

    entries: int
    last: bytes
    damage: Damage | None


@contextmanager
def reading(engine: Engine) -> Iterator[Link]:
    """One snapshot of the database on a connection of its own, for as long as it takes."""
    link = Link(engine)
    link.bear(None)
    try:
        with link.transaction(link.dialect.begin_read):
            if link.dialect is POSTGRES:
                link.run("SET LOCAL statement_timeout = 0")
                link.run("SET LOCAL idle_in_transaction_session_timeout = 0")
            yield link
    finally:
        link.close()


def verify_chain(url: str, password: str | None = None, progress: Progress | None = None) -> Chain:
    """Every entry and the head. `progress` is told (entries read, entries). OperatorError for a
    database that cannot be read."""
    engine = open_engine(url, password)
    try:
        with reading(engine) as link:
            head, end = link.one(HEAD), link.one(_LAST)
        if end is None:
            return Chain(0, NO_HASH, at_the_end(0, NO_HASH, head))
        # meanwhile no transaction is held: a server ends one that stands idle for seconds
        start = _first_bad_part(url, password, int(end[0]), progress)
        with reading(engine) as link:
            return _walk(link, start, end, head)
    finally:
        engine.dispose()


def _first_bad_part(url: str, password: str | None, last: int, progress: Progress | None) -> int:
    """The number of the entry before the first part that does not hold; `last` if all do."""
    tell = progress or (lambda _read, _all: None)
    parts = [(after, min(after + PART, last)) for after in range(0, last, PART)] or [(0, last)]
    if len(parts) <= ALONE:
        for after, upto in parts:
            if not part_holds(url, password, after, upto):
                return after
            tell(upto, last)
        return last
    workers = min(WORKERS, os.cpu_count() or 1, len(parts))
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        found = [pool.submit(part_holds, url, password, *part) for part in parts]
        for (after, upto), holds in zip(parts, found, strict=True):
            if not holds.result():
                pool.shutdown(wait=False, cancel_futures=True)
                return after
            tell(upto, last)
    return last


def part_holds(url: str, password: str | None, after: int, upto: int) -> bool:
    """Whether the entries `after` < seq <= `upto` are all there and follow each other."""
    engine = open_engine(url, password)
    try:
        with reading(engine) as link:
            digest = hash_of(link, after)
            if digest is None:
                return False
            seq = after
            for rows in stream_ahead(link, _RANGE, (after or _BELOW_ALL, upto)):
                if _held(rows, seq, digest) != len(rows):
                    return False
                seq, digest = seq + len(rows), rows[-1][1]
            return seq == upto
    finally:
        engine.dispose()


def _walk(link: Link, after: int, end: Row, head: Any) -> Chain:
    """From the entry `after`, which holds, to the first that does not."""
    seq, digest = after, hash_of(link, after) or NO_HASH
    batches = stream_ahead(link, _RANGE, (after or _BELOW_ALL, end[0]))
    for rows in batches:
        held = _held(rows, seq, digest)
        if held < len(rows):
            before = rows[held - 1][1] if held else digest
            around = [*rows[held:], *next(batches, ())][: WINDOW + 1]
            damage = told(before, seq + held + 1, around)
            return Chain(seq + held, before, _weighed(damage, head, end))
        seq, digest = seq + held, rows[-1][1]
    return Chain(seq, digest, at_the_end(seq, digest, head))


def hash_of(link: Link, seq: int) -> bytes | None:
    """Of the entry; None if it is not there or not 32 bytes. Before the first: zeros."""
    if seq == 0:
        return NO_HASH
    found = link.one(_HASH_OF, (seq,))
    whole = found is not None and isinstance(found[0], bytes) and len(found[0]) == len(NO_HASH)
    return found[0] if whole else None


def _held(rows: Sequence[Row], seq: int, digest: bytes) -> int:
    """How many of the rows continue the chain after (`seq`, `digest`)."""
    for held, (number, stored, body) in enumerate(rows):
        seq += 1
        try:
            digest = sha256(digest + body).digest()
        except TypeError:  # something else than bytes stands there
            return held
        if digest != stored or number != seq:
            return held
    return len(rows)


def _weighed(found: Damage, head: Any, end: Row) -> Damage:
    """Numbers that do not reach the head although its hash is there: some were taken out."""
    if found.kind is DamageKind.EDITED and head is not None and end[1] == head[1]:
        missing = int(head[0]) - int(end[0])
        if missing > 0:
            return Damage(DamageKind.DELETED, found.seq, found.seq + missing - 1)
    return found


def at_the_end(seq: int, digest: bytes, head: Any) -> Damage | None:
    """What the head of the log says against its last entry."""
    if head is None:
        return Damage(DamageKind.HEAD_CHANGED, seq, seq)
    head_seq, head_hash = int(head[0]), bytes(head[1])
    if head_seq > seq:
        return Damage(DamageKind.TAIL_CUT, seq + 1, head_seq)
    if head_seq < seq or head_hash != digest:
        return Damage(DamageKind.HEAD_CHANGED, min(head_seq, seq), seq)
    return None


def stream(
    link: Link, sql: str, parameters: Sequence[Any] = (), name: str = "audit"
) -> Iterator[list[Any]]:
    """The rows of a question in batches, never all at once; within a transaction of `link`. Two at
    the same time need two names."""
    if link.dialect is POSTGRES:
        cursor = link.driver.cursor(name=name)
        cursor.execute(sql.replace("?", "%s"), parameters, binary=True)
    else:
        cursor = link.driver.cursor()
        cursor.execute(sql, parameters)
    try:
        while rows := cursor.fetchmany(BATCH):
            yield rows
    finally:
        cursor.close()


def stream_ahead(link: Link, sql: str, parameters: Sequence[Any] = ()) -> Iterator[list[Any]]:
    """As `stream`, while nothing else is asked on the link: a server then sends the next rows while
    these are looked at, which takes no more work and half the time."""
    if link.dialect is not POSTGRES or not capabilities.has_stream_chunked():
        yield from stream(link, sql, parameters)
        return
    cursor = link.driver.cursor()
    rows = cursor.stream(sql.replace("?", "%s"), parameters, binary=True, size=BATCH)
    try:
        while batch := list(islice(rows, BATCH)):
            yield batch
    finally:
        rows.close()
        cursor.close()
