"""The lines of a GeoJSON feature from outside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from command_center.geo.distance import FloatArray
from command_center.geo.faults import FaultCode
from command_center.geo.tables import Row

LINES = ("LineString", "MultiLineString")


def lines_of(row: Row, geometry: Mapping[str, Any] | None) -> list[FloatArray]:
    """Each line as (k, 2) lat, lon with k >= 2, or a fault and none."""
    kind = geometry.get("type") if geometry else None
    if geometry is None or kind not in LINES:
        row.fault("geometry", FaultCode.BAD_GEOMETRY, str(kind or ""))
        return []
    drawn: Any = geometry.get("coordinates")
    try:
        parts = drawn if kind == "MultiLineString" else [drawn]
        lines = [np.array([p[:2] for p in part], dtype=np.float64) for part in parts]
    except (TypeError, ValueError, IndexError, OverflowError):
        row.fault("geometry", FaultCode.BAD_GEOMETRY)
        return []
    if not lines or not all(_is_line(line) for line in lines):
        row.fault("geometry", FaultCode.BAD_GEOMETRY)
        return []
    lon, lat = np.abs(np.concatenate(lines)).max(axis=0)
    if lat > 90 or lon > 180:
        swapped = lat <= 180 and lon <= 90
        row.fault("geometry", FaultCode.SWAPPED if swapped else FaultCode.OUT_OF_RANGE)
        return []
    return [np.ascontiguousarray(line[:, ::-1]) for line in lines]


def _is_line(line: FloatArray) -> bool:
    return (
        line.ndim == 2
        and line.shape[1:] == (2,)
        and len(line) > 1
        and bool(np.isfinite(line).all())
    )
