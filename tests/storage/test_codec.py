"""Values travel to the database, back, and into the log unchanged."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command_center.domain.entities import as_fields, iso, to_json
from command_center.storage.codec import codec_of
from command_center.storage.times import from_us, to_us, us_as_iso
from tests.storage import rows

TIMES = st.datetimes(datetime(1, 1, 1), datetime(9999, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(TIMES)
def test_a_time_is_exact(at: datetime) -> None:
    assert from_us(to_us(at)) == at
    assert us_as_iso(to_us(at)) == iso(at)


def test_a_local_time_is_the_same_moment() -> None:
    wib = rows.NOW.astimezone(timezone(timedelta(hours=7)))
    assert from_us(to_us(wib)) == rows.NOW
    assert from_us(to_us(wib)).tzinfo is UTC


def test_a_naive_time_is_refused() -> None:
    with pytest.raises(TypeError):
        to_us(rows.NOW.replace(tzinfo=None))


@pytest.mark.parametrize(
    "row",
    [rows.unit(), rows.incident(owner_id="rina"), rows.report(), rows.assignment(), rows.source()],
)
def test_a_row_from_the_database_reads_like_the_log(row: object) -> None:
    codec = codec_of(type(row))
    values = [codec.to_db(name, getattr(row, name)) for name in codec.fields]
    assert codec.row(values) == row
    assert codec.json_row(values) == to_json(as_fields(row))


def test_a_whole_number_of_degrees_is_a_float_everywhere() -> None:
    codec = codec_of(type(rows.incident()))
    assert repr(codec.to_json("lat", -8)) == repr(codec.to_db("lat", -8)) == "-8.0"
