"""A suggested priority comes from a table, with its reasons."""

import pytest

from command_center.advice.categories import Category, categories, find_categories
from command_center.advice.triage import rule_book, suggest, weigh
from command_center.domain.incident import Priority


def test_the_shipped_tables_load_and_every_category_has_both_labels() -> None:
    table = categories()
    assert len(table) >= 25
    assert all(c.label_id and c.label_en and c.code == code for code, c in table.items())
    assert rule_book().rules


@pytest.mark.parametrize("code", sorted(categories()))
def test_without_words_a_category_keeps_its_base(code: str) -> None:
    assert suggest(code, "") == (categories()[code].priority.value, (f"category:{code}",))


@pytest.mark.parametrize(
    ("category", "text", "priority", "reasons"),
    [
        ("laka_lantas", "ada korban luka", "P1", ("category:laka_lantas", "word:injured")),
        ("laka_lantas", "tidak ada korban", "P2", ("category:laka_lantas",)),
        ("laka_lantas", "tidak ada satu pun korban", "P2", ("category:laka_lantas",)),
        ("curanmor", "motor hilang kemarin", "P4", ("category:curanmor", "word:long_past")),
        ("perkelahian", "bawa CELURIT!", "P1", ("category:perkelahian", "word:weapon")),
        ("asap", "sudah padam", "P4", ("category:asap", "word:already_over")),
        ("lainnya", "ruangan rapi", "P3", ("category:lainnya",)),
        ("tidak-dikenal", "halo", "P3", ("category:lainnya",)),
    ],
)  # fmt: skip
def test_words_move_the_base(
    category: str, text: str, priority: str, reasons: tuple[str, ...]
) -> None:
    assert suggest(category, text) == (priority, reasons)


def test_a_negation_far_away_does_not_count() -> None:
    far = "tidak tahu persis di mana tetapi ada korban"
    assert "word:injured" in suggest("laka_lantas", far)[1]


def test_a_floor_beats_a_lowering_word() -> None:
    assert suggest("pencurian", "tadi malam, pelaku bawa pistol")[0] == "P1"


def test_the_tables_are_arguments() -> None:
    only = {"lainnya": Category("lainnya", "Lain", "Other", Priority.P4, ())}
    assert weigh("apa saja", "", only, rule_book()) == ("P4", ("category:lainnya",))


def test_type_ahead_finds_names_before_everyday_words() -> None:
    found = [c.code for c in find_categories("ke", categories())]
    assert found[:2] == ["kebakaran", "kemacetan"]
    assert "laka_lantas" in found
    assert found.index("kekerasan_anak") < found.index("laka_lantas")
    assert [c.code for c in find_categories("Fire", categories())] == ["kebakaran"]
    assert find_categories("zzz", categories()) == []
    assert len(find_categories("", categories())) == len(categories())
