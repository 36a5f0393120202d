"""The relay of a room: reads each camera once for all its workstations. No window, no Qt."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

from command_center.bootstrap.streams import policy_of
from command_center.domain.entities import from_json
from command_center.domain.errors import OperatorError
from command_center.domain.room import Camera, RoomKind
from command_center.runtime.settings import Settings
from command_center.storage.database import open_database
from command_center.video.model import CameraSpec
from command_center.video.relay.server import Relay

LOOK_S = 10.0  # a camera that is registered is known here so late


def serve_relay(
    url: str,
    password: str | None,
    listen: str,
    settings: Settings,
    say: Callable[[str], None],
    over: threading.Event,
) -> None:
    """Serve the cameras of the room in `url` until `over` is set.

    Raises:
        OperatorError: the address or the token cannot be used, or the database not be read.
    """
    host, _, port = listen.rpartition(":")
    if not host or not port.isdecimal() or len(settings.relay_token) < 16:
        raise OperatorError("relay_settings", listen=listen)
    database = open_database(url, migrate=False, password=password)
    known: dict[str, Camera] = {}

    def look() -> None:
        rows = database.feed.snapshot(None).rows["camera"]
        cameras = (Camera(**from_json(Camera, row)) for row in rows)
        found = {camera.id: camera for camera in cameras if camera.gone_at is None}
        known.clear()
        known.update(found)

    # Whoever relays reads from the city itself, whatever this machine's window does.
    own = replace(settings, relay="")
    try:
        look()
        relay = Relay(
            (host.strip("[]"), int(port)),
            settings.relay_token,
            lambda: {camera.id: _spec(camera) for camera in known.copy().values()},
            lambda: policy_of(known.copy().values(), RoomKind.LIVE, own),
        )
        try:
            relay.start()
        except OSError as error:
            raise OperatorError("relay_settings", listen=listen) from error
        say(f"{len(known)} cameras at {relay.address[0]}:{relay.address[1]}")
        while not over.wait(LOOK_S):
            look()
        relay.close()
    finally:
        database.close()


def _spec(camera: Camera) -> CameraSpec:
    return CameraSpec(camera.id, camera.name, camera.url, camera.main_url, camera.poll_s)
