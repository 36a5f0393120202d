"""The video engine as the window has it: everything happens in another process."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import replace
from typing import Any, TypeVar

from command_center.video.facts import status_of
from command_center.video.model import (
    Attention,
    CameraSpec,
    CameraState,
    CameraStatus,
    ClipFile,
    ClipRequest,
    EngineCost,
    EyesSetup,
    Level,
    Reason,
    Sighting,
    Snapshot,
    StreamError,
)
from command_center.video.policy import StreamPolicy
from command_center.video.process import words
from command_center.video.process.board import BoardReader
from command_center.video.process.keeper import HANGS_S, Keeper, Restarts
from command_center.video.process.ledger import Ledger
from command_center.video.process.life import Life, Prepared
from command_center.video.process.slot import RemoteSlot

OFF = CameraStatus(CameraState.OFF, None, 0.0, None, None, 0, 0.0)
SIGHTINGS_MAX = 1000
LATE_MAX = 256
Result = TypeVar("Result")


class RemoteEngine:
    """Implements video.api.VideoEngine.

    The process, and the spare one beside it, begin with the first camera that is shown. What is
    wanted is remembered here and told to every new process. How a camera is follows from facts in
    shared memory, so a process that hangs or dies makes its cameras stale.
    """

    def __init__(
        self,
        policy: StreamPolicy,
        crash_file: str = "",
        restarts: Restarts | None = None,
        eyes: EyesSetup | None = None,
        budget_cores: float | None = None,
    ) -> None:
        """`crash_file`: where a crash of the process leaves its stack, "" for nowhere.
        `budget_cores`: what it may use, None for the share of the machine that is usual."""
        self._budget_cores = budget_cores
        self._eyes = eyes or EyesSetup()
        self._policy = policy
        self._lock = threading.RLock()
        self._ledger = Ledger()
        self._ranks: dict[str, Attention] | None = None
        self._slots: dict[str, RemoteSlot] = {}
        self._unsized: set[str] = set()
        self._requests: dict[int, Future[Any]] = {}
        self._asked = 0
        self._sightings: deque[Sighting] = deque(maxlen=SIGHTINGS_MAX)
        self._late: deque[float] = deque(maxlen=LATE_MAX)
        self._life: Life | None = None
        self._board: BoardReader | None = None
        self._closed = False
        self._keeper = Keeper(
            lambda: Life(self._hear, crash_file),
            self._begun,
            self._ended,
            self._tell_lateness,
            restarts or Restarts(),
        )

    @property
    def pid(self) -> int | None:
        """Of the process at work; None while there is none."""
        life = self._life
        return None if life is None else life.pid

    def show(self, specs: Iterable[CameraSpec]) -> None:
        """Keep exactly these cameras connected; RuntimeError when the engine is closed."""
        with self._lock:
            if self._closed:
                raise RuntimeError("the video engine is closed")
            new, gone = self._ledger.show(specs, time.monotonic())
            # Memory that is on its way to one that goes is not there for its return.
            self._unsized -= gone
            self._say(words.Show(self._ledger.cameras()))
            if new:
                self._keeper.start()
            for camera in gone & self._slots.keys():
                self._slots[camera].clear()
            for camera in new & self._slots.keys():
                self._size(camera)

    def attend(self, ranks: Mapping[str, Attention]) -> None:
        """What the room looks at. Cameras left out are HIDDEN."""
        with self._lock:
            self._ranks = dict(ranks)
            self._say(words.Attend(self._ranks))

    def allow(self, policy: StreamPolicy) -> None:
        """Open connections by this policy from now on."""
        with self._lock:
            self._policy = policy
            self._say(words.Allow(policy))

    def window_late(self, late_ms: float) -> None:
        """How late the window's own heartbeat was."""
        self._late.append(late_ms)

    def slot(self, camera_id: str) -> RemoteSlot:
        """The same object as long as the engine lives."""
        with self._lock:
            slot = self._slots.get(camera_id)
            if slot is None:
                slot = self._slots[camera_id] = RemoteSlot(camera_id, self._size)
                self._size(camera_id)
            return slot

    def status(self, camera_id: str) -> CameraStatus:
        """How the camera is now; OFF when it is not shown."""
        now_s = time.monotonic()
        with self._lock:
            board = self._board
            facts = self._ledger.facts(camera_id, board)
        if facts is None:
            return OFF
        status = status_of(facts, now_s)
        if status.state is CameraState.LIVE and board is not None:
            silent_s = now_s - board.beat_s - HANGS_S
            if silent_s >= 0:
                return replace(
                    status, state=CameraState.STALE, reason=Reason.STALLED, since_s=silent_s
                )
        return status

    def snapshot(self, camera_id: str) -> Future[Snapshot | None]:
        """The newest picture at full resolution. Fails with StreamError when the process ends."""
        with self._lock:
            if camera_id not in self._ledger:
                nothing: Future[Snapshot | None] = Future()
                nothing.set_result(None)
                return nothing
            return self._ask(lambda request: words.Take(request, camera_id))

    def keep(self, request: ClipRequest) -> Future[ClipFile]:
        """Evidence; fails with StreamError when there is nothing to keep or the process ends."""
        with self._lock:
            return self._ask(lambda number: words.Keep(number, request))

    def sightings(self) -> Sequence[Sighting]:
        """What the eyes have seen since the last call."""
        seen = []
        while self._sightings:
            seen.append(self._sightings.popleft())
        return seen

    def moved(self, camera_id: str) -> None:
        """The camera was moved on purpose: the eyes learn its new view."""
        with self._lock:
            self._say(words.Moved(camera_id))

    def cost(self) -> EngineCost:
        """What the process uses."""
        board = self._board
        if board is None:
            return EngineCost(0.0, 0.0, 0, self._keeper.restarts, dict.fromkeys(Level, 0))
        return board.cost(self._keeper.restarts)

    def close(self, timeout_s: float) -> bool:
        """End everything, waiting `timeout_s` at most; True when all has ended by itself."""
        with self._lock:
            if self._closed:
                return True
            self._closed = True
        clean = self._keeper.stop(timeout_s)
        with self._lock:
            self._life = self._board = None
        self._refuse_all()
        return clean

    # --- the keeper's thread -------------------------------------------------------------------

    def _begun(self, life: Life) -> None:
        with self._lock:
            life.begin(self._policy, self._eyes, self._budget_cores)
            self._life, self._board = life, life.board
            self._unsized.clear()
            self._say(words.Show(self._ledger.cameras()))
            if self._ranks is not None:
                self._say(words.Attend(self._ranks))
            for camera in self._slots:
                self._size(camera)

    def _ended(self, next_s: float) -> None:
        with self._lock:
            self._ledger.process_ended(self._board, time.monotonic(), next_s)
            self._life = self._board = None
        self._refuse_all()

    def _refuse_all(self) -> None:
        with self._lock:
            waiting, self._requests = list(self._requests.values()), {}
        for future in waiting:
            if future.set_running_or_notify_cancel():
                future.set_exception(StreamError(Reason.INTERNAL))

    def _tell_lateness(self) -> None:
        samples = []
        while self._late:
            samples.append(self._late.popleft())
        if samples:
            with self._lock:
                self._say(words.Late(tuple(samples)))

    # --- the thread that hears -----------------------------------------------------------------

    def _hear(self, answer: words.Answer) -> None:
        match answer:
            case words.Taken(request, result) | words.Kept(request, result):
                if (future := self._answered(request)) is not None:
                    future.set_result(result)
            case words.Refused(request, reason):
                if (future := self._answered(request)) is not None:
                    future.set_exception(StreamError(reason))
            case words.Seen(sightings):
                self._sightings.extend(sightings)
            case words.Logged(level, logger, text):
                logging.getLogger(logger).log(level, "%s", text)
            case words.Ready() | words.Ended():
                return

    def _answered(self, request: int) -> Future[Any] | None:
        with self._lock:
            future = self._requests.pop(request, None)
        return future if future is not None and future.set_running_or_notify_cancel() else None

    # --- with the lock held --------------------------------------------------------------------

    def _say(self, order: words.Order) -> None:
        if self._life is not None:
            self._life.say(order)

    def _size(self, camera_id: str) -> None:
        """Give a shown camera's slot memory of its size, once the orders before are sent."""
        with self._lock:
            life = self._life
            if life is None or camera_id not in self._ledger or camera_id in self._unsized:
                return
            self._unsized.add(camera_id)
            life.order(lambda: self._fresh(camera_id))

    def _fresh(self, camera_id: str) -> Prepared | None:
        with self._lock:
            self._unsized.discard(camera_id)
            return self._slots[camera_id].fresh() if camera_id in self._ledger else None

    def _ask(self, order: Callable[[int], words.Order]) -> Future[Any]:
        future: Future[Any] = Future()
        if self._life is None:
            future.set_exception(StreamError(Reason.INTERNAL))
            return future
        self._asked += 1
        self._requests[self._asked] = future
        self._life.say(order(self._asked))
        return future
