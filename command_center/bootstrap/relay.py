"""The relay of a room: reads each camera once for all its workstations. No window, no Qt."""

from __future__ import annotations

import getpass
import logging
import threading
from collections.abc import Callable
from dataclasses import replace

from command_center.bootstrap.streams import policy_of, token_of
from command_center.domain.entities import from_json
from command_center.domain.errors import OperatorError, is_environment
from command_center.domain.room import Camera, RoomKind
from command_center.runtime.secrets import keep_relay_token
from command_center.runtime.settings import Settings
from command_center.storage.database import Database, open_database
from command_center.video.model import CameraSpec
from command_center.video.relay.server import Relay

TOKEN_MIN = 16  # characters
LOOK_S = 10.0  # a camera that is registered is known here so late
log = logging.getLogger(__name__)


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
    token = token_of(settings)
    if not host or not port.isdecimal() or len(token) < TOKEN_MIN:
        raise OperatorError("relay_settings", listen=listen)
    database = open_database(url, migrate=False, password=password)
    # Whoever relays reads from the city itself, whatever this machine's window does.
    own = replace(settings, relay="")
    try:
        known = _Known(database)
        known.look()
        relay = Relay(
            (host.strip("[]"), int(port)),
            token,
            lambda: {camera.id: _spec(camera) for camera in known.cameras},
            lambda: policy_of(known.cameras, RoomKind.LIVE, own),
        )
        try:
            relay.start()
        except OSError as error:
            raise OperatorError("relay_settings", listen=listen) from error
        say(f"{len(known.cameras)} cameras at {relay.address[0]}:{relay.address[1]}")
        while not over.wait(LOOK_S):
            known.look_again()
        relay.close()
    finally:
        database.close()


def ask_token() -> None:
    """Ask for the token at the terminal and keep it in this machine's keyring.

    Raises:
        OperatorError: it is too short, or there is no keyring.
    """
    token = getpass.getpass("token: ")
    if len(token) < TOKEN_MIN:
        raise OperatorError("relay_token_short", least=TOKEN_MIN)
    if not keep_relay_token(token):
        raise OperatorError("relay_token_not_kept")


class _Known:
    """The cameras of the room. What was known goes on while the database cannot be asked."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._answered = True
        self.cameras: tuple[Camera, ...] = ()

    def look(self) -> None:
        """Replaced at once: readers on other threads see all of them or all of the old ones."""
        rows = self._database.feed.snapshot(None).rows["camera"]
        cameras = (Camera(**from_json(Camera, row)) for row in rows)
        self.cameras = tuple(camera for camera in cameras if camera.gone_at is None)

    def look_again(self) -> None:
        """Like `look`; a database that does not answer is said once."""
        try:
            self.look()
        except OperatorError as error:
            if not is_environment(error):
                raise
            if self._answered:
                log.warning("relay: goes on with the cameras it knows: %s", error.code)
            self._answered = False
        else:
            self._answered = True


def _spec(camera: Camera) -> CameraSpec:
    return CameraSpec(camera.id, camera.name, camera.url, camera.main_url, camera.poll_s)
