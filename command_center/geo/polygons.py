"""The polygon of a GeoJSON feature from outside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import shapely

from command_center.geo.distance import FloatArray
from command_center.geo.faults import FaultCode
from command_center.geo.tables import Row


def polygon_of(row: Row, geometry: Mapping[str, Any] | None) -> shapely.Geometry | None:
    """A valid MultiPolygon in degrees (lon, lat), or None with a fault in the row."""
    kind = geometry.get("type") if geometry else None
    if geometry is None or kind not in ("Polygon", "MultiPolygon"):
        row.fault("geometry", FaultCode.BAD_GEOMETRY, str(kind or ""))
        return None
    parts: Any = geometry.get("coordinates")
    try:
        polygons = [_rings(part) for part in (parts if kind == "MultiPolygon" else [parts])]
        polygon = shapely.MultiPolygon([shapely.Polygon(p[0], p[1:]) for p in polygons])
    except (TypeError, ValueError, IndexError, shapely.errors.GEOSException):
        row.fault("geometry", FaultCode.BAD_GEOMETRY)
        return None
    west, south, east, north = polygon.bounds
    if polygon.is_empty:
        row.fault("geometry", FaultCode.BAD_GEOMETRY)
    elif max(abs(south), abs(north)) > 90 and max(abs(west), abs(east)) <= 90:
        row.fault("geometry", FaultCode.SWAPPED)
    elif max(abs(south), abs(north)) > 90 or max(abs(west), abs(east)) > 180:
        row.fault("geometry", FaultCode.OUT_OF_RANGE)
    elif not polygon.is_valid:
        row.fault("geometry", FaultCode.BAD_GEOMETRY, shapely.is_valid_reason(polygon))
    return polygon if row.ok else None


def _rings(part: Any) -> list[FloatArray]:
    """Rings as (n, 2) lon, lat; a height is dropped. ValueError for anything else."""
    rings = [np.array([point[:2] for point in ring], dtype=np.float64) for ring in part]
    if not rings or any(r.ndim != 2 or not np.isfinite(r).all() for r in rings):
        raise ValueError("not rings of points")
    return rings
