"""The farm: one event loop in a thread, one RTSP and one HTTP port on loopback."""

import asyncio
import socket
import struct
import threading
import time
from collections import defaultdict
from types import TracebackType
from typing import Self

from tests.video_farm.clip import Clip, record
from tests.video_farm.fault import Fault, FaultKind


class Farm:
    """Serves `clip` as any camera name asked for; `faults[name]` says how a camera misbehaves.

    A camera's picture number runs with the wall clock, as a live camera's does.
    `requests` counts what each camera was asked for, connections and segments alike.
    """

    def __init__(self, clip: Clip, segment_s: int = 1) -> None:
        self.clip = clip
        self.still = record(clip.width, clip.height, clip.fps, 1, moving=False)
        self.segment_s = segment_s
        self.faults: dict[str, Fault] = {}
        self.requests: defaultdict[str, int] = defaultdict(int)
        self.ports: dict[str, int] = {}
        self._began = time.monotonic()
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
        """Address of camera `name` over "rtsp", "hls" or "mjpeg"."""
        at = f"{credentials}@" if credentials else ""
        if protocol == "rtsp":
            return f"rtsp://{at}127.0.0.1:{self.ports['rtsp']}/{name}"
        leaf = "live.m3u8" if protocol == "hls" else "stream.mjpg"
        return f"http://{at}127.0.0.1:{self.ports['http']}/{protocol}/{name}/{leaf}"

    def fault(self, name: str) -> Fault | None:
        """What is wrong with this camera now."""
        return self.faults.get(name)

    def clip_of(self, name: str) -> Clip:
        """The clip a camera shows now."""
        fault = self.fault(name)
        return self.still if fault and fault.kind is FaultKind.FROZEN else self.clip

    def picture_number(self) -> int:
        """The picture every camera shows now."""
        return int((time.monotonic() - self._began) * self.clip.fps)

    async def at_picture(self, number: int) -> None:
        """Wait until picture `number` is due."""
        due = self._began + number / self.clip.fps - time.monotonic()
        await asyncio.sleep(max(0.0, due))

    def _run(self) -> None:
        from tests.video_farm.rtsp import serve_rtsp
        from tests.video_farm.web import serve_http

        asyncio.set_event_loop(self._loop)
        servers = []
        for protocol, serve in (("rtsp", serve_rtsp), ("http", serve_http)):
            server = self._loop.run_until_complete(
                asyncio.start_server(serve(self), "127.0.0.1", 0)
            )
            self.ports[protocol] = server.sockets[0].getsockname()[1]
            servers.append(server)
        self._ready.set()
        self._loop.run_forever()
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


def closed_port() -> int:
    """A loopback port nobody listens on."""
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        return port
