"""The fake desk itself behaves like the real one, or panel tests prove nothing."""

from command_center.commands.triage import TakeIncident
from command_center.domain.incident import Priority
from command_center.ports import Outcome
from tests.ui.scene import incident
from tests.ui.seats import Desk


def test_the_desk_shows_the_picture(desk: Desk) -> None:
    situation = desk.seat.situation
    assert sum(1 for _ in situation.open_incidents()) == 8
    assert len(list(situation.all("unit"))) == 16
    assert [alarm.id for alarm in situation.open_alarms()] == ["alarm-1", "alarm-2"]


def test_what_is_pushed_arrives_and_touches(desk: Desk) -> None:
    touched: list[set[str]] = []
    desk.seat.live.changed.connect(lambda batch: touched.append(set(batch.incidents)))
    desk.add(incident(150, "Baru", Priority.P2, 1))
    desk.change(desk.row("incident", "incident-148"), owner_id="staff-dw")
    desk.settle()
    assert set.union(*touched) == {"incident-150", "incident-148"}
    row = desk.seat.situation.incident("incident-148")
    assert row is not None
    assert row.owner_id == "staff-dw"


def test_a_cut_feed_moves_nothing(desk: Desk) -> None:
    desk.feed.cut = True
    desk.change(desk.row("incident", "incident-148"), owner_id="staff-dw")
    desk.settle()
    row = desk.seat.situation.incident("incident-148")
    assert row is not None
    assert row.owner_id is None


def test_commands_are_recorded_and_answered(desk: Desk) -> None:
    answers: list[Outcome] = []
    desk.seat.submit(TakeIncident("incident-148"), answers.append, desk.seat.notices.failed)
    assert answers == []
    desk.settle()
    assert [answer.kind for answer in answers] == ["incident.taken"]
    assert desk.commands == [TakeIncident("incident-148")]
