"""The live picture: first change at once, batches after, a break loads everything again."""

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from command_center.domain.incident import Priority
from tests.ui import scene
from tests.ui.seats import Desk


def test_a_break_in_the_log_loads_the_room_again(
    desk: Desk, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    live = desk.seat.live
    desk.feed.cut = True
    desk.add(scene.incident(900, "Terlewat", Priority.P2, 5))
    desk.settle()
    assert desk.seat.situation.incident("incident-900") is None
    desk.feed.cut = False
    with qtbot.waitSignal(live.changed) as blocker:
        desk.feed.on_broken(desk.feed.seq)
    assert blocker.args is not None
    assert blocker.args[0].incidents == {"incident-900"}
    assert desk.seat.situation.incident("incident-900") is not None
    assert "does not continue" in caplog.text


def test_an_entry_out_of_step_loads_the_room_again(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.feed.cut = True
    desk.add(scene.incident(901, "Terlewat", Priority.P2, 5))
    desk.feed.cut = False
    desk.add(scene.incident(902, "Sampai", Priority.P2, 5))
    desk.settle()
    assert desk.seat.situation.incident("incident-901") is not None
    assert "out of step" in caplog.text


def test_many_changes_come_as_few_batches(desk: Desk, qtbot: QtBot) -> None:
    batches: list[Any] = []
    desk.seat.live.changed.connect(batches.append)
    for number in range(910, 960):
        desk.add(scene.incident(number, "Banyak", Priority.P3, 5))
    desk.settle()
    qtbot.waitUntil(lambda: desk.seat.situation.incident("incident-959") is not None)
    touched = set().union(*(batch.incidents for batch in batches))
    assert len(touched) == 50
    assert len(batches) <= 3


def test_an_entry_that_makes_no_sense_loads_the_room_again(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Somebody wrote into the log what no row can hold: the board goes on from the rows."""
    live = desk.seat.live

    def nonsense(_entry: Any) -> None:
        monkeypatch.undo()
        raise ValueError("of no meaning")

    monkeypatch.setattr(live.situation, "apply", nonsense, raising=False)
    desk.add(scene.incident(903, "Sesudah", Priority.P2, 5))
    desk.settle()
    qtbot.waitUntil(lambda: desk.seat.situation.incident("incident-903") is not None)
    desk.add(scene.incident(904, "Lagi", Priority.P2, 5))
    desk.settle()
    qtbot.waitUntil(lambda: desk.seat.situation.incident("incident-904") is not None)
    assert "of no meaning" in caplog.text


def test_what_waits_for_the_log_is_done_when_it_is_known_and_not_before(desk: Desk) -> None:
    live, done = desk.seat.live, list[str]()
    live.once_folded(None, lambda: done.append("nothing stored"))
    live.once_folded(live.situation.seq, lambda: done.append("known"))
    assert done == ["nothing stored", "known"]
    live.once_folded(live.situation.seq + 1, lambda: done.append("new"))
    assert "new" not in done
    desk.add(scene.incident(970, "Baru", Priority.P3, 5))
    desk.settle()
    assert done[2:] == ["new"]


def test_what_waits_for_a_log_that_does_not_come_is_done_all_the_same(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("command_center.ui.live.PATIENCE_MS", 1)
    done = list[str]()
    desk.seat.live.once_folded(desk.seat.live.situation.seq + 9, lambda: done.append("late"))
    qtbot.waitUntil(lambda: done == ["late"])
