"""What is too deep or too much is seen before any parser is asked."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command_center.contract.nesting import MOST_VALUES, is_crowded, is_deeper

VALUES = st.recursive(
    st.none() | st.text(max_size=8) | st.integers(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=20,
)


def depth(value: Any) -> int:
    if isinstance(value, dict):
        return 1 + max(map(depth, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(depth, value), default=0)
    return 0


@given(VALUES, st.integers(1, 8), st.booleans())
def test_it_agrees_with_who_builds_it_all(value: Any, limit: int, plain: bool) -> None:
    text = json.dumps(value, ensure_ascii=not plain).encode()
    assert is_deeper(text, limit) is (depth(value) > limit)


@pytest.mark.parametrize("text", [b'{"a": [', b'"[[[[[', b"]]]]]]]]]", b"", b'{"a": "\\"[[[[[["}'])
def test_what_is_no_json_is_for_the_parser_to_refuse(text: bytes) -> None:
    assert not is_deeper(text, 4)


def test_what_never_ends_is_deep() -> None:
    assert is_deeper(b"[" * 5, 4)


@pytest.mark.parametrize("piece", [b"1,", b'"",', b"[]", b"{}", b'"'])
def test_a_crowd_is_one_of_whatever(piece: bytes) -> None:
    assert not is_crowded(piece * 1000)
    assert is_crowded(piece * (2 * MOST_VALUES + 2))
