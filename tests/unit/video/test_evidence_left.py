"""Evidence on bad days: what is on the disk stays evidence, whatever else goes wrong."""

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import av
import pytest

from command_center.video.evidence import chain
from command_center.video.evidence.container import PartFile
from command_center.video.evidence.recorder import Recording
from command_center.video.evidence.salvage import salvage
from command_center.video.evidence.verify import verify
from command_center.video.model import CameraSpec, ClipFile, ClipRequest, Reason, StreamError
from command_center.video.ring import KeptPacket, PacketRing
from tests.unit.video.coded import coded

SPEC = CameraSpec("cam-14", "Kayutangan", "rtsp://192.0.2.4/1")


@dataclass
class Bench:
    """A camera that changes the size of its picture after two seconds."""

    folder: Path
    ring: PacketRing
    request: ClipRequest

    def keep(self) -> ClipFile:
        return Recording(self.ring, SPEC, self.request, lambda: 4.0).run()


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    ring = PacketRing()
    with coded("h264", "mpegts") as camera, coded("h264", "mpegts", size=(192, 112)) as larger:
        ring.begin(camera.stream)
        camera.send(ring, 0, 20)
        ring.begin(larger.stream)
        larger.send(ring, 20, 20)
        yield Bench(tmp_path, ring, ClipRequest("cam-14", 30.0, 0.0, str(tmp_path), "clip", {}))


@pytest.mark.parametrize(
    ("failure", "missing"),
    [
        (OSError(errno.ENOSPC, "full"), "disk_full"),
        (StreamError(Reason.UNSUPPORTED), "packet_refused"),
        (av.error.InvalidDataError(1094995529, "invalid data"), "packet_refused"),
    ],
)
def test_a_second_file_that_cannot_be_begun_leaves_the_first(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, failure: Exception, missing: str
) -> None:
    begin = PartFile.__init__

    def choosy(part: PartFile, path: Path, first: KeptPacket) -> None:
        if "-2" in path.name:
            raise failure
        begin(part, path, first)

    monkeypatch.setattr(PartFile, "__init__", choosy)
    clip = bench.keep()
    assert (clip.pictures, clip.missing) == (20, missing)
    assert verify(bench.folder).good


def test_a_first_packet_that_nothing_takes_is_told(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(part: PartFile, path: Path, first: KeptPacket) -> None:
        raise av.error.InvalidDataError(1094995529, "invalid data")

    monkeypatch.setattr(PartFile, "__init__", never)
    with pytest.raises(StreamError) as refused:
        bench.keep()
    assert refused.value.reason is Reason.UNSUPPORTED


@pytest.mark.parametrize("said_s", [253_402_300_800.0, -1e17, float("inf")])
def test_a_camera_that_tells_no_date_costs_no_evidence(tmp_path: Path, said_s: float) -> None:
    ring = PacketRing()
    with coded("h264", "mpegts") as camera:
        ring.begin(camera.stream)
        for number, packet in enumerate(camera.packets[:20]):
            ring.add(packet, number / 10, said_s)
    Recording(ring, SPEC, ClipRequest("c", 30.0, 0.0, str(tmp_path), "clip", {}), lambda: 2.0).run()
    report = verify(tmp_path)
    assert report.good
    assert report.seen[0].manifest.clocks.camera_first_at is None


def without_manifest(bench: Bench, *broken: str) -> None:
    """As a crash leaves it; `broken` files had not been finished."""
    bench.keep()
    for name in ("clip.json", "chain.txt"):
        (bench.folder / name).unlink()
    for name in broken:
        path = bench.folder / name
        path.rename(path.with_suffix(".part"))


@pytest.mark.parametrize("broken", [(), ("clip-2.mp4",), ("clip.mp4", "clip-2.mp4")])
def test_all_files_of_a_clip_that_broke_off_are_found(
    bench: Bench, broken: tuple[str, ...]
) -> None:
    without_manifest(bench, *broken)
    assert salvage(bench.request, SPEC)
    report = verify(bench.folder)
    assert report.good
    files = report.seen[0].manifest.files
    assert [(file.file, file.pictures) for file in files] == [("clip.mp4", 20), ("clip-2.mp4", 20)]
    assert not salvage(bench.request, SPEC)


def test_what_does_not_play_is_left_out(bench: Bench) -> None:
    without_manifest(bench)
    (bench.folder / "clip-2.mp4").unlink()
    (bench.folder / "clip-2.part").write_bytes(b"")
    assert salvage(bench.request, SPEC)
    assert [file.file for file in verify(bench.folder).seen[0].manifest.files] == ["clip.mp4"]


def test_a_manifest_that_a_crash_left_unnamed_gets_its_name(bench: Bench) -> None:
    bench.keep()
    before = (bench.folder / "clip.json").read_bytes()
    (bench.folder / "clip.json").rename(bench.folder / "clip.json.part")
    assert not salvage(bench.request, SPEC)
    assert (bench.folder / "clip.json").read_bytes() == before
    assert verify(bench.folder).good


@pytest.mark.parametrize("age_s", [-7200, 7200])
def test_a_lock_that_a_crash_left_holds_nobody(tmp_path: Path, age_s: float) -> None:
    """Also one from a clock that was set back since."""
    lock = tmp_path / chain.LOCK
    lock.touch()
    at = lock.stat().st_mtime - age_s
    os.utime(lock, (at, at))
    chain.append(tmp_path, "a.json", lambda previous: b"{}")
    assert [name for _, name in chain.links(tmp_path)] == ["a.json"]


def test_a_lock_that_another_program_holds_is_respected_however_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    holds = (
        "import sys; from pathlib import Path; from command_center.video.evidence import chain\n"
        "chain.append(Path(sys.argv[1]), 'a.json', lambda p: (print('in', flush=True),"
        " sys.stdin.read(), b'{}')[2])"
    )
    monkeypatch.setattr(chain, "WAIT_S", 0.1)
    with subprocess.Popen(
        [sys.executable, "-c", holds, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"in"
        os.utime(tmp_path / chain.LOCK, (1.0, 1.0))
        with pytest.raises(TimeoutError):
            chain.append(tmp_path, "b.json", lambda previous: b"{}")
        other.communicate()
    assert [name for _, name in chain.links(tmp_path)] == ["a.json"]


def test_a_camera_is_still_recorded_when_nothing_is_wrong(bench: Bench) -> None:
    clip = bench.keep()
    assert (clip.pictures, clip.missing) == (40, "stream_changed")
