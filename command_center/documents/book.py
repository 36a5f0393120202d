"""The book of a shift (buku mutasi) as it is read and printed; Indonesian whatever the screen's
language. A text from outside is one paragraph of printable letters."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import cache
from itertools import zip_longest
from textwrap import wrap

from command_center.documents.letter import line
from command_center.domain.book import BookKind
from command_center.runtime.paths import resources_dir

WITH_ROLL = 2
"""From this form on a book holds the roll-call of its shift."""
FORM = WITH_ROLL
"""How books are made of the log now. A page is checked as the form it was printed in makes it; the
first had none."""
LETTERS_OF_SHARE = 33
"""How many a cell holds for each share of its column: about two fifths of a page."""


@dataclass(frozen=True, slots=True)
class BookColumn:
    id: str
    label: str
    share: int


@dataclass(frozen=True, slots=True)
class BookLine:
    """One row. `kind` says whose column `text` stands in; `entry_id` "" = taken from the log, else
    written by hand; `struck`: why it is struck through, "" while it stands."""

    at: datetime
    kind: BookKind
    text: str
    action: str
    by: str
    entry_id: str = ""
    struck: str = ""


@dataclass(frozen=True, slots=True)
class BookSignature:
    """Who signed what, and when; `at` None: not signed."""

    role: str
    name: str
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Book:
    """`log_to` is the last entry of the log it is taken from and `log_hash` its place in the chain;
    `state_hash` what the board was like when the shift was frozen, "" while it goes on."""

    room: str
    shift: str
    lead: str
    zone: tzinfo
    zone_name: str
    starts_at: datetime
    ends_at: datetime | None
    lines: tuple[BookLine, ...]
    signatures: tuple[BookSignature, ...]
    log_to: int
    log_hash: str
    state_hash: str
    remark: str = ""


@cache
def columns() -> tuple[BookColumn, ...]:
    """Of resources/codes/buku_mutasi.toml."""
    path = resources_dir() / "codes" / "buku_mutasi.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(BookColumn(row["id"], row["label"], row["share"]) for row in table["column"])


def columns_of(chosen: Sequence[str]) -> tuple[BookColumn, ...]:
    """Those a room chose, in its order; all where it chose none or none that is known."""
    known = {column.id: column for column in columns()}
    return tuple(known[id] for id in dict.fromkeys(chosen) if id in known) or columns()


def rows_of(book: Book, shown: Sequence[BookColumn]) -> list[tuple[tuple[str, ...], bool]]:
    """The texts of all rows, column by column, and whether they are struck through. What is too
    long for one row goes on in the next, under the same number."""
    return [
        (row, bool(line.struck))
        for number, line in enumerate(book.lines, 1)
        for row in _cells(book, number, line, shown)
    ]


def _cells(
    book: Book, number: int, row: BookLine, shown: Sequence[BookColumn]
) -> Iterator[tuple[str, ...]]:
    own = {
        BookKind.STRENGTH: "strength",
        BookKind.INVENTORY: "inventory",
        BookKind.DETAINEES: "detainees",
    }.get(row.kind, "text")
    known = {column.id: column.share for column in shown}
    if own not in known:
        own = "text"
    words = _flat(row.text)
    if row.struck:
        words = f"[DICORET: {line(row.struck)}] {words}"
    texts = _pieces(words, known.get(own))
    actions = _pieces(_flat(row.action), known.get("action"))
    told = {
        "no": str(number),
        "at": f"{row.at.astimezone(book.zone):%H.%M}",
        "by": line(row.by, 12),
    }
    for text, action in zip_longest(texts, actions, fillvalue=""):
        told |= {own: text, "action": action}
        yield tuple(told.get(column.id, "") for column in shown)


def _flat(text: str) -> str:
    return line(text, max(len(text), 1))


def _pieces(words: str, share: int | None) -> list[str]:
    """At least one; `share` None: the column is not shown."""
    if share is None:
        return [""]
    return wrap(words, LETTERS_OF_SHARE * share, break_on_hyphens=False) or [""]


def head(book: Book) -> str:
    ends = _moment(book.ends_at, book) if book.ends_at is not None else "berjalan"
    span = f"{_moment(book.starts_at, book)} s.d. {ends} {book.zone_name}"
    parts = (line(book.room), line(book.shift), span, line(book.remark))
    return " · ".join(part for part in parts if part)


def foot(book: Book) -> tuple[str, ...]:
    """What stands under the last row: who signed, and what the log says."""
    signed = [
        f"{one.role}: {line(one.name)} · "
        + (f"ditandatangani {_moment(one.at, book)}" if one.at else "BELUM DITANDATANGANI")
        for one in book.signatures
    ]
    frozen = [f"Papan saat dibekukan (SHA-256): {book.state_hash}"] if book.state_hash else []
    return (*signed, *frozen, f"Log ruang sampai nomor {book.log_to}: {book.log_hash}")


def page_hashes(pages: Iterable[Sequence[tuple[str, ...]]]) -> tuple[str, ...]:
    """Of each page with all before it: SHA-256 of the hash before and its rows, hexadecimal."""
    found, before = [], ""
    for rows in pages:
        told = json.dumps([before, [list(row) for row in rows]], ensure_ascii=False)
        before = hashlib.sha256(told.encode()).hexdigest()
        found.append(before)
    return tuple(found)


def _moment(at: datetime | None, book: Book) -> str:
    return f"{at.astimezone(book.zone):%d-%m-%Y %H.%M}" if at is not None else ""
