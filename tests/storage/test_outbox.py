"""What is kept stays kept: through kill -9, damage and a second start."""

from __future__ import annotations

import os
import signal
import stat
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from command_center.domain.errors import OperatorError
from command_center.storage.outbox import FORGET_STORED, Item, ItemState, Outbox

AT = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)


def an_item(number: int) -> Item:
    body = b'{"text": "catatan %d"}' % number
    return Item(f"op-{number:06}", "note.added", body, b"{}", "", AT + timedelta(seconds=number))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "outbox" / "meja.db"


@pytest.fixture
def outbox(path: Path) -> Iterator[Outbox]:
    opened = Outbox(path)
    yield opened
    opened.close()


def test_it_comes_back_in_the_order_it_was_kept(outbox: Outbox, path: Path) -> None:
    items = [an_item(number) for number in (3, 1, 2)]
    for item in items:
        outbox.keep(item)
    outbox.keep(items[0])
    outbox.close()
    again = Outbox(path)
    assert again.waiting() == items
    again.close()


def test_only_this_account_reads_what_is_kept(path: Path) -> None:
    path.parent.mkdir()
    path.touch(mode=0o644)
    outbox = Outbox(path)
    outbox.keep(an_item(1))
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert set(modes) >= {path.name, f"{path.name}-wal"}
    assert set(modes.values()) == {0o600}
    outbox.close()


def test_what_the_room_has_and_what_it_refused_no_longer_wait(outbox: Outbox) -> None:
    for number in range(3):
        outbox.keep(an_item(number))
    outbox.settle("op-000000", 17, AT)
    outbox.refuse("op-000001", OperatorError("not_found", entity="incident", id="i1"), AT)
    assert [item.op_id for item in outbox.waiting()] == ["op-000002"]
    (refused,) = outbox.refused()
    assert (refused.state, refused.code, refused.params["id"]) == (
        ItemState.REFUSED,
        "not_found",
        "i1",
    )
    assert [item.op_id for item in outbox.unsettled()] == ["op-000001", "op-000002"]
    outbox.seen("op-000001", AT)
    assert [item.op_id for item in outbox.unsettled()] == ["op-000002"]
    assert outbox.refused()[0].seen  # put away, never thrown away


def test_only_what_the_room_has_is_ever_forgotten(outbox: Outbox) -> None:
    for number in range(3):
        outbox.keep(an_item(number))
    outbox.settle("op-000000", 17, AT)
    outbox.refuse("op-000001", OperatorError("not_found"), AT)
    outbox.forget_stored(AT + FORGET_STORED + timedelta(seconds=1))
    assert outbox.item("op-000000") is None
    assert [item.op_id for item in outbox.unsettled()] == ["op-000001", "op-000002"]


def test_a_local_number_is_given_once(outbox: Outbox, path: Path) -> None:
    assert [outbox.next_number("B") for _ in range(3)] == [1, 2, 3]
    outbox.raise_number("B", 7)
    outbox.raise_number("B", 2)
    again = Outbox(path)
    assert again.next_number("B") == 8
    assert again.next_number("C") == 1
    again.close()


def test_a_damaged_file_is_put_aside_with_what_it_still_says(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    outbox = Outbox(path)
    for number in range(200):
        outbox.keep(an_item(number))
    outbox.close()
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size - 3 * 4096)
        file.write(os.urandom(2 * 4096))
    again = Outbox(path)
    assert "damaged" in caplog.text
    assert again.quarantined is not None
    assert again.quarantined.exists()
    assert again.rescued == len(again.waiting()) > 0
    again.keep(an_item(999))
    assert again.waiting()[-1] == an_item(999)
    again.close()


def test_a_row_that_was_altered_on_the_disk_is_not_believed(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    outbox = Outbox(path)
    for number in range(3):
        outbox.keep(an_item(number))
    outbox._db.execute("UPDATE item SET command = X'7B7D' WHERE op_id = 'op-000001'")
    outbox.close()
    again = Outbox(path)
    assert "damaged" in caplog.text
    assert again.quarantined is not None
    assert [item.op_id for item in again.waiting()] == ["op-000000", "op-000002"]
    again.close()


def test_a_file_that_is_no_database_is_never_silently_empty(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(b"not a database" * 1000)
    outbox = Outbox(path)
    assert "damaged" in caplog.text
    assert (outbox.quarantined is not None, outbox.rescued) == (True, 0)
    assert outbox.quarantined is not None
    assert outbox.quarantined.read_bytes().startswith(b"not a database")
    outbox.close()


def _keep_until_killed(path: Path, told: int) -> None:
    """In a child: keep one after another, say each only once it is kept, settle some."""
    outbox = Outbox(path)
    start = len(outbox.waiting()) + len(outbox.refused())
    for number in range(start, 1_000_000):
        outbox.next_number("B")
        outbox.keep(an_item(number))
        os.write(told, f"{number}\n".encode())


@pytest.mark.parametrize("patience_s", [0.0, 0.002, 0.01, 0.03, 0.05, 0.08])
def test_nothing_that_was_told_kept_is_lost_to_kill_9(path: Path, patience_s: float) -> None:
    acknowledged = -1
    for _ in range(5):
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(read)
            try:
                _keep_until_killed(path, write)
            finally:
                os._exit(1)
        os.close(write)
        with os.fdopen(read) as lines:
            acknowledged = int(lines.readline())
            time.sleep(patience_s)
            os.kill(child, signal.SIGKILL)
            for line in lines:
                acknowledged = int(line) if line.endswith("\n") else acknowledged
        os.waitpid(child, 0)
        outbox = Outbox(path)
        kept = [item.op_id for item in outbox.waiting()]
        assert outbox.quarantined is None
        assert kept == [f"op-{number:06}" for number in range(len(kept))]
        assert len(kept) in (acknowledged + 1, acknowledged + 2)  # the answer may have been lost
        assert outbox.next_number("B") > len(kept)
        outbox.close()
