"""Half a minute of evidence: file, hash and manifest, beside encoding it anew in the same run."""

from __future__ import annotations

import io
import statistics
import tempfile
import time
import tracemalloc
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import av
import cv2
import numpy as np
from av.video.stream import VideoStream

from command_center.video.evidence.recorder import Recording
from command_center.video.evidence.verify import verify
from command_center.video.model import CameraSpec, ClipRequest
from command_center.video.ring import PacketRing
from tests.benchmarks.figure import Figure

SECONDS, FPS, GOP = 30, 25, 50
TIMES = 5
LIMIT_MS = 150.0
SPEC = CameraSpec("bench", "bench", "rtsp://camera.invalid/1")


@dataclass(frozen=True)
class Size:
    name: str
    width: int
    height: int
    bit_rate: int
    ring_mb: float


SIZES = (Size("360p", 640, 360, 512_000, 2.0), Size("720p", 1280, 720, 2_000_000, 7.5))


def wall_evidence() -> Iterator[Figure]:
    """30 s at 25 fps, a key picture every 2 s, H.264, at the bit rates of city cameras."""
    for size in SIZES:
        footage = film(size)
        with av.open(io.BytesIO(footage), "r", format="mpegts") as container:
            stream = container.streams.video[0]
            packets = [packet for packet in container.demux(stream) if packet.size]
            ring = PacketRing()
            began_s = time.perf_counter()
            fill(ring, packets, 0, len(packets))
            add_us = (time.perf_counter() - began_s) / len(packets) * 1e6
            yield from _kept(size, ring, packets, encoded_anew_ms(footage, size))
            most_mb = memory_mb(packets)
            bits = sum(packet.size for packet in packets) * 8 / SECONDS
        name = f"ring of {size.name} at {bits / 1e6:.2f} Mb/s"
        yield Figure(
            "wall_evidence",
            f"{name}, at its fullest",
            most_mb,
            "MB",
            "lower",
            1,
            0.0,
            target=size.ring_mb,
        )
        yield Figure("wall_evidence", f"{name}, a packet", add_us, "us", "lower", len(packets), 0.0)


def fill(ring: PacketRing, packets: list[av.Packet[VideoStream]], first: int, count: int) -> None:
    """Packets `first`.. of the endless stream, each as it is due."""
    if not first:
        ring.begin(packets[0].stream)
    for number in range(first, first + count):
        ring.add(packets[number % len(packets)], number / FPS)


def memory_mb(packets: list[av.Packet[VideoStream]]) -> float:
    """The most that a ring takes of Python's memory in a minute, packets and what tells of them."""
    tracemalloc.start()
    try:
        ring = PacketRing()
        before, most = tracemalloc.get_traced_memory()[0], 0
        for first in range(0, 2 * len(packets), FPS):
            fill(ring, packets, first, FPS)
            most = max(most, tracemalloc.get_traced_memory()[0] - before)
    finally:
        tracemalloc.stop()
    return most / 1e6


def _kept(
    size: Size,
    ring: PacketRing,
    packets: list[av.Packet[VideoStream]],
    encode_ms: float,
) -> Iterator[Figure]:
    took_ms = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(TIMES):
            request = ClipRequest(SPEC.id, SECONDS, 0.0, folder, f"clip-{number}", {})
            began_s = time.perf_counter()
            clip = Recording(ring, SPEC, request, lambda: float(SECONDS)).run()
            took_ms.append((time.perf_counter() - began_s) * 1e3)
        assert verify(Path(folder)).good
        same, decoded = compared(Path(folder) / clip.file, packets)
    name = f"{SECONDS} s of {size.name}"
    yield Figure(
        "wall_evidence",
        f"{name}: file, hash, manifest; baseline encodes anew",
        statistics.median(took_ms),
        "ms",
        "lower",
        TIMES,
        sum(took_ms) / 1e3,
        baseline=encode_ms,
        target=LIMIT_MS,
    )
    for what, share in (("packets bit-exact", same), ("pictures that decode", decoded)):
        yield Figure(
            "wall_evidence",
            f"{name}: {what}",
            share,
            "share",
            "higher",
            len(packets),
            0.0,
            target=1.0,
        )


def compared(file: Path, packets: list[av.Packet[VideoStream]]) -> tuple[float, float]:
    """Shares of the packets that are in the file as they were sent, and that decode. MP4 puts a
    length where the camera put a start code; the units between them are compared."""
    with av.open(str(file)) as container:
        kept = [bytes(packet) for packet in container.demux(video=0) if packet.size]
    with av.open(str(file)) as container:
        decoded = sum(1 for _ in container.decode(video=0))
    same = sum(
        _prefixed(theirs) == _started(bytes(ours))
        for theirs, ours in zip(kept, packets, strict=True)
    )
    return same / len(packets), decoded / len(packets)


def _started(unit: bytes) -> list[bytes]:
    parts = unit.replace(b"\0\0\0\1", b"\0\0\1").split(b"\0\0\1")
    return [part for part in parts if part]


def _prefixed(unit: bytes) -> list[bytes]:
    found, at = [], 0
    while at < len(unit):
        size = int.from_bytes(unit[at : at + 4], "big")
        found.append(unit[at + 4 : at + 4 + size])
        at += 4 + size
    return found


def encoded_anew_ms(footage: bytes, size: Size) -> float:
    """What a viewer does that only has decoded pictures: cv2.VideoWriter."""
    with tempfile.TemporaryDirectory() as folder:
        with av.open(io.BytesIO(footage), "r", format="mpegts") as container:
            pictures = [p.to_ndarray(format="bgr24") for p in container.decode(video=0)][: FPS * 4]
        began_s = time.perf_counter()
        writer = cv2.VideoWriter(
            str(Path(folder) / "clip.mp4"),
            cv2.VideoWriter.fourcc(*"mp4v"),
            FPS,
            (size.width, size.height),
        )
        for picture in pictures:
            writer.write(picture)
        writer.release()
        return (time.perf_counter() - began_s) * 1e3 * SECONDS * FPS / len(pictures)


def film(size: Size) -> bytes:
    """A noisy scene that moves, at the size's bit rate, as MPEG-TS."""
    target = io.BytesIO()
    noise = np.random.default_rng(1)
    scene = noise.integers(0, 255, (size.height // 8, size.width // 8, 3), np.uint8)
    scene = cv2.resize(scene, (size.width, size.height), interpolation=cv2.INTER_CUBIC)
    with av.open(target, "w", format="mpegts") as container:
        rate = str(size.bit_rate)
        options = {"preset": "veryfast", "tune": "zerolatency", "x264-params": "log-level=none"}
        options |= {"maxrate": rate, "bufsize": rate}
        stream = container.add_stream("libx264", rate=FPS, options=options)
        assert isinstance(stream, VideoStream)
        stream.width, stream.height, stream.pix_fmt = size.width, size.height, "yuv420p"
        stream.bit_rate = size.bit_rate
        stream.codec_context.gop_size = GOP
        for number in range(SECONDS * FPS):
            picture = np.roll(scene, number, axis=1)
            container.mux(
                stream.encode(av.VideoFrame.from_ndarray(picture.astype(np.uint8), format="rgb24"))
            )
        container.mux(stream.encode(None))
    return target.getvalue()
