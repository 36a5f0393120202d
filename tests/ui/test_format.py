"""A time that travelled as text, as the room writes it."""

from zoneinfo import ZoneInfo

import pytest

from command_center.ui.format import moment

MALANG = ZoneInfo("Asia/Jakarta")


def test_it_is_told_in_the_rooms_zone_with_its_year_where_that_matters() -> None:
    assert moment("2025-12-31T18:05:00+00:00", MALANG) == "01-01 01:05"
    assert moment("2025-12-31T18:05:00+00:00", MALANG, year=True) == "01-01-2026 01:05"


@pytest.mark.parametrize("text", ["", "kemarin", "9999-12-31T23:59:59+00:00"])
def test_what_is_no_time_of_ours_is_a_question_mark(text: str) -> None:
    assert moment(text, MALANG) == "?"
