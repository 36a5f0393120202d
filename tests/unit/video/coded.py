"""Short coded streams made in memory, so that each packet and each picture of them is known."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import av
import numpy as np
from av.container import InputContainer
from av.packet import Packet
from av.video.stream import VideoStream

from command_center.video.ring import PacketRing

FPS = 10
ENCODERS = {"h264": "libx264", "hevc": "libx265", "mjpeg": "mjpeg"}
QUIET = {
    "h264": {"preset": "ultrafast", "tune": "zerolatency", "x264-params": "log-level=none"},
    "hevc": {"preset": "ultrafast", "tune": "zerolatency", "x265-params": "log-level=none"},
    "mjpeg": {},
}


@dataclass
class Coded:
    """An open stream and all of its packets, a key picture each second."""

    container: InputContainer
    stream: VideoStream
    packets: list["Packet[VideoStream]"]

    def send(self, ring: PacketRing, first: int, count: int) -> None:
        """Packets `first`.. of the endless stream, each as it is due."""
        for number in range(first, first + count):
            ring.add(self.packets[number % len(self.packets)], number / FPS)


def file_of(
    codec: str, container_format: str, *, seconds: int = 4, size: tuple[int, int] = (160, 96)
) -> bytes:
    """A moving picture in the format a camera would send it in."""
    target = io.BytesIO()
    options = {"movflags": "frag_keyframe+empty_moov"} if container_format == "mp4" else {}
    with av.open(target, "w", format=container_format, options=options) as container:
        stream = container.add_stream(ENCODERS[codec], rate=FPS, options=QUIET[codec])
        assert isinstance(stream, VideoStream)
        stream.width, stream.height = size
        stream.pix_fmt = "yuvj420p" if codec == "mjpeg" else "yuv420p"
        stream.codec_context.gop_size = FPS
        stream.codec_context.thread_count = 1
        for number in range(seconds * FPS):
            picture = np.zeros((size[1], size[0], 3), np.uint8)
            picture[..., 0] = np.linspace(20, 200, size[0], dtype=np.uint8)
            picture[:, number * 3 % size[0] :, 1] = 180
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            container.mux(stream.encode(frame.reformat(format=stream.pix_fmt)))
        container.mux(stream.encode(None))
    return target.getvalue()


@contextmanager
def coded(
    codec: str, container_format: str, *, seconds: int = 4, size: tuple[int, int] = (160, 96)
) -> Iterator[Coded]:
    """The same, opened as the engine opens what a camera sends."""
    data = file_of(codec, container_format, seconds=seconds, size=size)
    with av.open(io.BytesIO(data), "r", format=container_format) as container:
        stream = container.streams.video[0]
        yield Coded(container, stream, [p for p in container.demux(stream) if p.size])
