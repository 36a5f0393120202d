"""What a foreign system wrote as what the contract takes: numbers with a comma, times without a
zone, lists in one text."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from command_center.contract.fields import FieldKind, Takes
from command_center.contract.mapping import SourceMapping
from command_center.contract.page import YEARS

EPOCH = {"epoch_s": 1.0, "epoch_ms": 1000.0}
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+")
_PARTS = re.compile(r"[,;|]")
_MOST = 60


class Unfit(ValueError):
    """Why a value does not fit; it says nothing of the value."""


def coerced(said: Any, kind: FieldKind, mapping: SourceMapping) -> Any | None:
    """The value as JSON of the contract has it; None where nothing was said. Unfit."""
    if said is None or (isinstance(said, str) and not said.strip()):
        return None
    if kind.takes in (Takes.NUMBER, Takes.WHOLE):
        return _number(said, whole=kind.takes is Takes.WHOLE)
    if kind.takes is Takes.TIME:
        return _time(said, mapping)
    return _text(said, kind.longest) if kind.takes is Takes.TEXT else _many(said, kind.takes)


def _many(said: Any, takes: Takes) -> Any:
    if takes is Takes.WORDS:
        return _words(said)
    if takes is Takes.FILES:
        return _files(said)
    if not isinstance(said, dict):
        raise Unfit("Expected a table")
    return {name: one for name, one in said.items() if one is not None and one != ""} or None


def _text(said: Any, longest: int | None) -> str:
    if isinstance(said, dict | list):
        raise Unfit("Expected a text")
    text = str(said).lower() if isinstance(said, bool) else str(said)
    text = text.replace("\x00", "").strip()
    return text[:longest] if longest is not None and len(text) > longest > _MOST else text


def _number(said: Any, *, whole: bool) -> float | int:
    if isinstance(said, bool | dict | list):
        raise Unfit("Expected a number")
    text = str(said).strip()
    if _DECIMAL_COMMA.fullmatch(text):
        text = text.replace(",", ".")
    try:
        number = float(text) if len(text) <= _MOST else math.nan
    except ValueError:
        raise Unfit("Expected a number") from None
    if not math.isfinite(number):
        raise Unfit("Expected a number")
    if not whole:
        return number
    if number != int(number):
        raise Unfit("Expected a whole number")
    return int(number)


def _time(said: Any, mapping: SourceMapping) -> str:
    if isinstance(said, bool | dict | list):
        raise Unfit("Expected a time")
    text = str(said).strip()
    found = _epoch(text, mapping.time_formats) or _written(text, mapping.time_formats)
    if found is None:
        raise Unfit("Expected a time")
    if found.tzinfo is None:
        if mapping.time_zone is None:
            raise Unfit("A time without a zone")
        found = found.replace(tzinfo=mapping.time_zone)
    with suppress(OverflowError, ValueError):
        moment = found.astimezone(UTC)
        if moment.year in YEARS:
            return moment.isoformat()
    raise Unfit("Expected a time")


def _epoch(text: str, formats: Sequence[str]) -> datetime | None:
    for name in formats:
        if name in EPOCH and len(text) <= _MOST:
            with suppress(ValueError, OverflowError, OSError):
                return datetime.fromtimestamp(float(text) / EPOCH[name], UTC)
    return None


def _written(text: str, formats: Sequence[str]) -> datetime | None:
    if len(text) > _MOST:
        return None
    with suppress(ValueError):
        return datetime.fromisoformat(text)
    for one in formats:
        if one not in EPOCH:
            with suppress(ValueError):
                return datetime.strptime(text, one)  # noqa: DTZ007 - its zone is given below
    return None


def _words(said: Any) -> list[str]:
    if isinstance(said, dict):
        raise Unfit("Expected a list of texts")
    parts = said if isinstance(said, list) else _PARTS.split(str(said))
    if any(isinstance(part, dict | list) for part in parts):
        raise Unfit("Expected a list of texts")
    return [str(part).strip() for part in parts if part is not None and str(part).strip()]


def _files(said: Any) -> list[dict[str, str]]:
    """Addresses, or tables of `url` and `name`."""
    found = []
    for one in said if isinstance(said, list) else [said]:
        table = one if isinstance(one, dict) else {"url": one}
        url, name = table.get("url"), table.get("name")
        if not isinstance(url, str) or not url.strip():
            raise Unfit("Expected addresses of files")
        found.append({"url": url.strip(), "name": str(name or "")[:200].replace("\x00", "")})
    return found
