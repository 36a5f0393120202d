"""Incidents are found by their words, also those of reports and notes, newest first, by pages."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from command_center.domain.errors import OperatorError
from command_center.domain.incident import Incident, IncidentReport, Note
from command_center.runtime.paths import migrations_dir
from command_center.storage import migrate
from command_center.storage.database import Database, open_database
from command_center.storage.engine import open_engine
from command_center.storage.search import SqlSearch, words_in
from tests.storage import rows
from tests.storage.rows import NOW, acting


@pytest.fixture
def search(database: Database) -> Iterator[SqlSearch]:
    rows.seed(database.storage)
    found = SqlSearch(database.engine)
    yield found
    found.close()


def add(database: Database, number: int, title: str, **more: object) -> Incident:
    row = replace(rows.incident(), id=f"i-{number:03}", number=number, title=title, **more)  # type: ignore[arg-type]
    with acting(database.storage) as work:
        work.add(row)
    return row


def found(search: SqlSearch, words: str) -> list[str]:
    return [hit.incident_id for hit in search.find(words)]


def test_all_words_must_be_there_and_a_beginning_is_enough(
    database: Database, search: SqlSearch
) -> None:
    add(database, 101, "Kecelakaan di Suhat", address="Jl. Soekarno-Hatta 9")
    add(database, 102, "Kecelakaan di Dinoyo")
    assert found(search, "kecelak") == ["i-102", "i-101"]
    assert found(search, "KECELAKAAN hatta") == ["i-101"]
    assert found(search, "celaka") == found(search, "kecelakaax") == []
    assert found(search, "kecelakaan") == ["i-102", "i-101"]
    assert found(search, "0102") == ["i-102"]


def test_words_of_notes_and_reports_lead_to_their_incident(
    database: Database, search: SqlSearch
) -> None:
    add(database, 103, "Pencurian")
    report = rows.report(id="r-9", external_id="JMP-77/X", text="pelaku naik Vario N1234AB")
    with acting(database.storage) as work:
        work.add(report)
        work.add(IncidentReport("ir-9", 1, "i-103", "r-9", NOW, "rina", None))
        work.add(Note("n-9", 1, "i-103", "saksi: bapak Wicaksono", "rina", NOW, None))
    for words in ("vario n1234ab", "jmp 77", "wicakso", "pencurian saksi vario"):
        assert found(search, words) == ["i-103"], words


def test_a_new_title_is_found_and_the_old_one_too(database: Database, search: SqlSearch) -> None:
    row = add(database, 104, "Orang hilang")
    with acting(database.storage) as work:
        work.change(row, title="Anak ditemukan", alias="B-03")
    assert (
        found(search, "hilang") == found(search, "ditemukan") == found(search, "b 03") == [row.id]
    )


def test_pages_follow_each_other_without_a_gap(database: Database, search: SqlSearch) -> None:
    for number in range(110, 120):
        add(database, number, "Tawuran pelajar")
    seen: list[str] = []
    before = None
    while page := search.find("tawuran", before, limit=3):
        seen += [hit.incident_id for hit in page]
        before = page[-1].place
    assert seen == [f"i-{number}" for number in range(119, 109, -1)]


def test_a_page_goes_on_beyond_what_is_looked_at_first(
    database: Database, search: SqlSearch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("command_center.storage.search._NEWEST", 2)
    monkeypatch.setattr("command_center.storage.search._CANDIDATES", 2)
    for number in range(120, 126):
        add(database, number, "Banjir" if number % 2 else "Banji")
    hits = search.find("banjir", limit=2)
    assert [hit.number for hit in hits] == [125, 123]
    assert [hit.number for hit in search.find("banjir", hits[-1].place)] == [121]


def test_what_is_shown_around_a_word_is_plain_and_short(
    database: Database, search: SqlSearch
) -> None:
    add(database, 130, "Laporan", address="x" * 300 + " <b>Kawi</b> " + "y" * 150)
    (hit,) = search.find("kawi")
    assert "<b>Kawi</b>" in hit.context
    assert len(hit.context) < 200


@pytest.mark.parametrize(
    "text", ["", "  ", "%", "'; DROP TABLE incident --", '"', "a", "NOT NULL", "*:&"]
)
def test_whatever_is_typed_is_only_words(database: Database, search: SqlSearch, text: str) -> None:
    if len(text) > 3:
        assert search.find(text) == []
    else:
        with pytest.raises(OperatorError, match="search_too_short"):
            search.find(text)
    with acting(database.storage) as work:
        assert work.find(Incident)


def test_words_are_cut_the_same_everywhere() -> None:
    assert words_in("Oro-oro Dowo, JL.KAWI_9  É2 x") == ["oro", "dowo", "jl", "kawi", "é2"]


def test_a_room_that_is_brought_up_finds_what_it_had(database_url: str) -> None:
    opened = open_database(database_url)
    rows.seed(opened.storage)
    add(opened, 140, "Pohon tumbang")
    with acting(opened.storage) as work:
        work.add(Note("n-1", 1, "i-140", "dekat alun-alun", "rina", NOW, None))
    opened.close()
    scripts = migrate_down(database_url)
    again = open_database(database_url, scripts=scripts)
    search = SqlSearch(again.engine)
    assert found(search, "tumbang alun") == ["i-140"]
    search.close()
    again.close()


def migrate_down(url: str) -> Path:
    with open_engine(url).begin() as connection:
        migrate.run(connection, migrations_dir(), "0003")
        tables = connection.execute(text("SELECT count(*) FROM incident")).scalar()
        assert tables
    return migrations_dir()


def test_what_many_say_of_one_incident_is_kept_in_pieces_and_found_once(
    database: Database, search: SqlSearch
) -> None:
    row = add(database, 150, "Ledakan gudang", address="Jl. Gatot Subroto")
    other = add(database, 151, "Ledakan ruko")
    with acting(database.storage) as work:
        for n in range(60):
            said = f"asap{n} makin tebal di gudang"
            work.add(Note(f"many-{n:02}", 1, row.id, said, "rina", NOW, None))
    with database.engine.connect() as connection:
        asked = text("SELECT length(text) FROM incident_text WHERE incident_id = :id")
        pieces = connection.execute(asked, {"id": row.id}).scalars().all()
    assert len(pieces) > 1
    assert max(pieces) < 1_100
    assert found(search, "asap0") == found(search, "asap59 gatot") == [row.id]
    assert found(search, "gudang tebal") == [row.id]
    seen = [search.find("ledakan", limit=1)[0]]
    while page := search.find("ledakan", seen[-1].place, limit=1):
        seen += page
    assert [hit.incident_id for hit in seen] == [row.id, other.id]
