"""How one directory is written: a TOML file of expressions, edited without code.

docs/cameras.md lists the options. Expressions are JMESPath over one row; a row of a table has its
columns, an entry of a playlist its attributes, `name` and `url`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

import jmespath
from jmespath.exceptions import JMESPathError

from command_center.domain.errors import OperatorError

MAX_BYTES = 64 * 1024
FIELDS = frozenset(
    {
        "stream_id",
        "name",
        "url",
        "main_url",
        "owner",
        "kind",
        "lat",
        "lon",
        "heading_deg",
        "field_deg",
        "retention_h",
        "poll_s",
    }
)
_OPTIONS = frozenset({"format", "rows", "url", "main_url", "fields", "fixed", "request"})
_METHODS = ("GET", "POST")


class Format(StrEnum):
    JSON = "json"
    CSV = "csv"
    M3U = "m3u"


@dataclass(frozen=True, slots=True)
class DirectoryMapping:
    """`rows` finds the list in a JSON document; `fields` {camera field: expression of a row};
    `fixed` {camera field: the same for all}; `templates` {url or main_url: text with {base} and
    {camera field}}; `method` and `form` are how the directory is asked."""

    name: str
    format: Format
    rows: Any
    fields: Mapping[str, Any]
    fixed: Mapping[str, str] = field(default_factory=dict)
    templates: Mapping[str, str] = field(default_factory=dict)
    method: str = "GET"
    form: Mapping[str, str] = field(default_factory=dict)


def load_mapping(path: Path) -> DirectoryMapping:
    """OperatorError "directory_mapping" names the file and what is wrong in it."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise ValueError("larger than a mapping is")
        return parse_mapping(data.decode("utf-8"), path.name)
    except FileNotFoundError as error:
        raise OperatorError("mapping_missing", name=path.name) from error
    except (OSError, ValueError) as error:
        raise OperatorError("directory_mapping", file=path.name, reason=str(error)) from error


def parse_mapping(text: str, name: str) -> DirectoryMapping:
    """ValueError says which option is wrong."""
    table = tomllib.loads(text)
    for option in table.keys() - _OPTIONS:
        raise ValueError(f"unknown option {option}")
    request = _table(table, "request")
    method = str(request.get("method", "GET"))
    if method not in _METHODS:
        raise ValueError(f"request.method is {' or '.join(_METHODS)}")
    mapping = DirectoryMapping(
        name=name,
        format=Format(table.get("format", "json")),
        rows=_expression("rows", table.get("rows", "@")),
        fields={
            camera_field: _expression(f"fields.{camera_field}", expression)
            for camera_field, expression in _texts(table, "fields").items()
        },
        fixed=_texts(table, "fixed"),
        templates={name: str(table[name]) for name in ("url", "main_url") if name in table},
        method=method,
        form=_texts(request, "form"),
    )
    _check_fields(mapping)
    return mapping


def _check_fields(mapping: DirectoryMapping) -> None:
    named = {*mapping.fields, *mapping.fixed}
    for unknown in sorted(named - FIELDS):
        raise ValueError(f"unknown field {unknown}")
    for must in ("stream_id", "name"):
        if must not in mapping.fields:
            raise ValueError(f"fields.{must} is missing")
    if "url" not in mapping.fields and "url" not in mapping.templates:
        raise ValueError("neither fields.url nor a template url")


def _table(table: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = table.get(name, {})
    if not isinstance(found, dict):
        raise ValueError(f"{name} is a table")
    return found


def _texts(table: Mapping[str, Any], name: str) -> dict[str, str]:
    found = _table(table, name)
    for key, value in found.items():
        if not isinstance(value, str):
            raise ValueError(f"{name}.{key} is text")
    return dict(found)


def _expression(option: str, text: object) -> Any:
    try:
        return jmespath.compile(text)
    except (JMESPathError, TypeError, AttributeError) as error:
        raise ValueError(f"{option}: not an expression") from error
