"""One thing is broken: it says so in one code, what is stored stays, and the rest goes on."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from sqlalchemy import event

from command_center.bootstrap.database_watch import KEY
from command_center.commands.notes import AddNote
from command_center.commands.room import ConnectSource
from command_center.commands.triage import TakeIncident
from command_center.connectors.pull import PullConnector, PullSource
from command_center.domain.errors import OperatorError
from tests.room.desk import Desk
from tests.room.test_pull import Web, report, stored, web

__all__ = ["web"]

SQLITE = pytest.mark.parametrize("engine_name", ["sqlite"])


class _Stalls(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.asked.set()  # type: ignore[attr-defined]
        self.server.let_go.wait(30)  # type: ignore[attr-defined]
        self.send_error(503)

    def log_message(self, *args: Any) -> None:
        """Not the test's business."""


@pytest.fixture
def stalling() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Stalls)
    server.asked, server.let_go = threading.Event(), threading.Event()  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield server
    server.let_go.set()  # type: ignore[attr-defined]
    server.shutdown()
    thread.join()
    server.server_close()


def reader(desk: Desk, id: str, url: str) -> PullConnector:
    desk.do(ConnectSource(id, id, url), act=desk.room.console)
    return PullConnector(
        source=PullSource(id, url, ""),
        executor=desk.room.lane,
        telemetry=desk.room.database.telemetry,
        clock=desk.room.clock,
        act=desk.room.system,
        unit_id_of=desk.room.database.history.unit_id,
        sealer=desk.room.sealer(),
    )


def test_a_source_that_stalls_holds_up_neither_another_nor_the_operator(
    desk: Desk, web: Web, stalling: ThreadingHTTPServer
) -> None:
    incident_id = desk.report()
    stalled = reader(desk, "senkom", f"http://127.0.0.1:{stalling.server_port}")
    good = reader(desk, "jmp", web.url)
    web.serves(report("w1"), report("w2"))
    stalled.start()
    assert stalling.asked.wait(10)  # type: ignore[attr-defined]
    good.start()
    assert good.caught_up.wait(10)
    desk.do(TakeIncident(incident_id))
    assert stalled.fault is None
    assert not stalled.caught_up.is_set()
    stalling.let_go.set()  # type: ignore[attr-defined]
    for connector in (stalled, good):
        connector.stop()
    assert {r.external_id for r in stored(desk)} >= {"w1", "w2"}


def test_an_unknown_area_and_a_time_ahead_come_in_with_what_they_have(desk: Desk, web: Web) -> None:
    jmp = reader(desk, "jmp", web.url)
    web.serves(
        report("a", area="Antah Berantah"),
        report("b", at="2026-12-01T00:00:00+07:00"),
    )
    result = jmp.poll_once()
    assert (result.stored, result.refused) == (2, 0)
    lost, ahead = sorted(stored(desk), key=lambda r: r.external_id)
    assert (lost.area_code, lost.lat, lost.clock_skewed) == (None, None, False)
    assert ahead.clock_skewed
    assert ahead.received_at == desk.room.clock.now()


@SQLITE
@pytest.mark.parametrize(
    ("breaks", "mends", "code"),
    [
        ("PRAGMA max_page_count = 1", "PRAGMA max_page_count = 1000000", "disk_full"),
        ("PRAGMA query_only = ON", "PRAGMA query_only = OFF", "database_read_only"),
    ],
)
def test_a_database_that_cannot_be_written_says_why_and_loses_nothing(
    desk: Desk, breaks: str, mends: str, code: str
) -> None:
    incident_id = desk.report()
    before = desk.kinds()
    database = desk.room.database
    database.storage._own.get().run(breaks)

    def break_anew(connection: Any, _: object) -> None:
        """A lost connection is opened again: the disk is still what it was."""
        connection.execute(breaks)

    event.listen(database.engine, "connect", break_anew)
    failures = set()
    for number in range(300):
        try:
            desk.do(AddNote(incident_id, str(number) * 1000))
        except OperatorError as error:
            failures.add(error.code)
            break
    assert failures == {code}
    line = desk.room.watch.health()[KEY]
    assert (line.state, line.code) == ("down", code)
    assert desk.kinds()[: len(before)] == before
    event.remove(database.engine, "connect", break_anew)
    database.storage._own.get().run(mends)
    desk.do(AddNote(incident_id, "lagi"))
    assert desk.room.watch.health()[KEY].state == "ok"


@SQLITE
def test_a_source_waits_for_the_disk_and_then_goes_on_where_it_was(desk: Desk, web: Web) -> None:
    jmp = reader(desk, "jmp", web.url)
    web.serves(*(report(f"w{n}", text="x" * 4000) for n in range(80)))
    desk.room.database.storage._own.get().run("PRAGMA max_page_count = 1")
    with pytest.raises(OperatorError, match="disk_full"):
        for _ in range(5):
            jmp.poll_once()
    desk.room.lane.submit(object()).exception(20)  # the lane is done with what it had begun
    desk.room.database.storage._own.get().run("PRAGMA max_page_count = 1000000")
    jmp.poll_once()
    assert len(stored(desk)) == 80
    source = desk.look().source("jmp")
    assert source is not None
    assert source.cursor == "1"
