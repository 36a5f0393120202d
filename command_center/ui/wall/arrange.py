"""Which camera stands in which cell. The wall never rearranges itself: only the reserved zone of
this seat's selection changes, and only when the selection does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from command_center.domain.incident import Incident
from command_center.domain.room import Camera
from command_center.geo.distance import distance_m

REACH_M = 1_500.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A camera in a cell; `incident_m` is how far its incident is, None outside the zone."""

    camera: Camera
    incident_m: float | None = None


def nearest(cameras: Iterable[Camera], incident: Incident | None, limit: int) -> list[Cell]:
    """The nearest enabled cameras within REACH_M of an incident that has a point."""
    if incident is None or incident.lat is None or incident.lon is None:
        return []
    near = [
        Cell(camera, distance_m(incident.lat, incident.lon, camera.lat, camera.lon))
        for camera in cameras
        if camera.enabled and camera.lat is not None and camera.lon is not None
    ]
    near = [cell for cell in near if cell.incident_m is not None and cell.incident_m <= REACH_M]
    near.sort(key=lambda cell: (cell.incident_m or 0.0, cell.camera.label))
    return near[:limit]


def in_order(cameras: Iterable[Camera]) -> list[Camera]:
    """Enabled cameras by label; labels repeat, ids do not."""
    return sorted((c for c in cameras if c.enabled), key=lambda c: (c.label, c.id))


def stride(side: int) -> int:
    """How far a page moves on: the cells outside the zone, so that no camera is only ever in the
    row which the zone covers."""
    return side * max(1, side - 1)


def pages(count: int, side: int) -> int:
    """How many pages show each of `count` cameras outside the zone, at least one."""
    return max(1, -(-count // stride(side)))


def cells(
    cameras: Sequence[Camera], incident: Incident | None, side: int, page: int
) -> list[Cell | None]:
    """The side x side cells of a page, row by row; after the last camera comes the first. Of
    2 x 2 and up the first row is the zone: it shows the cameras nearest to the incident and the
    page's own where there are none."""
    total = side * side
    start = page * stride(side) % len(cameras) if cameras else 0
    own = [*cameras[start:], *cameras[:start]][:total]
    grid: list[Cell | None] = [Cell(camera) for camera in own]
    grid += [None] * (total - len(grid))
    if side == 1:
        return grid
    for place, cell in enumerate(nearest(cameras, incident, side)):
        grid[place] = cell
    return grid


def ranks(
    shown: Iterable[Cell | None], warm: Iterable[Camera], focused: str | None
) -> dict[str, int]:
    """{camera id: rank} for the engine: focused 100, of the incident 80, visible 50, warm 10."""
    found = {camera.id: 10 for camera in warm}
    for cell in shown:
        if cell is not None:
            rank = 50 if cell.incident_m is None else 80
            found[cell.camera.id] = max(rank, found.get(cell.camera.id, 0))
    if focused in found:
        found[focused] = 100
    return found
