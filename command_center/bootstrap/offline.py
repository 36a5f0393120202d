"""Stands before the write lane: what only adds is never lost to a room that does not answer.

An additive command goes to the lane as any other. If the room has not answered within PATIENCE_S,
or is known to be out of reach, the command is written down here under its op_id and answered as
kept locally; once the room answers again it is run there, once and in order. Whether a command
that was on its way has been stored is never guessed: its op_id says so.
"""

from __future__ import annotations

import heapq
import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, wait
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from typing import Any

from command_center.commands.intake import EnterCall, incident_of_call
from command_center.commands.offline import (
    KeepAlias,
    alias_op_id,
    as_kept,
    as_replayed,
    decode,
    decode_act,
    encode,
    is_additive,
    kind_of,
    local_number,
)
from command_center.domain.errors import OperatorError, is_environment
from command_center.domain.ids import new_id
from command_center.ports import Act, Clock, Connection, Executor, LinkState, Outcome
from command_center.runtime.logs import report_bug
from command_center.storage.outbox import Item, ItemState, Outbox

log = logging.getLogger(__name__)
PATIENCE_S = 0.8
RETRY_S = 1.0
ANSWER_S = 30.0
GLANCE_S = 0.2
REMEMBERED = 500
"""Items of this session that the room has: a window may hear of them later than we do."""
OF_THE_PERSON = ("session_", "sign_in_")
"""Refusals that end when the author signs in again: the item waits for that."""


@dataclass(slots=True, eq=False)
class _Job:
    """A command on its way. `answered` as soon as its submitter knows."""

    item: Item
    command: Any
    future: Future[Outcome]
    place: int
    lane: Future[Outcome] | None = None
    answered: bool = False


class OfflineExecutor:
    """`ports.Executor`. `letter` begins the numbers given here; `changed` is called, from any
    thread, whenever `items` did. `connected` may be called from any thread."""

    def __init__(
        self,
        lane: Executor,
        outbox: Outbox,
        clock: Clock,
        act: Act,
        letter: Callable[[], str],
        *,
        patience_s: float = PATIENCE_S,
        retry_s: float = RETRY_S,
    ) -> None:
        self._lane = lane
        self._outbox = outbox
        self._clock = clock
        self._act = act
        self._letter = letter
        self._patience_s = patience_s
        self._retry_s = retry_s
        self.changed: Callable[[], None] = lambda: None
        self._lock = threading.RLock()
        self._due: list[tuple[float, int, _Job]] = []
        self._serial, self._places = count(), count()
        self._offline = False
        self._waiting: dict[str, Item] = {item.op_id: item for item in outbox.unsettled()}
        self._stored: deque[Item] = deque(maxlen=REMEMBERED)
        self._wake_keeper, self._wake_sender = threading.Event(), threading.Event()
        self._stopping = threading.Event()
        outbox.forget_stored(clock.now())
        self._threads = [
            threading.Thread(target=self._keep_overdue, name="outbox-keeper", daemon=True),
            threading.Thread(target=self._send, name="outbox-sender", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    @property
    def items(self) -> tuple[Item, ...]:
        """What waits for the room or for a person, and what the room took in this session."""
        with self._lock:
            return (*self._stored, *self._waiting.values())

    @property
    def offline(self) -> bool:
        return self._offline

    def connected(self, connection: Connection) -> None:
        self._offline = connection.state is LinkState.OFFLINE
        self._wake_keeper.set()
        self._wake_sender.set()

    def room_is(self, epoch: str) -> None:
        """Which room this is the outbox of: after a restored backup everything is sent again."""
        if self._outbox.follow_epoch(epoch):
            with self._lock:
                self._waiting = {item.op_id: item for item in self._outbox.unsettled()}
                self._stored.clear()
            self._wake_sender.set()
            self.changed()

    def seen(self, op_id: str) -> None:
        """A person has dealt with what the room refused."""
        self._outbox.seen(op_id, self._clock.now())
        with self._lock:
            self._waiting.pop(op_id, None)
        self.changed()

    def close(self, timeout_s: float = 5.0) -> None:
        """What is on its way is kept if the room has not answered; what waits, waits on."""
        self._stopping.set()
        self._wake_keeper.set()
        self._wake_sender.set()
        for thread in self._threads:
            thread.join(timeout_s)
        self._outbox.close()

    # --- taking in -----------------------------------------------------------------------------

    def submit(
        self, command: Any, *, act: Act | None = None, op_id: str | None = None
    ) -> Future[Outcome]:
        act = act or self._act
        if not is_additive(command):
            return self._pass_on(command, act, op_id)
        now = self._clock.now()
        id = op_id or new_id(now)
        item = Item(id, kind_of(command), b"", encode(act), "", now)
        job = _Job(item, command, Future(), next(self._places))
        with self._lock:
            behind = self._offline or any(i.state is ItemState.WAITING for i in self._queue())
        if behind:
            self._expect(job, 0.0)
        else:
            job.lane = self._lane.submit(command, act=act, op_id=id)
            self._expect(job, self._patience_s)
            job.lane.add_done_callback(partial(self._hear, job))
        return job.future

    def _pass_on(self, command: Any, act: Act, op_id: str | None) -> Future[Outcome]:
        if not self._offline:
            return self._lane.submit(command, act=act, op_id=op_id)
        refused: Future[Outcome] = Future()
        refused.set_exception(OperatorError("offline_only_additive"))
        return refused

    def _queue(self) -> list[Item]:
        return list(self._waiting.values())

    def _expect(self, job: _Job, within_s: float) -> None:
        with self._lock:
            heapq.heappush(self._due, (time.monotonic() + within_s, next(self._serial), job))
        self._wake_keeper.set()

    def _hear(self, job: _Job, answer: Future[Outcome]) -> None:
        """The lane has answered, perhaps too late."""
        if answer.cancelled():
            return
        error = answer.exception()
        if error is None:
            self._hear_done(job, answer.result())
        elif isinstance(error, Exception) and is_environment(error):
            self._expect(job, 0.0)
        elif self._first(job):
            job.future.set_exception(error)

    def _hear_done(self, job: _Job, outcome: Outcome) -> None:
        if self._first(job):
            job.future.set_result(outcome)
        else:
            self._wake_sender.set()  # kept meanwhile: asking again under its op_id settles it

    def _first(self, job: _Job) -> bool:
        """Whether nobody has answered the submitter yet; the caller then does."""
        with self._lock:
            first, job.answered = not job.answered, True
            return first

    # --- keeping -------------------------------------------------------------------------------

    def _keep_overdue(self) -> None:
        while True:
            stopping = self._stopping.is_set()
            for job in self._overdue(everything=stopping):
                self._keep(job)
            if stopping:
                return
            self._wake_keeper.wait(self._next_due_s())
            self._wake_keeper.clear()

    def _overdue(self, *, everything: bool) -> list[_Job]:
        """In the order they were entered: with what is late goes all that was entered before."""
        now = time.monotonic()
        with self._lock:
            self._due = [due for due in self._due if not due[2].answered]
            late = [job for at, _, job in self._due if everything or self._offline or at <= now]
            last = max((job.place for job in late), default=-1)
            taken = [due for due in self._due if due[2].place <= last]
            self._due = [due for due in self._due if due[2].place > last]
            heapq.heapify(self._due)
        return sorted({due[2].place: due[2] for due in taken}.values(), key=lambda job: job.place)

    def _next_due_s(self) -> float:
        with self._lock:
            return max(0.0, self._due[0][0] - time.monotonic()) if self._due else 60.0

    def _keep(self, job: _Job) -> None:
        """Write it down, then say so. From here on it is the sender's."""
        if not self._first(job):
            return
        if job.lane is not None:
            job.lane.cancel()
        try:
            item = self._written(job)
        except OperatorError as error:
            job.future.set_exception(error)
            return
        job.future.set_result(_told(item, job.command))
        self.changed()

    def _written(self, job: _Job) -> Item:
        alias = ""
        if isinstance(job.command, EnterCall):
            letter = self._letter()
            alias = local_number(letter, self._outbox.next_number(letter))
        command = as_kept(job.command, job.item.kept_at, alias)
        item = replace(job.item, command=encode(command), alias=alias)
        self._outbox.keep(item)
        with self._lock:
            self._waiting[item.op_id] = item
        self._wake_sender.set()
        return item

    # --- sending -------------------------------------------------------------------------------

    def _send(self) -> None:
        while not self._stopping.is_set():
            try:
                if not self._offline:
                    self._send_waiting()
            except OperatorError as error:
                log.info("the outbox waits: %s", error.code)
            except Exception as error:  # noqa: BLE001 - the thread must outlive a bug
                report_bug(error)
            self._wake_sender.wait(self._retry_s if self._any_waiting() else None)
            self._wake_sender.clear()

    def _any_waiting(self) -> bool:
        with self._lock:
            return any(item.state is ItemState.WAITING for item in self._queue())

    def _send_waiting(self) -> None:
        """In order; what waits for its author to sign in holds up only what is the author's."""
        absent: set[str] = set()
        for item in self._outbox.waiting():
            if self._stopping.is_set() or self._offline:
                return
            try:
                act = decode_act(item.act)
                if act.actor not in absent:
                    self._settle(item, self._run(item, act))
            except OperatorError as error:
                if is_environment(error):
                    raise  # it cannot, or a restored room may not yet: a shift lead comes first
                if error.code.startswith(OF_THE_PERSON):
                    absent.add(act.actor)
                else:
                    self._refuse(item, error)

    def _run(self, item: Item, act: Act) -> Outcome:
        command = decode(item.kind, item.command)
        late = as_replayed(act, item.kept_at)
        outcome = self._ask(command, late, item.op_id)
        if outcome.replayed and item.alias and outcome.result.get("incident_id"):
            alias = KeepAlias(str(outcome.result["incident_id"]), item.alias)
            self._ask(alias, late, alias_op_id(item.op_id))
        return outcome

    def _ask(self, command: Any, act: Act, op_id: str) -> Outcome:
        answer = self._lane.submit(command, act=act, op_id=op_id)
        deadline = time.monotonic() + ANSWER_S
        while not wait([answer], GLANCE_S).done:
            if self._stopping.is_set() or time.monotonic() > deadline:
                answer.cancel()
                raise OperatorError("database_unreachable")
        try:
            return answer.result()
        except OperatorError:
            raise
        except Exception as error:
            raise OperatorError("bug", id=report_bug(error)) from error

    def _settle(self, item: Item, outcome: Outcome) -> None:
        self._outbox.settle(item.op_id, outcome.seq, self._clock.now())
        with self._lock:
            self._waiting.pop(item.op_id, None)
            self._stored.append(replace(item, state=ItemState.STORED, seq=outcome.seq))
        self.changed()

    def _refuse(self, item: Item, error: OperatorError) -> None:
        log.warning("the room refused what was kept here: %s", error.code)
        self._outbox.refuse(item.op_id, error, self._clock.now())
        refused = self._outbox.item(item.op_id)
        if refused is not None:
            with self._lock:
                self._waiting[item.op_id] = refused
        self.changed()


def _told(item: Item, command: Any) -> Outcome:
    result: dict[str, Any] = {"alias": item.alias} if item.alias else {}
    if isinstance(command, EnterCall):
        result["incident_id"] = incident_of_call(item.op_id, item.kept_at)
    return Outcome(item.op_id, None, item.kind, result, local=True)
