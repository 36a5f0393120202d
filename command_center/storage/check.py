"""Whether the rows of a room are what its log says they are, and hang together."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain as chain_of
from itertools import groupby, islice
from operator import itemgetter
from typing import Any

from sqlalchemy import Engine

from command_center.domain.entities import ENTITIES
from command_center.domain.errors import OperatorError
from command_center.storage import log
from command_center.storage.audit import reading, verify_chain
from command_center.storage.backup import Progress, silent
from command_center.storage.codec import Codec, codec_named
from command_center.storage.database import check_pages
from command_center.storage.engine import open_engine
from command_center.storage.link import SQLITE, Link
from command_center.storage.migrate import demand_current
from command_center.storage.roles import agree
from command_center.storage.statements import names

ROWS_AT_ONCE = 500
_HISTORY = (
    "SELECT s.id, e.body FROM event_subject s JOIN event_log e ON e.seq = s.seq"
    " WHERE s.entity = ? AND s.id > ? AND s.id <= ? ORDER BY s.id, s.seq"
)
_UNCHECKED = "SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE NOT convalidated"


@dataclass(frozen=True, slots=True)
class Finding:
    """`code`: row_differs, row_missing, row_unlogged or reference_broken; `what` is a table."""

    code: str
    what: str
    id: str


def check_whole(
    url: str, password: str | None, most: int, progress: Progress = silent
) -> list[Finding]:
    """Pages, chain and permission tables, then at most `most` findings about references and rows.
    OperatorError for damage that leaves nothing further to compare."""
    engine = open_engine(url, password)
    try:
        demand_current(engine)
        progress("pages", 0, 1)
        check_pages(engine)
        chain = verify_chain(url, password, lambda done, total: progress("chain", done, total))
        if chain.damage is not None:
            raise OperatorError("log_broken", seq=chain.damage.seq)
        agree(engine)
        found = chain_of(check_references(engine), check_rows(engine, progress))
        return list(islice(found, most))
    finally:
        engine.dispose()


def check_rows(engine: Engine, progress: Progress = silent) -> Iterator[Finding]:
    """Every row against the replay of its entries, in one snapshot and little memory."""
    with reading(engine) as link:
        for place, entity in enumerate(ENTITIES):
            progress("rows", place, len(ENTITIES))
            yield from _entity(link, entity)
        progress("rows", len(ENTITIES), len(ENTITIES))


def check_references(engine: Engine) -> Iterator[Finding]:
    """Rows that name another one that is not there."""
    with reading(engine) as link:
        if link.dialect is SQLITE:
            broken = link.all("PRAGMA foreign_key_check")
            yield from (Finding("reference_broken", str(r[0]), str(r[1])) for r in broken)
        else:  # the server keeps those it has checked once
            broken = link.all(_UNCHECKED)
            yield from (Finding("reference_broken", str(r[0]), str(r[1])) for r in broken)


def _entity(link: Link, entity: str) -> Iterator[Finding]:
    codec = codec_named(entity)
    page = (
        f'SELECT {names(codec.fields)} FROM "{entity}" WHERE id > ?'  # noqa: S608
        f" ORDER BY id LIMIT {ROWS_AT_ONCE}"
    )
    last = ""
    while rows := [codec.json_row(row) for row in link.all(page, (last,))]:
        first, last = last, str(rows[-1]["id"])
        told = _replayed(link, codec, first, last)
        for row in rows:
            said = told.get(row["id"])
            if said is None:
                yield Finding("row_unlogged", entity, str(row["id"]))
            elif said != row:
                yield Finding("row_differs", entity, str(row["id"]))
    lost = (
        "SELECT DISTINCT s.id FROM event_subject s WHERE s.entity = ?"  # noqa: S608
        f' AND NOT EXISTS (SELECT 1 FROM "{entity}" r WHERE r.id = s.id)'
    )
    missing = link.all(lost, (entity,))
    yield from (Finding("row_missing", entity, str(row[0])) for row in missing)


def _replayed(link: Link, codec: Codec, first: str, last: str) -> dict[str, dict[str, Any]]:
    """{id: row} of the ids between, as their entries left them."""
    found = {}
    history = link.all(_HISTORY, (codec.entity, first, last))
    for id, entries in groupby(history, key=itemgetter(0)):
        row = _folded(codec, str(id), (bytes(body) for _, body in entries))
        if row is not None:
            found[str(id)] = row
    return found


def _folded(codec: Codec, id: str, bodies: Iterator[bytes]) -> dict[str, Any] | None:
    row: dict[str, Any] | None = None
    for body in bodies:
        for change in log.decode(body).changes:
            if (change.entity, change.id) == (codec.entity, id):
                row = {**(_begun(codec) if row is None else row), **change.set}
                row["version"] = change.version
    return row


def _begun(codec: Codec) -> dict[str, Any]:
    """What an entry from before a field existed did not say about it."""
    return {
        field.name: codec.to_json(field.name, field.default)
        for field in dataclasses.fields(codec.row_type)
        if field.default is not dataclasses.MISSING
    }
