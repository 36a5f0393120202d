"""The map of streets as a line of the health panel: without it arrivals are straight lines."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from command_center.commands.roads import ROADS_SETTING
from command_center.ui.health.summary import DEGRADED, OK, WAITING, HealthLine
from command_center.ui.roads.lines import digest_of
from command_center.ui.roads.words import roads_text
from command_center.ui.seat import Seat

translate = QCoreApplication.translate


class RoadsHealth:
    """Looks for the file once for each graph, away from the window."""

    def __init__(self, seat: Seat) -> None:
        self._seat = seat
        self._asked = ""

    def line(self, *, looking: bool) -> HealthLine:
        """`looking`: somebody sees it, and the file may be read to tell."""
        seat = self._seat
        digest = digest_of(seat.situation)
        why = seat.roads.known(digest)
        if why is None and looking and digest != self._asked:
            self._asked = digest
            work = partial(seat.roads.look, digest, ())
            seat.tasks.run(work, lambda _: None, seat.notices.failed)
        setting = seat.situation.get("room_setting", ROADS_SETTING)
        text = roads_text(setting.value if setting is not None else None, why or "", seat)
        state = WAITING if why is None else DEGRADED if why else OK
        name = translate("Health", "Peta jalan")
        return HealthLine("roads", "roads", name, state, text, None, None)
