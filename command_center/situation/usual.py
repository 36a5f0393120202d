"""How long the steps of an order usually take in this room: by when it is worth asking a unit that
nothing else is known of. Learned from the room's own orders, bounded by what is typed in here."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from statistics import median

from command_center.domain.unit import Assignment, AssignmentKind, CloseReason, UnitStatus

KEPT, ENOUGH = 60, 8
"""The newest of each kind; fewer than enough say nothing."""
HOLDING = (AssignmentKind.ACTIVE, AssignmentKind.REQUESTED)
USUAL_S: Mapping[UnitStatus, float] = {
    UnitStatus.ORDERED: 60.0,
    UnitStatus.EN_ROUTE: 480.0,
    UnitStatus.ON_SCENE: 1200.0,
    UnitStatus.RETURNING: 480.0,
}
"""Until the room has its own, s: our assumption. Ordered: from "heard" to setting off."""
LEAST, MOST = 0.5, 3.0
"""What is learned stays within these shares of it."""

Kind = tuple[UnitStatus, str]
"""With the category of the incident, "" for all of them; of a drive the unit, "" for all."""


class Usual:
    """Told of every change of an assignment. Which ones it is told of matters, their order not."""

    def __init__(self) -> None:
        self._took: dict[Kind, dict[str, tuple[datetime, float]]] = {}

    def take(self, row: Assignment, category: str) -> None:
        """A row is new, or has changed."""
        if row.kind not in HOLDING or row.time_reversed:
            return
        self._note((UnitStatus.ORDERED, ""), row, row.accepted_at, row.en_route_at)
        for unit_id in ("", row.unit_id):
            self._note((UnitStatus.EN_ROUTE, unit_id), row, row.en_route_at, row.on_scene_at)
        if row.close_reason is CloseReason.DONE:
            for name in {"", category}:
                self._note((UnitStatus.ON_SCENE, name), row, row.on_scene_at, row.closed_at)

    def _note(
        self, kind: Kind, row: Assignment, begun: datetime | None, ended: datetime | None
    ) -> None:
        if begun is None or ended is None:
            return
        status, of = kind
        took = self._took.setdefault(kind, {})
        took[row.id] = ended, (ended - begun).total_seconds()
        if len(took) > (1 if of and status is UnitStatus.EN_ROUTE else KEPT):
            del took[min(took, key=lambda id: (took[id], id))]

    def lasts_s(self, status: UnitStatus, unit_id: str, category: str) -> float | None:
        """By then half of them are done; the way back takes as long as the unit's last way out.
        None: it lasts as long as it lasts."""
        default = USUAL_S.get(status)
        if default is None:
            return None
        own_s = self._own_s(status, unit_id, category) or default
        return min(max(own_s, LEAST * default), MOST * default)

    def _own_s(self, status: UnitStatus, unit_id: str, category: str) -> float | None:
        if status is UnitStatus.RETURNING:
            out = UnitStatus.EN_ROUTE
            return self._median((out, unit_id), 1) or self._median((out, ""), ENOUGH)
        if status is UnitStatus.ON_SCENE:
            return self._median((status, category), ENOUGH) or self._median((status, ""), ENOUGH)
        return self._median((status, ""), ENOUGH)

    def _median(self, kind: Kind, enough: int) -> float | None:
        took = self._took.get(kind, {})
        return median(seconds for _, seconds in took.values()) if len(took) >= enough else None
