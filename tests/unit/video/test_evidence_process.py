"""Evidence from the engine's own process: the file is whole when the window hears of it, and what
a crash leaves is found."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import av
import pytest

from command_center.video.evidence.verify import verify
from command_center.video.model import CameraSpec, CameraState, ClipRequest, StreamError
from command_center.video.policy import StreamPolicy
from command_center.video.process.client import RemoteEngine
from tests.unit.video.conftest import PATIENCE_S, wait_until
from tests.video_farm import Farm


@pytest.fixture
def engine(farm: Farm) -> Iterator[RemoteEngine]:
    running = RemoteEngine(StreamPolicy.loopback_only())
    running.show([CameraSpec("cam", "Perempatan", farm.url("rtsp", "evidence-process"))])
    assert wait_until(lambda: running.status("cam").state is CameraState.LIVE)
    yield running
    running.close(10.0)


def request(folder: Path, after_s: float) -> ClipRequest:
    return ClipRequest("cam", 30.0, after_s, str(folder), "clip", {"incident": "0147"})


def test_the_window_hears_of_a_whole_file(engine: RemoteEngine, tmp_path: Path) -> None:
    clip = engine.keep(request(tmp_path, 1.0)).result(PATIENCE_S)
    report = verify(tmp_path)
    assert report.good
    assert report.seen[0].sha256 == clip.manifest_sha256
    assert report.seen[0].manifest.about == {"incident": "0147"}


def test_a_window_that_closes_leaves_what_was_recorded(
    engine: RemoteEngine, tmp_path: Path
) -> None:
    future = engine.keep(request(tmp_path, 60.0))
    assert wait_until((tmp_path / "clip.part").exists)
    engine.close(10.0)
    assert verify(tmp_path).good
    assert verify(tmp_path).seen[0].manifest.gaps[0].why == "program_ended"
    assert future.done()


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
def test_a_process_that_dies_leaves_a_part_that_plays(
    engine: RemoteEngine, tmp_path: Path, failing_cameras: pytest.LogCaptureFixture
) -> None:
    future = engine.keep(request(tmp_path, 60.0))
    part = tmp_path / "clip.part"
    assert wait_until(lambda: part.exists() and part.stat().st_size > 20_000)
    assert engine.pid is not None
    os.kill(engine.pid, signal.SIGKILL)
    with pytest.raises(StreamError):
        future.result(PATIENCE_S)
    with av.open(str(part), format="mp4") as container:
        assert sum(1 for _ in container.decode(video=0)) > 5
    assert not verify(tmp_path).good
