"""A time that is to come, as people type it and as it is shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, tzinfo

from PySide6.QtCore import QCoreApplication

from command_center.domain.errors import OperatorError
from command_center.ui.detail.words import fill

translate = QCoreApplication.translate
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")
_DAY = re.compile(r"(\d{1,2})[-/](\d{1,2})(?:[-/](\d{4}))?")
_LATER = re.compile(r"\+(\d{1,4})\s*([mjh]?)")
_DAYS_ON = {
    "hariini": 0,
    "today": 0,
    "besok": 1,
    "tomorrow": 1,
    "lusa": 2,
}
_HALF_A_YEAR = timedelta(days=183)
_MOST_WORDS = 3


def read_due(text: str, now: datetime, zone: tzinfo) -> datetime:
    """`14:30`, `besok 14:30`, `24-11 14:30`, `24-11-2027 14:30`, `+90` (minutes), `+2j` (hours), in
    local time. OperatorError if it is none of them, or has passed: nothing is guessed."""
    typed = " ".join(text.split()).lower()
    later = _LATER.fullmatch(typed)
    if later is not None:
        minutes = int(later[1]) * (60 if later[2] in ("j", "h") else 1)
        return now + timedelta(minutes=minutes)
    *day_words, clock_word = typed.split() or [""]
    clock = _CLOCK.fullmatch(clock_word)
    if clock is None:
        raise OperatorError("due_unreadable", text=text.strip())
    local = now.astimezone(zone)
    day = _day_of("".join(day_words), local.date())
    if day is None:
        raise OperatorError("due_unreadable", text=text.strip())
    at = datetime.combine(day, time(int(clock[1]), int(clock[2])), zone)
    if at <= local and not day_words:
        raise OperatorError("due_passed_today", clock=clock_word)
    if at <= local:
        raise OperatorError("due_passed", text=text.strip())
    return at.astimezone(now.tzinfo)


def _day_of(words: str, today: date) -> date | None:
    """Of a day without a year the next one, unless it has only just passed: that is a slip."""
    if words in ("", *_DAYS_ON):
        return today + timedelta(days=_DAYS_ON.get(words, 0))
    found = _DAY.fullmatch(words)
    if found is None:
        return None
    try:
        day = date(int(found[3] or today.year), int(found[2]), int(found[1]))
        if not found[3] and today - day > _HALF_A_YEAR:
            day = day.replace(year=today.year + 1)
    except ValueError:
        return None
    return day


def split_due(words: Sequence[str], now: datetime, zone: tzinfo) -> tuple[datetime, str] | None:
    """The time that the words begin with, the longest, and the rest of them. None: with none;
    OperatorError: with one that has passed."""
    passed: OperatorError | None = None
    for length in range(min(_MOST_WORDS, len(words)), 0, -1):
        try:
            at = read_due(" ".join(words[:length]), now, zone)
        except OperatorError as error:
            passed = passed or (error if error.code != "due_unreadable" else None)
            continue
        return at, " ".join(words[length:])
    if passed is not None:
        raise passed
    return None


def due_text(at: datetime, now: datetime, zone: tzinfo) -> str:
    """ "14:30", "besok 14:30", "24-11 14:30", and with the year where it is another."""
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    clock = f"{local:%H:%M}"
    if local.date() == today:
        return clock
    if local.date() == today + timedelta(days=1):
        return fill(translate("Planned", "besok %1"), clock)
    return f"{local:%d-%m} {clock}" if local.year == today.year else f"{local:%d-%m-%Y} {clock}"
