"""The last half minute of a camera as it was sent, so that evidence can begin before the key."""

from __future__ import annotations

import io
import struct
import threading
from collections import deque
from dataclasses import dataclass
from fractions import Fraction

import av
from av.packet import Packet
from av.video.stream import VideoStream

KEEP_S = 30.0
BYTES_MAX = 24_000_000
WAITING_MAX = 24_000_000
"""What may wait for a slow disk: at 2 Mb/s more than a minute and a half."""
US = 1_000_000


@dataclass(frozen=True, slots=True)
class Connection:
    """What the packets of one connection are. `header` describes the stream to a muxer where the
    packets do not do so themselves; b"" otherwise."""

    number: int
    codec: str
    width: int
    height: int
    time_base: Fraction
    extradata: bytes
    header: bytes

    def continues(self, other: Connection) -> bool:
        """Whether both may stand in one file."""
        return (self.codec, self.width, self.height, self.extradata) == (
            other.codec,
            other.width,
            other.height,
            other.extradata,
        )


@dataclass(frozen=True, slots=True)
class KeptPacket:
    """One coded picture, byte for byte. `arrived_s` is by the engine's clock, `camera_s` by the
    camera's own where it said so, seconds since 1970; stamps are in the connection's time base."""

    connection: Connection
    payload: bytes
    pts: int | None
    dts: int | None
    duration: int
    is_key: bool
    arrived_s: float
    camera_s: float | None


@dataclass(slots=True)
class _Group:
    """A key picture and what builds on it."""

    packets: list[KeptPacket]
    size: int


class Follower:
    """What a recorder reads: the ring's past first, then each packet as it comes.

    A reader that falls behind loses whole groups, never the beginning of one; `lost` counts the
    packets, `resumed` holds when the first one after each loss arrived.
    """

    def __init__(self, ring: PacketRing, past: list[KeptPacket]) -> None:
        self._ring = ring
        self._waiting = deque(past)
        self._size = 0  # the past is in memory anyway
        self._skips = False
        self._news = threading.Condition()
        self.lost = 0
        self.resumed: set[float] = set()

    def take(self, timeout_s: float) -> list[KeptPacket]:
        """What has come since the last call; empty when nothing comes for `timeout_s`."""
        with self._news:
            if not self._waiting:
                self._news.wait(max(0.0, timeout_s))
            packets = list(self._waiting)
            self._waiting.clear()
            self._size = 0
            return packets

    def put(self, packet: KeptPacket) -> None:
        """By the ring only."""
        with self._news:
            fits = self._size + len(packet.payload) <= WAITING_MAX
            if not fits or (self._skips and not packet.is_key):
                self._skips = True
                self.lost += 1
                return
            if self._skips:
                self._skips = False
                self.resumed.add(packet.arrived_s)
            self._waiting.append(packet)
            self._size += len(packet.payload)
            self._news.notify()

    def close(self) -> None:
        """Read no more."""
        self._ring.leave(self)


class PacketRing:
    """Written by the owner of the camera, read by recorders.

    Holds whole groups: `keep_s` seconds and what is needed to decode their beginning, at most
    `bytes_max`. Packets are copied out of the library's memory, so that nothing of a connection
    that is closed lives on in here.
    """

    def __init__(self, keep_s: float = KEEP_S, bytes_max: int = BYTES_MAX) -> None:
        self._keep_s = keep_s
        self._bytes_max = bytes_max
        self._lock = threading.Lock()
        self._groups: deque[_Group] = deque()
        self._followers: list[Follower] = []
        self._connection: Connection | None = None
        self._numbers = 0
        self._mid_group = False
        self.size = 0

    def begin(self, stream: VideoStream) -> None:
        """A new connection stands; the owner thread only, while the stream is open."""
        self._numbers += 1
        context = stream.codec_context
        extradata = context.extradata or b""
        self._connection = Connection(
            self._numbers,
            context.name,
            context.width,
            context.height,
            stream.time_base or Fraction(1, US),
            extradata,
            _header(stream) if needs_header(context.name, extradata) else b"",
        )
        self._mid_group = False

    def add(
        self, packet: Packet[VideoStream], arrived_s: float, camera_s: float | None = None
    ) -> None:
        """A packet as it came. Nothing is kept before the connection's first key picture."""
        connection = self._connection
        if connection is None or not packet.size:
            return
        if not packet.is_keyframe and not self._mid_group:
            return
        kept = KeptPacket(
            connection,
            bytes(packet),
            packet.pts,
            packet.dts,
            packet.duration or 0,
            packet.is_keyframe,
            arrived_s,
            _sender_clock(packet) if camera_s is None else camera_s,
        )
        with self._lock:
            self._keep(kept)
            followers = tuple(self._followers)
            for follower in followers:
                follower.put(kept)

    def since(self, seconds: float, now_s: float) -> list[KeptPacket]:
        """Whole groups from `seconds` before `now_s` on; the first may begin earlier."""
        with self._lock:
            return self._since(now_s - seconds)

    def follow(self, seconds: float, now_s: float) -> Follower:
        """The past from `seconds` before `now_s` on and then the future, without a seam."""
        with self._lock:
            follower = Follower(self, self._since(now_s - seconds))
            self._followers.append(follower)
            return follower

    def leave(self, follower: Follower) -> None:
        """End a subscription; more than once is as good as once."""
        with self._lock:
            if follower in self._followers:
                self._followers.remove(follower)

    def _keep(self, kept: KeptPacket) -> None:
        if kept.is_key:
            self._groups.append(_Group([], 0))
            self._mid_group = True
        group = self._groups[-1]
        group.packets.append(kept)
        group.size += len(kept.payload)
        self.size += len(kept.payload)
        while len(self._groups) > 1 and (
            self._groups[1].packets[0].arrived_s <= kept.arrived_s - self._keep_s
            or self.size > self._bytes_max
        ):
            self.size -= self._groups.popleft().size
        if self.size > self._bytes_max:
            # One group alone is too much: a camera without key pictures is not kept.
            self._groups.clear()
            self.size = 0
            self._mid_group = False

    def _since(self, from_s: float) -> list[KeptPacket]:
        groups = list(self._groups)
        while len(groups) > 1 and groups[1].packets[0].arrived_s <= from_s:
            groups.pop(0)
        return [packet for group in groups for packet in group.packets]


def needs_header(codec: str, extradata: bytes) -> bool:
    """Whether the packets alone do not tell a muxer what they are: length-prefixed H.264 and
    H.265 (fragmented MP4, FLV) and codecs that are neither these nor JPEG."""
    if codec in {"h264", "hevc"}:
        return extradata[:1] == b"\x01"
    return codec != "mjpeg"


def _header(stream: VideoStream) -> bytes:
    """The beginning of a file that holds the stream; b"" where no container takes it."""
    for container_format, options in (("mp4", {"movflags": "empty_moov"}), ("matroska", {})):
        target = io.BytesIO()
        try:
            with av.open(target, "w", format=container_format, options=options) as container:
                container.add_stream_from_template(stream, opaque=True)
                container.start_encoding()
        except (ValueError, av.error.FFmpegError):
            continue
        return target.getvalue()
    return b""


def _sender_clock(packet: Packet[VideoStream]) -> float | None:
    """When the camera says that it took the picture (RTCP sender reports); None unless it does."""
    if not packet.has_sidedata("prft"):
        return None
    said = bytes(packet.get_sidedata("prft"))
    return struct.unpack_from("=q", said)[0] / US if len(said) >= 8 else None
