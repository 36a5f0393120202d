"""What was done to a chain that does not hold: told from the entries around the break."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from command_center.storage.log import Row, chained


class DamageKind(StrEnum):
    """`edited`: its bytes or its hash are not those that were stored; where entries were taken out
    and the rest renumbered together with the head, the chain alone says the same. `rewritten`: the
    chain holds, but not what was signed or seen of it before."""

    EDITED = "edited"
    DELETED = "deleted"
    INSERTED = "inserted"
    REORDERED = "reordered"
    RENUMBERED = "renumbered"
    TAIL_CUT = "tail_cut"
    HEAD_CHANGED = "head_changed"
    REWRITTEN = "rewritten"
    REPLACED = "replaced"
    FORGED_HEAD = "forged_head"
    GUARD_OFF = "guard_off"
    COLUMN_DIFFERS = "column_differs"
    SUBJECT_DIFFERS = "subject_differs"
    OPERATION_DIFFERS = "operation_differs"
    ROW_DIFFERS = "row_differs"


@dataclass(frozen=True, slots=True)
class Damage:
    """`seq` is the first entry that is not as it was, `last` the last one it may concern; `about`
    names a trigger, a row or a workstation."""

    kind: DamageKind
    seq: int
    last: int
    about: str = ""


def told(before: bytes, expected: int, rows: Sequence[Row]) -> Damage:
    """The damage at `rows[0]`, which should be number `expected` after the hash `before`; the rows
    after it, as far as there are any, tell what happened."""
    seq = rows[0][0]
    if seq > expected and not follows(before, rows[0]):
        return Damage(DamageKind.DELETED, expected, seq - 1)
    if seq != expected:
        if follows(before, rows[0]):
            return Damage(DamageKind.RENUMBERED, expected, expected)
        return Damage(DamageKind.INSERTED, seq, seq)
    return Damage(_kind(before, rows), expected, expected)


def follows(before: bytes, row: Row) -> bool:
    """Whether the row's hash is that of its bytes after `before`."""
    return _same(row[1], _hash(before, row[2]))


def _kind(before: bytes, rows: Sequence[Row]) -> DamageKind:
    bad = rows[0]
    rightful = next((row for row in rows[1:] if follows(before, row)), None)
    if rightful is not None:
        moved = any(follows(_bytes(row[1]), bad) for row in rows[1:])
        return DamageKind.REORDERED if moved else DamageKind.INSERTED
    if any(_same(bad[1], _hash(before, row[2])) for row in rows[1:]):
        return DamageKind.REORDERED  # another entry's bytes belong to this hash
    return DamageKind.EDITED


def _bytes(value: object) -> bytes:
    """Whoever edits a file may leave text, a number or nothing where bytes were."""
    return bytes(value) if isinstance(value, (bytes, bytearray, memoryview)) else b""


def _same(value: object, digest: bytes) -> bool:
    return _bytes(value) == digest


def _hash(before: bytes, body: object) -> bytes:
    """Of no bytes at all: what no hash is equal to."""
    whole = _bytes(body)
    return chained(before, whole) if whole else b"-"
