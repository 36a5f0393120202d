"""Puts the injects of a scenario into the room when they are due, and sees that they got there."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Protocol

from command_center.domain.errors import OperatorError
from command_center.exercise.injects.model import SAID, Inject, InjectKind, Reaction

LOST_AFTER = timedelta(minutes=5)
"""By the exercise's clock: a minute at the desk even at some speed."""


class Board(Protocol):
    """How the room stands, as far as the director may look."""

    def incident_of(self, source: str, report: str) -> str | None: ...

    def reacted(self, incident_id: str, reaction: Reaction) -> bool: ...

    def out_of_service(self, call_sign: str) -> bool: ...


class Stage(Protocol):
    """The simulated city, as far as the director may touch it. OperatorError where it is gone."""

    def say(self, source: str, record: dict[str, Any]) -> None: ...

    def show(self, camera: str, shows: str, intensity: float) -> bool:
        """False: this exercise has no cameras, or none any more."""

    def fail(self, call_sign: str, why: str) -> None: ...

    def restore(self, call_sign: str) -> None: ...

    def order(self, inject: Inject) -> None:
        """A level of a place, in the name of the scenario's officer. Without waiting."""

    def ordered(self, inject: Inject) -> bool | None:
        """Whether the room has it; None: not known yet, False: it was refused."""

    def tell(self, inject: Inject, state: str) -> None:
        """Into the log, without waiting."""


class State(StrEnum):
    WAITING = "waiting"
    SENT = "sent"  # put in, not seen in the room yet
    THERE = "there"
    SKIPPED = "skipped"
    LOST = "lost"  # and there after all, if the room has it later
    UNSTAGED = "unstaged"  # for cameras that are not there
    REFUSED = "refused"  # a level that the room would not set


DONE = frozenset({State.THERE, State.SKIPPED, State.LOST, State.UNSTAGED, State.REFUSED})
LOST = frozenset({State.LOST, State.REFUSED})
"""What the scenario meant to happen and did not."""


@dataclass(frozen=True, slots=True)
class Progress:
    """`at` when it was put in or skipped, `there_at` when the room had it."""

    inject: Inject
    state: State = State.WAITING
    at: datetime | None = None
    there_at: datetime | None = None


class InjectPlayer:
    """`tick` on the thread that keeps the board; the rest from any thread."""

    def __init__(self, injects: Iterable[Inject], stage: Stage) -> None:
        self._stage = stage
        self._lock = threading.RLock()
        self._progress = {one.id: Progress(one) for one in injects}
        self._now: datetime | None = None

    def progress(self) -> tuple[Progress, ...]:
        """In the order of the scenario."""
        with self._lock:
            return tuple(self._progress.values())

    @property
    def lost(self) -> int:
        return sum(one.state in LOST for one in self.progress())

    @property
    def ended(self) -> bool:
        """Nothing is under way or has a time to come."""
        return all(one.state in DONE for one in self.progress())

    # --- by the clock --------------------------------------------------------------------------

    def tick(self, now: datetime, board: Board) -> None:
        with self._lock:
            self._now = now
            for one in self.progress():
                if one.state in (State.SENT, State.LOST):
                    self._look(one, now, board)
                elif one.state is State.WAITING and self._due(one.inject, now, board):
                    self._put_in(one, now)

    def _due(self, inject: Inject, now: datetime, board: Board) -> bool:
        if inject.at is not None and now < inject.at:
            return False
        before = [self._progress[name] for name in inject.after]
        if any(one.state in (State.WAITING, State.SENT) for one in before):
            return False
        begun = max((one.at for one in before if one.at is not None), default=None)
        if begun is not None and now < begun + timedelta(seconds=inject.delay_s):
            return False
        return inject.when is None or self._holds(inject, now, board)

    def _holds(self, inject: Inject, now: datetime, board: Board) -> bool:
        when = inject.when
        assert when is not None
        about = self._progress[when.inject]
        if about.state is not State.THERE or about.at is None:
            return False
        if now < about.at + timedelta(seconds=when.for_s):
            return False
        incident = board.incident_of(about.inject.source, about.inject.report_id)
        done = incident is not None and board.reacted(incident, when.reaction)
        return done is not when.negated

    def _put_in(self, one: Progress, now: datetime) -> None:
        """A city that cannot hear it now hears it at the next turn."""
        inject = one.inject
        try:
            staged = self._perform(inject, now)
        except OperatorError:
            return
        state = State.SENT if staged else State.UNSTAGED
        self._set(replace(one, state=state, at=now))

    def _perform(self, inject: Inject, now: datetime) -> bool:
        if inject.kind in SAID:
            at = now.isoformat()
            self._stage.say(inject.source, {**inject.record, "id": inject.report_id, "at": at})
        elif inject.kind is InjectKind.CAMERA:
            return self._stage.show(inject.camera, inject.shows, inject.intensity)
        elif inject.kind is InjectKind.LEVEL:
            self._stage.order(inject)
        elif inject.kind is InjectKind.UNIT_FAILS:
            self._stage.fail(inject.unit, inject.text)
        else:
            self._stage.restore(inject.unit)
        return True

    def _look(self, one: Progress, now: datetime, board: Board) -> None:
        if self._is_there(one.inject, board):
            self._set(replace(one, state=State.THERE, there_at=now))
        elif one.inject.kind is InjectKind.LEVEL and self._stage.ordered(one.inject) is False:
            self._set(replace(one, state=State.REFUSED))
        elif one.state is State.SENT and one.at is not None and now > one.at + LOST_AFTER:
            self._set(replace(one, state=State.LOST))

    def _is_there(self, inject: Inject, board: Board) -> bool:
        if inject.kind in SAID:
            return board.incident_of(inject.source, inject.report_id) is not None
        if inject.kind is InjectKind.CAMERA:
            return True
        if inject.kind is InjectKind.LEVEL:
            return self._stage.ordered(inject) is True
        fails = inject.kind is InjectKind.UNIT_FAILS
        return board.out_of_service(inject.unit) is fails

    def _set(self, progress: Progress) -> None:
        self._progress[progress.inject.id] = progress
        if progress.state is not State.SENT:
            self._stage.tell(progress.inject, progress.state.value)

    # --- by the director's hand ----------------------------------------------------------------

    def put_in_now(self, id: str) -> None:
        """Whatever it waits for. KeyError for no such inject; harmless once it is in."""
        with self._lock:
            one = self._progress[id]
            if one.state is State.WAITING and self._now is not None:
                self._put_in(one, self._now)

    def skip(self, id: str) -> None:
        """It will not be put in; what waits for it goes on without."""
        with self._lock:
            one = self._progress[id]
            if one.state is State.WAITING:
                self._set(replace(one, state=State.SKIPPED, at=self._now))

    def add(self, inject: Inject) -> None:
        """One that the director thought of: put in at the next turn."""
        with self._lock:
            if inject.id not in self._progress:
                self._progress[inject.id] = Progress(inject)
