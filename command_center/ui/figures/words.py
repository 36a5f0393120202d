"""What the history of the clocks says: periods, slices, groups and the cells of its tables."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from command_center.domain.clocks import Sample
from command_center.situation.clock_history import Answer, Slice
from command_center.situation.figures import Spread
from command_center.ui.detail.names import shown_title
from command_center.ui.figures.scan import NONE
from command_center.ui.format import clock, count, decimal, number_sign, short_stopwatch
from command_center.ui.seat import Seat
from command_center.ui.strip.words import NOTHING, left_text, seconds_text, share_name

translate = QCoreApplication.translate


class Period(StrEnum):
    TODAY = "today"
    YESTERDAY = "yesterday"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    EVER = "ever"


_DAYS = {Period.WEEK: 7, Period.MONTH: 30, Period.QUARTER: 90, Period.YEAR: 365}


def span(period: Period, now: datetime, seat: Seat) -> tuple[datetime, datetime]:
    """From when until before when, in whole local days; today ends with the day."""
    local = now.astimezone(seat.zone)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    tomorrow = midnight + timedelta(days=1)
    if period is Period.TODAY:
        return midnight, tomorrow
    if period is Period.YESTERDAY:
        return midnight - timedelta(days=1), midnight
    if period is Period.EVER:
        return datetime(2000, 1, 1, tzinfo=seat.zone), tomorrow
    return tomorrow - timedelta(days=_DAYS[period]), tomorrow


def period_name(period: Period) -> str:
    return {
        Period.TODAY: translate("Clocks", "Hari ini"),
        Period.YESTERDAY: translate("Clocks", "Kemarin"),
        Period.WEEK: translate("Clocks", "7 hari"),
        Period.MONTH: translate("Clocks", "30 hari"),
        Period.QUARTER: translate("Clocks", "90 hari"),
        Period.YEAR: translate("Clocks", "1 tahun"),
        Period.EVER: translate("Clocks", "Semua"),
    }[period]


def slice_name(by: Slice) -> str:
    return {
        Slice.SOURCE: translate("Clocks", "Sumber"),
        Slice.CATEGORY: translate("Clocks", "Jenis"),
        Slice.KECAMATAN: translate("Clocks", "Kecamatan"),
        Slice.SHIFT: translate("Clocks", "Regu jaga"),
        Slice.PRIORITY: translate("Clocks", "Prioritas"),
    }[by]


def group_name(by: Slice, group: str, seat: Seat) -> str:
    """Plain text; some of it comes from outside."""
    if group == NONE:
        return translate("Clocks", "tidak diketahui")
    if by is Slice.SOURCE:
        source = seat.situation.source(group)
        return source.name if source else group
    if by is Slice.CATEGORY:
        return shown_title(group, group)
    if by is Slice.KECAMATAN:
        place = seat.city.gazetteer.by_code(group)
        return place.name if place else group
    return group


def within_text(spread: Spread) -> str:
    """A share of the target that says its n: "71 % (164 dari 231)"."""
    if spread.within is None or not spread.used:
        return NOTHING
    share = decimal(100 * spread.within / spread.used, 0)
    text = translate("Clocks", "%1 % (%2 dari %3)").replace("%1", share)
    return text.replace("%2", count(spread.within)).replace("%3", count(spread.used))


def used_text(spread: Spread) -> str:
    """The n; a small one is marked."""
    return f"{count(spread.used)}!" if spread.few and spread.used else count(spread.used)


def group_head(by: Slice) -> tuple[str, ...]:
    return (
        slice_name(by),
        "n",
        "P50",
        "P90",
        "P95",
        translate("Clocks", "Dalam target"),
        translate("Clocks", "Tidak dihitung"),
    )


def group_cells(by: Slice, group: str, spread: Spread, seat: Seat) -> tuple[str, ...]:
    left = left_text(spread.left)
    return (
        group_name(by, group, seat),
        used_text(spread),
        seconds_text(spread.p50),
        seconds_text(spread.p90),
        seconds_text(spread.p95),
        within_text(spread),
        f"{count(spread.left_out)}: {left}" if left else "0",
    )


def outlier_head() -> tuple[str, ...]:
    return (
        translate("Clocks", "Kejadian"),
        translate("Clocks", "Waktu"),
        translate("Clocks", "Lama"),
        translate("Clocks", "Jenis"),
        translate("Clocks", "Prioritas"),
    )


def outlier_cells(sample: Sample, seat: Seat) -> tuple[str, ...]:
    local = sample.at.astimezone(seat.zone)
    return (
        number_sign(sample.number) if sample.number else translate("Clocks", "telepon"),
        f"{local:%d-%m-%Y} {clock(sample.at, seat.zone)}",
        seconds_text(sample.seconds),
        shown_title(sample.category, sample.category) if sample.category else NOTHING,
        sample.priority or NOTHING,
    )


def summary(answer: Answer, share: float) -> str:
    """The figure, its n, its target and what was left out, in one line."""
    whole, goal_s = answer.whole, answer.question.goal_s
    parts = [f"{share_name(share)} {seconds_text(whole.at(share))}", f"n {used_text(whole)}"]
    if goal_s is not None:
        target = translate("Clocks", "target %1: %2").replace("%1", short_stopwatch(goal_s))
        parts.append(target.replace("%2", within_text(whole)))
    if whole.left:
        left = translate("Clocks", "tidak dihitung: %1").replace("%1", left_text(whole.left))
        parts.append(left)
    if whole.running:
        running = translate("Clocks", "%1 masih berjalan").replace("%1", count(whole.running))
        parts.append(running)
    return " · ".join(parts)
