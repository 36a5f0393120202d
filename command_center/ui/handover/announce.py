"""Every seat hears that the shift changes: a line, never a question."""

from __future__ import annotations

from PySide6.QtCore import QObject

from command_center.domain.handover import Handover, HandoverEnd
from command_center.situation.situation import Touched
from command_center.ui.detail.names import Names
from command_center.ui.seat import Seat


class HandoverNews(QObject):
    """Tells of what happens while the window stands; whoever did it has heard it already."""

    def __init__(self, seat: Seat, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self._seen: dict[str, HandoverEnd | None] | None = None
        seat.live.changed.connect(self._changed)

    def _changed(self, touched: Touched) -> None:
        if not touched.everything and "handover" not in touched.entities:
            return
        rows = {row.id: row for row in self._seat.situation.all("handover")}
        before, self._seen = self._seen, {id: row.outcome for id, row in rows.items()}
        if before is None or touched.everything:
            return
        for id, row in rows.items():
            if id not in before or before[id] is not row.outcome:
                self._tell(row)

    def _tell(self, row: Handover) -> None:
        by = row.ended_by if row.outcome is not None else row.out_lead_id
        if by == self._seat.act.actor or row.outcome is HandoverEnd.CANCELLED:
            return
        name = Names(self._seat.situation).person(row.in_lead_id or row.out_lead_id)
        code = {
            None: "handover_announced",
            HandoverEnd.SIGNED: "handover_done_announced",
            HandoverEnd.FORCED: "handover_forced_announced",
        }[row.outcome]
        notices = self._seat.notices
        notices.done(code, name=name, next_name=row.next_name, reason=row.reason)
