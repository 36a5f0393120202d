"""The chain: an entry is the bytes that were hashed, at its place after all before it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from command_center.domain.entities import iso, to_json
from command_center.domain.incident import Handling
from command_center.domain.log import Change, LogEntry, StoredEntry
from command_center.ports import EntryHead, Outcome

FORMAT = 1
NO_HASH = bytes(32)
RESULT = "result"

# Values of a changed row under which its entry is also found.
SUBJECTS: Mapping[str, str] = {
    "incident_id": "incident",
    "unit_id": "unit",
    "winner_id": "incident",
    "loser_id": "incident",
    "other_id": "incident",
}

_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(LogEntry)
Row = tuple[int, bytes, bytes]


def encode(entry: LogEntry) -> bytes:
    """The bytes of an entry; the same entry always gives the same bytes."""
    return _encoder.encode(entry)


def decode(body: bytes) -> LogEntry:
    return _decoder.decode(body)


def chained(previous: bytes, body: bytes) -> bytes:
    """The hash of an entry after the entry with the hash `previous`."""
    return hashlib.sha256(previous + body).digest()


def stored(row: Row) -> StoredEntry:
    """Of (seq, hash, body)."""
    seq, digest, body = row
    return StoredEntry(seq, bytes(digest), decode(body))


def entry_of(head: EntryHead, changes: Iterable[Change]) -> LogEntry:
    inputs = to_json(head.inputs)
    if head.result:
        inputs[RESULT] = to_json(head.result)
    return LogEntry(
        kind=head.kind,
        v=FORMAT,
        op_id=head.op_id,
        actor=head.act.actor,
        workstation=head.act.workstation,
        shift=head.act.shift,
        occurred_at=iso(head.occurred_at),
        recorded_at=iso(head.recorded_at),
        reason=head.act.reason,
        changes=tuple(changes),
        inputs=inputs,
    )


def outcome(found: StoredEntry) -> Outcome:
    """What the command of a stored entry did, for its second caller."""
    inputs = dict(found.entry.inputs)
    result = inputs.pop(RESULT, {})
    entry = found.entry
    return Outcome(entry.op_id, found.seq, entry.kind, result, inputs, replayed=True)


def subjects(entry: LogEntry, related: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """(entity, id) under which an entry is found: the rows it changed and what they belong to."""
    found = {(change.entity, change.id) for change in entry.changes}
    found.update(related)
    return found


def related(row: Any) -> Iterator[tuple[str, str]]:
    """(entity, id) a row belongs to, apart from itself."""
    for field, entity in SUBJECTS.items():
        id = getattr(row, field, None)
        if id is not None:
            yield entity, id
    if isinstance(row, Handling):
        yield "incident", row.id


def first_broken(rows: Iterable[Row], seq: int = 0, digest: bytes = NO_HASH) -> int | None:
    """The first seq at which the chain after (`seq`, `digest`) does not hold; None: it holds."""
    for row_seq, row_hash, body in rows:
        seq += 1
        if not (_is_bytes(row_hash) and _is_bytes(body)):
            return seq
        digest = chained(digest, bytes(body))
        if row_seq != seq or bytes(row_hash) != digest:
            return seq
    return None


def _is_bytes(value: object) -> bool:
    """Whoever edits a file by hand may leave a text or nothing where bytes were."""
    return isinstance(value, (bytes, memoryview))
