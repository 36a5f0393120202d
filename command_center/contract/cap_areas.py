"""Polygons of CAP 1.2, "lat,lon lat,lon …", and circles, "lat,lon kilometres"."""

from __future__ import annotations

import math

import shapely

from command_center.domain.alert import LEAST_POINTS, Circle, Ring

MOST_POINTS = 2_000
"""Of one alert, circles counted as one each."""
MOST_RADIUS_M = 500_000.0
DECIMALS = 5


class BadArea(ValueError):
    """`code` says what is wrong with it, `value` where."""

    def __init__(self, code: str, value: str = "") -> None:
        super().__init__(code)
        self.code, self.value = code, value


def ring_of(text: str) -> Ring:
    """BadArea for what is no outline of an area."""
    ring = tuple(_point(one) for one in text.split())
    if len(ring) < LEAST_POINTS:
        raise BadArea("fewer_than_four_points", str(len(ring)))
    if len(ring) > MOST_POINTS:
        raise BadArea("too_many_points", f"{len(ring)} > {MOST_POINTS}")
    if ring[0] != ring[-1]:
        raise BadArea("outline_not_closed", text.rsplit(maxsplit=1)[-1])
    polygon = shapely.Polygon([(lon, lat) for lat, lon in ring])
    if not polygon.is_valid:
        # it is told as a word and then the point, longitude first, in brackets
        where = shapely.is_valid_reason(polygon).partition("[")[2].rstrip("]")
        raise BadArea("outline_crosses_itself", ",".join(reversed(where.split())))
    return ring


def circle_of(text: str) -> Circle | None:
    """None for a circle without a size, which only says where its middle is."""
    place, _, radius = text.strip().partition(" ")
    lat, lon = _point(place)
    try:
        radius_m = float(radius) * 1000
    except ValueError as error:
        raise BadArea("not_a_radius", radius) from error
    if not math.isfinite(radius_m) or not 0 <= radius_m <= MOST_RADIUS_M:
        raise BadArea("not_a_radius", radius)
    return (lat, lon, round(radius_m, 1)) if radius_m else None


def _point(text: str) -> tuple[float, float]:
    try:
        lat, lon = (float(one) for one in text.split(","))
    except ValueError as error:
        raise BadArea("not_a_point", text) from error
    if not (math.isfinite(lat) and math.isfinite(lon) and abs(lon) <= 180):
        raise BadArea("out_of_range", text)
    if abs(lat) > 90:
        raise BadArea("latitude_and_longitude_swapped", text)
    return round(lat, DECIMALS), round(lon, DECIMALS)
