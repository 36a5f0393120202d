"""A short clip drawn and encoded in memory: H.264 access units, JPEGs and transport segments."""

import io
import itertools
from dataclasses import dataclass
from fractions import Fraction

import av
import numpy as np
import numpy.typing as npt
from av.video.codeccontext import VideoCodecContext

CLOCK_HZ = 90_000
X264 = {
    "preset": "ultrafast",
    "tune": "zerolatency",
    "x264-params": "scenecut=0:annexb=1:repeat-headers=1:log-level=none",
}


@dataclass(frozen=True)
class Clip:
    """An endless picture: `units` are Annex B access units, the first of each second a key."""

    width: int
    height: int
    fps: int
    units: tuple[bytes, ...]
    jpegs: tuple[bytes, ...]

    def unit(self, number: int) -> bytes:
        """Access unit `number` of the endless stream."""
        return self.units[number % len(self.units)]

    def jpeg(self, number: int) -> bytes:
        """Picture `number` of the endless stream, as JPEG."""
        return self.jpegs[number % len(self.jpegs)]

    def parameter_sets(self) -> tuple[bytes, bytes]:
        """SPS and PPS without start codes."""
        by_type = {nal[0] & 31: nal for nal in nals(self.units[0])}
        return by_type[7], by_type[8]

    def segment(self, index: int, seconds: int) -> bytes:
        """MPEG-TS segment `index` of the endless stream, time stamps running on."""
        target = io.BytesIO()
        with av.open(target, "w", format="mpegts") as container:
            stream = container.add_mux_stream(
                "h264", rate=self.fps, width=self.width, height=self.height
            )
            for number in range(index * seconds * self.fps, (index + 1) * seconds * self.fps):
                packet = av.Packet(self.unit(number))
                packet.stream = stream
                packet.time_base = Fraction(1, CLOCK_HZ)
                packet.pts = packet.dts = (number + self.fps) * CLOCK_HZ // self.fps
                packet.is_keyframe = number % self.fps == 0
                container.mux(packet)
        return target.getvalue()


def nals(unit: bytes) -> list[bytes]:
    """The NAL units of an Annex B access unit, without start codes."""
    parts = unit.replace(b"\0\0\0\1", b"\0\0\1").split(b"\0\0\1")
    return [part for part in parts if part]


def record(
    width: int = 320, height: int = 180, fps: int = 10, seconds: int = 4, moving: bool = True
) -> Clip:
    """Draw and encode a clip that loops without a seam; GOP is one second."""
    pictures = [
        draw(width, height, number / (fps * seconds) if moving else 0.0)
        for number in range(fps * seconds)
    ]
    units = encode("libx264", "yuv420p", pictures, fps, X264)
    jpegs = encode("mjpeg", "yuvj420p", pictures, fps, {"qmin": "3", "qmax": "5"})
    return Clip(width, height, fps, tuple(units), tuple(jpegs))


def draw(width: int, height: int, phase: float) -> npt.NDArray[np.uint8]:
    """One RGB picture: a gradient, and a bright block that travels once around in phase 0..1."""
    picture = np.zeros((height, width, 3), np.uint8)
    picture[..., 0] = np.linspace(30, 160, width, dtype=np.uint8)
    picture[..., 1] = np.linspace(40, 120, height, dtype=np.uint8)[:, None]
    left = int(phase * (width - width // 4))
    picture[height // 4 : height // 2, left : left + width // 4] = (250, 230, 90)
    return picture


def encode(
    codec: str,
    pixel_format: str,
    pictures: list[npt.NDArray[np.uint8]],
    fps: int,
    options: dict[str, str],
) -> list[bytes]:
    """One coded picture a frame, in order."""
    context = av.CodecContext.create(codec, "w")
    assert isinstance(context, VideoCodecContext)
    context.height, context.width = pictures[0].shape[:2]
    context.pix_fmt = pixel_format
    context.time_base = Fraction(1, fps)
    context.framerate = Fraction(fps)
    context.gop_size = fps
    context.options = options
    context.thread_count = 1
    coded = []
    for number, picture in enumerate(pictures):
        frame = av.VideoFrame.from_ndarray(picture, format="rgb24").reformat(format=pixel_format)
        frame.pts = number
        coded.append(context.encode(frame))
    coded.append(context.encode(None))
    return [bytes(packet) for packet in itertools.chain.from_iterable(coded)]
