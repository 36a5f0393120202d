"""The words of instructions, tasks and notes."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication

from command_center.domain.instruction import AddresseeKind, HeardBy, Repeats, RoomTask
from command_center.situation.situation import Situation
from command_center.ui.detail.words import fill
from command_center.ui.format import clock

translate = QCoreApplication.translate


def day_names() -> tuple[str, ...]:
    """Monday first."""
    return (
        translate("Instructions", "Senin"),
        translate("Instructions", "Selasa"),
        translate("Instructions", "Rabu"),
        translate("Instructions", "Kamis"),
        translate("Instructions", "Jumat"),
        translate("Instructions", "Sabtu"),
        translate("Instructions", "Minggu"),
    )


def addressee_text(kind: AddresseeKind, addressee: str, situation: Situation) -> str:
    """By the names the room uses now."""
    if kind is AddresseeKind.LEAD:
        return translate("Instructions", "pimpinan regu")
    if kind is AddresseeKind.ROOM:
        return translate("Instructions", "siapa pun di ruang")
    if kind is AddresseeKind.UNIT:
        unit = situation.unit(addressee)
        return unit.call_sign if unit is not None else addressee
    if kind is AddresseeKind.PERSON:
        person = situation.staff(addressee)
        return person.name if person is not None else addressee
    return addressee


def how_text(how: HeardBy) -> str:
    return {
        HeardBy.DESK: translate("Instructions", "di mejanya"),
        HeardBy.RADIO: translate("Instructions", "lewat radio"),
        HeardBy.TELEPHONE: translate("Instructions", "lewat telepon"),
        HeardBy.IN_PERSON: translate("Instructions", "langsung"),
        HeardBy.SYSTEM: translate("Instructions", "lewat sistem unit"),
    }[how]


def told_text(entity: str) -> str:
    """What was found in the archive."""
    return {
        "instruction": translate("Instructions", "Perintah"),
        "room_task": translate("Instructions", "Tugas"),
        "task_turn": translate("Instructions", "Tugas selesai"),
        "shift_note": translate("Instructions", "Catatan regu"),
    }[entity]


def repeats_text(repeats: Repeats) -> str:
    return {
        Repeats.SHIFT: translate("Instructions", "Setiap regu"),
        Repeats.DAILY: translate("Instructions", "Setiap hari"),
        Repeats.WEEKLY: translate("Instructions", "Hari tertentu"),
        Repeats.ONCE: translate("Instructions", "Sekali"),
    }[repeats]


def comes_text(task: RoomTask, now: datetime, zone: tzinfo) -> str:
    """When it comes, in words."""
    if task.repeats is Repeats.SHIFT:
        after = translate("Instructions", "setiap regu, %1 menit setelah mulai")
        return fill(after, str(task.after_min))
    if task.repeats is Repeats.ONCE:
        at = time_text(task.first_at, now, zone) if task.first_at is not None else ""
        return fill(translate("Instructions", "sekali, %1"), at)
    if task.repeats is Repeats.DAILY:
        return fill(translate("Instructions", "setiap hari %1"), task.at)
    days = ", ".join(day_names()[day] for day in task.days)
    return fill(translate("Instructions", "%1 pukul %2"), days, task.at)


def time_text(at: datetime, now: datetime, zone: tzinfo) -> str:
    """ "14:30" of today, "23-11 14:30" of another day."""
    shown = clock(at, zone)[:5]
    local = at.astimezone(zone)
    return shown if local.date() == now.astimezone(zone).date() else f"{local:%d-%m} {shown}"
