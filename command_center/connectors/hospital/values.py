"""The simple types of EDXL-HAVE 1.0: text to a checked value, or the reason why it is none."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

LARGEST = 100_000
TEXT_LONGEST = 200
NAME_LONGEST = 40
Reader = Callable[[str], str]
_INTEGER = re.compile(r"[+-]?[0-9]{1,40}")
_TIME = re.compile(
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"
    r"T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2}):(?P<second>[0-9]{2})(?P<part>\.[0-9]{1,40})?"
    r"(?P<zone>Z|[+-][0-9]{2}:[0-9]{2})?"
)
_YEARS = range(1970, 3000)
_BOOLEANS = {"true": "true", "1": "true", "false": "false", "0": "false"}


class BadValue(Exception):
    """`code` says what is wrong with a value."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def count(text: str) -> str:
    """xs:integer, and never less than nothing."""
    if not _INTEGER.fullmatch(text):
        raise BadValue("not_a_whole_number" if text else "empty")
    number = int(text)
    if number < 0:
        raise BadValue("negative")
    if number > LARGEST:
        raise BadValue("too_large")
    return str(number)


def boolean(text: str) -> str:
    try:
        return _BOOLEANS[text]
    except KeyError as error:
        raise BadValue("not_true_or_false" if text else "empty") from error


def one_of(*values: str, also: dict[str, str] | None = None) -> Reader:
    """An enumeration; `also` = spellings of its values that the prose of the standard uses."""
    known = {**dict(zip(values, values, strict=True)), **(also or {})}

    def read(text: str) -> str:
        try:
            return known[text]
        except KeyError as error:
            raise BadValue("not_in_list" if text else "empty") from error

    return read


def words(text: str) -> str:
    """Free text; what is too long is cut, for a remark is no reason to lose a figure."""
    if not text:
        raise BadValue("empty")
    return text if len(text) <= TEXT_LONGEST else text[: TEXT_LONGEST - 1] + "…"


def name(text: str) -> str:
    """A value of somebody else's list."""
    if not text:
        raise BadValue("empty")
    if len(text) > NAME_LONGEST:
        raise BadValue("too_long")
    return text


def time(text: str) -> datetime:
    """xs:dateTime with its offset, which the standard demands: without it a figure has no age."""
    match = _TIME.fullmatch(text)
    if match is None:
        raise BadValue("not_a_time" if text else "empty")
    if match["zone"] is None:
        raise BadValue("time_without_zone")
    if int(match["year"]) not in _YEARS:
        raise BadValue("year_out_of_range")
    try:
        return _moment(match)
    except (ValueError, OverflowError) as error:
        raise BadValue("not_a_time") from error


def _moment(match: re.Match[str]) -> datetime:
    hour, more = int(match["hour"]), timedelta()
    if hour == 24 and match["minute"] == match["second"] == "00":
        hour, more = 0, timedelta(days=1)
    moment = datetime(
        int(match["year"]),
        int(match["month"]),
        int(match["day"]),
        hour,
        int(match["minute"]),
        int(match["second"]),
        int(((match["part"] or ".0")[1:7]).ljust(6, "0")),
        tzinfo=_zone(match["zone"]),
    )
    return (moment + more).astimezone(UTC)


def _zone(text: str) -> timezone:
    if text == "Z":
        return UTC
    hours, minutes = int(text[1:3]), int(text[4:6])
    if hours > 14 or minutes > 59 or (hours == 14 and minutes):
        raise ValueError(text)
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(-offset if text[0] == "-" else offset)
