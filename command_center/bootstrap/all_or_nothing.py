"""What a bundle sets, whole or not at all: files of this machine and secrets of its keyring."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from command_center.domain.errors import OperatorError
from command_center.domain.room import RoomKind
from command_center.runtime import secrets
from command_center.runtime.files import make_private

PASSWORD, RELAY, GATEWAY, DIRECTORY = "database", "relay", "gateway", "directory:"
"""Names of secrets; that of a camera directory follows the last."""
_SERVICE = f"{secrets.SERVICE}-{RoomKind.LIVE.value}"


@contextmanager
def put_back(files: Iterable[Path]) -> Iterator[None]:
    """Whatever goes wrong within, the files are as they were. Their copies are made before anything
    is changed, so that on a full disk a rename is enough. OSError."""
    beside: dict[Path, Path | None] = {}
    try:
        for file in files:
            beside[file] = _copied(file) if file.is_file() else None
        yield
    except BaseException:
        for file, copy in beside.items():
            if copy is None:
                file.unlink(missing_ok=True)
            else:
                copy.replace(file)
        raise
    for copy in beside.values():
        if copy is not None:
            copy.unlink(missing_ok=True)


def _copied(file: Path) -> Path:
    copy = file.with_name(f"{file.name}.before")
    try:
        make_private(copy)
        with copy.open("wb") as out:
            out.write(file.read_bytes())
            out.flush()
            os.fsync(out.fileno())
    except BaseException:
        copy.unlink(missing_ok=True)
        raise
    return copy


@contextmanager
def keep_hidden(url: str, hidden: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Yields what no keyring keeps and the file of settings may hold. Whatever goes wrong within
    puts the keyring back. `url` is what the database's password is of. OperatorError."""
    names = {PASSWORD: url, RELAY: secrets.RELAY, GATEWAY: secrets.GATEWAY}
    kept: dict[str, str | None] = {}
    left: dict[str, Any] = {}
    try:
        for name, secret in hidden.items():
            place = names.get(name, name)
            kept[place] = secrets.kept(_SERVICE, place)
            if not secrets.keep(_SERVICE, place, secret):
                left |= _in_file(name, secret)
        yield left
    except BaseException:
        for place, old in kept.items():
            if old is None:
                secrets.forget(_SERVICE, place)
            else:
                secrets.keep(_SERVICE, place, old)
        raise


def _in_file(name: str, secret: str) -> dict[str, str]:
    """The two that every machine of a room shares may stand in a file that only its owner reads."""
    if name == RELAY:
        return {"relay_token": secret}
    if name == GATEWAY:
        return {"gateway_secret": secret}
    raise OperatorError("bundle_no_keyring")
