"""Where our own files and the user's files are, in a checkout, a wheel and a bundle."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

import platformdirs

APP = "pusat-komando"
SYSTEM_CONFIG = Path("/etc/xdg") / APP


@cache
def _shipped() -> Path:
    """The folder that holds `resources` and `migrations`."""
    package = Path(__file__).resolve().parent.parent
    bundle = getattr(sys, "_MEIPASS", None)
    candidates = [package.parent, package / "_data"]
    if bundle:
        candidates.insert(0, Path(bundle) / "command_center" / "_data")
    for folder in candidates:
        if (folder / "resources").is_dir() and (folder / "migrations").is_dir():
            return folder
    raise FileNotFoundError("resources and migrations are missing from this installation")


def resources_dir() -> Path:
    return _shipped() / "resources"


def migrations_dir() -> Path:
    return _shipped() / "migrations"


def data_dir() -> Path:
    """The user's databases, pictures and logs; COMMAND_CENTER_DATA overrides."""
    override = os.environ.get("COMMAND_CENTER_DATA")
    folder = Path(override) if override else Path(platformdirs.user_data_dir(APP, appauthor=False))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def roads_dir() -> Path:
    """Where this machine keeps road graphs, each under its hash."""
    return data_dir() / "roads"


def config_dir() -> Path:
    """This machine's settings; COMMAND_CENTER_CONFIG overrides."""
    override = os.environ.get("COMMAND_CENTER_CONFIG")
    folder = (
        Path(override) if override else Path(platformdirs.user_config_dir(APP, appauthor=False))
    )
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def site_config_dir() -> Path:
    """What was laid for all accounts of this machine, if it is there; COMMAND_CENTER_SITE_CONFIG
    overrides. A desktop may put folders of its own before the one that an administrator writes
    (Ubuntu's says /etc/xdg/xdg-ubuntu:/etc/xdg): the first that holds a file of ours counts."""
    override = os.environ.get("COMMAND_CENTER_SITE_CONFIG")
    if override:
        return Path(override)
    named = platformdirs.site_config_dir(APP, appauthor=False, multipath=True)
    if sys.platform == "win32":
        return Path(named)
    folders = (Path(folder) for folder in named.split(os.pathsep))
    ours = (one for one in folders if one.is_absolute() and any(one.glob("*.toml")))
    return next(ours, SYSTEM_CONFIG)


def pack_names() -> tuple[str, ...]:
    """The cities that this installation brings."""
    packs = resources_dir() / "packs"
    return tuple(sorted(path.parent.name for path in packs.glob("*/pack.toml")))


def default_url() -> str:
    """The live room's file on this machine, where no other database is set."""
    return f"sqlite:///{data_dir() / 'room.db'}"
