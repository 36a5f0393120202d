"""Reading a clock's history beside the GUI thread, page after page, until told to stop."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta
from functools import cache

import numpy as np
from PySide6.QtCore import QObject, Signal

from command_center.columns.samples import Samples
from command_center.domain.errors import OperatorError
from command_center.situation.clock_history import Answer, Collector, GroupsOf, Question, Slice
from command_center.ui.seat import Seat

GIVE_WAY_S = 0.0005
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
NONE = ""
"""The group of what is in none."""


def grouping(seat: Seat, by: Slice) -> GroupsOf:
    """What names the group of each sample; from any thread, of the room as it is now."""
    if by is Slice.SOURCE:
        return lambda samples: samples.sources
    if by is Slice.CATEGORY:
        return lambda samples: samples.categories
    if by is Slice.PRIORITY:
        return lambda samples: samples.priorities
    if by is Slice.KECAMATAN:
        kecamatan_of = cache(lambda area: (seat.city.kecamatan_of(area) or NONE) if area else NONE)
        return lambda samples: [kecamatan_of(area) for area in samples.areas]
    shifts = sorted(seat.situation.all("shift"), key=lambda shift: shift.starts_at)
    begun = [(shift.starts_at - EPOCH) // timedelta(microseconds=1) for shift in shifts]
    starts = np.array(begun, np.int64)
    names = [NONE, *(str(shift.name) for shift in shifts)]

    def shifts_of(samples: Samples) -> list[str]:
        return [names[place] for place in np.searchsorted(starts, samples.at_us, "right").tolist()]

    return shifts_of


class Scan(QObject):
    """One question at a time: a new one ends the one before. `progressed` carries how many rows
    were read, `found` the Answer, `failed` an OperatorError; all on the GUI thread."""

    progressed = Signal(int)
    found = Signal(object)
    failed = Signal(object)

    def __init__(self, seat: Seat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._stop = threading.Event()
        self.running = False

    def ask(self, question: Question) -> None:
        self.cancel()
        stop = self._stop = threading.Event()
        self.running = True
        seat, groups_of = self._seat, grouping(self._seat, question.by)
        collector = Collector(question, seat.zone, groups_of)

        def work() -> Answer | None:
            return self._read(question, collector, stop)

        def done(answer: Answer | None) -> None:
            if answer is not None and stop is self._stop:
                self.running = False
                self.found.emit(answer)

        def refused(error: OperatorError) -> None:
            if stop is self._stop:
                self.running = False
                self.failed.emit(error)

        seat.tasks.run(work, done, refused)

    def _read(
        self, question: Question, collector: Collector, stop: threading.Event
    ) -> Answer | None:
        history, after = self._seat.history, None
        while not stop.is_set():
            page = history.samples(question.clock, question.since, question.until, after)
            collector.take(page.samples, page.read)
            if page.after is None:
                return collector.answer()
            after = page.after
            self.progressed.emit(collector.read)
            time.sleep(GIVE_WAY_S)
        return None

    def cancel(self) -> None:
        """What is read now is not told."""
        self._stop.set()
        self.running = False
