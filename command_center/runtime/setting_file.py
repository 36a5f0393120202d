"""A file of settings: read with what it says in today's words, changed without losing a line."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from command_center.runtime.files import write_private
from command_center.runtime.option_forms import Wrong
from command_center.runtime.setting_versions import NEWEST, VERSION, upgrade, version_of

MOST_BYTES = 256 * 1024
_ANYBODY_WRITES = 0o002


class UnreadableFile(ValueError):
    """As a whole, for the reason in `wrong`."""

    def __init__(self, wrong: Wrong) -> None:
        super().__init__(wrong.code)
        self.wrong = wrong


def read_file(path: Path, *, shared: bool = False) -> Mapping[str, Any]:
    """What it says, without its version; nothing where there is no file. The file stays as it is,
    also an older one. `shared`: it counts for other accounts too, so it must not be anybody's to
    write."""
    if not path.is_file():
        return {}
    if shared and os.name == "posix" and path.stat().st_mode & _ANYBODY_WRITES:
        raise UnreadableFile(Wrong("setting_file_open"))
    document, version = _parsed(_text(path))
    upgrade(document, version)
    return {name: said for name, said in document.unwrap().items() if name != VERSION}


def change_file(path: Path, changes: Mapping[str, Any]) -> None:
    """Set options, or take those out that are None. An older file is kept beside under its version
    before it becomes one of today. UnreadableFile, OSError: it is as it was."""
    text = _text(path) if path.is_file() else ""
    document, version = _parsed(text) if text.strip() else (tomlkit.document(), NEWEST)
    if version < NEWEST:
        write_private(path.with_name(f"{path.name}.{version}.bak"), text)
        upgrade(document, version)
    for name, value in changes.items():
        if value is None:
            document.pop(name, None)
        else:
            document[name] = value
    document.pop(VERSION, None)
    write_private(path, f"{VERSION} = {NEWEST}\n{tomlkit.dumps(document).lstrip()}")


def _text(path: Path) -> str:
    if path.stat().st_size > MOST_BYTES:
        raise UnreadableFile(Wrong("setting_file_large", {"limit": MOST_BYTES >> 10}))
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableFile(Wrong("setting_file_unreadable", {"line": 1})) from error


def _parsed(text: str) -> tuple[tomlkit.TOMLDocument, int]:
    try:
        document = tomlkit.parse(text)
        version = version_of(document)
    except TOMLKitError as error:
        line = getattr(error, "line", 1)
        raise UnreadableFile(Wrong("setting_file_unreadable", {"line": line})) from error
    except ValueError as error:
        raise UnreadableFile(Wrong("setting_file_version")) from error
    if version > NEWEST:
        newer = {"version": version, "newest": NEWEST}
        raise UnreadableFile(Wrong("setting_file_newer", newer))
    return document, version
