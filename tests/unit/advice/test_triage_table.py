"""A table that cannot be used is refused by name of row and reason; one that can, is kept as is."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from command_center.advice.categories import categories
from command_center.advice.triage import parse_table, said, shipped_table, suggest
from command_center.advice.triage.faults import TableWrong
from command_center.advice.triage.reading import shipped_text
from command_center.advice.triage.words import Matcher, matcher_of
from command_center.advice.triage.writing import as_csv, as_toml, from_csv

BASE = shipped_text()


def faults(text: str) -> list[tuple[int, str, str, str]]:
    with pytest.raises(TableWrong) as caught:
        parse_table(text)
    return [(f.row, f.code, f.column, f.value) for f in caught.value.faults]


def with_row(**columns: str) -> str:
    values = {"code": '"baru"', "when": '"word"', "any": '["bom"]', "points": "1"}
    values |= {"id": '"a"', "en": '"b"'}
    row = "\n".join(f"{name} = {value}" for name, value in {**values, **columns}.items() if value)
    return f"{BASE}\n[[row]]\n{row}\n"


LAST = len(shipped_table().rows) + 1


@pytest.mark.parametrize(
    ("columns", "fault"),
    [
        ({"poin": "2"}, (LAST, "triage_unknown_key", "poin", "")),
        ({"points": ""}, (LAST, "triage_missing", "points", "")),
        ({"points": '"dua"'}, (LAST, "triage_wrong_value", "points", "dua")),
        ({"points": "11"}, (LAST, "triage_points_range", "points", "11")),
        ({"points": "0"}, (LAST, "triage_without_effect", "points", "0")),
        ({"when": '"kata"'}, (LAST, "triage_wrong_value", "when", "kata")),
        ({"code": '"weapon"'}, (LAST, "triage_code_twice", "code", "weapon")),
        ({"code": '"Dua Kata"'}, (LAST, "triage_wrong_code", "code", "Dua Kata")),
        ({"any": "[]"}, (LAST, "triage_missing", "any", "")),
        ({"any": '["!!"]'}, (LAST, "triage_wrong_word", "any", "!!")),
        (
            {"any": '["kebakran"]', "when": '"category"'},
            (LAST, "triage_unknown_category", "any", "kebakran"),
        ),
        (
            {"any": '["tpss"]', "when": '"place"', "within_m": "150"},
            (LAST, "triage_unknown_place", "any", "tpss"),
        ),
        ({"any": '["tps"]', "when": '"place"'}, (LAST, "triage_wrong_value", "within_m", "0")),
        ({"within_m": "100"}, (LAST, "triage_not_for_this", "within_m", "word")),
        ({"sets": '"P5"'}, (LAST, "triage_wrong_value", "sets", "P5")),
        ({"id": '""'}, (LAST, "triage_sentence", "id", "")),
        ({"hours": "[7, 25]"}, (LAST, "triage_wrong_value", "hours", "[7, 25]")),
    ],
)
def test_a_wrong_row_is_named(columns: dict[str, str], fault: tuple[int, str, str, str]) -> None:
    assert faults(with_row(**columns)) == [fault]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "triage_table_empty"),
        ("[[row]\n", "triage_not_toml"),
        ("row = 3", "triage_wrong_type"),
        ("x" * 19_000, "triage_table_too_long"),
        (BASE.replace("reach = 3", "reach = 99"), "triage_wrong_value"),
        (BASE.replace("limit = 25", "limit = 250"), "triage_wrong_value"),
        (BASE + "\n[extra]\n", "triage_unknown_key"),
    ],
)
def test_a_wrong_table_is_refused_as_a_whole(text: str, code: str) -> None:
    assert code in {fault[1] for fault in faults(text)}


def test_a_category_that_no_row_speaks_of_is_no_silent_default() -> None:
    found = faults(BASE.replace('any = ["banjir"]', 'any = ["asap"]'))
    assert (0, "triage_category_without_row", "any", "banjir") in found


def test_the_shipped_table_is_sound_and_survives_both_formats() -> None:
    table = shipped_table()
    assert parse_table(as_toml(table)) == table
    assert as_toml(parse_table(as_toml(table))) == as_toml(table)
    assert from_csv(as_csv(table), table) == table


def test_a_table_of_a_spreadsheet_names_its_wrong_row() -> None:
    table = shipped_table()
    wrong = as_csv(table).replace("weapon,word", "weapon,kata")
    with pytest.raises(TableWrong) as caught:
        from_csv(wrong, table)
    at = [row.code for row in table.rows].index("weapon") + 1
    assert [(f.row, f.column) for f in caught.value.faults] == [(at, "when")]
    with pytest.raises(TableWrong, match="triage_not_csv"):
        from_csv("a,b\n1,2\n", table)


def test_points_alone_leave_the_words_that_were_read_as_they_are() -> None:
    table = shipped_table()
    moved = parse_table(as_toml(table).replace("points = 5", "points = 4"))
    assert moved != table
    assert matcher_of(moved) is matcher_of(table)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(categories())), st.text(max_size=200))
def test_the_same_words_give_the_same_reasons(category: str, text: str) -> None:
    fresh = parse_table(BASE)
    assert suggest(said(category, text), fresh) == suggest(said(category, text), shipped_table())


def test_a_spreadsheet_may_use_semicolons_and_a_mark_of_its_own() -> None:
    table = shipped_table()
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(csv.reader(io.StringIO(as_csv(table))))
    assert from_csv("\ufeff" + out.getvalue(), table) == table


def test_a_matcher_that_leans_on_another_finds_what_one_of_its_own_does() -> None:
    table = shipped_table()
    texts = ["ada korban merah", "tidak ada korban", "kobaran api", "bawa celurit", "tadi malam"]
    for at in range(8):
        edited = as_toml(table).replace('"kobaran"', f'"merah", "biru{"x" * at}"')
        moved = parse_table(edited.replace('"korban"]', '"kurban"]'))
        alone = Matcher(matcher_of(moved).rows, moved.negation)
        assert [matcher_of(moved).fired(t) for t in texts] == [alone.fired(t) for t in texts]
    assert "fire" in matcher_of(moved).fired("ada korban merah")
