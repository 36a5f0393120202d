"""When units would be there and who would take over what they leave: worked out beside the card."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from command_center.situation.advising.advice import Prices
from command_center.situation.advising.copied import RoomCopy
from command_center.ui.latest import Latest
from command_center.ui.seat import Seat

Question = tuple[str, tuple[str, ...]]
Answer = tuple[Question, Prices]


class Pricing:
    """`ready` is called when there is a newer answer."""

    def __init__(self, seat: Seat, ready: Callable[[], object]) -> None:
        self._seat = seat
        self._ready = ready
        self._latest: Latest[Answer] = Latest(seat, self._take)
        self._known: Answer | None = None

    def ask(self, incident_id: str, unit_ids: Sequence[str]) -> None:
        """`incident_id` "" = what they leave, and nothing about where they go."""
        self._latest.ask(partial(self._work, (incident_id, tuple(unit_ids))))

    def of(self, incident_id: str, unit_ids: Sequence[str]) -> Prices | None:
        """The newest answer to that question, None: there is none yet."""
        if self._known is None or self._known[0] != (incident_id, tuple(unit_ids)):
            return None
        return self._known[1]

    def _work(self, question: Question) -> Callable[[], Answer]:
        seat, (incident_id, unit_ids) = self._seat, question
        copy, now, recommender = RoomCopy.of(seat.situation), seat.live.now(), seat.recommender
        return lambda: (question, recommender.prices(copy, incident_id, unit_ids, now))

    def _take(self, answer: Answer) -> None:
        self._known = answer
        self._ready()
