"""The words of the radio and of the neighbourhoods' partners."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication, QLocale

from command_center.advice.radio import RadioCode, radio_book
from command_center.domain.partner import NightWatch, PartnerKind, RatingLevel
from command_center.geo.city import CityPack

translate = QCoreApplication.translate


def kind_text(kind: str) -> str:
    """Of a PartnerKind, "" for somebody who is not in the directory."""
    return {
        PartnerKind.SENKOM: translate("Radio", "Senkom"),
        PartnerKind.SISKAMLING: translate("Radio", "Siskamling"),
        PartnerKind.POLISI_RW: translate("Radio", "Polisi RW"),
        PartnerKind.BHABINKAMTIBMAS: translate("Radio", "Bhabinkamtibmas"),
        PartnerKind.LINMAS: translate("Radio", "Linmas"),
        PartnerKind.OTHER: translate("Radio", "Lainnya"),
    }.get(PartnerKind(kind) if kind in set(PartnerKind) else PartnerKind.OTHER, "") or kind


def activity_text(code: str) -> str:
    """What a line counts as; a word of a source's own stands as it is."""
    if not code:
        return translate("Radio", "Tanpa kegiatan")
    english = QLocale().language() is QLocale.Language.English
    for activity in radio_book().activities:
        if activity.code == code:
            return activity.label_en if english else activity.label_id
    return code


def level_text(level: RatingLevel) -> str:
    return {
        RatingLevel.LOW: translate("Radio", "rendah"),
        RatingLevel.MEDIUM: translate("Radio", "sedang"),
        RatingLevel.HIGH: translate("Radio", "tinggi"),
    }[level]


def day_text(weekday: int) -> str:
    """0 = Monday."""
    return (
        translate("Radio", "Senin"),
        translate("Radio", "Selasa"),
        translate("Radio", "Rabu"),
        translate("Radio", "Kamis"),
        translate("Radio", "Jumat"),
        translate("Radio", "Sabtu"),
        translate("Radio", "Minggu"),
    )[weekday]


def month_text(month: int) -> str:
    """1 = January."""
    return (
        translate("Radio", "Januari"),
        translate("Radio", "Februari"),
        translate("Radio", "Maret"),
        translate("Radio", "April"),
        translate("Radio", "Mei"),
        translate("Radio", "Juni"),
        translate("Radio", "Juli"),
        translate("Radio", "Agustus"),
        translate("Radio", "September"),
        translate("Radio", "Oktober"),
        translate("Radio", "November"),
        translate("Radio", "Desember"),
    )[month - 1]


def glossed(codes: tuple[RadioCode, ...]) -> str:
    """Beside the words, never in their place."""
    return " · ".join(f"{code.code} = {code.says}" for code in codes)


def area_text(city: CityPack, code: str | None) -> str:
    place = city.gazetteer.by_code(code) if code else None
    return place.name if place else ""


def neighbourhood(city: CityPack, code: str | None, rw: str) -> str:
    """ "Sawojajar RW 05"; "" where neither is known."""
    return " ".join(part for part in (area_text(city, code), f"RW {rw}" if rw else "") if part)


def on_watch(line: NightWatch, at: datetime, zone: tzinfo) -> bool:
    """Whether that line of the roster is out now; one that ends past midnight began the day
    before."""
    local = at.astimezone(zone)
    clock, today = local.strftime("%H:%M"), local.weekday()
    if line.starts <= line.ends:
        return line.weekday == today and line.starts <= clock < line.ends
    if line.weekday == today and clock >= line.starts:
        return True
    return (line.weekday + 1) % 7 == today and clock < line.ends
