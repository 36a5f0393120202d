"""Moving cameras: who may, until when, and what was done. One person moves a camera at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission, allowed
from command_center.domain.room import Camera, CameraLease, Role
from command_center.ports import UnitOfWork

LEASE = timedelta(seconds=60)
NAME_MAX = 60
REASON_MAX = 200


class Ended(StrEnum):
    """Why a movement was over."""

    RELEASED = "released"
    LEFT = "left"  # the window or the camera was no longer looked at
    LOST = "lost"  # somebody else took the camera
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class TakeCamera:
    """Hold a camera for 60 s, or hold on to it. Whoever leads the shift may take it from its
    holder and says why; everybody else waits until it is free."""

    camera_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReleaseCamera:
    """Give it up before its time; nothing happens if somebody else holds it."""

    camera_id: str


@dataclass(frozen=True, slots=True)
class RecordMovement:
    """A movement that is over, first to last moment. The fractions of full speed are of its
    beginning: right, up and closer are positive."""

    camera_id: str
    pan: float
    tilt: float
    zoom: float
    began_at: datetime
    ended_at: datetime
    ended: Ended


@dataclass(frozen=True, slots=True)
class RecordPreset:
    """The camera was sent to a preset, or (`kept`) a preset was made of where it looked."""

    camera_id: str
    token: str
    name: str
    kept: bool = False


@dataclass(frozen=True, slots=True)
class SetControl:
    """Where a camera is moved: the address of its ONVIF device service, without a password; ""
    for a camera that cannot be moved."""

    camera_id: str
    control_url: str


@verb(SetControl, "camera.control_set", Permission.MANAGE_CAMERAS)
def set_control(work: UnitOfWork, command: SetControl, ctx: Context) -> Result:
    camera = work.get(Camera, command.camera_id)
    if command.control_url:
        _demand_address(command.control_url)
    work.change(camera, control_url=command.control_url)
    return {"camera_id": camera.id}


def _demand_address(url: str) -> None:
    """The log keeps it for ever, and everybody may read the log."""
    try:
        parts = urlsplit(url)
    except ValueError:
        raise OperatorError("source_bad_url") from None
    if parts.password is not None:
        raise OperatorError("password_in_url")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise OperatorError("source_bad_url")


@verb(TakeCamera, "camera.taken", Permission.MOVE_CAMERAS)
def take_camera(work: UnitOfWork, command: TakeCamera, ctx: Context) -> Result:
    camera = work.get(Camera, command.camera_id)
    if not camera.control_url or not camera.enabled:
        raise OperatorError("camera_not_movable", camera=camera.label)
    until = ctx.now + LEASE
    standing = work.find(CameraLease, id=camera.id)
    result: dict[str, Any] = {"camera_id": camera.id, "until": until.isoformat()}
    if not standing:
        act = ctx.act
        lease = CameraLease(camera.id, 1, act.actor, act.workstation, ctx.now, until)
        work.add(lease)
        return result
    lease = standing[0]
    if lease.holder_id != ctx.act.actor and lease.until > ctx.now:
        result |= _taken_over(lease, camera, command.reason.strip()[:REASON_MAX], ctx)
    same = (lease.holder_id, lease.workstation) == (ctx.act.actor, ctx.act.workstation)
    since = lease.taken_at if same and lease.until > ctx.now else ctx.now
    work.change(
        lease,
        holder_id=ctx.act.actor,
        workstation=ctx.act.workstation,
        taken_at=since,
        until=until,
    )
    return result


def _taken_over(lease: CameraLease, camera: Camera, reason: str, ctx: Context) -> dict[str, str]:
    if not allowed(Role(ctx.act.role), Permission.REASSIGN):
        raise OperatorError(
            "camera_held", camera=camera.label, by=lease.holder_id, until=lease.until
        )
    if not reason:
        raise OperatorError("takeover_needs_reason", camera=camera.label, by=lease.holder_id)
    return {"taken_from": lease.holder_id, "reason": reason}


@verb(ReleaseCamera, "camera.released", Permission.MOVE_CAMERAS)
def release_camera(work: UnitOfWork, command: ReleaseCamera, ctx: Context) -> Result:
    lease = _own(work, command.camera_id, ctx)
    if lease is not None and lease.until > ctx.now:
        work.change(lease, until=ctx.now)
    return {"camera_id": command.camera_id}


@verb(RecordMovement, "camera.moved", Permission.MOVE_CAMERAS, always_logged=True)
def record_movement(work: UnitOfWork, command: RecordMovement, ctx: Context) -> Result:
    work.get(Camera, command.camera_id)
    _used(work, command.camera_id, ctx)
    lasted_s = max(0.0, (command.ended_at - command.began_at).total_seconds())
    return {
        "camera_id": command.camera_id,
        "pan": command.pan,
        "tilt": command.tilt,
        "zoom": command.zoom,
        "began_at": command.began_at.isoformat(),
        "lasted_ms": round(lasted_s * 1000),
        "ended": command.ended.value,
    }


@verb(RecordPreset, "camera.preset", Permission.MOVE_CAMERAS, always_logged=True)
def record_preset(work: UnitOfWork, command: RecordPreset, ctx: Context) -> Result:
    work.get(Camera, command.camera_id)
    _used(work, command.camera_id, ctx)
    return {
        "camera_id": command.camera_id,
        "token": command.token[:NAME_MAX],
        "name": command.name[:NAME_MAX],
        "kept": command.kept,
    }


def _own(work: UnitOfWork, camera_id: str, ctx: Context) -> CameraLease | None:
    standing = work.find(CameraLease, id=camera_id)
    mine = [lease for lease in standing if lease.holder_id == ctx.act.actor]
    return mine[0] if mine else None


def _used(work: UnitOfWork, camera_id: str, ctx: Context) -> None:
    """Whoever moves a camera keeps it; who has lost it meanwhile does not get it back."""
    lease = _own(work, camera_id, ctx)
    if lease is not None and lease.until > ctx.now:
        work.change(lease, until=ctx.now + LEASE)
