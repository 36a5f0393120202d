"""Moves one camera safely: whoever moves it must go on saying so. Loop thread only."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from command_center.video.model import Reason
from command_center.video.onvif.model import ControlError, Velocity

log = logging.getLogger(__name__)

DEAD_MAN_S = 1.0
"""Without a renewal for so long the camera is stopped."""
RETRIES_S = (0.1, 0.3, 0.6, 1.0, 2.0)
STOPPING_S = 6.0
"""No longer: every move it was sent has ended by its own timeout before."""
AGAIN_S = 0.4
"""A move that was on its way when it was stopped may arrive after the stop."""

Waiting = list[asyncio.Future[None]]


class Drive:
    """`move` and `stop` ask the camera. A stop goes before everything: it ends a move that is
    still being sent and is tried until the camera confirms it."""

    def __init__(
        self, move: Callable[[Velocity], Awaitable[None]], stop: Callable[[], Awaitable[None]]
    ) -> None:
        self._move, self._stop = move, stop
        self._wanted: Velocity | None = None
        self._asked = asyncio.Event()
        self._movers: Waiting = []
        self._stoppers: Waiting = []
        self._mover: asyncio.Task[None] | None = None
        self._stopper: asyncio.Task[None] | None = None
        self._watch: asyncio.TimerHandle | None = None
        self._sent = False  # a move went out that no stop has answered for
        self._in_flight = False

    @property
    def at_rest(self) -> bool:
        """Nothing wanted, nothing sent that is not stopped."""
        return self._wanted is None and self._stopper is None and not self._sent

    def want(self, velocity: Velocity) -> asyncio.Future[None]:
        """Move, or go on moving; done when the camera has confirmed this or a later move. A move
        that is stopped first is cancelled."""
        loop = asyncio.get_running_loop()
        self._wanted = velocity
        if self._watch is not None:
            self._watch.cancel()
        self._watch = loop.call_later(DEAD_MAN_S, self._left_alone)
        done = loop.create_future()
        self._movers.append(done)
        self._asked.set()
        if self._stopper is None and self._mover is None:
            self._mover = loop.create_task(self._keep_moving())
        return done

    def halt(self) -> asyncio.Future[None]:
        """Stop; done when the camera has confirmed it, failed when it did not in all tries."""
        loop = asyncio.get_running_loop()
        self._wanted = None
        if self._watch is not None:
            self._watch.cancel()
            self._watch = None
        for mover in self._movers:
            mover.cancel()
        self._movers.clear()
        done = loop.create_future()
        self._stoppers.append(done)
        if self._mover is not None:
            self._mover.cancel()
            self._mover = None
        if self._stopper is None:
            self._stopper = loop.create_task(self._keep_stopping())
        return done

    def _left_alone(self) -> None:
        log.warning("a camera was left moving and is stopped")
        self._unheard()

    def _unheard(self) -> None:
        """Stop with nobody waiting for how it ends."""
        self.halt().add_done_callback(lambda done: done.cancelled() or done.exception())

    async def _keep_moving(self) -> None:
        while self._wanted is not None:
            self._asked.clear()
            waiting, self._movers = self._movers, []
            self._sent = self._in_flight = True
            try:
                await self._move(self._wanted)
            except asyncio.CancelledError:
                _settle(waiting, None, cancelled=True)
                raise
            except ControlError as error:
                self._mover = None
                self._in_flight = False
                _settle(waiting, error)
                self._unheard()  # it may have begun all the same
                return
            self._in_flight = False
            _settle(waiting, None)
            await self._asked.wait()
        self._mover = None

    async def _keep_stopping(self) -> None:
        was_on_its_way, self._in_flight = self._in_flight, False
        error = await self._stop_tried()
        if error is None:
            self._sent = False
        waiting, self._stoppers = self._stoppers, []
        _settle(waiting, error)
        if was_on_its_way and not await self._asked_within(AGAIN_S):
            again = await self._stop_tried()
            waiting, self._stoppers = self._stoppers, []
            _settle(waiting, again)
        self._stopper = None
        if self._stoppers:
            self._stopper = asyncio.get_running_loop().create_task(self._keep_stopping())
        elif self._wanted is not None:
            self._mover = asyncio.get_running_loop().create_task(self._keep_moving())

    async def _asked_within(self, seconds: float) -> bool:
        """Whether somebody wants it to move again before that."""
        self._asked.clear()
        try:
            async with asyncio.timeout(seconds):
                await self._asked.wait()
        except TimeoutError:
            return False
        return self._wanted is not None

    async def _stop_tried(self) -> ControlError | None:
        loop = asyncio.get_running_loop()
        error, until = ControlError(Reason.TIMEOUT), loop.time() + STOPPING_S
        for wait_s in (0.0, *RETRIES_S):
            await asyncio.sleep(wait_s)
            try:
                async with asyncio.timeout_at(until):
                    await self._stop()
            except TimeoutError:
                break
            except ControlError as failed:
                error = failed
                if failed.reason in (Reason.UNSUPPORTED, Reason.BLOCKED_HOST):
                    return error
            else:
                return None
        log.warning("a camera did not confirm that it stopped: %s", error.reason.value)
        return error


def _settle(waiting: Waiting, error: ControlError | None, cancelled: bool = False) -> None:
    for future in waiting:
        if future.done():
            continue
        if cancelled:
            future.cancel()
        elif error is None:
            future.set_result(None)
        else:
            future.set_exception(error)
