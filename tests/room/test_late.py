"""What arrives long after it happened, because its source was away, is marked and rings nowhere."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from command_center.bootstrap.gateway_server import GatewayPart
from command_center.bootstrap.room import OpenedRoom
from command_center.bootstrap.source_keys import give_key
from command_center.commands.room import ConnectSource
from command_center.connectors.address import FetchFault
from command_center.connectors.late import LATE_S, Backlog, Backlogs, late_after_s
from command_center.connectors.pull import PullConnector, PullSource
from command_center.domain.entities import iso
from command_center.domain.incident import Report
from command_center.domain.room import SourceKind
from command_center.ports import Health
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.room.test_gateway import LOOPBACK, MASTER, Poster, report
from tests.room.test_pull import Web, serving

NOW = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)


def test_only_what_happened_before_the_source_came_back_and_long_ago_is_late() -> None:
    backlog = Backlog(lambda: NOW - timedelta(hours=1))
    backlog.heard(NOW)
    assert backlog.is_late(NOW - timedelta(seconds=LATE_S + 1), NOW)
    assert not backlog.is_late(NOW - timedelta(seconds=LATE_S - 1), NOW)


def test_a_source_that_was_never_away_has_no_backlog_whatever_its_times_say() -> None:
    backlog = Backlog(lambda: NOW - timedelta(seconds=LATE_S - 1))
    backlog.heard(NOW)
    assert not backlog.is_late(NOW - timedelta(hours=2), NOW)


def test_a_source_that_another_machine_heard_meanwhile_was_not_away() -> None:
    """This one did the intake before and does it again."""
    known = [NOW]
    backlog = Backlog(lambda: known[0])
    backlog.heard(NOW)
    later = NOW + timedelta(hours=2)
    known[0] = later - timedelta(seconds=5)
    backlog.heard(later)
    assert not backlog.is_late(NOW + timedelta(hours=1), later)


def test_the_pages_after_the_first_are_as_late() -> None:
    backlog = Backlog(lambda: None)
    for second in range(3):
        backlog.heard(NOW + timedelta(seconds=second))
    assert backlog.is_late(NOW - timedelta(hours=1), NOW + timedelta(seconds=3))
    after = NOW + timedelta(hours=1)
    assert not backlog.is_late(NOW + timedelta(seconds=1), after)


@pytest.mark.parametrize(
    ("said", "counts"), [("60", 60.0), ("0", 0.0), ("", LATE_S), ("nan", LATE_S), ("-1", LATE_S)]
)
def test_a_source_may_say_after_how_long(said: str, counts: float) -> None:
    assert late_after_s({"late_after_s": said}) == counts


def test_the_last_success_of_an_earlier_run_is_known(room: OpenedRoom) -> None:
    telemetry = room.database.telemetry
    telemetry.put_health(Health("source", "a", "ok", "source_ok", {}, NOW, NOW, None))
    later = NOW + timedelta(seconds=10)
    for id, late in (("a", False), ("b", True)):
        backlog = Backlogs(telemetry).of(id, {})
        backlog.heard(later)
        assert backlog.is_late(NOW - timedelta(hours=1), later) is late


def record(id: str, at: datetime) -> dict[str, Any]:
    return {"type": "report", "id": id, "at": iso(at), "text": "asap tebal", "priority": "P1"}


def test_the_backlog_of_a_source_that_comes_back_is_marked(desk: Desk, clock: HandClock) -> None:
    with serving() as web:
        connector = _connector(desk, web)
        web.serves(record("before", clock.at))
        connector.poll_once()
        web.says(b"", status=503)
        clock.turn(1_800)
        with pytest.raises(FetchFault):
            connector.poll_once()
        away = [record(f"away-{n}", clock.at - timedelta(seconds=n * 300)) for n in range(2, 6)]
        web.serves(*away, record("new", clock.at), next_cursor="2")
        connector.poll_once()
        late = {report.external_id: report.late for report in _reports(desk)}
    assert late.pop("before") is False
    assert late.pop("new") is False
    assert len(late) == 4
    assert all(late.values())


def _connector(desk: Desk, web: Web) -> PullConnector:
    room = desk.room
    desk.do(ConnectSource("jmp", "Jogo Malang Presisi", web.url), act=room.console)
    return PullConnector(
        source=PullSource("jmp", web.url, ""),
        executor=room.lane,
        telemetry=room.database.telemetry,
        clock=room.clock,
        act=room.system,
        unit_id_of=room.database.history.unit_id,
        sealer=room.sealer(),
    )


def _reports(desk: Desk) -> list[Report]:
    return list(desk.look().all("report"))


def _reported(id: str, at: datetime) -> dict[str, Any]:
    return report(id, at=iso(at), priority="P1", category="kebakaran")


@pytest.mark.parametrize(("late_after", "late"), [("60", True), ("1200", False)])
def test_a_source_that_posts_is_late_by_its_own_setting(
    desk: Desk, clock: HandClock, late_after: str, late: bool
) -> None:
    """As one that is asked: what came from its silence and is older than that."""
    options = {"late_after_s": late_after}
    known = ConnectSource("jmp", "JMP", "", kind=SourceKind.PUSH, options=options)
    desk.do(known, act=desk.room.console)
    key = give_key(desk.room, "jmp", MASTER)
    part = GatewayPart(desk.room, LOOPBACK, MASTER)
    part.start()
    try:
        part.follow(desk.look())
        poster = Poster(part.url, key)
        assert poster.post("/v1/reports", _reported("before", clock.at)).status_code == 202
        clock.turn(600)
        happened = clock.at - timedelta(seconds=120)
        assert poster.post("/v1/reports", _reported("away", happened)).status_code == 202
    finally:
        part.stop()
    assert {one.external_id: one.late for one in _reports(desk)} == {
        "before": False,
        "away": late,
    }


def test_a_setting_that_changes_is_heeded_by_who_reads_or_serves_already(
    room: OpenedRoom,
) -> None:
    backlogs = Backlogs(room.database.telemetry)
    backlog = backlogs.of("a", {"late_after_s": "60"})
    backlog.heard(NOW)
    happened = NOW - timedelta(seconds=120)
    assert backlog.is_late(happened, NOW)
    assert backlogs.of("a", {"late_after_s": "600"}) is backlog
    assert not backlog.is_late(happened, NOW)
