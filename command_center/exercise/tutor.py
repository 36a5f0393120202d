"""Five steps to try by oneself, recognised from what the log says the person did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from command_center.domain.log import StoredEntry


class Lesson(StrEnum):
    """In the order they are taught."""

    TAKE = "take"
    VERIFY = "verify"
    ORDER = "order"
    ANSWER = "answer"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Progress:
    """`current` None: all done, or skipped."""

    current: Lesson | None
    done: int
    skipped: bool = False


LESSONS = tuple(Lesson)
# An entry of the person's own teaches this lesson and what it implies: who orders an incident
# takes and verifies it by that.
_TAUGHT_BY: Mapping[str, Lesson] = {
    "incident.taken": Lesson.TAKE,
    "incident.verified": Lesson.VERIFY,
    "call.entered": Lesson.VERIFY,
    "units.ordered": Lesson.ORDER,
}
_ANSWERED = frozenset({"diterima", "menuju", "di_tkp"})


class Tutor:
    """`follow` on the thread that reads the log; `progress` from any."""

    def __init__(self, actor: str) -> None:
        self._actor = actor
        self._own_orders: set[str] = set()
        self.progress = Progress(LESSONS[0], 0)

    def skip(self) -> None:
        self.progress = replace(self.progress, current=None, skipped=True)

    def follow(self, stored: StoredEntry) -> None:
        """An entry of the log, once, in order."""
        if self.progress.current is None:
            return
        own = stored.entry.actor == self._actor
        if own and stored.entry.kind in _TAUGHT_BY:
            self._learn(_TAUGHT_BY[stored.entry.kind])
        if own and stored.entry.kind == "units.ordered":
            self._own_orders |= {
                change.id
                for change in stored.entry.changes
                if change.entity == "assignment" and change.version == 1
            }
        if self._is_answer(stored):
            self._learn(Lesson.ANSWER)
        if own and stored.entry.kind == "incident.closed":
            self._close()

    def _is_answer(self, stored: StoredEntry) -> bool:
        return any(
            change.id in self._own_orders and change.set.get("status") in _ANSWERED
            for change in stored.entry.changes
            if change.entity == "assignment"
        )

    def _learn(self, lesson: Lesson) -> None:
        done = max(self.progress.done, LESSONS.index(lesson) + 1)
        self._set(done)

    def _close(self) -> None:
        """Only the last lesson: an incident may be closed without anybody having been sent."""
        if self.progress.current is Lesson.CLOSE:
            self._set(len(LESSONS))

    def _set(self, done: int) -> None:
        current = LESSONS[done] if done < len(LESSONS) else None
        self.progress = replace(self.progress, current=current, done=done)
