"""The realised rate of alarms in words and rows, against what people can bear."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from command_center.situation.alarm_rate import (
    ACCEPTABLE,
    FLOOD,
    FLOOD_SHARE,
    AlarmRate,
    realised,
)
from command_center.ui.alarms.kinds import kind_name
from command_center.ui.format import count, decimal
from command_center.ui.seat import Seat
from command_center.ui.strip.words import seconds_text

translate = QCoreApplication.translate
DAY = timedelta(hours=24)


def rates(seat: Seat, now: datetime) -> tuple[AlarmRate, AlarmRate]:
    """Of this shift, at most a day of it, and of the last 24 hours."""
    alarms, shift = list(seat.situation.all("alarm")), seat.situation.shift
    began = max(shift.starts_at, now - DAY) if shift is not None else now - DAY
    return realised(alarms, began, now), realised(alarms, now - DAY, now)


def rate_text(rate: AlarmRate) -> str:
    """ "0,8 per 10 menit, banjir 0,0 %": at every seat, for each sees them all."""
    text = translate("Alarms", "%1 per 10 menit, banjir %2 %")
    text = text.replace("%1", decimal(rate.per_ten))
    return text.replace("%2", decimal(100 * rate.flood))


def target_text() -> str:
    text = translate("Alarms", "batas %1 per 10 menit, banjir (lebih dari %2 dalam 10 menit) %3 %")
    text = text.replace("%1", decimal(ACCEPTABLE, 0)).replace("%2", str(FLOOD))
    return text.replace("%3", decimal(100 * FLOOD_SHARE, 0))


def both_text(shift: AlarmRate, day: AlarmRate) -> str:
    """What the head of the panels says; the n of each stands with it."""
    parts = (
        (translate("Alarms", "regu ini"), shift),
        (translate("Alarms", "24 jam"), day),
    )
    return " · ".join(f"{name}: {rate_text(rate)} (n {count(rate.raised)})" for name, rate in parts)


def short_text(shift: AlarmRate, day: AlarmRate) -> tuple[str, bool]:
    """For a narrow place, and whether people can bear it."""
    text = translate("Alarms", "Alarm per 10 menit: regu ini %1, 24 jam %2; banjir %3 %")
    text = text.replace("%1", decimal(shift.per_ten)).replace("%2", decimal(day.per_ten))
    bearable = shift.bearable and day.bearable
    return text.replace("%3", decimal(100 * day.flood)), bearable


def rate_head() -> tuple[str, ...]:
    return (
        translate("Alarms", "Siapa atau apa"),
        translate("Alarms", "Meja"),
        translate("Alarms", "Regu ini"),
        translate("Alarms", "24 jam"),
        translate("Alarms", "Per 10 menit, 24 jam"),
        translate("Alarms", "Dijawab dalam P50 / P90"),
    )


def rate_rows(shift: AlarmRate, day: AlarmRate, seat: Seat) -> list[tuple[str, ...]]:
    """Operators by how many they answered, then the kinds by how many there were."""
    of_shift = {person.staff_id: person.count for person in shift.people}
    rows: list[tuple[str, ...]] = []
    for person in day.people:
        staff = seat.situation.staff(person.staff_id)
        rows.append(
            (
                staff.name if staff else person.staff_id,
                staff.seat if staff else "",
                count(of_shift.get(person.staff_id, 0)),
                count(person.count),
                decimal(person.per_ten, 2),
                f"{seconds_text(person.p50_s)} / {seconds_text(person.p90_s)}",
            )
        )
    kinds, tens = dict(shift.by_type), DAY / timedelta(minutes=10)
    for kind, number in day.by_type:
        per_ten = decimal(number / tens, 2)
        here, name = count(kinds.get(kind, 0)), kind_name(kind)
        rows.append((name, "", here, count(number), per_ten, ""))
    return rows
