"""The shape of a source is learned, and a change of it is told."""

from __future__ import annotations

from typing import Any

import pytest

from command_center.contract.shape import (
    LEARNED_ROWS,
    MOST_FIELDS,
    Shape,
    as_json,
    compare,
    from_json,
    learn,
    types_of,
)

ROW = {"id": 1, "isi": "asap", "tempat": {"lat": 1.5, "lon": 2}, "foto": [{"url": "a"}]}


def learned(row: Any = ROW) -> Shape:
    return learn(Shape(), [types_of(row)] * LEARNED_ROWS)


def drift(row: Any, known: frozenset[str] = frozenset()) -> str:
    return compare(learned(), [types_of(row)], known).names()


@pytest.mark.parametrize(
    ("change", "names"),
    [
        ({}, ""),
        ({"baru": "x"}, "+baru"),
        ({"isi": 3}, "~isi"),
        ({"isi": None}, ""),
        ({"tempat": None}, ""),
        ({"tempat": {"lat": 1.5}}, "-tempat.lon"),
        ({"foto": []}, ""),
        ({"foto": [{}]}, ""),
        ({"id": 2.5}, ""),
    ],
)
def test_what_is_new_gone_or_of_another_type_is_named(change: dict[str, Any], names: str) -> None:
    assert drift({**ROW, **change}) == names


def test_a_field_that_is_known_is_no_news() -> None:
    assert drift({**ROW, "baru": "x"}, frozenset({"baru"})) == ""


def test_what_is_gone_is_named() -> None:
    assert drift({"id": 1, "foto": [{"url": "a"}], "tempat": {"lat": 1, "lon": 2}}) == "-isi"


def test_nothing_is_drift_while_it_is_learned() -> None:
    few = learn(Shape(), [types_of(ROW)] * (LEARNED_ROWS - 1))
    assert not compare(few, [types_of({"lain": 1})], frozenset())


def test_what_was_told_once_is_learned() -> None:
    shape = learn(learned(), [types_of({**ROW, "baru": "x"})])
    assert not compare(shape, [types_of({**ROW, "baru": "x"})], frozenset())
    assert not compare(shape, [types_of(ROW)], frozenset())


def test_a_crowd_of_fields_is_neither_learned_nor_listed_whole() -> None:
    row = {f"f{number}": 1 for number in range(1000)}
    assert len(learned(row).fields) == MOST_FIELDS
    assert len(drift({**ROW, **row})) < 200


def test_it_is_kept_as_json() -> None:
    assert from_json(as_json(learned())) == learned()
    assert from_json({"rows": "x"}) == Shape()
