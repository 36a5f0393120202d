"""The shape of what a source sends, learned from it: which fields there are and of what type.

A field that was never seen, one that was always there and is not, and one of another type mean
that the other side has changed. They are told, never held against the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

LEARNED_ROWS = 20
MOST_FIELDS = 120
MOST_NAMED = 12
DEEPEST = 4
_LONGEST = 60
Fields = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Shape:
    """`fields` = {path: types seen}, `always` those that every row had, of `rows` rows."""

    rows: int = 0
    fields: Fields = field(default_factory=dict)
    always: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Drift:
    """Names of fields; `rows` are the numbers of those that show it."""

    unknown: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    retyped: tuple[str, ...] = ()
    rows: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.unknown or self.missing or self.retyped)

    def names(self) -> str:
        """+new -gone ~other type, for one line; no more than fit there."""
        signed = [
            *(f"+{name}" for name in self.unknown),
            *(f"-{name}" for name in self.missing),
            *(f"~{name}" for name in self.retyped),
        ]
        more = [f"(+{len(signed) - MOST_NAMED})"] if len(signed) > MOST_NAMED else []
        return " ".join([*signed[:MOST_NAMED], *more])


def types_of(row: Any) -> dict[str, str]:
    """{path: type} of a row; list items share one path, which ends in []."""
    found: dict[str, str] = {}
    _walk(row, "", found, 0)
    return found


def compare(shape: Shape, rows: Sequence[Mapping[str, str]], known: frozenset[str]) -> Drift:
    """What the rows (each as types_of) have else than the shape. While it is being learned there
    is nothing to compare with. `known` fields are no news, wherever they stand."""
    if shape.rows < LEARNED_ROWS:
        return Drift()
    unknown: dict[str, None] = {}
    missing: dict[str, None] = {}
    retyped: dict[str, None] = {}
    shown: list[int] = []
    for number, row in enumerate(rows):
        odd_new = [path for path in row if _is_news(shape, path, row[path], known)]
        odd_gone = sorted(path for path in shape.always if _is_gone(path, row))
        odd_type = [path for path, type_ in row.items() if _is_retyped(shape, path, type_)]
        unknown |= dict.fromkeys(odd_new)
        missing |= dict.fromkeys(odd_gone)
        retyped |= dict.fromkeys(odd_type)
        if odd_new or odd_gone or odd_type:
            shown.append(number)
    return Drift(tuple(unknown), tuple(missing), tuple(retyped), tuple(shown))


def learn(shape: Shape, rows: Iterable[Mapping[str, str]]) -> Shape:
    """The shape with the rows in it: what was news once is none the next time."""
    fields = {path: list(types) for path, types in shape.fields.items()}
    always, count = set(shape.always), shape.rows
    for row in rows:
        always = always & row.keys() if count else set(row)
        count += 1
        for path, type_ in row.items():
            if path not in fields and len(fields) >= MOST_FIELDS:
                continue
            seen = fields.setdefault(path, [])
            if type_ not in seen:
                seen.append(type_)
    kept = frozenset(always & fields.keys())
    return Shape(min(count, LEARNED_ROWS), {path: tuple(t) for path, t in fields.items()}, kept)


def as_json(shape: Shape) -> dict[str, Any]:
    fields = {path: list(types) for path, types in shape.fields.items()}
    return {"rows": shape.rows, "fields": fields, "always": sorted(shape.always)}


def from_json(value: Mapping[str, Any]) -> Shape:
    """Of what `as_json` made; anything else is a shape nobody has learned."""
    fields, always, rows = value.get("fields"), value.get("always"), value.get("rows")
    if not (isinstance(fields, dict) and isinstance(always, list) and isinstance(rows, int)):
        return Shape()
    return Shape(rows, {str(p): tuple(map(str, t)) for p, t in fields.items()}, frozenset(always))


def _walk(value: Any, path: str, found: dict[str, str], depth: int) -> None:
    if len(found) >= MOST_FIELDS:
        return
    if isinstance(value, dict) and value and depth < DEEPEST:
        for name, child in value.items():
            step = str(name)[:_LONGEST]
            _walk(child, f"{path}.{step}" if path else step, found, depth + 1)
    elif isinstance(value, list) and value and depth < DEEPEST:
        for child in value:
            _walk(child, f"{path}[]", found, depth + 1)
    elif path:
        type_ = _type(value)
        if found.get(path, "") in ("", "nothing"):
            found[path] = type_


def _type(value: Any) -> str:
    if value is None or value in ("", [], {}):
        return "nothing"
    if isinstance(value, bool):
        return "yes/no"
    if isinstance(value, int | float):
        return "number"
    return "text" if isinstance(value, str) else "table"


def _is_news(shape: Shape, path: str, type_: str, known: frozenset[str]) -> bool:
    """An object that is empty for once has its fields elsewhere."""
    if path in shape.fields or _is_known(path, known):
        return False
    return type_ != "nothing" or not any(
        one.startswith((f"{path}.", f"{path}[")) for one in shape.fields
    )


def _is_gone(path: str, row: Mapping[str, str]) -> bool:
    """A field of an object that is not there either is not missed by itself."""
    outer = path.rpartition(".")[0]
    while outer:
        if outer in row or outer.removesuffix("[]") in row:
            return False
        outer = outer.rpartition(".")[0]
    return path not in row


def _is_known(path: str, known: frozenset[str]) -> bool:
    return path in known or path.replace("[]", "").split(".")[0] in known


def _is_retyped(shape: Shape, path: str, type_: str) -> bool:
    """Nothing is no type: an empty field says nothing of what it holds otherwise."""
    seen = [one for one in shape.fields.get(path, ()) if one != "nothing"]
    return bool(seen) and type_ not in (*seen, "nothing")
