"""What each field of each record of the contract takes, read off the records themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, get_args

from msgspec import inspect

from command_center.contract.records import Record

KINDS: Mapping[str, type[Any]] = {
    str(kind.__struct_config__.tag): kind for kind in get_args(Record)
}


class Takes(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    WHOLE = "whole number"
    TIME = "time"
    WORDS = "list of texts"
    FILES = "list of files"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class FieldKind:
    """`longest` of a text, None without a limit."""

    takes: Takes
    required: bool
    longest: int | None = None


@cache
def fields_of(kind: str) -> Mapping[str, FieldKind]:
    """{field: what it takes}; those of a person are named `person.name` and so on."""
    found: dict[str, FieldKind] = {}
    _add(found, "", inspect.type_info(KINDS[kind]))
    return found


def field_of(kind: str, name: str) -> FieldKind:
    """What a field takes; an entry of a table is named after it: `figures.ed_status`. KeyError of
    a field there is not."""
    known = fields_of(kind)
    table, _, entry = name.partition(".")
    if entry and table in known and known[table].takes is Takes.TABLE:
        return FieldKind(Takes.TEXT, required=False)
    return known[name]


def _add(found: dict[str, FieldKind], before: str, struct: Any) -> None:
    for field in struct.fields:
        inner = _inner(field.type)
        if isinstance(inner, inspect.StructType):
            _add(found, f"{before}{field.encode_name}.", inner)
            continue
        required = field.required and not before
        longest = getattr(inner, "max_length", None) if _is_text(inner) else None
        found[before + field.encode_name] = FieldKind(_takes(inner), required, longest)


def _inner(type_: Any) -> Any:
    if isinstance(type_, inspect.UnionType):
        known = [one for one in type_.types if not isinstance(one, inspect.NoneType)]
        return known[0]
    return type_


def _is_text(inner: Any) -> bool:
    return isinstance(inner, inspect.StrType)


def _takes(inner: Any) -> Takes:
    if isinstance(inner, inspect.IntType):
        return Takes.WHOLE
    if isinstance(inner, inspect.FloatType):
        return Takes.NUMBER
    if isinstance(inner, inspect.DateTimeType):
        return Takes.TIME
    if isinstance(inner, inspect.DictType):
        return Takes.TABLE
    if isinstance(inner, inspect.VarTupleType):
        files = isinstance(inner.item_type, inspect.StructType)
        return Takes.FILES if files else Takes.WORDS
    return Takes.TEXT
