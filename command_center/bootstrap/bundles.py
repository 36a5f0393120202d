"""What of this workstation another one of the room needs: written into a bundle, taken from one."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from command_center.bootstrap.all_or_nothing import (
    DIRECTORY,
    GATEWAY,
    PASSWORD,
    RELAY,
    keep_hidden,
    put_back,
)
from command_center.bootstrap.given_file import read_some
from command_center.domain.errors import OperatorError
from command_center.domain.room import RoomKind
from command_center.ports import Clock
from command_center.runtime import secrets
from command_center.runtime.bundle import (
    LARGEST,
    Bundle,
    Change,
    Origin,
    Plain,
    read_bundle,
    write_bundle,
)
from command_center.runtime.files import write_private
from command_center.runtime.paths import data_dir
from command_center.runtime.settings import Settings, load_settings, save_settings, settings_path
from command_center.runtime.signing import signer
from command_center.storage.engine import parse_url
from command_center.storage.roles import workstation_of
from command_center.storage.trial import Trial, room_in
from command_center.video.directory.access import (
    MAX_NAME,
    Access,
    access_path,
    load_accesses,
    save_access,
)

LIVE = RoomKind.LIVE
PORTABLE = (
    "database",
    "pack",
    "relay",
    "cameras_on_demand",
    "reply_hosts",
    "public_feed",
    "lock_after_min",
    "observer_seconds",
    "updates",
)
"""Folders, files, screens and what this machine serves stay its own."""
_FILES = {"ca_file"}
_OF_A_LOGIN = ("user", "passfile", "sslcert", "sslkey", "sslpassword")
"""What an address says of who logs in, beside the name before the @."""


@dataclass(frozen=True, slots=True)
class Login:
    """Of the importing workstation at the room's server, ws_NAME; each has one of its own.
    `password` "" = a pass file has it."""

    name: str = ""
    password: str = ""


def export_bundle(path: Path, phrase: str, clock: Clock) -> Bundle:
    """Write what is set here; a file that is there is replaced. OperatorError, OSError."""
    settings = load_settings(LIVE.value)
    portable = _portable(settings)
    hidden = _hidden(settings)
    key = signer(LIVE.value, data_dir() / "keys")
    room = _room(settings)
    origin = Origin(
        socket.gethostname()[:60] or "local",
        room.id if room else "",
        room.name if room else "",
        clock.now().isoformat(timespec="seconds"),
        key.public_key,
    )
    text = write_bundle(origin, portable, _directories(), hidden, phrase, key)
    write_private(path, text)
    return read_bundle(text.encode())


def _room(settings: Settings) -> Trial | None:
    """None where the room does not answer: a bundle is written without it."""
    try:
        url = settings.database or f"sqlite:///{data_dir() / 'room.db'}"
        return room_in(url, secrets.database_password(url))
    except OperatorError:
        return None


def _portable(settings: Settings) -> dict[str, Plain]:
    """What differs from the default: the rest is nobody's decision, and would undo that of the
    machine that imports it. Of the database the server only: whoever founded the room logs in as a
    superuser, and a room in a file is nobody else's."""
    usual = Settings()
    said: dict[str, Plain] = {name: getattr(settings, name) for name in PORTABLE}
    found = {
        name: value
        for name, value in said.items()
        if value != getattr(usual, name) and _travels(name, value)
    }
    if not settings.database:
        return found
    url = parse_url(settings.database)
    if url.get_backend_name() == "sqlite":
        del found["database"]
    else:
        found["database"] = _server(settings.database)
    return found


def _travels(name: str, value: Plain) -> bool:
    """Versions come from the same https:// everywhere. A folder means another place on another
    machine, and a share would be opened there with that account's password."""
    return name != "updates" or str(value).lower().startswith("https://")


def _server(address: str) -> str:
    """Without who logs in there."""
    url = parse_url(address)._replace(username=None).difference_update_query(_OF_A_LOGIN)
    return url.render_as_string()


def _directories() -> dict[str, dict[str, Any]]:
    return {
        name: {k: v for k, v in asdict(access).items() if k not in _FILES}
        for name, access in load_accesses(LIVE).items()
    }


def _hidden(settings: Settings) -> dict[str, str]:
    """What every machine of the room shares; never the password of a login."""
    found = {
        RELAY: settings.relay_token or secrets.relay_token(),
        GATEWAY: settings.gateway_secret or secrets.gateway_secret(LIVE.value),
    }
    for name in load_accesses(LIVE):
        found[DIRECTORY + name] = secrets.directory_key(name, LIVE.value)
    return {name: secret for name, secret in found.items() if secret}


# --- taking one --------------------------------------------------------------------------------


def open_bundle(path: Path) -> Bundle:
    """Nothing is set by it. OperatorError, OSError."""
    bundle = read_bundle(read_some(path, LARGEST))
    _demand_known(bundle)
    return bundle


def changes_by(bundle: Bundle) -> tuple[Change, ...]:
    """Each option that would be another, by name; the login of this machine is not in it yet."""
    standing = load_settings(LIVE.value)
    said = sorted({**bundle.settings, "database": server_in(bundle)}.items())
    found = (Change(name, getattr(standing, name), new) for name, new in said)
    return tuple(one for one in found if one.new != one.old and (one.new or one.name != "database"))


def _demand_known(bundle: Bundle) -> None:
    """OperatorError("bundle_unknown_setting") for anything that no export writes: an option that is
    this machine's own, or a secret that would take the place of another in the keyring."""
    usual = Settings()
    for name, value in bundle.settings.items():
        known_kind = name in PORTABLE and type(value) is type(getattr(usual, name))
        if not known_kind or not _travels(name, value):
            raise OperatorError("bundle_unknown_setting", name=name[:60])
    known = {RELAY, GATEWAY, *(DIRECTORY + name for name in bundle.directories)}
    if bundle.settings.get("database"):
        known.add(PASSWORD)
    for name in bundle.holds:
        if name not in known:
            raise OperatorError("bundle_unknown_setting", name=name[:60])


def server_in(bundle: Bundle) -> str:
    """The address of the room's database, without anybody's login; "" = none, as in a room of one
    machine."""
    address = str(bundle.settings.get("database", ""))
    return _server(address) if address else ""


def brings_login(bundle: Bundle) -> bool:
    """An earlier program wrote into it who founded the room, or that password: neither is taken."""
    if not server_in(bundle):
        return False
    url = parse_url(str(bundle.settings["database"]))
    login = url.username is not None or any(name in url.query for name in _OF_A_LOGIN)
    return login or PASSWORD in bundle.holds


def sealed_in(bundle: Bundle) -> tuple[str, ...]:
    """What of its secrets is taken."""
    return tuple(name for name in bundle.holds if name != PASSWORD)


def address_of(bundle: Bundle, login: Login) -> str:
    """Of the room's database for this workstation; "" = none.
    OperatorError("bundle_needs_login"): each workstation has a login of its own at that server."""
    server = server_in(bundle)
    if not server:
        return ""
    url = parse_url(server)
    if workstation_of(login.name) is None:
        raise OperatorError("bundle_needs_login", host=url.host or "?")
    return url.set(username=login.name).render_as_string()


def import_bundle(bundle: Bundle, phrase: str, login: Login | None = None) -> Settings:
    """All of it or nothing. OperatorError, OSError: everything is as it was."""
    login = login or Login()
    _demand_known(bundle)
    address = address_of(bundle, login)
    hidden = bundle.unseal(phrase)
    hidden.pop(PASSWORD, None)
    standing = load_settings(LIVE.value)
    taken: dict[str, Any] = dict(bundle.settings) | {"database": address or standing.database}
    accesses = {name[:MAX_NAME]: _access(row) for name, row in bundle.directories.items()}
    if address and login.password:
        hidden[PASSWORD] = login.password
    files = (settings_path(LIVE.value), access_path(LIVE))
    with put_back(files), keep_hidden(address, hidden) as left:
        made = replace(standing, **taken, **left)
        save_settings(LIVE.value, made)
        for name, access in accesses.items():
            save_access(LIVE, name, access)
    return made


def _access(row: Mapping[str, Any]) -> Access:
    kinds = {f.name: type(f.default) for f in fields(Access)}
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
    if any(k in _FILES or type(v) is not kinds.get(k) for k, v in values.items()):
        raise OperatorError("bundle_damaged")
    return Access(**values)
