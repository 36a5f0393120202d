"""The engine against a farm that somebody else wrote: every scheme plays, every fault is noticed
with its reason. The farm is not part of this project; without it these tests are skipped."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import pytest

from command_center.video.engine import Engine
from command_center.video.model import CameraSpec, CameraState, Reason
from command_center.video.policy import StreamPolicy
from tests.video_farm.clip import PLAUSIBLE, draw, encode

CAMFARM = Path(__file__).parents[4] / "shared" / "tools" / "camfarm.py"
PORTS = (8554, 8556, 8557, 8580)
FPS, FRAMES, GOP, SEGMENT = 25, 1000, 50, 50
AFTER_S = 4
PATIENCE_S = 45.0
State = tuple[CameraState, Reason | None]
LIVE: State = (CameraState.LIVE, None)
HEALTHY = {
    "rtsp h264": "rtsp://127.0.0.1:{8554}/small/1",
    "rtsp h265": "rtsp://127.0.0.1:{8554}/small265/2",
    "hls": "http://127.0.0.1:{8580}/hls/small/3/index.m3u8",
    "mjpeg": "http://127.0.0.1:{8580}/mjpeg/small/4",
}


def failed(reason: Reason) -> State:
    return CameraState.RECONNECTING, reason


FAULTS: dict[str, tuple[str, State]] = {
    "rtsp refused": ("rtsp://127.0.0.1:{closed}/a", failed(Reason.REFUSED)),
    "rtsp 404": ("rtsp://127.0.0.1:{8554}/nothing/1", failed(Reason.NOT_FOUND)),
    "rtsp dead host": ("rtsp://127.0.0.1:{8557}/a", failed(Reason.TIMEOUT)),
    "http dead host": ("http://127.0.0.1:{8557}/a.m3u8", failed(Reason.TIMEOUT)),
    "rtsp says nothing": ("rtsp://127.0.0.1:{8556}/a", failed(Reason.TIMEOUT)),
    "http says nothing": ("http://127.0.0.1:{8556}/a", failed(Reason.TIMEOUT)),
    "rtsp stall": (f"rtsp://127.0.0.1:{{8554}}/small/5?stall={AFTER_S}", failed(Reason.STALLED)),
    "rtsp kill": (f"rtsp://127.0.0.1:{{8554}}/small/6?kill={AFTER_S}", failed(Reason.ENDED)),
    "rtsp garbage": (
        f"rtsp://127.0.0.1:{{8554}}/small/7?garbage={AFTER_S}",
        failed(Reason.GARBAGE),
    ),
    "mjpeg stall": (
        f"http://127.0.0.1:{{8580}}/mjpeg/small/8?stall={AFTER_S}",
        failed(Reason.STALLED),
    ),
    "mjpeg kill": (f"http://127.0.0.1:{{8580}}/mjpeg/small/9?kill={AFTER_S}", failed(Reason.ENDED)),
    "hls playlist frozen": (
        "http://127.0.0.1:{8580}/hls/small/10/index.m3u8?fault=freeze",
        failed(Reason.STALLED),
    ),
    "hls slow": ("http://127.0.0.1:{8580}/hls/small/11/index.m3u8?fault=slow", LIVE),
    "hls 404 segment": ("http://127.0.0.1:{8580}/hls/small/12/index.m3u8?fault=404", LIVE),
    "hls playlist cut": ("http://127.0.0.1:{8580}/hls/small/13/index.m3u8?fault=trunc", LIVE),
}


def make_clips(folder: Path) -> None:
    """Small clips in the layout that the farm reads."""
    pictures = [draw(320, 180, number / FRAMES) for number in range(FRAMES)]
    options = {name: text.format(kbps=400) for name, text in PLAUSIBLE.items()}
    options["x264-params"] += ":aud=1"
    units = encode("libx264", "yuv420p", pictures, FPS, GOP, options)
    (folder / "small.h264").write_bytes(b"".join(units))
    h265 = {
        "preset": "ultrafast",
        "x265-params": f"keyint={GOP}:min-keyint={GOP}:bframes=0:scenecut=0:aud=1"
        ":annexb=1:repeat-headers=1:log-level=none:pools=1",
    }
    coded = encode("libx265", "yuv420p", pictures[::2] * 2, FPS, GOP, h265)
    (folder / "small265.h265").write_bytes(b"".join(coded))
    jpegs = folder / "small_jpg"
    jpegs.mkdir()
    still = {"qmin": "5", "qmax": "5"}
    for number, jpeg in enumerate(encode("mjpeg", "yuvj420p", pictures[::2], FPS, 1, still)):
        (jpegs / f"{number:04}.jpg").write_bytes(jpeg)
    parts = folder / "small_hls"
    parts.mkdir()
    for first in range(0, FRAMES, SEGMENT):
        write_segment(parts / f"{first // SEGMENT:03}.ts", units, first)


def write_segment(file: Path, units: list[bytes], first: int) -> None:
    with av.open(str(file), "w", format="mpegts") as container:
        stream = container.add_mux_stream("h264", rate=FPS, width=320, height=180)
        for number in range(first, first + SEGMENT):
            packet = av.Packet(units[number])
            packet.stream = stream
            packet.time_base = Fraction(1, FPS)
            packet.pts = packet.dts = number + FPS
            packet.is_keyframe = number % GOP == 0
            container.mux(packet)


def free_offset() -> int:
    """What to add to the farm's ports so that nobody has them."""
    for offset in range(1000 + os.getpid() % 1000, 50_000, 97):
        with contextlib.ExitStack() as held:
            try:
                for port in PORTS:
                    held.enter_context(socket.create_server(("127.0.0.1", port + offset)))
            except OSError:
                continue
            return offset
    pytest.fail("no free ports")


@pytest.fixture(scope="module")
def ports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, int]]:
    """The running farm's ports, by the numbers that it calls them."""
    if not CAMFARM.is_file():
        pytest.skip("the independent camera farm is not on this machine")
    home = tmp_path_factory.mktemp("camfarm")
    (home / "clips").mkdir()
    make_clips(home / "clips")
    program = Path(shutil.copy(CAMFARM, home / "camfarm.py"))
    offset = free_offset()
    process = subprocess.Popen(
        [sys.executable, str(program), "600"],
        env={**os.environ, "PORT_OFFSET": str(offset)},
        stdout=subprocess.PIPE,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline().startswith(b"up")
        yield {str(port): port + offset for port in PORTS} | {"closed": 1}
    finally:
        process.terminate()
        process.wait(20)
        assert process.stdout is not None
        process.stdout.close()


def watch(
    engine: Engine, wanted: dict[str, State], least_s: float = 0.0
) -> tuple[dict[str, dict[State, float]], dict[str, set[int]]]:
    """When each camera first was in each state, and its pictures, until all are as wanted."""
    began_s = time.monotonic()
    seen: dict[str, dict[State, float]] = {camera: {} for camera in wanted}
    pictures: dict[str, set[int]] = {camera: set() for camera in wanted}
    while (past_s := time.monotonic() - began_s) < PATIENCE_S:
        for camera, states in seen.items():
            status = engine.status(camera)
            states.setdefault((status.state, status.reason), past_s)
            frame = engine.slot(camera).latest()
            if frame is not None:
                pictures[camera].add(frame.sequence)
        if past_s > least_s and all(wanted[camera] in seen[camera] for camera in wanted):
            break
        time.sleep(0.02)
    return seen, pictures


def address(url: str, ports: dict[str, int]) -> str:
    for name, port in ports.items():
        url = url.replace(f"{{{name}}}", str(port))
    return url


@pytest.mark.long
@pytest.mark.timeout(240)
@pytest.mark.usefixtures("failing_cameras")
def test_every_scheme_plays_and_every_fault_has_its_reason(ports: dict[str, int]) -> None:
    urls = {**HEALTHY, **{name: url for name, (url, _) in FAULTS.items()}}
    wanted = dict.fromkeys(HEALTHY, LIVE) | {name: state for name, (_, state) in FAULTS.items()}
    engine = Engine(StreamPolicy.loopback_only())
    try:
        engine.show([CameraSpec(name, name, address(url, ports)) for name, url in urls.items()])
        seen, pictures = watch(engine, wanted)
        for name, state in wanted.items():
            assert state in seen[name], (name, seen[name])
        for name in HEALTHY:
            assert len(pictures[name]) > 25, name
            assert engine.status(name).failures == 0, name
    finally:
        assert engine.close(20.0)


@pytest.mark.long
@pytest.mark.timeout(240)
@pytest.mark.usefixtures("failing_cameras")
def test_missing_segments_do_not_end_the_connection(ports: dict[str, int]) -> None:
    name = "hls 404 segment"
    engine = Engine(StreamPolicy.loopback_only())
    try:
        engine.show([CameraSpec(name, name, address(FAULTS[name][0], ports))])
        _, pictures = watch(engine, {name: LIVE}, least_s=20.0)
        assert engine.status(name).failures == 0
        assert len(pictures[name]) > 200, "three of four segments"
    finally:
        assert engine.close(20.0)
