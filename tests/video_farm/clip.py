"""A clip drawn and encoded in memory: access units of H.264 or H.265, and JPEGs."""

import itertools
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import msgspec
import numpy as np
from av.video.codeccontext import VideoCodecContext

from tests.video_farm import barcode
from tests.video_farm.barcode import Pixels

CLOCK_HZ = 90_000
VERSION = 3  # of what is drawn; a kept clip of another version is drawn anew
QUICK = {
    "preset": "ultrafast",
    "tune": "zerolatency",
    "x264-params": "scenecut=0:annexb=1:repeat-headers=1:log-level=none",
}
PLAUSIBLE = {
    "preset": "veryfast",
    "profile": "high",
    "x264-params": "scenecut=0:bframes=0:annexb=1:repeat-headers=1:log-level=none:threads=1"
    ":slices=1:vbv-maxrate={kbps}:vbv-bufsize={kbps}",
}
H265 = {
    "preset": "ultrafast",
    "x265-params": "scenecut=0:bframes=0:annexb=1:repeat-headers=1:log-level=none:pools=1"
    ":keyint={gop}:min-keyint={gop}",
}
LIKE_CAMERAS = {
    "360": (640, 360, "h264", 512_000),
    "720": (1280, 720, "h264", 2_000_000),
    "1080": (1920, 1080, "h264", 4_000_000),
    "360h265": (640, 360, "h265", 350_000),
    "720h265": (1280, 720, "h265", 1_400_000),
}


@dataclass(frozen=True)
class Clip:
    """An endless picture: `units` are Annex B access units, the first of each `gop` a key."""

    width: int
    height: int
    fps: int
    units: tuple[bytes, ...]
    jpegs: tuple[bytes, ...]
    codec: str = "h264"
    gop: int = 10

    def unit(self, number: int) -> bytes:
        """Access unit `number` of the endless stream."""
        return self.units[number % len(self.units)]

    def jpeg(self, number: int) -> bytes:
        """Picture `number` of the endless stream, as JPEG."""
        return self.jpegs[number % len(self.jpegs)]

    def is_key(self, number: int) -> bool:
        """Whether picture `number` needs none before it."""
        return number % len(self.units) % self.gop == 0

    def parameter_sets(self) -> dict[int, bytes]:
        """The parameter sets without start codes, by NAL type: 7 SPS and 8 PPS, or in H.265
        32 VPS, 33 SPS and 34 PPS."""
        h265 = self.codec == "h265"
        by_type = {nal[0] >> 1 & 63 if h265 else nal[0] & 31: nal for nal in nals(self.units[0])}
        return {kind: by_type[kind] for kind in ((32, 33, 34) if h265 else (7, 8))}


def nals(unit: bytes) -> list[bytes]:
    """The NAL units of an Annex B access unit, without start codes."""
    parts = unit.replace(b"\0\0\0\1", b"\0\0\1").split(b"\0\0\1")
    return [part for part in parts if part]


def record(
    width: int = 320,
    height: int = 180,
    fps: int = 10,
    seconds: int = 4,
    moving: bool = True,
    codec: str = "h264",
) -> Clip:
    """Draw and encode a small clip that loops without a seam; GOP is one second."""
    pictures = [
        draw(width, height, number / (fps * seconds) if moving else 0.0)
        for number in range(fps * seconds)
    ]
    options = QUICK if codec == "h264" else _filled(H265, gop=fps)
    units = encode(_encoder(codec), "yuv420p", pictures, fps, fps, options)
    jpegs = encode("mjpeg", "yuvj420p", pictures, fps, fps, {"qmin": "3", "qmax": "5"})
    return Clip(width, height, fps, tuple(units), tuple(jpegs), codec, fps)


def like_camera(kind: str, seconds: int = 20) -> Clip:
    """A clip as heavy to decode as a real camera's (`LIKE_CAMERAS`): 25 fps, GOP 2 s, sensor
    noise, the picture's number as a barcode. Drawn once, then kept in the temporary folder."""
    kept = Path(tempfile.gettempdir()) / f"video-farm-{VERSION}-{kind}-{seconds}.clip"
    if kept.is_file():
        return msgspec.msgpack.decode(kept.read_bytes(), type=Clip)
    width, height, codec, rate = LIKE_CAMERAS[kind]
    fps, gop = 25, 50
    count = fps * seconds
    options = _filled(H265 if codec == "h265" else PLAUSIBLE, gop=gop, kbps=rate // 1000)
    options["b"] = str(rate)
    units = encode(_encoder(codec), "yuv420p", streets(width, height, count), fps, gop, options)
    jpegs: list[bytes] = []
    if height <= 360:
        still = {"qmin": "6", "qmax": "6"}
        jpegs = encode("mjpeg", "yuvj420p", streets(width, height, count), fps, fps, still)
    clip = Clip(width, height, fps, tuple(units), tuple(jpegs), codec, gop)
    new = kept.with_suffix(f".{id(clip)}")
    new.write_bytes(msgspec.msgpack.encode(clip))
    new.replace(kept)
    return clip


def draw(width: int, height: int, phase: float) -> Pixels:
    """One RGB picture: a gradient, and a bright block that travels once around in phase 0..1."""
    picture = np.zeros((height, width, 3), np.uint8)
    picture[..., 0] = np.linspace(30, 160, width, dtype=np.uint8)
    picture[..., 1] = np.linspace(40, 120, height, dtype=np.uint8)[:, None]
    left = int(phase * (width - width // 4))
    picture[height // 4 : height // 2, left : left + width // 4] = (250, 230, 90)
    return picture


def streets(width: int, height: int, count: int) -> Iterator[Pixels]:
    """Pictures with texture, traffic and noise, made as they are asked for."""
    rng = np.random.default_rng(7)
    coarse = rng.integers(40, 200, (height // 8, width // 8, 3), dtype=np.uint8)
    ground = coarse.repeat(8, 0).repeat(8, 1)
    ground = (ground.astype(np.uint16) + np.roll(ground, 4, 1) + np.roll(ground, 4, 0)) // 3
    ground = ground.astype(np.int16)
    noise = [rng.normal(0, 3, ground.shape[:2]).astype(np.int16)[..., None] for _ in range(5)]

    def picture(number: int) -> Pixels:
        scene = ground + np.roll(noise[number % 5], number * 37, 0)
        for car in range(12):
            size = height // 14
            top = (car * 2 + 3) * height // 28
            left = int((car * 97 + number * (1 + car % 4)) * width / 640) % (width - 2 * size)
            scene[top : top + size, left : left + 2 * size] = (car * 20, 255 - car * 20, 90)
        shown: Pixels = np.clip(scene, 0, 255).astype(np.uint8)
        barcode.stamp(shown, number)
        return shown

    return (picture(number) for number in range(count))


def encode(
    codec: str,
    pixel_format: str,
    pictures: Iterable[Pixels],
    fps: int,
    gop: int,
    options: dict[str, str],
) -> list[bytes]:
    """One coded picture a frame, in order."""
    context: VideoCodecContext | None = None
    coded = []
    for number, picture in enumerate(pictures):
        if context is None:
            context = _context(codec, pixel_format, picture, fps, gop, options)
        frame = av.VideoFrame.from_ndarray(picture, format="rgb24").reformat(format=pixel_format)
        frame.pts = number
        coded.append(context.encode(frame))
    assert context is not None, "no pictures"
    coded.append(context.encode(None))
    return [bytes(packet) for packet in itertools.chain.from_iterable(coded)]


def _context(
    codec: str, pixel_format: str, picture: Pixels, fps: int, gop: int, options: dict[str, str]
) -> VideoCodecContext:
    context = av.CodecContext.create(codec, "w")
    assert isinstance(context, VideoCodecContext)
    context.height, context.width = picture.shape[:2]
    context.pix_fmt = pixel_format
    context.time_base = Fraction(1, fps)
    context.framerate = Fraction(fps)
    context.gop_size = gop
    context.options = options
    context.thread_count = 1
    return context


def _encoder(codec: str) -> str:
    return {"h264": "libx264", "h265": "libx265"}[codec]


def _filled(options: dict[str, str], **values: int) -> dict[str, str]:
    return {name: text.format(**values) for name, text in options.items()}
