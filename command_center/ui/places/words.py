"""Places in words: what they are, how they are judged, what was said there."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication

from command_center.advice.criteria import Criteria
from command_center.domain.place import LocatedBy
from command_center.domain.site import (
    Assessment,
    Dialogue,
    DialogueKind,
    ElectionKind,
    PollingStation,
    Site,
    SiteKind,
)
from command_center.geo.city import CityPack
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill
from command_center.ui.format import count, decimal
from command_center.ui.radio.words import area_text

translate = QCoreApplication.translate


def kind_text(kind: SiteKind) -> str:
    return {
        SiteKind.KPU: translate("Places", "KPU"),
        SiteKind.BAWASLU: translate("Places", "Bawaslu"),
        SiteKind.LOGISTICS: translate("Places", "Gudang logistik"),
        SiteKind.CITY_HALL: translate("Places", "Balai kota"),
        SiteKind.COUNCIL: translate("Places", "DPRD"),
        SiteKind.GOVERNMENT: translate("Places", "Kantor pemerintah"),
        SiteKind.POLICE: translate("Places", "Kantor polisi"),
        SiteKind.POST: translate("Places", "Pos"),
        SiteKind.PRISON: translate("Places", "Lapas"),
        SiteKind.HOSPITAL: translate("Places", "Rumah sakit"),
        SiteKind.CAMPUS: translate("Places", "Kampus"),
        SiteKind.SCHOOL: translate("Places", "Sekolah"),
        SiteKind.MARKET: translate("Places", "Pasar"),
        SiteKind.STATION: translate("Places", "Stasiun dan terminal"),
        SiteKind.LANDMARK: translate("Places", "Tempat umum"),
        SiteKind.OTHER: translate("Places", "Lainnya"),
    }[kind]


def election_kind_text(kind: ElectionKind) -> str:
    return {
        ElectionKind.GENERAL: translate("Places", "Pemilu"),
        ElectionKind.REGIONAL: translate("Places", "Pilkada"),
        ElectionKind.OTHER: translate("Places", "Lainnya"),
    }[kind]


def talk_text(kind: DialogueKind) -> str:
    return {
        DialogueKind.DIALOGUE: translate("Places", "Dialog"),
        DialogueKind.VISIT: translate("Places", "Sambang"),
        DialogueKind.PATROL: translate("Places", "Patroli dialogis"),
    }[kind]


def score_text(score: int | None) -> str:
    return {
        None: translate("Places", "– belum dinilai"),
        0: translate("Places", "0 tidak ada"),
        1: translate("Places", "1 rendah"),
        2: translate("Places", "2 sedang"),
        3: translate("Places", "3 tinggi"),
        4: translate("Places", "4 sangat tinggi"),
    }[score]


def level_text(table: Criteria, row: Assessment | None) -> str:
    """ "Rawan 52,4", or that nobody has judged it."""
    if row is None:
        return translate("Places", "belum dinilai")
    label = next((level.label for level in table.levels if level.code == row.level), row.level)
    return f"{label} {decimal(row.value)}"


def day_text(at: datetime, zone: tzinfo) -> str:
    return at.astimezone(zone).strftime("%d-%m-%Y")


def rated_text(row: Assessment, names: Names, zone: tzinfo) -> str:
    """By whom, when and after what."""
    said = translate("Places", "%1 · %2 · sumber: %3")
    return fill(said, names.person(row.author), day_text(row.at, zone), row.source)


def scores_text(table: Criteria, row: Assessment) -> str:
    """Each criterion with its score and its weight; those nobody scored are named at the end."""
    labels = {one.code: one for one in table.criteria}
    parts = []
    for code in [*labels, *sorted(row.scores.keys() - labels.keys())]:
        if code not in row.scores:
            continue
        known, score = labels.get(code), row.scores[code]
        name = known.label if known is not None else code
        weight = str(known.weight) if known is not None else "?"
        parts.append(fill(translate("Places", "%1: %2 dari 4, bobot %3"), name, str(score), weight))
    missing = [one.label for one in table.criteria if one.code not in row.scores]
    if missing:
        parts.append(fill(translate("Places", "tidak dinilai: %1"), ", ".join(missing)))
    if row.criteria_version != table.version:
        older = translate("Places", "bobot menurut tabel versi %1; yang berlaku versi %2")
        parts.append(fill(older, str(row.criteria_version), str(table.version)))
    return "\n".join(parts)


def where_text(city: CityPack, row: Site | PollingStation) -> str:
    """The area, and how well the point is known."""
    area = area_text(city, row.area_code)
    if row.lat is None:
        said = translate("Places", "%1 (titik kelurahan; belum disurvei)")
        return fill(said, area) if area else translate("Places", "letak belum diketahui")
    how = {
        LocatedBy.GPS: translate("Places", "titik GPS"),
        LocatedBy.GEOCODED: translate("Places", "titik dari daftar"),
        LocatedBy.TYPED: translate("Places", "titik diketik"),
        LocatedBy.KELURAHAN: translate("Places", "titik kelurahan"),
        LocatedBy.UNKNOWN: translate("Places", "titik"),
    }[row.located]
    return f"{area} · {how}" if area else how


def station_text(city: CityPack, row: PollingStation) -> str:
    return fill(
        translate("Places", "TPS %1 %2"), f"{row.number:03}", area_text(city, row.area_code)
    )


def voters_text(row: PollingStation) -> str:
    """Special, how many voters, where: what is known of it."""
    parts = [translate("Places", "khusus") if row.is_special else ""]
    if row.voters is not None:
        parts.append(fill(translate("Places", "%1 pemilih"), count(row.voters)))
    return " · ".join(part for part in (*parts, row.location) if part)


def talk_line(row: Dialogue, zone: tzinfo) -> str:
    return f"{talk_text(row.kind)} · {row.who} · {day_text(row.at, zone)}"
