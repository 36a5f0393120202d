"""One page of records as a source answers it: one bad record refuses itself only."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from command_center.contract.records import VERSION, WITHOUT_NUL, Record

MAX_BYTES = 4 * 1024 * 1024
MAX_DEPTH = 16
_RAW_KEPT = 16_000
# Times outside are some counter's zero or overflow, and near the calendar's ends a zone overflows.
_YEARS = range(1970, 3000)
# the decoder quotes a value it does not know in one of these, names of fields and types in `...`
_SAID = re.compile(r"""['"].*""", re.DOTALL)
# possessive, so that an unclosed string cannot make it backtrack
_BRACKET_OR_STRING = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)


class PageFault(Exception):
    """The answer as a whole is not a page of the contract. `code` says why."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params


class _Envelope(msgspec.Struct):
    contract: str
    records: Annotated[list[msgspec.Raw], Meta(max_length=5000)]
    next: Annotated[str, Meta(max_length=200, pattern=WITHOUT_NUL)] = ""
    more: bool = False


class _Named(msgspec.Struct):
    id: str = ""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A record of the contract; `digest` = SHA-256 of its content, whatever its key order."""

    record: Record
    digest: str
    raw: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A record that is not one; `raw` is the beginning of what came."""

    id: str
    why: str
    raw: str


@dataclass(frozen=True, slots=True)
class Page:
    """`next` is the cursor to ask for the following page with; `more` = ask at once."""

    items: tuple[Accepted | Refused, ...]
    next: str
    more: bool


_record = msgspec.json.Decoder(Record)
_envelope = msgspec.json.Decoder(_Envelope)
_named = msgspec.json.Decoder(_Named)


def parse_page(body: bytes) -> Page:
    """Bytes to a page; PageFault when the envelope itself is wrong."""
    if len(body) > MAX_BYTES:
        raise PageFault("answer_too_large", limit=str(MAX_BYTES))
    text = _text(body)
    if _depth(text) > MAX_DEPTH:
        raise PageFault("answer_too_deep", limit=str(MAX_DEPTH))
    if text.lstrip()[:1] == "<":
        raise PageFault("answer_is_html")
    try:
        envelope = _envelope.decode(text)
    except msgspec.DecodeError as error:
        raise PageFault("answer_not_contract", detail=str(error)[:200]) from error
    if envelope.contract != VERSION:
        raise PageFault("contract_unknown", contract=envelope.contract[:40])
    return Page(tuple(map(_item, envelope.records)), envelope.next, envelope.more)


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PageFault("answer_not_utf8", position=str(error.start)) from error


def _depth(text: str) -> int:
    """How deep brackets nest, strings left out; read before any parser recurses on it."""
    depth = deepest = 0
    for match in _BRACKET_OR_STRING.finditer(text):
        char = match.group()
        if char in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif char in "]}":
            depth -= 1
    return deepest


def _item(raw: msgspec.Raw) -> Accepted | Refused:
    data = bytes(raw)
    shown = data[:_RAW_KEPT].decode("utf-8", "replace")
    try:
        record = _record.decode(data)
        digest = _digest(data)
    except (msgspec.DecodeError, ValueError) as error:
        # ValueError: the digest reads what the record's own fields leave out
        return Refused(_id_of(data), _why(error), shown)
    if record.at.year not in _YEARS:
        return Refused(record.id, f"Year {record.at.year} - at `$.at`", shown)
    return Accepted(record, digest, shown)


def _why(error: Exception) -> str:
    """Without what was said there: it may be anybody's name. Only what kind of record it would be
    is no secret."""
    if str(error).endswith("`$.type`"):
        return str(error)[:200]
    head, at, tail = str(error).rpartition(" - at ")
    what, where = (head, at + tail) if at else (tail, "")
    return f"{_SAID.sub('', what).strip()}{where}"[:200]


def _id_of(data: bytes) -> str:
    try:
        return _named.decode(data).id[:200]
    except msgspec.DecodeError:
        return ""


def _digest(data: bytes) -> str:
    canonical = json.dumps(
        json.loads(data), sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    return hashlib.sha256(canonical.encode()).hexdigest()


def write_page(records: Sequence[Any], next_cursor: str, *, more: bool) -> bytes:
    """A page as a source of ours answers it: replay, exercise, tests."""
    return msgspec.json.encode(
        {"contract": VERSION, "records": records, "next": next_cursor, "more": more}
    )
