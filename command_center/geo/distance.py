"""Distances on the ground and the straight-line travel estimate."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

EARTH_RADIUS_M = 6_371_008.8
"""Mean radius of the Earth (IUGG), metres."""

DETOUR_FACTOR = 1.3
"""Road length over straight line: our assumption for a dense town, not a measurement."""

URBAN_SPEED_MPS = 30 / 3.6
"""30 km/h: our assumption for a patrol vehicle in town traffic."""

FloatArray = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class TravelEstimate:
    """An estimated drive with what it assumes; the screen labels it an estimate."""

    seconds: float
    straight_m: float
    detour_factor: float
    speed_mps: float


def distance_m(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> float:
    """Great-circle distance in metres between two WGS84 points in degrees (haversine)."""
    phi_a, phi_b = math.radians(lat_a), math.radians(lat_b)
    half_lat = math.sin((phi_b - phi_a) / 2)
    half_lon = math.sin(math.radians(lon_b - lon_a) / 2)
    chord = half_lat * half_lat + math.cos(phi_a) * math.cos(phi_b) * half_lon * half_lon
    return 2 * EARTH_RADIUS_M * math.asin(min(1.0, math.sqrt(chord)))


def distances_m(lat: float, lon: float, lats: FloatArray, lons: FloatArray) -> FloatArray:
    """Distances in metres from one point to arrays of points of shape (n,), in degrees."""
    phi = math.radians(lat)
    phis = np.radians(lats)
    half_lat = np.sin((phis - phi) / 2)
    half_lon = np.sin(np.radians(lons - lon) / 2)
    chord = half_lat * half_lat + math.cos(phi) * np.cos(phis) * half_lon * half_lon
    metres: FloatArray = 2 * EARTH_RADIUS_M * np.arcsin(np.minimum(1.0, np.sqrt(chord)))
    return metres


def estimate_travel(
    straight_m: float,
    detour_factor: float = DETOUR_FACTOR,
    speed_mps: float = URBAN_SPEED_MPS,
) -> TravelEstimate:
    """Seconds to drive a straight-line distance; ValueError unless detour >= 1 and speed > 0."""
    if detour_factor < 1 or speed_mps <= 0 or straight_m < 0:
        raise ValueError(f"no travel of {straight_m} m x {detour_factor} at {speed_mps} m/s")
    seconds = straight_m * detour_factor / speed_mps
    return TravelEstimate(seconds, straight_m, detour_factor, speed_mps)


@dataclass(frozen=True, slots=True)
class LocalPlane:
    """Flat metres around a latitude: x = lon * x_m, y = lat * y_m.

    Within 30 km of `lat` the error against the sphere stays below 0.3 %, which is enough for
    borders and label points of one city or regency.
    """

    x_m: float
    y_m: float

    @classmethod
    def at(cls, lat: float) -> LocalPlane:
        metres_per_degree = math.radians(1) * EARTH_RADIUS_M
        return cls(metres_per_degree * math.cos(math.radians(lat)), metres_per_degree)

    def to_metres(self, lon_lat: FloatArray) -> FloatArray:
        """(n, 2) degrees as lon, lat -> (n, 2) metres as x, y."""
        metres: FloatArray = lon_lat * np.array([self.x_m, self.y_m])
        return metres

    def to_degrees(self, metres: FloatArray) -> FloatArray:
        """(n, 2) metres as x, y -> (n, 2) degrees as lon, lat."""
        degrees: FloatArray = metres / np.array([self.x_m, self.y_m])
        return degrees
