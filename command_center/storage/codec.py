"""Between dataclass rows, database values and the JSON values of the log."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Callable, Sequence
from datetime import datetime
from enum import Enum
from functools import cache
from typing import Any

import msgspec

from command_center.domain.entities import ENTITIES, ENTITY_NAMES, iso
from command_center.storage.times import from_us, to_us, us_as_iso

Convert = Callable[[Any], Any]
_encode = msgspec.json.Encoder(order="deterministic").encode
_decode = msgspec.json.Decoder().decode


@dataclasses.dataclass(frozen=True, slots=True)
class Kind:
    """How values of one field type travel; None where they travel as they are."""

    to_db: Convert | None = None
    from_db: Convert | None = None
    to_json: Convert | None = None
    json_from_db: Convert | None = None


def _text(value: Any) -> str:
    return _encode(value).decode()


def _value(member: Enum) -> Any:
    return member.value


_TIME = Kind(to_us, from_us, iso, us_as_iso)
_FLAG = Kind(bool, bool, bool, bool)
_FLOAT = Kind(float, float, float, float)
_TUPLE = Kind(_text, lambda text: tuple(_decode(text)), list, _decode)
_DICT = Kind(_text, _decode, dict, _decode)
_PLAIN = Kind()


def _kind(annotation: Any) -> Kind:
    options = [a for a in typing.get_args(annotation) if a is not type(None)]
    origin = typing.get_origin(annotation)
    if origin in {tuple, dict}:
        return _TUPLE if origin is tuple else _DICT
    (only,) = options or [annotation]
    if isinstance(only, type) and issubclass(only, Enum):
        return Kind(_value, only, _value, None)
    return {datetime: _TIME, bool: _FLAG, float: _FLOAT}.get(only, _PLAIN)


class Codec:
    """Of one entity: `fields` in the order of its dataclass."""

    def __init__(self, entity: str) -> None:
        self.entity = entity
        self.row_type = ENTITIES[entity]
        hints = typing.get_type_hints(self.row_type)
        self.fields = tuple(field.name for field in dataclasses.fields(self.row_type))
        self._kinds = {name: _kind(hints[name]) for name in self.fields}
        self._from_db = self._steps("from_db")
        self._json_from_db = self._steps("json_from_db")

    def _steps(self, way: str) -> tuple[tuple[int, Convert], ...]:
        steps = ((i, getattr(self._kinds[name], way)) for i, name in enumerate(self.fields))
        return tuple((i, convert) for i, convert in steps if convert is not None)

    def to_db(self, name: str, value: Any) -> Any:
        convert = self._kinds[name].to_db
        return value if value is None or convert is None else convert(value)

    def to_json(self, name: str, value: Any) -> Any:
        convert = self._kinds[name].to_json
        return value if value is None or convert is None else convert(value)

    def row(self, values: Sequence[Any]) -> Any:
        """The dataclass of database values in the order of `fields`."""
        out = list(values)
        for i, convert in self._from_db:
            if out[i] is not None:
                out[i] = convert(out[i])
        return self.row_type(*out)

    def json_row(self, values: Sequence[Any]) -> dict[str, Any]:
        """The JSON values of database values in the order of `fields`."""
        out = list(values)
        for i, convert in self._json_from_db:
            if out[i] is not None:
                out[i] = convert(out[i])
        return dict(zip(self.fields, out, strict=True))


@cache
def codec_named(entity: str) -> Codec:
    return Codec(entity)


def codec_of(kind: type[Any]) -> Codec:
    return codec_named(ENTITY_NAMES[kind])
