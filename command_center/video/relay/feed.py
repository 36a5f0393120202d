"""One camera of a relay: read from the city while somebody in the room reads it."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from av.packet import Packet
from av.video.stream import VideoStream

from command_center.video.cancel import Cancel
from command_center.video.ingest.opening import LiveInput, open_input
from command_center.video.ingest.reasons import reason_of
from command_center.video.ingest.segments import Bookmark
from command_center.video.model import Reason, StreamError
from command_center.video.policy import StreamPolicy
from command_center.video.relay.remux import Remux

LARGEST = 100_000  # pixels high: whoever reads may want the best there is
LATE_S = 1.0
JUMP_S = 10.0
log = logging.getLogger(__name__)


@dataclass
class Header:
    """What a reader is told first: the content, and how much of the camera one segment holds."""

    content_type: str
    segment_s: float


@dataclass
class Feed:
    """Reads one address in a thread of its own.

    `opened` once, then `sent` for each packet, then `ended` once, all called by that thread.
    """

    url: str
    policy: StreamPolicy
    opened: Callable[[Header], None]
    sent: Callable[[bytes, bool], None]
    ended: Callable[[Reason], None]
    _cancel: Cancel = field(default_factory=Cancel)
    _told: bool = False

    def start(self) -> None:
        """Begin."""
        self._thread = threading.Thread(target=self._run, name="relay-feed", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ask it to end; returns at once."""
        self._cancel.set()

    def join(self, timeout_s: float) -> bool:
        """Whether it has ended."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        live: LiveInput | None = None
        try:
            live = open_input(self.url, self.policy, self._cancel, LARGEST, Bookmark())
            reason = self._read(live)
        except StreamError as error:
            reason = error.reason
        except Exception as error:
            reason = reason_of(error, opening=live is None)
            if reason is Reason.INTERNAL:
                log.exception("relay: unexpected error")
        finally:
            if live is not None:
                live.close()
        self.ended(reason)

    def _read(self, live: LiveInput) -> Reason:
        remux = Remux(live.stream)
        due = _Due(paced=live.segment_s > 0)
        begun = False
        asked_s = time.monotonic()
        try:
            for packet in live.container.demux(live.stream):
                now_s = time.monotonic()
                if self._cancel.is_set() or live.failure() is not None:
                    break
                if now_s - asked_s >= live.read_s:
                    return Reason.STALLED
                live.picture_seen()
                begun = begun or packet.is_keyframe
                data = remux.take(packet) if begun else b""
                if data and not self._cancel.wait(due.wait_s(packet, now_s)):
                    self._send(remux, live, data, packet.is_keyframe)
                asked_s = time.monotonic()
        finally:
            remux.close()
        return live.failure() or Reason.ENDED

    def _send(self, remux: Remux, live: LiveInput, data: bytes, key: bool) -> None:
        if not self._told:
            self._told = True
            self.opened(Header(remux.content_type, live.segment_s))
        self.sent(remux.start + data if key else data, key)


class _Due:
    """Spreads a segment over the time it shows; what a camera sends in real time goes at once."""

    def __init__(self, paced: bool) -> None:
        self._paced = paced
        self._base_s: float | None = None

    def wait_s(self, packet: Packet[VideoStream], now_s: float) -> float:
        if not self._paced or packet.pts is None or packet.time_base is None:
            return 0.0
        stamp_s = float(packet.pts * packet.time_base)
        ahead_s = JUMP_S if self._base_s is None else self._base_s + stamp_s - now_s
        if not -LATE_S < ahead_s < JUMP_S or ahead_s < 0:
            self._base_s = now_s - stamp_s
            return 0.0
        return ahead_s
