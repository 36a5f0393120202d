"""Puts a camera's packets into what a relay sends, without decoding or encoding them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TypeAlias

import av
import av.error
from av.packet import Packet
from av.stream import Stream
from av.video.stream import VideoStream

from command_center.video.model import Reason, StreamError

TS_PACKET = 188
TABLES = {0x0000, 0x0011, 0x1000}  # PAT, SDT and the map of the one programme
TS_CODECS = {"h264", "hevc", "mpeg4", "mpeg2video"}
TS_CLOCK = Fraction(1, 90_000)
BOUNDARY = "picture"
SPS = {"h264": (7, 0x1F, 0), "hevc": (33, 0x3F, 1)}  # NAL type, its bits in the first byte


AnyPacket: TypeAlias = "Packet[VideoStream] | Packet[Stream]"


class Remux:
    """`content_type`; `take` gives the bytes of a packet, `start` what has to come before."""

    def __init__(self, stream: VideoStream) -> None:
        """Raises:
        StreamError: UNSUPPORTED for a codec that has no form to be sent on in.
        """
        self._codec = stream.codec_context.name
        self._extradata = stream.codec_context.extradata or b""
        self.start = b""
        self._ts: _TransportStream | None = None
        if self._codec == "mjpeg":
            self.content_type = f"multipart/x-mixed-replace; boundary={BOUNDARY}"
        elif self._codec in TS_CODECS:
            self.content_type = "video/mp2t"
            self._ts = _TransportStream(stream)
        else:
            raise StreamError(Reason.UNSUPPORTED)

    def take(self, packet: Packet[VideoStream]) -> bytes:
        """What to send for a packet; nothing for one that cannot be sent."""
        if self._ts is None:
            data = bytes(packet)
            head = f"--{BOUNDARY}\r\nContent-Type: image/jpeg\r\nContent-Length: {len(data)}"
            return f"{head}\r\n\r\n".encode() + data + b"\r\n"
        if packet.pts is None or not packet.size:
            return b""
        sent = self._ts.take(self._complete(packet))
        if not self.start:
            self.start = b"".join(_tables(sent))
        return sent

    def close(self) -> None:
        """End the container; the owner thread only."""
        if self._ts is not None:
            self._ts.close()

    def _complete(self, packet: AnyPacket) -> AnyPacket:
        """RTSP tells the parameter sets apart from the pictures; who joins later needs them."""
        if not packet.is_keyframe or not self._extradata.startswith((b"\0\0\1", b"\0\0\0\1")):
            return packet
        data = bytes(packet)
        if self._codec not in SPS or _holds(data, *SPS[self._codec]):
            return packet
        whole = Packet(self._extradata + data)
        whole.pts, whole.dts, whole.time_base = packet.pts, packet.dts, packet.time_base
        whole.is_keyframe = True
        return whole


class _TransportStream:
    """MPEG-TS written into memory."""

    def __init__(self, template: VideoStream) -> None:
        self._parts: list[bytes] = []
        self._container = av.open(self, "w", format="mpegts", options={"flush_packets": "1"})
        self._stream = self._container.add_stream_from_template(template)
        self._last_dts = -1

    def write(self, data: bytes) -> int:
        """For the library."""
        self._parts.append(bytes(data))
        return len(data)

    def take(self, packet: AnyPacket) -> bytes:
        assert packet.time_base is not None
        stamp = Fraction(packet.dts if packet.dts is not None else packet.pts or 0)
        dts = max(int(stamp * packet.time_base / TS_CLOCK), self._last_dts + 1)
        pts = max(int((packet.pts or 0) * packet.time_base / TS_CLOCK), dts)
        copy = Packet(bytes(packet))
        copy.stream = self._stream
        copy.time_base, copy.dts, copy.pts = TS_CLOCK, dts, pts
        copy.is_keyframe = packet.is_keyframe
        self._last_dts = dts
        try:
            self._container.mux(copy)
        except av.error.FFmpegError:
            return b""  # a damaged packet: the next key picture mends it
        sent = b"".join(self._parts)
        self._parts.clear()
        return sent

    def close(self) -> None:
        self._container.close()


def _holds(data: bytes, kind: int, mask: int, shift: int) -> bool:
    nals = data.split(b"\0\0\1")
    return any(nal and nal[0] >> shift & mask == kind for nal in nals)


def _tables(data: bytes) -> Iterator[bytes]:
    for start in range(0, len(data), TS_PACKET):
        packet = data[start : start + TS_PACKET]
        if (packet[1] << 8 | packet[2]) & 0x1FFF in TABLES:
            yield packet
