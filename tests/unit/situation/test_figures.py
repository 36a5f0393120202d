"""Today's figures, kept row by row, are those of the same rows counted at once."""

import dataclasses
import random
from datetime import UTC, datetime, timedelta
from typing import Any

from command_center.domain.calls import CallRules
from command_center.domain.clocks import Clock, LeftOut, goals
from command_center.domain.entities import as_fields, to_json
from command_center.domain.incident import Disposition, IncidentReport, IncidentStatus
from command_center.domain.log import Change, LogEntry, StoredEntry
from command_center.domain.partner import CallState
from command_center.domain.targets import Targets
from command_center.domain.unit import AssignmentKind, CloseReason
from command_center.ports import RowsSnapshot
from command_center.situation.figures import FEW, Figures, figures, nearest_rank, spread
from command_center.situation.situation import Situation
from tests.storage import rows
from tests.storage.rows import NOW, later
from tests.storage.test_intervals import phone_call

DAY = rows.incident().day
MIDNIGHT = datetime(2026, 11, 20, 17, tzinfo=UTC)


class Log:
    """Puts rows into a situation one entry at a time, and keeps how they are now."""

    def __init__(self) -> None:
        self.situation = Situation()
        self.rows: dict[tuple[str, str], Any] = {}

    def put(self, entity: str, row: Any) -> None:
        before = self.rows.get((entity, row.id))
        version = before.version + 1 if before else 1
        row = dataclasses.replace(row, version=version)
        fields = {k: v for k, v in as_fields(row).items() if k not in ("id", "version")}
        if before is not None:
            fields = {k: v for k, v in fields.items() if getattr(before, k) != v}
        seq = self.situation.seq + 1
        change = Change(entity, row.id, version, to_json(fields), {})
        entry = LogEntry("test", 1, f"op{seq}", "rina", "WS1", "pagi", "", "", "", (change,))
        self.situation.apply(StoredEntry(seq, bytes(32), entry))
        self.rows[entity, row.id] = row

    def shown(self) -> Figures:
        return figures(self.situation, DAY, MIDNIGHT)

    def counted_at_once(self) -> Figures:
        tables: dict[str, list[dict[str, Any]]] = {}
        for (entity, _), row in self.rows.items():
            tables.setdefault(entity, []).append(to_json(as_fields(row)))
        fresh = Situation()
        fresh.load(RowsSnapshot(self.situation.seq, bytes(32), "e", tables))
        return figures(fresh, DAY, MIDNIGHT)


def moved(chance: random.Random) -> tuple[str, Any]:
    """An incident, an order, a link or a call as it may become at any time, backwards too."""

    def some(most: float) -> datetime | None:
        return None if chance.random() < 0.3 else later(chance.uniform(-5, most))

    number = chance.randrange(6)
    what = chance.randrange(5)
    if what == 0:
        open_ = chance.random() < 0.5
        ended = chance.choice([IncidentStatus.CLOSED, IncidentStatus.MERGED,
                               IncidentStatus.CANCELLED])  # fmt: skip
        return "incident", rows.incident(
            id=f"i{number}", number=number, verified_at=some(90), first_order_at=some(200),
            first_on_scene_at=some(900), status=IncidentStatus.VERIFIED if open_ else ended,
            closed_at=None if open_ else some(2000),
            disposition=None if open_ else chance.choice(list(Disposition)),
        )  # fmt: skip
    if what == 1:
        reason = chance.choice([None, *CloseReason])
        return "assignment", rows.assignment(
            id=f"a{number}", incident_id=f"i{number}", unit_id=f"u{number}",
            kind=chance.choice(list(AssignmentKind)), accepted_at=some(20), en_route_at=some(90),
            on_scene_at=some(700), closed_at=later(900) if reason else None, close_reason=reason,
        )  # fmt: skip
    if what == 2:
        return "report", rows.report(id=f"r{number}", external_id=str(number), late=number % 2 == 0)
    if what == 3:
        detached = NOW if chance.random() < 0.3 else None
        report = f"r{chance.randrange(6)}"
        return "incident_report", IncidentReport(f"l{number}", 1, f"i{number}", report, NOW, "x",
                                                 detached)  # fmt: skip
    state = chance.choice(list(CallState))
    return "phone_call", phone_call(number, chance.uniform(-9000, 9000), state,
                                    claimed_at=some(9000), called_back_at=some(9000))  # fmt: skip


def test_kept_row_by_row_is_the_same_as_counted_at_once() -> None:
    for seed in range(12):
        chance, log = random.Random(seed), Log()
        for id in range(6):
            log.put("incident", rows.incident(id=f"i{id}", number=id))
            log.put("report", rows.report(id=f"r{id}", external_id=str(id), late=id % 2 == 0))
        for _ in range(80):
            entity, row = moved(chance)
            if entity == "report" or (
                entity == "phone_call" and ("phone_call", row.id) in log.rows
            ):
                continue  # neither a report nor when a call rang ever changes
            log.put(entity, row)
        assert log.shown() == log.counted_at_once(), seed
        assert log.shown().clocks


class Looked(dict[str, Any]):
    """Rows, and how often one was asked for."""

    times = 0

    def __getitem__(self, id: str) -> Any:
        self.times += 1
        return super().__getitem__(id)

    def get(self, id: str, otherwise: Any = None) -> Any:
        self.times += 1
        return super().get(id, otherwise)


def test_another_report_of_a_flood_costs_no_more_than_the_second_of_a_fire() -> None:
    log = Log()
    log.put("incident", rows.incident(id="i0"))
    asked = []
    for number in range(60):
        log.put("report", rows.report(id=f"r{number}", external_id=str(number)))
        tables = log.situation.tables.rows
        tables["report"] = looked = Looked(tables["report"])
        link = IncidentReport(f"l{number}", 1, "i0", f"r{number}", NOW, "x", None)
        log.put("incident_report", link)
        asked.append(looked.times)
    assert 0 < asked[-1] == asked[1]


def test_each_clock_is_from_its_time_to_its_time() -> None:
    log = Log()
    log.put("incident", rows.incident(
        verified_at=later(30), first_order_at=later(75), first_on_scene_at=later(500),
        status=IncidentStatus.CLOSED, closed_at=later(1500), disposition=Disposition.RESOLVED,
    ))  # fmt: skip
    log.put("assignment", rows.assignment(
        ordered_at=later(75), accepted_at=later(85), en_route_at=later(120), on_scene_at=later(500),
    ))  # fmt: skip
    log.put("phone_call", phone_call(1, -20, CallState.ENDED, claimed_at=later(-12)))
    log.put("phone_call", phone_call(2, -20, CallState.ABANDONED, ended_at=later(0),
                                     called_back_at=later(100)))  # fmt: skip
    found = {clock: spread.p50 for clock, spread in log.shown().clocks.items()}
    assert found == {
        Clock.ANSWER: 8.0, Clock.CALLBACK: 100.0, Clock.VERIFY: 30.0, Clock.ORDER: 45.0,
        Clock.ACCEPT: 10.0, Clock.DEPART: 35.0, Clock.TURNOUT: 45.0, Clock.TRAVEL: 380.0,
        Clock.RESPONSE: 500.0, Clock.SCENE: 1000.0,
    }  # fmt: skip
    newest = log.shown().of(Clock.RESPONSE).newest
    assert newest is not None
    assert abs(newest - later(500)) < timedelta(milliseconds=1)


def test_what_only_arrived_late_is_not_measured_and_is_counted() -> None:
    log = Log()
    log.put("report", rows.report(late=True))
    log.put("incident", rows.incident(verified_at=later(30)))
    assert log.shown().of(Clock.VERIFY).used == 1
    log.put("incident_report", IncidentReport("l", 1, "fire", "call", NOW, "rina", None))
    assert log.shown().of(Clock.VERIFY).left == {LeftOut.LATE: 1}


def test_yesterdays_calls_are_not_todays() -> None:
    log = Log()
    before = (MIDNIGHT - NOW).total_seconds() - 1
    log.put("phone_call", phone_call(1, before, CallState.ENDED, claimed_at=NOW))
    assert log.shown().of(Clock.ANSWER).used == 0
    log.put("phone_call", phone_call(2, before + 1, CallState.ENDED, claimed_at=NOW))
    assert log.shown().of(Clock.ANSWER).used == 1


def test_a_percentile_is_a_value_that_occurred() -> None:
    values = [float(n) for n in range(1, 11)]
    assert [nearest_rank(values, share) for share in (0.5, 0.9, 0.95)] == [5.0, 9.0, 10.0]
    assert nearest_rank([7.0], 0.5) == 7.0
    assert nearest_rank([], 0.9) is None


def test_a_small_number_is_marked_and_running_is_no_loss() -> None:
    few = spread([1.0] * (FEW - 1), {LeftOut.RUNNING: 3, LeftOut.MISSING: 2}, goal_s=1.0)
    assert (few.few, few.left_out, few.running, few.within) == (True, 2, 3, FEW - 1)
    assert not spread([1.0] * FEW, {}).few


def test_targets_are_those_of_the_room() -> None:
    wanted = goals(Targets(on_scene_s=480.0), CallRules())
    assert (wanted[Clock.RESPONSE].seconds, wanted[Clock.ANSWER].seconds) == (480.0, 10.0)
    assert (wanted[Clock.ORDER].seconds, wanted[Clock.ORDER].share) == (60.0, 0.9)
    assert Clock.SCENE not in wanted
