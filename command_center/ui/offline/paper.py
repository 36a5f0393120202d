"""Keeps the emergency board at most a minute old, and prints it when asked."""

from __future__ import annotations

import logging
import time
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject

from command_center.documents.emergency_board import write_board
from command_center.domain.errors import OperatorError
from command_center.situation.paper import Draft, draft_of
from command_center.situation.situation import Touched
from command_center.ui.offline.pdf import write_pdf
from command_center.ui.seat import Seat

log = logging.getLogger(__name__)
AT_MOST_S, AT_LEAST_S = 30.0, 50.0
"""Something has changed: written this long after the last time; nothing has: all the same, before
the paper is a minute old."""
NAME = "papan-darurat"


class EmergencyPaper(QObject):
    """In `folder`, one file that is always whole; printed ones beside it carry their time."""

    def __init__(self, seat: Seat, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.file = folder / f"{NAME}.html"
        self._folder = folder
        self._changed = True
        self._busy = False
        self._failed = False
        self._written_s: float | None = None
        seat.live.changed.connect(self._mark)
        seat.live.ticked.connect(self.tick)
        seat.asking.asked.connect(self._asked)

    def _mark(self, touched: Touched) -> None:
        self._changed = True

    def tick(self, now: datetime) -> None:
        """Write when it is time."""
        age_s = None if self._written_s is None else time.monotonic() - self._written_s
        due_s = AT_MOST_S if self._changed else AT_LEAST_S
        if self._busy or (age_s is not None and age_s < due_s):
            return
        self._busy, self._changed, self._written_s = True, False, time.monotonic()
        draft = self._draft(now)
        self._seat.tasks.run(lambda: self._write(draft), self._written, self._not_written)

    def _draft(self, now: datetime) -> Draft:
        """The room as of now, as this seat sees it."""
        seat = self._seat
        return draft_of(
            seat.situation,
            now,
            seat.live.connection.last_ok_at,
            seat.targets,
            seat.act.workstation,
            seat.zone,
            seat.city.time_zone_label,
            len(seat.live.overlay.items),
        )

    def _write(self, draft: Draft) -> None:
        try:
            write_board(draft.paper(), self.file)
        except OSError as error:
            raise OperatorError("paper_failed") from error

    def _written(self, _: None) -> None:
        self._busy = self._failed = False

    def _not_written(self, error: OperatorError) -> None:
        """Said once, not every half minute."""
        self._busy = False
        if not self._failed:
            self._seat.notices.failed(error)
        self._failed = True

    def _asked(self, action_id: str, _: object) -> None:
        if action_id == "view.paper":
            self.print()

    def print(self) -> None:
        """A PDF of this moment; the notice says where it is."""
        seat = self._seat
        now = seat.live.now()
        draft = self._draft(now)
        stamp = now.astimezone(seat.zone).strftime("%Y%m%d-%H%M%S")
        target = self._folder / f"{NAME}-{stamp}.pdf"
        seat.tasks.run(
            lambda: write_pdf(draft.paper(), target),
            lambda _: seat.notices.done("paper_printed", file=str(target)),
            seat.notices.failed,
        )
