"""A week of shifts in an exercise room, handed over at every change: two leads and three operators
a regu, a board that is never empty, some changes forced, some with a P1 that came a minute before.

Beside it the same week with a bare change of shift, as systems do it that know a roster and no
handover: the next people sit down, and what is on the board is whose it was. What stands on the
board at each change is counted the same way in both; the log is read afterwards.

At every change somebody also tries what must not go through: to sign over red items, to sign for
another, to begin a second handover, to strike a line on a page that is closed, and to hand over
with the database away.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from command_center.bootstrap.room import RoomPlan, open_room
from command_center.commands.book import StrikeBook, WriteBook
from command_center.commands.dispatch import AcknowledgeOrder, OrderUnits
from command_center.commands.handover import (
    AcceptItems,
    BeginHandover,
    ForceHandover,
    SignHandover,
)
from command_center.commands.intake import ReceiveReport
from command_center.commands.people import AddStaff
from command_center.commands.room import RegisterUnit
from command_center.commands.triage import CloseIncident, SetPriority, TakeIncident
from command_center.domain.book import BookKind
from command_center.domain.errors import OperatorError
from command_center.domain.handover import Handover, Standing
from command_center.domain.incident import Disposition, Priority
from command_center.domain.room import Role, RoomKind, Shift
from command_center.domain.unit import UnitStatus
from command_center.exercise.plugs import PluggedStorage
from command_center.ports import Act, Outcome
from command_center.situation.handover import room_items, standing_of
from command_center.situation.situation import Situation
from tests.benchmarks.figure import Figure
from tests.benchmarks.lateness import rank
from tests.storage.rows import acting

BENCH, SEED = "shift", 8
DAYS, A_DAY, CASES, UNITS, STAY = 7, 3, 20, 40, 0.3
"""`STAY` is the share of incidents that are still open when their shift ends."""
FORCED_EVERY, P1_EVERY, AWAY_EVERY = 6, 2, 5
BEGINS = datetime(2026, 11, 15, 22, 0, tzinfo=UTC)
"""05.00 WIB, where the pattern of eight hours begins."""
REGU = ("A", "B", "C")
BIG = 300


@dataclass(slots=True)
class Tally:
    """What a week came to. `orphans`: items that stood at a change and that nobody accepted by
    name; `held`: incidents that somebody who had gone home still held after a change."""

    changes: int = 0
    stood: int = 0
    orphans: int = 0
    held: int = 0
    tried: int = 0
    let_through: Counter[str] = field(default_factory=Counter)
    handed_ms: list[float] = field(default_factory=list)


class Turned:
    """A clock that stands until somebody turns it."""

    def __init__(self) -> None:
        self.at = BEGINS

    def now(self) -> datetime:
        return self.at

    def turn(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


class Week:
    """One room, played on a clock that is turned. `bare`: shifts change without a handover."""

    def __init__(self, folder: Path, *, bare: bool) -> None:
        self._random = random.Random(SEED)
        self._clock = Turned()
        self._bare = bare
        self._plug: list[PluggedStorage] = []
        url = f"sqlite:///{folder / ('bare.db' if bare else 'handed.db')}"
        self.room = open_room(url, self._clock, RoomPlan(RoomKind.EXERCISE), storage=self._plugged)
        self._reports = 0
        self._situation = Situation()
        self.tally = Tally()
        self._crews = {name: self._crew(name) for name in REGU}
        self._units = [self._unit(at) for at in range(UNITS)]

    def _plugged(self, database: Any) -> PluggedStorage:
        storage = PluggedStorage(database.storage, database.telemetry, self._clock)
        self._plug.append(storage)
        return storage

    def do(self, command: Any, act: Act | None = None) -> Outcome:
        return self.room.lane.submit(command, act=act).result(60)

    def look(self) -> Situation:
        """What any seat would know by now."""
        for stored in self.room.database.history.entries(self._situation.seq):
            self._situation.apply(stored)
        return self._situation

    def _crew(self, name: str) -> list[Act]:
        """The lead first."""
        acts = []
        for at, role in enumerate((Role.SHIFT_LEAD, *[Role.OPERATOR] * 3)):
            added = AddStaff(f"Orang {name}{at}", f"orang.{name.lower()}{at}", role)
            id = str(self.do(added, self.room.console).result["staff_id"])
            act = replace(self.room.act, actor=id, role=role.value)
            acts.append(replace(act, workstation=f"WS-{name}{at}"))
        return acts

    def _unit(self, at: int) -> str:
        agency = self.room.city.agencies[0].code
        unit = RegisterUnit(f"U {at}", agency, crew=2, status=UnitStatus.AVAILABLE)
        return str(self.do(unit).result["unit_id"])

    # --- work ----------------------------------------------------------------------------------

    def play(self) -> None:
        for shift in range(DAYS * A_DAY):
            crew, coming = (self._crews[REGU[(shift + n) % len(REGU)]] for n in (0, 1))
            self._take_what_is_nobodys(crew)
            for case in range(CASES):
                self._clock.turn(8 * 3_600 / CASES * 0.95)
                self._case(crew, case)
            self._clock.at = BEGINS + timedelta(hours=8 * (shift + 1)) - timedelta(minutes=10)
            if shift % P1_EVERY == 0:
                self._p1(crew)
            self._change(shift, crew[0], coming[0])

    def _take_what_is_nobodys(self, crew: list[Act]) -> None:
        for incident in list(self.look().open_incidents()):
            if incident.owner_id is None:
                self._clock.turn(2)
                self.do(TakeIncident(incident.id), self._random.choice(crew[1:]))

    def _report(self, text: str) -> str:
        self._reports += 1
        report = ReceiveReport("110", f"r{self._reports}", "keributan", text)
        return str(self.do(report, self.room.system).result["incident_id"])

    def _case(self, crew: list[Act], number: int) -> None:
        operator = self._random.choice(crew[1:])
        incident = self._report(f"keributan nomor {number} di gang {self._reports}")
        self.do(TakeIncident(incident), operator)
        free = [unit for unit in self._units if not self.look().unit_assignments(unit)]
        if free and self._random.random() < 0.6:
            self.do(OrderUnits(incident, (free[0],), "ke lokasi"), operator)
            if self._random.random() < 0.8:
                self.do(AcknowledgeOrder(free[0]), operator)
        if self._random.random() > STAY:
            self.do(CloseIncident(incident, Disposition.RESOLVED), operator)
            return
        for old in list(self.look().open_incidents())[: -self._random.randint(10, 20)]:
            self.do(CloseIncident(old.id, Disposition.RESOLVED), operator)

    def _p1(self, crew: list[Act]) -> None:
        incident = self._report(f"pengeroyokan di jalan {self._reports}")
        self.do(SetPriority(incident, Priority.P1), crew[1])
        self.do(TakeIncident(incident), crew[1])

    # --- changes -------------------------------------------------------------------------------

    def _change(self, number: int, out: Act, coming: Act) -> None:
        tally = self.tally
        tally.changes += 1
        standing = {item.key for item in room_items(self.look(), self._clock.now())}
        tally.stood += len(standing)
        if self._bare:
            self._bare_change(coming)
            accepted: set[tuple[str, str]] = set()
        else:
            begun = time.perf_counter()
            self._hand_over(number, out, coming)
            tally.handed_ms.append((time.perf_counter() - begun) * 1_000)
            accepted = self._accepted(coming)
        tally.orphans += len(standing - accepted)
        gone = {act.actor for crew in self._crews.values() for act in crew} - {coming.actor}
        tally.held += sum(row.owner_id in gone for row in self.look().open_incidents())

    def _bare_change(self, coming: Act) -> None:
        old = self.look().shift
        with acting(self.room.database.storage) as work:
            if old is not None:
                work.change(work.get(Shift, old.id), ends_at=self._clock.now())
            new = Shift(f"s{self.tally.changes}", 1, "Regu", coming.actor, self._clock.now(), None)
            work.add(new)

    def _hand_over(self, number: int, out: Act, coming: Act) -> None:
        line = self.do(WriteBook(BookKind.DETAINEES, "Tahanan 4 orang"), out).result["entry_id"]
        if number % AWAY_EVERY == 0:
            self._plug[0].pull_plug()
            self._try("away", BeginHandover(), out)
            self._plug[0].restore_plug()
        if number % FORCED_EVERY == FORCED_EVERY - 1:
            self._try("no reason", ForceHandover(" "), coming)
            self.do(ForceHandover("kepala regu lama tidak di tempat"), coming)
        else:
            self._hand_over_signed(out, coming)
        self._try("closed page", StrikeBook(str(line), "diubah belakangan"), out)

    def _hand_over_signed(self, out: Act, coming: Act) -> None:
        id = str(self.do(BeginHandover(), out).result["handover_id"])
        self._try("second", BeginHandover(), coming)
        self._try("for another", SignHandover(id), self._crews["C"][1])
        self.do(SignHandover(id), out)
        if any(one.red for one in self._standing()):
            self._try("red item", SignHandover(id), coming)
        for one in self._standing():
            if one.open and one.red and one.item is not None:
                self.do(AcceptItems(id, ((*one.item.key, one.item.digest),)), coming)
        rest = tuple(
            (*one.item.key, one.item.digest)
            for one in self._standing()
            if one.open and one.item is not None
        )
        if rest:
            self.do(AcceptItems(id, rest), coming)
        third = next(crew[0] for crew in self._crews.values() if crew[0] not in (out, coming))
        if rest:
            self._try("for another", SignHandover(id), third)
        self.do(SignHandover(id), coming)

    def _try(self, what: str, command: Any, act: Act) -> None:
        """It must be refused."""
        self.tally.tried += 1
        try:
            self.do(command, act)
        except OperatorError:
            return
        self.tally.let_through[what] += 1

    def _last(self) -> Handover:
        rows: list[Handover] = list(self.look().all("handover"))
        return max(rows, key=lambda row: row.begun_at)

    def _standing(self) -> list[Standing]:
        return standing_of(self.look(), self._last())

    def _accepted(self, coming: Act) -> set[tuple[str, str]]:
        """Items that a person who signs in has accepted, one by one or with their name."""
        last = self._last()
        return {
            row.key
            for row in self.look().all("handover_item")
            if row.handover_id == last.id and row.accepted_by == coming.actor
        }

    def without_regu(self) -> tuple[int, int]:
        """Entries of the log that belong to no shift that went on when they were stored, of how
        many: what stands open stands in the shift that goes on, so that is never none or two."""
        wrong = count = 0
        going_on: dict[str, Shift] = {}
        situation = Situation()
        for stored in self.room.database.history.entries():
            situation.apply(stored)
            told = {change.id for change in stored.entry.changes if change.entity == "shift"}
            before = dict(going_on)
            for id in told:
                row = situation.get("shift", id)
                if row is not None and row.ends_at is None:
                    going_on[id] = row
                else:
                    going_on.pop(id, None)
            count += 1
            wrong += len(going_on) != 1 or stored.entry.shift not in (before or going_on)
        return wrong, count


def shift_week() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        bare, bare_s = _played(Path(name), bare=True)
        handed, seconds = _played(Path(name), bare=False)
        try:
            yield from _figures(bare, handed, seconds + bare_s)
            yield _large(handed)
        finally:
            bare.room.close()
            handed.room.close()


def _played(folder: Path, *, bare: bool) -> tuple[Week, float]:
    begun = time.perf_counter()
    week = Week(folder, bare=bare)
    week.play()
    return week, time.perf_counter() - begun


def _figures(bare: Week, handed: Week, seconds: float) -> Iterator[Figure]:
    ours, theirs = handed.tally, bare.tally
    yield Figure(
        BENCH, "items_nobody_accepted", ours.orphans, "items", "lower", ours.stood, seconds,
        theirs.orphans, 0.0,
    )  # fmt: skip
    yield Figure(
        BENCH, "incidents_held_by_who_left", ours.held, "incidents", "lower", ours.changes,
        seconds, theirs.held, 0.0,
    )  # fmt: skip
    wrong, count = handed.without_regu()
    yield Figure(
        BENCH, "entries_without_regu", wrong, "entries", "lower", count, seconds, None, 0.0
    )
    let = sum(ours.let_through.values())
    yield Figure(
        BENCH, "attempts_let_through", let, "attempts", "lower", ours.tried, seconds, None, 0.0
    )
    took = sorted(ours.handed_ms)
    yield Figure(
        BENCH, "handover_of_a_board_p95", rank(took, 0.95), "ms", "lower", len(took), seconds
    )


def _large(week: Week) -> Figure:
    """A board of 300 open incidents is frozen; the baseline is the smallest command."""
    for at in range(BIG):
        week._report(f"banjir rumah {at}")
    act = week._crews["A"][0]
    begun = time.perf_counter()
    plain = []
    for _ in range(20):
        start = time.perf_counter()
        week.do(WriteBook(BookKind.EVENT, "kontrol"), act)
        plain.append((time.perf_counter() - start) * 1_000)
    start = time.perf_counter()
    week.do(ForceHandover("uji papan penuh"), act)
    took = (time.perf_counter() - start) * 1_000
    seconds = time.perf_counter() - begun
    stood = len(room_items(week.look(), week._clock.now()))
    return Figure(
        BENCH,
        "frozen_and_taken_300",
        took,
        "ms",
        "lower",
        stood,
        seconds,
        rank(sorted(plain), 0.5),
        1_000.0,
    )
