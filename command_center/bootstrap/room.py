"""Opens a room without a window: database, city, write lane and sources."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from command_center.advice.duplicates.standing import StandingIncidents
from command_center.advice.triage import suggest
from command_center.bootstrap.connection import seen_file
from command_center.bootstrap.database_watch import DatabaseWatch
from command_center.bootstrap.duplicates import standing_incidents
from command_center.bootstrap.read_city import with_imports
from command_center.commands.executor import WriteLane
from command_center.commands.room import OpenRoom
from command_center.domain.errors import OperatorError
from command_center.domain.exercise_mark import WORD
from command_center.domain.ids import new_id
from command_center.domain.room import Role, Room, RoomKind, Shift, Source, SourceKind, Staff
from command_center.geo.city import CityPack
from command_center.geo.local import CityFacts
from command_center.geo.packs import default_pack_id, load_pack
from command_center.ports import Act, Clock, Storage
from command_center.runtime.paths import resources_dir
from command_center.runtime.settings import load_settings
from command_center.storage.database import Database, open_database
from command_center.storage.programs import own_name
from command_center.storage.sealed import SealedVault

if TYPE_CHECKING:
    from command_center.connectors.late import Backlog, Backlogs
    from command_center.connectors.personal import Sealer
    from command_center.connectors.pull import PullConnector

LANE_S = 30.0
OPERATOR_ID = "staff:local-operator"
SYSTEM_ID = "staff:system"
CONSOLE_ID = "staff:console"
CALL_SOURCE = "110"


@dataclass(frozen=True, slots=True)
class RoomPlan:
    """How a database that has no room yet becomes one; `pack` "" is this machine's city."""

    kind: RoomKind = RoomKind.LIVE
    pack: str = ""
    operator: str = "Operator 1"
    initials: str = "O1"
    seat: str = "Operator 1"
    shift: str = "Regu A"


@dataclass(slots=True)
class OpenedRoom:
    """A room at work. `close` ends its threads in the order that loses nothing."""

    database: Database
    room: Room
    city: CityPack
    clock: Clock
    lane: WriteLane
    watch: DatabaseWatch
    act: Act
    system: Act
    console: Act
    vault: SealedVault
    standing: StandingIncidents
    """What a new report may be about, as the write lane knows it."""
    connectors: dict[str, PullConnector] = field(default_factory=dict)
    _backlogs: Backlogs | None = None
    _sealer: Sealer | None = None

    def sealer(self) -> Sealer:
        """What takes the persons out of whatever comes in; one for all, for it remembers them."""
        from command_center.connectors.personal import RoomSealer  # noqa: PLC0415

        if self._sealer is None:
            self._sealer = RoomSealer(self.vault, self.clock)
        return self._sealer

    def backlog(self, source: Source) -> Backlog:
        """What knows which reports of the source are no news."""
        from command_center.connectors.late import Backlogs  # noqa: PLC0415

        if self._backlogs is None:
            self._backlogs = Backlogs(self.database.telemetry)
        return self._backlogs.of(source.id, source.options)

    def connect(self, source: Source, *, page_size: int = 500) -> PullConnector:
        """Start pulling a source, in its own format or in contract v1."""
        # Most rooms pull nothing, and the client of the web is a tenth of a second of every start.
        from command_center.bootstrap.source_readers import reader_of  # noqa: PLC0415
        from command_center.connectors.pull import PullConnector, PullSource  # noqa: PLC0415

        connector = PullConnector(
            source=PullSource(
                source.id,
                source.url,
                source.cursor,
                page_size=page_size,
                backlog=self.backlog(source),
                reader=reader_of(source, self.clock, self.room.kind),
            ),
            executor=self.lane,
            telemetry=self.database.telemetry,
            clock=self.clock,
            act=self.system,
            unit_id_of=self.database.history.unit_id,
            sealer=self.sealer(),
        )
        self.connectors[source.id] = connector
        connector.start()
        return connector

    def close(self) -> None:
        for connector in self.connectors.values():
            connector.stop()
        self.lane.close()
        self.vault.close()
        self.database.close()


def open_room(
    url: str,
    clock: Clock,
    plan: RoomPlan,
    *,
    password: str | None = None,
    follow: Callable[[datetime], None] | None = None,
    storage: Callable[[Database], Storage] | None = None,
    pages: bool = True,
) -> OpenedRoom:
    """Open the room of a database, founding it by `plan` if there is none. OperatorError if the
    database cannot be used or holds a room of the other kind. `follow` is told the time of each
    command before it runs: the clock of a replayed log. `storage` stands before the database's
    own, where an exercise wants to pull its plug. `pages` False leaves the pages of a file unread.
    """
    database = open_database(url, password=password, seen=seen_file(url), pages=pages)
    try:
        write = storage(database) if storage else database.storage
        return _open(database, write, clock, plan, follow)
    except BaseException:
        database.close()
        raise


def _open(
    database: Database,
    storage: Storage,
    clock: Clock,
    plan: RoomPlan,
    follow: Callable[[datetime], None] | None,
) -> OpenedRoom:
    snapshot = database.feed.snapshot(clock.now() - timedelta(hours=24))
    rows = list(snapshot.rows["room"])
    packs = resources_dir() / "packs"
    pack_id = rows[0]["pack"] if rows else _pack_of(plan) or default_pack_id(packs)
    pack = with_imports(load_pack(packs / pack_id), snapshot.rows)
    shift_id = max((row["id"] for row in snapshot.rows["shift"]), default=new_id(clock.now()))
    act, system, console = _acts(database, shift_id)
    facts = CityFacts(pack)
    watch = DatabaseWatch(database.telemetry, clock, database.doctor)
    standing = standing_incidents(pack, snapshot.rows, clock.now())
    lane = WriteLane(
        storage, clock, facts, suggest, act, follow=follow, wrote=watch.wrote, duplicates=standing
    )
    try:
        if not rows:
            _found(lane, console, clock, plan, pack, shift_id)
            rows = list(database.feed.snapshot(clock.now()).rows["room"])
        kind = RoomKind(rows[0]["kind"])
        if kind is not plan.kind:
            raise OperatorError("room_of_other_kind", kind=kind.value)
    except BaseException:
        lane.close()
        raise
    room = Room(**{**rows[0], "kind": kind})
    database.doctor.start()
    vault = SealedVault(database.engine, clock)
    return OpenedRoom(
        database, room, pack, clock, lane, watch, act, system, console, vault, standing
    )


def _acts(database: Database, shift_id: str) -> tuple[Act, Act, Act]:
    """In the name of the operator, of the program and of the console."""
    workstation = own_name(database.engine)
    act = Act(OPERATOR_ID, workstation, shift_id, Role.SHIFT_LEAD.value)
    system = replace(act, actor=SYSTEM_ID, role=Role.SYSTEM.value)
    return act, system, replace(act, actor=CONSOLE_ID, role=Role.CONSOLE.value)


def _pack_of(plan: RoomPlan) -> str:
    """The city that was asked for, else the one this machine is set to."""
    return plan.pack or load_settings(plan.kind.value).pack


def _name(kind: RoomKind, pack: CityPack) -> str:
    """What stands on everything that leaves the room, on paper or as a message."""
    word = f"{WORD} " if kind is RoomKind.EXERCISE else ""
    return f"{word}{pack.organisation}"


def _found(
    lane: WriteLane, console: Act, clock: Clock, plan: RoomPlan, pack: CityPack, shift_id: str
) -> None:
    now = clock.now()
    lane.submit(
        OpenRoom(
            room=Room(new_id(now), 1, _name(plan.kind, pack), plan.kind, new_id(now), pack.id),
            staff=(
                Staff(OPERATOR_ID, 1, plan.operator, plan.initials, Role.SHIFT_LEAD, plan.seat),
                Staff(SYSTEM_ID, 1, "Sistem", "SYS", Role.SYSTEM, ""),
            ),
            shift=Shift(shift_id, 1, plan.shift, OPERATOR_ID, now, None),
            agencies=pack.agencies,
            sources=(Source(CALL_SOURCE, 1, "110", SourceKind.MANUAL, "", True, ""),),
            hospitals=pack.hospitals,
        ),
        act=console,
    ).result(LANE_S)
