"""What a release says of itself: signed, short, plain, and no reason to refuse it."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from release.notes import news

from command_center.updates.catalogue import Catalogue
from command_center.updates.news import MOST_LETTERS, MOST_LINES, News, news_of
from command_center.updates.source import source_of
from tests.update_maker import NEW, NEWEST, Maker

NOW = datetime(2026, 11, 23, tzinfo=UTC)
DAY = {"date": "2026-11-23"}


@pytest.mark.parametrize(
    "custom",
    [None, [], {}, "2026-11-23", {"notes": "tanpa hari"}, {"date": "kemarin"}, {**DAY, "notes": 3}],
)
def test_who_says_nothing_or_something_else_says_nothing(custom: object) -> None:
    assert news_of(custom) is None


def test_words_are_plain_and_short() -> None:
    steered = "Baru:\tpeta\x1b[31m \u202eterbalik\u2069\r\nBaris\u2028dua\0  \n\n"
    assert news_of({**DAY, "notes": steered}) == News(
        date(2026, 11, 23), "Baru: peta[31m terbalik\nBaris\ndua"
    )
    for much in ("a" * (MOST_LETTERS + 1), "a\n" * (MOST_LINES + 1)):
        assert news_of({**DAY, "notes": much}) == News(date(2026, 11, 23))
    assert news_of({**DAY, "later": "another program's"}) == News(date(2026, 11, 23))


def test_a_file_of_notes_is_shown_whole_or_refused(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("\ufeffAntrean lebih cepat.\r\n- peta  \r\n", encoding="utf-8")
    assert news(file, NOW) == {**DAY, "notes": "Antrean lebih cepat.\n- peta"}
    assert news(None, NOW) == DAY
    for bad in (b"\xff\xfe", b" \n", b"a" * (MOST_LETTERS + 1), b"a\n" * (MOST_LINES + 1)):
        file.write_bytes(bad)
        with pytest.raises(ValueError, match="notes\\.txt"):
            news(file, NOW)


def test_a_release_brings_its_own_news_and_an_older_one_none(tmp_path: Path) -> None:
    maker, found = Maker(tmp_path), []
    for version, told in ((NEW, None), (NEWEST, {**DAY, "notes": "Peta baru."})):
        maker.release(version, told=told)
        source = source_of(str(maker.repository.folder))
        catalogue = Catalogue(source, maker.root, tmp_path / "state", lambda _: None)
        found.append((catalogue.newest().version, catalogue.news))
    assert found == [(NEW, None), (NEWEST, News(date(2026, 11, 23), "Peta baru."))]
