"""The keys of sources: made and shown once, known to the room by their hash only."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from command_center.bootstrap.room import LANE_S, OpenedRoom, RoomPlan, open_room
from command_center.commands.room import ConnectSource
from command_center.connectors.address import FetchFault, check_url
from command_center.connectors.gateway.keys import (
    MASTER_LEAST,
    SourceKey,
    key_of,
    new_key_id,
    new_master,
)
from command_center.connectors.says import PROFILES, REPORTS
from command_center.domain.errors import OperatorError
from command_center.domain.room import Source, SourceKind
from command_center.runtime.clock import LiveClock
from command_center.runtime.secrets import (
    database_password,
    gateway_secret,
    keep_gateway_secret,
)
from command_center.runtime.settings import load_settings, save_settings

KEY_OPTION, HASH_OPTION = "key_id", "key_sha256"
_LONGEST_ID = 60


def master_of(kind: str) -> str:
    """What the keys of this kind of room are made of on this machine; "" = nothing yet."""
    return load_settings(kind).gateway_secret or gateway_secret(kind) or ""


def keep_master(kind: str, master: str) -> None:
    """In the keyring; where there is none, in the file of settings that only its owner reads."""
    if not keep_gateway_secret(master, kind):
        save_settings(kind, replace(load_settings(kind), gateway_secret=master))


def ask_master(kind: str) -> None:
    """Ask for it at the terminal. OperatorError: it is too short."""
    master = getpass.getpass("secret: ").strip()
    if len(master) < MASTER_LEAST:
        raise OperatorError("gateway_secret_short", least=MASTER_LEAST)
    keep_master(kind, master)


def give_key(room: OpenedRoom, source_id: str, master: str = "") -> SourceKey:
    """A new key for a source that sends by itself; the one before does nothing from now on.
    `master` "" is this machine's own, which is made if there is none."""
    kind = room.room.kind.value
    source = next((s for s in sources_of(room) if s.id == source_id), None)
    if source is None or source.kind is not SourceKind.PUSH:
        raise OperatorError("no_push_source", source=source_id)
    master = master or master_of(kind)
    if not master:
        master = new_master()
        keep_master(kind, master)
    key = key_of(master, room.room.id, source_id, new_key_id())
    options = {KEY_OPTION: key.id, HASH_OPTION: key.sha256}
    command = ConnectSource(source.id, source.name, source.url, source.enabled, options=options)
    room.lane.submit(command, act=room.console).result(LANE_S)
    return key


def add_source(url: str, command: ConnectSource) -> SourceKey | None:
    """Add a source or change it; the key of one that sends by itself and has none yet. A new one
    that nothing is said of, and no mapping reads (as none reads what is posted), says reports: who
    may say more is named."""
    demand_sound(command)
    with opened(url) as room:
        standing = any(source.id == command.id for source in sources_of(room))
        mapped = command.mapping and command.kind is not SourceKind.PUSH
        if not (standing or command.profile or mapped):
            command = replace(command, profile=REPORTS)
        room.lane.submit(command, act=room.console).result(LANE_S)
        added = next(s for s in sources_of(room) if s.id == command.id)
        if added.kind is SourceKind.PUSH and KEY_OPTION not in added.options:
            return give_key(room, command.id)
    return None


def demand_sound(command: ConnectSource) -> None:
    """OperatorError for an id that cannot stand in a header, a profile there is none of, or an
    address nobody can ask."""
    words = command.id.replace("-", "").replace("_", "").replace(".", "")
    if not (words.isascii() and words.isalnum() and len(command.id) <= _LONGEST_ID):
        raise OperatorError("source_bad_id", id=command.id[:_LONGEST_ID])
    if command.profile is not None and command.profile not in PROFILES:
        known = ", ".join(sorted(PROFILES))
        raise OperatorError("source_profile", profile=command.profile[:_LONGEST_ID], known=known)
    asked = [command.url] if command.kind in {None, SourceKind.PULL} else []
    try:
        for address in (*asked, *filter(None, [command.reply_url])):
            check_url(address)
    except FetchFault as fault:
        raise OperatorError(fault.code, **fault.params) from fault


def new_key(url: str, source_id: str) -> SourceKey:
    with opened(url) as room:
        return give_key(room, source_id)


def listed(url: str) -> list[dict[str, Any]]:
    """Every source as a row without secrets, with how it is."""
    with opened(url) as room:
        health = room.database.telemetry.health()
        return [_row(source, health) for source in sources_of(room)]


def sources_of(room: OpenedRoom) -> list[Source]:
    rows = room.database.feed.snapshot(room.clock.now()).rows["source"]
    found = [Source(**{**row, "kind": SourceKind(row["kind"])}) for row in rows]
    return sorted(found, key=lambda source: source.id)


def _row(source: Source, health: Any) -> dict[str, Any]:
    now = health.get(("source", source.id))
    return {
        "id": source.id,
        "name": source.name,
        "kind": source.kind.value,
        "enabled": source.enabled,
        "url": source.url,
        "profile": source.profile,
        "mapping": source.mapping,
        "reply_url": source.reply_url,
        "key": bool(source.options.get(KEY_OPTION)),
        "state": now.state if now else "",
        "last_ok_at": now.last_ok_at.isoformat() if now and now.last_ok_at else "",
    }


@contextmanager
def opened(url: str) -> Iterator[OpenedRoom]:
    room = open_room(url, LiveClock(), RoomPlan(), password=database_password(url))
    try:
        yield room
    finally:
        room.close()
