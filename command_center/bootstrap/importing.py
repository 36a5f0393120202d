"""Takes a file of facts of the city into a room, and tries files without storing."""

from __future__ import annotations

from pathlib import Path

from command_center.bootstrap.given_file import read_some
from command_center.bootstrap.importing_partners import import_night_watch, import_partners
from command_center.bootstrap.room import LANE_S, OpenedRoom, RoomPlan, open_room
from command_center.cli_words import explained
from command_center.commands.agencies import ImportAgencies
from command_center.commands.cameras import ImportCameras
from command_center.commands.public_alerts import KeepAlert
from command_center.commands.room import ImportBoundaries, ImportPlaces
from command_center.contract.cap import read_alerts
from command_center.domain.errors import OperatorError
from command_center.domain.room import Camera
from command_center.geo.agencies import parse_agencies
from command_center.geo.faults import Fault, FaultCode
from command_center.geo.import_boundaries import parse_boundaries
from command_center.geo.importing import CameraRecord, parse_cameras, parse_places
from command_center.geo.tables import MAX_BYTES as FILE_BYTES
from command_center.geo.topology import LONGEST_TABLE, write_topology
from command_center.runtime.clock import LiveClock
from command_center.runtime.secrets import database_password

Imported = tuple[int, list[str]]
BATCH = 500


def import_file(what: str, path: Path, url: str) -> Imported:
    """(rows stored, what was refused, a sentence each). What was there before stays, unless the
    file has a newer row of the same code."""
    data = read_some(path, FILE_BYTES)
    room = open_room(url, LiveClock(), RoomPlan(), password=database_password(url))
    try:
        return store(room, what, data, path.name)
    finally:
        room.close()


def store(room: OpenedRoom, what: str, data: bytes, name: str) -> Imported:
    """As `import_file`, of what was read already."""
    return _IMPORTS[what](room, data, name)


def _alerts(room: OpenedRoom, data: bytes, name: str) -> Imported:
    alerts, faults = read_alerts(data, room.clock.now())
    refused = [f"{name}: {fault}" for fault in faults]
    stored = 0
    for alert in sorted(alerts, key=lambda one: one.sent_at):
        try:
            room.lane.submit(KeepAlert(alert), act=room.console).result(LANE_S)
            stored += 1
        except OperatorError as error:
            refused.append(f"{name}: {explained(error)}")
    return stored, refused


def _places(room: OpenedRoom, data: bytes, name: str) -> Imported:
    found = parse_places(data, name)
    for start in range(0, len(found.places), BATCH):
        room.lane.submit(
            ImportPlaces(found.places[start : start + BATCH]), act=room.console
        ).result(LANE_S)
    return len(found.places), [str(fault) for fault in found.faults]


def _cameras(room: OpenedRoom, data: bytes, name: str) -> Imported:
    found = parse_cameras(data, name)
    cameras = tuple(_camera(number, record) for number, record in enumerate(found.cameras, 1))
    for start in range(0, len(cameras), BATCH):
        room.lane.submit(ImportCameras(cameras[start : start + BATCH]), act=room.console).result(
            LANE_S
        )
    return len(cameras), [str(fault) for fault in found.faults]


def _camera(number: int, record: CameraRecord) -> Camera:
    return Camera(
        id=record.stream_id,
        version=1,
        label=f"CAM-{number:03d}",
        name=record.name,
        url=record.url,
        owner=record.owner,
        kind=record.kind,
        lat=record.lat,
        lon=record.lon,
        enabled=True,
    )


def _boundaries(room: OpenedRoom, data: bytes, name: str) -> Imported:
    found = parse_boundaries(data, name, name)
    faults = [str(fault) for fault in found.faults]
    if found.made is None:
        return 0, faults
    table = write_topology(found.made.topology)
    if len(table) > LONGEST_TABLE:
        return 0, [*faults, str(Fault(name, None, "geometry", FaultCode.TOO_DETAILED))]
    room.lane.submit(ImportBoundaries(found.areas, table, name), act=room.console).result(LANE_S)
    return len(found.areas), faults


def _agencies(room: OpenedRoom, data: bytes, name: str) -> Imported:
    found = parse_agencies(data, name)
    if found.agencies:
        room.lane.submit(ImportAgencies(found.agencies), act=room.console).result(LANE_S)
    return len(found.agencies), [str(fault) for fault in found.faults]


_IMPORTS = {
    "alerts": _alerts,
    "places": _places,
    "cameras": _cameras,
    "boundaries": _boundaries,
    "agencies": _agencies,
    "partners": import_partners,
    "ronda": import_night_watch,
}
