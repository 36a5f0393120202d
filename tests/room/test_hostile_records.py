"""Records that would choke a database or a reader: each is kept raw, none stops its source."""

from typing import Any

import pytest

from command_center.bootstrap.report import state_of_rows
from command_center.commands.kept_records import KeepConflictingRecord
from command_center.connectors import intake_page, translate
from command_center.connectors.pull import PullConnector
from command_center.domain.errors import OperatorError
from tests.room.desk import Desk
from tests.room.test_pull import Web, connector, report, stored, web

__all__ = ["connector", "web"]

LONG_NUMBER = int("9" * 4000)


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": "asap\x00tebal"},
        {"id": "w\x002"},
        {"at": "0001-01-01T00:00:00+07:00"},
        {"at": "0005-01-01T00:00:00Z"},
        {"at": "9999-12-31T23:59:59-07:00"},
    ],
)
def test_a_record_no_database_can_hold_refuses_itself_only(
    desk: Desk, web: Web, connector: PullConnector, wrong: dict[str, Any]
) -> None:
    web.serves(report(**{"id": "w2", **wrong}), report("w3"))
    result = connector.poll_once()
    assert (result.stored, result.refused) == (1, 1)
    assert [r.external_id for r in stored(desk)] == ["w3"]
    assert desk.kinds().count("record.refused") == 1
    rows = state_of_rows(desk.room.database.feed.snapshot(None))
    assert rows["hash"] == desk.hash()


def test_a_number_too_long_to_read_refuses_its_record_only(
    desk: Desk, web: Web, connector: PullConnector
) -> None:
    body = '{"contract":"pusat-komando/1","next":"1","records":[%s,%s]}'
    bad = '{"type":"report","id":"a","at":"2026-11-21T07:00:00Z","odd":' + "9" * 5000 + "}"
    good = '{"type":"report","id":"b","at":"2026-11-21T07:00:00Z"}'
    web.says((body % (bad, good)).encode())
    result = connector.poll_once()
    assert (result.stored, result.refused) == (1, 1)


def test_a_bug_met_by_one_record_keeps_it_and_lets_the_others_through(
    desk: Desk,
    web: Web,
    connector: PullConnector,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    command_of = translate.command_of

    def sometimes(source_id: str, item: Any) -> Any:
        return object() if item.item.record.id == "w2" else command_of(source_id, item)

    monkeypatch.setattr(intake_page, "command_of", sometimes)
    web.serves(report("w1"), report("w2"), report("w3"))
    result = connector.poll_once()
    assert (result.stored, result.refused) == (2, 1)
    assert [r.external_id for r in stored(desk)] == ["w1", "w3"]
    entries = [e.entry for e in desk.room.database.history.entries()]
    (kept,) = [e for e in entries if e.kind == "record.refused"]
    assert '"w2"' in kept.inputs["raw"]
    assert sum("bug" in r.getMessage() for r in caplog.records) == 1


def test_a_page_that_met_a_dead_database_takes_its_waiting_records_back(
    desk: Desk, web: Web, connector: PullConnector, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else every new try would queue the page once more before the operators' own commands."""
    storage = type(desk.room.database.storage)
    begun = 0
    begin = storage.begin

    def broken(self: object) -> Any:
        nonlocal begun
        begun += 1
        raise OperatorError("disk_full")

    web.serves(*(report(f"w{number}") for number in range(400)))
    monkeypatch.setattr(storage, "begin", broken)
    with pytest.raises(OperatorError, match="disk_full"):
        connector.poll_once()
    monkeypatch.setattr(storage, "begin", begin)
    desk.do(KeepConflictingRecord("jmp", "w0", "{}", "0"))
    assert desk.kinds()[-1] == "record.conflict"
    assert "report.received" not in desk.kinds()
