"""Files of places and cameras as records, with what is wrong by row and column.

Pure: bytes in, records and faults out. A row at fault is left out, the others stand; of rows
with the same key the first stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import shapely

from command_center.domain.place import Place, PlaceKind
from command_center.geo.faults import Fault, FaultCode
from command_center.geo.polygons import polygon_of
from command_center.geo.records import read_records
from command_center.geo.tables import Row

_POSITION = {"latitude": "lat", "lintang": "lat", "lng": "lon", "longitude": "lon", "bujur": "lon"}
_PLACE_ALIASES = _POSITION | {
    "kode": "code",
    "nama": "name",
    "jenis": "kind",
    "induk": "parent",
    "kode_kelurahan": "parent",
    "julukan": "nicknames",
    "sumber": "source",
}
_CAMERA_ALIASES = _POSITION | {
    "nama": "name",
    "hls": "url",
    "stream_url": "url",
    "stream": "url",
    "jenis": "kind",
    "type": "kind",
    "pemilik": "owner",
}
_KINDS: Mapping[str, PlaceKind] = {
    "rumah_sakit": PlaceKind.HOSPITAL,
    "rs": PlaceKind.HOSPITAL,
    "pos": PlaceKind.POST,
    "polresta": PlaceKind.POLICE,
    "polres": PlaceKind.POLICE,
    "polsek": PlaceKind.POLICE,
    "satpas": PlaceKind.POLICE,
    "satlantas": PlaceKind.POLICE,
    "balai_kota": PlaceKind.GOVERNMENT,
    "kantor": PlaceKind.GOVERNMENT,
    "damkar": PlaceKind.GOVERNMENT,
    "bpbd": PlaceKind.GOVERNMENT,
    "kpu": PlaceKind.ELECTION_OFFICE,
    "bawaslu": PlaceKind.ELECTION_OFFICE,
    "sekolah": PlaceKind.SCHOOL,
    "pasar": PlaceKind.MARKET,
    "stasiun": PlaceKind.STATION,
    "terminal": PlaceKind.STATION,
    "jalan": PlaceKind.ROAD,
}
_CAMERA_SCHEMES = frozenset({"http", "https", "rtsp", "rtsps"})


@dataclass(frozen=True, slots=True)
class CameraRecord:
    """One camera of a directory. `stream_id` stays while record ids change; names repeat."""

    stream_id: str
    name: str
    url: str
    lat: float | None
    lon: float | None
    kind: str
    owner: str


@dataclass(frozen=True, slots=True)
class PlacesImport:
    places: tuple[Place, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class CamerasImport:
    cameras: tuple[CameraRecord, ...]
    faults: tuple[Fault, ...]


def parse_places(data: bytes, file: str) -> PlacesImport:
    """Places out of CSV or GeoJSON points, or polygons that they lie in: name, kind, lat, lon;
    optional code, parent, nicknames (`;` between) and source. Without a code it is made from the
    name."""
    faults: list[Fault] = []
    places: dict[str, Place] = {}
    for record in read_records(data, file, faults, _PLACE_ALIASES, ("name", "kind")):
        row = record.row
        place = _place(row, file, _inside(row, record.geometry))
        if place.code in places:
            row.fault("code", FaultCode.DUPLICATE, place.code)
        if row.ok:
            places[place.code] = place
    return PlacesImport(tuple(places.values()), tuple(faults))


def parse_cameras(data: bytes, file: str) -> CamerasImport:
    """Cameras out of CSV, GeoJSON points or a list of JSON objects: name and url; optional
    stream_id, lat, lon, kind, owner. Without a stream_id the url is the key."""
    faults: list[Fault] = []
    cameras: dict[str, CameraRecord] = {}
    for record in read_records(data, file, faults, _CAMERA_ALIASES, ("name", "url")):
        row = record.row
        camera = _camera(row)
        if camera.stream_id in cameras:
            row.fault("stream_id", FaultCode.DUPLICATE, camera.stream_id)
        if row.ok:
            cameras[camera.stream_id] = camera
    return CamerasImport(tuple(cameras.values()), tuple(faults))


def _inside(row: Row, geometry: Mapping[str, Any] | None) -> tuple[float, float] | None:
    """A point (lat, lon) inside of a building or a ground; None for a point, which the row has."""
    kind = geometry.get("type") if geometry else "Point"
    if geometry is None or kind == "Point":
        return None
    if kind not in ("Polygon", "MultiPolygon"):
        row.fault("geometry", FaultCode.NOT_A_POINT, str(kind))
        return None
    polygon = polygon_of(row, geometry)
    if polygon is None:
        return None
    inside = shapely.point_on_surface(polygon)
    return round(inside.y, 6), round(inside.x, 6)


def _place(row: Row, file: str, inside: tuple[float, float] | None = None) -> Place:
    name = row.text("name")
    code = row.text("code", "") or re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
    word = row.text("kind").casefold().replace(" ", "_")
    kind = _KINDS.get(word)
    if kind is None and word in list(PlaceKind):
        kind = PlaceKind(word)
    if kind is None and word:
        row.fault("kind", FaultCode.UNKNOWN_VALUE, word)
    lat, lon = inside or row.position() or (None, None)
    return Place(
        id=code,
        version=1,
        code=code,
        name=name,
        kind=kind or PlaceKind.LANDMARK,
        lat=lat,
        lon=lon,
        parent=row.text("parent", "") or None,
        nicknames=row.names("nicknames"),
        source=row.text("source", file),
    )


def _camera(row: Row) -> CameraRecord:
    url = row.text("url")
    if url:
        _check_url(row, url)
    lat, lon = row.position() or (None, None)
    return CameraRecord(
        stream_id=row.text("stream_id", "") or url,
        name=row.text("name"),
        url=url,
        lat=lat,
        lon=lon,
        kind=row.text("kind", ""),
        owner=row.text("owner", ""),
    )


def _check_url(row: Row, url: str) -> None:
    try:
        parts = urlsplit(url)
        host, has_password = parts.hostname, parts.password is not None
    except ValueError:
        row.fault("url", FaultCode.UNKNOWN_VALUE)
        return
    if has_password:
        row.fault("url", FaultCode.CREDENTIALS_IN_URL)
    elif parts.scheme not in _CAMERA_SCHEMES or not host:
        row.fault("url", FaultCode.UNKNOWN_VALUE, url)
