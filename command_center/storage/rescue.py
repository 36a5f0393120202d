"""What a damaged file still knows beyond its backup: the entries of its log that follow, as far as
they can be read and chain up, written into the backup's copy with the rows that they made.

Only the log tells of rows; what stands beside it (passwords that were set, sealed data) is the
backup's."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pysqlite3 import dbapi2 as sqlite

from command_center.domain.entities import from_json
from command_center.domain.errors import OperatorError
from command_center.domain.log import Change
from command_center.storage import log, statements
from command_center.storage.check import check_rows
from command_center.storage.codec import codec_named
from command_center.storage.engine import open_engine
from command_center.storage.link import Link

_AFTER = "SELECT seq, hash, body, recorded_at FROM event_log WHERE seq > ? ORDER BY seq"
_NUMBER = (
    'INSERT INTO day_counter ("day", "last") VALUES (?, ?) ON CONFLICT ("day") DO UPDATE'
    ' SET "last" = max("last", excluded."last")'
)
_SUBJECTS_AT_ONCE = 100
_log = logging.getLogger(__name__)


def rescue(damaged: Path, prepared: Path) -> int:
    """Into `prepared`, a whole room of the same revision; how many entries. OperatorError if the
    rows are then not what the log says: `prepared` is of no use any more."""
    engine = open_engine(f"sqlite:///{prepared}")
    link = Link(engine)
    count = 0
    try:
        seq, digest = link.one(statements.HEAD)
        for row in _following(damaged, int(seq), bytes(digest)):
            with link.transaction(link.dialect.begin_write):
                _write(link, row)
            count += 1
        if count and (found := next(check_rows(engine), None)) is not None:
            raise OperatorError(found.code, what=found.what, id=found.id)
    finally:
        link.close()
        engine.dispose()
    return count


def _following(damaged: Path, seq: int, digest: bytes) -> Iterator[tuple[int, bytes, bytes, int]]:
    """(seq, hash, body, recorded_at) of the entries after (`seq`, `digest`); ends where the file
    cannot be read or its log does not go on from there."""
    if not damaged.is_file():
        return
    try:
        source = sqlite.connect(f"{damaged.resolve().as_uri()}?mode=ro", uri=True)
    except sqlite.Error as error:
        _log.info("nothing can be rescued: %s", error)
        return
    try:
        for row in source.execute(_AFTER, (seq,)):
            if log.first_broken([row[:3]], seq, digest) is not None:
                return
            seq, digest = row[0], bytes(row[1])
            yield seq, digest, bytes(row[2]), int(row[3])
    except (sqlite.Error, TypeError, ValueError) as error:
        _log.info("rescued as far as entry %d: %s", seq, error)
    finally:
        source.close()


def _write(link: Link, row: tuple[int, bytes, bytes, int]) -> None:
    seq, digest, body, recorded = row
    entry = log.decode(body)
    link.run(statements.INSERT_OP, (entry.op_id, entry.kind))
    related: set[tuple[str, str]] = set()
    for change in entry.changes:
        related.update(log.related(_change(link, change, entry.op_id)))
    link.run(statements.INSERT_ENTRY, (seq, digest, entry.op_id, entry.kind, recorded, body))
    found = sorted(log.subjects(entry, related))
    for start in range(0, len(found), _SUBJECTS_AT_ONCE):
        part = found[start : start + _SUBJECTS_AT_ONCE]
        values = [value for entity, id in part for value in (entity, id, seq)]
        link.run(statements.insert_subjects(len(part)), values)


def _change(link: Link, change: Change, op_id: str) -> Any:
    """The row as it is then."""
    codec = codec_named(change.entity)
    said = from_json(codec.row_type, change.set)
    if change.version == 1:
        row = codec.row_type(**{"id": change.id, "version": 1, **said})
        values = [codec.to_db(name, getattr(row, name)) for name in codec.fields]
        link.run(statements.insert(codec.entity), [*values, op_id])
        if codec.entity == "incident":
            link.run(_NUMBER, (row.day, row.number))
        return row
    names = tuple(name for name in said if name not in {"id", "version"})
    values = [codec.to_db(name, said[name]) for name in names]
    before = (op_id, change.id, change.version - 1)
    if link.run(statements.update(codec.entity, names), [*values, *before]).rowcount != 1:
        raise OperatorError("row_differs", what=codec.entity, id=change.id)
    return codec.row(link.one(statements.select(codec.entity, ("id",)), (change.id,)))
