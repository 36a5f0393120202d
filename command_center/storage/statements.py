"""The SQL of the hot path, spelled once per table and set of fields."""

from __future__ import annotations

from functools import cache

from command_center.storage.codec import codec_named


@cache
def names(fields: tuple[str, ...], prefix: str = "") -> str:
    """Quoted: `text`, `number` and `day` are words of SQL to one engine or another."""
    return ", ".join(f'{prefix}"{field}"' for field in fields)


def marks(count: int) -> str:
    return ", ".join("?" * count)


@cache
def insert(entity: str) -> str:
    """Parameters: the fields in the codec's order, then op_id."""
    fields = (*codec_named(entity).fields, "op_id")
    return f'INSERT INTO "{entity}" ({names(fields)}) VALUES ({marks(len(fields))})'  # noqa: S608


@cache
def update(entity: str, fields: tuple[str, ...]) -> str:
    """Parameters: the fields, op_id, id, version."""
    sets = ", ".join(f'"{field}" = ?' for field in (*fields, "op_id"))
    return f'UPDATE "{entity}" SET version = version + 1, {sets} WHERE id = ? AND version = ?'  # noqa: S608


@cache
def select(
    entity: str,
    equal: tuple[str, ...] = (),
    null: tuple[str, ...] = (),
    many: tuple[str, ...] = (),
    among: str = "",
) -> str:
    """Rows of an entity, oldest first: ids sort by time. Parameters: the values of `equal`, then
    for each of `many` a list as `among` of the dialect takes it."""
    tests = [f'"{name}" = ?' for name in equal] + [f'"{name}" IS NULL' for name in null]
    tests += [f'"{name}" {among}' for name in many]
    where = f" WHERE {' AND '.join(tests)}" if tests else ""
    return f'SELECT {names(codec_named(entity).fields)} FROM "{entity}"{where} ORDER BY id'  # noqa: S608


@cache
def newest_change(entity: str) -> str:
    """The operation that wrote the present version of a row, and its entry. Parameter: id."""
    return (
        f'SELECT r.op_id, e.seq, e.hash, e.body FROM "{entity}" r'  # noqa: S608
        " LEFT JOIN event_log e ON e.op_id = r.op_id WHERE r.id = ?"
    )


@cache
def insert_subjects(count: int) -> str:
    """Parameters: (entity, id, seq) `count` times."""
    rows = ", ".join(["(?, ?, ?)"] * count)
    return f'INSERT INTO event_subject ("entity", "id", "seq") VALUES {rows}'  # noqa: S608


# As far back as a person who lost is told who won.
NEWEST_ABOUT = (
    "SELECT e.seq, e.hash, e.body FROM event_subject s JOIN event_log e ON e.seq = s.seq"
    " WHERE s.entity = ? AND s.id = ? ORDER BY s.seq DESC LIMIT 50"
)
# Of PostgreSQL, behind a question: held by many at once, or by one alone.
HOLD = (" FOR SHARE", " FOR UPDATE")
INSERT_OP = "INSERT INTO op (op_id, kind) VALUES (?, ?)"
BEGIN_OP = "SELECT begin_op(?, ?, ?)"
APPEND = "SELECT seq, hash FROM append(?, ?, ?, ?, ?, ?, ?)"
HEAD = "SELECT seq, hash FROM log_head"
INSERT_ENTRY = (
    "INSERT INTO event_log (seq, hash, op_id, kind, recorded_at, body) VALUES (?, ?, ?, ?, ?, ?)"
)
STORED_OPS = "SELECT op_id FROM event_log WHERE op_id {among}"
ENTRY_OF_OP = "SELECT seq, hash, body FROM event_log WHERE op_id = ?"
NEXT_NUMBER = (
    'INSERT INTO day_counter ("day", "last") VALUES (?, 1)'
    ' ON CONFLICT ("day") DO UPDATE SET "last" = day_counter."last" + 1 RETURNING "last"'
)
TAKE_NUMBER = 'UPDATE day_counter SET "last" = "last" + 1 WHERE "day" = ?'
ENTRIES_AFTER = "SELECT seq, hash, body FROM event_log WHERE seq > ? ORDER BY seq LIMIT ?"
RECORDED_AT = "SELECT recorded_at FROM event_log WHERE seq = ?"
