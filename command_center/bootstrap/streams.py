"""Which streams this machine may open, by the room's cameras and its own settings."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote, urlsplit

from command_center.domain.network import is_loopback
from command_center.domain.room import Camera, RoomKind
from command_center.runtime.secrets import relay_token
from command_center.runtime.settings import Settings
from command_center.video.policy import StreamPolicy

LOOPBACK = ("127.0.0.0/8", "::1/128")
AUTHORITIES_MAX = 1_000_000


def policy_of(cameras: Iterable[Camera], kind: RoomKind, settings: Settings) -> StreamPolicy:
    """Only the hosts of the cameras; in an exercise only this machine, and no relay.

    Raises:
        ValueError: a setting that cannot be used, by name.
    """
    hosts = {
        _host(url)
        for camera in cameras
        for url in (camera.url, camera.main_url, camera.control_url)
    }
    if kind is RoomKind.EXERCISE:
        # whatever somebody registered in it: no camera of the real city is opened by an exercise
        return StreamPolicy.for_hosts(filter(is_loopback, hosts - {""}), LOOPBACK)
    policy = StreamPolicy.for_hosts(hosts - {""})
    on_demand = settings.cameras_on_demand.replace(",", " ").lower().split()
    return replace(
        policy,
        authorities=authorities_in(settings.camera_certificates),
        on_demand=frozenset(on_demand),
        relay=_relay(settings, kind),
    )


def _host(url: str) -> str:
    """An address that is none allows nothing, and takes nothing from the others."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def authorities_in(name: str) -> str:
    """The certificates (PEM) in this file; "" for no file. ValueError: it cannot be read."""
    if not name:
        return ""
    try:
        with Path(name).open(encoding="ascii") as file:
            return file.read(AUTHORITIES_MAX)
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError(f"camera_certificates: {name}") from error


def _relay(settings: Settings, kind: RoomKind) -> str:
    """The relay's address with its token as the password."""
    if not settings.relay:
        return ""
    parts = urlsplit(settings.relay)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username:
        raise ValueError("relay: http://HOST:PORT")
    return f"{parts.scheme}://relay:{quote(token_of(settings, kind), safe='')}@{parts.netloc}"


def token_of(settings: Settings, kind: RoomKind = RoomKind.LIVE) -> str:
    """What opens the room's relay: from the settings of a machine without a keyring, else from
    there."""
    return settings.relay_token or _kept_token(kind)


@functools.cache
def _kept_token(kind: RoomKind) -> str:
    """Asked once: a keyring may take its time, and the window asks for its policy again."""
    return relay_token(kind.value) or ""
