"""Chat spellings in dictionary words."""

from pathlib import Path

import pytest

from command_center.advice.slang import load_slang, plain_words, slang


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gk bs kluar dr rmh", "tidak bisa kluar dari rumah"),
        ("TOLOOOONG!!! rame2", "tolong ramai"),
        ("dmn? dpn jln veteran", "di mana depan jalan veteran"),
        ("wit ambruk ngarep omah", "pohon tumbang depan rumah"),
        ("", ""),
        ("\U0001f525\U0001f525", ""),
    ],
)
def test_what_is_typed_is_read_as_meant(typed: str, meant: str) -> None:
    assert plain_words(typed) == meant.split()


def test_the_table_is_no_circle_and_names_nothing_twice(tmp_path: Path) -> None:
    table = slang()
    assert len(table) > 400
    for typed, means in table.items():
        assert means, typed
        assert (typed,) != means, typed
    path = tmp_path / "slang.csv"
    path.write_text("typed,means\nga,tidak\nga,bukan\n", encoding="utf-8")
    with pytest.raises(ValueError, match="twice"):
        load_slang(path)
