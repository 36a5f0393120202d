"""The words of the 110 form."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from command_center.domain.place import Place, PlaceKind
from command_center.geo.candidates import Candidate, Reason
from command_center.geo.city import CityPack
from command_center.geo.gazetteer import AREA_KINDS
from command_center.geo.geocode import CROSSING
from command_center.geo.spelling import words
from command_center.ui.detail.words import fill

translate = QCoreApplication.translate


def kind_text(kind: PlaceKind) -> str:
    return {
        PlaceKind.KECAMATAN: translate("PlaceKind", "kecamatan"),
        PlaceKind.KELURAHAN: translate("PlaceKind", "kelurahan"),
        PlaceKind.HOSPITAL: translate("PlaceKind", "rumah sakit"),
        PlaceKind.POST: translate("PlaceKind", "pos"),
        PlaceKind.POLICE: translate("PlaceKind", "kantor polisi"),
        PlaceKind.GOVERNMENT: translate("PlaceKind", "kantor pemerintah"),
        PlaceKind.ELECTION_OFFICE: translate("PlaceKind", "kantor pemilu"),
        PlaceKind.TPS: translate("PlaceKind", "TPS"),
        PlaceKind.SCHOOL: translate("PlaceKind", "sekolah"),
        PlaceKind.MARKET: translate("PlaceKind", "pasar"),
        PlaceKind.STATION: translate("PlaceKind", "stasiun/terminal"),
        PlaceKind.LANDMARK: translate("PlaceKind", "tempat dikenal"),
        PlaceKind.ROAD: translate("PlaceKind", "jalan"),
    }[kind]


def place_line(found: Candidate, city: CityPack) -> str:
    """ "Jl. Soekarno-Hatta (Suhat) · jalan · Lowokwaru"; at the end what to look at first."""
    place = found.place
    parts = [place.name]
    if found.matched != place.code and not set(words(found.matched)) <= set(words(place.name)):
        parts = [f"{place.name} ({found.matched})"]
    crossing = place.code.startswith(CROSSING)
    parts.append(translate("PlaceKind", "persimpangan") if crossing else kind_text(place.kind))
    kecamatan = city.gazetteer.by_code(city.kecamatan_of(place.parent or "") or "")
    if kecamatan is not None and place.kind is not PlaceKind.KECAMATAN:
        parts.append(kecamatan.name)
    return " · ".join([*parts, *_caution(found)])


def _caution(found: Candidate) -> list[str]:
    """The one thing about a place that a person should see before picking it."""
    said = {why.reason: why.about for why in found.why}
    cautions = {
        Reason.AREA_DIFFERS: translate("Call", "di luar %1"),
        Reason.OTHERS_AS_GOOD: translate("Call", "ada yang sama cocok"),
        Reason.CROSSING_BETWEEN: translate("Call", "kira-kira, titik terdekat %1 m"),
        Reason.CROSSING_UNKNOWN: translate("Call", "simpangnya tidak di peta"),
        Reason.INSIDE: translate("Call", "sebagian kata saja"),
        Reason.MISTYPED: translate("Call", "ejaan mirip"),
        Reason.NEAR: translate("Call", "di dekatnya"),
        Reason.SIDE: translate("Call", "di dekatnya"),
        Reason.DETAIL_UNKNOWN: translate("Call", "nomor tidak di peta"),
    }
    return [fill(text, said[reason]) for reason, text in cautions.items() if reason in said][:1]


def is_doubtful(found: Candidate) -> bool:
    """Whether it may be another place altogether than the one that was typed."""
    return any(why.reason in (Reason.INSIDE, Reason.AREA_DIFFERS) for why in found.why)


_SAYS_MORE = frozenset(
    {Reason.NEAR, Reason.SIDE, Reason.INSIDE, Reason.DETAIL_UNKNOWN, Reason.ADDRESS}
    | {Reason.AREA_AGREES, Reason.AREA_DIFFERS}
)


def address_kept(found: Candidate, typed: str) -> str:
    """What stands in the field once a candidate is chosen: what was typed where it says more than
    the candidate's name, so that no house number or "in front of" is lost."""
    if any(why.reason in _SAYS_MORE for why in found.why):
        return typed.strip()
    return address_of(found.place)


def address_of(place: Place) -> str:
    """What is written as the address once a place is chosen."""
    if place.kind in AREA_KINDS:
        return f"{kind_text(place.kind).capitalize()} {place.name}"
    return place.name


def missing_text(code: str) -> str:
    """What must still be filled in."""
    return {
        "call_needs_category": translate("Call", "Pilih kategori dahulu."),
        "call_needs_text": translate("Call", "Isi tempat atau keterangan."),
    }[code]
