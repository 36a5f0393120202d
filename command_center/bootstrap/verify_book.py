"""The book of a shift, as a file: against its own seal, and against the log it was taken from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

from command_center.bootstrap.verify import chained
from command_center.cli_words import explained
from command_center.documents.book import Book, cells, columns_of, page_hashes
from command_center.documents.book_seal import LARGEST, BookFinding, Seal, check, read_seal
from command_center.domain.errors import OperatorError
from command_center.domain.log import Fields, StoredEntry
from command_center.domain.room import Shift
from command_center.geo.packs import load_pack
from command_center.runtime.paths import resources_dir
from command_center.situation.book import draft_of
from command_center.situation.situation import Situation
from command_center.storage.database import open_database

HEAD = b"%PDF-"


def is_book(path: Path) -> bool:
    """Whether it is a printed page at all: evidence never is."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(HEAD)) == HEAD


class _Told:
    """What the log says of incidents and assignments, entry by entry, for `situation.book`."""

    def __init__(self) -> None:
        self._changes: dict[tuple[str, str], list[tuple[int, Fields]]] = {}

    def take(self, stored: StoredEntry) -> None:
        for change in stored.entry.changes:
            if change.entity in ("incident", "assignment"):
                key = change.entity, change.id
                self._changes.setdefault(key, []).append((stored.seq, change.set))

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
        entries: list[StoredEntry] = []
        for stored in chained(database.history.entries()):
            situation.apply(stored)
            told.take(stored)
            if stored.seq <= seal.log_to and stored.entry.shift == seal.shift_id:
                entries.append(stored)
    finally:
        database.close()
    if seal.key not in {row.public_key for row in situation.all("workstation")}:
        yield BookFinding("book_key_unknown", good=False)
    shift = situation.get("shift", seal.shift_id)
    if not entries or shift is None or entries[-1].hash.hex() != seal.log_hash:
        yield BookFinding("book_log_differs", good=False)
        return
    book = _book_of(situation, shift, entries, told)
    for page, (one, other) in enumerate(zip(_chain(book, seal), seal.chain, strict=False), 1):
        if one != other:
            yield BookFinding("book_page_not_of_log", good=False, page=page)
            return


def _book_of(
    situation: Situation, shift: Shift, entries: Iterable[StoredEntry], told: _Told
) -> Book:
    room = situation.room
    pack = load_pack(resources_dir() / "packs" / (room.pack if room is not None else ""))
    draft = draft_of(situation, shift, ZoneInfo(pack.time_zone), pack.time_zone_label)
    return draft.read(entries, told.lookup)


def _chain(book: Book, seal: Seal) -> tuple[str, ...]:
    """The hashes its pages would have, cut as the file's are."""
    shown = columns_of(seal.columns)
    rows = [cells(book, at, line, shown) for at, line in enumerate(book.lines, 1)]
    pages, at = [], 0
    for count in seal.rows:
        pages.append(rows[at : at + count])
        at += count
    return page_hashes(pages)
