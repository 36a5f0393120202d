"""Which alarms stand at which second, and that each is raised once and cleared when over."""

from collections.abc import Iterable
from concurrent.futures import Future
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from command_center.commands.alarms import ClearAlarm, RaiseAlarm
from command_center.domain.entities import ENTITY_NAMES, as_fields, to_json
from command_center.domain.incident import IncidentStatus, Priority
from command_center.domain.log import Act
from command_center.domain.room import AlarmType, Source, SourceKind
from command_center.domain.unit import Agency, AssignmentKind, OrderStatus, UnitStatus
from command_center.duty.alarms import DutyRoster, due, standing
from command_center.duty.clockwork import Clockwork
from command_center.duty.standing_in import STAND_IN_S
from command_center.ports import Health, Outcome, RowsSnapshot
from command_center.situation.situation import Situation
from tests.ui import scene
from tests.ui.scene import NOW

ROSTER = DutyRoster(("35.73.02",), lambda lat, lon: None, lambda code: code[:8])


def situation_of(rows: Iterable[Any]) -> Situation:
    tables: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        tables.setdefault(ENTITY_NAMES[type(row)], []).append(to_json(as_fields(row)))
    situation = Situation()
    situation.load(RowsSnapshot(0, bytes(32), "e", tables))
    return situation


def types(situation: Situation) -> list[AlarmType]:
    return [d.type for d in standing(situation, NOW, ROSTER)]


@pytest.mark.parametrize(("age_s", "rings"), [(29, False), (31, True)])
def test_a_p1_nobody_took_rings_after_thirty_seconds(age_s: float, rings: bool) -> None:
    incident = scene.incident(1, "Massa", Priority.P1, age_s, status=IncidentStatus.NEW, owner=None)
    assert (AlarmType.UNOWNED_P1 in types(situation_of([incident]))) is rings


def test_an_owned_or_closed_or_smaller_one_does_not_ring() -> None:
    owned = scene.incident(1, "Massa", Priority.P1, 90)
    small = scene.incident(2, "Asap", Priority.P2, 90, status=IncidentStatus.NEW, owner=None)
    assert types(situation_of([owned, small])) == []


def ordered(age_s: float, status: OrderStatus) -> list[Any]:
    work = [r for r in scene.work_rows() if ENTITY_NAMES[type(r)] == "assignment"]
    row = replace(
        work[0],
        kind=AssignmentKind.ACTIVE,
        status=status,
        ordered_at=NOW - timedelta(seconds=age_s),
        closed_at=None,
        close_reason=None,
    )
    unit = next(u for u in scene.unit_rows() if u.id == row.unit_id)
    incident = next(i for i in scene.incident_rows() if i.id == row.incident_id)
    return [row, replace(unit, status=UnitStatus.ORDERED), incident]


@pytest.mark.parametrize(
    ("age_s", "status", "rings"),
    [
        (59, OrderStatus.ORDERED, False),
        (61, OrderStatus.ORDERED, True),
        (600, OrderStatus.ACCEPTED, False),
    ],
)
def test_an_order_nobody_heard_rings_after_a_minute(
    age_s: float, status: OrderStatus, rings: bool
) -> None:
    found = types(situation_of(ordered(age_s, status)))
    assert (AlarmType.ORDER_UNANSWERED in found) is rings


def test_a_unit_on_scene_that_is_silent_too_long_rings() -> None:
    unit = replace(scene.unit_rows()[0], status=UnitStatus.ON_SCENE)
    quiet = replace(unit, status_since=NOW - timedelta(minutes=21))
    talking = replace(unit, status_since=NOW - timedelta(minutes=19))
    assert AlarmType.UNIT_SILENT in types(situation_of([quiet]))
    assert AlarmType.UNIT_SILENT not in types(situation_of([talking]))


def test_an_area_without_a_ready_unit_rings_only_where_units_live() -> None:
    ours = Agency("samapta", 1, "samapta", "Samapta", "Samapta", True, True)
    unit = replace(
        scene.unit_rows()[0],
        agency_id="samapta",
        home="35.73.02.1007",
        status=UnitStatus.ON_SCENE,
        status_since=NOW,
    )
    assert AlarmType.COVERAGE_EMPTY in types(situation_of([ours, unit]))
    ready = replace(unit, status=UnitStatus.AVAILABLE)
    assert AlarmType.COVERAGE_EMPTY not in types(situation_of([ours, ready]))
    away = replace(unit, home="35.73.01")
    assert AlarmType.COVERAGE_EMPTY not in types(situation_of([ours, away]))


@pytest.mark.parametrize(("quiet_s", "rings"), [(5, False), (11, True)])
def test_a_source_that_is_down_rings_after_a_hiccup(quiet_s: float, rings: bool) -> None:
    situation = situation_of([])
    last = NOW - timedelta(seconds=quiet_s)
    situation.health["source", "jmp"] = Health(
        "source", "jmp", "down", "source_refused", {}, NOW, last, None
    )
    assert (AlarmType.SOURCE_DOWN in types(situation)) is rings


def test_what_stands_already_is_not_raised_again_and_what_is_over_is_cleared() -> None:
    incident = scene.incident(1, "M", Priority.P1, 45, status=IncidentStatus.NEW, owner=None)
    standing_alarm = replace(scene.alarm("a", AlarmType.UNOWNED_P1, 1, 60), subject_id=incident.id)
    assert due(situation_of([incident, standing_alarm]), NOW, ROSTER) == []
    taken = replace(incident, owner_id="staff-rs")
    assert due(situation_of([taken, standing_alarm]), NOW, ROSTER) == [ClearAlarm("a")]


class Slow:
    """An executor that has not answered yet."""

    def __init__(self) -> None:
        self.commands: list[Any] = []

    def submit(
        self, command: Any, *, act: Act | None = None, op_id: str | None = None
    ) -> Future[Outcome]:
        self.commands.append(command)
        return Future()


def test_the_clockwork_asks_once_and_only_on_duty() -> None:
    incident = scene.incident(1, "M", Priority.P1, 45, status=IncidentStatus.NEW, owner=None)
    situation, slow = situation_of([incident]), Slow()
    clockwork = Clockwork(slow, Act("system", "w", "s", "system"), ROSTER)
    clockwork.on_duty = False
    clockwork.tick(situation, NOW)
    assert slow.commands == []
    clockwork.on_duty = True
    clockwork.tick(situation, NOW)
    clockwork.tick(situation, NOW)
    assert [type(c) for c in slow.commands] == [RaiseAlarm]


def test_whoever_is_not_on_duty_rings_only_what_nobody_else_has_rung() -> None:
    incident = scene.incident(1, "M", Priority.P1, 45, status=IncidentStatus.NEW, owner=None)
    situation, slow = situation_of([incident]), Slow()
    clockwork = Clockwork(slow, Act("system", "w", "s", "system"), ROSTER)
    clockwork.on_duty = False
    for seconds in (0, 0.4, 0.9):
        clockwork.tick(situation, NOW + timedelta(seconds=seconds))
    assert slow.commands == []
    clockwork.tick(situation, NOW + timedelta(seconds=STAND_IN_S))
    assert [(type(c), c.subject_id) for c in slow.commands] == [(RaiseAlarm, incident.id)]


def test_what_rings_already_is_not_rung_by_whoever_is_not_on_duty() -> None:
    incident = scene.incident(1, "M", Priority.P1, 45, status=IncidentStatus.NEW, owner=None)
    rung = replace(scene.alarm("a", AlarmType.UNOWNED_P1, 1, 14), subject_id=incident.id)
    situation, slow = situation_of([incident, rung]), Slow()
    clockwork = Clockwork(slow, Act("system", "w", "s", "system"), ROSTER)
    clockwork.on_duty = False
    for seconds in (0, 2 * STAND_IN_S):
        clockwork.tick(situation, NOW + timedelta(seconds=seconds))
    assert slow.commands == []


def test_a_source_that_is_switched_off_does_not_ring_for_ever() -> None:
    down = Health("source", "jmp", "down", "source_refused", {}, NOW, None, None)
    source = Source("jmp", 1, "JMP", SourceKind.PULL, "http://127.0.0.1:1", True, "")
    for enabled in (True, False):
        situation = situation_of([replace(source, enabled=enabled)])
        situation.health["source", "jmp"] = down
        assert (AlarmType.SOURCE_DOWN in types(situation)) is enabled


@pytest.mark.parametrize(
    ("heard_s", "watched_s", "rings"),
    [(119, 900, False), (121, 900, True), (9000, 119, False), (9000, 121, True)],
)
def test_a_good_word_of_long_ago_is_no_good_word(
    heard_s: float, watched_s: float, rings: bool
) -> None:
    source = Source("jmp", 1, "JMP", SourceKind.PULL, "http://127.0.0.1:1", True, "")
    situation = situation_of([source])
    heard = NOW - timedelta(seconds=heard_s)
    situation.health["source", "jmp"] = Health(
        "source", "jmp", "ok", "source_ok", {}, heard, heard, None
    )
    since = NOW - timedelta(seconds=watched_s)
    found = [d.type for d in standing(situation, NOW, ROSTER, since)]
    assert (AlarmType.SOURCE_DOWN in found) is rings


class Broken(Slow):
    def submit(self, command: Any, **given: Any) -> Future[Outcome]:
        future = super().submit(command)
        future.set_exception(KeyError("x"))
        return future


def test_a_bug_in_the_clockwork_is_told_once(caplog: pytest.LogCaptureFixture) -> None:
    incident = scene.incident(1, "M", Priority.P1, 45, status=IncidentStatus.NEW, owner=None)
    broken = Broken()
    clockwork = Clockwork(broken, Act("system", "w", "s", "system"), ROSTER)
    for _ in range(4):
        clockwork.tick(situation_of([incident]), NOW)
    assert len(broken.commands) == 4
    assert len([r for r in caplog.records if r.name == "bug"]) == 1


@pytest.mark.parametrize(("down_s", "rings"), [(80, False), (91, True)])
def test_a_camera_that_never_had_a_picture_gets_its_time_to_begin(
    down_s: float, rings: bool
) -> None:
    camera = scene.camera(1, "Alun-alun")
    situation = situation_of([camera])
    at = NOW - timedelta(seconds=down_s)
    health = Health("camera", camera.id, "down", "camera_timeout", {}, at, None, None)
    situation.health["camera", camera.id] = health
    assert (AlarmType.CAMERA_DOWN in types(situation)) is rings
