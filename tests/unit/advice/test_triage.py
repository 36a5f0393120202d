"""A suggested priority is the sum of a table's rows, and says which of them fired."""

from datetime import UTC, datetime, timedelta

import pytest

from command_center.advice.categories import categories, find_categories
from command_center.advice.triage import Facts, Row, Said, When, said, shipped_table, suggest
from command_center.advice.triage.score import Absent
from command_center.advice.triage.table import Table
from command_center.domain.incident import Priority
from command_center.geo.nearby import NearPlace

T0 = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)
TABLE = shipped_table()


def rows(category: str, text: str) -> list[str]:
    """Codes of the rows that fire, besides the category's own."""
    found = suggest(said(category, text), TABLE).fired
    return [row.code for row in found if row.when is not When.CATEGORY]


@pytest.mark.parametrize("code", sorted(categories()))
def test_without_words_a_category_ranks_as_the_code_book_shows_it(code: str) -> None:
    assert suggest(said(code, ""), TABLE).priority is categories()[code].priority


@pytest.mark.parametrize(
    ("category", "text", "priority", "points"),
    [
        ("laka_lantas", "ada korban luka", "P1", 6),
        ("laka_lantas", "ada korban", "P2", 4),
        ("laka_lantas", "tidak ada korban", "P2", 3),
        ("curanmor", "motor hilang kemarin", "P3", 1),
        ("perkelahian", "bawa CELURIT!", "P1", 4),
        ("begal", "tadi malam", "P2", 4),
        ("pencurian", "tadi malam, pelaku bawa pistol", "P1", 2),
        ("kemacetan", "macet panjang", "P4", 1),
        ("kemacetan", "anak pingsan", "P2", 4),
        ("tidak-dikenal", "halo", "P3", 2),
    ],
)
def test_points_add_up_and_floors_hold(
    category: str, text: str, priority: str, points: int
) -> None:
    found = suggest(said(category, text), TABLE)
    assert (found.priority.value, found.points) == (priority, points)


@pytest.mark.parametrize("no", ["tidak", "gak", "ga", "ndak", "nggak", "tdk", "bukan", "belum"])
def test_a_denied_word_does_not_count(no: str) -> None:
    assert rows("laka_lantas", f"{no} ada korban") == []


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("tidak ada satu pun korban", []),
        ("tidak terlihat ada korban", []),
        ("korban nihil", []),
        ("korban jiwa: nihil", []),
        ("tidak ada korban jiwa", []),
        ("tidak tahu persis di mana tetapi ada korban", ["victim"]),
        ("tidak ada polisi, ada korban", ["victim"]),
        ("bukan hanya korban", ["victim"]),
        ("warga tidak bisa keluar terjebak", ["life_in_danger"]),
        ("satu dua tiga tidak empat lima enam korban", ["victim"]),
    ],
)
def test_a_negation_reaches_three_words_within_its_clause(text: str, fires: list[str]) -> None:
    assert rows("lainnya", text) == fires


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("ruangan rapi", []),
        ("ada koprban", ["victim"]),
        ("bawa clrit celuirt", ["weapon"]),
        ("salam, baca koran, barang hilang", []),
        ("parah sekali", []),
        ("susah padam", []),
        ("tindak tegas", []),
        ("buka, terbuka", []),
        ("dia luki", []),
    ],
)
def test_only_long_words_may_be_misspelt_and_other_words_are_no_misspellings(
    text: str, fires: list[str]
) -> None:
    assert rows("lainnya", text) == fires


def test_every_row_that_fired_is_carried_with_its_points_floors_first() -> None:
    reasons = suggest(said("perkelahian", "ada korban, bawa celurit"), TABLE).reasons
    assert reasons[:3] == ("word:weapon:+1:P1", "category:perkelahian:+3", "word:victim:+1")


ELECTION = {"tps", "election_office", "name:gudang logistik"}


def test_an_election_office_with_a_point_says_nothing_of_polls_without_one() -> None:
    some = frozenset({"election_office"})
    base = Facts("lainnya", (Said("", "r", T0),), (), some, 12, 0, False)
    assert Absent.PLACES in suggest(base, TABLE).absent
    known = base._replace(placed=frozenset(ELECTION | {"school", "market", "hospital"}))
    assert suggest(known, TABLE).absent == ()
    near = (NearPlace("election_office", "kpu", 20.0),)
    assert "at_the_polls" in {row.code for row in suggest(base._replace(near=near), TABLE).fired}
    months_before = base._replace(election_days=-90, placed=known.placed - ELECTION)
    assert suggest(months_before, TABLE).absent == (), "the row is about four days"


def test_what_is_not_there_is_said_and_is_no_no() -> None:
    found = suggest(said("laka_lantas", ""), TABLE)
    assert set(found.absent) == set(Absent) - {Absent.PLACES, Absent.TABLE}
    full = Facts("laka_lantas", (Said("", "ref-1", T0),), (), hour=9, episode=False)
    assert suggest(full, TABLE).absent == (Absent.PLACES, Absent.ELECTION_DAY)
    placed = frozenset(ELECTION | {"school", "market", "hospital"})
    known = full._replace(placed=placed, election_days=0, episode=True)
    assert suggest(known, TABLE).absent == ()
    assert "episode:early_detection:+1" in suggest(known, TABLE).reasons


@pytest.mark.parametrize(
    ("days", "metres", "fires"), [(-4, 10, 0), (-3, 149, 1), (0, 151, 0), (1, 150, 1), (2, 10, 0)]
)
def test_the_polls_count_from_three_days_before_to_one_after(
    days: int, metres: float, fires: int
) -> None:
    near = (NearPlace("tps", "tps 01", metres),)
    facts = Facts("lainnya", (Said(""),), near, frozenset({"tps"}), 9, days)
    found = [row.code for row in suggest(facts, TABLE).fired]
    assert found.count("at_the_polls") == fires


def test_a_store_of_ballots_is_known_by_its_name_and_a_school_by_its_hours() -> None:
    near = (NearPlace("landmark", "gudang logistik kpu", 20), NearPlace("school", "sdn 1", 90))
    placed = frozenset({"name:gudang logistik", "school"})
    at_noon = suggest(Facts("lainnya", (Said(""),), near, placed, 12, 0), TABLE)
    at_night = suggest(Facts("lainnya", (Said(""),), near, placed, 23, 0), TABLE)
    assert {"at_the_polls", "at_a_school"} <= {row.code for row in at_noon.fired}
    assert "at_a_school" not in {row.code for row in at_night.fired}


@pytest.mark.parametrize(
    ("told", "fires", "unknown"),
    [
        ([("a", 0), ("b", 5), ("c", 9)], True, False),
        ([("a", 0), ("a", 1), ("a", 2), ("b", 3)], False, False),
        ([("a", 0), ("b", 5), ("c", 11)], False, False),
        ([("a", 0), ("", 1), ("", 2)], False, True),
        ([("", 0), ("a", 20), ("b", 25), ("c", 30)], True, False),
    ],
)
def test_three_persons_in_ten_minutes_count_not_three_messages(
    told: list[tuple[str, int]], fires: bool, unknown: bool
) -> None:
    reports = tuple(Said("", ref, T0 + timedelta(minutes=m)) for ref, m in told)
    found = suggest(Facts("lainnya", reports), TABLE)
    assert ("many_reporters" in {row.code for row in found.fired}) is fires
    assert (Absent.REPORTER in found.absent) is unknown


def test_of_several_reports_any_may_add_and_all_must_agree_to_take_away() -> None:
    def points(*texts: str) -> int:
        return suggest(Facts("laka_lantas", tuple(Said(text) for text in texts)), TABLE).points

    assert points("kemarin") == 2
    assert points("kemarin", "ada korban") == 4
    assert points("kemarin", "tadi malam") == 2


def test_hours_may_go_over_midnight() -> None:
    night = Row("night", When.TIME, (), 2, "malam", "night", hours=(22, 5))
    table = Table((night,))
    found = {
        hour: suggest(Facts("lainnya", (Said(""),), hour=hour), table).points
        for hour in (21, 22, 0, 4, 5)
    }
    assert found == {21: 0, 22: 2, 0: 2, 4: 2, 5: 0}


def test_one_row_may_set_a_priority_of_its_own() -> None:
    low = Row("low", When.CATEGORY, ("lainnya",), 0, "rendah", "low", sets=Priority.P2)
    assert suggest(said("lainnya", ""), Table((low,))).priority is Priority.P2


def test_type_ahead_finds_names_before_everyday_words() -> None:
    found = [c.code for c in find_categories("ke", categories())]
    assert found[:2] == ["kebakaran", "kemacetan"]
    assert "laka_lantas" in found
    assert found.index("kekerasan_anak") < found.index("laka_lantas")
    assert [c.code for c in find_categories("Fire", categories())] == ["kebakaran"]
    assert find_categories("zzz", categories()) == []
    assert len(find_categories("", categories())) == len(categories())
