"""What an administrator does to a database from the terminal, apart from any window."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from command_center.bootstrap.database.salvage import restore, sqlite_file
from command_center.bootstrap.room import LANE_S, OpenedRoom, RoomPlan, open_room
from command_center.commands.people import CreateFirstAdministrator, clean_login, clean_name
from command_center.commands.restore import RoomRestored
from command_center.commands.workstation import RegisterWorkstation, RetireWorkstation
from command_center.domain.errors import OperatorError
from command_center.ports import Clock
from command_center.runtime.passwords import new_verifier, weakness
from command_center.runtime.paths import migrations_dir
from command_center.storage.backup import Progress, silent, verify
from command_center.storage.check import Finding, check_whole
from command_center.storage.dump import restore_dump, verify_dump
from command_center.storage.engine import open_engine
from command_center.storage.migrate import bring_up_to_date
from command_center.storage.people import SqlPeople
from command_center.storage.roles import (
    add_workstation,
    agree,
    create_roles,
    drop_workstation,
    grant,
)
from command_center.storage.salvage import Head, in_use, put_in_place, read_head
from command_center.storage.server import Databases, head_of

MOST_FINDINGS = 20


@dataclass(frozen=True, slots=True)
class Place:
    """A database and the clock of whoever works on it."""

    url: str
    password: str | None
    clock: Clock


@dataclass(frozen=True, slots=True)
class Founder:
    """The first administrator; the password is typed, never an argument."""

    name: str
    login: str
    password: str


def founder(name: str, login: str, password: str) -> Founder:
    """OperatorError for what cannot be a name, a login or a password."""
    found = Founder(clean_name(name), clean_login(login), password)
    code = weakness(password, found.login)
    if code is not None:
        raise OperatorError(code)
    return found


# --- init and upgrade --------------------------------------------------------------------------


def init(place: Place, who: Founder, plan: RoomPlan, progress: Progress = silent) -> None:
    """A room with its first administrator; on a server with its roles. A file appears when it is
    whole; what was interrupted on a server is finished by saying it again."""
    file = sqlite_file(place.url)
    if file is not None:
        _init_file(file, place, who, plan, progress)
        return
    progress("create", 0, 1)
    Databases(place.url, place.password).create()
    engine = open_engine(place.url, place.password)
    try:
        bring_up_to_date(engine, migrations_dir())
        create_roles(engine)
        agree(engine)
        grant(engine)
    finally:
        engine.dispose()
    _admit(place, who, plan)


def _init_file(file: Path, place: Place, who: Founder, plan: RoomPlan, progress: Progress) -> None:
    if file.exists():
        _admit(place, who, plan)
        return
    making = file.with_name(f"{file.name}.making")
    file.parent.mkdir(parents=True, exist_ok=True)
    _sweep(making)
    progress("create", 0, 1)
    try:
        _admit(Place(f"sqlite:///{making}", None, place.clock), who, plan)
        put_in_place(making, file)
    finally:
        _sweep(making)


def _sweep(file: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)


def _admit(place: Place, who: Founder, plan: RoomPlan) -> None:
    """The slow part first: cut off between the person and the password, the room waits for that
    very login."""
    kept = new_verifier(who.password)
    room = open_room(place.url, place.clock, plan, password=place.password)
    people = SqlPeople(room.database.engine, place.clock)
    try:
        if people.has_administrator():
            raise OperatorError("administrator_exists")
        command = CreateFirstAdministrator(who.name, who.login)
        made = room.lane.submit(command, act=room.console).result(LANE_S).result
        parts = (kept.salt, kept.params, kept.verifier)
        people.set_password(None, str(made["staff_id"]), *parts, False)
    finally:
        people.close()
        room.close()


def upgrade(place: Place, progress: Progress = silent, *, anyway: bool = False) -> None:
    """To this program's revision, whole or not at all; an older file is copied beside itself.
    OperatorError("migration_waits") while workstations could not read it then, except `anyway`."""
    _demand_there(place.url)
    engine = open_engine(place.url, place.password)
    try:
        progress("upgrade", 0, 1)
        bring_up_to_date(engine, migrations_dir(), anyway=anyway)
        if engine.dialect.name == "postgresql":
            agree(engine)
            grant(engine)
    finally:
        engine.dispose()


def _demand_there(url: str) -> None:
    file = sqlite_file(url)
    if file is not None and not file.is_file():
        raise OperatorError("no_room_yet", file=file)


def admit_workstation(place: Place, name: str, password: str, plan: RoomPlan) -> str:
    """The login of a workstation at the server. One that was dismissed is back with its letter."""
    _demand_server(place)
    engine = open_engine(place.url, place.password)
    try:
        login = add_workstation(engine, name, password)
    finally:
        engine.dispose()
    _tell_of_workstation(place, name, plan, admitted=True)
    return login


def dismiss_workstation(place: Place, name: str, plan: RoomPlan) -> None:
    """Stolen or given away: its connections are ended, and it comes back only when it is admitted
    again. OperatorError("unknown_workstation")."""
    _demand_server(place)
    engine = open_engine(place.url, place.password)
    try:
        drop_workstation(engine, name)
    finally:
        engine.dispose()
    _tell_of_workstation(place, name, plan, admitted=False)


def _demand_server(place: Place) -> None:
    if sqlite_file(place.url) is not None:
        raise OperatorError("workstation_needs_server")


def _tell_of_workstation(place: Place, name: str, plan: RoomPlan, *, admitted: bool) -> None:
    """The room, if the machine was ever at work in it and this is news."""
    room = open_room(place.url, place.clock, plan, password=place.password)
    try:
        rows = room.database.feed.snapshot(place.clock.now()).rows["workstation"]
        row = next((row for row in rows if row["name"] == name), None)
        if row is None or (row["retired_at"] is None) is admitted:
            return
        again, gone = RegisterWorkstation(name, str(row["public_key"])), RetireWorkstation(name)
        room.lane.submit(again if admitted else gone, act=room.console).result(LANE_S)
    finally:
        room.close()


# --- check -------------------------------------------------------------------------------------


def check(place: Place, progress: Progress = silent) -> list[Finding]:
    """Pages, chain, permission tables, references, and every row against its log; the first 20
    findings. OperatorError for damage that leaves nothing further to compare."""
    _demand_there(place.url)
    return check_whole(place.url, place.password, MOST_FINDINGS, progress)


# --- restore -----------------------------------------------------------------------------------


def restore_backup(
    backup: Path,
    place: Place,
    plan: RoomPlan,
    *,
    replace_newer: bool = False,
    progress: Progress = silent,
) -> str:
    """Put a verified backup in the place of a room; what stood there is kept aside, and its name
    returned, "" if nothing did. OperatorError("restore_older"): what stands there knows more."""
    file = sqlite_file(place.url)
    if file is None:
        return _restore_on_server(backup, place, plan, replace_newer, progress)
    verify(backup, progress)
    standing = None
    if file.exists():
        if in_use(file):
            raise OperatorError("database_in_use")
        with suppress(OperatorError):  # what cannot be read is not newer
            standing = read_head(file)[0]
    _demand_newer(read_head(backup)[0], standing, replace_newer)
    aside = restore(backup, file, place.clock, plan, progress=progress)
    return aside.name if aside else ""


def _demand_newer(backup: Head, standing: Head | None, replace_newer: bool) -> None:
    if standing is None or replace_newer:
        return
    if standing.epoch != backup.epoch or standing.seq > backup.seq:
        raise OperatorError("restore_older", backup=backup.seq, standing=standing.seq)


def _restore_on_server(
    backup: Path, place: Place, plan: RoomPlan, replace_newer: bool, progress: Progress
) -> str:
    """Into a database of its own, which takes the name of the old one when it is whole."""
    verify_dump(backup, progress)
    databases = Databases(place.url, place.password)
    standing = head_of(place.url, place.password) if databases.exists() else None
    with databases.beside("restoring") as url:
        beside = Place(url, place.password, place.clock)
        restore_dump(backup, url, place.password, progress)
        engine = open_engine(url, place.password)
        try:
            bring_up_to_date(engine, migrations_dir(), anyway=True)
            create_roles(engine)
            agree(engine)
            grant(engine)
        finally:
            engine.dispose()
        restored = head_of(url, place.password)
        if restored is None:
            raise OperatorError("database_foreign")
        _demand_newer(restored[0], standing[0] if standing else None, replace_newer)
        _mark(beside, plan, RoomRestored(restored[1]))
        return databases.swap("restoring", place.clock.now())


def _mark(place: Place, plan: RoomPlan, command: RoomRestored) -> None:
    room: OpenedRoom = open_room(place.url, place.clock, plan, password=place.password)
    try:
        room.lane.submit(command, act=room.console).result(LANE_S)
    finally:
        room.close()
