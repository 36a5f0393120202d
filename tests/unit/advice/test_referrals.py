"""The table of referrals: whose an incident is, and by when the law wants an answer."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from command_center.advice.categories import categories
from command_center.advice.referrals import Deadline, rule_table
from tests.unit.geo.packs_for_tests import malang

FRIDAY = datetime(2026, 11, 20, 7, 0, tzinfo=UTC)
WIB = ZoneInfo("Asia/Jakarta")


def local_day(at: datetime) -> str:
    return at.astimezone(WIB).date().isoformat()


@pytest.mark.parametrize(
    ("since", "days", "working", "until"),
    [
        (FRIDAY, 3, False, "2026-11-23"),
        (FRIDAY, 1, True, "2026-11-23"),
        (FRIDAY, 7, True, "2026-12-01"),
        (FRIDAY + timedelta(days=1), 1, True, "2026-11-23"),
        (datetime(2026, 11, 20, 18, 0, tzinfo=UTC), 1, True, "2026-11-23"),
    ],
)
def test_days_are_counted_in_the_citys_own_calendar(
    since: datetime, days: int, working: bool, until: str
) -> None:
    due_at = rule_table().due_at(since, Deadline(days, working), local_day)
    assert local_day(due_at) == until
    assert due_at - since >= timedelta(days=days)
    assert due_at.timetz() == since.timetz()


def test_a_working_day_is_never_a_weekend() -> None:
    table = rule_table()
    for hour in range(0, 24 * 14, 5):
        since = FRIDAY + timedelta(hours=hour)
        day = table.due_at(since, Deadline(5, True), local_day).astimezone(WIB)
        assert day.weekday() < 5


def test_every_rule_names_its_law_and_an_agency_of_the_pack() -> None:
    codes = {agency.code for agency in malang().agencies}
    for rule in rule_table().rules.values():
        assert rule.source.startswith("UU ")
        assert set(rule.agencies) <= codes
        assert rule.act.days <= rule.more.days


def test_what_is_suggested_exists() -> None:
    codes = {agency.code for agency in malang().agencies}
    table = rule_table()
    assert set(table.suggest) <= categories().keys()
    assert {code for found in table.suggest.values() for code in found} <= codes
    assert set(table.words) <= codes


@pytest.mark.parametrize(
    ("category", "text", "offence"),
    [
        ("pelanggaran_pemilu", "", True),
        ("lainnya", "ada bagi bagi uang di RT 3", True),
        ("gangguan_ketertiban", "SERANGAN FAJAR di kampung", True),
        ("unjuk_rasa", "massa mendorong pagar KPU", False),
        ("pencurian", "uang dibagi dua", False),
    ],
)
def test_an_election_offence_is_bawaslus_before_anybodys(
    category: str, text: str, offence: bool
) -> None:
    table = rule_table()
    assert table.is_offence(category, text) is offence
    assert (table.suggested(category, text)[:2] == ("bawaslu", "gakkumdu")) is offence


def test_words_name_an_agency_beside_the_category() -> None:
    found = rule_table().suggested("pohon_tumbang", "pohon tumbang menimpa tiang listrik")
    assert found == ("dlh", "bpbd", "dpuprpkp", "pln")
