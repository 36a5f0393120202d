"""Many reports of one happening: the same kind, near each other, in a short time."""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import floor

from command_center.advice.danger import endangered
from command_center.domain.incident import Report
from command_center.domain.place import LocatedBy
from command_center.geo.distance import distance_m

WINDOW = timedelta(minutes=10)
LEAST = 6
NEAR_M = 500.0
LET_GO_AFTER = timedelta(hours=1)
"""So long after its last report what never became one is remembered: some arrive out of order."""
_CELLS = 200
"""A degree of latitude is 111 km: 555 m each; twice as wide, where degrees are shorter."""
_REMEMBERED = 20_000
_Place = tuple[str, "tuple[int, int] | str | None"]
_WIDE = frozenset({LocatedBy.KELURAHAN, LocatedBy.UNKNOWN})


@dataclass(eq=False, slots=True)
class Flood:
    """Reports of one kind around one place, as they came. It is one only from `LEAST` of them
    within `WINDOW` on. `first_id` is the incident of the first; `lead_id` the first that is still
    open, for which the others stand back, "" none; `members` are all of theirs."""

    category: str
    area_code: str | None
    at: tuple[float, float] | None
    first_id: str
    first_at: datetime
    last_at: datetime
    lead_id: str = ""
    members: dict[str, None] = field(default_factory=dict)
    dangers: dict[str, str] = field(default_factory=dict)
    """Incident id -> id of the report in it that says somebody is in danger."""
    reports: int = 0
    begun: bool = False
    refs: set[str] = field(default_factory=set)
    nameless: int = 0
    lately: deque[datetime] = field(default_factory=deque)
    unread: list[tuple[str, Report]] = field(default_factory=list)

    @property
    def reporters(self) -> str:
        """How many people told it; with some that cannot be told apart, how many at least."""
        return f"≥{len(self.refs) + 1}" if self.nameless else str(len(self.refs))

    def goes_on(self, now: datetime) -> bool:
        return self.begun and now - self.last_at <= WINDOW

    def is_near(self, at: datetime) -> bool:
        """In time."""
        return at - self.last_at <= WINDOW

    def takes(self, report: Report) -> bool:
        if not self.is_near(report.received_at):
            return False
        point = _point(report)
        if point is None or self.at is None:
            return report.area_code is not None and report.area_code == self.area_code
        return distance_m(*self.at, *point) <= NEAR_M

    def add(self, report: Report, incident_id: str) -> None:
        self.reports += 1
        self.members.setdefault(incident_id)
        self.last_at = max(self.last_at, report.received_at)
        self.lately.append(report.received_at)
        while self.last_at - self.lately[0] > WINDOW:
            self.lately.popleft()
        if report.reporter_ref:
            self.refs.add(report.reporter_ref)
        else:
            self.nameless += 1
        if self.at is None:
            self.at = _point(report)
        self.begun = self.begun or len(self.lately) >= LEAST
        self.unread.append((incident_id, report))
        if self.begun:
            self._read()

    def _read(self) -> None:
        """What was said is looked at only once there are many who say it."""
        for incident_id, report in self.unread:
            if incident_id not in self.dangers and endangered(report.text):
                self.dangers[incident_id] = report.id
        self.unread.clear()


class Floods:
    """Fed with each report once, in the order the room heard of them."""

    def __init__(self) -> None:
        self._near: dict[_Place, list[Flood]] = {}
        self._of: dict[str, Flood] = {}
        self._begun: list[Flood] = []
        self._young: deque[Flood] = deque()
        self._newest: datetime | None = None
        self._seen: dict[str, None] = {}

    def take(self, report: Report, incident_id: str) -> set[str]:
        """Ids of the incidents that are to be shown otherwise now. What arrives late is old news
        and swells nothing; one without a place is like no other."""
        nowhere = report.area_code is None and _point(report) is None
        if report.id in self._seen or report.late or nowhere:
            return set()
        self._remember(report.id)
        self._let_go(report.received_at)
        found = self._found(report, incident_id)
        was = found.begun
        found.add(report, incident_id)
        self._of.setdefault(incident_id, found)
        if not found.begun:
            return set()
        if not was:
            self._begun.append(found)
        return {found.lead_id, incident_id} if was else set(found.members)

    def _remember(self, report_id: str) -> None:
        self._seen[report_id] = None
        if len(self._seen) > _REMEMBERED:
            del self._seen[next(iter(self._seen))]

    def _let_go(self, at: datetime) -> None:
        """Two are looked at for each that may come: what has not ended comes to its turn again."""
        self._newest = at if self._newest is None else max(at, self._newest)
        for _ in range(min(2, len(self._young))):
            one = self._young.popleft()
            if self._newest - one.last_at <= LET_GO_AFTER:
                self._young.append(one)
            elif not one.begun:
                self._drop(one)

    def _drop(self, over: Flood) -> None:
        for id in over.members:
            if self._of.get(id) is over:
                del self._of[id]
        for key in _keys(over.category, over.area_code, over.at):
            near = self._near.get(key, [])
            if over in near:
                near.remove(over)
            if not near:
                self._near.pop(key, None)

    def _found(self, report: Report, incident_id: str) -> Flood:
        for key in _places(report):
            near = self._near.get(key)
            if near is None:
                continue
            for one in near:
                if one.takes(report):
                    return one
        made = Flood(
            category=report.category,
            area_code=report.area_code,
            at=_point(report),
            first_id=incident_id,
            first_at=report.received_at,
            last_at=report.received_at,
            lead_id=incident_id,
        )
        self._put(made, report)
        return made

    def _put(self, made: Flood, report: Report) -> None:
        """Where it will be looked for; what is over makes way."""
        self._young.append(made)
        for key in _keys(made.category, made.area_code, made.at):
            kept = [one for one in self._near.get(key, ()) if one.is_near(report.received_at)]
            self._near[key] = [*kept, made]

    def of(self, incident_id: str) -> Flood | None:
        """The flood an incident is part of."""
        found = self._of.get(incident_id)
        return found if found is not None and found.begun else None

    def pass_lead(self, incident_id: str, is_open: Container[str]) -> set[str]:
        """An incident has ended: if the others stood back for it, the next open one leads them.
        Ids of the two."""
        found = self._of.get(incident_id)
        if found is None or found.lead_id != incident_id:
            return set()
        found.lead_id = next((id for id in found.members if id in is_open), "")
        return {id for id in (incident_id, found.lead_id) if id} if found.begun else set()

    def forget(self, incident_ids: Iterable[str]) -> None:
        """Incidents the room holds no longer."""
        for id in incident_ids:
            found = self._of.pop(id, None)
            if found is not None:
                found.members.pop(id, None)
                found.dangers.pop(id, None)
        self._begun = [found for found in self._begun if found.members]

    def begun(self) -> Sequence[Flood]:
        """Every flood that is known, those that are over included."""
        return self._begun


def _keys(category: str, area_code: str | None, at: tuple[float, float] | None) -> list[_Place]:
    """Under which it is kept, to be found by `_places`."""
    keys: list[_Place] = [(category, area_code)]
    if at is not None:
        keys.append((category, _cell(*at)))
    return keys


def _places(report: Report) -> Iterator[_Place]:
    """Where to look for what it may be part of: around its point, else in its area."""
    point = _point(report)
    if point is not None:
        row, column = _cell(*point)
        for north in (0, -1, 1):
            for east in (0, -1, 1):
                yield report.category, (row + north, column + east)
    yield report.category, report.area_code


def _cell(lat: float, lon: float) -> tuple[int, int]:
    """Of a grid no finer than `NEAR_M`, as far as there are cities."""
    return floor(lat * _CELLS), floor(lon * _CELLS / 2)


def _point(report: Report) -> tuple[float, float] | None:
    """Where it is, where that is more than the middle of a kelurahan."""
    if report.lat is None or report.lon is None or report.located_by in _WIDE:
        return None
    return report.lat, report.lon
