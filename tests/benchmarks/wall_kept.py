"""Half a minute kept from a live wall: how long it takes, and whether it is what was sent."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np

from tests.benchmarks.figure import Figure
from tests.benchmarks.wall_seat import Wall
from tests.video_farm import barcode
from tests.video_farm.clip import Clip, like_camera, nals
from tests.video_farm.process import FarmProcess

BENCH = "wall"
KEPT_S, FILL_S, TRIALS = 30.0, 33.0, 5
TARGET_MS = 150.0


def wall_kept() -> Iterator[Figure]:
    """Of a 720p camera, asked for across the border of the video process, disk included."""
    taken: list[float] = []
    with FarmProcess("720") as farm, tempfile.TemporaryDirectory(prefix="bench-") as folder:
        with Wall([farm.url("rtsp", "720", 0)], shape="1x1") as wall:
            time.sleep(FILL_S)
            for trial in range(TRIALS):
                here = Path(folder) / str(trial)
                here.mkdir()
                said = wall.order("keep", folder=str(here))
                taken.append(said["took_s"] * 1000)
        (file,) = here.glob(f"{Path(said['file']).stem}.m[pk]*")
        packets, exact, decoded, seconds = _compare(file, like_camera("720"))
    yield Figure(BENCH, "kept_live_30s", sorted(taken)[TRIALS // 2], "ms", "lower", TRIALS,
                 KEPT_S, baseline=max(taken), target=TARGET_MS)  # fmt: skip
    yield Figure(BENCH, "kept_live_seconds", seconds, "s", "higher", packets, KEPT_S,
                 target=KEPT_S)  # fmt: skip
    yield Figure(BENCH, "kept_live_packets_as_sent", exact / packets, "share", "higher", packets,
                 KEPT_S, target=1.0)  # fmt: skip
    yield Figure(BENCH, "kept_live_pictures_decoded", decoded / packets, "share", "higher",
                 packets, KEPT_S, target=1.0)  # fmt: skip


def _compare(file: Path, clip: Clip) -> tuple[int, int, int, float]:
    """Packets, how many are exactly what was sent, how many pictures decode, and seconds."""
    with av.open(str(file)) as container:
        stream = container.streams.video[0]
        prefixed = (stream.codec_context.extradata or b"")[:1] == b"\x01"
        payloads = [bytes(packet) for packet in container.demux(stream) if packet.size]
    with av.open(str(file)) as container:
        numbers = [
            barcode.read(frame.to_ndarray(format="gray").astype(np.uint8))
            for frame in container.decode(video=0)
        ]
    first = numbers[0]
    assert first is not None
    exact = sum(
        (_lengths(payload) if prefixed else nals(payload)) == nals(clip.unit(first + index))
        for index, payload in enumerate(payloads)
    )
    return len(payloads), exact, len(numbers), len(payloads) / clip.fps


def _lengths(payload: bytes) -> list[bytes]:
    """The NAL units of a length-prefixed access unit."""
    parts, at = [], 0
    while at < len(payload):
        size = int.from_bytes(payload[at : at + 4], "big")
        parts.append(payload[at + 4 : at + 4 + size])
        at += 4 + size
    return parts
