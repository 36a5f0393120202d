"""Movable cameras from the command line: finding them, and telling the room where one is moved."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from urllib.parse import quote, urlsplit, urlunsplit

from command_center.bootstrap.room import LANE_S, OpenedRoom, RoomPlan, open_room
from command_center.commands.ptz import SetControl
from command_center.domain.entities import from_json
from command_center.domain.errors import OperatorError
from command_center.domain.room import Camera
from command_center.runtime.clock import LiveClock
from command_center.runtime.secrets import camera_password, database_password, keep_camera_password
from command_center.video.onvif.client import PROBE_S, CameraControl
from command_center.video.onvif.model import ControlError, Described
from command_center.video.onvif.probe import EVERYBODY
from command_center.video.policy import PORTS, StreamPolicy

ANSWER_S = 30.0


def discover(hosts: Sequence[str]) -> tuple[list[str], bool]:
    """Devices that answer a probe, a line each; `hosts` are asked one by one, without them
    everybody on this network. None of them is connected to."""
    control = CameraControl(StreamPolicy.for_hosts(()))
    targets = tuple((host, EVERYBODY[1]) for host in hosts) or (EVERYBODY,)
    try:
        found = control.discover(targets).result(PROBE_S + ANSWER_S)
    finally:
        control.close()
    lines = [f"{device.control_url} {device.name}".rstrip() for device in found]
    return [*lines, f"{len(lines)} found"], bool(lines)


def set_control(database: str, camera: str, address: str, user: str) -> list[str]:
    """Ask the device at `address` what it is, then keep the address with the camera of that id or
    label; "" takes it away. The password is asked for and kept in the keyring.

    Raises:
        OperatorError: nothing was changed.
    """
    lines = []
    if address:
        address = _with_user(address, user)
        if user:
            _keep_password(address, user)
        lines = _told(_asked(address))
    room = open_room(database, LiveClock(), RoomPlan(), password=database_password(database))
    try:
        row = _camera(room, camera)
        room.lane.submit(SetControl(row.id, address), act=room.console).result(LANE_S)
    finally:
        room.close()
    return [*lines, f"{row.label} {row.name}: {address or 'not movable'}"]


def _with_user(address: str, user: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        raise OperatorError("camera_control_url") from None
    if parts.username is not None or parts.password is not None:
        raise OperatorError("password_in_url")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise OperatorError("camera_control_url")
    name = f"{quote(user, safe='')}@" if user else ""
    return urlunsplit(parts._replace(netloc=name + parts.netloc))


def _keep_password(address: str, user: str) -> None:
    parts = urlsplit(address)
    password = getpass.getpass(f"password of {user} (empty: as it is kept): ")
    port = parts.port or PORTS[parts.scheme]
    host = (parts.hostname or "").lower().rstrip(".")
    if password and not keep_camera_password(user, host, port, password):
        raise OperatorError("camera_password_not_kept")


def _asked(address: str) -> Described:
    host = urlsplit(address).hostname or ""
    control = CameraControl(StreamPolicy.for_hosts((host,)), camera_password)
    try:
        return control.describe(address).result(ANSWER_S)
    except ControlError as error:
        raise OperatorError("camera_control_failed", reason=error.reason.value) from None
    finally:
        control.close()


def _told(about: Described) -> list[str]:
    if not about.movable:
        raise OperatorError("camera_control_failed", reason="unsupported")
    sizes = ", ".join(f"{p.name} {p.width}x{p.height}" for p in about.profiles)
    presets = ", ".join(preset.name or preset.token for preset in about.presets) or "none"
    return [f"{about.maker} {about.model}: {sizes}", f"presets: {presets}"]


def _camera(room: OpenedRoom, wanted: str) -> Camera:
    rows = room.database.feed.snapshot(room.clock.now()).rows["camera"]
    found = [Camera(**from_json(Camera, row)) for row in rows]
    for camera in found:
        if wanted in (camera.id, camera.label):
            return camera
    raise OperatorError("camera_unknown", camera=wanted)
