"""The roster in words: shifts, people, states."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication

from command_center.domain.roster import (
    CheckPart,
    CheckState,
    Duty,
    Personnel,
    RollState,
    SwapState,
)
from command_center.situation.roster import Strength
from command_center.situation.situation import Situation
from command_center.ui.detail.words import fill
from command_center.ui.format import count
from command_center.ui.radio.words import day_text as weekday_text

translate = QCoreApplication.translate


def day_text(at: datetime, zone: tzinfo) -> str:
    """ "Sabtu 21-11-2026"."""
    local = at.astimezone(zone)
    return f"{weekday_text(local.weekday())} {local:%d-%m-%Y}"


def hours_text(starts_at: datetime, ends_at: datetime, zone: tzinfo) -> str:
    begins, ends = starts_at.astimezone(zone), ends_at.astimezone(zone)
    return f"{begins:%H.%M}–{ends:%H.%M}"


def shift_text(duty: Duty, zone: tzinfo) -> str:
    return f"{day_text(duty.starts_at, zone)} · {hours_text(duty.starts_at, duty.ends_at, zone)}"


def state_text(state: RollState) -> str:
    return {
        RollState.EXPECTED: translate("Roster", "belum"),
        RollState.PRESENT: translate("Roster", "hadir"),
        RollState.LATE: translate("Roster", "terlambat"),
        RollState.ABSENT: translate("Roster", "tidak hadir"),
    }[state]


def part_text(part: CheckPart) -> str:
    return {
        CheckPart.VEHICLE: translate("Roster", "kendaraan"),
        CheckPart.RADIO: translate("Roster", "radio"),
        CheckPart.WEAPON: translate("Roster", "senjata"),
        CheckPart.EQUIPMENT: translate("Roster", "perlengkapan"),
    }[part]


def check_text(state: CheckState) -> str:
    return {
        CheckState.UNCHECKED: translate("Roster", "belum diperiksa"),
        CheckState.GOOD: translate("Roster", "baik"),
        CheckState.FAULTY: translate("Roster", "rusak"),
        CheckState.NONE: translate("Roster", "tidak ada"),
    }[state]


def swap_text(state: SwapState) -> str:
    return {
        SwapState.ASKED: translate("Roster", "menunggu"),
        SwapState.APPROVED: translate("Roster", "disetujui"),
        SwapState.REFUSED: translate("Roster", "ditolak"),
        SwapState.WITHDRAWN: translate("Roster", "ditarik"),
    }[state]


def strength_text(found: Strength) -> str:
    """ "18 dari 21 hadir (1 terlambat), 2 tidak hadir, 1 belum"; what is nobody is left out."""
    said = translate("Roster", "%1 dari %2 hadir")
    text = fill(said, count(found.here), count(found.expected))
    if found.late:
        late = fill(translate("Roster", "%1 terlambat"), count(found.late))
        text = f"{text} ({late})"
    for number, words in (
        (found.absent, translate("Roster", "%1 tidak hadir")),
        (found.unmarked, translate("Roster", "%1 belum diapel")),
    ):
        if number:
            text = f"{text}, {fill(words, count(number))}"
    return text


def person_text(person: Personnel) -> str:
    return f"{person.rank} {person.name}".strip()


def named(situation: Situation, entity: str, id: str | None) -> str:
    """The name of a regu or an agency, "" for none."""
    row = situation.get(entity, id or "")
    return row.name if row is not None else ""


def call_sign(situation: Situation, unit_id: str | None) -> str:
    unit = situation.unit(unit_id or "")
    return unit.call_sign if unit is not None else ""


def agency_text(situation: Situation, agency_id: str) -> str:
    agency = situation.get("agency", agency_id)
    return (agency.short or agency.name) if agency is not None else ""
