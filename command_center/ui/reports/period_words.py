"""A report of a period as tables: plain cells, no name, number or word of any reporter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from command_center.documents.figures import Cell, Sheet
from command_center.domain.clocks import Clock
from command_center.domain.room import RoomKind
from command_center.situation.clock_history import Slice
from command_center.situation.figures import Spread
from command_center.situation.period_report import (
    KINDS,
    ClockTold,
    Cut,
    PeriodReport,
    Told,
    total,
)
from command_center.ui.detail.words import fill
from command_center.ui.figures.scan import NONE
from command_center.ui.figures.words import group_name, within_text
from command_center.ui.format import clock as hour_text
from command_center.ui.format import count, decimal, number_sign, short_stopwatch
from command_center.ui.seat import Seat
from command_center.ui.strip.words import NOTHING, clock_name, left_name, left_text, seconds_text

translate = QCoreApplication.translate
CLOCKS = (Clock.ANSWER, Clock.CALLBACK, *KINDS[0], *KINDS[1])
_SLICES = {
    Cut.SOURCE: Slice.SOURCE,
    Cut.CATEGORY: Slice.CATEGORY,
    Cut.KECAMATAN: Slice.KECAMATAN,
}


@dataclass(frozen=True, slots=True)
class Written:
    """What a report is shown and printed as; `title` names its period."""

    title: str
    notes: tuple[str, ...]
    summary: Sheet
    clocks: Sheet
    counts: dict[Cut, Sheet]
    matrix: dict[Cut, Sheet]
    whole: dict[Cut, Sheet]
    late: Sheet

    def for_paper(self) -> list[Sheet]:
        cuts = (cut for cut in Cut if cut is not Cut.COURSE)
        return [self.summary, self.clocks, *(self.matrix[cut] for cut in cuts), self.late]

    def for_workbook(self) -> list[Sheet]:
        return [self.summary, self.clocks, *self.counts.values(), *self.whole.values(), self.late]


def written(report: PeriodReport, title: str, seat: Seat, now: datetime) -> Written:
    """Beside the words of the screen those of the room: sources, agencies, kecamatan."""
    notes = tuple(_notes(report, title, seat, now))
    return Written(
        title,
        notes,
        _summary(report, notes),
        _clocks(report),
        {cut: _counts(report, cut, seat) for cut in Cut},
        {cut: _matrix(report, cut, seat) for cut in Cut},
        {cut: _whole(report.told, cut, seat) for cut in Cut},
        _late(report, seat),
    )


def _notes(report: PeriodReport, title: str, seat: Seat, now: datetime) -> Iterator[str]:
    period, room, zone = report.told.period, seat.situation.room, seat.zone
    if seat.room_kind is RoomKind.EXERCISE:
        yield translate("Reports", "LATIHAN: bukan angka ruang ini")
    yield f"{room.name if room else ''} · {title}"
    beside = translate("Reports", "dibandingkan dengan %1 – %2")
    ends = [f"{at.astimezone(zone):%d-%m-%Y %H:%M}" for at in (period.before, period.since)]
    yield fill(beside, *ends)
    made = translate("Reports", "Dibuat %1; %2 baris dibaca")
    at = f"{now.astimezone(zone):%d-%m-%Y} {hour_text(now, zone)}"
    yield fill(made, at, count(report.told.read))


def change_text(now: int, before: int) -> str:
    """ "+12 (+8 %)"; without a share where there was nothing before."""
    if now == before:
        return "0"
    sign = f"{now - before:+d}".replace("-", "−")
    if not before:
        return sign
    share = decimal(100 * (now - before) / before, 0).replace("-", "−")
    return f"{sign} ({'+' if now >= before else ''}{share} %)"


# --- the whole of it ------------------------------------------------------------------------------


def _summary(report: PeriodReport, notes: tuple[str, ...]) -> Sheet:
    told, before = report.told, report.before
    rows: list[tuple[Cell, ...]] = []

    def add(name: str, now: int, then: int) -> None:
        rows.append((name, now, then, change_text(now, then)))

    add(translate("Reports", "Kejadian"), told.incidents.number, before.incidents.number)
    for why in sorted({*told.apart, *before.apart}):
        name = fill(translate("Reports", "di antaranya %1"), left_name(why))
        add(f"  {name}", told.apart.get(why, 0), before.apart.get(why, 0))
    add(translate("Reports", "Perintah kepada unit"), told.orders.number, before.orders.number)
    add(translate("Reports", "Telepon 110"), told.calls.number, before.calls.number)
    late = [sum(one.late for one in each.clocks.values()) for each in (told, before)]
    add(translate("Reports", "Lewat target, semua jam"), *late)
    return Sheet(
        translate("Reports", "Ringkasan"), notes, _beside(translate("Reports", "Hal")), rows
    )


def _beside(first: str) -> tuple[str, ...]:
    now, then = translate("Reports", "Kurun ini"), translate("Reports", "Sebelumnya")
    return first, now, then, translate("Reports", "Selisih")


def _clocks(report: PeriodReport) -> Sheet:
    head = (
        translate("Reports", "Jam"),
        translate("Reports", "Target"),
        "n",
        "P50",
        "P90",
        "P95",
        translate("Reports", "Dalam target"),
        translate("Reports", "P90 sebelumnya"),
        translate("Reports", "Tidak dihitung"),
        translate("Reports", "Sebab"),
        translate("Reports", "Masih berjalan"),
    )
    rows = [_clock_row(report.told.clocks[clock], report.before.clocks[clock]) for clock in CLOCKS]
    return Sheet(translate("Reports", "Jam tanggap"), (), head, rows)


def _clock_row(now: ClockTold, then: ClockTold) -> tuple[Cell, ...]:
    spread = now.whole
    return (
        clock_name(now.clock),
        NOTHING if now.goal_s is None else short_stopwatch(now.goal_s),
        _used(spread),
        seconds_text(spread.p50),
        seconds_text(spread.p90),
        seconds_text(spread.p95),
        within_text(spread),
        seconds_text(then.whole.p90),
        spread.left_out,
        left_text(spread.left),
        spread.running,
    )


def _used(spread: Spread) -> str:
    return f"{count(spread.used)}!" if spread.few and spread.used else count(spread.used)


# --- cut ------------------------------------------------------------------------------------------


def cut_name(cut: Cut) -> str:
    return {
        Cut.SOURCE: translate("Reports", "Sumber"),
        Cut.CATEGORY: translate("Reports", "Jenis"),
        Cut.KECAMATAN: translate("Reports", "Kecamatan"),
        Cut.AGENCY: translate("Reports", "Instansi"),
        Cut.HOUR: translate("Reports", "Jam kejadian"),
        Cut.COURSE: translate("Reports", "Perjalanan"),
    }[cut]


def named(cut: Cut, group: str, seat: Seat) -> str:
    """Plain text; some of it comes from outside."""
    if cut in _SLICES:
        return group_name(_SLICES[cut], group, seat)
    if cut is Cut.AGENCY:
        agency = seat.situation.agency(group)
        return agency.short if agency else translate("Clocks", "tidak diketahui")
    return f"{group}.00" if cut is Cut.HOUR else group


def counted(told: Told, cut: Cut) -> ClockTold:
    """What is counted under each group: orders by agency, incidents otherwise."""
    return told.orders if cut is Cut.AGENCY else told.incidents


def _groups(report: PeriodReport, cut: Cut) -> list[str]:
    """Every group that any clock has, of now and before: hours and days as they come, the others
    by how many there are."""
    counts = counted(report.told, cut).counts(cut)
    before = counted(report.before, cut).counts(cut) if cut is not Cut.COURSE else {}
    clocks = report.told.clocks.values()
    names = {name for clock in clocks for name, spread in clock.cuts.get(cut, ()) if total(spread)}
    groups = sorted({*counts, *before, *names})
    if cut in (Cut.HOUR, Cut.COURSE):
        return groups
    return sorted(groups, key=lambda group: (group == NONE, -counts.get(group, 0), group))


def _counts(report: PeriodReport, cut: Cut, seat: Seat) -> Sheet:
    rows = _count_rows(report, cut, seat)
    title = fill(translate("Reports", "Jumlah menurut %1"), cut_name(cut).lower())
    return Sheet(title, _what(cut), _beside(cut_name(cut)), [tuple(row) for row in rows])


def _what(cut: Cut) -> tuple[str, ...]:
    if cut is Cut.AGENCY:
        return (translate("Reports", "Jumlah perintah menurut instansi unitnya."),)
    return ()


def _count_rows(report: PeriodReport, cut: Cut, seat: Seat) -> list[list[Cell]]:
    now = counted(report.told, cut).counts(cut)
    then = counted(report.before, cut).counts(cut)
    rows: list[list[Cell]] = []
    for group in _groups(report, cut):
        here, there = now.get(group, 0), then.get(group, 0)
        beside: list[Cell] = [NOTHING, NOTHING]
        if cut is not Cut.COURSE:  # no day of this month is a day of the one before
            beside = [there, change_text(here, there)]
        rows.append([named(cut, group, seat), here, *beside])
    return rows


def _matrix(report: PeriodReport, cut: Cut, seat: Seat) -> Sheet:
    """P90 and n of each clock for each group, on one line."""
    shown = [clock for clock in CLOCKS if report.told.clocks[clock].cuts.get(cut)]
    spreads = {clock: dict(report.told.clocks[clock].cuts[cut]) for clock in shown}
    groups, rows = _groups(report, cut), _count_rows(report, cut, seat)
    for group, row in zip(groups, rows, strict=True):
        row += [_p90(spreads[clock].get(group)) for clock in shown]
    clocks = (clock_name(clock).replace("→", "→ ") for clock in shown)
    head = (*_beside(cut_name(cut)), *clocks)
    title = fill(translate("Reports", "Menurut %1"), cut_name(cut).lower())
    notes = (*_what(cut), translate("Reports", "Tiap jam: P90, dan dalam kurung n."))
    return Sheet(title, notes, head, [tuple(row) for row in rows])


def _p90(spread: Spread | None) -> str:
    if spread is None or not spread.used:
        return NOTHING
    return f"{seconds_text(spread.p90)} ({_used(spread)})"


def _whole(told: Told, cut: Cut, seat: Seat) -> Sheet:
    """Every clock of every group with all that is known of it; seconds as numbers."""
    head = (
        cut_name(cut), translate("Reports", "Jam"), "n", "P50 (s)", "P90 (s)", "P95 (s)",
        translate("Reports", "Dalam target"), translate("Reports", "Tidak dihitung"),
        translate("Reports", "Sebab"), translate("Reports", "Masih berjalan"),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    for clock in CLOCKS:
        for group, spread in sorted(told.clocks[clock].cuts.get(cut, ())):
            values = (spread.used, spread.p50, spread.p90, spread.p95, spread.within)
            name = named(cut, group, seat)
            left = (spread.left_out, left_text(spread.left), spread.running)
            rows.append((name, clock_name(clock), *values, *left))
    title = fill(translate("Reports", "Jam per %1"), cut_name(cut).lower())
    return Sheet(title, (), head, rows)


# --- late -----------------------------------------------------------------------------------------


def _late(report: PeriodReport, seat: Seat) -> Sheet:
    head = (
        translate("Reports", "Jam"),
        translate("Reports", "Kejadian"),
        translate("Reports", "Waktu"),
        translate("Reports", "Lama"),
        translate("Reports", "Lewat target"),
        translate("Reports", "Jenis"),
        translate("Reports", "Unit"),
        translate("Reports", "Alasan tercatat"),
    )
    notes: list[str] = []
    rows: list[tuple[Cell, ...]] = []
    for clock in CLOCKS:
        told = report.told.clocks[clock]
        if told.late > len(told.slowest):
            text = translate("Reports", "%1: %2 terlama dari %3 yang lewat target")
            numbers = count(len(told.slowest)), count(told.late)
            notes.append(fill(text, clock_name(clock), *numbers))
        rows += _late_rows(report, told, seat)
    return Sheet(translate("Reports", "Lewat target dan alasannya"), tuple(notes), head, rows)


def _late_rows(report: PeriodReport, told: ClockTold, seat: Seat) -> Iterator[tuple[Cell, ...]]:
    for sample in told.slowest:
        unit = seat.situation.unit(sample.unit_id) if sample.unit_id else None
        yield (
            clock_name(told.clock),
            number_sign(sample.number) if sample.number else translate("Clocks", "telepon"),
            f"{sample.at.astimezone(seat.zone):%d-%m-%Y %H:%M:%S}",
            seconds_text(sample.seconds),
            f"+{short_stopwatch((sample.seconds or 0.0) - (told.goal_s or 0.0))}",
            group_name(Slice.CATEGORY, sample.category, seat) if sample.category else NOTHING,
            unit.call_sign if unit else NOTHING,
            report.reasons.get(sample.incident_id, NOTHING),
        )
