"""Reads a connection ahead of what is shown, so that fetching and showing do not wait for each
other, and so that it is known when each packet really came."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator

import av.error
from av.packet import Packet
from av.video.stream import VideoStream

from command_center.video.cancel import Cancel
from command_center.video.ingest.opening import LiveInput
from command_center.video.model import Reason, StreamError

PACKETS_MAX = 3_000
BYTES_MAX = 24_000_000
LOOK_S = 0.1
Arrival = tuple["Packet[VideoStream]", float, float]


def directly(live: LiveInput, clock: Callable[[], float]) -> Iterator[Arrival]:
    """Packets, when they arrived, and how long they were waited for.

    Raises:
        StreamError: STALLED, instead of what the library finds in its pockets after that.
    """
    asked_s = clock()
    for packet in live.container.demux(live.stream):
        arrived_s = clock()
        if arrived_s - asked_s >= live.read_s:
            raise StreamError(Reason.STALLED)
        if live.failure() is not None:
            return
        yield packet, arrived_s, arrived_s - asked_s
        asked_s = clock()


class Ahead:
    """Iterates packets, when they arrived, and 0; raises what reading raises.

    The reader is a thread of its own. It alone touches the container until `join` has returned.
    """

    def __init__(
        self,
        live: LiveInput,
        cancel: Cancel,
        clock: Callable[[], float],
        arrived: Callable[[], None],
    ) -> None:
        """`arrived` is called for every packet, by the reader."""
        self._live = live
        self._cancel = cancel
        self._clock = clock
        self._arrived = arrived
        self._waiting: deque[tuple[Packet[VideoStream], float]] = deque()
        self._bytes = 0
        self._change = threading.Condition()
        self._over = False
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._read, name="camera-reader", daemon=True)
        self._thread.start()

    def __iter__(self) -> Iterator[Arrival]:
        while True:
            with self._change:
                while not self._waiting:
                    if self._over or self._cancel.is_set():
                        break
                    self._change.wait(LOOK_S)
                if not self._waiting:
                    if self._error is not None:
                        raise self._error
                    return
                packet, arrived_s = self._waiting.popleft()
                self._bytes -= packet.size
                self._change.notify()
            yield packet, arrived_s, 0.0

    def join(self) -> None:
        """Wait for the reader to end, once it has been cancelled."""
        self._thread.join()

    def _read(self) -> None:
        try:
            for packet in self._live.container.demux(self._live.stream):
                self._arrived()
                if not self._put(packet, self._clock()):
                    return
        except (av.error.FFmpegError, OSError, ValueError, RuntimeError) as error:
            self._error = error
        finally:
            with self._change:
                self._over = True
                self._change.notify()

    def _put(self, packet: Packet[VideoStream], arrived_s: float) -> bool:
        with self._change:
            while len(self._waiting) >= PACKETS_MAX or self._bytes > BYTES_MAX:
                if self._cancel.is_set():
                    return False
                self._change.wait(LOOK_S)
            self._waiting.append((packet, arrived_s))
            self._bytes += packet.size
            self._change.notify()
            return True
