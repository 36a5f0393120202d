"""Nothing of an exercise gets into the live room nor anything of it out; and nothing is there
twice, whichever way it came."""

from collections.abc import Iterator
from typing import Any

import pytest

from command_center.bootstrap.attachment_part import AttachmentPart
from command_center.bootstrap.gateway_server import GatewayPart
from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.bootstrap.source_keys import give_key
from command_center.bootstrap.source_readers import reader_of
from command_center.commands.intake import ReceiveReport
from command_center.commands.room import ConnectSource
from command_center.connectors.pull import PullConnector, PullSource
from command_center.contract.page import PageFault, write_page
from command_center.domain.errors import OperatorError
from command_center.domain.incident import AttachmentState
from command_center.domain.room import RoomKind, Source, SourceKind
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.room.test_attachments import Store, body, settled
from tests.room.test_gateway import LOOPBACK, MASTER, Poster
from tests.room.test_pull import Web, serving
from tests.unit.connectors.test_attachment_kind import JPEG

AT = "2026-11-21T07:00:00Z"
ONE = {"type": "report", "id": "w1", "at": AT, "text": "asap tebal"}


@pytest.fixture
def exercise(database_url: str, clock: HandClock) -> Iterator[Desk]:
    opened = open_room(database_url, clock, RoomPlan(RoomKind.EXERCISE))
    yield Desk(opened)
    opened.close()


def connected(desk: Desk, url: str) -> PullConnector:
    """As the room itself would read the source, but a page at a time."""
    room = desk.room
    desk.do(ConnectSource("jmp", "JMP", url), act=room.console)
    source = Source("jmp", 1, "JMP", SourceKind.PULL, url, True, "")
    reader = reader_of(source, room.clock, room.room.kind)
    return PullConnector(
        source=PullSource("jmp", url, "", reader=reader),
        executor=room.lane,
        telemetry=room.database.telemetry,
        clock=room.clock,
        act=room.system,
        unit_id_of=room.database.history.unit_id,
        sealer=room.sealer(),
    )


def says(web: Web, room: str | None) -> None:
    if room is None:
        web.serves(ONE)
    else:
        web.says(write_page([ONE], "1", more=False, room=room))


def count(room: OpenedRoom) -> int:
    return len(list(Desk(room).look().all("report")))


@pytest.mark.parametrize("meant", ["exercise", "test"])
def test_the_live_room_takes_nothing_of_an_exercise(desk: Desk, meant: str) -> None:
    with serving() as web:
        connector = connected(desk, web.url)
        says(web, meant)
        with pytest.raises(PageFault) as caught:
            connector.poll_once()
    assert caught.value.code == "page_of_other_room"
    assert connector.cursor == ""
    assert count(desk.room) == 0


@pytest.mark.parametrize("meant", ["live", "test", None])
def test_an_exercise_takes_nothing_that_is_not_marked_as_its_own(
    exercise: Desk, meant: str | None
) -> None:
    with serving() as web:
        connector = connected(exercise, web.url)
        says(web, meant)
        with pytest.raises(PageFault):
            connector.poll_once()
        assert count(exercise.room) == 0
        says(web, "exercise")
        assert connector.poll_once().stored == 1


@pytest.mark.parametrize("profile", ["", "simlinmas", "sijalinmaja"])
def test_an_exercise_asks_this_machine_only(exercise: Desk, profile: str) -> None:
    source = Source("x", 1, "X", SourceKind.PULL, "https://city.example", True, "", profile)
    reader: Any = reader_of(source, exercise.room.clock, RoomKind.EXERCISE)
    with pytest.raises(OperatorError) as caught:
        reader.read(None, "", 10)
    assert caught.value.code == "orders_only_to_loopback"


def test_an_exercise_fetches_no_file_from_elsewhere(exercise: Desk) -> None:
    exercise.do(ConnectSource("jmp", "JMP", "http://8.8.8.8:80"), act=exercise.room.console)
    command = ReceiveReport("jmp", "w1", "banjir", "air", attachments=("http://8.8.8.8:80/a",))
    exercise.do(command, act=exercise.room.system)
    part = AttachmentPart(exercise.room)
    part.start()
    (row,) = settled(exercise, part)
    part.stop()
    assert (row.state, row.reason) == (AttachmentState.REFUSED, "attachment_private_address")


def test_an_exercise_fetches_from_this_machine(exercise: Desk) -> None:
    store = Store()
    store.answers["/a"] = body(JPEG)
    exercise.do(ConnectSource("jmp", "JMP", store.url), act=exercise.room.console)
    command = ReceiveReport("jmp", "w1", "banjir", "air", attachments=(f"{store.url}/a",))
    exercise.do(command, act=exercise.room.system)
    part = AttachmentPart(exercise.room)
    part.start()
    (row,) = settled(exercise, part)
    part.stop()
    store.close()
    assert row.state is AttachmentState.STORED


def test_a_report_that_is_sent_and_read_is_there_once(desk: Desk) -> None:
    with serving() as web:
        connector = connected(desk, web.url)
        says(web, None)
        assert connector.poll_once().stored == 1
    desk.do(ConnectSource("jmp", "JMP", "", kind=SourceKind.PUSH), act=desk.room.console)
    key = give_key(desk.room, "jmp", MASTER)
    part = GatewayPart(desk.room, LOOPBACK, MASTER)
    part.start()
    part.follow(desk.look())
    answer = Poster(part.url, key).post("/v1/reports", ONE)
    part.stop()
    assert answer.json()["known"] == 1
    assert count(desk.room) == 1


def test_the_same_id_of_two_sources_is_two_reports(desk: Desk) -> None:
    for id in ("jmp", "senkom"):
        desk.do(ConnectSource(id, id, ""), act=desk.room.console)
        desk.do(ReceiveReport(id, "w1", "banjir", "air"), act=desk.room.system)
    assert count(desk.room) == 2
