"""The pull connector on bad days: it does not die, nor spin, nor believe a clock ahead of ours."""

import threading
from typing import Any

import pytest

from command_center.connectors.backoff import Backoff
from command_center.connectors.pull import PullConnector, PullSource
from command_center.contract.page import PageFault
from command_center.domain.errors import OperatorError
from command_center.ports import Health
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.room.test_pull import Web, connector, report, stored, web

__all__ = ["connector", "web"]


class NoPause(Backoff):
    def next_s(self) -> float:
        self.failures += 1
        return 0.01


def test_it_outlives_a_database_that_cannot_even_hear_that_it_is_down(
    desk: Desk, web: Web, connector: PullConnector, monkeypatch: pytest.MonkeyPatch
) -> None:
    telemetry = type(desk.room.database.telemetry)
    put, deaf = telemetry.put_health, threading.Event()
    connector._backoff = NoPause()

    def failing(self: Any, health: Health) -> None:
        if health.state == "down":
            deaf.set()
            raise OperatorError("database_unreachable")
        put(self, health)

    monkeypatch.setattr(telemetry, "put_health", failing)
    web.says(b"{}", 500)
    connector.start()
    assert deaf.wait(10)
    web.serves(report())
    assert connector.caught_up.wait(10)
    connector.stop()
    assert len(stored(desk)) == 1
    assert desk.room.database.telemetry.health()["source", "jmp"].state == "ok"


def test_more_without_a_way_on_is_a_fault_and_not_a_circle(
    desk: Desk, web: Web, connector: PullConnector
) -> None:
    web.serves(report(), more=True)
    connector.poll_once()
    with pytest.raises(PageFault, match="answer_not_contract"):
        connector.poll_once()
    assert len(stored(desk)) == 1


def test_an_empty_page_that_promises_more_is_not_asked_for_at_once(
    desk: Desk, web: Web, connector: PullConnector
) -> None:
    class OncePatient(threading.Event):
        waited: tuple[float | None, ...] = ()

        def wait(self, timeout: float | None = None) -> bool:
            self.waited += (timeout,)
            self.set()
            return True

    connector._stop = patience = OncePatient()
    web.serves(more=True)
    connector.start()
    connector.stop()
    assert patience.waited == (connector._source.poll_s,)


def test_a_page_without_a_cursor_keeps_the_one_we_have(
    desk: Desk, web: Web, connector: PullConnector
) -> None:
    web.serves(report("w1"), next_cursor="41")
    connector.poll_once()
    web.serves(report("w2"), next_cursor="")
    connector.poll_once()
    source = desk.look().source("jmp")
    assert source is not None
    assert (source.cursor, connector.cursor) == ("41", "41")


def test_a_cursor_too_long_to_keep_is_refused_with_its_page(
    desk: Desk, web: Web, connector: PullConnector
) -> None:
    web.serves(report(), next_cursor="x" * 201)
    with pytest.raises(PageFault, match="answer_not_contract"):
        connector.poll_once()
    assert stored(desk) == []


def test_a_bug_is_logged_once_not_at_every_try(
    desk: Desk, web: Web, caplog: pytest.LogCaptureFixture
) -> None:
    web.serves()
    tried = threading.Event()
    backoff = NoPause()

    class Broken(PullConnector):
        def _page(self, session: Any) -> Any:
            if backoff.failures > 3:
                tried.set()
            raise ZeroDivisionError

    connector = Broken(
        source=PullSource("jmp", web.url, ""),
        executor=desk.room.lane,
        telemetry=desk.room.database.telemetry,
        clock=desk.room.clock,
        act=desk.room.system,
        unit_id_of=desk.room.database.history.unit_id,
        sealer=desk.room.sealer(),
        backoff=backoff,
    )
    connector.start()
    assert tried.wait(10)
    connector.stop()
    assert len([r for r in caplog.records if r.levelname == "ERROR"]) == 1


def test_a_position_ahead_of_the_rooms_clock_is_as_old_as_its_arrival(
    desk: Desk, web: Web, connector: PullConnector, clock: HandClock
) -> None:
    def says(at: str, lat: float) -> None:
        place = {"call_sign": "SAMAPTA 12", "lat": lat, "lon": 112.6}
        web.serves({"type": "position", "id": "p", "at": at, **place}, next_cursor="")
        connector.poll_once()

    unit_id = desk.unit("SAMAPTA 12").id
    says("2031-01-01T00:00:00Z", -7.9)
    assert desk.room.database.telemetry.positions()[unit_id].at == clock.now()
    clock.turn(5)
    says(clock.now().isoformat(), -7.8)
    assert desk.room.database.telemetry.positions()[unit_id].lat == -7.8
