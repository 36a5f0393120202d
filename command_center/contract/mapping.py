"""How a foreign system writes what the contract says: a TOML file, edited without code.

docs/mapping.md lists the options. Expressions are JMESPath over one row: an object of JSON, a line
of CSV by its column names, an element of XML.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import jmespath
from jmespath.exceptions import JMESPathError

from command_center.contract.fields import KINDS, field_of, fields_of
from command_center.domain.errors import OperatorError

MAX_BYTES = 64 * 1024
MOST_RECORDS = 12
_OPTIONS = frozenset(
    {"format", "rows", "time_zone", "time_formats", "ignore", "next", "more", "record"}
)
_RECORD_OPTIONS = frozenset({"type", "when", "fields", "fixed", "values"})
OTHERWISE = "*"


class Format(StrEnum):
    JSON = "json"
    CSV = "csv"
    XML = "xml"


@dataclass(frozen=True, slots=True)
class Expression:
    """JMESPath and how it was written, for whoever has to find it."""

    text: str
    compiled: Any

    def search(self, row: Any) -> Any:
        """None also where a function is given what it cannot work with, and where the expression is
        a chain too long to follow."""
        try:
            return self.compiled.search(row)
        except (JMESPathError, ArithmeticError, ValueError, TypeError, RecursionError):
            return None


@dataclass(frozen=True, slots=True)
class RecordMapping:
    """One kind of record made of a row. `fields` {contract field: expression}, `fixed` {contract
    field: value}, `values` {contract field: {what they say: what we say}}. `reads` are the names
    its expressions mention."""

    type: str
    when: Expression | None
    fields: Mapping[str, Expression]
    fixed: Mapping[str, Any]
    values: Mapping[str, Mapping[str, str]]
    reads: frozenset[str] = frozenset()

    def takes(self, row: Any) -> bool:
        """Whether this row is of this kind."""
        return self.when is None or bool(self.when.search(row))


@dataclass(frozen=True, slots=True)
class SourceMapping:
    """`rows`, `next` and `more` are asked of the whole document, the rest of each row. `ignore` are
    fields that are known and not wanted."""

    name: str
    format: Format
    rows: Expression
    records: Sequence[RecordMapping]
    time_zone: ZoneInfo | None = None
    time_formats: Sequence[str] = ()
    ignore: frozenset[str] = frozenset()
    next: Expression | None = None
    more: Expression | None = None
    reads: frozenset[str] = field(default=frozenset())


def load_mapping(path: Path) -> SourceMapping:
    """OperatorError "source_mapping" names the file and what is wrong in it."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise ValueError("larger than a mapping is")
        return parse_mapping(data.decode("utf-8"), path.stem)
    except FileNotFoundError as error:
        raise OperatorError("mapping_missing", name=path.name) from error
    except (OSError, ValueError) as error:
        raise OperatorError("source_mapping", file=path.name, reason=str(error)) from error


def parse_mapping(text: str, name: str) -> SourceMapping:
    """ValueError says which option is wrong."""
    try:
        table = tomllib.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    _demand_known(table, _OPTIONS, "")
    records = table.get("record", [])
    if not isinstance(records, list) or not 0 < len(records) <= MOST_RECORDS:
        raise ValueError(f"1 to {MOST_RECORDS} [[record]]")
    made = [_record(one, f"record {number}") for number, one in enumerate(records, 1)]
    return SourceMapping(
        name=name,
        format=Format(table.get("format", "json")),
        rows=expression("rows", table.get("rows", "@")),
        records=made,
        time_zone=_zone(table.get("time_zone")),
        time_formats=_texts(table, "time_formats"),
        ignore=frozenset(_texts(table, "ignore")),
        next=_maybe(table, "next"),
        more=_maybe(table, "more"),
        reads=frozenset().union(*(one.reads for one in made)),
    )


def expression(option: str, text: object) -> Expression:
    """ValueError names the option."""
    try:
        return Expression(str(text), jmespath.compile(text))
    except (JMESPathError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"{option}: not an expression") from error


def _record(table: object, where: str) -> RecordMapping:
    if not isinstance(table, dict):
        raise ValueError(f"{where} is a table")
    _demand_known(table, _RECORD_OPTIONS, f"{where}: ")
    kind = table.get("type", "report")
    if not isinstance(kind, str) or kind not in KINDS:
        raise ValueError(f"{where}: type is one of {', '.join(sorted(KINDS))}")
    fields = {
        name: expression(f"{where}: fields.{name}", text)
        for name, text in _table(table, "fields").items()
    }
    fixed = dict(_table(table, "fixed"))
    values = {name: _words(where, name, one) for name, one in _table(table, "values").items()}
    for name in sorted({*fields, *fixed, *values}):
        _demand_field(kind, name, where)
        whole = name.partition(".")[0]
        if whole != name and whole in {*fields, *fixed}:
            raise ValueError(f"{where}: {whole} is mapped as a whole and as {name}")
    for must in sorted(name for name, one in fields_of(kind).items() if one.required):
        if must not in {*fields, *fixed}:
            raise ValueError(f"{where}: fields.{must} is missing")
    when = _maybe(table, "when")
    read = [*fields.values(), when] if when else list(fields.values())
    return RecordMapping(kind, when, fields, fixed, values, frozenset(_named(read)))


def _named(expressions: Sequence[Expression]) -> list[str]:
    """Every name the expressions mention, whatever it stands below."""
    found: list[str] = []
    waiting = [one.compiled.parsed for one in expressions]
    while waiting:
        node = waiting.pop()
        if node.get("type") == "field":
            found.append(str(node["value"]))
        waiting += [child for child in node.get("children", ()) if isinstance(child, dict)]
    return found


def _demand_field(kind: str, name: str, where: str) -> None:
    try:
        field_of(kind, name)
    except KeyError:
        raise ValueError(f"{where}: unknown field {name}") from None


def _words(where: str, name: str, table: object) -> dict[str, str]:
    if not isinstance(table, dict) or not all(isinstance(one, str) for one in table.values()):
        raise ValueError(f"{where}: values.{name} says what each word is")
    return dict(table)


def _demand_known(table: Mapping[str, Any], known: frozenset[str], where: str) -> None:
    for option in sorted(table.keys() - known):
        raise ValueError(f"{where}unknown option {option}")


def _table(table: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = table.get(name, {})
    if not isinstance(found, dict):
        raise ValueError(f"{name} is a table")
    return found


def _texts(table: Mapping[str, Any], name: str) -> list[str]:
    found = table.get(name, [])
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise ValueError(f"{name} is a list of texts")
    return found


def _maybe(table: Mapping[str, Any], name: str) -> Expression | None:
    return expression(name, table[name]) if name in table else None


def _zone(name: object) -> ZoneInfo | None:
    if name is None:
        return None
    try:
        return ZoneInfo(str(name))
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"time_zone: {name} is not known") from error
