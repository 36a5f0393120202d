"""A source connected while the room is open is read at once; one switched off is left alone."""

import time
from collections.abc import Callable, Iterator

import pytest

from command_center.bootstrap.sources import SourceKeeper
from command_center.commands.room import ConnectSource
from command_center.exercise.records.server import GrowingBook, RecordServer
from tests.room.desk import Desk


@pytest.fixture
def server() -> Iterator[RecordServer]:
    book = GrowingBook()
    book.add({"type": "report", "id": "r1", "at": "2026-11-21T14:00:00+07:00", "text": "asap"})
    server = RecordServer(book)
    server.start()
    yield server
    server.stop()


def until(true: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 10
    while not true() and time.monotonic() < deadline:
        time.sleep(0.02)
    return true()


def test_sources_come_move_and_go_while_the_room_is_open(desk: Desk, server: RecordServer) -> None:
    keeper = SourceKeeper(desk.room)
    keeper.follow(desk.look())
    assert desk.room.connectors == {}
    desk.do(ConnectSource("jmp", "JMP", server.url), act=desk.room.console)
    keeper.follow(desk.look())
    assert until(lambda: len(list(desk.look().all("report"))) == 1)
    first = desk.room.connectors["jmp"]
    keeper.follow(desk.look())
    assert desk.room.connectors["jmp"] is first
    desk.do(ConnectSource("jmp", "JMP", server.url + "/x"), act=desk.room.console)
    keeper.follow(desk.look())
    assert desk.room.connectors["jmp"] is not first
    desk.do(ConnectSource("jmp", "JMP", server.url, enabled=False), act=desk.room.console)
    keeper.follow(desk.look())
    assert desk.room.connectors == {}
    keeper.stop()


def test_an_ended_keeper_reads_nothing_any_more(desk: Desk, server: RecordServer) -> None:
    keeper = SourceKeeper(desk.room)
    desk.do(ConnectSource("jmp", "JMP", server.url), act=desk.room.console)
    keeper.follow(desk.look())
    assert set(desk.room.connectors) == {"jmp"}
    keeper.stop()
    keeper.follow(desk.look())
    assert desk.room.connectors == {}
