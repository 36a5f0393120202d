"""A flood is one ring and a counter; who is in danger in it rings alone; old news never does."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from command_center.advice.flood import LEAST, WINDOW
from command_center.commands.alarms import ClearAlarm, RaiseAlarm, RecountAlarm
from command_center.domain.incident import (
    Incident,
    IncidentReport,
    IncidentStatus,
    Priority,
    Report,
    ReporterKind,
)
from command_center.domain.place import LocatedBy
from command_center.domain.room import Alarm, AlarmType, Source, SourceKind
from command_center.domain.targets import Targets
from command_center.duty.alarms import DutyRoster, due
from command_center.situation.queue import queue_row
from command_center.situation.situation import Situation
from tests.ui import scene
from tests.ui.scene import NOW
from tests.unit.duty.test_alarms import situation_of

ROSTER = DutyRoster((), lambda lat, lon: None, lambda code: None)
SOURCE = Source("jmp", 1, "Jogo Malang Presisi", SourceKind.PULL, "http://127.0.0.1:1", True, "")


def told(number: int, text: str = "air naik", late: bool = False, age_s: float = 60.0) -> list[Any]:
    """An untouched P1 incident with the one report it was made of."""
    incident = scene.incident(
        number, text, Priority.P1, age_s, status=IncidentStatus.NEW, owner=None
    )
    report = Report(
        id=f"report-{number}",
        version=1,
        source_id="jmp",
        external_id=f"w{number}",
        category="banjir",
        text=text,
        reporter=ReporterKind.OPEN,
        occurred_at=incident.opened_at,
        received_at=incident.opened_at,
        lat=-7.98,
        lon=112.63,
        accuracy_m=10.0,
        located_by=LocatedBy.GPS,
        area_code="35.73.02",
        address="",
        clock_skewed=False,
        late=late,
        reporter_ref=f"p{number}",
    )
    link = IncidentReport(f"l{number}", 1, incident.id, report.id, NOW, "staff:system", None)
    return [incident, report, link]


def flooded(count: int = LEAST, *, text: str = "air naik") -> list[Any]:
    rows = [row for number in range(1, count) for row in told(number)]
    return [SOURCE, *rows, *told(count, text)]


def asked(situation: Situation, what: AlarmType, now: Any = NOW) -> list[Any]:
    return [c for c in due(situation, now, ROSTER) if getattr(c, "type", None) is what]


def alarm_of(raised: RaiseAlarm) -> Alarm:
    return Alarm(
        "alarm-1", 1, raised.type, 2, raised.subject_kind, raised.subject_id,
        raised.params, NOW, None, None, None,
    )  # fmt: skip


def test_many_reports_are_one_ring_with_a_counter() -> None:
    situation = situation_of(flooded(30))
    (ring,) = asked(situation, AlarmType.REPORT_FLOOD)
    assert (ring.params["reports"], ring.params["reporters"]) == ("30", "30")
    (unowned,) = asked(situation, AlarmType.UNOWNED_P1)
    assert unowned.subject_id == ring.subject_id


def test_few_reports_ring_each() -> None:
    situation = situation_of(flooded(LEAST - 1))
    assert not asked(situation, AlarmType.REPORT_FLOOD)
    assert len(asked(situation, AlarmType.UNOWNED_P1)) == LEAST - 1


def test_the_counter_follows_and_the_ring_ends_when_it_is_quiet() -> None:
    situation = situation_of(flooded(30))
    (ring,) = asked(situation, AlarmType.REPORT_FLOOD)
    stale = alarm_of(replace(ring, params={**ring.params, "reports": "6"}))
    situation.put("alarm", stale.id, stale)
    recounts = [c for c in due(situation, NOW, ROSTER) if isinstance(c, RecountAlarm)]
    assert recounts == [RecountAlarm("alarm-1", {"reports": "30"})]
    later = NOW + WINDOW
    assert ClearAlarm("alarm-1") in due(situation, later, ROSTER)


def test_who_is_in_danger_rings_once_and_by_itself() -> None:
    situation = situation_of(flooded(30, text="anak saya terjebak di lantai dua"))
    (danger,) = asked(situation, AlarmType.DANGER_IN_FLOOD)
    assert danger.params["text"] == "anak saya terjebak di lantai dua"
    assert len(asked(situation, AlarmType.UNOWNED_P1)) == 2
    answered = replace(alarm_of(danger), cleared_at=NOW)
    situation.put("alarm", answered.id, answered)
    assert not asked(situation, AlarmType.DANGER_IN_FLOOD)


def row_of(situation: Situation, incident_id: str) -> Any:
    incident = situation.incident(incident_id)
    assert incident is not None
    return queue_row(situation, incident, Targets())


def ids(situation: Situation) -> list[str]:
    return [incident.id for incident in situation.all("incident")]


def test_the_others_stand_back_for_the_first_until_somebody_touches_them() -> None:
    situation = situation_of(flooded(30, text="tolong saya, terjebak"))
    rows = [row_of(situation, id) for id in ids(situation)]
    assert [row.folded for row in rows] == [False, *[True] * 28, False]
    assert (rows[0].flood_reports, rows[0].flood_reporters) == (30, "30")
    assert rows[-1].danger
    second = situation.incident(ids(situation)[1])
    assert isinstance(second, Incident)
    situation.put("incident", second.id, replace(second, owner_id="staff-rs"))
    assert not row_of(situation, second.id).folded


def test_the_next_one_leads_when_the_first_is_closed() -> None:
    situation = situation_of(flooded(10))
    first, second = (situation.incident(id) for id in ids(situation)[:2])
    assert first is not None
    assert second is not None
    ended = replace(first, status=IncidentStatus.CANCELLED)
    situation.tables.rows["incident"][first.id] = ended
    situation._open.move(first, ended)
    situation._swell("incident", situation.incident(first.id))
    assert row_of(situation, second.id).flood_reports == 10


def test_what_came_late_never_rings_and_is_told_once_with_its_count() -> None:
    rows = [row for number in range(1, 41) for row in told(number, late=True)]
    situation = situation_of([SOURCE, *rows])
    assert not asked(situation, AlarmType.UNOWNED_P1)
    assert not asked(situation, AlarmType.REPORT_FLOOD)
    (notice,) = asked(situation, AlarmType.SOURCE_BACKLOG)
    assert notice.params == {"name": "Jogo Malang Presisi", "count": "40"}
    row = row_of(situation, ids(situation)[0])
    assert row.belated
    assert row.due_at is None


def test_a_late_one_that_somebody_verified_is_work_like_any_other() -> None:
    incident, report, link = told(1, late=True)
    incident = replace(incident, status=IncidentStatus.VERIFIED, verified_at=NOW)
    row = row_of(situation_of([SOURCE, incident, report, link]), incident.id)
    assert not row.belated
    assert row.due_at is not None


def test_the_notice_counts_on_while_it_stands_and_anew_after_it_was_answered() -> None:
    rows = [row for number in range(1, 6) for row in told(number, late=True)]
    situation = situation_of([SOURCE, *rows])
    (notice,) = asked(situation, AlarmType.SOURCE_BACKLOG)
    standing = alarm_of(notice)
    situation.put("alarm", standing.id, standing)
    for row in told(6, late=True, age_s=0.0):
        situation.put({Incident: "incident", Report: "report"}.get(type(row), "incident_report"),
                      row.id, row)  # fmt: skip
    assert RecountAlarm("alarm-1", {"count": "6"}) in due(situation, NOW, ROSTER)
    answered = replace(standing, cleared_at=NOW - timedelta(seconds=30), acknowledged_at=NOW)
    situation.put("alarm", standing.id, answered)
    (again,) = asked(situation, AlarmType.SOURCE_BACKLOG)
    assert again.params["count"] == "1"
