"""What the units of an exercise really do, for the figure on its window and for nothing else: no
part of the room is handed this."""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping
from typing import Protocol

from command_center.domain.errors import OperatorError
from command_center.domain.unit import UnitStatus
from command_center.exercise.city.truth import TrueState

log = logging.getLogger(__name__)
EVERY_S = 1.0


class TrueCity(Protocol):
    def truth(self) -> dict[str, TrueState]: ...


class TruthWatch:
    """Asks the city once a second on a thread of its own. `latest` from any thread: statuses by
    call sign, None while the city does not say."""

    def __init__(self, city: TrueCity) -> None:
        self._city = city
        self._latest: dict[str, UnitStatus] | None = None
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="exercise-truth", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, timeout_s: float = 10.0) -> None:
        self._stop.set()
        self._thread.join(timeout_s)

    def latest(self) -> Mapping[str, UnitStatus] | None:
        return self._latest

    def _run(self) -> None:
        while not self._stop.wait(EVERY_S):
            try:
                truth = self._city.truth()
            except OperatorError as error:
                log.warning("the exercise does not say what is true: %s", error.code)
                self._latest = None
                return
            self._latest = {sign: state.status for sign, state in truth.items()}
