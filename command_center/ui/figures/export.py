"""The answer as it is shown, as tables of a file: no name, no number, no text of any reporter."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from command_center.documents.figures import Cell, Sheet
from command_center.situation.clock_history import Answer
from command_center.situation.figures import SHARES, Spread
from command_center.ui.figures.words import group_name, outlier_head, slice_name, summary
from command_center.ui.format import clock, number_sign
from command_center.ui.leaving import leaving_path, leaving_sheets
from command_center.ui.seat import Seat
from command_center.ui.strip.words import clock_name, left_text

translate = QCoreApplication.translate


def export_file(seat: Seat, answer: Answer, suffix: str) -> Path:
    """In the room's own folder; only codes of ours and dates are in its name."""
    asked = answer.question
    since, until = (at.astimezone(seat.zone) for at in (asked.since, asked.until))
    name = f"angka-{asked.clock.value}-{since:%Y%m%d}-{until:%Y%m%d}-{asked.by.value}"
    return leaving_path(seat, f"{name}.{suffix}")


def sheets(seat: Seat, answer: Answer, now: datetime) -> list[Sheet]:
    """Groups, course and outliers; seconds as numbers."""
    asked = answer.question
    since, until = (at.astimezone(seat.zone) for at in (asked.since, asked.until))
    room = seat.situation.room
    notes = [
        f"{room.name if room else ''} · {clock_name(asked.clock)}",
        f"{since:%d-%m-%Y %H:%M} – {until:%d-%m-%Y %H:%M}",
        *(summary(answer, share) for share in SHARES),
        translate("Clocks", "Dibuat %1").replace(
            "%1", f"{now.astimezone(seat.zone):%d-%m-%Y} {clock(now, seat.zone)}"
        ),
    ]
    if asked.only is not None:
        name = group_name(asked.by, asked.only, seat)
        notes.append(f"{slice_name(asked.by)}: {name}")
    by_group = _head(slice_name(asked.by))
    by_time = _head(translate("Clocks", "Waktu"))
    told = [
        Sheet(translate("Clocks", "Kelompok"), notes, by_group, _groups(seat, answer)),
        Sheet(translate("Clocks", "Perjalanan"), (), by_time, _course(answer)),
        Sheet(translate("Clocks", "Terlama"), (), outlier_head(), _outliers(seat, answer)),
    ]
    return leaving_sheets(seat, told)


def _head(first: str) -> tuple[str, ...]:
    return (
        first,
        "n",
        "P50 (s)",
        "P90 (s)",
        "P95 (s)",
        translate("Clocks", "Dalam target"),
        translate("Clocks", "Tidak dihitung"),
        translate("Clocks", "Sebab"),
    )


def _cells(name: str, spread: Spread) -> tuple[Cell, ...]:
    values = (name, spread.used, spread.p50, spread.p90, spread.p95, spread.within)
    return (*values, spread.left_out, left_text(spread.left))


def _groups(seat: Seat, answer: Answer) -> list[tuple[Cell, ...]]:
    by = answer.question.by
    return [_cells(group_name(by, group, seat), spread) for group, spread in answer.groups]


def _course(answer: Answer) -> list[tuple[Cell, ...]]:
    return [_cells(f"{at:%Y-%m-%d %H:%M}", spread) for at, spread in answer.points]


def _outliers(seat: Seat, answer: Answer) -> list[tuple[Cell, ...]]:
    return [
        (
            number_sign(sample.number) if sample.number else "",
            f"{sample.at.astimezone(seat.zone):%Y-%m-%d %H:%M:%S}",
            sample.seconds,
            sample.category,
            sample.priority,
        )
        for sample in answer.outliers
    ]
