"""Whoever owns the database can do anything to it: so do the tests that look for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

from command_center.storage import log
from command_center.storage.engine import open_engine
from command_center.storage.link import SQLITE, Link
from command_center.storage.storage import SqlStorage
from tests.storage import rows
from tests.storage.rows import acting, later

ASIDE = 1_000_000


def unguarded(engine: Engine) -> Engine:
    """The same database for whoever does not mind that its log went back."""
    return open_engine(engine.url.render_as_string(hide_password=False))


@contextmanager
def owner(engine: Engine) -> Iterator[Link]:
    """A connection that no trigger and no foreign key holds back."""
    link = Link(unguarded(engine))
    try:
        if link.dialect is SQLITE:
            link.run("PRAGMA foreign_keys = OFF")
            kept = link.all("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            for name, _ in kept:
                link.run(f'DROP TRIGGER "{name}"')
            yield link
            for _, sql in kept:
                link.run(sql)
        else:
            link.run("SET session_replication_role = replica")
            yield link
    finally:
        link.close()


def filled(database: SqlStorage, entries: int) -> None:
    """A log of that many entries: a room, then its unit's status again and again."""
    rows.seed(database)
    for number in range(1, entries):
        with acting(database) as work:
            unit = work.get(type(rows.unit()), "bravo")
            work.change(unit, status_since=later(number), status_reason=f"r{number}")


def entry(link: Link, seq: int) -> log.Row:
    seq, digest, body = link.one("SELECT seq, hash, body FROM event_log WHERE seq = ?", (seq,))
    return seq, bytes(digest), bytes(body)


def put(link: Link, seq: int, digest: object, body: object) -> None:
    link.run("UPDATE event_log SET hash = ?, body = ? WHERE seq = ?", (digest, body, seq))


def insert(link: Link, row: log.Row, op_id: str) -> None:
    link.run(
        "INSERT INTO event_log (seq, hash, op_id, kind, recorded_at, body)"
        " VALUES (?, ?, ?, 'test', 0, ?)",
        (row[0], row[1], op_id, row[2]),
    )


def shift(link: Link, after: int, by: int) -> None:
    """Renumber the entries behind `after`."""
    link.run(f"UPDATE event_log SET seq = seq + {ASIDE} WHERE seq > ?", (after,))
    link.run(f"UPDATE event_log SET seq = seq - {ASIDE - by} WHERE seq > {ASIDE}")


def move_head(link: Link) -> None:
    """Back to whatever is last now."""
    last = link.one("SELECT seq, hash FROM event_log ORDER BY seq DESC LIMIT 1")
    link.run("UPDATE log_head SET seq = ?, hash = ?", tuple(last))


def rewrite(link: Link, since: int, body: bytes) -> None:
    """Another entry `since`, and every hash behind it made to fit: a perfect forgery."""
    digest = entry(link, since - 1)[1] if since > 1 else log.NO_HASH
    last = link.one("SELECT max(seq) FROM event_log")[0]
    for seq in range(since, last + 1):
        own = body if seq == since else entry(link, seq)[2]
        digest = log.chained(digest, own)
        put(link, seq, digest, own)
    move_head(link)
