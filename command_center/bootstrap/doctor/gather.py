"""Asks this machine and its room; changes nothing and waits a few seconds at most for anybody."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from command_center.bootstrap.doctor.facts import (
    City,
    Facts,
    Folder,
    RoomFacts,
    Screen,
    SourceFact,
    refusal,
)
from command_center.bootstrap.doctor.gather_outside import (
    directories_here,
    gateway_here,
    relay_here,
    updates_here,
)
from command_center.bootstrap.doctor.resolving import MOST_AT_ONCE, resolved
from command_center.bootstrap.first_run.kept import standing_path
from command_center.bootstrap.read_city import with_imports
from command_center.domain.errors import OperatorError
from command_center.domain.room import SourceKind
from command_center.geo.packs import default_pack_id, load_pack
from command_center.ports import Clock
from command_center.runtime.display import need_display
from command_center.runtime.files import takes_files
from command_center.runtime.logs import logs_dir
from command_center.runtime.paths import config_dir, data_dir, default_url, resources_dir
from command_center.runtime.secrets import database_password, keyring_works
from command_center.runtime.setting_layers import WrongSetting, look, system_path
from command_center.runtime.settings import OPTIONS, Settings, load_settings, settings_path
from command_center.storage.database import Database, open_database
from command_center.storage.trial import Trial, room_in

LIVE = "live"
LIBRARIES = (
    "libEGL.so.1",
    "libGL.so.1",
    "libdbus-1.so.3",
    "libfontconfig.so.1",
    "libxkbcommon.so.0",
)
"""What Qt loads of the system, wherever the loader finds it."""
_FONTS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share")
_SYNCHRONISED = Path("/run/systemd/timesync")


def gather(url: str, clock: Clock) -> Facts:
    """`url` "" = what this machine is set to."""
    settings, fault, unused = _settings()
    url = url or settings.database or default_url()
    place, place_fault = _place(url, clock)
    room, city = None, _city(place, settings)
    if place is not None and place.kind and not place.older:
        try:
            room, city = _room(url, place, settings, clock)
        except OperatorError as error:
            place_fault = error
        except OSError as error:
            place_fault = refusal(error)
    now = clock.now()
    return Facts(
        now=now,
        offset=now.astimezone().utcoffset() or timedelta(),
        windows=sys.platform == "win32",
        settings_file=settings_path(LIVE),
        system_file=system_path(LIVE),
        settings_fault=fault,
        settings_unused=unused,
        setup_left=standing_path().is_file(),
        keyring=keyring_works(),
        folders={"data": _folder(data_dir()), "settings": _folder(config_dir()), "log": _logs()},
        place=place,
        place_fault=place_fault,
        room=room,
        city=city,
        screen=_screen(),
        gateway=gateway_here(settings),
        witness=_folder(Path(settings.witness)) if settings.witness else None,
        synchronised=_synchronised(),
        relay=relay_here(settings),
        updates=updates_here(settings.updates),
        directories=directories_here(),
        reply_hosts=resolved(settings.reply_hosts.replace(",", " ").lower().split()),
    )


def _settings() -> tuple[Settings, OperatorError | None, tuple[OperatorError, ...]]:
    """What counts, why nothing does, and what is said and not used."""
    try:
        return load_settings(LIVE), None, tuple(look(LIVE, OPTIONS).faults)
    except WrongSetting as error:
        return Settings(), error, ()
    except (OSError, ValueError) as error:
        return Settings(), OperatorError("first_run_machine", reason=str(error)[:200]), ()


def _folder(path: Path) -> Folder:
    """Windows says of every folder that it may be written: there a file is tried."""
    try:
        free = shutil.disk_usage(path).free
    except OSError:
        return Folder(path, writable=False, free_bytes=None)
    told = os.access(path, os.W_OK | os.X_OK)
    return Folder(path, told and (sys.platform != "win32" or takes_files(path)), free)


def _logs() -> Folder:
    """Made by whoever logs first."""
    return _folder(logs_dir() if logs_dir().is_dir() else data_dir())


# --- the room ----------------------------------------------------------------------------------


def _place(url: str, clock: Clock) -> tuple[Trial | None, OperatorError | None]:
    try:
        return room_in(url, database_password(url), clock), None
    except OperatorError as error:
        return None, error
    except OSError as error:
        return None, refusal(error)


def _room(url: str, place: Trial, settings: Settings, clock: Clock) -> tuple[RoomFacts, City]:
    database = open_database(
        url, migrate=False, password=database_password(url), pages=False, only_reads=True
    )
    try:
        return _facts(database, clock), _city(place, settings, database, clock)
    finally:
        database.close()


def _facts(database: Database, clock: Clock) -> RoomFacts:
    rows = database.feed.snapshot(clock.now()).rows
    health = database.telemetry.health()
    sources = []
    for row in rows["source"]:
        if row["kind"] != SourceKind.MANUAL.value:
            told = health.get(("source", row["id"]))
            state, at = (told.state, told.last_ok_at) if told else ("", None)
            reply_url = str(row["reply_url"] or "")
            fact = SourceFact(str(row["id"]), bool(row["enabled"]), state, at, reply_url)
            sources.append(fact)
    cameras = list(rows["camera"])
    hosts = sorted({_host(str(row["url"])) for row in cameras} - {""})
    return RoomFacts(tuple(sources), len(cameras), resolved(_sample(hosts)))


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _sample(hosts: list[str]) -> list[str]:
    """Spread over all of them."""
    return hosts[:: max(1, -(-len(hosts) // MOST_AT_ONCE))]


def _city(
    place: Trial | None,
    settings: Settings,
    database: Database | None = None,
    clock: Clock | None = None,
) -> City:
    packs = resources_dir() / "packs"
    name = (place.pack if place else "") or settings.pack
    try:
        pack = load_pack(packs / (name or default_pack_id(packs)))
        if database is not None and clock is not None:
            pack = with_imports(pack, database.feed.snapshot(clock.now()).rows)
    except (OSError, ValueError) as error:
        return City(str(error)[:200], name, bounded=False, zone="", offset=None)
    zone = pack.time_zone
    offset = datetime.now(ZoneInfo(zone)).utcoffset()
    return City("", pack.name, pack.topology is not None, zone, offset)


# --- the machine -------------------------------------------------------------------------------


def _screen() -> Screen:
    try:
        need_display()
        display = True
    except OperatorError:
        display = False
    if sys.platform != "linux":
        return Screen(display, fonts=True, missing=())
    missing = tuple(name for name in LIBRARIES if not _loads(name))
    return Screen(display, any(map(_has_font, _FONTS)), missing)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_font(folder: Path) -> bool:
    return any(next(folder.glob(f"**/*.{end}"), None) is not None for end in ("ttf", "otf"))


def _synchronised() -> bool | None:
    """What systemd's own keeper of the time says; another one does not tell."""
    if not _SYNCHRONISED.is_dir():
        return None
    return (_SYNCHRONISED / "synchronized").exists()
