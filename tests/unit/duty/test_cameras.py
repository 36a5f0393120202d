"""Cameras that are lost one by one and all at once, and what the eyes say of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from command_center.commands.alarms import ClearAlarm, RaiseAlarm
from command_center.domain.room import Alarm, AlarmType, Camera
from command_center.duty.alarms import due
from command_center.duty.cameras import UNSEEN_S, by_host, lost_cameras, seen_by_eyes
from command_center.ports import Health
from command_center.situation.situation import Situation
from tests.ui import scene
from tests.ui.scene import NOW
from tests.unit.duty.test_alarms import ROSTER, situation_of

HOST = "cctv.malangkota.go.id"


def cameras(count: int, host: str = HOST, first: int = 1) -> list[Camera]:
    return [
        replace(
            scene.camera(n, f"Simpang {n}"),
            url=f"https://user:secret@{host}/{n}.m3u8",
            owner="Diskominfo",
        )
        for n in range(first, first + count)
    ]


def room(rows: list[Camera], down: int, quiet_s: float = 40.0, *alarms: Alarm) -> Situation:
    """The first `down` cameras are down for `quiet_s`, the others live."""
    situation = situation_of([*rows, *alarms])
    for place, camera in enumerate(rows):
        state = "down" if place < down else "ok"
        last = NOW - timedelta(seconds=quiet_s if state == "down" else 0)
        health = Health("camera", camera.id, state, "camera_timeout", {}, last, last, None)
        situation.health["camera", camera.id] = health
    return situation


def outage(host: str = HOST) -> Alarm:
    return replace(
        scene.alarm("outage", AlarmType.CAMERA_OUTAGE, 3, 60), subject_kind="host", subject_id=host
    )


@pytest.mark.parametrize(
    ("total", "down", "together"),
    [(4, 3, False), (4, 4, True), (10, 5, False), (10, 6, True), (3, 3, False)],
)
def test_many_behind_one_host_are_one_alarm(total: int, down: int, together: bool) -> None:
    found = list(lost_cameras(room(cameras(total), down), NOW))
    if together:
        assert [d.type for d in found] == [AlarmType.CAMERA_OUTAGE]
        assert found[0].params == {
            "host": HOST,
            "owner": "Diskominfo",
            "count": str(down),
            "total": str(total),
        }
    else:
        assert [d.type for d in found] == [AlarmType.CAMERA_DOWN] * down


def test_another_host_is_not_drawn_into_it() -> None:
    rows = [*cameras(5), *cameras(2, "10.1.1.1", first=50)]
    situation = room(rows, down=6)
    found = [(d.type, d.subject_id) for d in lost_cameras(situation, NOW)]
    assert found == [
        (AlarmType.CAMERA_DOWN, "camera-50"),
        (AlarmType.CAMERA_OUTAGE, HOST),
    ]


def test_single_alarms_are_cleared_into_the_outage() -> None:
    single = replace(
        scene.alarm("one", AlarmType.CAMERA_DOWN, 3, 60),
        subject_kind="camera",
        subject_id="camera-1",
    )
    commands = due(room(cameras(6), 6, 40.0, single), NOW, ROSTER)
    assert [type(c) for c in commands] == [RaiseAlarm, ClearAlarm]
    assert commands[1] == ClearAlarm("one")


def test_an_outage_ends_when_most_are_back_and_not_before() -> None:
    rows = cameras(10)
    assert due(room(rows, 5, 40.0, outage()), NOW, ROSTER) == []
    after = due(room(rows, 4, 40.0, outage()), NOW, ROSTER)
    assert after[-1] == ClearAlarm("outage")
    kinds = [c.type for c in after[:-1] if isinstance(c, RaiseAlarm)]
    assert kinds == [AlarmType.CAMERA_DOWN] * 4


@pytest.mark.parametrize("gone", ["disabled", "left"])
def test_cameras_that_are_taken_out_do_not_count(gone: str) -> None:
    rows = cameras(6)
    if gone == "disabled":
        rows = [replace(row, enabled=False) for row in rows]
    elif gone == "left":
        rows = [replace(row, gone_at=NOW) for row in rows]
    situation = room(rows, 6)
    assert list(lost_cameras(situation, NOW)) == []
    assert by_host(situation, NOW) == []


def eyes(situation: Situation, kind: str, age_s: float = 5.0, state: str = "down") -> None:
    at = NOW - timedelta(seconds=age_s)
    situation.health[f"eye_{kind}", "camera-1"] = Health(
        f"eye_{kind}", "camera-1", state, f"eye_{kind}", {"file": "a.jpg"}, at, None, None
    )


def test_what_was_done_to_a_camera_is_one_alarm_with_its_picture() -> None:
    situation = room(cameras(1), 0)
    eyes(situation, "frozen")
    eyes(situation, "covered")
    eyes(situation, "surge")
    eyes(situation, "night")
    found = list(seen_by_eyes(situation, NOW))
    assert [d.type for d in found] == [AlarmType.CAMERA_TAMPERED, AlarmType.CROWD_SURGE]
    assert found[0].params == {"name": "Simpang 1", "kind": "covered", "file": "a.jpg"}


@pytest.mark.parametrize(("age_s", "state"), [(5, "ok"), (UNSEEN_S + 1, "down")])
def test_it_is_over_when_said_or_when_nobody_sees_it_any_more(age_s: float, state: str) -> None:
    situation = room(cameras(1), 0)
    eyes(situation, "covered", age_s, state)
    assert list(seen_by_eyes(situation, NOW)) == []
