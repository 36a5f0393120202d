"""The verifier names the first entry that is not as it was, and what was done (F16)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from command_center.storage import audit, log
from command_center.storage.audit import verify_chain
from command_center.storage.damage import DamageKind
from command_center.storage.database import Database
from command_center.storage.link import Link
from tests.storage import tampering
from tests.storage.tampering import entry, insert, move_head, owner, put, rewrite, shift

ENTRIES = 12
Do = Callable[[Link], object]


def edit_text(link: Link) -> None:
    _, digest, body = entry(link, 5)
    put(link, 5, digest, body.replace(b"r4", b"r9"))


def edit_last(link: Link) -> None:
    _, digest, body = entry(link, ENTRIES)
    put(link, ENTRIES, digest, body + b" ")


def edit_hash(link: Link) -> None:
    put(link, 5, bytes(32), entry(link, 5)[2])


def edit_text_and_its_hash(link: Link) -> None:
    body = entry(link, 5)[2].replace(b"r4", b"r9")
    put(link, 5, log.chained(entry(link, 4)[1], body), body)


def delete(link: Link) -> None:
    link.run("DELETE FROM event_log WHERE seq IN (5, 6)")


def delete_and_close_the_gap(link: Link) -> None:
    delete(link)
    shift(link, 4, -2)


def delete_the_first(link: Link) -> None:
    link.run("DELETE FROM event_log WHERE seq = 1")


def insert_one(link: Link) -> None:
    forged = entry(link, 4)[2].replace(b"r3", b"r9")
    shift(link, 4, 1)
    insert(link, (5, log.chained(bytes(32), forged), forged), "forged")


def swap(link: Link) -> None:
    one, other = entry(link, 5), entry(link, 6)
    put(link, 5, *other[1:])
    put(link, 6, *one[1:])


def swap_texts(link: Link) -> None:
    one, other = entry(link, 5), entry(link, 6)
    put(link, 5, one[1], other[2])
    put(link, 6, other[1], one[2])


def renumber(link: Link) -> None:
    shift(link, 4, 1)


def cut(link: Link) -> None:
    link.run("DELETE FROM event_log WHERE seq > 9")


def put_head_back(link: Link) -> None:
    seq, digest, _ = entry(link, 9)
    link.run("UPDATE log_head SET seq = ?, hash = ?", (seq, digest))


def spoil_head(link: Link) -> None:
    link.run("UPDATE log_head SET hash = ?", (bytes(32),))


CASES: list[tuple[Do, DamageKind, int, int]] = [
    (edit_text, DamageKind.EDITED, 5, 5),
    (edit_last, DamageKind.EDITED, ENTRIES, ENTRIES),
    (edit_hash, DamageKind.EDITED, 5, 5),
    # its own hash fits again: the break is at the entry that followed the old one
    (edit_text_and_its_hash, DamageKind.EDITED, 6, 6),
    (delete, DamageKind.DELETED, 5, 6),
    (delete_and_close_the_gap, DamageKind.DELETED, 5, 6),
    (delete_the_first, DamageKind.DELETED, 1, 1),
    (insert_one, DamageKind.INSERTED, 5, 5),
    (swap, DamageKind.REORDERED, 5, 5),
    (swap_texts, DamageKind.REORDERED, 5, 5),
    (renumber, DamageKind.RENUMBERED, 5, 5),
    (cut, DamageKind.TAIL_CUT, 10, ENTRIES),
    (put_head_back, DamageKind.HEAD_CHANGED, 9, ENTRIES),
    (spoil_head, DamageKind.HEAD_CHANGED, ENTRIES, ENTRIES),
]


@pytest.fixture
def url(database: Database, database_url: str) -> str:
    tampering.filled(database.storage, ENTRIES)
    return database_url


def test_an_untouched_log_holds(database: Database, database_url: str) -> None:
    assert verify_chain(database_url).entries == 0
    tampering.filled(database.storage, ENTRIES)
    chain = verify_chain(database_url)
    assert (chain.entries, chain.damage) == (ENTRIES, None)


@pytest.mark.parametrize(
    ("do", "kind", "first", "last"), CASES, ids=[case[0].__name__ for case in CASES]
)
def test_damage_is_named(
    url: str, database: Database, do: Do, kind: DamageKind, first: int, last: int
) -> None:
    with owner(database.engine) as link:
        do(link)
    damage = verify_chain(url).damage
    assert damage is not None
    assert (damage.kind, damage.seq, damage.last) == (kind, first, last)


def test_a_perfect_forgery_holds_by_itself(url: str, database: Database) -> None:
    """Why heads are signed and kept elsewhere."""
    with owner(database.engine) as link:
        rewrite(link, 5, entry(link, 5)[2].replace(b"r4", b"r9"))
    assert verify_chain(url).damage is None
    with owner(database.engine) as link:
        cut(link)
        move_head(link)
    assert verify_chain(url).damage is None


@pytest.mark.parametrize("junk", ["text", 7, b""])
def test_junk_where_bytes_were_is_damage_too(database: Database, url: str, junk: Any) -> None:
    if not url.startswith("sqlite"):
        pytest.skip("PostgreSQL keeps the type of a column")
    with owner(database.engine) as link:
        put(link, 5, entry(link, 5)[1], junk)
    damage = verify_chain(url).damage
    assert damage is not None
    assert (damage.kind, damage.seq) == (DamageKind.EDITED, 5)


@pytest.mark.parametrize(
    ("seq", "alone"), [pytest.param(1, 1, marks=pytest.mark.long), (6, 1), (6, 9)]
)
def test_parts_beside_each_other_find_the_same(
    url: str, database: Database, seq: int, alone: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit, "PART", 5)
    monkeypatch.setattr(audit, "ALONE", alone)
    read: list[int] = []
    assert verify_chain(url, progress=lambda done, _all: read.append(done)).damage is None
    assert read == [5, 10, ENTRIES]
    with owner(database.engine) as link:
        put(link, seq, bytes(32), entry(link, seq)[2])
    damage = verify_chain(url).damage
    assert damage is not None
    assert (damage.kind, damage.seq) == (DamageKind.EDITED, seq)
