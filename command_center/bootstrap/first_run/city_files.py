"""Files of cameras, boundaries and places: counted first, taken when a person agreed."""

from __future__ import annotations

import hashlib
from pathlib import Path

from command_center.bootstrap.given_file import read_some
from command_center.bootstrap.importing import store
from command_center.bootstrap.room import LANE_S, OpenedRoom
from command_center.domain.entities import from_json
from command_center.domain.errors import OperatorError
from command_center.domain.room import Camera
from command_center.geo.faults import Fault
from command_center.geo.import_boundaries import parse_boundaries
from command_center.geo.importing import parse_places
from command_center.geo.tables import MAX_BYTES as FILE_BYTES
from command_center.runtime.paths import resources_dir
from command_center.ui.fault_words import fault_text
from command_center.ui.first_run.setup import Preview
from command_center.video.directory.diff import DirectoryDiff, compare
from command_center.video.directory.entries import parse_directory
from command_center.video.directory.readers import MAX_BYTES
from command_center.video.directory.service import area_finder, find_mapping

CAMERAS = "cameras"


def layouts() -> tuple[str, ...]:
    """What the shipped mappings of camera directories are called."""
    return tuple(sorted(path.stem for path in (resources_dir() / "directories").glob("*.toml")))


def look_at(room: OpenedRoom, what: str, path: Path, layout: str, base: str) -> Preview:
    """What would be stored of a file. OperatorError, OSError."""
    data = _read(what, path)
    outside = 0
    faults: tuple[Fault, ...]
    if what == CAMERAS:
        diff = _diff(room, data, layout, base)
        rows, outside = len(diff.changes), len(diff.outside)
        faults = diff.faults
    elif what == "places":
        places = parse_places(data, path.name)
        rows, faults = len(places.places), tuple(places.faults)
    else:
        found = parse_boundaries(data, path.name, path.name)
        rows = len(found.areas) if found.made is not None else 0
        faults = tuple(found.faults)
    words = tuple(fault_text(fault) for fault in faults)
    refused = len({fault.row for fault in faults})
    digest = hashlib.sha256(data).hexdigest()
    return Preview(what, path, digest, layout, base, rows, outside, refused, words)


def take_file(room: OpenedRoom, preview: Preview) -> int:
    """How many rows were stored. OperatorError("first_run_file_changed"): it is not what was shown
    any more."""
    data = _read(preview.what, preview.path)
    if hashlib.sha256(data).hexdigest() != preview.sha256:
        raise OperatorError("first_run_file_changed", file=preview.path.name)
    if preview.what != CAMERAS:
        stored, _ = store(room, preview.what, data, preview.path.name)
        return stored
    diff = _diff(room, data, preview.layout, preview.base)
    for command in diff.commands():
        room.lane.submit(command, act=room.console).result(LANE_S)
    return len(diff.changes)


def _read(what: str, path: Path) -> bytes:
    if not path.is_file():
        raise OperatorError("first_run_no_file", file=str(path)[:200])
    return read_some(path, MAX_BYTES if what == CAMERAS else FILE_BYTES)


def _diff(room: OpenedRoom, data: bytes, layout: str, base: str) -> DirectoryDiff:
    rows = room.database.feed.snapshot(room.clock.now()).rows["camera"]
    mapping = find_mapping(layout)
    parsed = parse_directory(data, mapping, base=base)
    cameras = [Camera(**from_json(Camera, row)) for row in rows]
    return compare(mapping.name, parsed, cameras, area_finder(room.city))
