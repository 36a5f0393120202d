"""The pull connector against a real HTTP server that misbehaves, on both engines."""

import json
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from command_center.bootstrap.room import OpenedRoom
from command_center.commands.alarms import AcknowledgeAlarm
from command_center.commands.notes import AddNote
from command_center.commands.room import ConnectSource
from command_center.connectors.address import FetchFault
from command_center.connectors.backoff import Backoff
from command_center.connectors.pull import PullConnector, PullSource
from command_center.contract.page import PageFault
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Report
from command_center.domain.room import AlarmType
from command_center.ports import Executor, Outcome
from tests.room.conftest import HandClock
from tests.room.desk import Desk

AT = "2026-11-21T14:00:00+07:00"


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, kind, body = self.server.answer  # type: ignore[attr-defined]
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if status == 302:
            self.send_header("Location", "http://127.0.0.1:1/")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        """Not the test's business."""


class Web:
    def __init__(self, server: ThreadingHTTPServer) -> None:
        self._server = server
        self.url = f"http://127.0.0.1:{server.server_port}"

    def says(self, body: bytes, status: int = 200, kind: str = "application/json") -> None:
        self._server.answer = (status, kind, body)  # type: ignore[attr-defined]

    def serves(self, *records: dict[str, Any], next_cursor: str = "1", more: bool = False) -> None:
        envelope = {
            "contract": "pusat-komando/1",
            "records": list(records),
            "next": next_cursor,
            "more": more,
        }
        self.says(json.dumps(envelope).encode())


@contextmanager
def serving() -> Iterator[Web]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield Web(server)
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as web:
        yield web


@pytest.fixture
def connector(desk: Desk, web: Web) -> PullConnector:
    desk.do(ConnectSource("jmp", "Jogo Malang Presisi", web.url), act=desk.room.console)
    return pulling(desk.room, web.url)


def pulling(
    room: OpenedRoom, url: str, executor: Executor | None = None, backoff: Backoff | None = None
) -> PullConnector:
    return PullConnector(
        source=PullSource("jmp", url, "", poll_s=0.01),
        executor=executor or room.lane,
        backoff=backoff,
        telemetry=room.database.telemetry,
        clock=room.clock,
        act=room.system,
        unit_id_of=room.database.history.unit_id,
        sealer=room.sealer(),
    )


def report(id: str = "w1", **given: Any) -> dict[str, Any]:
    return {"type": "report", "id": id, "at": AT, "text": "asap tebal", **given}


def stored(desk: Desk) -> list[Report]:
    return list(desk.look().all("report"))


def test_a_record_read_twice_acts_once(desk: Desk, web: Web, connector: PullConnector) -> None:
    web.serves(report())
    assert connector.poll_once().stored == 1
    assert connector.poll_once().known == 1
    assert len(stored(desk)) == 1


def test_one_that_was_never_started_ends(connector: PullConnector) -> None:
    connector.stop()
    assert not [t.name for t in threading.enumerate() if t.name == "pull-jmp"]


def test_the_same_id_with_other_content_is_kept_beside_the_first(
    desk: Desk, web: Web, connector: PullConnector
) -> None:
    web.serves(report())
    connector.poll_once()
    web.serves(report(text="api sudah padam"))
    assert connector.poll_once().conflicting == 1
    assert [r.text for r in stored(desk)] == ["asap tebal"]
    entries = [e.entry for e in desk.room.database.history.entries()]
    kept = [e for e in entries if e.kind == "record.conflict"]
    assert len(kept) == 1
    assert "api sudah padam" in kept[0].inputs["raw"]


def test_a_wrong_record_is_kept_raw_and_the_others_are_stored(
    desk: Desk, web: Web, connector: PullConnector
) -> None:
    web.serves(report("a"), report("b", lat="x"), report("c"))
    result = connector.poll_once()
    assert (result.stored, result.refused) == (2, 1)
    entries = [e.entry for e in desk.room.database.history.entries()]
    (refused,) = [e for e in entries if e.kind == "record.refused"]
    assert '"b"' in refused.inputs["raw"]


def test_a_status_of_an_unknown_unit_is_kept_and_named(
    desk: Desk, web: Web, connector: PullConnector
) -> None:
    web.serves({"type": "unit_status", "id": "s", "at": AT, "call_sign": "X", "status": "break"})
    assert connector.poll_once().refused == 1
    assert desk.kinds().count("record.refused") == 1


@pytest.mark.parametrize(
    ("status", "body", "code"),
    [
        (500, b"{}", "source_status"),
        (401, b"{}", "source_unauthorised"),
        (302, b"", "source_status"),
        (200, b"<!doctype html>", "answer_is_html"),
        (200, b"\xff\xfe", "answer_not_utf8"),
        (200, b"x" * 10_000_000, "answer_too_large"),
    ],
)
def test_what_a_bad_source_says_ends_in_one_code(
    desk: Desk, web: Web, connector: PullConnector, status: int, body: bytes, code: str
) -> None:
    before = desk.kinds()
    web.says(body, status)
    with pytest.raises((FetchFault, PageFault)) as caught:
        connector.poll_once()
    assert caught.value.args[0] == code
    assert desk.kinds() == before


def test_a_source_that_is_not_there_is_refused(desk: Desk) -> None:
    with serving() as gone:
        url = gone.url
    with pytest.raises(FetchFault, match="source_refused"):
        pulling(desk.room, url).poll_once()


def test_credentials_in_an_address_are_refused(desk: Desk) -> None:
    with pytest.raises(FetchFault) as caught:
        pulling(desk.room, "http://user:canary@127.0.0.1:9").poll_once()
    assert caught.value.code == "password_in_url"
    assert "canary" not in str(caught.value)


def test_the_cursor_moves_only_after_everything_is_stored(
    desk: Desk, web: Web, connector: PullConnector, monkeypatch: pytest.MonkeyPatch
) -> None:
    web.serves(report(), next_cursor="41")
    storage = desk.room.database.storage
    begin = type(storage).begin

    def broken(self: object) -> Any:
        raise OperatorError("disk_full")

    monkeypatch.setattr(type(storage), "begin", broken)
    with pytest.raises(OperatorError, match="disk_full"):
        connector.poll_once()
    monkeypatch.setattr(type(storage), "begin", begin)
    assert connector.cursor == ""
    connector.poll_once()
    source = desk.look().source("jmp")
    assert source is not None
    assert (source.cursor, len(stored(desk))) == ("41", 1)


def test_health_says_down_once_and_recovers(
    desk: Desk, web: Web, connector: PullConnector, clock: HandClock
) -> None:
    web.serves(report())
    connector.start()
    assert connector.caught_up.wait(10)
    connector.stop()
    health = desk.room.database.telemetry.health()[("source", "jmp")]
    assert (health.state, health.last_ok_at) == ("ok", clock.now())


class _OutOfReach:
    """The room, for its third caller at last."""

    def __init__(self) -> None:
        self.third = threading.Event()
        self._asked = 0

    def submit(self, *_: object, **__: object) -> Future[Outcome]:
        self._asked += 1
        if self._asked == 3:
            self.third.set()
        raise OperatorError("database_unreachable")


def test_an_outage_of_the_room_makes_no_source_wait_longer(desk: Desk, web: Web) -> None:
    desk.do(ConnectSource("jmp", "Jogo Malang Presisi", web.url), act=desk.room.console)
    web.serves(report())
    room, backoff = _OutOfReach(), Backoff()
    connector = pulling(desk.room, web.url, room, backoff)
    connector.start()
    asked = room.third.wait(20)
    connector.stop()
    assert asked
    assert backoff.failures == 0


def test_a_position_is_telemetry_and_no_log_entry(
    desk: Desk, web: Web, connector: PullConnector
) -> None:
    before = desk.kinds()
    web.serves(
        {
            "type": "position",
            "id": "p",
            "at": AT,
            "call_sign": "SAMAPTA 12",
            "lat": -7.98,
            "lon": 112.63,
        },
        next_cursor="",
    )
    connector.poll_once()
    unit_id = desk.unit("SAMAPTA 12").id
    assert desk.room.database.telemetry.positions()[unit_id].lat == -7.98
    assert desk.kinds() == before


def test_a_conflict_and_a_clock_ahead_ring_until_they_are_answered(
    desk: Desk, web: Web, connector: PullConnector
) -> None:
    web.serves(report(), report("w2", at="2026-11-21T23:00:00+07:00"))
    connector.poll_once()
    web.serves(report(text="lain"))
    connector.poll_once()
    desk.do(AddNote(incident_id(desk), "sesudahnya"))
    alarms = desk.look().open_alarms()
    assert {a.type for a in alarms} == {AlarmType.CLOCK_SKEWED, AlarmType.RECORD_CONFLICT}
    for alarm in alarms:
        desk.do(AcknowledgeAlarm(alarm.id))
    assert desk.look().open_alarms() == []


def incident_id(desk: Desk) -> str:
    """Of any incident: a note on it comes after everything that was submitted before."""
    return next(desk.look().open_incidents()).id
