"""The camera process over real loopback sockets: streams, faults, plugs, and its end."""

from __future__ import annotations

import http.client
import socket
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from statistics import median
from urllib.parse import urlsplit

import av
import numpy as np
import psutil
import pytest

from command_center.exercise.cameras.burn_in import STRIP, BurnIn
from command_center.exercise.cameras.catalogue import CameraSpec
from command_center.exercise.cameras.farm import CameraFarm, SimCamera
from command_center.exercise.cameras.lens import WIDTH
from command_center.exercise.cameras.light import Light
from command_center.exercise.cameras.process import Studio
from command_center.runtime.priority import STEP

SPECS = (
    CameraSpec("CAM-901", "Gang Satu", -7.98, 112.63, "alley", "hls"),
    CameraSpec("CAM-902", "Kantor KPU", -7.95, 112.64, "kpu_office", "mjpeg"),
)
Farm = tuple[CameraFarm, SimCamera, SimCamera]
# The cameras stand back for everything else, so on a busy machine their streets take long to draw.
FIRST_S, LIMIT_S = 120.0, 30.0


@pytest.fixture(scope="module")
def running() -> Iterator[Farm]:
    farm = CameraFarm(seed=4, scenes=SPECS, light=Light.DAY)
    hls, mjpeg = farm.start()
    try:
        assert eventually(lambda: answers(hls.url) and shows(mjpeg.url), FIRST_S)
        yield farm, hls, mjpeg
    finally:
        farm.stop()


@pytest.fixture
def farm(running: Farm) -> Iterator[Farm]:
    yield running
    for spec in SPECS:
        running[0].restore(spec.id)
    running[0].restore_plug()


def get(url: str, timeout_s: float = 15.0) -> tuple[int, bytes]:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=timeout_s)
    try:
        connection.request("GET", parts.path)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def eventually(check: Callable[[], bool], limit_s: float = LIMIT_S) -> bool:
    end = time.monotonic() + limit_s
    while time.monotonic() < end:
        if check():
            return True
        time.sleep(0.05)
    return False


def refused(url: str) -> bool:
    try:
        get(url, 2.0)
    except (ConnectionError, http.client.HTTPException):
        return True
    except TimeoutError:
        return False
    return False


def answers(url: str) -> bool:
    try:
        return get(url)[0] == 200
    except (OSError, http.client.HTTPException):
        return False


def shows(url: str) -> bool:
    """Whether the stream without end has a first picture."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=15)
    try:
        connection.request("GET", parts.path)
        return b"image/jpeg" in connection.getresponse().read(64)
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def test_hls_playlist_is_live_and_dated(farm: Farm) -> None:
    status, body = get(farm[1].url)
    assert status == 200
    lines = body.decode("ascii").splitlines()
    assert lines[0] == "#EXTM3U"
    assert any(line.startswith("#EXT-X-PROGRAM-DATE-TIME:") for line in lines)
    assert not any("ENDLIST" in line for line in lines)
    segment = next(line for line in lines if line.endswith(".ts"))
    status, data = get(farm[1].url.replace("index.m3u8", segment))
    assert status == 200
    assert data[:1] == b"\x47"
    assert len(data) % 188 == 0


def test_hls_decodes_to_advancing_clean_frames(farm: Farm) -> None:
    with av.open(farm[1].url, timeout=(15, 8)) as stream:
        packets = stream.demux(video=0)
        times, corrupt = [], 0
        for packet in packets:
            corrupt += packet.is_corrupt
            times += [float(frame.time or 0) for frame in packet.decode()]
            if len(times) >= 24:
                break
    steps = [b - a for a, b in pairwise(times)]
    assert corrupt == 0
    assert min(steps) > 0.05
    assert median(steps) < 1.0, "a busy machine leaves a segment out, not all of them"


def test_mjpeg_decodes_to_changing_frames(farm: Farm) -> None:
    with av.open(farm[2].url, timeout=(15, 8)) as stream:
        seen = []
        for frame in stream.decode(video=0):
            assert (frame.width, frame.height) == (640, 360)
            seen.append(bytes(frame.planes[0]))
            if len(seen) == 4:
                break
    assert len(set(seen)) == 4


@pytest.mark.parametrize(
    "path", ["/", "/CAM-999/index.m3u8", "/CAM-901/../x", "/CAM-902/index.m3u8"]
)
def test_unknown_paths_are_not_found(farm: Farm, path: str) -> None:
    base = urlsplit(farm[1].url)
    assert get(f"http://{base.netloc}{path}")[0] == 404


def test_server_listens_on_loopback_only(farm: Farm) -> None:
    pid = farm[0].pid
    assert pid is not None
    listening = [c for c in psutil.Process(pid).net_connections() if c.status == psutil.CONN_LISTEN]
    assert {c.laddr.ip for c in listening} == {"127.0.0.1"}


@pytest.mark.skipif(sys.platform == "win32", reason="no nice value there")
def test_the_window_goes_before_the_simulated_cameras(farm: Farm) -> None:
    pid = farm[0].pid
    assert pid is not None
    assert psutil.Process(pid).nice() == min(19, psutil.Process().nice() + STEP)


def test_refusing_camera_resets_and_comes_back(farm: Farm) -> None:
    room, hls, _ = farm
    room.fail(hls.id, "refuse")
    assert eventually(lambda: refused(hls.url))
    room.restore(hls.id)
    assert eventually(lambda: answers(hls.url))


def test_stalled_camera_is_silent_and_comes_back(farm: Farm) -> None:
    room, hls, mjpeg = farm
    room.fail(hls.id, "stall")
    time.sleep(0.3)
    with pytest.raises(TimeoutError):
        get(hls.url, 0.8)
    parts = urlsplit(mjpeg.url)
    with socket.create_connection((str(parts.hostname), parts.port or 0), 10) as other:
        other.sendall(f"GET {parts.path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        assert other.recv(64).startswith(b"HTTP/1.1 200")
    room.restore(hls.id)
    assert eventually(lambda: answers(hls.url))


def test_frozen_camera_repeats_its_picture(farm: Farm) -> None:
    room, _, mjpeg = farm
    with av.open(mjpeg.url, timeout=(15, 8)) as stream:
        frames = stream.decode(video=0)
        next(frames)
        room.fail(mjpeg.id, "freeze")
        recent = [bytes(next(frames).planes[0]) for _ in range(12)]
        assert len(set(recent[-4:])) == 1
        room.restore(mjpeg.id)
        later = {bytes(next(frames).planes[0]) for _ in range(12)}
        assert len(later) > 4


def test_the_burnt_in_clock_stands_and_hurries_as_it_is_told(farm: Farm) -> None:
    room, _, mjpeg = farm
    at, later = (datetime(2024, 6, 12, 2, minute, tzinfo=UTC) for minute in (0, 1))
    burn = BurnIn(mjpeg.id, mjpeg.name)
    inks = []
    for moment in (at, at + timedelta(seconds=1)):
        strip = np.zeros((STRIP, WIDTH, 3), np.uint8)
        burn.lay(strip, moment)
        inks.append(strip[:, :, 0])
    only = (inks[0] > 200) & (inks[1] < 50)  # of the last digit, at that second alone

    with av.open(mjpeg.url, timeout=(15, 8)) as stream:
        frames = stream.decode(video=0)

        def bright() -> float:
            return float(next(frames).to_ndarray(format="gray")[:STRIP][only].mean())

        room.set_clock(at, 0.0)
        seen = [bright() for _ in range(20)]
        assert min(seen[-12:]) > 150, "a second and a half of pictures, one moment on the clock"
        room.set_clock(later, 20.0)
        seen = [bright() for _ in range(16)]
        assert min(seen[-12:]) < 150


def test_what_the_stream_says_of_itself_goes_on_while_the_clock_stands() -> None:
    studio = Studio(SPECS[:1], 1, 0.0, Light.DAY)
    at = datetime(2024, 6, 12, 2, 0, tzinfo=UTC)
    studio._obey(("clock", at.isoformat(), 0.0))
    before = studio.sent_at()
    time.sleep(0.01)
    assert (studio.now(), studio.sent_at() > before) == (at, True)
    studio._obey(("clock", at.isoformat(), 1_000.0))
    time.sleep(0.01)
    assert studio.now() > at + timedelta(seconds=5)
    studio.stopping.set()
    studio.run()
    studio.server.server_close()


def test_pulled_plug_takes_all_cameras(farm: Farm) -> None:
    room, hls, mjpeg = farm
    room.pull_plug()
    assert eventually(lambda: refused(hls.url) and refused(mjpeg.url))
    room.restore_plug()
    assert eventually(lambda: answers(hls.url))


def test_unknown_camera_is_told() -> None:
    with pytest.raises(KeyError):
        CameraFarm(scenes=SPECS).fail("CAM-000", "refuse")


def test_stop_leaves_no_process() -> None:
    farm = CameraFarm(seed=1, scenes=SPECS[:1], light=Light.DAY)
    farm.start()
    pid = farm.pid
    assert pid is not None
    assert psutil.pid_exists(pid)
    farm.stop()
    farm.stop()
    assert not psutil.pid_exists(pid)
    assert farm.pid is None
