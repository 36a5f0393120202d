"""HTTP side of the farm: live HLS (a sliding window of segments) and MJPEG."""

import asyncio
import os
import time

from tests.video_farm.farm import Farm, reset
from tests.video_farm.fault import FaultKind
from tests.video_farm.rtsp import Handler

WINDOW = 4
REFUSALS = {
    FaultKind.NOT_FOUND: ("404 Not Found", ""),
    FaultKind.UNAUTHORISED: ("401 Unauthorized", 'WWW-Authenticate: Basic realm="camera"\r\n'),
}


def serve_http(farm: Farm) -> Handler:
    """The connection handler of this farm; one request a connection."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            text = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            parts = text.split(" ", 2)[1].strip("/").split("/")
            await _answer(farm, parts, writer)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            return
        finally:
            writer.close()

    return handle


async def _answer(farm: Farm, parts: list[str], writer: asyncio.StreamWriter) -> None:
    protocol, name, leaf = parts
    farm.requests[name] += 1
    fault = farm.fault(name)
    kind = fault.kind if fault else None
    if kind is FaultKind.SILENT:
        await asyncio.sleep(3600)
    elif kind in REFUSALS:
        status, extra = REFUSALS[kind]
        _reply(writer, status, "text/plain", b"no", extra)
    elif kind is FaultKind.REDIRECT and fault:
        _reply(writer, "302 Found", "text/plain", b"", f"Location: {fault.location}\r\n")
    elif kind is FaultKind.HTML:
        _reply(writer, "200 OK", "text/html", b"<html><body>login</body></html>" * 200)
    elif protocol == "mjpeg":
        await _mjpeg(farm, name, writer)
    elif leaf.endswith(".m3u8"):
        _reply(writer, "200 OK", "application/vnd.apple.mpegurl", _playlist(farm, name))
    else:
        _segment(farm, name, int(leaf.split(".")[0]), writer)


def _reply(
    writer: asyncio.StreamWriter, status: str, content_type: str, body: bytes, extra: str = ""
) -> None:
    writer.write(
        f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n{extra}"
        f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode()
    )
    writer.write(body)


def _playlist(farm: Farm, name: str) -> bytes:
    fault = farm.fault(name)
    kind = fault.kind if fault else None
    newest = farm.picture_number() // (farm.clip.fps * farm.segment_s) + 100
    if kind is FaultKind.PLAYLIST_FROZEN:
        newest = 100
    first = newest - WINDOW
    lines = ["#EXTM3U", "#EXT-X-VERSION:3", f"#EXT-X-TARGETDURATION:{farm.segment_s}"]
    lines.append(f"#EXT-X-MEDIA-SEQUENCE:{first}")
    for index in range(first, newest):
        lines.append(f"#EXTINF:{farm.segment_s:.3f},")
        foreign = fault is not None and kind is FaultKind.FOREIGN_SEGMENT
        lines.append(fault.location if fault and foreign else f"{index}.ts")
    return "\n".join(lines).encode()


def _segment(farm: Farm, name: str, index: int, writer: asyncio.StreamWriter) -> None:
    fault = farm.fault(name)
    kind = fault.kind if fault else None
    if kind is FaultKind.SEGMENT_MISSING and index % 3 == 0:
        _reply(writer, "404 Not Found", "text/plain", b"no")
        return
    body = farm.clip_of(name).segment(index, farm.segment_s)
    if kind is FaultKind.GARBAGE:
        body = os.urandom(len(body))
    _reply(writer, "200 OK", "video/mp2t", body)


async def _mjpeg(farm: Farm, name: str, writer: asyncio.StreamWriter) -> None:
    writer.write(
        b"HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=frame\r\n\r\n"
    )
    began, number = time.monotonic(), farm.picture_number() + 1
    while not writer.is_closing():
        await farm.at_picture(number)
        fault = farm.fault(name)
        kind = fault.kind if fault and time.monotonic() - began >= fault.after_s else None
        if kind is FaultKind.KILL:
            reset(writer)
            return
        if kind is not FaultKind.STALL:
            jpeg = farm.clip_of(name).jpeg(number)
            body = os.urandom(len(jpeg)) if kind is FaultKind.GARBAGE else jpeg
            writer.write(
                b"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n" % len(body)
            )
            writer.write(body + b"\r\n")
            await writer.drain()
        number += 1
