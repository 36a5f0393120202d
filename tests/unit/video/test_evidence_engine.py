"""Evidence from cameras that run: what the engine kept can be verified and shown."""

import json
import struct
import threading
import time
from pathlib import Path

import av
import pytest

from command_center.video.engine import Engine
from command_center.video.evidence.verify import verify
from command_center.video.model import (
    CameraSpec,
    CameraState,
    ClipFile,
    ClipRequest,
    Reason,
    StreamError,
)
from tests.unit.video.conftest import PATIENCE_S, wait_until
from tests.video_farm import Farm
from tests.video_farm.clip import CLOCK_HZ
from tests.video_farm.rtp import SSRC, Track

FPS = 10  # of the farm's clip
NTP_S = 2_208_988_800  # from 1900 to 1970


def request(folder: Path, after_s: float, name: str = "clip") -> ClipRequest:
    return ClipRequest("cam", 30.0, after_s, str(folder), name, {"incident": "0147"})


def live(engine: Engine, farm: Farm, protocol: str) -> None:
    engine.show([CameraSpec("cam", "Perempatan", farm.url(protocol, f"evidence-{protocol}"))])
    assert wait_until(lambda: engine.status("cam").state is CameraState.LIVE)


def pictures(clip: ClipFile, folder: Path) -> int:
    with av.open(str(folder / clip.file)) as container:
        return sum(1 for _ in container.decode(video=0))


@pytest.mark.parametrize("protocol", ["rtsp", "hls", "mjpeg"])
def test_a_running_camera_is_kept(
    engine: Engine, farm: Farm, tmp_path: Path, protocol: str
) -> None:
    live(engine, farm, protocol)
    clip = engine.keep(request(tmp_path, 1.5)).result(PATIENCE_S)
    assert pictures(clip, tmp_path) == clip.pictures >= 5
    assert clip.missing == "not_in_memory"  # and no connection begun twice
    assert clip.last_at_s > clip.first_at_s  # by arrival: a playlist sends several at once
    report = verify(tmp_path)
    assert report.good, report.findings
    assert json.loads((tmp_path / "clip.json").read_bytes())["about"] == {"incident": "0147"}


def sender_report(number: int, behind_s: float) -> bytes:
    """RTCP (RFC 3550): picture `number` was taken now by a clock that is `behind_s` behind."""
    taken_s = time.time() - behind_s + NTP_S
    ntp = round(taken_s * (1 << 32))
    stamp = number * CLOCK_HZ // FPS & 0xFFFFFFFF
    report = struct.pack("!BBHIQIII", 0x80, 200, 6, SSRC, ntp, stamp, 0, 0)
    return struct.pack("!BBH", 0x24, 1, len(report)) + report


def test_the_clock_of_an_rtsp_camera_is_in_the_manifest(
    engine: Engine, farm: Farm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packets = Track.packets

    def reporting(track: Track, number: int, sequence: int, garbage: bool) -> tuple[bytes, int]:
        data, following = packets(track, number, sequence, garbage)
        return sender_report(number, 90.0) + data, following

    monkeypatch.setattr(Track, "packets", reporting)
    live(engine, farm, "rtsp")
    clip = engine.keep(request(tmp_path, 1.0)).result(PATIENCE_S)
    assert clip.drift_s == pytest.approx(-90.0, abs=5.0)  # and some way to here
    clocks = json.loads((tmp_path / "clip.json").read_bytes())["clocks"]
    assert clocks["camera_first_at"] < clocks["first_at"]


def test_the_dates_of_a_playlist_are_in_the_manifest(
    engine: Engine, farm: Farm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(farm.dated, "evidence-hls", 600.0)
    live(engine, farm, "hls")
    clip = engine.keep(request(tmp_path, 1.0)).result(PATIENCE_S)
    assert clip.drift_s is not None
    assert 570.0 < clip.drift_s <= 601.0  # ten minutes ahead, and some way to here


def test_a_camera_that_is_not_shown_has_nothing_to_keep(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(StreamError) as refused:
        engine.keep(request(tmp_path, 0.0)).result(PATIENCE_S)
    assert refused.value.reason is Reason.ENDED


def test_two_clips_of_one_camera_at_once_are_both_whole(
    engine: Engine, farm: Farm, tmp_path: Path
) -> None:
    live(engine, farm, "rtsp")
    both = [engine.keep(request(tmp_path, 1.0, name)) for name in ("one", "two")]
    assert all(future.result(PATIENCE_S).pictures >= 5 for future in both)
    assert verify(tmp_path).good


def test_an_engine_that_closes_stores_what_it_has(farm: Farm, tmp_path: Path) -> None:
    from command_center.video.policy import StreamPolicy

    engine = Engine(StreamPolicy.loopback_only())
    live(engine, farm, "rtsp")
    future = engine.keep(request(tmp_path, 60.0))
    assert wait_until(lambda: any(tmp_path.glob("*.part")))
    assert engine.close(PATIENCE_S)
    assert future.result(0).missing == "program_ended"
    assert verify(tmp_path).good
    assert not [t for t in threading.enumerate() if t.name.startswith("camera-evidence")]
    assert engine.keep(request(tmp_path, 0.0)).exception(0) is not None
