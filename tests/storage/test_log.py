"""The chain: the same entry gives the same bytes, and a changed byte is found where it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command_center.domain.log import Change, LogEntry
from command_center.storage import log
from command_center.storage.log import Row

TEXT = st.text(max_size=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(-1e9, 1e9) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)
FIELDS = st.dictionaries(TEXT, VALUES, max_size=4)
CHANGES = st.builds(Change, TEXT, TEXT, st.integers(1, 9), FIELDS, FIELDS)
ENTRIES = st.builds(
    LogEntry, TEXT, st.just(1), TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT,
    st.lists(CHANGES, max_size=3).map(tuple), FIELDS,
)  # fmt: skip


@given(ENTRIES)
def test_an_entry_survives_its_bytes(entry: LogEntry) -> None:
    body = log.encode(entry)
    assert log.decode(body) == entry
    assert log.encode(log.decode(body)) == body


@given(FIELDS)
def test_the_order_of_fields_does_not_change_the_bytes(fields: dict[str, object]) -> None:
    backwards = dict(reversed(fields.items()))
    entry = LogEntry("k", 1, "o", "a", "w", "s", "t", "t", "", (), fields)
    assert log.encode(entry) == log.encode(replace(entry, inputs=backwards))


def chain(count: int) -> list[Row]:
    digest, found = log.NO_HASH, []
    for seq in range(1, count + 1):
        body = f"entry {seq}".encode()
        digest = log.chained(digest, body)
        found.append((seq, digest, body))
    return found


def test_a_whole_chain_holds() -> None:
    found = chain(10)
    assert log.first_broken(found) is None
    assert log.first_broken(found[4:], 4, found[3][1]) is None


@pytest.mark.parametrize(
    ("broken", "seq"),
    [
        ([*chain(10)[:4], (5, chain(5)[4][1], b"other"), *chain(10)[5:]], 5),
        ([*chain(10)[:4], *chain(10)[5:]], 5),
        ([*chain(10)[:4], chain(10)[5], chain(10)[4], *chain(10)[6:]], 5),
        (chain(10)[1:], 1),
        ([*chain(10)[:9], (10, bytes(32), chain(10)[9][2])], 10),
    ],
    ids=["edited", "removed", "swapped", "beheaded", "rehashed"],
)
def test_a_broken_chain_is_named_at_its_entry(broken: list[Row], seq: int) -> None:
    assert log.first_broken(broken) == seq
