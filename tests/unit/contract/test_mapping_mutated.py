"""Tables and mappings that were changed on their way: rows, or the fault by its name."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from command_center.connectors.mapped import map_document
from command_center.contract.mapping import expression, load_mapping, parse_mapping
from command_center.contract.page import Accepted, PageFault, Refused
from tests.unit.contract.test_mapping import NOW, OURS, PLAIN, ROW

TABLE = (
    "\ufeffnomor;waktu;jenis;uraian;kelurahan;kerahasiaan;pelapor;telepon\r\n"
    'P1;21-11-2026 20:15;kebakaran;"asap; di pasar";Klojen;terbuka;Sri;0812345678\r\n'
    "P2;21/11/2026 20:16;banjir;air naik;Blimbing;anonim;;\r\n"
).encode()


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_a_changed_table_is_rows_or_a_fault(data: st.DataObject) -> None:
    body = bytearray(TABLE)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(body)))
        marks = st.sampled_from(
            [b'"', b";", b",", b"\r", b"\n", b"\0", b"\xff", TABLE[at : at + 60]]
        )
        body[at : at + data.draw(st.integers(0, 8))] = data.draw(marks | st.binary(max_size=6))
    try:
        page = map_document(bytes(body), load_mapping(OURS / "posko.toml"), NOW)
    except PageFault:
        return
    assert len(page.page.items) <= body.count(b"\n") + body.count(b"\r")


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_a_changed_mapping_is_one_or_says_what_is_wrong(data: st.DataObject) -> None:
    """And one that still is a mapping reads a document, or names its fault."""
    text = PLAIN
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        pieces = st.sampled_from(
            ['"', "[", "]", "[]", "{", "= 1", "|", "@", "*", "(", text[at:][:40]]
        )
        cut = data.draw(st.integers(0, 8))
        text = text[:at] + data.draw(pieces | st.text(max_size=4)) + text[at + cut :]
    try:
        mapping = parse_mapping(text, "test")
        page = map_document(json.dumps({"rows": [ROW]}).encode(), mapping, NOW)
    except (ValueError, PageFault):
        return
    assert all(isinstance(item, Accepted | Refused) for item in page.page.items)


@pytest.mark.parametrize(
    "text",
    [
        "rows = " + "[" * 5_000,
        "rows = " + "{a = " * 5_000,
        'rows = "' + "(" * 5_000 + '"\n' + PLAIN.replace('rows = "rows"', ""),
        'rows = "' + "!" * 5_000 + 'a"\n' + PLAIN.replace('rows = "rows"', ""),
        "[[record]]\ntype = []",
        "[[record]]\ntype = {}",
    ],
)
def test_a_mapping_too_deep_or_of_another_shape_is_named(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_mapping(text, "test")


@pytest.mark.parametrize("mark", ["|", "||", "&&"])
def test_an_expression_too_long_to_follow_finds_nothing(mark: str) -> None:
    assert expression("rows", mark.join(["a"] * 3_000)).search({"a": {"a": 1}}) is None
