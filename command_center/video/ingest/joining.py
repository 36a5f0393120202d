"""Opens a camera's connection: from the relay where there is one, else in its host's turn."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from command_center.video.cancel import Cancel
from command_center.video.ingest.opening import LiveInput, open_input
from command_center.video.ingest.segments import Bookmark
from command_center.video.model import CameraSpec, Reason, StreamError
from command_center.video.policy import StreamPolicy
from command_center.video.relay.reading import open_relayed
from command_center.video.taker import Surroundings

QUICK_OPEN_S = 0.8  # a camera that was just there and does not answer is asked anew ...
SLOW_OPEN = 3.0  # ... unless it has always been slow: so many times as long as it took before
log = logging.getLogger(__name__)


class Joining:
    """Opens one address again and again, and remembers how that went."""

    def __init__(self, spec: CameraSpec, url: str, shared: Surroundings) -> None:
        self._spec = spec
        self._url = url
        self._shared = shared
        self._bookmark = Bookmark()
        self._relayed: bool | None = None
        self._segmented = False
        self._took_s = 0.0

    def open(
        self, cancel: Cancel, height: int, retry: bool, is_quick: Callable[[float], bool]
    ) -> LiveInput:
        """Connect; `height` is the tile's. A `retry` waits for its turn behind others of the same
        host; `is_quick` at a moment: the camera was just lost, it answers soon or is asked anew.

        Raises:
            StreamError: what went wrong; ENDED when cancelled while waiting.
        """
        policy = self._shared.policy()
        if policy.relay:
            main = self._url == self._spec.main_url
            live = open_relayed(self._spec, main, policy, cancel, height)
            self._say_relayed(live is not None)
            if live is not None:
                return live
        host = policy.admit(self._url).host
        with self._shared.gate.turn(host, retry, cancel):
            if cancel.is_set():
                raise StreamError(Reason.ENDED)
            return self._open_in_time(policy, cancel, height, is_quick)

    def _open_in_time(
        self,
        policy: StreamPolicy,
        cancel: Cancel,
        height: int,
        is_quick: Callable[[float], bool],
    ) -> LiveInput:
        """Open; where a quick answer may be expected, give up on one that is not."""
        began_s = self._shared.clock()
        late = threading.Event()

        def give_up() -> None:
            late.set()
            cancel.set()

        limit = threading.Timer(max(QUICK_OPEN_S, SLOW_OPEN * self._took_s), give_up)
        limit.daemon = True
        # What comes in segments has to wait for a new one.
        if is_quick(began_s) and not self._segmented:
            limit.start()
        try:
            poll_s = self._spec.poll_s
            live = open_input(self._url, policy, cancel, height, self._bookmark, poll_s)
        except StreamError:
            if late.is_set():
                raise StreamError(Reason.TIMEOUT) from None
            raise
        finally:
            limit.cancel()
        self._took_s = self._shared.clock() - began_s
        self._segmented = live.segment_s > 0
        return live

    def _say_relayed(self, relayed: bool) -> None:
        if relayed is self._relayed:
            return
        self._relayed = relayed
        if relayed:
            log.info("camera %a is read from the relay", self._spec.id)
        else:
            log.warning("camera %a is read from its source: the relay is away", self._spec.id)
