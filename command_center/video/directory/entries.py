"""Rows of a directory as cameras, with what is wrong by row."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

from jmespath.exceptions import JMESPathError

from command_center.geo.faults import Fault, FaultCode
from command_center.geo.tables import Row
from command_center.runtime.redact import redact
from command_center.video.directory.mapping import DirectoryMapping
from command_center.video.directory.readers import read_rows
from command_center.video.policy import PORTS, URL_MAX

_LENGTHS = {"stream_id": 100, "name": 200, "owner": 200, "kind": 40}
_HOLE = re.compile(r"\{(\w+)\}")
_YEAR_H, _DAY_S = 24 * 366, 24 * 3600


@dataclass(frozen=True, slots=True)
class Entry:
    """A camera as its directory describes it; "", 0 and None: it says nothing."""

    stream_id: str
    name: str
    url: str
    main_url: str = ""
    owner: str = ""
    kind: str = ""
    lat: float | None = None
    lon: float | None = None
    heading_deg: float | None = None
    field_deg: float | None = None
    retention_h: int = 0
    poll_s: int = 0


@dataclass(frozen=True, slots=True)
class Parsed:
    """`refused_ids` stand in rows at fault: listed, though not to be taken."""

    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...]
    refused_ids: frozenset[str]


def parse_directory(
    data: bytes, mapping: DirectoryMapping, *, base: str = "", hosts: Set[str] | None = None
) -> Parsed:
    """Cameras of a directory in its order; of rows with the same stream id the first stands.

    `base` fills the templates of the mapping. Streams may come from `hosts` only; None: from any.
    OperatorError when it cannot be read at all (readers.read_rows).
    """
    faults: list[Fault] = []
    entries: dict[str, Entry] = {}
    refused: set[str] = set()
    for number, raw in read_rows(data, mapping):
        row = Row(mapping.name, number, _cells(raw, mapping, base), faults)
        entry = _entry(row, hosts)
        first = entries.get(entry.stream_id)
        if first is not None:
            row.fault(
                "stream_id", FaultCode.DUPLICATE, f"{first.stream_id}: {first.name} / {entry.name}"
            )
        elif row.ok:
            entries[entry.stream_id] = entry
        else:
            refused.add(entry.stream_id)
    return Parsed(tuple(entries.values()), tuple(faults), frozenset(refused - {""}))


def _cells(raw: Any, mapping: DirectoryMapping, base: str) -> dict[str, str]:
    cells = dict(mapping.fixed)
    for name, expression in mapping.fields.items():
        try:
            text = _text(expression.search(raw))
        except (JMESPathError, RecursionError):
            text = ""
        if text:
            cells[name] = text
    for name, template in mapping.templates.items():
        cells.setdefault(name, _filled(template, cells, base))
    return cells


def _filled(template: str, cells: dict[str, str], base: str) -> str:
    """Values are one part of a path each; without one of them there is no address."""
    values = {name: quote(text, safe="") for name, text in cells.items()}
    values["base"] = base.rstrip("/")
    holes = _HOLE.findall(template)
    if not all(values.get(hole) for hole in holes):
        return ""
    return _HOLE.sub(lambda hole: values[hole.group(1)], template)


def _text(value: Any) -> str:
    """Portals send numbers as text and text as numbers. Marks that are not seen or that turn the
    line around would make one name look like another: they become spaces."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    seen = "".join(" " if unicodedata.category(c).startswith("C") else c for c in str(value))
    return " ".join(seen.split())


def _entry(row: Row, hosts: Set[str] | None) -> Entry:
    url = row.text("url")
    _check_url(row, "url", url, hosts)
    main_url = row.text("main_url", "")
    _check_url(row, "main_url", main_url, hosts)
    lat, lon = row.position() or (None, None)
    stream_id = _short(row, "stream_id")
    if any(character.isspace() for character in stream_id):
        row.fault("stream_id", FaultCode.UNKNOWN_VALUE, stream_id)
    return Entry(
        stream_id=stream_id,
        name=_short(row, "name"),
        url=url,
        main_url=main_url,
        owner=_short(row, "owner", ""),
        kind=_short(row, "kind", ""),
        lat=lat,
        lon=lon,
        heading_deg=row.number_or_none("heading_deg", 0, 360),
        field_deg=row.number_or_none("field_deg", 0, 360),
        retention_h=int(row.number_or_none("retention_h", 0, 10 * _YEAR_H) or 0),
        poll_s=int(row.number_or_none("poll_s", 0, _DAY_S) or 0),
    )


def _short(row: Row, column: str, default: str | None = None) -> str:
    text = row.text(column, default)
    if len(text) > _LENGTHS[column]:
        row.fault(column, FaultCode.TOO_LONG, text)
    return text


def _check_url(row: Row, column: str, url: str, hosts: Set[str] | None) -> None:
    if not url:
        return
    try:
        parts = urlsplit(url)
        host, port, user = parts.hostname, parts.port, parts.username or parts.password
    except ValueError:
        row.fault(column, FaultCode.UNKNOWN_VALUE, redact(url))
        return
    plain = len(url) < URL_MAX and url.isascii() and not re.search(r"[\s\\<>\"]", url)
    if user is not None:
        row.fault(column, FaultCode.CREDENTIALS_IN_URL)
    elif parts.scheme not in PORTS or not host or port == 0 or not plain:
        row.fault(column, FaultCode.UNKNOWN_VALUE, redact(url))
    elif hosts is not None and host.lower().rstrip(".") not in hosts:
        row.fault(column, FaultCode.HOST_NOT_ALLOWED, host)
