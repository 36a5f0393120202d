"""A room's facts and happenings as GeoJSON for other maps; nothing of any person.

Left out are names, words, addresses, owners and whoever reported; of cameras their addresses. Of
an incident whose kind may name a victim, or that came from somebody who asked for silence, only the
kelurahan is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from command_center.bootstrap.read_city import city_of, read_room
from command_center.connectors.public_feed.feed import PUBLIC
from command_center.domain.errors import OperatorError
from command_center.domain.incident import IncidentStatus, ReporterKind
from command_center.domain.place import LocatedBy
from command_center.geo.city import CityPack
from command_center.geo.geojson import (
    COARSE,
    Feature,
    boundary_features,
    feature,
    place_features,
    point,
    write,
)

Rows = Mapping[str, Sequence[Mapping[str, Any]]]
_POINTED = frozenset({LocatedBy.GPS.value, LocatedBy.GEOCODED.value})


def export_geojson(
    url: str, path: Path, what: Sequence[str], now: datetime, password: str | None = None
) -> dict[str, int]:
    """Write the layers to the file, whole or not at all; how many features each has. Incidents are
    those open or closed since `now`. OperatorError."""
    snapshot = read_room(url, now, password)
    city = city_of(snapshot.rows)
    layers = {layer: list(_LAYERS[layer](snapshot.rows, city)) for layer in what}
    room = snapshot.rows["room"][0]
    text = write(
        (one for layer in what for one in layers[layer]),
        room=room["kind"],
        city=city.id,
        generated_at=now.isoformat(timespec="seconds"),
    )
    half = path.with_name(f"{path.name}.part")
    try:
        half.write_text(text, encoding="utf-8")
        half.replace(path)
    except OSError as error:
        half.unlink(missing_ok=True)
        raise OperatorError("export_not_written", file=path) from error
    return {layer: len(found) for layer, found in layers.items()}


def _incidents(rows: Rows, city: CityPack) -> Iterator[Feature]:
    silent = _silent(rows)
    for row in sorted(rows["incident"], key=lambda one: (one["day"], one["number"])):
        if row["status"] == IncidentStatus.MERGED.value:
            continue
        area = row["area_code"]
        told = row["id"] not in silent and row["category"] in PUBLIC
        pointed = told and row["located_by"] in _POINTED and row["lat"] is not None
        lat, lon = (row["lat"], row["lon"]) if pointed else _label(city, area)
        yield feature(
            "incidents",
            f"{row['day']}-{row['number']:04d}",
            point(lat, lon, COARSE),
            {
                "number": row["number"],
                "day": row["day"],
                "category": row["category"],
                "status": row["status"],
                "priority": row["priority"],
                "disposition": row["disposition"],
                "opened_at": row["opened_at"],
                "verified_at": row["verified_at"],
                "first_on_scene_at": row["first_on_scene_at"],
                "closed_at": row["closed_at"],
                "area": area,
                "area_name": _name(city, area),
                "placed_by": "point" if pointed else "area",
            },
        )


def _silent(rows: Rows) -> set[str]:
    """Incidents somebody reported who is not to be known."""
    asked = {row["id"] for row in rows["report"] if row["reporter"] != ReporterKind.OPEN.value}
    return {row["incident_id"] for row in rows["incident_report"] if row["report_id"] in asked}


def _units(rows: Rows, city: CityPack) -> Iterator[Feature]:
    """By their home: where a patrol is now is the room's alone."""
    agencies = {row["id"]: row["code"] for row in rows["agency"]}
    for row in sorted(rows["unit"], key=lambda one: str(one["call_sign"])):
        yield feature(
            "units",
            row["id"],
            point(*_label(city, row["home"]), COARSE),
            {
                "call_sign": row["call_sign"],
                "kind": row["kind"],
                "agency": agencies.get(row["agency_id"]),
                "status": row["status"],
                "status_since": row["status_since"],
                "home": row["home"],
                "home_name": _name(city, row["home"]),
            },
        )


def _cameras(rows: Rows, _: CityPack) -> Iterator[Feature]:
    for row in sorted(rows["camera"], key=lambda one: str(one["id"])):
        if row.get("unit_id"):
            continue  # carried by a unit: where it stands is where somebody is
        yield feature(
            "cameras",
            row["id"],
            point(row["lat"], row["lon"]),
            {
                "label": row["label"],
                "name": row["name"],
                "kind": row["kind"],
                "owner": row["owner"],
                "area": row.get("area"),
                "enabled": row["enabled"],
            },
        )


def _places(_: Rows, city: CityPack) -> Iterable[Feature]:
    return place_features(city.places)


def _boundaries(_: Rows, city: CityPack) -> Iterable[Feature]:
    return boundary_features(city.areas, city.topology) if city.topology else ()


def _label(city: CityPack, area: str | None) -> tuple[float | None, float | None]:
    place = city.gazetteer.by_code(area) if area else None
    return (place.lat, place.lon) if place else (None, None)


def _name(city: CityPack, area: str | None) -> str | None:
    place = city.gazetteer.by_code(area) if area else None
    return place.name if place else None


_LAYERS = {
    "incidents": _incidents,
    "units": _units,
    "cameras": _cameras,
    "places": _places,
    "boundaries": _boundaries,
}
