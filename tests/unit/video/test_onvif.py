"""Cameras moved over real HTTP: what they say, what they must not do to us, and that they stop."""

import logging
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, wait
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from command_center.video.model import Reason
from command_center.video.onvif.client import CameraControl
from command_center.video.onvif.model import ControlError, Velocity
from command_center.video.policy import StreamPolicy
from tests.onvif_device.device import Fault, OnvifDevice

PATIENCE_S = 20.0
RIGHT = Velocity(pan=0.5)
NOT_HERE = "http://192.0.2.1/onvif/device_service"


def no_password(user: str, host: str, port: int) -> str | None:
    return None


@pytest.fixture
def control() -> Iterator[CameraControl]:
    made = CameraControl(StreamPolicy.loopback_only(), no_password)
    yield made
    assert made.close(10.0)


@pytest.fixture
def device() -> Iterator[OnvifDevice]:
    with OnvifDevice() as made:
        yield made


def reason_of(ask: Callable[[], object]) -> Reason:
    with pytest.raises(ControlError) as caught:
        ask()
    return caught.value.reason


def held(control: CameraControl, url: str, until: threading.Event) -> threading.Thread:
    """A finger on a key, renewing five times a second until lifted."""

    def press() -> None:
        while not until.wait(0.2):
            control.move(url, RIGHT)

    finger = threading.Thread(target=press)
    finger.start()
    return finger


def moved(control: CameraControl, url: str) -> None:
    """Once the camera confirmed it. Renewed meanwhile: the first move signs in, and a machine with
    much to do may take longer over it than a camera is let go on unasked."""
    asked = control.move(url, RIGHT)
    while not wait([asked], 0.3).done:
        control.move(url, RIGHT)
    asked.result()


@pytest.mark.parametrize("old", [False, True])
def test_a_camera_describes_itself(control: CameraControl, old: bool) -> None:
    with OnvifDevice(clock_ahead_s=-7200, old=old) as device:
        about = control.describe(device.login_url).result(PATIENCE_S)
    assert (about.maker, about.model) == ("Latihan", "Kubah-1")
    assert [(p.width, p.height, p.url) for p in about.profiles] == [
        (1920, 1080, "rtsp://127.0.0.1:8554/main"),
        (640, 360, "rtsp://127.0.0.1:8554/sub"),
    ]
    assert [(p.token, p.name) for p in about.presets] == [("1", "Gerbang"), ("2", "Simpang")]
    assert about.snapshot_url.endswith("/shot.jpg")
    assert about.movable
    assert about.clock_ahead_s == pytest.approx(-7200, abs=5)


def test_a_held_key_is_one_movement_and_stops_when_it_is_lifted(
    control: CameraControl, device: OnvifDevice
) -> None:
    lifted = threading.Event()
    finger = held(control, device.login_url, lifted)
    assert device.motor.wait_for("move", PATIENCE_S, count=4)
    lifted.set()
    finger.join()
    control.stop(device.login_url).result(PATIENCE_S)
    assert device.motor.happened()[:2] == ["move", "stop"]
    assert not device.motor.moving
    assert device.motor.place[0] > 0


def test_directions_and_axes(control: CameraControl, device: OnvifDevice) -> None:
    url = device.login_url
    control.describe(url).result(PATIENCE_S)
    for velocity in (Velocity(-0.3, 0.7), Velocity(zoom=-1.0)):
        control.move(url, velocity).result(PATIENCE_S)
    control.stop(url).result(PATIENCE_S)
    moves = [event.velocity for event in device.motor.events if event.what == "move"]
    assert moves == [(-0.3, 0.7, 0.0), (0.0, 0.0, -1.0)]


def test_presets(control: CameraControl, device: OnvifDevice) -> None:
    url = device.login_url
    kept = control.keep(url, "Alun-alun").result(PATIENCE_S)
    assert kept.name == "Alun-alun"
    control.go(url, kept.token).result(PATIENCE_S)
    assert device.motor.events[-1].preset == kept.token
    assert reason_of(lambda: control.go(url, "77").result(PATIENCE_S)) is Reason.NOT_FOUND


def test_a_camera_that_cannot_move_says_so(control: CameraControl) -> None:
    with OnvifDevice(movable=False) as device:
        assert not control.describe(device.login_url).result(PATIENCE_S).movable
        answer = control.move(device.login_url, RIGHT)
        assert reason_of(lambda: answer.result(PATIENCE_S)) is Reason.UNSUPPORTED


# --- a camera never runs away --------------------------------------------------------------------


def test_a_mover_that_falls_silent_is_stopped(
    control: CameraControl, device: OnvifDevice, caplog: pytest.LogCaptureFixture
) -> None:
    control.describe(device.login_url).result(PATIENCE_S)
    control.move(device.login_url, RIGHT).result(PATIENCE_S)
    assert device.motor.wait_for("stop", PATIENCE_S)
    assert [name for name in device.motor.happened() if name != "expired"] == ["move", "stop"]
    assert "left moving" in caplog.text


@pytest.mark.timeout(150)
def test_a_killed_program_leaves_no_camera_moving(device: OnvifDevice) -> None:
    """On a busy machine it may come too late to renew a move: that one is given up, it goes on."""
    program = (
        "import sys, threading\n"
        "from concurrent.futures import wait\n"
        "from command_center.video.onvif.client import CameraControl\n"
        "from command_center.video.onvif.model import Velocity\n"
        "from command_center.video.policy import StreamPolicy\n"
        "control = CameraControl(StreamPolicy.loopback_only())\n"
        "while True:\n"
        "    wait([control.move(sys.argv[1], Velocity(pan=1.0))], 80)\n"
        "    threading.Event().wait(0.2)\n"
    )
    root = Path(__file__).resolve().parents[3]
    caller = subprocess.Popen([sys.executable, "-c", program, device.login_url], cwd=root)
    try:
        assert device.motor.wait_for("move", 90.0, count=3)
        caller.send_signal(signal.SIGKILL)
        caller.wait()
        assert device.motor.wait_for_rest(PATIENCE_S)
    finally:
        caller.kill()
        caller.wait()
    assert device.motor.events[-1].what == "expired"


def test_the_end_of_the_program_stops_what_moves(device: OnvifDevice) -> None:
    control = CameraControl(StreamPolicy.loopback_only(), no_password)
    moved(control, device.login_url)
    assert control.close(10.0)
    assert device.motor.happened() == ["move", "stop"]
    late = control.move(device.login_url, RIGHT)
    assert reason_of(lambda: late.result(PATIENCE_S)) is Reason.ENDED


def test_a_lost_stop_is_sent_again(control: CameraControl, device: OnvifDevice) -> None:
    moved(control, device.login_url)
    device.lose = {"Stop": 3}
    control.stop(device.login_url).result(PATIENCE_S)
    assert device.asked.count("Stop") >= 4
    assert not device.motor.moving


def test_a_stop_does_not_wait_for_a_move_that_hangs(
    control: CameraControl, device: OnvifDevice
) -> None:
    control.describe(device.login_url).result(PATIENCE_S)
    device.fault, device.faulty = Fault.SLOW, frozenset({"ContinuousMove"})
    moving = control.move(device.login_url, RIGHT)
    while "ContinuousMove" not in device.asked:
        time.sleep(0.01)
    control.stop(device.login_url).result(PATIENCE_S)
    with pytest.raises(CancelledError):
        moving.result(PATIENCE_S)
    assert device.motor.happened() == ["stop"]  # the move still lies with the device
    assert device.motor.wait_for("move", PATIENCE_S)
    assert device.motor.wait_for("stop", 0) or device.motor.wait_for("expired", PATIENCE_S)


def test_a_move_after_a_stop_moves_again(control: CameraControl, device: OnvifDevice) -> None:
    url = device.login_url
    for _ in range(3):
        moved(control, url)
        stopped, again = control.stop(url), control.move(url, RIGHT)
        stopped.result(PATIENCE_S)
        again.result(PATIENCE_S)
        control.stop(url).result(PATIENCE_S)
    assert device.motor.happened() == ["move", "stop"] * 6


def test_a_stop_that_is_never_confirmed_fails_with_its_reason(
    control: CameraControl, device: OnvifDevice, caplog: pytest.LogCaptureFixture
) -> None:
    moved(control, device.login_url)
    device.fault, device.faulty = Fault.SERVER_ERROR, frozenset({"Stop"})
    answer = control.stop(device.login_url)
    assert reason_of(lambda: answer.result(30)) is Reason.SERVER_ERROR
    assert device.asked.count("Stop") >= 4
    assert "did not confirm" in caplog.text
    assert device.motor.wait_for("expired", PATIENCE_S)
    device.fault = Fault.NONE


# --- what a camera may send ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (Fault.UNAUTHORISED, Reason.UNAUTHORISED),
        (Fault.GARBAGE, Reason.GARBAGE),
        (Fault.HUGE, Reason.GARBAGE),
        (Fault.BOMB, Reason.GARBAGE),
        (Fault.HANG, Reason.TIMEOUT),
        (Fault.SERVER_ERROR, Reason.SERVER_ERROR),
    ],
)
def test_a_faulty_camera_fails_with_its_reason(
    control: CameraControl, device: OnvifDevice, fault: Fault, reason: Reason
) -> None:
    device.fault = fault
    assert reason_of(lambda: control.describe(device.login_url).result(PATIENCE_S)) is reason
    device.fault = Fault.NONE
    assert control.describe(device.login_url).result(PATIENCE_S).movable


def test_a_slow_camera_is_waited_for(control: CameraControl, device: OnvifDevice) -> None:
    device.fault, device.faulty = Fault.SLOW, frozenset({"GetDeviceInformation"})
    assert control.describe(device.login_url).result(PATIENCE_S).model == "Kubah-1"


def test_a_wrong_password_is_unauthorised(control: CameraControl, device: OnvifDevice) -> None:
    url = device.login_url.replace(device.password, "salah")
    assert reason_of(lambda: control.describe(url).result(PATIENCE_S)) is Reason.UNAUTHORISED
    assert device.motor.events == []


def test_nobody_there_is_refused(control: CameraControl) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}/onvif/device_service"
    assert reason_of(lambda: control.describe(url).result(PATIENCE_S)) is Reason.REFUSED


def test_the_password_of_the_keyring_is_used(device: OnvifDevice) -> None:
    asked = []

    def password_of(user: str, host: str, port: int) -> str | None:
        asked.append((user, host, port))
        return device.password

    control = CameraControl(StreamPolicy.loopback_only(), password_of)
    url = device.url.replace("://", f"://{device.user}@")
    assert control.describe(url).result(PATIENCE_S).model == "Kubah-1"
    assert control.close(10.0)
    assert asked == [(device.user, "127.0.0.1", device.port)]


def test_no_password_is_written_down(
    control: CameraControl, device: OnvifDevice, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    about = control.describe(device.login_url).result(PATIENCE_S)
    device.fault = Fault.SERVER_ERROR
    with pytest.raises(ControlError) as caught:
        control.go(device.login_url, "1").result(PATIENCE_S)
    written = caplog.text + repr(about) + repr(caught.value) + str(caught.value)
    assert device.password not in written


# --- where we may be sent ------------------------------------------------------------------------


class Canary:
    """Notes whoever comes."""

    def __init__(self) -> None:
        self.visits: list[str] = []
        canary = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                canary.visits.append(self.path)
                self.send_error(404)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                """Nothing."""

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.05,))

    @property
    def port(self) -> int:
        return int(self.server.server_address[1])


@pytest.fixture
def canary() -> Iterator[Canary]:
    made = Canary()
    made.thread.start()
    yield made
    made.server.shutdown()
    made.server.server_close()
    made.thread.join(5)


def test_an_address_outside_the_policy_is_not_connected_to(control: CameraControl) -> None:
    assert reason_of(lambda: control.describe(NOT_HERE).result(PATIENCE_S)) is Reason.BLOCKED_HOST


@pytest.mark.parametrize("url", ["rtsp://127.0.0.1/x", "file:///etc/passwd", "127.0.0.1", ""])
def test_only_the_web_is_spoken(control: CameraControl, url: str) -> None:
    assert reason_of(lambda: control.describe(url).result(PATIENCE_S)) is Reason.UNSUPPORTED


def test_redirects_are_not_followed(
    control: CameraControl, device: OnvifDevice, canary: Canary
) -> None:
    device.fault, device.redirect_to = Fault.REDIRECT, f"http://127.0.0.1:{canary.port}/evil"
    ask = control.describe(device.login_url)
    assert reason_of(lambda: ask.result(PATIENCE_S)) is Reason.BLOCKED_HOST
    assert canary.visits == []


def test_services_claimed_elsewhere_are_asked_at_the_camera_itself(
    control: CameraControl, canary: Canary
) -> None:
    with OnvifDevice(foreign=f"http://localhost:{canary.port}") as device:
        moved(control, device.login_url)
        control.stop(device.login_url).result(PATIENCE_S)
        assert device.motor.happened() == ["move", "stop"]
    assert canary.visits == []


def test_another_policy_counts_at_once(control: CameraControl, device: OnvifDevice) -> None:
    control.describe(device.login_url).result(PATIENCE_S)
    control.allow(StreamPolicy.for_hosts(["kamera.example"]))
    ask = control.go(device.login_url, "1")
    assert reason_of(lambda: ask.result(PATIENCE_S)) is Reason.BLOCKED_HOST
