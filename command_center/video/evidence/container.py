"""Packets into a file without touching them."""

from __future__ import annotations

import io
import re
from contextlib import suppress
from pathlib import Path

import av
import av.error
from av.container import InputContainer
from av.packet import Packet
from av.video.stream import VideoStream

from command_center.video.evidence.hashed import HashedFile
from command_center.video.evidence.restamp import Restamper
from command_center.video.model import Reason, StreamError
from command_center.video.ring import KeptPacket, needs_header

MP4 = "mp4"
MATROSKA = "matroska"
SUFFIXES = {MP4: ".mp4", MATROSKA: ".mkv"}
IN_MP4 = frozenset({"h264", "hevc", "mpeg4", "av1", "vp9"})
OPTIONS = {
    # Fragments, so that nothing is written twice and what is there when the power fails plays.
    MP4: {"movflags": "frag_keyframe+empty_moov+default_base_moof", "fflags": "+bitexact"},
    MATROSKA: {"fflags": "+bitexact"},
}
BUFFER = 1 << 18
HEAD = 8192
"""Parameter sets and the beginning of the picture after them, bytes."""
START_CODE = re.compile(rb"\x00\x00\x01(.)", re.DOTALL)
PARAMETER_SETS = {"h264": (0x1F, 0, {7}), "hevc": (0x3F, 1, {32})}
"""How a NAL unit's type is read from its first byte, and which types begin a sequence."""


def container_of(codec: str) -> str:
    """MP4 for what players expect in it, else Matroska."""
    return MP4 if codec in IN_MP4 else MATROSKA


class PartFile:
    """One file being written; `begin` to `finish` on one thread."""

    def __init__(self, path: Path, first: KeptPacket) -> None:
        """OSError if the file cannot be made; StreamError UNSUPPORTED if nothing holds this
        codec."""
        self.path = path
        self.connection = first.connection
        self.keys = 0
        self.arrivals_s: list[float] = []
        self.jumps: list[KeptPacket] = []
        self._stamper = Restamper(first.connection.time_base)
        self._template, template = _template(first)
        self.file = HashedFile(path)
        kind = container_of(first.connection.codec)
        self._container = av.open(
            self.file, "w", format=kind, options=OPTIONS[kind], buffer_size=BUFFER
        )
        self._stream = self._container.add_stream_from_template(template, opaque=True)
        self._stream.time_base = first.connection.time_base

    def write(self, kept: KeptPacket) -> None:
        """Append a packet of this connection or of one that continues it. OSError."""
        stamps = self._stamper.stamp(kept)
        if stamps.jumped:
            self.jumps.append(kept)
        packet = Packet(kept.payload)
        packet.pts, packet.dts = stamps.pts, stamps.dts
        packet.duration = kept.duration
        packet.is_keyframe = kept.is_key
        packet.time_base = self.connection.time_base
        packet.stream = self._stream
        self._container.mux_one(packet)
        self.arrivals_s.append(kept.arrived_s)
        self.keys += kept.is_key

    def finish(self) -> None:
        """The file is whole and on the disk. OSError; then `abandon` it."""
        self._container.close()
        self._template.close()
        self.file.close()

    def abandon(self) -> None:
        """Close what cannot be finished, leaving on the disk what reached it."""
        for close in (self._container.close, self._template.close, self.file.close):
            with suppress(OSError, av.error.FFmpegError):  # the first one has told what is wrong
                close()


def _template(first: KeptPacket) -> tuple[InputContainer, VideoStream]:
    """The stream as a muxer wants to be told it, made from what was kept of it."""
    connection = first.connection
    try:
        if needs_header(connection.codec, connection.extradata):
            source = _opened(connection.header)
        elif connection.codec == "mjpeg":
            source = av.open(io.BytesIO(first.payload), "r", format="mjpeg")
        else:
            source = _elementary(_described(first), connection.codec)
        return source, source.streams.video[0]
    except (av.error.FFmpegError, IndexError):
        raise StreamError(Reason.UNSUPPORTED) from None


def _elementary(data: bytes, codec: str) -> InputContainer:
    """Looked at only as far as needed: the library decodes what it is given."""
    source = av.open(io.BytesIO(data[:HEAD]), "r", format=codec)
    if source.streams.video and source.streams.video[0].codec_context.width:
        return source
    source.close()
    return av.open(io.BytesIO(data), "r", format=codec)


def _opened(header: bytes) -> InputContainer:
    kind = "matroska" if header[:4] == b"\x1aE\xdf\xa3" else "mp4"
    return av.open(io.BytesIO(header), "r", format=kind)


def _described(first: KeptPacket) -> bytes:
    """A key picture with its parameter sets before it: cameras repeat them or tell them once."""
    mask, shift, wanted = PARAMETER_SETS[first.connection.codec]
    head = first.payload[: HEAD // 2]
    types = {found[1][0] >> shift & mask for found in START_CODE.finditer(head)}
    return first.payload if wanted & types else first.connection.extradata + first.payload


def whole_boxes(path: Path) -> int:
    """How far an MP4 that broke off can be played: the end of its last whole fragment, bytes."""
    size, whole, at = path.stat().st_size, 0, 0
    with path.open("rb") as file:
        while at + 8 <= size:
            file.seek(at)
            head = file.read(8)
            length, name = int.from_bytes(head[:4], "big"), head[4:]
            if length < 8 or at + length > size:
                break
            at += length
            if name in {b"moov", b"mdat"}:
                whole = at
    return whole
