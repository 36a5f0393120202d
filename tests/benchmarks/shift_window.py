"""The measured process of `shift_report`: the real window over a room with a long history, which
makes a report of the whole of it when told.

usage: python -m tests.benchmarks.shift_window URL

Prints "ready" once painted. "idle SECONDS" measures that long, "report" makes one; both answer with
one JSON object. The end of its input ends it.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from dataclasses import asdict
from datetime import timedelta

from PySide6.QtCore import QObject, QTimer

from command_center.bootstrap.desk import Desk, open_desk
from command_center.bootstrap.panels import PANELS
from command_center.bootstrap.picture import Picture
from command_center.bootstrap.room import RoomPlan, open_room
from command_center.domain.clocks import Clock
from command_center.domain.errors import OperatorError
from command_center.domain.room import RoomKind
from command_center.runtime.clock import LiveClock
from command_center.situation.period_report import Period
from command_center.ui.application import application
from command_center.ui.reports.period_job import Made, PeriodJob
from command_center.ui.reports.period_words import written
from tests.benchmarks.lateness import Watch
from tests.benchmarks.window import SETTLE_S, Orders, say
from tests.storage.rows import NOW

MONTH = Period(
    NOW - timedelta(days=30), NOW + timedelta(days=1), NOW - timedelta(days=61), daily=True
)


class Bench(QObject):
    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._seat = desk.seat
        self._job = PeriodJob(desk.seat, self)
        self._job.made.connect(self._made)
        self._job.failed.connect(self._failed)

    def told(self, line: str) -> None:
        what, _, seconds = line.partition(" ")
        self._watch, self._began, self._cpu = Watch(), time.perf_counter(), time.process_time()
        if what == "report":
            self._job.ask(MONTH)
        else:
            QTimer.singleShot(int(float(seconds) * 1000), lambda: say(json.dumps(self._seen())))

    def _seen(self) -> dict[str, object]:
        return {**asdict(self._watch.stop()), "cpu_s": time.process_time() - self._cpu}

    def _made(self, made: Made) -> None:
        took, report = time.perf_counter() - self._began, made[0]
        shown = written(report, "bench", self._seat, self._seat.live.now())
        whole = time.perf_counter() - self._began
        response = report.told.clocks[Clock.RESPONSE].whole
        say(
            json.dumps(
                {
                    **self._seen(),
                    "read_s": took,
                    "report_s": whole,
                    "tables": len(shown.for_workbook()),
                    "incidents": report.told.incidents.number,
                    "orders": report.told.orders.number,
                    "p90": response.p90,
                    "used": response.used,
                    "rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                }
            )
        )

    def _failed(self, error: OperatorError) -> None:
        raise error


def main() -> None:
    app = application()
    room = open_room(sys.argv[1], LiveClock(), RoomPlan(kind=RoomKind.EXERCISE))
    picture = Picture(None, 0.0, 1920, 1080, None, None)
    desk = open_desk(room, "bench", picture, PANELS, with_duty=True)
    desk.window.start()
    desk.window.resize(picture.width, picture.height)
    bench, orders = Bench(desk), Orders()
    orders.came.connect(bench.told)
    orders.ended.connect(app.quit)
    QTimer.singleShot(int(SETTLE_S * 1000), lambda: say("ready"))
    orders.listen()
    app.exec()
    desk.window.close()
    desk.close()
    room.close()


if __name__ == "__main__":
    main()
