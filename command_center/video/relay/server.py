"""Serves the cameras of a room over HTTP: one reading of each, however many read it here."""

from __future__ import annotations

import asyncio
import base64
import binascii
import contextlib
import logging
import secrets
import socket
import threading
from collections.abc import Callable, Mapping

import av.logging

from command_center.video.model import CameraSpec, Reason
from command_center.video.policy import StreamPolicy
from command_center.video.relay.channel import Channel, Reader
from command_center.video.relay.feed import Feed, Header
from command_center.video.relay.names import MAIN, REASON_HEADER, SEGMENT_HEADER, SUFFIX

READERS_MAX = 32  # of one camera: a room has 16 seats
CONNECTIONS_MAX = 2_000
SEND_BUFFER = 131_072  # what the system may keep of that besides
HEAD_MAX = 8_192
ASK_S = 5.0
LINGER_S = 10.0  # a camera is read on for so long after its last reader left
CLOSE_S = 8.0
log = logging.getLogger(__name__)


class Relay:
    """`cameras` and `policy` are asked anew for each camera that is opened.

    `address` is what it listens on, port 0 for any; known after `start`.
    """

    def __init__(
        self,
        address: tuple[str, int],
        token: str,
        cameras: Callable[[], Mapping[str, CameraSpec]],
        policy: Callable[[], StreamPolicy],
    ) -> None:
        """Raises:
        ValueError: a token so short that it can be guessed.
        """
        if len(token) < 16:
            raise ValueError("the token of a relay has at least 16 characters")
        self.address = address
        self._token = token.encode()
        self._cameras = cameras
        self._policy = policy
        self._channels: dict[str, Channel] = {}
        self._connections = 0
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._failed: OSError | None = None
        self._thread = threading.Thread(target=self._run, name="relay", daemon=True)

    def start(self) -> None:
        """Listen.

        Raises:
            OSError: the address cannot be listened on.
        """
        av.logging.set_level(None)  # its lines hold addresses
        self._thread.start()
        self._ready.wait()
        if self._failed is not None:
            raise self._failed

    def close(self) -> None:
        """End every reading and every reader."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(CLOSE_S)

    def reading(self) -> dict[str, int]:
        """How many read each camera that is read from its source now."""
        return {name: len(channel.readers) for name, channel in self._channels.copy().items()}

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            server = self._loop.run_until_complete(
                asyncio.start_server(self._serve, *self.address, limit=HEAD_MAX)
            )
        except OSError as error:
            self._failed = error
            self._ready.set()
            self._loop.close()
            return
        self.address = server.sockets[0].getsockname()[:2]
        self._ready.set()
        self._loop.run_forever()
        server.close()
        for channel in self._channels.values():
            channel.feed.stop()
        for channel in self._channels.values():
            channel.feed.join(CLOSE_S)
        tasks = asyncio.all_tasks(self._loop)
        for task in tasks:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        self._loop.close()

    async def _serve(self, asks: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._connections += 1
        sock: socket.socket = writer.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
        try:
            while self._connections <= CONNECTIONS_MAX:
                text = await asyncio.wait_for(asks.readuntil(b"\r\n\r\n"), ASK_S)
                if not await self._answer(text.decode("latin-1"), asks, writer):
                    return
                await asyncio.wait_for(writer.drain(), ASK_S)  # who does not read is not heard on
        except (
            OSError,
            TimeoutError,
            asyncio.IncompleteReadError,
            asyncio.LimitOverrunError,
            asyncio.CancelledError,
        ):
            writer.transport.abort()  # closing would wait for what nobody reads
        finally:
            self._connections -= 1
            writer.close()
            with contextlib.suppress(OSError, TimeoutError, asyncio.CancelledError):
                # asked why it broke off, or the log says so whenever Python comes to free it
                await asyncio.wait_for(writer.wait_closed(), ASK_S)

    async def _answer(
        self, text: str, asks: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bool:
        """Answer one request; whether another may follow."""
        words = text.split("\r\n", 1)[0].split(" ")
        if not self._is_known(text):
            _reply(writer, "401 Unauthorized", 'WWW-Authenticate: Basic realm="relay"\r\n')
            return True
        name = words[1].lstrip("/").removesuffix(SUFFIX) if len(words) == 3 else ""
        camera = self._cameras().get(name.removesuffix(MAIN))
        url = "" if camera is None else camera.main_url if name.endswith(MAIN) else camera.url
        if words[0] != "GET" or not url:
            _reply(writer, "404 Not Found")
            return True
        channel = self._channel(name, url)
        if len(channel.readers) >= READERS_MAX:
            _reply(writer, "503 Service Unavailable", "Retry-After: 5\r\n")
            return True
        await self._stream(name, channel, asks, writer)
        return False

    def _is_known(self, text: str) -> bool:
        for line in text.split("\r\n")[1:]:
            key, _, value = line.partition(":")
            kind, _, shown = value.strip().partition(" ")
            if key.lower() != "authorization" or kind.lower() != "basic":
                continue
            try:
                password = base64.b64decode(shown, validate=True).partition(b":")[2]
            except binascii.Error:
                return False
            return secrets.compare_digest(password, self._token)
        return False

    def _channel(self, name: str, url: str) -> Channel:
        known = self._channels.get(name)
        if known is not None and known.feed.url == url and known.is_good():
            return known

        def soon(call: Callable[..., None], *values: object) -> None:
            if not self._loop.is_closed():
                self._loop.call_soon_threadsafe(call, *values)

        def opened(header: Header) -> None:
            channel.header = header
            channel.decided.set()

        feed = Feed(
            url,
            self._policy(),
            opened=lambda header: soon(opened, header),
            sent=lambda data, key: soon(channel.sent, data, key),
            ended=lambda reason: soon(channel.ended, reason),
        )
        channel = Channel(feed)
        if known is not None:
            known.feed.stop()
        self._channels[name] = channel
        feed.start()
        return channel

    async def _stream(
        self,
        name: str,
        channel: Channel,
        asks: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> None:
        if channel.leaving is not None:
            channel.leaving.cancel()
            channel.leaving = None
        reader = Reader(writer)
        channel.readers.add(reader)
        try:
            await channel.decided.wait()
            if channel.header is None or channel.reason is not None:
                reason = channel.reason or Reason.ENDED
                _reply(writer, "502 Bad Gateway", f"{REASON_HEADER}: {reason.value}\r\n")
                return
            _head(writer, channel.header)
            reader.greeted = True
            if channel.group:
                reader.first = channel.size
                reader.send(b"".join(channel.group), True)
            await _either(reader.over, asks)
        finally:
            channel.readers.discard(reader)
            if not channel.readers:
                channel.leaving = self._loop.call_later(LINGER_S, self._leave, name, channel)

    def _leave(self, name: str, channel: Channel) -> None:
        if channel.readers:
            return
        channel.feed.stop()
        if self._channels.get(name) is channel:
            del self._channels[name]


async def _either(over: asyncio.Event, asks: asyncio.StreamReader) -> None:
    """Until the camera ends or the reader hangs up."""
    waits = [asyncio.ensure_future(over.wait()), asyncio.ensure_future(asks.read(1))]
    try:
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()


def _head(writer: asyncio.StreamWriter, header: Header) -> None:
    segment = f"{SEGMENT_HEADER}: {header.segment_s:.3f}\r\n" if header.segment_s else ""
    writer.write(
        f"HTTP/1.1 200 OK\r\nContent-Type: {header.content_type}\r\n{segment}"
        "Connection: close\r\n\r\n".encode()
    )


def _reply(writer: asyncio.StreamWriter, status: str, extra: str = "") -> None:
    writer.write(f"HTTP/1.1 {status}\r\n{extra}Content-Length: 0\r\n\r\n".encode())
