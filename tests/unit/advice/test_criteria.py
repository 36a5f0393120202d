"""Weighted criteria: what they reckon, what a table may hold, and that it is read as written."""

from dataclasses import replace

import pytest

from command_center.advice.criteria import (
    Criteria,
    judge,
    read_criteria,
    shipped_criteria,
    write_criteria,
)
from command_center.domain.errors import OperatorError


def test_a_value_is_the_weighted_share_of_what_was_scored() -> None:
    table = shipped_criteria()
    all_most = {criterion.code: 4 for criterion in table.criteria}
    assert judge(table, all_most).value == 100
    assert judge(table, dict.fromkeys(all_most, 0)).value == 0
    made = judge(table, {"konflik_sosial": 4, "bencana": 0})
    assert made.value == 66.7  # 4 x 4 of (4 + 2) x 4
    assert made.level.code == "rawan"
    assert [criterion.code for criterion in made.left_out] == ["teror", "geografis", "khusus"]


@pytest.mark.parametrize(
    ("value", "level", "shade"),
    [
        (0, "kurang_rawan", 0),
        (19.9, "kurang_rawan", 0),
        (20, "kurang_rawan", 1),
        (40, "rawan", 2),
        (55, "rawan", 3),
        (69.9, "rawan", 3),
        (70, "sangat_rawan", 4),
        (100, "sangat_rawan", 4),
    ],
)
def test_levels_and_shades_begin_where_the_table_says(value: float, level: str, shade: int) -> None:
    table = shipped_criteria()
    assert (table.level_of(value).code, table.shade_of(value)) == (level, shade)


def test_a_table_is_read_as_it_is_written() -> None:
    shipped = shipped_criteria()
    odd = replace(shipped.criteria[0], label='Dekat "pasar" \\ terminal é')
    table = replace(shipped, criteria=(odd, *shipped.criteria[1:]), version=7)
    assert read_criteria(write_criteria(table), 7) == table


def wrong(text: str) -> dict[str, object]:
    with pytest.raises(OperatorError) as refused:
        read_criteria(text)
    assert refused.value.code == "criteria_wrong"
    return refused.value.params


def written(**changed: object) -> str:
    return write_criteria(replace(shipped_criteria(), **changed))  # type: ignore[arg-type]


def test_what_is_wrong_is_named_by_row_and_column() -> None:
    first, second, *rest = shipped_criteria().criteria
    twice = (first, replace(second, code=first.code), *rest)
    assert wrong(written(criteria=twice)) == {"row": 2, "column": "code", "value": first.code}
    heavy = (first, replace(second, weight=101), *rest)
    assert wrong(written(criteria=heavy)) == {"row": 2, "column": "weight", "value": "101"}
    nameless = (replace(first, label=""), second)
    assert wrong(written(criteria=nameless))["column"] == "label"
    assert wrong(written(shades=(0, 20, 20, 55, 70)))["column"] == "map"
    assert wrong(written(shades=(0, 20)))["column"] == "map"
    low, *others = shipped_criteria().levels
    assert wrong(written(levels=(replace(low, start=5), *others)))["column"] == "level"
    assert wrong("[[criterion]")["row"] == 0
    assert wrong(written(criteria=()))["column"] == "criterion"


def test_a_table_of_any_length_is_not_read() -> None:
    with pytest.raises(OperatorError, match="criteria_too_long"):
        read_criteria("#" * 12_001)


def test_a_number_of_thousands_of_digits_is_wrong() -> None:
    assert wrong(f"[[criterion]]\nweight = {'1' * 5_000}")["row"] == 0


def test_the_shipped_table_says_where_its_criteria_are_from() -> None:
    table: Criteria = shipped_criteria()
    assert all(criterion.source for criterion in table.criteria)
