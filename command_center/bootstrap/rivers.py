"""The rivers of the room, taken in from a file."""

from __future__ import annotations

from pathlib import Path

from command_center.bootstrap.room import LANE_S, RoomPlan, open_room
from command_center.commands.rivers import KeepRivers
from command_center.geo.rivers.reading import read_rivers
from command_center.geo.rivers.river import length_km, save
from command_center.geo.roadnet.assemble import Progress
from command_center.runtime.clock import LiveClock
from command_center.runtime.paths import roads_dir
from command_center.runtime.secrets import database_password


def import_rivers(
    path: Path, url: str, licence: str, progress: Progress | None = None
) -> tuple[int, list[str]]:
    """(rivers stored, sentences: what was refused, and what is kept). The file is read before the
    room is touched; whoever stops it stores nothing."""
    made = read_rivers(path, progress)
    said = [str(fault) for fault in made.faults]
    if not made.rivers:
        return 0, said
    room = open_room(url, LiveClock(), RoomPlan(), password=database_password(url))
    try:
        _, digest = save(made.rivers, roads_dir())
        km = length_km(made.rivers)
        keep = KeepRivers(path.name, digest, len(made.rivers), km, licence or made.licence)
        room.lane.submit(keep, act=room.console).result(LANE_S)
    finally:
        room.close()
    areas = sum(river.area for river in made.rivers)
    lines = len(made.rivers) - areas
    said.append(f"{lines} lines, {km:.0f} km, and {areas} areas; sha256 {digest}")
    return len(made.rivers), said
