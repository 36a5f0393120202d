"""A window that meets a damaged page ends in order to be opened anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from command_center.bootstrap.standing import leave_when_damaged
from command_center.ports import Health
from command_center.runtime.crash import START_AGAIN
from command_center.storage.salvage import suspect_file
from tests.ui.scene import NOW
from tests.ui.seats import Desk


@pytest.mark.parametrize(
    ("code", "leaves"),
    [("database_corrupt", True), ("database_unreachable", False), ("disk_full", False)],
)
def test_only_damage_ends_the_window(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, leaves: bool
) -> None:
    ended: list[int] = []
    monkeypatch.setattr(QApplication, "exit", lambda _self, status: ended.append(status))
    file = tmp_path / "room.db"
    leave_when_damaged(desk.seat, file)
    desk.tick()
    assert ended == []
    desk.telemetry.put_health(Health("database", "database", "down", code, {}, NOW, NOW, None))
    desk.tick()
    assert bool(ended) is leaves
    assert set(ended) <= {START_AGAIN}
    assert suspect_file(file).exists() is leaves


def test_a_room_on_a_server_is_its_administrators(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[int] = []
    monkeypatch.setattr(QApplication, "exit", lambda _self, status: ended.append(status))
    leave_when_damaged(desk.seat, None)
    health = Health("database", "database", "down", "database_corrupt", {}, NOW, NOW, None)
    desk.telemetry.put_health(health)
    desk.tick()
    assert ended == []
