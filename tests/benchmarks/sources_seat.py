"""The measured process: the real window over a room whose reports come by the gateway.

usage: python -m tests.benchmarks.sources_seat URL [--profile]

Prints "ready" when the window has been painted. Lines on its input: a number of seconds measures
that long and prints one JSON object; `watch` begins to note when each report is painted; `tell`
ends that and prints what was noted. The end of its input ends it.
"""

from __future__ import annotations

import json
import sys
import time
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QPaintEvent

from command_center.bootstrap.desk import Desk, open_desk
from command_center.bootstrap.panels import PANELS
from command_center.bootstrap.picture import Picture
from command_center.bootstrap.room import RoomPlan, open_room
from command_center.runtime.clock import LiveClock
from command_center.situation.situation import Touched
from command_center.ui.application import application
from command_center.ui.queue.panel import QueuePanel
from tests.benchmarks.window import SETTLE_S, Bench, Orders, say


class Shown(QObject):
    """When the queue was painted with the row of each report, by the source's own id: Unix seconds,
    as the sender tells them. Of a flood that is the row of the incident they all stand behind."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        panel = desk.window.docks["queue"].findChild(QueuePanel)
        assert panel is not None
        self._situation = desk.seat.situation
        self._live, self._panel = desk.seat.live, panel
        self._known: set[str] = set()
        self._unpainted: dict[str, str] = {}
        self._painted: dict[str, float] = {}
        self._below: set[str] = set()

    def watch(self) -> None:
        """Connected after the panel: its rows are up to date."""
        self._panel.view.viewport().installEventFilter(self)
        self._live.changed.connect(self._folded)

    def tell(self) -> None:
        self._live.changed.disconnect(self._folded)
        self._panel.view.viewport().removeEventFilter(self)
        say(json.dumps({"painted": self._painted, "below": len(self._below)}))

    def reports(self) -> int:
        """How many the window knows."""
        return len(self._situation.tables.rows["report"])

    def _folded(self, touched: Touched) -> None:
        for incident_id in touched.incidents:
            for report in self._situation.reports(incident_id):
                if report.id not in self._known:
                    self._known.add(report.id)
                    self._unpainted[report.external_id] = incident_id

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent) and self._unpainted:
            shown = [id for id, incident in self._unpainted.items() if self._has(event, incident)]
            for id in shown:
                if self._is_below(self._unpainted.pop(id)):
                    self._below.add(id)
            # the paint itself comes after its event filters
            QTimer.singleShot(0, partial(self._note, shown))
        return False

    def _row(self, incident_id: str) -> int | None:
        flood = self._situation.floods.of(incident_id)
        row = self._panel.model.row_of(incident_id)
        return self._panel.model.row_of(flood.lead_id) if row is None and flood else row

    def _has(self, event: QPaintEvent, incident_id: str) -> bool:
        """Whether this paints its row, or the list that has it further down."""
        row, view = self._row(incident_id), self._panel.view
        if row is None:
            return False
        box = view.visualRect(self._panel.model.index(row, 0))
        return event.region().intersects(box) or not view.viewport().rect().intersects(box)

    def _is_below(self, incident_id: str) -> bool:
        row, view = self._row(incident_id), self._panel.view
        box = view.visualRect(self._panel.model.index(row or 0, 0))
        return not view.viewport().rect().intersects(box)

    def _note(self, ids: list[str]) -> None:
        self._painted |= dict.fromkeys(ids, time.time())


class Seat(Bench):
    """Answers the lines of the input."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "--profile" in sys.argv)
        self._shown = Shown(desk)

    def heard(self, line: str) -> None:
        if line == "watch":
            self._shown.watch()
        elif line == "tell":
            self._shown.tell()
        elif line == "reports":
            say(json.dumps({"reports": self._shown.reports()}))
        else:
            self.measure(line)


def main() -> None:
    app = application()
    room = open_room(sys.argv[1], LiveClock(), RoomPlan())
    picture = Picture(None, 0.0, 1920, 1080, None, None)
    desk = open_desk(room, "bench", picture, PANELS, with_duty=True)
    desk.window.start()
    desk.window.resize(picture.width, picture.height)
    seat, orders = Seat(desk), Orders()
    orders.came.connect(seat.heard)
    orders.ended.connect(app.quit)
    QTimer.singleShot(int(SETTLE_S * 1000), lambda: say("ready"))
    orders.listen()
    app.exec()
    desk.window.close()
    desk.close()
    room.close()


if __name__ == "__main__":
    main()
