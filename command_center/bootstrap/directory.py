"""Camera directories from the command line: what they would change, doing it, their access."""

from __future__ import annotations

import argparse
import getpass
import threading
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from command_center.bootstrap.room import LANE_S, OpenedRoom, RoomPlan, open_room
from command_center.domain.entities import from_json
from command_center.domain.errors import OperatorError
from command_center.domain.room import Camera, RoomKind
from command_center.geo.packs import default_pack_id, load_pack
from command_center.runtime.clock import LiveClock
from command_center.runtime.paths import resources_dir
from command_center.runtime.secrets import database_password, keep_directory_key
from command_center.runtime.settings import load_settings
from command_center.video.directory.access import Access, load_accesses, save_access
from command_center.video.directory.diff import ChangeKind, DirectoryDiff
from command_center.video.directory.readers import MAX_BYTES
from command_center.video.directory.service import Directories, Look, find_mapping, try_file
from command_center.video.policy import PORTS

Lines = tuple[list[str], bool]
LIVE = RoomKind.LIVE


def synchronise(url: str, name: str | None, *, apply: bool, accept_loss: bool) -> Lines:
    """What each directory would change, a line each, and whether there was any; with `apply` it is
    done. OperatorError: nothing of that directory was changed."""
    room = open_room(url, LiveClock(), RoomPlan(), password=database_password(url))
    try:
        found = Directories(LIVE, room.city)
        names = [name] if name else [d.preset.name for d in found.all() if d.is_open]
        if not names:
            raise OperatorError("directory_none")
        lines: list[str] = []
        for each in names:
            look = found.look(each, _cameras(room), threading.Event())
            lines += _told(look.diff, look)
            if apply:
                lines.append(_apply(room, look.diff, accept_loss))
        return lines, True
    finally:
        room.close()


def _cameras(room: OpenedRoom) -> list[Camera]:
    rows = room.database.feed.snapshot(room.clock.now()).rows["camera"]
    return [Camera(**from_json(Camera, row)) for row in rows]


def _apply(room: OpenedRoom, diff: DirectoryDiff, accept_loss: bool) -> str:
    count = 0
    for command in diff.commands(accept_loss=accept_loss):
        room.lane.submit(command, act=room.console).result(LANE_S)
        count += len(command.cameras) + len(command.gone)
    return f"{count} cameras brought up to date"


def try_sample(file: Path, mapping: str, base: str) -> Lines:
    """What a sample holds, a line a camera; no room is opened and nobody is asked."""
    with file.open("rb") as opened:
        data = opened.read(MAX_BYTES + 1)
    packs = resources_dir() / "packs"
    city = load_pack(packs / (load_settings(LIVE.value).pack or default_pack_id(packs)))
    diff = try_file(data, find_mapping(mapping), city, base or "https://streams.invalid")
    lines = [f"{c.after.id} {c.after.name} {c.after.url}" for c in diff.changes]
    lines += [f"outside the city: {_named(camera)}" for camera in diff.outside]
    told = f"{diff.listed} taken, {len(diff.outside)} outside, {len(diff.faults)} refused"
    return [*lines, *_faults(diff), told], diff.listed > 0


def _told(diff: DirectoryDiff, look: Look) -> list[str]:
    rows = [line for kind in ChangeKind for line in _changes(kind, diff)]
    rows += [f"outside the city: {_named(camera)}" for camera in diff.outside]
    counts = ", ".join(f"{diff.counts[kind]} {kind}" for kind in ChangeKind)
    heard = "unchanged since the last time" if look.unchanged else "heard anew"
    title = look.directory.preset.title
    rest = f"{diff.listed} listed, {len(diff.outside)} outside, {len(diff.faults)} refused"
    return [*rows, *_faults(diff), f"{title} ({heard}): {counts}; {rest}"]


def _changes(kind: ChangeKind, diff: DirectoryDiff) -> Iterable[str]:
    for change in diff.changes:
        if kind not in change.kinds:
            continue
        more = ""
        if kind is ChangeKind.MOVED and change.moved_m is not None:
            more = f" by {change.moved_m:.0f} m"
        if kind is ChangeKind.RENAMED and change.before is not None:
            more = f", was {change.before.name}"
        yield f"{kind}: {_named(change.after)}{more}"


def _named(camera: Camera) -> str:
    return f"{camera.label} {camera.id} {camera.name}"


def _faults(diff: DirectoryDiff) -> Sequence[str]:
    return [f"refused: {fault}" for fault in diff.faults]


def enter_access(args: argparse.Namespace) -> str:
    """Keep what was granted; the key is asked for, so that no list of processes shows it."""
    name = str(args.directory)
    for address in filter(None, (args.url, args.streams)):
        _check_address(address)
    access = load_accesses(LIVE).get(name, Access())
    given = {
        "url": args.url,
        "streams": args.streams,
        "stream_hosts": tuple(args.stream_host) or None,
        "mapping": args.mapping,
        "key_header": args.key_header,
        "ca_file": str(args.ca_file.resolve()) if args.ca_file else None,
        "every_s": args.every,
    }
    changed = {option: value for option, value in given.items() if value is not None}
    if args.key_header:
        key = getpass.getpass("key: ")
        if not keep_directory_key(name, key, LIVE.value):
            raise OperatorError("directory_key_not_kept")
    save_access(LIVE, name, replace(access, enabled=not args.off, **changed))
    return f"{name}: {'off' if args.off else 'on'}"


def _check_address(address: str) -> None:
    """Before it is written down: settings are no place for a password."""
    try:
        parts = urlsplit(address)
    except ValueError:
        raise OperatorError("source_bad_url") from None
    if parts.username is not None or parts.password is not None:
        raise OperatorError("password_in_url")
    if parts.scheme not in PORTS or not parts.hostname:
        raise OperatorError("source_bad_url")
