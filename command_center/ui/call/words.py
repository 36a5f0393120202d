"""The words of the 110 form."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from command_center.domain.place import Place, PlaceKind
from command_center.geo.city import CityPack
from command_center.geo.gazetteer import AREA_KINDS, Hit

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


def place_line(hit: Hit, city: CityPack) -> str:
    """ "Jl. Soekarno-Hatta (Suhat) · jalan · Lowokwaru"."""
    place = hit.place
    name = (
        place.name if hit.matched in (place.name, place.code) else f"{place.name} ({hit.matched})"
    )
    parts = [name, kind_text(place.kind)]
    kecamatan = city.gazetteer.by_code(city.kecamatan_of(place.code) or "")
    if kecamatan is not None and place.kind is not PlaceKind.KECAMATAN:
        parts.append(kecamatan.name)
    return " · ".join(parts)


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
