"""Which cameras see an incident: distance first, then where they look and whether they live."""

from __future__ import annotations

import math
from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import dataclass

from command_center.domain.incident import Incident
from command_center.domain.room import Camera
from command_center.geo.distance import distance_m
from command_center.ports import Position

REACH_M = 1_500.0
FIELD_DEG = 90.0
"""How wide a camera sees whose directory does not say: our assumption for a street camera."""
CLOSE_M = 30.0
"""This near a camera may look anywhere and still stand in the middle of it."""
_TOWARDS, _AWAY = 0.75, 2.0

Point = tuple[float, float]
Positions = Mapping[str, Position]


@dataclass(frozen=True, slots=True)
class Near:
    """A camera `metres` from something. `looks` None: where it looks is not known."""

    camera: Camera
    metres: float
    looks: bool | None
    alive: bool

    @property
    def order(self) -> tuple[bool, float, str, str]:
        """Living ones first; one that looks away counts as twice as far, towards as nearer."""
        weight = {True: _TOWARDS, False: _AWAY, None: 1.0}[self.looks]
        return (not self.alive, self.metres * weight, self.camera.label, self.camera.id)


def standing(camera: Camera, positions: Positions) -> Point | None:
    """Where it is: with the unit that carries it, else where the directory puts it."""
    if camera.unit_id is not None and camera.unit_id in positions:
        carried = positions[camera.unit_id]
        return carried.lat, carried.lon
    if camera.lat is None or camera.lon is None:
        return None
    return camera.lat, camera.lon


def point_of(incident: Incident | None) -> Point | None:
    if incident is None or incident.lat is None or incident.lon is None:
        return None
    return incident.lat, incident.lon


def bearing_deg(start: Point, end: Point) -> float:
    """From north, clockwise, 0 to 360."""
    (lat_a, lon_a), (lat_b, lon_b) = start, end
    phi_a, phi_b = math.radians(lat_a), math.radians(lat_b)
    turn = math.radians(lon_b - lon_a)
    east = math.sin(turn) * math.cos(phi_b)
    north = math.cos(phi_a) * math.sin(phi_b) - math.sin(phi_a) * math.cos(phi_b) * math.cos(turn)
    return math.degrees(math.atan2(east, north)) % 360.0


def looks_at(camera: Camera, start: Point, end: Point, metres: float) -> bool | None:
    """Whether `end` lies in its field of view; None where its heading is not known or it moves."""
    if camera.heading_deg is None or camera.unit_id is not None or metres <= CLOSE_M:
        return None
    off = (bearing_deg(start, end) - camera.heading_deg + 180.0) % 360.0 - 180.0
    return abs(off) <= (camera.field_deg or FIELD_DEG) / 2


def ranked(
    cameras: Iterable[Camera], point: Point | None, positions: Positions, dead: Container[str]
) -> list[Near]:
    """Enabled cameras within REACH_M of a point, best first. `dead` has the ids known to be down;
    only those within reach are looked up."""
    if point is None:
        return []
    found = []
    for camera in cameras:
        at = standing(camera, positions)
        if not camera.in_use or at is None:
            continue
        metres = distance_m(*at, *point)
        if metres <= REACH_M:
            looks = looks_at(camera, at, point, metres)
            found.append(Near(camera, metres, looks, camera.id not in dead))
    return sorted(found, key=lambda near: near.order)


def substitute(
    camera: Camera,
    cameras: Iterable[Camera],
    positions: Positions,
    dead: Container[str],
    taken: Collection[str],
) -> Near | None:
    """The nearest living camera to a dead one that does not stand on the page already."""
    at = standing(camera, positions)
    free = (other for other in cameras if other.id != camera.id and other.id not in taken)
    living = [near for near in ranked(free, at, positions, dead) if near.alive]
    return min(living, key=lambda near: (near.metres, near.camera.label), default=None)
