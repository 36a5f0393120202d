"""A polygon that somebody drew, as GeoJSON text: small, whole and of this world, or refused."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import shapely

from command_center.geo.distance import LocalPlane
from command_center.geo.faults import FaultCode

MOST_CORNERS, MOST_RINGS = 200, 10
MOST_LETTERS = 8_000
"""Of a cell of a table; more than the corners need."""
LONGEST_TEXT = 64_000
"""Of a file: drawing tools write long numbers and a line for each."""
LEAST_KM2, MOST_KM2 = 0.000_1, 10_000.0
DECIMALS = 6
Ring = list[tuple[float, float]]


class DrawnFault(ValueError):
    """Why a text is no polygon to reckon with; `value` is what of it."""

    def __init__(self, code: FaultCode, value: str = "") -> None:
        super().__init__(code.value)
        self.code, self.value = code, value


@dataclass(frozen=True, slots=True)
class Drawn:
    """`text` is the polygon as GeoJSON in one spelling: two of the same text are the same."""

    text: str
    corners: int
    km2: float
    polygon: shapely.Polygon = field(repr=False, compare=False)

    def holds(self, lat: float, lon: float) -> bool:
        """Its border is inside."""
        return bool(shapely.intersects_xy(self.polygon, lon, lat))


def is_drawn(text: str) -> bool:
    """Whether the text means to be a polygon; no name begins so."""
    return text.lstrip().startswith("{")


def read_drawn(text: str) -> Drawn:
    """A GeoJSON Polygon, alone or as the one feature of a file. DrawnFault."""
    if len(text) > LONGEST_TEXT:
        raise DrawnFault(FaultCode.TOO_LONG, f"{len(text)} > {LONGEST_TEXT}")
    try:
        found = json.loads(text)
    except RecursionError as error:
        raise DrawnFault(FaultCode.TOO_DEEP) from error
    except ValueError as error:
        raise DrawnFault(FaultCode.NOT_GEOJSON, text) from error
    rings = [_ring(one) for one in _rings(found)]
    corners = sum(len(ring) - 1 for ring in rings)
    if corners > MOST_CORNERS:
        raise DrawnFault(FaultCode.TOO_DETAILED, f"{corners} > {MOST_CORNERS}")
    polygon = shapely.Polygon(rings[0], rings[1:])
    if not polygon.is_valid:
        # it is told as a word and then the point in brackets
        where = shapely.is_valid_reason(polygon).partition("[")[2].rstrip("]")
        raise DrawnFault(FaultCode.CROSSING, where)
    shapely.prepare(polygon)
    written = {"type": "Polygon", "coordinates": rings}
    return Drawn(json.dumps(written, separators=(",", ":")), corners, _km2(polygon), polygon)


def _rings(found: Any) -> Sequence[Any]:
    """Those of the one polygon in it, the outside first."""
    if isinstance(found, dict) and found.get("type") == "FeatureCollection":
        features = found.get("features")
        if not isinstance(features, list) or len(features) != 1:
            raise DrawnFault(FaultCode.NOT_A_POLYGON, "FeatureCollection")
        found = features[0]
    if isinstance(found, dict) and found.get("type") == "Feature":
        found = found.get("geometry")
    kind = found.get("type") if isinstance(found, dict) else found
    if kind != "Polygon":
        raise DrawnFault(FaultCode.NOT_A_POLYGON, str(kind))
    rings = found.get("coordinates")
    if not isinstance(rings, list) or not rings:
        raise DrawnFault(FaultCode.NOT_A_POLYGON, "coordinates")
    if len(rings) > MOST_RINGS:
        raise DrawnFault(FaultCode.TOO_DETAILED, f"{len(rings)} > {MOST_RINGS}")
    return rings


def _ring(given: Any) -> Ring:
    if not isinstance(given, list) or len(given) < 4:
        raise DrawnFault(FaultCode.TOO_SMALL, str(given))
    ring = [_corner(one) for one in given]
    if ring[0] != ring[-1]:
        raise DrawnFault(FaultCode.RING_OPEN, f"{ring[0]} … {ring[-1]}")
    return ring


def _corner(given: Any) -> tuple[float, float]:
    """(longitude, latitude), as GeoJSON has it; a height is dropped."""
    pair = given[:2] if isinstance(given, list) else ()
    if len(pair) != 2 or any(type(one) not in (int, float) for one in pair):
        raise DrawnFault(FaultCode.NOT_A_NUMBER, str(given))
    lon, lat = pair
    if abs(lat) > 90 and abs(lon) <= 90 and abs(lat) <= 180:
        raise DrawnFault(FaultCode.SWAPPED, str(given))
    if not (abs(lon) <= 180 and abs(lat) <= 90 and math.isfinite(lon) and math.isfinite(lat)):
        raise DrawnFault(FaultCode.OUT_OF_RANGE, str(given))
    return round(float(lon), DECIMALS), round(float(lat), DECIMALS)


def _km2(polygon: shapely.Polygon) -> float:
    south, north = polygon.bounds[1], polygon.bounds[3]
    plane = LocalPlane.at((south + north) / 2)
    flat = shapely.transform(polygon, lambda points: plane.to_metres(np.asarray(points)))
    km2 = float(flat.area) / 1e6
    if not LEAST_KM2 <= km2 <= MOST_KM2:
        small = km2 < LEAST_KM2
        raise DrawnFault(FaultCode.TOO_SMALL if small else FaultCode.TOO_LARGE, f"{km2:.4g} km2")
    return km2
