"""The first time stamp of a segment, read from its bytes: it ties pictures to the playlist's
dates. Bounded reading of bytes from outside: None for whatever is not understood."""

import struct
from collections.abc import Iterator

TS_PACKET = 188
TS_PACKETS_MAX = 4_000
TS_CLOCK_HZ = 90_000
TS_WRAP_S = 2**33 / TS_CLOCK_HZ
SYNC = 0x47
BOXES_MAX = 1_000


def ts_first_s(data: bytes | memoryview) -> float | None:
    """Presentation time of the first picture in MPEG-TS, seconds."""
    for start in range(0, min(len(data), TS_PACKETS_MAX * TS_PACKET) - TS_PACKET + 1, TS_PACKET):
        packet = data[start : start + TS_PACKET]
        if packet[0] != SYNC:
            return None
        if not packet[1] & 0x40 or not packet[3] & 0x10:
            continue
        body = packet[5 + packet[4] :] if packet[3] & 0x20 else packet[4:]
        if len(body) < 14 or bytes(body[:3]) != b"\0\0\1" or not 0xE0 <= body[3] <= 0xEF:
            continue
        return _pes_stamp(body) if body[7] & 0x80 else None
    return None


def _pes_stamp(body: bytes | memoryview) -> float:
    first, middle, last = struct.unpack(">BHH", bytes(body[9:14]))
    ticks: int = (first >> 1 & 7) << 30 | middle >> 1 << 15 | last >> 1
    return ticks / TS_CLOCK_HZ


def mp4_clock(initial: bytes) -> tuple[int, int] | None:
    """Track number and ticks a second of the first video track in ftyp and moov."""
    for moov in _boxes(initial, b"moov"):
        for track in _boxes(moov, b"trak"):
            found = _video_clock(track)
            if found is not None:
                return found
    return None


def _video_clock(track: bytes) -> tuple[int, int] | None:
    media = next(_boxes(track, b"mdia"), b"")
    handler = next(_boxes(media, b"hdlr"), b"")
    head, clock = next(_boxes(track, b"tkhd"), b""), next(_boxes(media, b"mdhd"), b"")
    if handler[8:12] != b"vide" or not head or not clock:
        return None
    number = head[20:24] if head[0] else head[12:16]
    ticks = clock[20:24] if clock[0] else clock[12:16]
    if len(number) < 4 or len(ticks) < 4 or not any(ticks):
        return None
    return int.from_bytes(number, "big"), int.from_bytes(ticks, "big")


def mp4_first_s(data: bytes, clock: tuple[int, int]) -> float | None:
    """Decoding time of the first picture in a fragment, seconds."""
    number, ticks = clock
    for moof in _boxes(data, b"moof"):
        for track in _boxes(moof, b"traf"):
            head, at = next(_boxes(track, b"tfhd"), b""), next(_boxes(track, b"tfdt"), b"")
            if int.from_bytes(head[4:8], "big") == number and len(at) >= 8:
                return int.from_bytes(at[4:12] if at[0] else at[4:8], "big") / ticks
    return None


def _boxes(data: bytes, kind: bytes) -> Iterator[bytes]:
    """The contents of the boxes of a kind."""
    position = 0
    for _ in range(BOXES_MAX):
        size, found = int.from_bytes(data[position : position + 4], "big"), data[position + 4 :][:4]
        if size < 8 or len(found) < 4:
            return
        if found == kind:
            yield data[position + 8 : position + size]
        position += size
