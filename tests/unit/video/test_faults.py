"""Each way a camera fails ends in its own reason, and the cameras beside it play on."""

import time

import pytest

from command_center.video.engine import Engine
from command_center.video.ingest import opening
from command_center.video.model import CameraSpec, CameraState, CameraStatus, Reason
from command_center.video.policy import StreamPolicy
from tests.unit.video.conftest import PATIENCE_S, wait_until
from tests.video_farm import Farm, Fault, FaultKind, closed_port, dead_port

pytestmark = [pytest.mark.timeout(120), pytest.mark.usefixtures("failing_cameras")]
Seen = set[tuple[CameraState, Reason | None]]
RECONNECTING, STALE = CameraState.RECONNECTING, CameraState.STALE
EXPECTED: dict[tuple[str, FaultKind], tuple[CameraState, Reason]] = {
    ("rtsp", FaultKind.SILENT): (RECONNECTING, Reason.TIMEOUT),
    ("rtsp", FaultKind.STALL): (RECONNECTING, Reason.STALLED),
    ("rtsp", FaultKind.KILL): (RECONNECTING, Reason.ENDED),
    ("rtsp", FaultKind.GARBAGE): (RECONNECTING, Reason.GARBAGE),
    ("rtsp", FaultKind.FROZEN): (STALE, Reason.FROZEN),
    ("rtsp", FaultKind.NOT_FOUND): (RECONNECTING, Reason.NOT_FOUND),
    ("rtsp", FaultKind.UNAUTHORISED): (CameraState.AUTH, Reason.UNAUTHORISED),
    ("hls", FaultKind.SILENT): (RECONNECTING, Reason.TIMEOUT),
    ("hls", FaultKind.GARBAGE): (RECONNECTING, Reason.GARBAGE),
    ("hls", FaultKind.HTML): (RECONNECTING, Reason.GARBAGE),
    ("hls", FaultKind.NOT_FOUND): (RECONNECTING, Reason.NOT_FOUND),
    ("hls", FaultKind.PLAYLIST_FROZEN): (RECONNECTING, Reason.STALLED),
    ("mjpeg", FaultKind.SILENT): (RECONNECTING, Reason.TIMEOUT),
    ("mjpeg", FaultKind.STALL): (RECONNECTING, Reason.STALLED),
    ("mjpeg", FaultKind.KILL): (RECONNECTING, Reason.ENDED),
    ("mjpeg", FaultKind.GARBAGE): (RECONNECTING, Reason.GARBAGE),
    ("mjpeg", FaultKind.HTML): (RECONNECTING, Reason.UNSUPPORTED),
    ("mjpeg", FaultKind.UNAUTHORISED): (CameraState.AUTH, Reason.UNAUTHORISED),
    ("hls", FaultKind.UNAVAILABLE): (RECONNECTING, Reason.NOT_STARTED),
    ("fmp4", FaultKind.GARBAGE): (RECONNECTING, Reason.GARBAGE),
    ("fmp4", FaultKind.PLAYLIST_FROZEN): (RECONNECTING, Reason.STALLED),
    ("hls", FaultKind.PLAYLIST_EMPTY): (RECONNECTING, Reason.NOT_STARTED),
    ("flv", FaultKind.SILENT): (RECONNECTING, Reason.TIMEOUT),
    ("flv", FaultKind.STALL): (RECONNECTING, Reason.STALLED),
    ("flv", FaultKind.KILL): (RECONNECTING, Reason.ENDED),
    ("flv", FaultKind.GARBAGE): (RECONNECTING, Reason.GARBAGE),
    ("flv", FaultKind.FROZEN): (STALE, Reason.FROZEN),
    ("flv", FaultKind.NOT_FOUND): (RECONNECTING, Reason.NOT_FOUND),
    ("snapshot", FaultKind.SILENT): (RECONNECTING, Reason.TIMEOUT),
    ("snapshot", FaultKind.GARBAGE): (RECONNECTING, Reason.GARBAGE),
    ("snapshot", FaultKind.HTML): (RECONNECTING, Reason.UNSUPPORTED),
    ("snapshot", FaultKind.UNAUTHORISED): (CameraState.AUTH, Reason.UNAUTHORISED),
}
AFTER_S = 1.5
HEALTHY = ("rtsp", "hls", "fmp4", "master", "mjpeg", "flv", "snapshot")


def name_of(case: tuple[str, FaultKind]) -> str:
    return f"{case[0]}-{case[1]}"


@pytest.fixture(scope="module")
def history(farm: Farm) -> dict[str, Seen]:
    """What every camera was seen to be; two crowded walls, one after the other."""
    cases = list(EXPECTED)
    with dead_port() as dead:
        elsewhere = {
            "refused": f"rtsp://127.0.0.1:{closed_port()}/a",
            "dead-rtsp": f"rtsp://127.0.0.1:{dead}/a",
            "dead-hls": f"http://127.0.0.1:{dead}/a.m3u8",
        }
        return wall(farm, cases[::2], elsewhere) | wall(farm, cases[1::2], {})


def wall(
    farm: Farm, cases: list[tuple[str, FaultKind]], elsewhere: dict[str, str]
) -> dict[str, Seen]:
    """Watch healthy and faulty cameras side by side until all have shown their fault."""
    specs = [CameraSpec(p, p, farm.url(p, p)) for p in HEALTHY]
    specs += [CameraSpec(name, name, url) for name, url in elsewhere.items()]
    for case in cases:
        farm.faults[name_of(case)] = Fault(case[1], AFTER_S)
        specs.append(CameraSpec(name_of(case), "x", farm.url(case[0], name_of(case))))
    seen: dict[str, Seen] = {spec.id: set() for spec in specs}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "CONNECT_S", 1.5)
        patch.setattr(opening, "HLS_CONNECT_S", 1.5)
        engine = Engine(StreamPolicy.loopback_only())
        engine.show(specs)
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            for camera, states in seen.items():
                status = engine.status(camera)
                states.add((status.state, status.reason))
            timed_out = all((RECONNECTING, Reason.TIMEOUT) in seen[n] for n in list(elsewhere)[1:])
            if timed_out and all(EXPECTED[case] in seen[name_of(case)] for case in cases):
                break
            time.sleep(0.02)
        healthy = {p: engine.status(p) for p in HEALTHY}
        assert engine.close(PATIENCE_S)
    assert_healthy(healthy)
    return seen


def assert_healthy(statuses: dict[str, CameraStatus]) -> None:
    for protocol, status in statuses.items():
        assert status.state is CameraState.LIVE, protocol
        assert status.failures == 0, protocol


@pytest.mark.parametrize("case", EXPECTED, ids=name_of)
def test_fault_has_its_reason(history: dict[str, Seen], case: tuple[str, FaultKind]) -> None:
    assert EXPECTED[case] in history[name_of(case)]


def test_refused_connection(history: dict[str, Seen]) -> None:
    assert (RECONNECTING, Reason.REFUSED) in history["refused"]


@pytest.mark.parametrize("camera", ["dead-rtsp", "dead-hls"])
def test_a_host_without_power_does_not_answer(history: dict[str, Seen], camera: str) -> None:
    assert (RECONNECTING, Reason.TIMEOUT) in history[camera]


@pytest.mark.parametrize("protocol", ["rtsp", "mjpeg"])
def test_garbage_is_stale_before_it_is_dropped(history: dict[str, Seen], protocol: str) -> None:
    assert (STALE, Reason.GARBAGE) in history[f"{protocol}-garbage"]


def test_stalled_camera_shows_nothing_found_later(farm: Farm, engine: Engine) -> None:
    """The library hands out one last, old picture when it gives up; it must not look live."""
    farm.faults["halt"] = Fault(FaultKind.STALL, 1.6)
    engine.show([CameraSpec("halt", "h", farm.url("rtsp", "halt"))])
    states: list[CameraState] = []

    def failed() -> bool:
        state = engine.status("halt").state
        if state not in states[-1:]:
            states.append(state)
        return state is RECONNECTING

    assert wait_until(failed)
    assert states[-3:] == [CameraState.LIVE, STALE, RECONNECTING]
    assert states.count(CameraState.LIVE) == 1


@pytest.mark.long
def test_standing_playlist_never_looks_live_again(farm: Farm, engine: Engine) -> None:
    farm.faults["still"] = Fault(FaultKind.PLAYLIST_FROZEN)
    engine.show([CameraSpec("still", "s", farm.url("hls", "still"))])
    assert wait_until(lambda: engine.status("still").failures == 1)
    shown = engine.slot("still").latest()
    assert wait_until(lambda: engine.status("still").failures == 2)
    assert engine.slot("still").latest() is shown


@pytest.mark.long
def test_missing_segments_are_skipped(farm: Farm, engine: Engine) -> None:
    farm.faults["gap"] = Fault(FaultKind.SEGMENT_MISSING)
    engine.show([CameraSpec("gap", "g", farm.url("hls", "gap"))])
    stamps: set[int] = set()

    def four_segments() -> bool:
        frame = engine.slot("gap").latest()
        if frame is not None and frame.pts_s is not None:
            stamps.add(int(frame.pts_s))
        return len(stamps) >= 4

    assert wait_until(four_segments)
    assert engine.status("gap").failures == 0


def test_camera_comes_back(farm: Farm, engine: Engine) -> None:
    farm.faults["plug"] = Fault(FaultKind.NOT_FOUND)
    engine.show([CameraSpec("plug", "p", farm.url("mjpeg", "plug"))])
    assert wait_until(lambda: engine.status("plug").state is RECONNECTING)
    del farm.faults["plug"]
    assert wait_until(lambda: engine.status("plug").state is CameraState.LIVE)


@pytest.mark.parametrize("protocol", ["rtsp", "mjpeg"])
def test_a_camera_that_was_lost_is_not_waited_for_when_it_is_silent(
    farm: Farm, engine: Engine, protocol: str
) -> None:
    """Without a limit of its own a silent try would last 5 s and be the only one."""
    engine.show([CameraSpec("mute", "m", farm.url(protocol, "mute-for-now"))])
    assert wait_until(lambda: engine.status("mute").state is CameraState.LIVE)
    farm.requests.clear()
    farm.faults["mute-for-now"] = Fault(FaultKind.KILL)
    assert wait_until(lambda: engine.status("mute").state is RECONNECTING)
    farm.faults["mute-for-now"] = Fault(FaultKind.SILENT)
    asked = farm.requests["mute-for-now"]
    assert wait_until(lambda: farm.requests["mute-for-now"] >= asked + 3)
    assert engine.status("mute").failures == 1, "they count as one"
    del farm.faults["mute-for-now"]
    assert wait_until(lambda: engine.status("mute").state is CameraState.LIVE)


def test_wrong_password_is_tried_once(farm: Farm, engine: Engine) -> None:
    farm.faults["door"] = Fault(FaultKind.UNAUTHORISED)
    farm.requests.clear()
    engine.show(
        [
            CameraSpec("door", "d", farm.url("mjpeg", "door", "user:wrong")),
            CameraSpec("shut", "s", f"http://127.0.0.1:{closed_port()}/a"),
        ]
    )
    assert wait_until(lambda: engine.status("shut").failures >= 2)
    status = engine.status("door")
    assert (status.state, status.retry_in_s) == (CameraState.AUTH, None)
    assert farm.requests["door"] == 2, "once without the password, once with it"
