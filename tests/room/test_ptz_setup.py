"""Telling the room where a camera is moved, from the command line, against a device on loopback."""

import getpass
from collections.abc import Callable
from dataclasses import replace

import keyring
import pytest

from command_center.bootstrap import ptz
from command_center.bootstrap.room import LANE_S, RoomPlan, open_room
from command_center.commands.cameras import ImportCameras
from command_center.domain.errors import OperatorError
from tests.onvif_device.announcer import Announcer
from tests.onvif_device.device import OnvifDevice
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.room.test_cameras import camera

With = Callable[[Callable[[Desk], None]], None]


class Pocket:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


@pytest.fixture
def pocket(monkeypatch: pytest.MonkeyPatch) -> Pocket:
    made = Pocket()
    monkeypatch.setattr(keyring, "get_password", made.get_password)
    monkeypatch.setattr(keyring, "set_password", made.set_password)
    return made


@pytest.fixture
def with_room(database_url: str, clock: HandClock) -> With:
    """Look at the room between two runs of the program."""

    def open_and(look: Callable[[Desk], None]) -> None:
        room = open_room(database_url, clock, RoomPlan())
        try:
            look(Desk(room))
        finally:
            room.close()

    def prepare(desk: Desk) -> None:
        command = ImportCameras((replace(camera("1"), label="CAM-001"),))
        desk.room.lane.submit(command, act=desk.room.console).result(LANE_S)

    open_and(prepare)
    return open_and


def test_a_camera_is_asked_and_its_address_kept_without_the_password(
    database_url: str, with_room: With, pocket: Pocket, monkeypatch: pytest.MonkeyPatch
) -> None:
    with OnvifDevice() as device:
        monkeypatch.setattr(getpass, "getpass", lambda _: device.password)
        lines = ptz.set_control(database_url, "CAM-001", device.url, device.user)
    address = device.url.replace("://", "://operator@")
    assert lines[0] == "Latihan Kubah-1: Utama 1920x1080, Kecil 640x360"
    assert lines[1] == "presets: Gerbang, Simpang"
    assert list(pocket.kept.values()) == [device.password]

    def look(desk: Desk) -> None:
        found = desk.look().camera("1")
        assert found is not None
        assert found.control_url == address
        told = str([e.entry for e in desk.room.database.history.entries()])
        assert device.password not in told + str(lines)

    with_room(look)
    assert ptz.set_control(database_url, "1", "", "")[-1].endswith("not movable")


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://u:p@127.0.0.1/onvif", "password_in_url"),
        ("rtsp://127.0.0.1/onvif", "camera_control_url"),
        ("http://[::1", "camera_control_url"),
        ("http://127.0.0.1:9/onvif/device_service", "camera_control_failed"),
    ],
)
def test_what_cannot_be_used_changes_nothing(
    database_url: str, with_room: With, pocket: Pocket, address: str, code: str
) -> None:
    with pytest.raises(OperatorError) as caught:
        ptz.set_control(database_url, "1", address, "")
    assert caught.value.code == code


def test_a_camera_that_stands_still_and_one_nobody_knows(
    database_url: str, with_room: With, pocket: Pocket, monkeypatch: pytest.MonkeyPatch
) -> None:
    with OnvifDevice(movable=False) as device:
        monkeypatch.setattr(getpass, "getpass", lambda _: device.password)
        with pytest.raises(OperatorError) as caught:
            ptz.set_control(database_url, "1", device.url, device.user)
    assert caught.value.params == {"reason": "unsupported"}
    with pytest.raises(OperatorError) as caught:
        ptz.set_control(database_url, "CAM-999", "", "")
    assert caught.value.code == "camera_unknown"


def test_devices_that_answer_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    with Announcer("http://127.0.0.1:8/onvif/device_service") as announcer:
        monkeypatch.setattr(ptz, "EVERYBODY", announcer.address)
        lines, found = ptz.discover(["127.0.0.1"])
    assert found
    assert lines == ["http://127.0.0.1:8/onvif/device_service Kubah Simpang", "1 found"]
