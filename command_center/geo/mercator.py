"""Web Mercator tile numbers (EPSG:3857, the numbering of every raster tile server)."""

from __future__ import annotations

import math

EQUATOR_M = 40_075_016.686
"""Length of the equator of the sphere the projection uses."""
TILE_PX = 256


def zoom_for(px_per_m: float, lat: float) -> int:
    """The level whose tiles are shown closest to their own size, from a little smaller on."""
    whole_px = EQUATOR_M * math.cos(math.radians(lat)) * px_per_m
    return max(0, math.floor(math.log2(whole_px / TILE_PX) + 0.5))


def tile_at(lat: float, lon: float, zoom: int) -> tuple[float, float]:
    """Column and row as real numbers: the whole part is the tile, the rest where in it."""
    whole = 1 << zoom
    x = (lon + 180.0) / 360.0 * whole
    y = (1.0 - math.asinh(math.tan(math.radians(lat))) / math.pi) / 2.0 * whole
    return x, y


def corner_of(x: int, y: int, zoom: int) -> tuple[float, float]:
    """(lat, lon) of a tile's north-western corner."""
    whole = 1 << zoom
    lat = math.degrees(math.atan(math.sinh(math.pi * (1.0 - 2.0 * y / whole))))
    return lat, x / whole * 360.0 - 180.0
