"""A seat without storage, network or threads: real situation, a feed to push into, a recorder."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor as Pool
from concurrent.futures import Future
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QObject

from command_center.commands.registry import VERBS
from command_center.domain.clocks import Clock, Sample
from command_center.domain.entities import ENTITY_NAMES, as_fields, iso, to_json
from command_center.domain.errors import OperatorError
from command_center.domain.instruction import ToldHit
from command_center.domain.log import Act, Change, LogEntry, StoredEntry
from command_center.domain.partner import PhoneCall
from command_center.domain.room import Role, RoomKind
from command_center.geo.city import CityPack
from command_center.geo.packs import load_pack
from command_center.ports import (
    ActivityCount,
    CallsBefore,
    ClocksPage,
    ConnectionWatch,
    FalseReport,
    Health,
    Hit,
    Outcome,
    Position,
    RowsSnapshot,
    SamplePage,
)
from command_center.situation.advising.recommender import Recommender, StraightStreets, Streets
from command_center.ui.asking import Asking
from command_center.ui.live import Live
from command_center.ui.notices import Notice, Notices
from command_center.ui.person import Door, Person
from command_center.ui.seat import Seat
from command_center.ui.selection import Selection
from command_center.ui.tasks import Tasks
from command_center.ui.theme import Theme
from command_center.video.api import VideoEngine
from command_center.video.engine import Engine
from command_center.video.onvif.client import CameraControl
from command_center.video.policy import StreamPolicy

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
PATIENCE_S = 2.0
JAKARTA = ZoneInfo("Asia/Jakarta")


class HandClock:
    """Moves only when told."""

    def __init__(self, now: datetime) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def forward(self, seconds: float) -> datetime:
        self._now += timedelta(seconds=seconds)
        return self._now


class HandFeed:
    """Delivers what the test pushes; nothing while `cut`."""

    def __init__(self, rows: Sequence[Any]) -> None:
        self.rows: dict[tuple[str, str], Any] = {(name_of(row), row.id): row for row in rows}
        self.seq = 0
        self.cut = False
        self._deliver: Callable[[Sequence[StoredEntry]], None] | None = None
        self.on_broken: Callable[[int], None] = lambda seq: None

    def snapshot(self, closed_since: datetime | None) -> RowsSnapshot:
        tables: dict[str, list[dict[str, Any]]] = {}
        for (entity, _), row in self.rows.items():
            tables.setdefault(entity, []).append(to_json(as_fields(row)))
        return RowsSnapshot(self.seq, bytes(32), "test", tables)

    def start(self, after: int, deliver: Callable[[Sequence[StoredEntry]], None]) -> None:
        self._deliver = deliver

    def stop(self) -> None:
        self._deliver = None

    def push(self, entry: LogEntry) -> StoredEntry:
        self.seq += 1
        stored = StoredEntry(self.seq, bytes(32), entry)
        if self._deliver is not None and not self.cut:
            self._deliver([stored])
        return stored


class HandTelemetry:
    """Positions by unit id, health by (kind, id): set them and tick."""

    def __init__(self) -> None:
        self.at: dict[str, Position] = {}
        self.how: dict[tuple[str, str], Health] = {}

    def put_positions(self, positions: Sequence[Position]) -> None:
        self.at.update({position.unit_id: position for position in positions})

    def put_health(self, health: Health) -> None:
        self.how[health.kind, health.id] = health

    def positions(self) -> Mapping[str, Position]:
        return self.at

    def health(self) -> Mapping[tuple[str, str], Health]:
        return self.how

    def listen(self, listener: Callable[[], None]) -> None:
        """A test moves the room's second hand itself."""


class Recorder:
    """Keeps submitted commands. Answers at once with `result`, or fails with `error`; with
    `hold` set, nothing is answered until `answer`."""

    def __init__(self) -> None:
        self.commands: list[Any] = []
        self.acts: list[Act | None] = []
        self.futures: list[Future[Outcome]] = []
        self.result: dict[str, Any] = {}
        self.error: Exception | None = None
        self.hold = False

    def submit(
        self, command: Any, *, act: Act | None = None, op_id: str | None = None
    ) -> Future[Outcome]:
        self.commands.append(command)
        self.acts.append(act)
        future: Future[Outcome] = Future()
        self.futures.append(future)
        if not self.hold:
            self.answer(len(self.futures) - 1)
        return future

    def answer(self, index: int = -1) -> None:
        future, command = self.futures[index], self.commands[index]
        if self.error is not None:
            future.set_exception(self.error)
            return
        op_id = f"op-{len(self.futures)}"
        future.set_result(Outcome(op_id, 1, VERBS[type(command)].kind, dict(self.result)))


class HandHistory:
    """Past entries the test puts into `stored`, incidents to be found into `hits`."""

    def __init__(self) -> None:
        self.stored: list[StoredEntry] = []
        self.hits: list[Hit] = []
        self.asked: list[tuple[str, int | None]] = []
        self.counted: list[ActivityCount] = []
        self.before = CallsBefore()
        self.false: list[FalseReport] = []
        self.months: list[tuple[datetime, datetime]] = []
        self.measured: list[Sample] = []
        self.page = 100

    def find(self, text: str, before: int | None = None, limit: int = 50) -> Sequence[Hit]:
        self.asked.append((text, before))
        if len(text) < 2:
            raise OperatorError("search_too_short", least=2)
        found = [hit for hit in self.hits if before is None or hit.place < before]
        return [hit for hit in found if text.lower() in hit.title.lower()][:limit]

    def about(self, entity: str, id: str, up_to: int, limit: int) -> Sequence[StoredEntry]:
        found = [
            stored
            for stored in self.stored
            if stored.seq <= up_to
            and any((c.entity, c.id) == (entity, id) for c in stored.entry.changes)
        ]
        return found[-limit:]

    def openings(self, entity: str, up_to: int) -> Iterator[StoredEntry]:
        for stored in reversed(self.stored):
            new = any(c.entity == entity and c.version == 1 for c in stored.entry.changes)
            if new and stored.seq <= up_to:
                yield stored

    def entries(self, after: int = 0) -> Iterator[StoredEntry]:
        return (stored for stored in self.stored if stored.seq > after)

    def calls_before(self, call: PhoneCall, limit: int) -> CallsBefore:
        return self.before

    def false_reports(self, refs: Sequence[str], since: datetime) -> Sequence[FalseReport]:
        return [one for one in self.false if one.caller_ref in refs and one.at >= since]

    def told(self, text: str, limit: int = 50) -> Sequence[ToldHit]:
        return []

    def activities(self, since: datetime, until: datetime) -> Sequence[ActivityCount]:
        self.months.append((since, until))
        return self.counted

    def samples(
        self, clock: Clock, since: datetime, until: datetime, after: str | None = None
    ) -> SamplePage:
        start = int(after or 0)
        part = self.measured[start : start + self.page]
        found = [s for s in part if s.clock is clock and since <= s.at < until]
        end = start + len(part)
        return SamplePage(found, str(end) if end < len(self.measured) else None, len(part))

    def clocks(
        self, clocks: Sequence[Clock], since: datetime, until: datetime, after: str | None = None
    ) -> ClocksPage:
        pages = [self.samples(clock, since, until, after) for clock in clocks]
        return ClocksPage([page.samples for page in pages], pages[0].after, pages[0].read)

    def notes_beginning(self, words: str, incidents: Sequence[str]) -> Sequence[tuple[str, str]]:
        return []


class AtOnce(Pool):
    """Runs work where it is submitted: no threads in panel tests."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - a pool hands every error to the future
            future.set_exception(error)
        return future


def name_of(row: Any) -> str:
    return ENTITY_NAMES[type(row)]


@cache
def malang() -> CityPack:
    return load_pack(RESOURCES / "packs" / "malang")


@dataclasses.dataclass
class Desk:
    """The seat and everything a test moves behind it."""

    seat: Seat
    clock: HandClock
    feed: HandFeed
    telemetry: HandTelemetry
    recorder: Recorder
    history: HandHistory
    notices: list[Notice]

    @property
    def commands(self) -> list[Any]:
        return self.recorder.commands

    def change(self, row: Any, /, kind: str = "test.changed", **fields: Any) -> Any:
        """One entry that changes the stored row; answers the row as it is now."""
        was = {name: getattr(row, name) for name in fields}
        after = dataclasses.replace(row, version=row.version + 1, **fields)
        change = Change(name_of(row), row.id, after.version, to_json(fields), to_json(was))
        self._push(kind, (change,), (after,))
        return after

    def add(self, *rows: Any, kind: str = "test.added") -> None:
        """One entry that makes the rows."""
        changes = []
        for row in rows:
            fields = as_fields(row)
            fields = {k: v for k, v in fields.items() if k not in ("id", "version")}
            changes.append(Change(name_of(row), row.id, 1, to_json(fields), {}))
        self._push(kind, tuple(changes), rows)

    def _push(self, kind: str, changes: tuple[Change, ...], rows: Sequence[Any]) -> None:
        act, at = self.seat.act, iso(self.clock.now())
        entry = LogEntry(
            kind=kind,
            v=1,
            op_id=f"entry-{self.feed.seq + 1}",
            actor=act.actor,
            workstation=act.workstation,
            shift=act.shift,
            occurred_at=at,
            recorded_at=at,
            reason="",
            changes=changes,
        )
        for row in rows:
            self.feed.rows[name_of(row), row.id] = row
        self.history.stored.append(self.feed.push(entry))

    def row(self, entity: str, id: str) -> Any:
        """As the database has it now."""
        return self.feed.rows[entity, id]

    def settle(self) -> None:
        """Until the situation has folded everything pushed and no event is pending."""
        deadline = time.monotonic() + PATIENCE_S
        while True:
            QCoreApplication.processEvents()
            behind = not self.feed.cut and self.seat.situation.seq < self.feed.seq
            if not behind:
                break
            assert time.monotonic() < deadline, "the feed was not folded in time"
            time.sleep(0.001)  # for the thread that reads the feed
        QCoreApplication.processEvents()

    def tick(self, seconds: float = 1.0) -> None:
        """The room's second hand: new positions, health and time, without waiting."""
        self.clock.forward(seconds)
        situation, live = self.seat.situation, self.seat.live
        situation.place(self.telemetry.positions())
        situation.health = dict(self.telemetry.health())
        live.telemetry.emit()
        live.ticked.emit(self.clock.now())

    def close(self) -> None:
        self.seat.live.stop()
        self.seat.control.close(5.0)
        self.seat.engine.close(1.0)


def _no_keyring(user: str, host: str, port: int) -> str | None:
    return None


def make_desk(
    rows: Sequence[Any],
    now: datetime,
    pictures: Path,
    *,
    staff_id: str = "staff-rs",
    role: Role = Role.OPERATOR,
    room_kind: RoomKind = RoomKind.LIVE,
    theme: str = "dark",
    scale: float = 1.0,
    parent: QObject | None = None,
    engine: VideoEngine | None = None,
    settings: Path | None = None,
    door: Door | None = None,
    watch: ConnectionWatch | None = None,
    streets: Streets | None = None,
) -> Desk:
    """A desk with its situation loaded. Call `close` when done. `settings` None: beside
    `pictures`. With a `door` nobody is signed in."""
    clock, feed = HandClock(now), HandFeed(rows)
    telemetry, recorder, history = HandTelemetry(), Recorder(), HandHistory()
    live = Live(feed, telemetry, clock, parent, watch=watch)
    notices = Notices(parent)
    said: list[Notice] = []
    notices.said.connect(said.append)
    seat = Seat(
        live=live,
        selection=Selection(parent),
        tasks=Tasks(AtOnce(), parent),
        executor=recorder,
        history=history,
        engine=engine or Engine(StreamPolicy.loopback_only()),
        control=CameraControl(StreamPolicy.loopback_only(), _no_keyring),
        city=malang(),
        theme=Theme(theme, scale, RESOURCES / "theme", parent),
        notices=notices,
        asking=Asking(parent),
        recommender=Recommender(malang(), JAKARTA, streets or StraightStreets()),
        person=Person(Act(staff_id, "meja-2", "shift-b", role.value), door, parent),
        zone=JAKARTA,
        room_kind=room_kind,
        pictures=pictures,
        attachments=pictures / "attachments",
        settings=settings or pictures,
    )
    live.start()
    return Desk(seat, clock, feed, telemetry, recorder, history, said)


def refuse(desk: Desk, code: str, **params: object) -> None:
    """From now on every command fails with this sentence."""
    desk.recorder.error = OperatorError(code, **params)
