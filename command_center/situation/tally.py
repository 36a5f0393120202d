"""The figures of one local day, kept up to date row by row: no panel counts thousands again."""

from __future__ import annotations

from bisect import bisect_left, insort

from command_center.domain.incident import Incident, IncidentStatus

_APART = (IncidentStatus.MERGED, IncidentStatus.CANCELLED)


class Interval:
    """Sorted seconds from one time of an incident to another. An incident that ended without the
    second time, or with reversed times, is left out; one still running is not counted yet."""

    def __init__(self, start: str, end: str) -> None:
        self._start, self._end = start, end
        self.seconds: list[float] = []
        self.left_out = 0

    def add(self, incident: Incident) -> None:
        value = self._of(incident)
        if value is not None and value >= 0:
            insort(self.seconds, value)
        elif value is not None:
            self.left_out += 1

    def remove(self, incident: Incident) -> None:
        value = self._of(incident)
        if value is not None and value >= 0:
            del self.seconds[bisect_left(self.seconds, value)]
        elif value is not None:
            self.left_out -= 1

    def _of(self, incident: Incident) -> float | None:
        first, last = getattr(incident, self._start), getattr(incident, self._end)
        if last is None and incident.is_open:
            return None
        return (last - first).total_seconds() if first and last else -1.0


class DayTally:
    """Incidents of one day; merged and cancelled ones only count as incidents."""

    def __init__(self) -> None:
        self.incidents = 0
        self.report_to_scene = Interval("opened_at", "first_on_scene_at")
        self.verified_to_order = Interval("verified_at", "first_order_at")

    def add(self, incident: Incident) -> None:
        self.incidents += 1
        if incident.status not in _APART:
            self.report_to_scene.add(incident)
            self.verified_to_order.add(incident)

    def remove(self, incident: Incident) -> None:
        self.incidents -= 1
        if incident.status not in _APART:
            self.report_to_scene.remove(incident)
            self.verified_to_order.remove(incident)
