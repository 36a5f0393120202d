"""The book of a shift, as a file: against its own seal, and against the log it was taken from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from pathlib import Path
from zoneinfo import ZoneInfo

from command_center.bootstrap.verify import chained
from command_center.cli_words import explained
from command_center.documents.book import Book, columns_of, page_hashes, rows_of
from command_center.documents.book_seal import LARGEST, BookFinding, Seal, check, read_seal
from command_center.domain.errors import OperatorError
from command_center.domain.handover import SETTING, rules_of
from command_center.domain.log import Fields, StoredEntry
from command_center.domain.room import Shift
from command_center.geo.packs import load_pack
from command_center.ports import History
from command_center.runtime.paths import resources_dir
from command_center.situation.book import draft_of
from command_center.situation.situation import Situation
from command_center.storage.database import open_database

HEAD = b"%PDF-"
_LOOKED_UP = frozenset({"incident", "assignment", "personnel"})


def is_book(path: Path) -> bool:
    """Whether it is a printed page at all: evidence never is."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(HEAD)) == HEAD


class _Told:
    """What the log says of some kinds of rows, entry by entry, for `situation.book`;
    `columns`: every set of them that the room ever had."""

    def __init__(self) -> None:
        self.columns = {_set_of(())}
        self._changes: dict[tuple[str, str], list[tuple[int, Fields]]] = {}

    def take(self, stored: StoredEntry) -> None:
        for change in stored.entry.changes:
            if change.entity in _LOOKED_UP:
                key = change.entity, change.id
                self._changes.setdefault(key, []).append((stored.seq, change.set))
            elif (change.entity, change.id) == ("room_setting", SETTING):
                self.columns.add(_set_of(rules_of(change.set.get("value")).columns))

    def lookup(self, entity: str, id: str, up_to: int) -> Fields:
        told: Fields = {}
        for seq, said in self._changes.get((entity, id), ()):
            if seq <= up_to:
                told |= said
        return told


def verify_book(
    path: Path, url: str | None = None, password: str | None = None
) -> tuple[list[str], bool]:
    """One sentence a finding, and whether all is well; with `url`, compared with that room's log
    and the keys of its workstations, too."""
    if path.stat().st_size > LARGEST:
        raise OperatorError("book_too_large", path=path)
    data = path.read_bytes()
    findings = check(data)
    sealed = read_seal(data)
    if url is not None and sealed is not None and all(one.good for one in findings):
        findings = list(against(sealed[1], url, password)) or findings
    key = sealed[1].key[:16] if sealed is not None else ""
    said = [_sentence(path.name, one, key) for one in findings]
    return said, all(one.good for one in findings)


def _sentence(name: str, finding: BookFinding, key: str) -> str:
    return explained(OperatorError(finding.code, name=name, page=finding.page, key=key))


def against(seal: Seal, url: str, password: str | None) -> Iterator[BookFinding]:
    """What the room's log says differently; its own chain is walked first."""
    database = open_database(url, migrate=False, password=password)
    try:
        situation = Situation()
        told = _Told()
        for stored in chained(database.history.entries()):
            situation.apply(stored)
            told.take(stored)
        shift = situation.get("shift", seal.shift_id)
        book = _book_of(situation, shift, seal, told, database.history) if shift else None
    finally:
        database.close()
    if seal.key not in {row.public_key for row in situation.all("workstation")}:
        yield BookFinding("book_key_unknown", good=False)
    if book is None or (book.log_to, book.log_hash) != (seal.log_to, seal.log_hash):
        yield BookFinding("book_log_differs", good=False)
        return
    rows = [row for row, _ in rows_of(book, columns_of(seal.columns))]
    for page, (one, other) in enumerate(zip(_chain(rows, seal), seal.chain, strict=False), 1):
        if one != other:
            yield BookFinding("book_page_not_of_log", good=False, page=page)
            return
    if not _counts(seal, len(rows)):
        yield BookFinding("book_rows_differ", good=False)
    if seal.columns not in told.columns:
        yield BookFinding("book_columns_unknown", good=False)


def _book_of(situation: Situation, shift: Shift, seal: Seal, told: _Told, history: History) -> Book:
    """As it was when it was printed."""
    room = situation.room
    pack = load_pack(resources_dir() / "packs" / (room.pack if room is not None else ""))
    draft = draft_of(situation, shift, ZoneInfo(pack.time_zone), pack.time_zone_label)
    until = takewhile(lambda stored: stored.seq <= seal.log_to, draft.entries(history))
    return draft.read(until, told.lookup, seal.form)


def _chain(rows: Sequence[tuple[str, ...]], seal: Seal) -> tuple[str, ...]:
    """The hashes its pages would have, cut as the file's are."""
    pages, at = [], 0
    for count in seal.rows:
        pages.append(rows[at : at + count])
        at += count
    return page_hashes(pages)


def _counts(seal: Seal, rows: int) -> bool:
    """Whether every row stands on one page, and every page has its hash; the last may hold none
    but the signatures."""
    each = len(seal.rows) == len(seal.chain) == len(seal.pages)
    return each and min(seal.rows, default=0) >= 0 and sum(seal.rows) == rows


def _set_of(chosen: Sequence[str]) -> tuple[str, ...]:
    """The ids of the columns that a page then has."""
    return tuple(column.id for column in columns_of(chosen))
