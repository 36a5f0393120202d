"""Opens the room of a file, and what is done when that file is damaged or gone: put aside, the
newest good backup in its place, read only until a shift lead confirms. Never silently empty."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

from command_center.bootstrap.database.pages import is_large
from command_center.bootstrap.room import LANE_S, OpenedRoom, RoomPlan, open_room
from command_center.commands.restore import RoomRestored
from command_center.domain.errors import OperatorError
from command_center.domain.room import RoomKind
from command_center.ports import Clock
from command_center.runtime.paths import migrations_dir
from command_center.storage.backup import Progress, copy_to, silent, verify
from command_center.storage.engine import open_engine, parse_url
from command_center.storage.migrate import bring_up_to_date
from command_center.storage.rescue import rescue
from command_center.storage.salvage import (
    BESIDE,
    is_lost,
    newest_good,
    noted_head,
    put_aside,
    put_in_place,
    read_head,
    suspect_file,
)

LOST, CUT = "database_lost", "log_cut"
DAMAGED = frozenset({"database_corrupt", "log_broken"})
# Somebody else's file: ours may be restored over it only if there is one of ours to restore.
STRANGE = frozenset({"database_foreign"})
log = logging.getLogger(__name__)


def sqlite_file(url: str) -> Path | None:
    """The file of a database address; None for a server's."""
    parsed = parse_url(url)
    named = parsed.database if parsed.get_backend_name() == "sqlite" else None
    return Path(named) if named and named != ":memory:" else None


def open_or_restore(
    url: str, clock: Clock, plan: RoomPlan, password: str | None = None
) -> OpenedRoom:
    """`open_room`; a damaged or lost file is replaced by its newest good backup first.
    OperatorError("no_good_backup") if there is none: then nothing was touched. The pages of a
    large file are left to a `PageCheck` beside the room."""
    file = sqlite_file(url)
    if file is None:
        return open_room(url, clock, plan, password=password)
    if is_lost(file):
        restore_newest(file, clock, plan, LOST)
    elif suspect_file(file).exists():
        _look_closely(file, clock, plan)
    try:
        room = open_room(url, clock, plan, pages=not is_large(file))
    except OperatorError as error:
        if error.code not in DAMAGED | STRANGE:
            raise
        restore_newest(file, clock, plan, error.code)
        room = open_room(url, clock, plan)
    try:
        _mind_a_cut(room, file)
    except BaseException:
        room.close()
        raise
    return room


def _look_closely(file: Path, clock: Clock, plan: RoomPlan) -> None:
    """Something met damage while the room was open: every page and the whole chain are read."""
    try:
        verify(file)
    except OperatorError as error:
        restore_newest(file, clock, plan, error.code)
    suspect_file(file).unlink(missing_ok=True)


def restore_newest(
    file: Path, clock: Clock, plan: RoomPlan, cause: str, progress: Progress = silent
) -> Path:
    """Returns the backup that was taken."""
    backup = newest_good(file, progress)
    if backup is None:
        raise OperatorError("no_good_backup", file=file.name, cause=cause)
    log.info("the database is replaced by the backup %s: %s", backup.name, cause)
    restore(backup, file, clock, plan, cause=cause, progress=progress)
    return backup


def restore(
    backup: Path,
    file: Path,
    clock: Clock,
    plan: RoomPlan,
    *,
    cause: str = "",
    progress: Progress = silent,
) -> Path | None:
    """Put a verified copy of a backup in the place of a database. Whatever interrupts this, the
    place holds the old database, none at all, or the restored one as a whole and marked as such.
    Returns where the old one is now."""
    prepared = file.with_name(f"{file.name}.restoring")
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        copy_to(backup, prepared, progress)
        if cause and not _go_on(file, prepared):
            copy_to(backup, prepared, progress)
        _mark(prepared, clock, plan, cause)
        old = [file.with_name(file.name + suffix) for suffix in BESIDE]
        why = "corrupt" if cause else "replaced"
        aside = put_aside(file, clock.now(), why) if any(p.exists() for p in old) else None
        put_in_place(prepared, file)
    finally:
        _sweep(prepared)
    suspect_file(file).unlink(missing_ok=True)
    return aside


def _go_on(damaged: Path, prepared: Path) -> bool:
    """Add to the copy what the damaged file can still tell; False if the copy is spoilt by it."""
    _bring_up_to_date(prepared)
    try:
        count = rescue(damaged, prepared)
    except OperatorError as error:
        log.info("what the damaged file told does not fit: %s", error.code)
        _sweep(prepared)
        return False
    log.info("%d entries of the damaged file were rescued", count)
    return True


def _bring_up_to_date(prepared: Path) -> None:
    """Nobody has the copy open: no workstation is waited for."""
    engine = open_engine(f"sqlite:///{prepared}")
    try:
        bring_up_to_date(engine, migrations_dir(), anyway=True)
    finally:
        engine.dispose()


def _sweep(prepared: Path) -> None:
    for suffix in BESIDE:
        prepared.with_name(prepared.name + suffix).unlink(missing_ok=True)


def _mark(prepared: Path, clock: Clock, plan: RoomPlan, cause: str) -> None:
    """Say in its own log that it was restored, before anybody can open it."""
    _, backup_at, kind = read_head(prepared)
    _bring_up_to_date(prepared)
    room = open_room(f"sqlite:///{prepared}", clock, replace(plan, kind=RoomKind(kind)))
    try:
        command = RoomRestored(backup_at, cause)
        room.lane.submit(command, act=room.console).result(LANE_S)
    finally:
        room.close()
    if any(prepared.with_name(prepared.name + suffix).exists() for suffix in BESIDE[1:]):
        raise OperatorError("database_busy")


def _mind_a_cut(room: OpenedRoom, file: Path) -> None:
    """The end of a log may vanish without a trace in the file: then what was noted beside it
    knows more."""
    noted = noted_head(file)
    if noted is None or noted.epoch != room.room.epoch:
        return
    head, _, _ = read_head(file)
    if head.seq < noted.seq:
        log.info("the log ends at %d, it went to %d", head.seq, noted.seq)
        command = RoomRestored(room.clock.now(), CUT)
        room.lane.submit(command, act=room.console).result(LANE_S)
