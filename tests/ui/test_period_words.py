"""The tables of a report of a period hold the numbers of the report and no others."""

import random
from datetime import timedelta
from typing import Any

from command_center.domain.clocks import Clock, LeftOut
from command_center.situation.figures import Spread
from command_center.situation.period_report import ClockTold, Cut, Period, PeriodReport, Told
from command_center.ui.reports.period_words import CLOCKS, Written, written
from command_center.ui.strip.words import clock_name
from tests.ui.scene import NOW
from tests.ui.seats import Desk

GROUPS = {
    Cut.SOURCE: ("110", "jmp"),
    Cut.CATEGORY: ("tawuran", "banjir", ""),
    Cut.KECAMATAN: ("35.73.01", "35.73.04"),
    Cut.AGENCY: ("samapta", "lantas"),
    Cut.HOUR: ("08", "21"),
    Cut.COURSE: ("2026-11-20", "2026-11-21"),
}
PERIOD = Period(NOW - timedelta(days=2), NOW, NOW - timedelta(days=4), daily=True)


def told(chance: random.Random, period: Period) -> Told:
    def spread() -> Spread:
        used, left = chance.randrange(1, 2_000), {LeftOut.MISSING: chance.randrange(1, 50)}
        p50, p90, p95 = sorted(float(chance.randrange(5, 3_000)) for _ in range(3))
        return Spread(used, p50, p90, p95, left, chance.randrange(9), chance.randrange(used + 1))

    clocks = {
        clock: ClockTold(
            clock, 600.0, spread(),
            {cut: tuple((name, spread()) for name in names) for cut, names in GROUPS.items()},
        )
        for clock in Clock
    }  # fmt: skip
    return Told(period, clocks, 12_345)


def all_of(spread: Spread) -> int:
    return spread.used + sum(spread.left.values()) + spread.running


def tables(desk: Desk) -> tuple[PeriodReport, Written]:
    chance = random.Random(8)
    report = PeriodReport(told(chance, PERIOD), told(chance, PERIOD.earlier))
    return report, written(report, "November 2026", desk.seat, NOW)


def test_what_is_counted_is_beside_what_was_before(desk: Desk) -> None:
    report, shown = tables(desk)
    both = (report.told.clocks, report.before.clocks)
    found = {str(row[0]).strip(): row[1:3] for row in shown.summary.rows}
    for name, clock in (
        ("Kejadian", Clock.VERIFY),
        ("Perintah kepada unit", Clock.ACCEPT),
        ("Telepon 110", Clock.ANSWER),
    ):
        assert found[name] == tuple(all_of(clocks[clock].whole) for clocks in both)
    over = [
        sum(one.whole.used - (one.whole.within or 0) for one in clocks.values()) for clocks in both
    ]
    assert found["Lewat target, semua jam"] == tuple(over)
    assert any("12345" in note.replace(",", "").replace(".", "") for note in shown.notes)
    for cut, names in GROUPS.items():
        clock = Clock.ACCEPT if cut is Cut.AGENCY else Clock.VERIFY
        now, then = (dict(clocks[clock].cuts[cut]) for clocks in both)
        wanted = sorted((all_of(now[name]), all_of(then[name])) for name in names)
        rows: list[Any] = [row[1:3] for row in shown.counts[cut].rows]
        if cut is Cut.COURSE:
            assert sorted(row[0] for row in rows) == [number for number, _ in wanted]
        else:
            assert sorted(rows) == wanted, cut


def test_every_clock_of_every_group_is_there_with_its_figures(desk: Desk) -> None:
    report, shown = tables(desk)
    for row, clock in zip(shown.clocks.rows, CLOCKS, strict=True):
        whole = report.told.clocks[clock].whole
        left = sum(whole.left.values())
        assert (row[0], row[8], row[10]) == (clock_name(clock), left, whole.running)
        digits = "".join(letter for letter in str(row[2]) if letter.isdigit())
        assert int(digits) == whole.used
    for cut in Cut:
        wanted = sorted(
            (clock_name(clock), s.used, s.p50, s.p90, s.p95, s.within, s.left_out, s.running)
            for clock in CLOCKS
            for _, s in report.told.clocks[clock].cuts[cut]
        )
        rows = [(*row[1:8], row[9]) for row in shown.whole[cut].rows]
        assert sorted(rows, key=str) == sorted(wanted, key=str), cut
