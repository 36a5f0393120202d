"""What of a report is drawn: its course, its hours and its areas, as plain values."""

from __future__ import annotations

from dataclasses import dataclass

from command_center.domain.clocks import Clock
from command_center.situation.clock_history import Slice
from command_center.situation.period_report import Cut, PeriodReport, total
from command_center.ui.figures.words import group_name
from command_center.ui.map.rated import area_paths
from command_center.ui.map.viewport import Ground
from command_center.ui.reports.charts import Bar, Paths
from command_center.ui.seat import Seat


@dataclass(frozen=True, slots=True)
class Pictures:
    """`areas` = {area code: (its kecamatan, how many incidents there)}; a response without a target
    has None for `goal_s`."""

    course: tuple[Bar, ...]
    hours: tuple[Bar, ...]
    areas: dict[str, tuple[str, int]]
    paths: Paths
    goal_s: float | None


def pictures(report: PeriodReport, seat: Seat, paths: Paths) -> Pictures:
    response = report.told.clocks[Clock.RESPONSE]
    p90 = {name: spread.p90 for name, spread in response.cuts.get(Cut.COURSE, ())}
    course = report.told.incidents.cuts.get(Cut.COURSE, ())
    before = report.before.incidents.cuts.get(Cut.COURSE, ())
    then = [total(spread) for _, spread in before]
    hours = report.told.incidents.counts(Cut.HOUR)
    hours_before = report.before.incidents.counts(Cut.HOUR)
    return Pictures(
        tuple(
            Bar(_short(name), total(spread), then[at] if at < len(then) else None, p90.get(name))
            for at, (name, spread) in enumerate(course)
        ),
        tuple(
            Bar(hour, hours.get(hour, 0), hours_before.get(hour, 0))
            for hour in (f"{one:02}" for one in range(24))
        ),
        _areas(report, seat, paths),
        paths,
        response.goal_s,
    )


def _short(name: str) -> str:
    """The day of "2026-11-21", the hour of "2026-11-21 14"."""
    return name[-2:]


def city_paths(seat: Seat) -> Paths:
    """Takes a while the first time: the borders of the city are read."""
    return area_paths(seat.city, Ground.around(seat.city.centre))


def _areas(report: PeriodReport, seat: Seat, paths: Paths) -> dict[str, tuple[str, int]]:
    counts = report.told.incidents.counts(Cut.KECAMATAN)
    found: dict[str, tuple[str, int]] = {}
    for code in paths:
        above = seat.city.kecamatan_of(code)
        if above is not None:
            name = group_name(Slice.KECAMATAN, above, seat)
            found[code] = name, counts.get(above, 0)
    return found
