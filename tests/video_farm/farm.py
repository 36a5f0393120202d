"""The farm: one event loop in a thread, an RTSP and an HTTP port on loopback."""

import asyncio
import contextlib
import re
import socket
import ssl
import struct
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Self

from tests.video_farm.clip import Clip, record
from tests.video_farm.fault import Fault, FaultKind
from tests.video_farm.show import Show
from tests.video_farm.viewer import Viewer

LEAVES = {
    "hls": "live.m3u8",
    "fmp4": "live.m3u8",
    "master": "live.m3u8",
    "mjpeg": "stream.mjpg",
    "flv": "live.flv",
    "snapshot": "still.jpg",
}
STAGGER = 7  # pictures between two cameras with numbers in their names
END_S = 1.0


class Farm:
    """Serves `clip` as any camera name asked for; `faults[name]` says how a camera misbehaves.

    A camera named `kind~name` shows `clips[kind]` instead. Picture numbers run with the wall
    clock, as a live camera's do; a number at the end of a camera's name staggers it.
    `requests` counts what each camera was asked for, connections and segments alike;
    `connections` sockets, `peak` how many of them stood at once; `unchanged` answers with 304.
    `dated[name]`: its HLS tells capture times, by a clock so many seconds ahead.
    `passwords[name]`: "user:password" that it wants; `seats[name]`: RTSP viewers it bears.
    """

    def __init__(
        self,
        clip: Clip,
        segment_s: int = 1,
        clips: Mapping[str, Clip] | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        """`tls` adds the ports "rtsps" and "https"."""
        self.clip = clip
        still = record(clip.width, clip.height, clip.fps, 1, moving=False)
        self.segment_s = segment_s
        self.snapshot_s = 1.0
        self.faults: dict[str, Fault] = {}
        self.requests: defaultdict[str, int] = defaultdict(int)
        self.connections: defaultdict[str, int] = defaultdict(int)
        self.open: defaultdict[str, int] = defaultdict(int)
        self.peak: defaultdict[str, int] = defaultdict(int)
        self.unchanged: defaultdict[str, int] = defaultdict(int)
        self.dated: dict[str, float] = {}
        self.passwords: dict[str, str] = {}
        self.seats: dict[str, int] = {}
        self.ports: dict[str, int] = {}
        self.began = time.monotonic()
        self.began_at = time.time()
        self._show = Show(clip, segment_s)
        self._still = Show(still, segment_s)
        self._shows = {kind: Show(other, segment_s) for kind, other in (clips or {}).items()}
        self._viewers: set[Viewer] = set()
        self._tls = tls
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="video-farm", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._ready.wait(10), "the farm did not start"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def url(self, protocol: str, name: str, credentials: str = "") -> str:
        """Address of camera `name` over rtsp, rtsps, hls (TS), fmp4 (HLS), master (HLS with two
        variants), mjpeg, flv or snapshot."""
        at = f"{credentials}@" if credentials else ""
        if protocol.startswith("rtsp"):
            return f"{protocol}://{at}127.0.0.1:{self.ports[protocol]}/{name}"
        return f"http://{at}127.0.0.1:{self.ports['http']}/{protocol}/{name}/{LEAVES[protocol]}"

    def fault(self, name: str, since_s: float | None = None) -> Fault | None:
        """What is wrong with this camera now, for a connection that began at `since_s`."""
        fault = self.faults.get(name)
        if fault is None or since_s is None or time.monotonic() - since_s >= fault.after_s:
            return fault
        return None

    def show_of(self, name: str) -> Show:
        """What a camera shows now."""
        fault = self.fault(name)
        if fault and fault.kind is FaultKind.FROZEN:
            return self._still
        return self._shows.get(name.partition("~")[0], self._show)

    def stagger(self, name: str) -> int:
        """How many pictures a camera is ahead of the others."""
        digits = re.search(r"\d+$", name)
        return STAGGER * int(digits[0]) if digits else 0

    def picture_number(self) -> int:
        """The picture a camera without a number shows now."""
        return int((time.monotonic() - self.began) * self.clip.fps)

    def watch(self, viewer: Viewer) -> None:
        """Send it each picture from the next one on."""
        self._viewers.add(viewer)

    @contextlib.contextmanager
    def visit(self, name: str) -> Iterator[None]:
        """A connection on which camera `name` was asked for stands."""
        self.connections[name] += 1
        self.open[name] += 1
        self.peak[name] = max(self.peak[name], self.open[name])
        try:
            yield
        finally:
            self.open[name] -= 1

    async def _tick(self) -> None:
        number = self.picture_number() + 1
        while True:
            due = self.began + number / self.clip.fps - time.monotonic()
            await asyncio.sleep(max(0.0, due))
            for viewer in tuple(self._viewers):
                if not viewer.picture(number + self.stagger(viewer.name)):
                    self._viewers.discard(viewer)
            number += 1

    def _run(self) -> None:
        from tests.video_farm.rtsp import serve_rtsp
        from tests.video_farm.web import serve_http

        asyncio.set_event_loop(self._loop)
        kinds = {"rtsp": serve_rtsp, "http": serve_http}
        if self._tls is not None:
            kinds |= {"rtsps": serve_rtsp, "https": serve_http}
        servers = []
        for protocol, serve in kinds.items():
            tls = self._tls if protocol.endswith("s") else None
            server = self._loop.run_until_complete(
                asyncio.start_server(serve(self), "127.0.0.1", 0, ssl=tls)
            )
            self.ports[protocol] = server.sockets[0].getsockname()[1]
            servers.append(server)
        ticking = self._loop.create_task(self._tick())
        self._ready.set()
        self._loop.run_forever()
        ticking.cancel()
        for server in servers:
            server.close()
        open_tasks = asyncio.all_tasks(self._loop)
        for task in open_tasks:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*open_tasks, return_exceptions=True))
        self._loop.close()


def reset(writer: asyncio.StreamWriter) -> None:
    """Drop a connection with RST, as a camera that lost power behind a NAT does."""
    sock = writer.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def end(writer: asyncio.StreamWriter) -> None:
    """Close, and hear why the viewer left: an answer that nobody takes is said in the log whenever
    Python comes to free it."""
    writer.close()
    with contextlib.suppress(OSError, TimeoutError, asyncio.CancelledError):
        await asyncio.wait_for(writer.wait_closed(), END_S)


def closed_port() -> int:
    """A loopback port nobody listens on."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        return port


@contextlib.contextmanager
def dead_port(host: str = "127.0.0.1") -> Iterator[int]:
    """A loopback port that drops whoever connects, as a host without power does: its queue of
    connections that nobody accepts is full. `host` may be any of 127.0.0.0/8 (not on macOS)."""
    with contextlib.ExitStack() as held:
        server = held.enter_context(socket.socket())
        server.bind((host, 0))
        server.listen(0)
        for _ in range(4):
            filler = held.enter_context(socket.socket())
            filler.setblocking(False)
            filler.connect_ex(server.getsockname())
        yield server.getsockname()[1]
