"""What a directory lists against what the room knows of it. Pure; matched by stream id only:
names repeat and record ids change."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Any

from command_center.commands.cameras import ApplyDirectory, facts_of, lost_most
from command_center.domain.room import Camera
from command_center.geo.distance import distance_m
from command_center.geo.faults import Fault, FaultCode
from command_center.video.directory.entries import Entry, Parsed

CHUNK = 500
"""Cameras in one entry of the log: a whole city is one entry or two."""
_LABEL = re.compile(r"CAM-(\d{1,6})")
AreaAt = Callable[[float, float], str | None]


class ChangeKind(StrEnum):
    """In the order a person wants to read them."""

    GONE = "gone"
    ADDED = "added"
    BACK = "back"
    MOVED = "moved"
    RENAMED = "renamed"
    READDRESSED = "readdressed"
    FACTS = "facts"


@dataclass(frozen=True, slots=True)
class CameraChange:
    """`after` is the camera as it will be; `moved_m` None when it had no place before."""

    kinds: tuple[ChangeKind, ...]
    before: Camera | None
    after: Camera
    moved_m: float | None = None


@dataclass(frozen=True)
class DirectoryDiff:
    """`present` cameras of the directory stand in the room now; `listed` are in it and well
    formed, `outside` of those stand in none of the city's areas; `faults` are rows refused."""

    directory: str
    changes: tuple[CameraChange, ...]
    faults: tuple[Fault, ...]
    outside: tuple[Camera, ...]
    listed: int
    present: int

    @cached_property
    def counts(self) -> Mapping[ChangeKind, int]:
        """Of every kind; one camera may be several."""
        found = Counter(kind for change in self.changes for kind in change.kinds)
        return {kind: found[kind] for kind in ChangeKind}

    @property
    def lost_most(self) -> bool:
        """Whether a person is to be asked before it is believed."""
        return lost_most(self.counts[ChangeKind.GONE], self.present)

    def commands(self, *, accept_loss: bool = False) -> Iterator[ApplyDirectory]:
        """What takes it into the room, none when nothing changed. Each leaves a room that the same
        directory still fits."""
        gone = tuple(c.after.id for c in self.changes if ChangeKind.GONE in c.kinds)
        taken = [c.after for c in self.changes if ChangeKind.GONE not in c.kinds]
        for start in range(0, max(len(taken), bool(gone)), CHUNK):
            part = tuple(taken[start : start + CHUNK])
            yield ApplyDirectory(self.directory, part, () if start else gone, accept_loss)


def compare(
    directory: str,
    parsed: Parsed,
    cameras: Iterable[Camera],
    area_at: AreaAt,
    *,
    owner: str = "",
) -> DirectoryDiff:
    """`cameras` are all of the room's; `owner` of those for whom the directory names none. A camera
    whose row was refused is not gone: it stays as it is."""
    known = {camera.id: camera for camera in cameras}
    ours = [camera for camera in known.values() if camera.directory == directory]
    present = [camera for camera in ours if camera.gone_at is None]
    faults = list(parsed.faults)
    labels = _free_labels(known.values())
    changes: list[CameraChange] = []
    outside: list[Camera] = []
    listed: set[str] = set()
    for number, entry in enumerate(parsed.entries, 1):
        standing = known.get(entry.stream_id)
        if standing is not None and standing.directory not in ("", directory):
            other = f"{entry.stream_id}: {standing.directory}"
            faults.append(
                Fault(directory, number, "stream_id", FaultCode.OTHER_DIRECTORY, other[:80])
            )
            continue
        listed.add(entry.stream_id)
        change = _change(directory, entry, standing, area_at, owner)
        if standing is None:
            change = replace(change, after=replace(change.after, label=next(labels)))
        if change.kinds:
            changes.append(change)
        if change.after.lat is not None and not change.after.area:
            outside.append(change.after)
    changes += _gone(present, listed | parsed.refused_ids)
    return DirectoryDiff(
        directory, tuple(changes), tuple(faults), tuple(outside), len(listed), len(present)
    )


def _gone(present: Sequence[Camera], listed: set[str]) -> list[CameraChange]:
    missing = [camera for camera in present if camera.id not in listed]
    return [CameraChange((ChangeKind.GONE,), camera, camera) for camera in missing]


def _free_labels(cameras: Iterable[Camera]) -> Iterator[str]:
    """CAM-001 and on, after the highest the room has."""
    numbers = [int(m.group(1)) for c in cameras if (m := _LABEL.fullmatch(c.label))]
    number = max(numbers, default=0)
    while True:
        number += 1
        yield f"CAM-{number:03d}"


def _change(
    directory: str, entry: Entry, standing: Camera | None, area_at: AreaAt, owner: str
) -> CameraChange:
    listed = _camera(directory, entry, area_at, owner)
    if standing is None:
        return CameraChange((ChangeKind.ADDED,), None, listed)
    facts: dict[str, Any] = facts_of(listed)
    after = replace(standing, **facts, directory=directory, gone_at=None)
    kinds = [kind for kind, differs in _KINDS.items() if differs(standing, after)]
    if after != standing and not kinds:
        kinds = [ChangeKind.FACTS]
    return CameraChange(tuple(kinds), standing, after, _metres(standing, after))


_KINDS: Mapping[ChangeKind, Callable[[Camera, Camera], bool]] = {
    ChangeKind.BACK: lambda old, new: old.gone_at is not None,
    ChangeKind.MOVED: lambda old, new: (old.lat, old.lon) != (new.lat, new.lon),
    ChangeKind.RENAMED: lambda old, new: old.name != new.name,
    ChangeKind.READDRESSED: lambda old, new: (old.url, old.main_url) != (new.url, new.main_url),
}


def _metres(old: Camera, new: Camera) -> float | None:
    if old.lat is None or old.lon is None or new.lat is None or new.lon is None:
        return None
    return distance_m(old.lat, old.lon, new.lat, new.lon)


def _camera(directory: str, entry: Entry, area_at: AreaAt, owner: str) -> Camera:
    area = None
    if entry.lat is not None and entry.lon is not None:
        area = area_at(entry.lat, entry.lon)
    return Camera(
        id=entry.stream_id,
        version=1,
        label="",
        name=entry.name,
        url=entry.url,
        owner=entry.owner or owner,
        kind=entry.kind,
        lat=entry.lat,
        lon=entry.lon,
        enabled=True,
        main_url=entry.main_url,
        directory=directory,
        area=area or "",
        heading_deg=entry.heading_deg,
        field_deg=entry.field_deg,
        retention_h=entry.retention_h,
        poll_s=entry.poll_s,
    )
