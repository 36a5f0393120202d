"""HTTP side of the farm: live HLS, MJPEG, FLV and single pictures; connections are kept."""

import asyncio
import base64
import contextlib
import hashlib
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import formatdate

from tests.video_farm.clip import draw, encode
from tests.video_farm.farm import LEAVES, Farm, end
from tests.video_farm.fault import FaultKind
from tests.video_farm.hls import segment, text_of
from tests.video_farm.media import flv_picture, flv_start
from tests.video_farm.query import name_in
from tests.video_farm.rtsp import Handler
from tests.video_farm.viewer import Viewer

SLOW_S = 6.0
HLS = {"hls", "fmp4", "master"}
ASKS = ("401 Unauthorized", 'WWW-Authenticate: Basic realm="camera"\r\n')
REFUSALS = {
    FaultKind.NOT_FOUND: ("404 Not Found", ""),
    FaultKind.UNAUTHORISED: ASKS,
    FaultKind.FORBIDDEN: ("403 Forbidden", ""),
    FaultKind.UNAVAILABLE: ("503 Service Unavailable", "Retry-After: 5\r\n"),
}


@dataclass(frozen=True)
class Request:
    """`path` is protocol, camera name and file."""

    protocol: str
    name: str
    leaf: str
    headers: Mapping[str, str]


def serve_http(farm: Farm) -> Handler:
    """The connection handler of this farm."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        visited: set[str] = set()
        try:
            with contextlib.ExitStack() as visits:
                while not writer.is_closing():
                    text = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                    request = _request(farm, text)
                    if request.name not in visited:
                        visited.add(request.name)
                        visits.enter_context(farm.visit(request.name))
                    await _answer(farm, request, writer)
                    await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            return
        finally:
            await end(writer)

    return handle


def _request(farm: Farm, text: str) -> Request:
    lines = text.split("\r\n")
    protocol, _, rest = lines[0].split(" ", 2)[1].lstrip("/").partition("/")
    headers = {
        key.lower(): value.strip() for key, _, value in (line.partition(":") for line in lines[1:])
    }
    leaf = rest.partition("?")[0].partition("/")[2]
    return Request(protocol, name_in(farm, rest), leaf, headers)


async def _answer(farm: Farm, request: Request, writer: asyncio.StreamWriter) -> None:
    if request.protocol == "t0":
        _reply(writer, "200 OK", "text/plain", repr(farm.began).encode())
        return
    farm.requests[request.name] += 1
    fault = farm.fault(request.name)
    kind = fault.kind if fault else None
    refused = _refusal(farm, request, kind)
    if kind is FaultKind.SILENT:
        await asyncio.sleep(3600)
    elif refused:
        _reply(writer, refused[0], "text/plain", b"no", refused[1])
    elif kind is FaultKind.REDIRECT and fault:
        _reply(writer, "302 Found", "text/plain", b"", f"Location: {fault.location}\r\n")
    elif request.protocol not in LEAVES:
        _reply(writer, "404 Not Found", "text/plain", b"no")
    elif kind is FaultKind.HTML:
        _reply(writer, "200 OK", "text/html", b"<html><body>login</body></html>" * 200)
    elif request.protocol in HLS:
        await _hls(farm, request, kind, writer)
    elif request.protocol == "snapshot":
        _snapshot(farm, request, kind, writer)
    else:
        await _endless(farm, request, writer)


def _refusal(farm: Farm, request: Request, kind: FaultKind | None) -> tuple[str, str] | None:
    if kind in REFUSALS:
        return REFUSALS[kind]
    wanted = farm.passwords.get(request.name)
    shown = request.headers.get("authorization", "")
    if wanted and base64.b64encode(wanted.encode()).decode() not in shown:
        return ASKS
    return None


def _reply(
    writer: asyncio.StreamWriter, status: str, content_type: str, body: bytes, extra: str = ""
) -> None:
    writer.write(
        f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n{extra}"
        f"Content-Length: {len(body)}\r\n\r\n".encode()
    )
    writer.write(body)


def _conditional(
    farm: Farm,
    request: Request,
    writer: asyncio.StreamWriter,
    content_type: str,
    body: bytes,
    extra: str = "",
) -> None:
    tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
    extra += f"ETag: {tag}\r\nDate: {formatdate(time.time(), usegmt=True)}\r\n"
    if request.headers.get("if-none-match") == tag:
        farm.unchanged[request.name] += 1
        writer.write(f"HTTP/1.1 304 Not Modified\r\n{extra}\r\n".encode())
        return
    _reply(writer, "200 OK", content_type, body, extra)


async def _hls(
    farm: Farm, request: Request, kind: FaultKind | None, writer: asyncio.StreamWriter
) -> None:
    if request.leaf.endswith(".m3u8"):
        text = text_of(farm, request.protocol, request.name)
        _conditional(farm, request, writer, "application/vnd.apple.mpegurl", text.encode())
        return
    if kind is FaultKind.SLOW:
        await asyncio.sleep(SLOW_S)
    body = segment(farm, request.name, request.leaf)
    if body is None:
        _reply(writer, "404 Not Found", "text/plain", b"no")
        return
    if kind is FaultKind.GARBAGE:
        body = os.urandom(len(body))
    asked = request.headers.get("range", "")
    if asked:
        first, _, last = asked.removeprefix("bytes=").partition("-")
        body = body[int(first) : int(last) + 1 if last else None]
    status = "206 Partial Content" if asked else "200 OK"
    _reply(writer, status, "video/mp2t" if request.leaf.endswith("ts") else "video/mp4", body)


def _snapshot(
    farm: Farm, request: Request, kind: FaultKind | None, writer: asyncio.StreamWriter
) -> None:
    clip = farm.show_of(request.name).clip
    taken_s = farm.picture_number() / clip.fps // farm.snapshot_s * farm.snapshot_s
    number = int(taken_s * clip.fps)
    if request.leaf.endswith(".png"):
        picture = draw(clip.width, clip.height, number % len(clip.units) / len(clip.units))
        content_type, body = "image/png", encode("png", "rgb24", [picture], clip.fps, 1, {})[0]
    else:
        content_type, body = "image/jpeg", clip.jpeg(number)
    if kind is FaultKind.GARBAGE:
        body = os.urandom(len(body))
    at = formatdate(farm.began_at + taken_s, usegmt=True)
    _conditional(farm, request, writer, content_type, body, f"Last-Modified: {at}\r\n")


async def _endless(farm: Farm, request: Request, writer: asyncio.StreamWriter) -> None:
    name = request.name

    def part(number: int, garbage: bool) -> bytes:
        jpeg = farm.show_of(name).clip.jpeg(number)
        body = os.urandom(len(jpeg)) if garbage else jpeg
        head = b"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n" % len(body)
        return head + body + b"\r\n"

    def tag(number: int, garbage: bool) -> bytes:
        clip = farm.show_of(name).clip
        return flv_picture(clip, number, os.urandom(4000) if garbage else None)

    if request.protocol == "flv":
        clip = farm.show_of(name).clip
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: video/x-flv\r\n\r\n" + flv_start(clip))
        now = farm.picture_number() + farm.stagger(name)
        key = now - now % len(clip.units) % clip.gop
        for number in range(key, now + 1):  # what real servers send at first
            writer.write(flv_picture(clip, number))
        viewer = Viewer(farm, name, writer, tag)
    else:
        writer.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=frame\r\n\r\n"
        )
        viewer = Viewer(farm, name, writer, part)
    farm.watch(viewer)
    await viewer.gone.wait()
