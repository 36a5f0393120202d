"""What one machine of the room does for all: it serves the gateway, reads the sources and sends
what waits to be sent, for as long as it holds the lease "gateway"."""

from __future__ import annotations

import logging
import math
import threading
import time
import uuid
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Protocol

from command_center.bootstrap.attachments import make_attachments
from command_center.bootstrap.case_routing import CaseRouting
from command_center.bootstrap.deliveries import make_deliveries
from command_center.bootstrap.duplicate_watch import DuplicateWatch
from command_center.bootstrap.file_drops import FileDropPart
from command_center.bootstrap.gateway_server import gateway_part
from command_center.bootstrap.room import OpenedRoom
from command_center.bootstrap.sources import SourceKeeper
from command_center.domain.errors import OperatorError
from command_center.runtime.logs import report_bug
from command_center.situation.situation import Situation, Touched
from command_center.storage.lease import Leases

log = logging.getLogger(__name__)
NAME = "gateway"
RENEW_S = 5.0
HOLD_S = 15.0


class Part(Protocol):
    """One kind of work of the intake. Made anew each time the lease is taken, so it is started and
    stopped once. `entities` are those whose change it wants to hear of."""

    entities: frozenset[str]

    def start(self) -> None:
        """From a thread that may wait. What the room knows comes with the first `follow`."""

    def stop(self) -> None:
        """From a thread that may wait, also if `follow` never came. A `follow` that comes a moment
        later does nothing."""

    def follow(self, situation: Situation) -> None:
        """What the room knows, after `start` and whenever one of `entities` changed. Called on the
        thread the situation lives on, in a window the GUI's: read, hand over, never wait."""


PartMaker = Callable[[OpenedRoom], Part]

PARTS: tuple[PartMaker, ...] = (
    SourceKeeper,
    gateway_part,
    make_deliveries,
    make_attachments,
    FileDropPart,
    CaseRouting,
    DuplicateWatch,
)
"""What the intake of a room consists of; a new part adds its line here."""


class _AtWork:
    """The parts of one holding of the lease and which of them know the situation. One that has
    `least_s` is told no more often than that; what it was not told it hears afterwards."""

    def __init__(self) -> None:
        self.parts: tuple[Part, ...] = ()
        self._told_s: dict[int, float] = {}
        self._untold: set[int] = set()

    def add(self, parts: Sequence[Part]) -> None:
        """Numbers of those before stay."""
        self.parts += tuple(parts)

    def follow(self, situation: Situation, touched: Touched | None) -> None:
        for number, part in enumerate(self.parts):
            if number not in self._told_s or (touched is not None and _concerns(part, touched)):
                self._untold.add(number)
            if number in self._untold and self._is_due(number, part):
                self._untold.discard(number)
                self._told_s[number] = time.monotonic()
                part.follow(situation)

    def _is_due(self, number: int, part: Part) -> bool:
        least_s: float = getattr(part, "least_s", 0.0)
        told_s = self._told_s.get(number, -math.inf)
        return time.monotonic() - told_s >= least_s


class Intake:
    """Parts at work while this process holds the lease."""

    def __init__(self, room: OpenedRoom, makers: Sequence[PartMaker] = PARTS) -> None:
        self._room = room
        self._makers = tuple(makers)
        self._leases = Leases(room.database.engine)
        self.holder = f"{room.act.workstation}:{uuid.uuid4().hex[:8]}"
        self._work = _AtWork()
        self._to_start = self._makers
        self._stop = threading.Event()
        self._held, self._renewed = False, 0.0
        self.elsewhere = False
        """Whether another process was seen to hold the lease."""
        self._thread = threading.Thread(target=self._run, name="intake", daemon=True)

    @property
    def parts(self) -> tuple[Part, ...]:
        """Those at work in this process now; none without the lease."""
        return self._work.parts

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Waits for the parts to end; the lease is free afterwards."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()
        self._leave()
        self._leases.close()

    def follow(self, situation: Situation, touched: Touched | None = None) -> None:
        """Called with each change, and without one now and then: parts that were started since
        hear of the situation then."""
        self._work.follow(situation, touched)

    def hold_or_leave(self) -> bool:
        """Take or renew the lease and do what that means, which the thread does time and again;
        whether the work is done here."""
        self._held = self._holds()
        self.elsewhere = not self._held
        if self._held and self._to_start:
            self._begin()
        elif not self._held:
            self._end()
        return self._held

    def _run(self) -> None:
        while not self._stop.is_set():
            self.hold_or_leave()
            self._stop.wait(RENEW_S)

    def _leave(self) -> None:
        self._end()
        if self._held:
            with suppress(OperatorError):  # without a database it lapses by itself
                self._leases.release(NAME, self.holder)

    def _holds(self) -> bool:
        """While the database does not answer the lease holds until shortly before it lapses."""
        asked = time.monotonic()
        try:
            held = self._leases.take(NAME, self.holder, self._room.clock.now(), HOLD_S)
        except OperatorError:
            return self._held and asked - self._renewed < HOLD_S - RENEW_S
        if held:
            self._renewed = asked
        return held

    def _begin(self) -> None:
        """What the environment keeps from starting is tried again with the next renewal."""
        again: list[PartMaker] = []
        begun: list[Part] = []
        for make in self._to_start:
            try:
                part = make(self._room)
                part.start()
            except OperatorError as error:
                if self._to_start == self._makers:
                    log.warning("intake: a part cannot start: %s", error.code)
                again.append(make)
            except Exception as error:  # noqa: BLE001 - one part must not keep the others from work
                report_bug(error)
            else:
                begun.append(part)
        self._work.add(begun)
        self._to_start = tuple(again)

    def _end(self) -> None:
        ending, self._work = self._work, _AtWork()
        self._to_start = self._makers
        for part in ending.parts:
            try:
                part.stop()
            except Exception as error:  # noqa: BLE001 - the others have to end, too
                report_bug(error)


def _concerns(part: Part, touched: Touched) -> bool:
    return touched.everything or not part.entities.isdisjoint(touched.entities)
