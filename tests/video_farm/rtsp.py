"""RTSP 1.0 over TCP with interleaved RTP (RFC 2326, RFC 6184), enough for a camera."""

import asyncio
import base64
import os
import struct
import time
from collections.abc import Awaitable, Callable

from tests.video_farm.clip import CLOCK_HZ, Clip, nals
from tests.video_farm.farm import Farm, reset
from tests.video_farm.fault import FaultKind

PAYLOAD_TYPE = 96
PAYLOAD_MAX = 1400
FU_A = 28
Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
REFUSALS = {
    FaultKind.NOT_FOUND: "404 Not Found",
    FaultKind.UNAUTHORISED: '401 Unauthorized\r\nWWW-Authenticate: Basic realm="camera"',
}


def serve_rtsp(farm: Farm) -> Handler:
    """The connection handler of this farm."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await _converse(farm, reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            return
        finally:
            writer.close()

    return handle


async def _converse(farm: Farm, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    sender: asyncio.Task[None] | None = None
    try:
        while True:
            first = await reader.readexactly(1)
            if first == b"$":
                header = await reader.readexactly(3)
                await reader.readexactly(struct.unpack("!H", header[1:])[0])
                continue
            text = (first + await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            method, url, _ = text.split("\r\n", 1)[0].split(" ", 2)
            name = url.split("/", 3)[3].split("/")[0] if url.count("/") > 2 else ""
            if method == "DESCRIBE":
                farm.requests[name] += 1
            fault = farm.fault(name)
            if fault and fault.kind is FaultKind.SILENT:
                await asyncio.sleep(3600)
            sequence = text.split("CSeq:", 1)[1].split("\r\n", 1)[0].strip()
            writer.write(_answer(farm, name, method, url, sequence))
            await writer.drain()
            if method == "PLAY" and sender is None:
                sender = asyncio.create_task(_send(farm, name, writer))
            if method == "TEARDOWN":
                return
    finally:
        if sender is not None:
            sender.cancel()


def _answer(farm: Farm, name: str, method: str, url: str, sequence: str) -> bytes:
    fault = farm.fault(name)
    status, extra, body = "200 OK", "", ""
    if fault and method == "DESCRIBE" and fault.kind in REFUSALS:
        status = REFUSALS[fault.kind]
    elif method == "OPTIONS":
        extra = "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN, GET_PARAMETER\r\n"
    elif method == "DESCRIBE":
        body = _description(farm.clip)
        extra = f"Content-Type: application/sdp\r\nContent-Base: {url}/\r\n"
    elif method == "SETUP":
        extra = "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\nSession: 7;timeout=60\r\n"
    elif method == "PLAY":
        extra = "Session: 7\r\nRange: npt=now-\r\n"
    head = f"RTSP/1.0 {status}\r\nCSeq: {sequence}\r\n{extra}Content-Length: {len(body)}\r\n\r\n"
    return (head + body).encode()


def _description(clip: Clip) -> str:
    sps, pps = clip.parameter_sets()
    sets = ",".join(base64.b64encode(part).decode() for part in (sps, pps))
    return (
        "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=camera\r\nt=0 0\r\na=control:*\r\n"
        f"m=video 0 RTP/AVP {PAYLOAD_TYPE}\r\nc=IN IP4 0.0.0.0\r\n"
        f"a=rtpmap:{PAYLOAD_TYPE} H264/{CLOCK_HZ}\r\n"
        f"a=fmtp:{PAYLOAD_TYPE} packetization-mode=1;profile-level-id={sps[1:4].hex()};"
        f"sprop-parameter-sets={sets}\r\na=control:track0\r\n"
    )


async def _send(farm: Farm, name: str, writer: asyncio.StreamWriter) -> None:
    began, sequence, number = time.monotonic(), 0, farm.picture_number() + 1
    while not writer.is_closing():
        await farm.at_picture(number)
        fault = farm.fault(name)
        kind = fault.kind if fault and time.monotonic() - began >= fault.after_s else None
        if kind is FaultKind.KILL:
            reset(writer)
            return
        if kind is not FaultKind.STALL:
            payloads = _payloads(farm.clip_of(name).unit(number))
            stamp = number * CLOCK_HZ // farm.clip.fps & 0xFFFFFFFF
            for index, payload in enumerate(payloads):
                body = payload
                if kind is FaultKind.GARBAGE:
                    body = payload[:1] + os.urandom(len(payload) - 1)
                last = index == len(payloads) - 1
                writer.write(_interleaved(body, sequence, stamp, last))
                sequence = (sequence + 1) & 0xFFFF
            await writer.drain()
        number += 1


def _interleaved(payload: bytes, sequence: int, stamp: int, last: bool) -> bytes:
    marker = 0x80 if last else 0
    rtp = struct.pack("!BBHII", 0x80, marker | PAYLOAD_TYPE, sequence, stamp, 0x5151)
    return struct.pack("!BBH", 0x24, 0, len(rtp) + len(payload)) + rtp + payload


def _payloads(unit: bytes) -> list[bytes]:
    payloads = []
    for nal in nals(unit):
        if len(nal) <= PAYLOAD_MAX:
            payloads.append(nal)
            continue
        body, indicator = nal[1:], bytes([nal[0] & 0xE0 | FU_A])
        for start in range(0, len(body), PAYLOAD_MAX):
            begins = 0x80 if start == 0 else 0
            ends = 0x40 if start + PAYLOAD_MAX >= len(body) else 0
            header = bytes([begins | ends | nal[0] & 31])
            payloads.append(indicator + header + body[start : start + PAYLOAD_MAX])
    return payloads
