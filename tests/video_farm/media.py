"""The clip in the containers that cameras send: MPEG-TS and fMP4 segments, FLV tags."""

import io
import struct
from collections import OrderedDict
from fractions import Fraction

import av

from tests.video_farm.clip import CLOCK_HZ, Clip, nals

KEPT = 64
FRAGMENTED = {"movflags": "delay_moov+default_base_moof+frag_keyframe+frag_discont"}
FLV_HEADER = b"FLV\1\1\0\0\0\x09\0\0\0\0"


class Segments:
    """Segments of a clip, made when first asked for; cameras that show the same share them."""

    def __init__(self, clip: Clip, segment_s: int) -> None:
        self._clip = clip
        self.pictures = segment_s * clip.fps
        self._kept: OrderedDict[tuple[str, int, int], bytes] = OrderedDict()

    def ts(self, first: int, stamp: int) -> bytes:
        """MPEG-TS from picture `first` on, its time stamps as if that were picture `stamp`."""
        return self._made("mpegts", first, stamp)

    def fragment(self, first: int, stamp: int) -> bytes:
        """moof and mdat."""
        whole = self._made("mp4", first, stamp)
        return whole[_at(whole, b"moof") : _at(whole, b"mfra")]

    def initial(self) -> bytes:
        """ftyp and moov, what EXT-X-MAP names."""
        whole = self._made("mp4", 0, 0)
        return whole[: _at(whole, b"moof")]

    def _made(self, container: str, first: int, stamp: int) -> bytes:
        key = (container, first % len(self._clip.units), stamp)
        if key not in self._kept:
            self._kept[key] = _mux(self._clip, container, first, stamp, self.pictures)
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return self._kept[key]


def _mux(clip: Clip, name: str, first: int, stamp: int, count: int) -> bytes:
    target = io.BytesIO()
    options = FRAGMENTED if name == "mp4" else {}
    with av.open(target, "w", format=name, options=options) as container:
        codec = "hevc" if clip.codec == "h265" else "h264"
        stream = container.add_mux_stream(
            codec, rate=clip.fps, width=clip.width, height=clip.height
        )
        for index in range(count):
            packet = av.Packet(clip.unit(first + index))
            packet.stream = stream
            packet.time_base = Fraction(1, CLOCK_HZ)
            packet.pts = packet.dts = (stamp + index + clip.fps) * CLOCK_HZ // clip.fps
            packet.duration = CLOCK_HZ // clip.fps
            packet.is_keyframe = clip.is_key(first + index)
            container.mux(packet)
    return target.getvalue()


def _at(whole: bytes, kind: bytes) -> int:
    """Where a box begins."""
    position = 0
    while position < len(whole):
        if whole[position + 4 : position + 8] == kind:
            return position
        position += int.from_bytes(whole[position : position + 4], "big")
    raise ValueError(kind)


def flv_start(clip: Clip) -> bytes:
    """The header of an FLV stream and the tag that configures the decoder (H.264 only)."""
    sets = clip.parameter_sets()
    sps, pps = sets[7], sets[8]
    record = b"\1" + sps[1:4] + b"\xff\xe1" + struct.pack("!H", len(sps)) + sps
    record += b"\1" + struct.pack("!H", len(pps)) + pps
    return FLV_HEADER + _flv_tag(b"\x17\0\0\0\0" + record, 0)


def flv_picture(clip: Clip, number: int, body: bytes | None = None) -> bytes:
    """The tag of picture `number`; `body` replaces what is in it."""
    if body is None:
        parts = [struct.pack("!I", len(nal)) + nal for nal in nals(clip.unit(number))]
        body = b"".join(parts)
    kind = 0x17 if clip.is_key(number) else 0x27
    return _flv_tag(bytes([kind, 1, 0, 0, 0]) + body, number * 1000 // clip.fps)


def _flv_tag(body: bytes, at_ms: int) -> bytes:
    at_ms &= 0x7FFFFFFF
    size = len(body).to_bytes(3, "big")
    stamp = (at_ms & 0xFFFFFF).to_bytes(3, "big") + bytes([at_ms >> 24])
    return b"\x09" + size + stamp + b"\0\0\0" + body + struct.pack("!I", len(body) + 11)
