"""A TCP line with faults: latency, loss seen as stalls, freezes, half-open ends, resets, cuts at a
byte or right after a COMMIT. Its loop runs in a thread; all of it may be set from any other."""

from __future__ import annotations

import asyncio
import contextlib
import random
import socket
import struct
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from tests.chaos.messages import Talk

_LOOK_S = 0.005
_RESET = struct.pack("ii", 1, 0)
_CHUNK = 65_536


@dataclass
class Faults:
    """What the line does now. Latency per direction; of each `stall_rate` chunks one is late by a
    retransmission. `frozen_up` is what the client sends, `frozen_down` what it hears."""

    latency_s: float = 0.0
    stall_rate: float = 0.0
    stall_s: float = 0.25
    frozen_up: bool = False
    frozen_down: bool = False
    deaf: bool = False
    """Nothing arrives any more, for ever: of what was sent meanwhile nothing is kept."""
    cut_after: int | None = None
    """Bytes from the client until its connection is reset."""
    cut_commit: bool = False
    """Reset the client once, when the server has answered its COMMIT."""


@dataclass(eq=False)
class _Line:
    client: asyncio.StreamWriter
    server: asyncio.StreamWriter
    talk: Talk = field(default_factory=Talk)
    sent: int = 0
    committing: bool = False
    tasks: list[asyncio.Task[None]] = field(default_factory=list)


class Proxy:
    """Between `port` on loopback and the server's. `commits_cut` counts what `cut_commit` did."""

    def __init__(self, target_port: int, seed: int = 1) -> None:
        self.faults = Faults()
        self.commits_cut = 0
        self.port = 0
        self._target = target_port
        self._random = random.Random(seed)
        self._lines: set[_Line] = set()
        self._loop = asyncio.new_event_loop()
        self._listener: asyncio.Server | None = None
        self._thread = threading.Thread(target=self._loop.run_forever, name="proxy", daemon=True)

    def start(self) -> None:
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._listen(), self._loop).result(10)

    def stop(self) -> None:
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    # --- faults ---------------------------------------------------------------------------------

    def heal(self) -> None:
        """A line without faults; what it lost while deaf stays lost, so those ends are reset."""
        deaf, self.faults = self.faults.deaf, Faults()
        if deaf:
            self.reset()

    def freeze(self) -> None:
        self.faults.frozen_up = self.faults.frozen_down = True

    def reset(self) -> None:
        """RST to every client."""
        self._call(self._reset_all)

    def lose_server(self) -> None:
        """The server's ends are gone and no client is told: half-open connections."""
        self._call(self._drop_servers)

    def __len__(self) -> int:
        return len(self._lines)

    def _call(self, work: object) -> None:
        done = threading.Event()

        def run() -> None:
            assert callable(work)
            work()
            done.set()

        self._loop.call_soon_threadsafe(run)
        assert done.wait(10)

    def _reset_all(self) -> None:
        for line in list(self._lines):
            self._reset(line)

    def _reset(self, line: _Line) -> None:
        end: socket.socket = line.client.get_extra_info("socket")
        with contextlib.suppress(OSError):  # it has gone by itself
            end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        line.client.transport.abort()
        line.server.transport.abort()

    def _drop_servers(self) -> None:
        for line in list(self._lines):
            line.tasks[1].cancel()
            line.server.transport.abort()

    # --- the line -------------------------------------------------------------------------------

    async def _listen(self) -> None:
        self._listener = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.port = self._listener.sockets[0].getsockname()[1]

    async def _end(self) -> None:
        assert self._listener is not None
        self._listener.close()
        tasks = [task for line in self._lines for task in line.tasks]
        self._reset_all()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _accept(self, client_in: asyncio.StreamReader, client: asyncio.StreamWriter) -> None:
        try:
            server_in, server = await asyncio.open_connection("127.0.0.1", self._target)
        except OSError:
            client.transport.abort()
            return
        line = _Line(client, server)
        line.tasks = [
            asyncio.create_task(self._carry(line, client_in, server, up=True)),
            asyncio.create_task(self._carry(line, server_in, client, up=False)),
        ]
        self._lines.add(line)
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.wait(line.tasks)
        self._lines.discard(line)
        for end in (client, server):
            end.transport.abort()

    async def _carry(
        self, line: _Line, come: asyncio.StreamReader, go: asyncio.StreamWriter, *, up: bool
    ) -> None:
        due: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        sender = asyncio.create_task(self._send(line, due, go, up=up))
        try:
            while data := await come.read(_CHUNK):
                due.put_nowait((time.monotonic() + self._delay(), data))
            due.put_nowait((0.0, b""))
            await sender
        except OSError:
            line.client.transport.abort()
        finally:
            sender.cancel()

    def _delay(self) -> float:
        lost = self._random.random() < self.faults.stall_rate
        return self.faults.latency_s + (self.faults.stall_s if lost else 0.0)

    async def _send(
        self, line: _Line, due: asyncio.Queue[tuple[float, bytes]], go: asyncio.StreamWriter,
        *, up: bool,
    ) -> None:  # fmt: skip
        while True:
            at, data = await due.get()
            await asyncio.sleep(max(0.0, at - time.monotonic()))
            while self.faults.frozen_up if up else self.faults.frozen_down:
                await asyncio.sleep(_LOOK_S)
            if self.faults.deaf:
                continue
            if not data:
                go.transport.close() if not up else go.transport.abort()
                return
            if up:
                self._count(line, data)
            elif line.committing:
                self.commits_cut += 1
                self._reset(line)
                return
            if go.transport.is_closing():
                return
            go.write(data)
            with contextlib.suppress(OSError):
                await go.drain()
            if up and self.faults.cut_after is not None and line.sent > self.faults.cut_after:
                self._reset(line)
                return

    def _count(self, line: _Line, data: bytes) -> None:
        line.sent += len(data)
        if line.talk.hear(data) and self.faults.cut_commit:
            self.faults.cut_commit = False
            line.committing = True


@contextlib.contextmanager
def fault_proxy(target_port: int, seed: int = 1) -> Iterator[Proxy]:
    proxy = Proxy(target_port, seed)
    proxy.start()
    try:
        yield proxy
    finally:
        proxy.stop()
