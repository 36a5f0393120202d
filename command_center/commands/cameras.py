"""What the directory says of cameras and what the room adds to it; the two never overwrite each
other."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from command_center.commands.conflicts import lost_to
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import Camera
from command_center.domain.unit import Unit
from command_center.ports import UnitOfWork

FACTS = (
    "name",
    "url",
    "main_url",
    "control_url",
    "owner",
    "kind",
    "lat",
    "lon",
    "area",
    "heading_deg",
    "field_deg",
    "retention_h",
    "poll_s",
)
"""The directory's; every other field of a camera that stands is the room's."""
_COUNTED = frozenset({"retention_h", "poll_s"})
LONGEST_ALIAS, LONGEST_NOTE = 200, 4_000
MOST_MASKS = 16
Mask = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class ImportCameras:
    """Add cameras, or bring what is known of them up to date by id."""

    cameras: tuple[Camera, ...]


@dataclass(frozen=True, slots=True)
class ApplyDirectory:
    """Take what a directory lists: `cameras` as they are to be, `gone` that it no longer lists.

    A directory that loses more than half of its cameras is refused unless `accept_loss`.
    """

    directory: str
    cameras: tuple[Camera, ...]
    gone: tuple[str, ...] = ()
    accept_loss: bool = False


@dataclass(frozen=True, slots=True)
class RenameCamera:
    """What the room calls it; "" gives the directory's name back. `before`, here and below, is
    what stood there for whoever changes it: Conflict if somebody else has changed it since."""

    camera_id: str
    alias: str
    before: str | None = None


@dataclass(frozen=True, slots=True)
class NoteCamera:
    camera_id: str
    note: str
    before: str | None = None


@dataclass(frozen=True, slots=True)
class MaskCamera:
    """Parts of the picture nobody is to see: left, top, width, height as fractions of it. What
    was added to `before` and taken from it is done to whatever stands there now, so that two
    people's masks both stay."""

    camera_id: str
    masks: tuple[Mask, ...]
    before: tuple[Mask, ...] | None = None


@dataclass(frozen=True, slots=True)
class SetStatic:
    """Whether its picture may stand still without anything being wrong."""

    camera_id: str
    static: bool


@dataclass(frozen=True, slots=True)
class EnableCamera:
    camera_id: str
    enabled: bool


@dataclass(frozen=True, slots=True)
class AttachCamera:
    """A camera that a unit carries is where the unit is; None puts it back where it stands.
    `before` "" is no unit."""

    camera_id: str
    unit_id: str | None
    before: str | None = None


def facts_of(camera: Camera) -> dict[str, Any]:
    """What is said of it. What a directory leaves out changes nothing; with a new point comes its
    area, also when that is none."""
    said = {name: value for name in FACTS if _is_said(name, value := getattr(camera, name))}
    return said | {"area": camera.area} if {"lat", "lon"} <= said.keys() else said


def _is_said(name: str, value: object) -> bool:
    return value not in ("", None) and not (name in _COUNTED and value == 0)


def lost_most(gone: int, present: int) -> bool:
    """Whether so many are missing at once that the directory is rather at fault."""
    return gone * 2 > present


def _take(work: UnitOfWork, camera: Camera, facts: Mapping[str, Any]) -> None:
    standing = work.find(Camera, id=camera.id)
    if standing:
        work.change(standing[0], **facts)
    else:
        work.add(dataclasses.replace(camera, version=1))


@verb(ImportCameras, "cameras.imported", Permission.ADMINISTER)
def import_cameras(work: UnitOfWork, command: ImportCameras, ctx: Context) -> Result:
    for camera in command.cameras:
        placed = _placed(camera, ctx)
        _take(work, placed, {**facts_of(placed), "gone_at": None})
    return {"count": len(command.cameras)}


def _placed(camera: Camera, ctx: Context) -> Camera:
    """With the area of its point, where nobody has said it."""
    if camera.area or camera.lat is None or camera.lon is None:
        return camera
    return dataclasses.replace(camera, area=ctx.city.area_at(camera.lat, camera.lon) or "")


@verb(ApplyDirectory, "cameras.synchronised", Permission.MANAGE_CAMERAS)
def apply_directory(work: UnitOfWork, command: ApplyDirectory, ctx: Context) -> Result:
    here = {c.id: c for c in work.find(Camera, directory=command.directory)}
    present = [c for c in here.values() if c.gone_at is None]
    gone = [here[id] for id in command.gone if id in here and here[id].gone_at is None]
    if lost_most(len(gone), len(present)) and not command.accept_loss:
        raise OperatorError("directory_lost_most", gone=len(gone), present=len(present))
    for camera in command.cameras:
        for other in work.find(Camera, id=camera.id):
            if other.directory not in ("", command.directory):
                raise OperatorError("camera_of_other_directory", camera=camera.id)
        facts: dict[str, Any] = {"directory": command.directory, "gone_at": None}
        _take(work, dataclasses.replace(camera, **facts), {**facts_of(camera), **facts})
    for camera in gone:
        work.change(camera, gone_at=ctx.now)
    return {"directory": command.directory, "taken": len(command.cameras), "gone": len(gone)}


@verb(RenameCamera, "camera.renamed", Permission.TRIAGE)
def rename_camera(work: UnitOfWork, command: RenameCamera, ctx: Context) -> Result:
    alias = " ".join(command.alias.split())
    if len(alias) > LONGEST_ALIAS:
        raise OperatorError("text_too_long", limit=LONGEST_ALIAS)
    return _set(work, command.camera_id, command.before, alias=alias)


@verb(NoteCamera, "camera.noted", Permission.TRIAGE)
def note_camera(work: UnitOfWork, command: NoteCamera, ctx: Context) -> Result:
    note = command.note.strip()
    if len(note) > LONGEST_NOTE:
        raise OperatorError("text_too_long", limit=LONGEST_NOTE)
    return _set(work, command.camera_id, command.before, note=note)


@verb(MaskCamera, "camera.masked", Permission.MANAGE_CAMERAS)
def mask_camera(work: UnitOfWork, command: MaskCamera, ctx: Context) -> Result:
    if len(command.masks) > MOST_MASKS or not all(map(_is_mask, command.masks)):
        raise OperatorError("mask_outside_picture", limit=MOST_MASKS)
    masks, camera = command.masks, work.get(Camera, command.camera_id)
    if command.before is not None:
        masks = _joined(camera, command.before, masks)
    if len(masks) > MOST_MASKS:
        raise OperatorError("mask_outside_picture", limit=MOST_MASKS)
    if _plain(camera.masks) != masks:
        work.change(camera, masks=masks)
    return {"camera_id": camera.id}


def _joined(camera: Camera, before: tuple[Mask, ...], masks: tuple[Mask, ...]) -> tuple[Mask, ...]:
    standing: Any = _plain(camera.masks)
    kept = tuple(mask for mask in standing if mask in masks or mask not in before)
    return (*kept, *(mask for mask in masks if mask not in before and mask not in kept))


def _is_mask(mask: Mask) -> bool:
    left, top, width, height = mask
    return (
        all(math.isfinite(side) for side in mask)
        and min(left, top) >= 0
        and min(width, height) > 0
        and max(left + width, top + height) <= 1 + 1e-9
    )


@verb(SetStatic, "camera.static", Permission.MANAGE_CAMERAS)
def set_static(work: UnitOfWork, command: SetStatic, ctx: Context) -> Result:
    return _set(work, command.camera_id, static=command.static)


@verb(EnableCamera, "camera.enabled", Permission.MANAGE_CAMERAS)
def enable_camera(work: UnitOfWork, command: EnableCamera, ctx: Context) -> Result:
    return _set(work, command.camera_id, enabled=command.enabled)


@verb(AttachCamera, "camera.attached", Permission.MANAGE_CAMERAS)
def attach_camera(work: UnitOfWork, command: AttachCamera, ctx: Context) -> Result:
    if command.unit_id is not None:
        work.get(Unit, command.unit_id)
    camera = work.get(Camera, command.camera_id)
    if command.before is not None and camera.unit_id not in (
        command.before or None,
        command.unit_id,
    ):
        raise lost_to(work, "camera", camera.id, "unit_id", unit_id=camera.unit_id)
    work.change(camera, unit_id=command.unit_id)
    return {"camera_id": camera.id}


def _set(work: UnitOfWork, camera_id: str, before: object = None, /, **fields: object) -> Result:
    camera = work.get(Camera, camera_id)
    stands = {name: _plain(getattr(camera, name)) for name in fields}
    if stands == fields:
        return {"camera_id": camera_id}
    if before is not None and list(stands.values()) != [before]:
        raise lost_to(work, "camera", camera_id, next(iter(stands)), **stands)
    work.change(camera, **fields)
    return {"camera_id": camera_id}


def _plain(value: object) -> object:
    """Masks as they are given, however they were stored."""
    return tuple(map(_plain, value)) if isinstance(value, list | tuple) else value
