"""One page of records as a source answers it: one bad record refuses itself only."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from command_center.contract.nesting import is_crowded, is_deeper
from command_center.contract.records import VERSION, WITHOUT_NUL, Record

MAX_BYTES = 4 * 1024 * 1024
MAX_DEPTH = 16
RAW_KEPT = 16_000
# Times outside are some counter's zero or overflow, and near the calendar's ends a zone overflows.
YEARS = range(1970, 3000)
"""What a record may have happened in."""
# the decoder quotes a value it does not know in one of these, names of fields and types in `...`
_SAID = re.compile(r"""['"].*""", re.DOTALL)


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
    room: Literal["live", "exercise", "test"] = "live"


class _Named(msgspec.Struct):
    id: str = ""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A record of the contract; `digest` = SHA-256 of its content, whatever its key order.
    `foreign`: `raw` is of another format, and nobody knows what of it names a person."""

    record: Record
    digest: str
    raw: str
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """A record that is not one; `raw` is the beginning of what came, `where` it stood in a file."""

    id: str
    why: str
    raw: str
    where: str = ""
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """`next` is the cursor to ask for the following page with; `more` = ask at once."""

    items: tuple[Accepted | Refused, ...]
    next: str
    more: bool


_record = msgspec.json.Decoder(Record)
_envelope = msgspec.json.Decoder(_Envelope)
_named = msgspec.json.Decoder(_Named)


def parse_page(body: bytes, room: str | None = None) -> Page:
    """Bytes to a page; PageFault when the envelope itself is wrong or, with `room` given, when it
    is meant for a room of another kind: then nothing of it is taken."""
    if len(body) > MAX_BYTES:
        raise PageFault("answer_too_large", limit=str(MAX_BYTES))
    demand_readable(body, MAX_DEPTH)
    text = _text(body)
    if text.lstrip()[:1] == "<":
        raise PageFault("answer_is_html")
    try:
        envelope = _envelope.decode(text)
    except msgspec.DecodeError as error:
        raise PageFault("answer_not_contract", detail=str(error)[:200]) from error
    if envelope.contract != VERSION:
        raise PageFault("contract_unknown", contract=envelope.contract[:40])
    if room not in (None, envelope.room):
        raise PageFault("page_of_other_room", room=envelope.room)
    return Page(tuple(map(item_of, envelope.records)), envelope.next, envelope.more)


def demand_readable(body: bytes, deepest: int) -> None:
    """PageFault for JSON that would cost more than it says, before anybody parses it."""
    if is_crowded(body):
        raise PageFault("answer_too_large", limit=str(MAX_BYTES))
    if is_deeper(body, deepest):
        raise PageFault("answer_too_deep", limit=str(deepest))


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PageFault("answer_not_utf8", position=str(error.start)) from error


def item_of(raw: msgspec.Raw) -> Accepted | Refused:
    """One record as JSON, judged by itself."""
    data = bytes(raw)
    shown = data[:RAW_KEPT].decode("utf-8", "replace")
    try:
        record = _record.decode(data)
        digest = _digest(data)
    except (msgspec.DecodeError, ValueError) as error:
        # ValueError: the digest reads what the record's own fields leave out
        return Refused(_id_of(data), _why(error), shown)
    if record.at.year not in YEARS:
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


def write_page(
    records: Sequence[Any], next_cursor: str, *, more: bool, room: str = "live"
) -> bytes:
    """A page as a source of ours answers it: replay, exercise, tests."""
    envelope = {"contract": VERSION, "records": records, "next": next_cursor, "more": more}
    return msgspec.json.encode({**envelope, "room": room})
