"""Whoever of the exercise's systems is told what became of a report can hear it, also of a report
that the played city made in its name."""

from __future__ import annotations

from pathlib import Path

import pytest
import requests

from command_center.bootstrap.exercise_systems import ExerciseSystems
from command_center.bootstrap.room import RoomPlan, open_room
from command_center.domain.room import RoomKind
from command_center.runtime.clock import LiveClock

STATUS = {
    "id": "01934d8e-7e4c-7000-bd7c-0c606bed8166",
    "type": "status",
    "at": "2026-11-21T07:10:04Z",
    "report": "DARI-KOTA-1",
    "status": "verified",
}


@pytest.mark.parametrize("id", ["jmp", "simlinmas", "senkom", "whatsapp", "ngalam-112"])
def test_a_status_is_heard_once(id: str, tmp_path: Path) -> None:
    plan = RoomPlan(RoomKind.EXERCISE, "malang")
    room = open_room(f"sqlite:///{tmp_path / 'exercise.db'}", LiveClock(), plan)
    try:
        (system,) = (one for one in ExerciseSystems(room, 3).systems if one.id == id)
        system.sim.start()
        try:
            for expected in (201, 200):
                told = requests.post(f"{system.sim.url}/v1/messages", json=STATUS, timeout=5)
                assert told.status_code == expected
            assert (list(system.sim.heard), system.sim.repeated) == ([STATUS["id"]], 1)
        finally:
            system.sim.stop()
    finally:
        room.close()
