"""H.264 and H.265 as RTP payloads (RFC 6184, RFC 7798), and how a session describes them."""

import base64
import os
import struct

from tests.video_farm.clip import CLOCK_HZ, Clip, nals

PAYLOAD_TYPE = 96
PAYLOAD_MAX = 1400
FU_A = 28
FU_H265 = 49
SSRC = 0x5151


class Track:
    """A clip cut into payloads once, so that sending costs next to nothing."""

    def __init__(self, clip: Clip) -> None:
        self._clip = clip
        cut = _cut_h265 if clip.codec == "h265" else _cut_h264
        self._payloads = [[part for nal in nals(unit) for part in cut(nal)] for unit in clip.units]

    def packets(self, number: int, sequence: int, garbage: bool) -> tuple[bytes, int]:
        """Picture `number` as interleaved RTP from `sequence` on, and the next sequence."""
        payloads = self._payloads[number % len(self._payloads)]
        stamp = number * CLOCK_HZ // self._clip.fps & 0xFFFFFFFF
        parts: list[bytes] = []
        for index, payload in enumerate(payloads):
            marker = 0x80 if index == len(payloads) - 1 else 0
            size = len(payload) + 12
            head = (0x24, 0, size, 0x80, marker | PAYLOAD_TYPE, sequence, stamp, SSRC)
            parts.append(struct.pack("!BBHBBHII", *head))
            parts.append(payload[:1] + os.urandom(len(payload) - 1) if garbage else payload)
            sequence = (sequence + 1) & 0xFFFF
        return b"".join(parts), sequence

    def description(self) -> str:
        """SDP."""
        coded = {
            kind: base64.b64encode(data).decode()
            for kind, data in self._clip.parameter_sets().items()
        }
        if self._clip.codec == "h265":
            name = "H265"
            about = f"sprop-vps={coded[32]};sprop-sps={coded[33]};sprop-pps={coded[34]}"
        else:
            name = "H264"
            level = self._clip.parameter_sets()[7][1:4].hex()
            about = f"packetization-mode=1;profile-level-id={level};"
            about += f"sprop-parameter-sets={coded[7]},{coded[8]}"
        return (
            "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=camera\r\nt=0 0\r\na=control:*\r\n"
            f"m=video 0 RTP/AVP {PAYLOAD_TYPE}\r\nc=IN IP4 0.0.0.0\r\n"
            f"a=rtpmap:{PAYLOAD_TYPE} {name}/{CLOCK_HZ}\r\n"
            f"a=fmtp:{PAYLOAD_TYPE} {about}\r\na=framerate:{self._clip.fps}\r\n"
            "a=control:track0\r\n"
        )


def _cut_h264(nal: bytes) -> list[bytes]:
    indicator = bytes([nal[0] & 0xE0 | FU_A])
    return _cut(nal, indicator, nal[1:], nal[0] & 31)


def _cut_h265(nal: bytes) -> list[bytes]:
    indicator = bytes([nal[0] & 0x81 | FU_H265 << 1, nal[1]])
    return _cut(nal, indicator, nal[2:], nal[0] >> 1 & 63)


def _cut(nal: bytes, indicator: bytes, body: bytes, kind: int) -> list[bytes]:
    if len(nal) <= PAYLOAD_MAX:
        return [nal]
    parts = []
    for start in range(0, len(body), PAYLOAD_MAX):
        begins = 0x80 if start == 0 else 0
        ends = 0x40 if start + PAYLOAD_MAX >= len(body) else 0
        parts.append(indicator + bytes([begins | ends | kind]) + body[start : start + PAYLOAD_MAX])
    return parts
