"""This machine's settings as the page needs them. Waits for disks and the keyring: from a pool."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from command_center.domain.errors import OperatorError
from command_center.runtime.option_disk import not_there
from command_center.runtime.options import Option, Value
from command_center.runtime.setting_layers import Found, Layer, WrongSetting, look
from command_center.runtime.setting_secrets import forget_secret, has_secret, keep_secret
from command_center.runtime.settings import OPTIONS, change_settings, settings_path


@dataclass(frozen=True, slots=True)
class Machine:
    """`writable`: whether this account may change its file; `hidden` are the secrets that the
    keyring has; `away` what is wrong with the files and folders that are set, by option."""

    found: Found
    path: Path
    writable: bool
    hidden: frozenset[str]
    away: dict[str, WrongSetting]


def read_machine(room: str) -> Machine:
    """WrongSetting for a file that cannot be read at all."""
    path = settings_path(room)
    found = look(room, OPTIONS)
    hidden = {name for name, option in OPTIONS.items() if option.secret and has_secret(name, room)}
    away: dict[str, WrongSetting] = {}
    for name, one in found.standing.items():
        gone = None if one.option.secret else not_there(one.option, one.value)
        if gone is not None:
            away[name] = WrongSetting(gone, name, one.where, one.layer)
    may = os.access(path if path.exists() else path.parent, os.W_OK)
    return Machine(found, path, may, frozenset(hidden), away)


def keep(room: str, option: Option, value: Value | None) -> Machine:
    """Into this account's file, None out of it; and what stands then. OperatorError: it is as it
    was."""
    gone = None if value is None else not_there(option, value)
    if gone is not None:
        raise WrongSetting(gone, option.name, settings_path(room).name, Layer.USER)
    try:
        change_settings(room, {option.name: value})
    except OSError as error:
        file = settings_path(room).name
        raise OperatorError("settings_not_written", file=file) from error
    return read_machine(room)


def hide(room: str, option: Option, secret: str) -> Machine:
    """Into the keyring and out of the file; "" out of both. OperatorError: there is no keyring."""
    if not secret:
        forget_secret(option.name, room)
    elif not keep_secret(option.name, secret, room):
        raise OperatorError("setting_no_keyring", option=option.name)
    if look(room, OPTIONS).standing[option.name].own is None:
        return read_machine(room)
    return keep(room, option, None)
