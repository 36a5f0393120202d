"""A clip is what the camera sent: every packet, in a file that tells where it was changed."""

import errno
import hashlib
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import av
import pytest

from command_center.video.evidence.container import PartFile
from command_center.video.evidence.hashed import HashedFile
from command_center.video.evidence.recorder import Recording
from command_center.video.evidence.verify import verify
from command_center.video.model import CameraSpec, ClipFile, ClipRequest, Reason, StreamError
from command_center.video.ring import KeptPacket, PacketRing
from tests.unit.video.coded import FPS, Coded, coded

SPEC = CameraSpec(
    "cam-14",
    "Perempatan Kayutangan",
    "rtsp://viewer:Rahasia-110@192.0.2.4/live?token=Rahasia-111",
    masks=((0.1, 0.2, 0.3, 0.4),),
)
WALL_S = 1_795_000_000.0


@dataclass
class Bench:
    """A ring that a camera has filled, on a clock the test turns."""

    folder: Path
    ring: PacketRing = field(default_factory=PacketRing)
    now_s: float = 0.0

    def clock(self) -> float:
        return self.now_s

    def wall(self) -> float:
        return WALL_S + self.now_s

    def recording(
        self, name: str = "clip", after_s: float = 0.0, before_s: float = 30.0
    ) -> Recording:
        request = ClipRequest(
            "cam-14", before_s, after_s, str(self.folder), name, {"operator": "Aiptu Rahmad S."}
        )
        return Recording(self.ring, SPEC, request, self.clock, self.wall)

    def keep(self, name: str = "clip", **asked: float) -> ClipFile:
        return self.recording(name, **asked).run()

    def manifest(self, name: str = "clip") -> dict[str, object]:
        read: dict[str, object] = json.loads((self.folder / f"{name}.json").read_bytes())
        return read


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path / "evidence")


@pytest.fixture(scope="module")
def camera() -> Iterator[Coded]:
    with coded("h264", "mpegts") as camera:
        yield camera


@pytest.fixture
def filled(bench: Bench, camera: Coded) -> Bench:
    bench.ring.begin(camera.stream)
    camera.send(bench.ring, 0, 40)
    bench.now_s = 4.0
    return bench


def units(payload: bytes, *, prefixed: bool) -> list[bytes]:
    """The NAL units of an access unit, however they are told apart."""
    if not prefixed:
        parts = payload.replace(b"\0\0\0\1", b"\0\0\1").split(b"\0\0\1")
        return [part for part in parts if part]
    found = []
    while payload:
        size = int.from_bytes(payload[:4], "big")
        found.append(payload[4 : 4 + size])
        payload = payload[4 + size :]
    return found


@pytest.mark.parametrize(
    ("codec", "sent_as", "suffix"),
    [
        ("h264", "mpegts", ".mp4"),
        ("h264", "mp4", ".mp4"),
        ("h264", "flv", ".mp4"),
        ("hevc", "mpegts", ".mp4"),
        ("hevc", "mp4", ".mp4"),
        ("mjpeg", "matroska", ".mkv"),
    ],
)
def test_every_packet_is_in_the_file_as_it_was_sent(
    bench: Bench, codec: str, sent_as: str, suffix: str
) -> None:
    with coded(codec, sent_as) as camera:
        bench.ring.begin(camera.stream)
        camera.send(bench.ring, 0, 40)
        sent = [bytes(packet) for packet in camera.packets]
    bench.now_s = 4.0
    clip = bench.keep()
    assert clip.file == f"clip{suffix}"
    with av.open(str(bench.folder / clip.file)) as container:
        packets = [packet for packet in container.demux(video=0) if packet.size]
        kept = [bytes(packet) for packet in packets]
        times = [float((p.pts or 0) * (p.time_base or 1)) for p in packets]
    started_with_codes = sent_as == "mpegts"
    if started_with_codes:
        # MP4 puts a length where the camera put a start code; nothing else may differ.
        assert [units(p, prefixed=True) for p in kept] == [units(p, prefixed=False) for p in sent]
    else:
        assert kept == sent
    assert times == pytest.approx([number / FPS for number in range(40)], abs=0.002)
    with av.open(str(bench.folder / clip.file)) as container:
        assert sum(1 for _ in container.decode(video=0)) == 40
    assert clip.pictures == 40
    assert verify(bench.folder / clip.file).good


def test_the_manifest_says_everything_but_the_password(filled: Bench) -> None:
    clip = filled.keep()
    manifest = filled.manifest()
    data = (filled.folder / clip.file).read_bytes()
    assert clip.sha256 == hashlib.sha256(data).hexdigest()
    assert clip.size == len(data)
    text = (filled.folder / "clip.json").read_bytes()
    assert clip.manifest_sha256 == hashlib.sha256(text).hexdigest()
    assert b"Rahasia" not in text
    assert manifest["camera"] == {
        "id": "cam-14",
        "name": "Perempatan Kayutangan",
        "url": "rtsp://***@192.0.2.4/live?token=***",
    }
    assert manifest["about"] == {"operator": "Aiptu Rahmad S."}
    assert manifest["masks"] == [[0.1, 0.2, 0.3, 0.4]]
    assert manifest["masked"] is False
    clocks = manifest["clocks"]
    assert isinstance(clocks, dict)
    assert clocks["first_at"] == "2026-11-18T05:46:40.000000Z" or clocks["first_at"].endswith("Z")
    assert clocks["drift_s"] is None
    assert "no clock" in clocks["camera"]
    assert clip.first_at_s == WALL_S
    assert clip.last_at_s == pytest.approx(WALL_S + 3.9)


def test_the_camera_s_clock_and_how_far_it_was_ahead(bench: Bench, camera: Coded) -> None:
    bench.ring.begin(camera.stream)
    for number, packet in enumerate(camera.packets):
        bench.ring.add(packet, number / FPS, camera_s=WALL_S + number / FPS - 1.25)
    bench.now_s = 4.0
    clip = bench.keep()
    assert clip.drift_s == pytest.approx(-1.25)
    clocks = bench.manifest()["clocks"]
    assert isinstance(clocks, dict)
    assert clocks["drift_s"] == pytest.approx(-1.25)
    assert clocks["camera_first_at"] < clocks["first_at"]


def test_what_comes_after_the_key_is_in_it(bench: Bench, camera: Coded) -> None:
    bench.ring.begin(camera.stream)
    camera.send(bench.ring, 0, 20)
    bench.now_s = 2.0
    recording = bench.recording(after_s=1.5)
    result: list[ClipFile] = []
    worker = threading.Thread(target=lambda: result.append(recording.run()))
    worker.start()
    camera.send(bench.ring, 20, 20)
    bench.now_s = 3.6
    worker.join(20)
    assert result[0].pictures == 36  # up to 3.5 s, that one included
    assert result[0].missing == "not_in_memory"


def test_manifests_of_a_folder_are_a_chain(filled: Bench) -> None:
    first = filled.keep("one")
    second = filled.keep("two")
    assert filled.manifest("one")["previous"] == ""
    assert filled.manifest("two")["previous"] == first.manifest_sha256
    assert second.manifest_sha256 != first.manifest_sha256
    assert verify(filled.folder).good


# --- what goes wrong ------------------------------------------------------------------------------


def test_a_connection_lost_in_between_is_named(bench: Bench, camera: Coded) -> None:
    bench.ring.begin(camera.stream)
    camera.send(bench.ring, 0, 20)
    bench.ring.begin(camera.stream)
    camera.send(bench.ring, 80, 20)
    bench.now_s = 10.0
    clip = bench.keep(before_s=10.0)
    gaps = bench.manifest()["gaps"]
    assert isinstance(gaps, list)
    assert [gap["why"] for gap in gaps] == ["connection_lost"]
    assert clip.missing == "connection_lost"
    with av.open(str(bench.folder / clip.file)) as container:
        times = [frame.time for frame in container.decode(video=0)]
    assert len(times) == 40
    assert times[20] == pytest.approx(8.0, abs=0.002)


def test_another_picture_size_makes_another_file(bench: Bench, camera: Coded) -> None:
    bench.ring.begin(camera.stream)
    camera.send(bench.ring, 0, 20)
    with coded("h264", "mpegts", size=(192, 112)) as larger:
        bench.ring.begin(larger.stream)
        larger.send(bench.ring, 20, 20)
    bench.now_s = 4.0
    clip = bench.keep()
    files = bench.manifest()["files"]
    assert isinstance(files, list)
    assert [(file["file"], file["width"]) for file in files] == [
        ("clip.mp4", 160),
        ("clip-2.mp4", 192),
    ]
    assert clip.size == sum(file["size"] for file in files)
    assert verify(bench.folder / "clip-2.mp4").good


def test_a_camera_that_falls_silent_leaves_what_it_sent(bench: Bench, camera: Coded) -> None:
    bench.ring.begin(camera.stream)
    camera.send(bench.ring, 0, 30)
    recording = bench.recording(after_s=20.0, before_s=0.0)
    bench.now_s = 21.0
    clip = recording.run()
    assert clip.pictures == 30
    assert clip.missing == "camera_silent"


def test_a_stopped_program_leaves_what_was_sent(filled: Bench) -> None:
    recording = filled.recording(after_s=30.0)
    recording.stop()
    clip = recording.run()
    assert clip.pictures == 40
    assert clip.missing == "program_ended"


def test_a_camera_that_sent_nothing_is_no_evidence(bench: Bench) -> None:
    with pytest.raises(StreamError) as refused:
        bench.keep()
    assert refused.value.reason is Reason.STALLED
    assert not (bench.folder / "clip.json").exists()


def test_a_folder_that_takes_nothing(filled: Bench) -> None:
    filled.folder.write_bytes(b"a file where the folder should be")
    with pytest.raises(StreamError) as refused:
        filled.keep()
    assert refused.value.reason is Reason.NOT_WRITABLE


def test_names_are_ours(filled: Bench) -> None:
    for name in ("../clip", "a/b", "", "clip.mp4", "c:x"):
        with pytest.raises(ValueError, match="name"):
            filled.recording(name)


def full_after(count: int) -> Callable[[HashedFile, bytes], int]:
    """A disk that is full after `count` bytes: a short write, then none."""
    write = HashedFile.write

    def limited(file: HashedFile, data: bytes) -> int:
        room = count - file.hashes.size
        if len(data) > room:
            write(file, data[: max(0, room)])
            file.error = OSError(errno.ENOSPC, "no space left on device")
            raise file.error
        return write(file, data)

    return limited


def test_a_disk_that_fills_up_keeps_the_part_before(
    filled: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = filled.keep("whole")
    monkeypatch.setattr(HashedFile, "write", full_after(whole.size * 3 // 4))
    clip = filled.keep("part")
    assert 10 <= clip.pictures < 40
    assert clip.missing == "disk_full"
    assert verify(filled.folder / clip.file).good
    with av.open(str(filled.folder / clip.file)) as container:
        assert sum(1 for _ in container.decode(video=0)) == clip.pictures


def test_a_disk_that_is_full_from_the_start(filled: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(HashedFile, "write", full_after(0))
    with pytest.raises(StreamError) as refused:
        filled.keep()
    assert refused.value.reason is Reason.DISK_FULL


def test_stamps_that_run_backwards_do_not_stop_a_clip(bench: Bench, camera: Coded) -> None:
    bench.ring.begin(camera.stream)
    camera.send(bench.ring, 0, 40)
    camera.send(bench.ring, 40, 20)  # the same stamps again: the camera began to count anew
    bench.now_s = 6.0
    clip = bench.keep()
    with av.open(str(bench.folder / clip.file)) as container:
        times = [frame.time for frame in container.decode(video=0)]
    assert times == pytest.approx([number / FPS for number in range(60)], abs=0.002)


def test_packets_without_stamps_are_timed_by_their_arrival(bench: Bench, camera: Coded) -> None:
    bench.ring.begin(camera.stream)
    camera.send(bench.ring, 0, 20)
    kept = [
        KeptPacket(p.connection, p.payload, None, None, 0, p.is_key, p.arrived_s * 2, None)
        for p in bench.ring.since(30.0, 2.0)
    ]
    path = bench.folder / "x.part"
    bench.folder.mkdir()
    part = PartFile(path, kept[0])
    for packet in kept:
        part.write(packet)
    part.finish()
    with av.open(str(path), format="mp4") as container:
        times = [frame.time for frame in container.decode(video=0)]
    assert times == pytest.approx([number / FPS * 2 for number in range(20)], abs=0.002)


def test_what_no_container_takes_ends_a_clip_honestly(
    filled: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = PartFile.write

    def choosy(part: PartFile, packet: KeptPacket) -> None:
        if packet.arrived_s > 2.5:
            raise av.error.InvalidDataError(1094995529, "invalid data")
        write(part, packet)

    monkeypatch.setattr(PartFile, "write", choosy)
    clip = filled.keep()
    assert clip.missing == "packet_refused"
    assert clip.pictures >= 20
    assert clip.last_at_s <= WALL_S + 2.5
    assert verify(filled.folder).good
