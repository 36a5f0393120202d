"""Which shift, day or month a report is about."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from command_center.situation.period_report import Period
from command_center.situation.report_words import DAYS, MONTHS
from command_center.ui.detail.words import fill
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
_SHIFT = timedelta(hours=8)
"""Of a room that has no shift yet."""


class Kind(StrEnum):
    SHIFT = "regu"
    DAY = "harian"
    MONTH = "bulanan"


def period_of(kind: Kind, back: int, seat: Seat) -> Period:
    """The one of now, or so many of them before."""
    local = seat.live.now().astimezone(seat.zone)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    if kind is Kind.DAY:
        since, day = midnight - timedelta(days=back), timedelta(days=1)
        return Period(since, since + day, since - day)
    if kind is Kind.MONTH:
        since = _month(midnight, -back)
        return Period(since, _month(since, 1), _month(since, -1), daily=True)
    return _shift(seat, local, back)


def _month(at: datetime, on: int) -> datetime:
    months = at.year * 12 + at.month - 1 + on
    return at.replace(year=months // 12, month=months % 12 + 1, day=1)


def _shift(seat: Seat, now: datetime, back: int) -> Period:
    rows = sorted(seat.situation.all("shift"), key=lambda row: row.starts_at)
    rows = [row for row in rows if row.starts_at <= now]
    if not rows:
        return Period(now - _SHIFT, now, now - 2 * _SHIFT)
    at = max(0, len(rows) - 1 - back)
    row, later = rows[at], rows[at + 1 : at + 2]
    until = later[0].starts_at if later else now
    if row.ends_at is not None:
        until = min(until, row.ends_at) if later else row.ends_at
    until = max(until, row.starts_at + timedelta(minutes=1))
    before = rows[at - 1].starts_at if at else row.starts_at - (until - row.starts_at)
    return Period(row.starts_at, until, before)


def kind_name(kind: Kind) -> str:
    return {
        Kind.SHIFT: translate("Reports", "Regu jaga"),
        Kind.DAY: translate("Reports", "Harian"),
        Kind.MONTH: translate("Reports", "Bulanan"),
    }[kind]


def period_title(kind: Kind, period: Period, seat: Seat) -> str:
    """Of which time it is, in the words of the calendar."""
    since = period.since.astimezone(seat.zone)
    month = MONTHS[since.month - 1]
    if kind is Kind.MONTH:
        return fill(translate("Reports", "Laporan bulanan %1 %2"), month, str(since.year))
    if kind is Kind.DAY:
        day = f"{DAYS[since.weekday()]}, {since.day} {month} {since.year}"
        return fill(translate("Reports", "Laporan harian %1"), day)
    until = period.until.astimezone(seat.zone)
    text = translate("Reports", "Laporan regu %1, %2–%3")
    return fill(text, _shift_name(seat, period), f"{since:%d-%m-%Y %H:%M}", f"{until:%H:%M}")


def _shift_name(seat: Seat, period: Period) -> str:
    rows = (row for row in seat.situation.all("shift") if row.starts_at == period.since)
    return next((str(row.name) for row in rows), "")
