"""Reading a report beside the GUI thread, page after page, until told to stop."""

from __future__ import annotations

import threading
import time
from datetime import datetime
from functools import cache

from PySide6.QtCore import QObject, QTimer, Signal

from command_center.domain import calls, targets
from command_center.domain.clocks import Clock, goals
from command_center.domain.errors import OperatorError
from command_center.ports import History
from command_center.situation.period_reading import read_report
from command_center.situation.period_report import (
    Period,
    PeriodCollector,
    PeriodReport,
)
from command_center.situation.setting_history import value_at
from command_center.ui.figures.scan import GIVE_WAY_S, NONE
from command_center.ui.reports.charts import Paths
from command_center.ui.reports.pictures import city_paths
from command_center.ui.seat import Seat

TOLD_MS = 150
Made = tuple[PeriodReport, Paths]


class PeriodJob(QObject):
    """One at a time: a new one ends the one before. `progressed` carries how many rows were read,
    `made` (PeriodReport, the outlines of the city's areas), `failed` an OperatorError; all on the
    GUI thread."""

    progressed = Signal(int)
    made = Signal(object)
    failed = Signal(object)

    def __init__(self, seat: Seat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._stop = threading.Event()
        self._rows = 0
        self.running = False
        self._timer = QTimer(self, interval=TOLD_MS)
        self._timer.timeout.connect(lambda: self.progressed.emit(self._rows))

    def ask(self, period: Period) -> None:
        self.cancel()
        stop = self._stop = threading.Event()
        self.running, self._rows = True, 0
        self._timer.start()
        seat = self._seat
        seq = seat.situation.seq
        agencies = {unit.id: unit.agency_id for unit in seat.situation.all("unit")}

        def work() -> Made | None:
            wanted = goals_at(seat.history, period.until, seq)
            return self._read(period, (wanted, agencies), stop)

        def done(made: Made | None) -> None:
            if made is not None and stop is self._stop:
                self._rest()
                self.made.emit(made)

        def refused(error: OperatorError) -> None:
            if stop is self._stop:
                self._rest()
                self.failed.emit(error)

        seat.tasks.run(work, done, refused)

    def _read(
        self,
        period: Period,
        known: tuple[dict[Clock, float], dict[str, str]],
        stop: threading.Event,
    ) -> Made | None:
        seat, (wanted, agencies) = self._seat, known
        kecamatan_of = cache(lambda area: (seat.city.kecamatan_of(area) or NONE) if area else NONE)

        def collect(of: Period) -> PeriodCollector:
            agency_of = cache(lambda unit: agencies.get(unit, NONE))
            return PeriodCollector(of, seat.zone, wanted, kecamatan_of, agency_of)

        def keep_on(rows: int) -> bool:
            self._rows = rows
            time.sleep(GIVE_WAY_S)
            return not stop.is_set()

        report = read_report(seat.history, period, collect, keep_on)
        return None if report is None else (report, city_paths(seat))

    def cancel(self) -> None:
        """What is read now is not told."""
        self._stop.set()
        self._rest()

    def _rest(self) -> None:
        self.running = False
        self._timer.stop()


def goals_at(history: History, until: datetime, up_to: int) -> dict[Clock, float]:
    """Seconds of each target as the room had set it just before `until`, calls of 110 included.
    Waits for the database."""
    stood = targets.targets_of(value_at(history, targets.SETTING, until, up_to))
    rules = calls.rules_of(value_at(history, calls.SETTING, until, up_to))
    return {clock: goal.seconds for clock, goal in goals(stood, rules).items()}
