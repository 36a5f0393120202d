"""Those who reported hear what became of it: told with the act, on both engines."""

from dataclasses import replace
from datetime import timedelta

import pytest

from command_center.commands.dispatch import OrderUnits
from command_center.commands.intake import ReceiveReport
from command_center.commands.local import KEPT_LOCALLY
from command_center.commands.reported import ReportOrder
from command_center.commands.tell import ConfirmDelivery, RefuseDelivery
from command_center.commands.triage import (
    CloseIncident,
    MergeIncidents,
    ReopenIncident,
    UnmergeIncident,
    VerifyIncident,
)
from command_center.commands.undo import Undo
from command_center.domain.incident import Disposition, ReporterKind
from command_center.domain.referral import Delivery, DeliveryState
from command_center.domain.room import AlarmType, Source, SourceKind
from command_center.situation.situation import Situation
from command_center.situation.timeline import timeline
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.storage.rows import acting

PUSHED = SourceKind.PUSH


@pytest.fixture
def citizens(desk: Desk) -> Desk:
    """The room with a source that can be answered."""
    source = Source("jmp", 1, "JMP", PUSHED, "", True, "", reply_url="http://127.0.0.1:9")
    with acting(desk.room.database.storage) as work:
        work.add(source)
    return desk


def complaint(desk: Desk, id: str, reporter: ReporterKind = ReporterKind.OPEN) -> str:
    report = ReceiveReport("jmp", id, "jalan_rusak", "lubang di jalan", reporter=reporter)
    return str(desk.do(report).result["incident_id"])


def deliveries(desk: Desk) -> list[Delivery]:
    rows: list[Delivery] = sorted(desk.look().all("delivery"), key=lambda row: row.made_at)
    return rows


def told(desk: Desk) -> list[tuple[str, str, bool]]:
    """(report, status, whether it corrects), as they were written."""
    return [
        (row.body["report"], row.body["status"], row.body["corrects"]) for row in deliveries(desk)
    ]


def test_a_reporter_hears_verified_in_progress_and_closed_once_each(citizens: Desk) -> None:
    incident = complaint(citizens, "w-1")
    assert deliveries(citizens) == []
    citizens.do(VerifyIncident(incident))
    citizens.do(VerifyIncident(incident))
    for call_sign in ("SAMAPTA 12", "LANTAS 03"):
        citizens.do(OrderUnits(incident, (citizens.unit(call_sign).id,), "merapat"))
    citizens.do(CloseIncident(incident, Disposition.RESOLVED))
    assert told(citizens) == [
        ("w-1", "verified", False),
        ("w-1", "in_progress", False),
        ("w-1", "closed", False),
    ]


def test_a_message_says_its_own_id_and_nothing_of_who_reported(citizens: Desk) -> None:
    citizens.do(VerifyIncident(complaint(citizens, "w-1", ReporterKind.ANONYMOUS)))
    (row,) = deliveries(citizens)
    assert (row.body["id"], row.body["type"]) == (row.id, "status")
    assert (row.reach, row.state) == ("jmp", DeliveryState.WAITING)
    assert set(row.body) == {"type", "id", "at", "report", "status", "text", "corrects"}


def test_a_source_that_cannot_be_answered_is_told_nothing(citizens: Desk) -> None:
    incident = citizens.report()
    citizens.do(VerifyIncident(incident))
    assert deliveries(citizens) == []


def test_who_reported_what_was_merged_hears_how_far_the_other_is(citizens: Desk) -> None:
    winner, loser = complaint(citizens, "w-1"), complaint(citizens, "w-2")
    citizens.do(VerifyIncident(winner))
    citizens.do(MergeIncidents(winner, loser))
    citizens.do(CloseIncident(winner, Disposition.RESOLVED))
    assert told(citizens)[1:] == [
        ("w-2", "verified", False),
        ("w-1", "closed", False),
        ("w-2", "closed", False),
    ]


def test_un_merging_corrects_what_was_heard_meanwhile_and_only_that(
    citizens: Desk, clock: HandClock
) -> None:
    winner, loser, quiet = (complaint(citizens, id) for id in ("w-1", "w-2", "w-3"))
    citizens.do(VerifyIncident(quiet))
    clock.turn(1)
    citizens.do(MergeIncidents(winner, loser))
    citizens.do(MergeIncidents(winner, quiet))
    clock.turn(1)
    citizens.do(UnmergeIncident(quiet))
    citizens.do(OrderUnits(winner, (citizens.unit("SAMAPTA 12").id,), "merapat"))
    clock.turn(1)
    citizens.do(UnmergeIncident(loser))
    assert told(citizens) == [
        ("w-3", "verified", False),
        ("w-1", "in_progress", False),
        ("w-2", "in_progress", False),
        ("w-2", "received", True),
    ]


def test_opening_again_is_told(citizens: Desk) -> None:
    incident = complaint(citizens, "w-1")
    citizens.do(CloseIncident(incident, Disposition.NOT_FOUND))
    citizens.do(ReopenIncident(incident))
    assert [status for _, status, _ in told(citizens)] == ["closed", "received"]


def test_taking_back_does_not_unsay_but_correct_even_if_it_was_heard(citizens: Desk) -> None:
    incident = complaint(citizens, "w-1")
    closing = citizens.do(CloseIncident(incident, Disposition.RESOLVED))
    citizens.do(ConfirmDelivery(deliveries(citizens)[0].id), act=citizens.room.system)
    citizens.do(Undo("incident", incident, closing.op_id))
    assert told(citizens) == [("w-1", "closed", False), ("w-1", "received", True)]
    assert deliveries(citizens)[0].state is DeliveryState.DELIVERED


def test_taking_a_merge_back_corrects_too(citizens: Desk) -> None:
    winner, loser = complaint(citizens, "w-1"), complaint(citizens, "w-2")
    citizens.do(VerifyIncident(winner))
    merge = citizens.do(MergeIncidents(winner, loser))
    citizens.do(Undo("incident", loser, merge.op_id))
    assert told(citizens)[1:] == [("w-2", "verified", False), ("w-2", "received", True)]


def test_a_refused_message_rings_and_says_why(citizens: Desk) -> None:
    incident = complaint(citizens, "w-1")
    citizens.do(VerifyIncident(incident))
    (row,) = deliveries(citizens)
    for _ in range(2):
        citizens.do(RefuseDelivery(row.id, "404"), act=citizens.room.system)
    (row,) = deliveries(citizens)
    assert (row.state, row.reason) == (DeliveryState.REFUSED, "404")
    (alarm,) = citizens.look().open_alarms()
    assert (alarm.type, alarm.subject_id) == (AlarmType.DELIVERY_FAILED, incident)
    assert alarm.params == {"reach": "JMP", "why": "404"}


def test_what_is_told_of_one_report_stays_in_its_order_under_a_clock_that_goes_back(
    citizens: Desk, clock: HandClock
) -> None:
    incident = complaint(citizens, "w-1")
    citizens.do(VerifyIncident(incident))
    clock.turn(-1)
    citizens.do(CloseIncident(incident, Disposition.RESOLVED))
    assert [status for _, status, _ in told(citizens)] == ["verified", "closed"]


def test_what_was_told_of_an_incident_is_known_as_long_as_the_incident_is(
    citizens: Desk, clock: HandClock
) -> None:
    stays, ends = complaint(citizens, "w-1"), complaint(citizens, "w-2")
    citizens.do(VerifyIncident(stays))
    citizens.do(CloseIncident(ends, Disposition.RESOLVED))
    for row in deliveries(citizens):
        citizens.do(ConfirmDelivery(row.id), act=citizens.room.system)
    older = Situation()
    older.load(citizens.room.database.feed.snapshot(clock.now() - timedelta(hours=1)))
    clock.turn(25 * 3600)
    since = clock.now() - timedelta(hours=24)
    newer = Situation()
    newer.load(citizens.room.database.feed.snapshot(since))
    older.forget(since)
    for situation in (newer, older):
        assert [row.body["report"] for row in situation.all("delivery")] == ["w-1"]


def test_an_incident_that_an_outage_opens_again_is_told_as_open(
    citizens: Desk, clock: HandClock
) -> None:
    incident = complaint(citizens, "w-1")
    ordered_at = clock.now()
    clock.turn(60)
    citizens.do(CloseIncident(incident, Disposition.RESOLVED))
    late = replace(citizens.room.act, occurred_at=ordered_at, reason=KEPT_LOCALLY)
    citizens.do(ReportOrder(incident, citizens.unit("SAMAPTA 12").id, "lewat radio"), act=late)
    statuses = [status for _, status, _ in told(citizens)]
    assert statuses == ["closed", "received", "in_progress"]


def test_what_was_heard_stands_by_report_and_not_in_the_timeline(citizens: Desk) -> None:
    incident = complaint(citizens, "w-1")
    citizens.do(VerifyIncident(incident))
    citizens.do(ConfirmDelivery(deliveries(citizens)[0].id), act=citizens.room.system)
    history = citizens.room.database.history
    entries = history.about("incident", incident, citizens.look().seq, 50)
    kinds = [line.kind for line in timeline(entries, {incident})]
    assert "delivery.heard" in [stored.entry.kind for stored in entries]
    assert kinds == ["report.received", "incident.verified"]
