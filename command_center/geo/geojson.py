"""Facts of a city as GeoJSON (RFC 7946): WGS84, longitude first, outsides counter-clockwise."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import shapely
from shapely.geometry.polygon import orient

from command_center.domain.place import Place, PlaceKind
from command_center.geo.exact import UNITS_PER_DEGREE, Outline
from command_center.geo.gazetteer import AREA_KINDS
from command_center.geo.topology import Topology

Feature = dict[str, Any]
FINE, COARSE = 6, 3
"""Decimals of what stands still and everybody may see (0.1 m), and of what happened somewhere or
is on its way (about 110 m)."""
_BORDER = 7


def point(lat: float | None, lon: float | None, decimals: int = FINE) -> dict[str, Any] | None:
    """A geometry, None where nobody knows the point."""
    if lat is None or lon is None:
        return None
    return {"type": "Point", "coordinates": [round(lon, decimals), round(lat, decimals)]}


def feature(
    layer: str, id: str, geometry: Mapping[str, Any] | None, properties: Mapping[str, Any]
) -> Feature:
    """One row of a layer; what is empty is left out."""
    said = {name: value for name, value in properties.items() if value not in (None, "", [])}
    return {
        "type": "Feature",
        "id": f"{layer}/{id}",
        "geometry": geometry,
        "properties": {"layer": layer, **said},
    }


def write(features: Iterable[Feature], **about: object) -> str:
    """A FeatureCollection as text, a feature a line."""
    lines = ",\n".join(
        json.dumps(one, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        for one in features
    )
    head = json.dumps({"type": "FeatureCollection", **about}, ensure_ascii=False)
    return f'{head[:-1]}, "features": [\n{lines}\n]}}\n'


def place_features(places: Iterable[Place]) -> Iterator[Feature]:
    """As `import places` takes them again."""
    for place in sorted(places, key=lambda one: one.code):
        if place.kind in AREA_KINDS:
            continue
        yield feature(
            "places",
            place.code,
            point(place.lat, place.lon),
            {
                "code": place.code,
                "name": place.name,
                "kind": place.kind.value,
                "parent": place.parent,
                "nicknames": ";".join(place.nicknames),
                "source": place.source,
            },
        )


def boundary_features(areas: Iterable[Place], topology: Topology) -> Iterator[Feature]:
    """The smallest areas, as finely as they are known and as `import boundaries` takes them."""
    by_code = {area.code: area for area in areas}
    for code, rings in sorted(topology.outlines().items()):
        area = by_code.get(code)
        parent = by_code.get(area.parent or "") if area else None
        yield feature(
            "boundaries",
            code,
            _polygons(rings),
            {
                "code": code,
                "name": area.name if area else code,
                "kind": (area.kind if area else PlaceKind.KELURAHAN).value,
                "parent": parent.code if parent else None,
                "parent_name": parent.name if parent else None,
                "source": topology.source,
            },
        )


def _polygons(rings: Sequence[Outline]) -> dict[str, Any]:
    """Which outline is a hole of which follows from where they lie."""
    lines = shapely.multilinestrings([shapely.linestrings(ring) for ring in rings])
    parts = [orient(part) for part in shapely.get_parts(shapely.build_area(lines))]
    return {"type": "MultiPolygon", "coordinates": [_rings(part) for part in parts]}


def _rings(part: shapely.Polygon) -> list[list[list[float]]]:
    found = []
    for ring in (part.exterior, *part.interiors):
        degrees = np.round(shapely.get_coordinates(ring) / UNITS_PER_DEGREE, _BORDER)
        found.append(degrees.tolist())
    return found
