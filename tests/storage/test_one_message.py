"""What an order says to a server, read off its connection: the head of the log is held for the
time of one message, so the entry and the commit travel together."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest

from command_center.domain.unit import UnitStatus
from command_center.storage.database import Database
from command_center.storage.link import Link
from tests.storage import rows
from tests.storage.rows import acting

pytestmark = pytest.mark.postgres


@contextmanager
def heard(link: Link) -> Iterator[list[str]]:
    """The messages of the protocol meanwhile, as libpq tells them; complete when left."""
    told: list[str] = []
    with tempfile.TemporaryFile() as file:
        pgconn: psycopg.pq.abc.PGconn = link.driver.pgconn
        pgconn.trace(file.fileno())
        try:
            yield told
        finally:
            pgconn.untrace()
            os.lseek(file.fileno(), 0, os.SEEK_SET)
            told += file.read().decode("utf-8", "replace").splitlines()


def asked(told: list[str]) -> list[str]:
    """What the server was asked, in turn: each with all that it has to answer at once."""
    messages, begun = [], ""
    for line in told:
        _, side, _, kind, *what = line.split("\t")
        if side != "F":
            continue
        begun += " ".join((kind, *what)) + "\n"
        if kind in {"Sync", "Query"}:
            messages.append(begun)
            begun = ""
    return messages


@pytest.mark.parametrize("engine_name", ["postgresql"])
def test_the_entry_of_an_order_and_its_commit_are_one_message(database: Database) -> None:
    rows.seed(database.storage)
    with heard(database.storage._own.get()) as told, acting(database.storage) as work:
        work.add(rows.assignment())
        work.change(rows.unit(), status=UnitStatus.ORDERED)
    changed = [n for n, one in enumerate(asked(told)) if 'UPDATE "unit"' in one]
    (last,) = asked(told)[changed[-1] + 1 :]
    assert "append(" in last
    assert '"COMMIT"' in last
    assert "append(" not in "".join(asked(told)[:-1])
