"""Times as the database keeps them: whole microseconds since 1970-01-01 UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY_US = 86_400_000_000


def to_us(at: datetime) -> int:
    """Exact: no float on the way. Naive times are refused by the subtraction."""
    since = at - EPOCH
    return since.days * _DAY_US + since.seconds * 1_000_000 + since.microseconds


def from_us(microseconds: int) -> datetime:
    return EPOCH + timedelta(microseconds=microseconds)


@lru_cache(maxsize=4096)
def _date(day: int) -> str:
    return (EPOCH + timedelta(days=day)).date().isoformat()


def us_as_iso(microseconds: int) -> str:
    """The text that `domain.entities.iso` gives for the same time, several times faster."""
    day, rest = divmod(microseconds, _DAY_US)
    seconds, micro = divmod(rest, 1_000_000)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return f"{_date(day)}T{hour:02}:{minute:02}:{second:02}.{micro:06}Z"
