"""RTSP 1.0 over TCP with interleaved RTP (RFC 2326), enough for a camera."""

import asyncio
import base64
import contextlib
import struct
from collections.abc import Awaitable, Callable

from tests.video_farm.farm import Farm, end
from tests.video_farm.fault import FaultKind
from tests.video_farm.query import name_in
from tests.video_farm.viewer import Viewer

Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
ASKS = '401 Unauthorized\r\nWWW-Authenticate: Basic realm="camera"'
REFUSALS = {
    FaultKind.NOT_FOUND: "404 Not Found",
    FaultKind.UNAUTHORISED: ASKS,
    FaultKind.FORBIDDEN: "403 Forbidden",
    FaultKind.UNAVAILABLE: "503 Service Unavailable\r\nRetry-After: 5",
}


def serve_rtsp(farm: Farm) -> Handler:
    """The connection handler of this farm."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await _Session(farm, reader, writer).run()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            return
        finally:
            await end(writer)

    return handle


class _Session:
    """One connection of a viewer."""

    def __init__(
        self, farm: Farm, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self._farm = farm
        self._reader = reader
        self._writer = writer
        self._sequence = 0

    async def run(self) -> None:
        watching = visited = False
        with contextlib.ExitStack() as visits:
            while True:
                first = await self._reader.readexactly(1)
                if first == b"$":
                    header = await self._reader.readexactly(3)
                    await self._reader.readexactly(struct.unpack("!H", header[1:])[0])
                    continue
                text = (first + await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                method, url, _ = text.split("\r\n", 1)[0].split(" ", 2)
                name = name_in(self._farm, url.split("/", 3)[3] if url.count("/") > 2 else "")
                if method == "DESCRIBE":
                    self._farm.requests[name] += 1
                if not visited:
                    visited = True
                    visits.enter_context(self._farm.visit(name))
                fault = self._farm.fault(name)
                if fault and fault.kind is FaultKind.SILENT:
                    await asyncio.sleep(3600)
                self._writer.write(self._answer(name, method, url, text))
                await self._writer.drain()
                if method == "PLAY" and not watching:
                    watching = True
                    self._farm.watch(Viewer(self._farm, name, self._writer, self._make(name)))
                if method == "TEARDOWN":
                    return

    def _make(self, name: str) -> Callable[[int, bool], bytes]:
        def make(number: int, garbage: bool) -> bytes:
            track = self._farm.show_of(name).track
            data, self._sequence = track.packets(number, self._sequence, garbage)
            return data

        return make

    def _answer(self, name: str, method: str, url: str, text: str) -> bytes:
        status, extra, body = "200 OK", "", ""
        refused = self._refusal(name, text) if method == "DESCRIBE" else None
        if refused:
            status = refused
        elif method == "OPTIONS":
            extra = "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN, GET_PARAMETER\r\n"
        elif method == "DESCRIBE":
            body = self._farm.show_of(name).track.description()
            extra = f"Content-Type: application/sdp\r\nContent-Base: {url}/\r\n"
        elif method == "SETUP":
            extra = "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\nSession: 7;timeout=60\r\n"
        elif method == "PLAY":
            extra = "Session: 7\r\nRange: npt=now-\r\n"
        sequence = text.split("CSeq:", 1)[1].split("\r\n", 1)[0].strip()
        head = f"RTSP/1.0 {status}\r\nCSeq: {sequence}\r\n{extra}"
        return (head + f"Content-Length: {len(body)}\r\n\r\n{body}").encode()

    def _refusal(self, name: str, text: str) -> str | None:
        farm = self._farm
        fault = farm.fault(name)
        if fault and fault.kind is FaultKind.REDIRECT:
            return f"302 Moved\r\nLocation: {fault.location}"
        if fault and fault.kind in REFUSALS:
            return REFUSALS[fault.kind]
        wanted = farm.passwords.get(name)
        if wanted and base64.b64encode(wanted.encode()).decode() not in text:
            return ASKS
        if farm.open[name] > farm.seats.get(name, farm.open[name]):
            return "453 Not Enough Bandwidth"
        return None
