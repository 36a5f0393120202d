"""Who may move a camera, and what the log keeps of it, on both engines."""

from datetime import timedelta

import pytest

from command_center.commands.cameras import ImportCameras
from command_center.commands.ptz import (
    Ended,
    RecordMovement,
    RecordPreset,
    ReleaseCamera,
    SetControl,
    TakeCamera,
)
from command_center.domain.errors import NotAllowed, OperatorError
from command_center.domain.room import CameraLease, Role
from command_center.ports import Act
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.room.test_cameras import camera


@pytest.fixture
def movable(desk: Desk) -> str:
    url = "http://cctv.example/onvif/device_service"
    administrator = desk.person(Role.ADMINISTRATOR)
    cameras = (camera("1", control_url=url), camera("2"))
    desk.do(ImportCameras(cameras), act=administrator)
    return "1"


@pytest.fixture
def operator(desk: Desk) -> Act:
    return desk.person(Role.OPERATOR, workstation="meja-1")


@pytest.fixture
def colleague(desk: Desk) -> Act:
    return desk.person(Role.OPERATOR, "staff:colleague", "meja-3")


@pytest.fixture
def lead(desk: Desk) -> Act:
    return desk.person(Role.SHIFT_LEAD, "staff:lead", "meja-9")


def lease(desk: Desk) -> CameraLease:
    found = desk.look().get("camera_lease", "1")
    assert isinstance(found, CameraLease)
    return found


def entries(desk: Desk, kind: str) -> list[dict[str, object]]:
    history = desk.room.database.history.entries()
    return [e.entry.inputs["result"] for e in history if e.entry.kind == kind]


def movement(clock: HandClock, lasted_s: float = 2.5) -> RecordMovement:
    began = clock.now() - timedelta(seconds=lasted_s)
    return RecordMovement("1", -0.5, 0.0, 0.0, began, clock.now(), Ended.RELEASED)


def test_a_camera_is_held_for_a_minute(
    desk: Desk, clock: HandClock, movable: str, operator: Act
) -> None:
    desk.do(TakeCamera(movable), act=operator)
    held = lease(desk)
    assert (held.holder_id, held.workstation) == (operator.actor, "meja-1")
    assert held.until - held.taken_at == timedelta(seconds=60)
    clock.turn(30)
    desk.do(TakeCamera(movable), act=operator)
    assert lease(desk).until == held.until + timedelta(seconds=30)
    assert lease(desk).taken_at == held.taken_at


def test_who_comes_second_hears_who_holds_it_and_until_when(
    desk: Desk, clock: HandClock, movable: str, operator: Act, colleague: Act
) -> None:
    desk.do(TakeCamera(movable), act=operator)
    with pytest.raises(OperatorError) as caught:
        desk.do(TakeCamera(movable, "saya perlu"), act=colleague)
    assert caught.value.code == "camera_held"
    assert caught.value.params["by"] == operator.actor
    assert caught.value.params["until"] == lease(desk).until
    clock.turn(61)
    desk.do(TakeCamera(movable), act=colleague)
    assert lease(desk).holder_id == colleague.actor


def test_whoever_leads_the_shift_takes_it_over_with_a_reason(
    desk: Desk, movable: str, operator: Act, lead: Act
) -> None:
    desk.do(TakeCamera(movable), act=operator)
    with pytest.raises(OperatorError) as caught:
        desk.do(TakeCamera(movable, "  "), act=lead)
    assert caught.value.code == "takeover_needs_reason"
    desk.do(TakeCamera(movable, "pengawalan tamu"), act=lead)
    assert lease(desk).holder_id == lead.actor
    taken = entries(desk, "camera.taken")[-1]
    assert (taken["taken_from"], taken["reason"]) == (operator.actor, "pengawalan tamu")


def test_who_gives_it_up_frees_it_at_once(
    desk: Desk, clock: HandClock, movable: str, operator: Act, colleague: Act
) -> None:
    desk.do(TakeCamera(movable), act=operator)
    desk.do(ReleaseCamera(movable), act=colleague)
    assert lease(desk).until > clock.now()
    desk.do(ReleaseCamera(movable), act=operator)
    desk.do(TakeCamera(movable), act=colleague)
    assert lease(desk).holder_id == colleague.actor


def test_one_entry_per_movement_says_what_and_how_long_and_keeps_the_camera(
    desk: Desk, clock: HandClock, movable: str, operator: Act
) -> None:
    desk.do(TakeCamera(movable), act=operator)
    clock.turn(40)
    desk.do(movement(clock), act=operator)
    (moved,) = entries(desk, "camera.moved")
    assert (moved["camera_id"], moved["pan"], moved["lasted_ms"]) == ("1", -0.5, 2500)
    assert moved["ended"] == "released"
    assert lease(desk).until == clock.now() + timedelta(seconds=60)


def test_a_movement_cut_off_by_a_takeover_is_kept_and_takes_nothing_back(
    desk: Desk, clock: HandClock, movable: str, operator: Act, lead: Act
) -> None:
    desk.do(TakeCamera(movable), act=operator)
    desk.do(TakeCamera(movable, "tamu"), act=lead)
    desk.do(movement(clock), act=operator)
    assert len(entries(desk, "camera.moved")) == 1
    assert lease(desk).holder_id == lead.actor


def test_presets_are_logged_likewise(desk: Desk, movable: str, operator: Act) -> None:
    desk.do(TakeCamera(movable), act=operator)
    desk.do(RecordPreset(movable, "1", "x" * 500), act=operator)
    (used,) = entries(desk, "camera.preset")
    assert (used["token"], used["name"], used["kept"]) == ("1", "x" * 60, False)


def test_only_cameras_with_a_control_and_people_of_the_desk(
    desk: Desk, movable: str, operator: Act
) -> None:
    with pytest.raises(OperatorError) as caught:
        desk.do(TakeCamera("2"), act=operator)
    assert caught.value.code == "camera_not_movable"
    for role in (Role.LIAISON, Role.OBSERVER, Role.ADMINISTRATOR):
        with pytest.raises(NotAllowed):
            desk.do(TakeCamera(movable), act=desk.person(role))


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("http://viewer:Rahasia-110@192.0.2.4/onvif", "password_in_url"),
        ("http://viewer:@192.0.2.4/onvif", "password_in_url"),
        ("file:///etc/passwd", "source_bad_url"),
        ("http://[::1", "source_bad_url"),
        ("http:///onvif", "source_bad_url"),
    ],
)
def test_the_log_takes_no_password_and_no_other_address(
    desk: Desk, movable: str, url: str, code: str
) -> None:
    before = desk.look().camera(movable)
    with pytest.raises(OperatorError, match=code):
        desk.do(SetControl(movable, url))
    assert desk.look().camera(movable) == before
