"""An election in words: forces, stages, groups, messages, escorts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, tzinfo

from PySide6.QtCore import QCoreApplication

from command_center.advice.criteria import Criteria
from command_center.domain.election import ElectionStage, Force
from command_center.domain.place import PlaceKind
from command_center.domain.polling_day import DayWord, EscortStep
from command_center.geo.city import CityPack
from command_center.geo.spelling import kind_named, words
from command_center.ui.detail.words import fill
from command_center.ui.format import clock, count, metres, moment
from command_center.ui.radio.words import area_text
from command_center.ui.sentences import sentence

translate = QCoreApplication.translate
_SHOWN_NUMBERS = 8


def force_text(force: Force) -> str:
    return {
        Force.POLICE: translate("Election", "Polisi"),
        Force.MILITARY: translate("Election", "TNI"),
        Force.LINMAS: translate("Election", "Linmas"),
    }[force]


def word_text(word: DayWord) -> str:
    return {
        DayWord.OPEN: translate("Election", "Buka"),
        DayWord.VOTE: translate("Election", "Pungut"),
        DayWord.COUNT: translate("Election", "Hitung"),
        DayWord.DONE: translate("Election", "Selesai"),
        DayWord.MOVED: translate("Election", "Geser"),
        DayWord.SAFE: translate("Election", "Aman"),
        DayWord.TROUBLE: translate("Election", "Gangguan"),
    }[word]


def step_text(step: EscortStep) -> str:
    return {
        EscortStep.PLANNED: translate("Election", "Rencana"),
        EscortStep.LEFT: translate("Election", "Berangkat"),
        EscortStep.ARRIVED: translate("Election", "Tiba"),
        EscortStep.HANDED: translate("Election", "Diserahkan"),
    }[step]


def level_label(table: Criteria, code: str) -> str:
    return next((level.label for level in table.levels if level.code == code), code)


def numbers_text(numbers: Iterable[int]) -> str:
    """ "1-4, 901": runs are joined, and a long list is cut."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    parts = [str(first) if first == last else f"{first}-{last}" for first, last in runs]
    more = [] if len(parts) <= _SHOWN_NUMBERS else ["…"]
    return ", ".join(parts[:_SHOWN_NUMBERS] + more)


def exact_area(city: CityPack, name: str) -> str | None:
    """The kelurahan, else the kecamatan, that has just this name, nickname or code: in a
    list nobody sees what a beginning was taken for."""
    named, bare = kind_named(words(name))
    for kind in (PlaceKind.KELURAHAN, PlaceKind.KECAMATAN):
        place = city.gazetteer.locate(name, kind) if named in (None, kind) else None
        if place is None:
            continue
        said = {"".join(words(name)), "".join(bare)}
        known = {"".join(words(one)) for one in (place.code, place.name, *place.nicknames)}
        if said & known:
            return place.code
    return None


def stations_text(city: CityPack, area_code: str, numbers: Iterable[int]) -> str:
    said = translate("Election", "TPS %1 %2")
    return fill(said, numbers_text(numbers), area_text(city, area_code) or area_code)


def sent_text(name: str, people: int, way_m: int) -> str:
    """Some of a pool and how far they go."""
    return f"{name} {count(people)} ({metres(way_m)})"


def days_text(row: ElectionStage) -> str:
    first, last = _short(row.starts_on), _short(row.ends_on)
    return first if first == last else f"{first} – {last}"


def _short(day: str) -> str:
    return date.fromisoformat(day).strftime("%d-%m-%Y")


def stage_text(row: ElectionStage, today: date) -> str:
    """Where it is in time, seen from today."""
    first, last = date.fromisoformat(row.starts_on), date.fromisoformat(row.ends_on)
    if today < first:
        return fill(translate("Election", "mulai %1 hari lagi"), count((first - today).days))
    if today > last:
        return translate("Election", "lewat")
    left = (last - today).days
    if not left:
        return translate("Election", "berlangsung, hari terakhir")
    return fill(translate("Election", "berlangsung, %1 hari lagi"), count(left))


def when_text(at: datetime, zone: tzinfo, now: datetime) -> str:
    """The time of day, and the day where it is not that of `now`."""
    if at.astimezone(zone).date() == now.astimezone(zone).date():
        return clock(at, zone, seconds=False)
    return moment(at.isoformat(), zone)


def why_text(code: str, params: Mapping[str, object], zone: tzinfo, now: datetime) -> str:
    """A verdict with its times."""
    told = dict(params)
    if isinstance(at := told.get("at"), str):
        told["at"] = when_text(datetime.fromisoformat(at), zone, now)
    return sentence(code, told)


def moment_text(at: datetime, zone: tzinfo) -> str:
    return at.astimezone(zone).strftime("%d-%m-%Y %H.%M")
