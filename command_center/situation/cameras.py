"""Where a camera is: where it stands, or where the unit that carries it is."""

from __future__ import annotations

from command_center.domain.room import Camera
from command_center.situation.situation import Situation

Point = tuple[float, float]


def camera_point(situation: Situation, camera: Camera) -> Point | None:
    """(lat, lon); None for a camera without a place and while its unit has not said where it is."""
    if camera.unit_id is not None:
        at = situation.positions.get(camera.unit_id)
        return (at.lat, at.lon) if at is not None else None
    if camera.lat is None or camera.lon is None:
        return None
    return camera.lat, camera.lon
