"""The live picture with its indexes. One instance per process, owned by one thread."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from command_center.advice.flood import Floods
from command_center.domain.incident import Incident, IncidentReport, Priority, Report
from command_center.domain.log import StoredEntry
from command_center.domain.room import Alarm, Camera, Operation, Room, Shift, Source, Staff
from command_center.domain.unit import Agency, Assignment, AssignmentKind, OrderConflict, Unit
from command_center.ports import Health, Position, RowsSnapshot
from command_center.situation.fold import Index, OutOfStep, Tables
from command_center.situation.incident_index import IncidentIndex
from command_center.situation.measuring import PARTS, measure, measure_all
from command_center.situation.news import News
from command_center.situation.open_incidents import OpenIncidents
from command_center.situation.polling_days import PollingDays
from command_center.situation.room_clocks import RoomClocks
from command_center.situation.scope import (
    ABOUT_INCIDENT,
    BETWEEN,
    CHILDREN,
    also_kept,
    comes_back,
    newest_closed,
    outlived,
    still_needed,
    still_told,
    unheard_at,
)
from command_center.situation.tally import DayTally, Tallies
from command_center.situation.tracks import Tracks
from command_center.situation.unit_index import UnitIndex
from command_center.situation.usual import Usual

# How many reports a newly loaded situation looks through for floods that go on.
_LOOKED_BACK = 5_000

# What no desk ever forgets while its room is open.
_STAYING = frozenset({"room", "staff", "shift", "unit", "agency", "camera", "source", "place"})


@dataclass(slots=True)
class Touched:
    """Ids whose view may have changed, by entity; `everything` after a load; `judged` where the
    room's clocks are others, so that what is open and every unit may read differently by itself."""

    everything: bool = False
    judged: bool = False
    incidents: set[str] = field(default_factory=set)
    units: set[str] = field(default_factory=set)
    entities: set[str] = field(default_factory=set)

    def merge(self, other: Touched) -> None:
        self.everything |= other.everything
        self.judged |= other.judged
        self.incidents |= other.incidents
        self.units |= other.units
        self.entities |= other.entities


class Situation:
    def __init__(self) -> None:
        self.seq = 0
        self.hash = bytes(32)
        self.epoch = ""
        self.positions: dict[str, Position] = {}
        self.moved: frozenset[str] = frozenset()
        """Units that the last word about positions put elsewhere."""
        self.tracks = Tracks()
        self.unit_news = News()
        self.health: dict[tuple[str, str], Health] = {}
        self.kept: Counter[tuple[str, str]] = Counter()
        """How much about an incident or a unit is only kept here, by (entity, id)."""
        self._clear()

    def _clear(self) -> None:
        self.tables = Tables()
        self.clocks = RoomClocks(self.tables)
        self._open = OpenIncidents()
        self._open_alarms: list[Alarm] | None = None
        self._assignments_of_incident = Index()
        self._assignments_of_unit = Index()
        self._links_of_incident = Index()
        self._merged_into = Index()
        self.of_units = UnitIndex(self.tables)
        self.of_incidents = IncidentIndex(self.tables)
        self.polling_days = PollingDays(self.tables)
        self.tallies = Tallies()
        self.usual = Usual()
        self._reports_at: Counter[datetime] = Counter()
        self.floods = Floods()
        self.late: defaultdict[str, dict[str, datetime]] = defaultdict(dict)
        """By source: when each report that arrived late did."""
        self.board: dict[str, tuple[Unit, Position | None, Any]] = {}
        self.unit_news.note_all()

    # --- taking in -----------------------------------------------------------------------------

    def load(self, snapshot: RowsSnapshot) -> Touched:
        """Forget everything and take the snapshot instead."""
        self._clear()
        self.tables.load(snapshot.rows)
        self.seq, self.hash, self.epoch = snapshot.seq, snapshot.hash, snapshot.epoch
        for entity, rows in self.tables.rows.items():
            for row in rows.values():
                self._index(entity, None, row)
        self.clocks.turned()
        measure_all(self)
        for link in list(self.tables.rows["incident_report"].values())[-_LOOKED_BACK:]:
            self._swell("incident_report", link)
        for flood in self.floods.begun():
            if flood.lead_id not in self._open.ids:
                self.floods.pass_lead(flood.lead_id, self._open.ids)
        return Touched(everything=True)

    def become(self, other: Situation) -> Touched:
        """Hold what another one was loaded with, away from the thread that paints this one; what is
        beside the log stays. Touched is what reads differently: usually little of a whole room."""
        before, positions, health = self.tables, self.positions, self.health
        tracks, news, moved = self.tracks, self.unit_news, self.moved
        foreign = other.epoch != self.epoch
        judged = other.clocks.targets != self.clocks.targets
        vars(self).update(vars(other))
        self.positions, self.health, self.tracks = positions, health, tracks
        self.unit_news, self.moved = news, moved
        news.note_all()
        touched = Touched(everything=foreign, judged=judged)
        for entity, rows in self.tables.rows.items():
            self._compare(touched, entity, before.rows[entity], rows)
        return touched

    def _compare(
        self, touched: Touched, entity: str, old: dict[str, Any], new: dict[str, Any]
    ) -> None:
        for id, row in new.items():
            if old.get(id) != row:
                self._touch(touched, entity, row)
        for id in old.keys() - new.keys():
            self._touch(touched, entity, old[id])
            # panels let go of incidents every day; of anything else, only when all is new
            touched.everything |= entity in _STAYING

    def apply(self, stored: StoredEntry) -> Touched:
        """Fold one entry; OutOfStep if it is not the next one, or makes open again what was not
        loaded: then its other rows are needed, too."""
        if stored.seq != self.seq + 1:
            raise OutOfStep(f"{self.seq} -> {stored.seq}")
        touched = Touched()
        for change in stored.entry.changes:
            before, after = self.tables.apply(change)
            if after is None and comes_back(change):
                raise OutOfStep(f"{change.entity} {change.id} was not loaded")
            if after is not None:
                self._index(change.entity, before, after)
                self._touch(touched, change.entity, after)
                if before is not None and change.entity == "unit":
                    touched.units |= {before.parent_id} - {None}
                touched.incidents |= self._swell(change.entity, after)
        measure(self, ((change.entity, change.id) for change in stored.entry.changes))
        self.seq, self.hash = stored.seq, stored.hash
        self._forget_board(touched)
        return touched

    def put(self, entity: str, id: str, row: Any | None) -> Touched:
        """Show this row instead of the one the log says, None: none. An overlay's, which puts back
        what was there before the next entry is folded."""
        before = self.get(entity, id)
        touched = Touched()
        if row is None:
            self.tables.rows[entity].pop(id, None)
            self._unindex(entity, before)
        else:
            self.tables.rows[entity][id] = row
            self._index(entity, before, row)
        for side in (before, row):
            if side is not None:
                self._touch(touched, entity, side)
        if entity == "incident" and row is None:
            self.tallies.drop(id)
        changed = [(entity, id)]
        if entity in PARTS and before is not None:
            changed.append(("incident", before.incident_id))
        measure(self, changed)
        self._forget_board(touched)
        return touched

    def _unindex(self, entity: str, old: Any) -> None:
        if entity == "incident":
            self._open.move(old, None)
            self._merged_into.move(old.id, old.merged_into, None)
        elif entity == "report":
            self._reports_at[old.received_at.replace(second=0, microsecond=0)] -= 1
        elif entity == "assignment":
            self._assignments_of_incident.move(old.id, old.incident_id, None)
            self._assignments_of_unit.move(old.id, old.unit_id, None)
        elif entity == "incident_report":
            self._links_of_incident.move(old.id, old.incident_id, None)
        else:
            for index in (self.of_units, self.of_incidents, self.polling_days):
                index.move(entity, old.id, old, None)

    def _forget_board(self, touched: Touched) -> None:
        if "agency" in touched.entities:
            self.board.clear()
            self.unit_news.note_all()
        if "room_setting" in touched.entities and self.clocks.turned():
            touched.judged = True
            self.unit_news.note_all()
        self.unit_news.note(touched.units)
        for id in touched.units:
            self.board.pop(id, None)

    def place(self, positions: Mapping[str, Position]) -> None:
        """Where the units are by now, all of them."""
        before, self.positions = self.positions, dict(positions)
        moved = {id for id, at in positions.items() if before.get(id) is not at}
        self.tracks.take({id: positions[id] for id in moved})
        self.moved = frozenset(moved | (before.keys() - positions.keys()))
        self.unit_news.note(self.moved)

    def forget(self, since: datetime, most: int | None = None) -> Touched:
        """Drop what a snapshot since `since` would not hold, so that a window may stay open for
        weeks, and of what it would hold all but the `most` incidents closed last: the day's
        figures go on counting those. Only for a situation that was loaded: a fold of the whole log
        keeps all of it."""
        rows = self.tables.rows
        before = {entity: len(kept) for entity, kept in rows.items()}
        units = rows["unit"]
        held = [a.incident_id for id in units for a in self.unit_assignments(id)]
        held += [r.incident_id for r in rows["referral"].values() if r.ended_at is None]
        held += [v.incident_id for v in rows["visit"].values() if v.done_at is None]
        holding = frozenset([*held, *unheard_at(rows)])
        outdated = outlived(rows["incident"], holding, since)
        cut = since if most is None else newest_closed(rows["incident"], most, since)
        gone = outdated if cut == since else outlived(rows["incident"], holding, cut)
        links = [row for row in rows["incident_report"].values() if row.incident_id in gone]
        forgotten = {link.report_id for link in links}
        self._keep("attachment", lambda row: row.report_id not in forgotten)
        for link in links:
            report = rows["report"].pop(link.report_id, None)
            if report is not None and report.late:
                self._forget_late(report)
            self._links_of_incident.move(link.id, link.incident_id, None)
        for id in gone:
            self._drop_incident(rows["incident"].pop(id), counted_on=id not in outdated)
        known = frozenset(incident.day for incident in self.all("incident"))
        self.tallies.forget(since, since.astimezone(UTC).date().isoformat(), known)
        self.floods.forget(gone)
        for entity in CHILDREN:
            self._keep(entity, lambda row: row.incident_id not in gone)
        self._keep("note", lambda row: row.incident_id is not None or row.at >= since)
        self._keep("merge_link", lambda row: not {row.winner_id, row.loser_id} <= gone)
        kept = rows["incident"]
        self._keep("take_over", lambda row: row.answer is None and row.incident_id in kept)
        self._keep("delivery", lambda row: still_told(row, since, kept))
        self._keep("phone_call", lambda row: still_needed(row, since, kept))
        for entity, wanted in also_kept(rows, since).items():
            self._keep(entity, wanted)
        for minute in [minute for minute in self._reports_at if minute < since]:
            del self._reports_at[minute]
        fewer = {entity for entity, kept in rows.items() if len(kept) < before[entity]}
        return Touched(incidents=gone, entities=fewer)

    def _forget_late(self, report: Report) -> None:
        self.late[report.source_id].pop(report.id, None)
        if not self.late[report.source_id]:
            del self.late[report.source_id]

    def _drop_incident(self, incident: Incident, *, counted_on: bool) -> None:
        self._merged_into.move(incident.id, incident.merged_into, None)
        for assignment in self.assignments(incident.id):
            self._assignments_of_incident.move(assignment.id, incident.id, None)
        if not counted_on:
            self.tallies.drop(incident.id)

    def _keep(self, entity: str, wanted: Callable[[Any], bool]) -> None:
        rows = self.tables.rows[entity]
        for id in [id for id, row in rows.items() if not wanted(row)]:
            row = rows.pop(id)
            for index in (self.of_incidents, self.polling_days):
                index.move(entity, id, row, None)

    def _index(self, entity: str, old: Any | None, new: Any) -> None:
        if entity == "incident":
            self._open.move(old, new)
            self._merged_into.move(new.id, old and old.merged_into, new.merged_into)
        elif entity == "report" and old is None:
            self._reports_at[new.received_at.replace(second=0, microsecond=0)] += 1
            if new.late:
                self.late[new.source_id][new.id] = new.received_at
        elif entity == "assignment":
            self._assignments_of_incident.move(new.id, old and old.incident_id, new.incident_id)
            now = None if new.closed_at else new.unit_id
            was = None if old is None or old.closed_at else old.unit_id
            self._assignments_of_unit.move(new.id, was, now)
            incident = self.incident(new.incident_id)
            self.usual.take(new, incident.category if incident is not None else "")
        elif entity == "incident_report":
            now = None if new.detached_at else new.incident_id
            was = None if old is None or old.detached_at else old.incident_id
            self._links_of_incident.move(new.id, was, now)
        else:
            for index in (self.of_units, self.of_incidents, self.polling_days):
                index.move(entity, new.id, old, new)

    def _swell(self, entity: str, row: Any) -> set[str]:
        """Let the floods know; ids of the incidents that look different by that."""
        if entity == "incident_report" and row.detached_at is None:
            report = self.get("report", row.report_id)
            return self.floods.take(report, row.incident_id) if report is not None else set()
        if entity == "incident" and not row.is_open:
            return self.floods.pass_lead(row.id, self._open.ids)
        return set()

    def _touch(self, touched: Touched, entity: str, row: Any) -> None:
        touched.entities.add(entity)
        if entity == "alarm":
            self._open_alarms = None
        if entity == "incident":
            touched.incidents.add(row.id)
            if row.merged_into:
                touched.incidents.add(row.merged_into)
            touched.units.update(a.unit_id for a in self.assignments(row.id) if not a.closed_at)
        elif entity == "unit":
            touched.units |= {row.id, row.parent_id} - {None}
            touched.incidents.update(a.incident_id for a in self.unit_assignments(row.id))
        elif entity == "assignment":
            touched.units.add(row.unit_id)
            touched.incidents.add(row.incident_id)
        elif entity in ABOUT_INCIDENT:
            if row.incident_id:
                touched.incidents.add(row.incident_id)
        elif entity in BETWEEN:
            touched.incidents |= {getattr(row, name) for name in BETWEEN[entity]} - {None}
        elif entity == "order_conflict":
            touched.units.add(row.unit_id)
            touched.incidents.update(self.disputed_incidents(row))
        elif entity == "welfare_check":
            touched.units.add(row.unit_id)
        elif entity == "order_task":
            told = self.get("assignment", row.assignment_id)
            if told is not None:
                touched.units.add(told.unit_id)
                touched.incidents.add(told.incident_id)

    # --- reading -------------------------------------------------------------------------------

    def all(self, entity: str) -> Iterable[Any]:
        return self.tables.rows[entity].values()

    def get(self, entity: str, id: str) -> Any | None:
        return self.tables.rows[entity].get(id)

    def incident(self, id: str) -> Incident | None:
        return self.get("incident", id)

    def unit(self, id: str) -> Unit | None:
        return self.get("unit", id)

    def agency(self, id: str) -> Agency | None:
        return self.get("agency", id)

    def staff(self, id: str) -> Staff | None:
        return self.get("staff", id)

    def source(self, id: str) -> Source | None:
        return self.get("source", id)

    def camera(self, id: str) -> Camera | None:
        return self.get("camera", id)

    @property
    def room(self) -> Room | None:
        return next(iter(self.all("room")), None)

    @property
    def shift(self) -> Shift | None:
        return max(self.all("shift"), key=lambda s: s.starts_at, default=None)

    @property
    def operations(self) -> list[Operation]:
        return [o for o in self.all("operation") if o.ends_at is None]

    def open_incidents(self) -> Iterator[Incident]:
        rows = self.tables.rows["incident"]
        return (rows[id] for id in self._open.ids)

    def open_of(self, priority: Priority) -> Iterator[Incident]:
        """Open incidents of this priority, in the order they came to it."""
        rows = self.tables.rows["incident"]
        return (rows[id] for id in self._open.of(priority))

    def newest_open(self) -> Iterator[Incident]:
        """Open incidents, the one opened last first; costs what is taken of them."""
        rows = self.tables.rows["incident"]
        return (rows[id] for id in self._open.newest())

    @property
    def open_count(self) -> int:
        return len(self._open.ids)

    @property
    def closed_count(self) -> int:
        """Incidents kept that are no open work, merged ones included."""
        return len(self.tables.rows["incident"]) - len(self._open.ids)

    def day(self, day: str) -> DayTally:
        """What is counted of the incidents that carry the local `day` (ISO date)."""
        return self.tallies.day(day)

    def reports_in(self, minute: datetime) -> int:
        """Reports received in the whole minute that begins then."""
        return self._reports_at[minute]

    def is_open(self, incident_id: str) -> bool:
        return incident_id in self._open.ids

    def assignments(self, incident_id: str) -> list[Assignment]:
        """Of the incident itself, closed ones too, in the order they were given."""
        rows = self.tables.rows["assignment"]
        return [rows[id] for id in self._assignments_of_incident.get(incident_id)]

    def unit_assignments(self, unit_id: str) -> list[Assignment]:
        """Open ones."""
        rows = self.tables.rows["assignment"]
        return [rows[id] for id in self._assignments_of_unit.get(unit_id)]

    def busy_units(self) -> Iterator[Unit]:
        """Those with an open assignment of any kind."""
        rows = self.tables.rows["unit"]
        return (rows[id] for id in self._assignments_of_unit.known() if id in rows)

    def active_assignment(self, unit_id: str) -> Assignment | None:
        """The one that holds the unit, requests included."""
        holding = (AssignmentKind.ACTIVE, AssignmentKind.REQUESTED)
        return next((a for a in self.unit_assignments(unit_id) if a.kind in holding), None)

    def disputes(self) -> list[OrderConflict]:
        """Two orders to one unit that nobody has decided between, oldest first."""
        return [row for row in self.all("order_conflict") if row.resolved_at is None]

    def disputed_orders(self, conflict: OrderConflict) -> list[Assignment]:
        """Its two orders, the earlier by radio time first."""
        rows = self.tables.rows["assignment"]
        known = [rows[id] for id in (conflict.standing_id, conflict.reported_id) if id in rows]
        return sorted(known, key=lambda order: order.ordered_at)

    def disputed_incidents(self, conflict: OrderConflict) -> list[str]:
        return [order.incident_id for order in self.disputed_orders(conflict)]

    def links(self, incident_id: str) -> list[IncidentReport]:
        rows = self.tables.rows["incident_report"]
        return [rows[id] for id in self._links_of_incident.get(incident_id)]

    def own_reports(self, incident_id: str) -> Iterator[Report]:
        """Attached to the incident itself; costs what is taken of them."""
        links, reports = self.tables.rows["incident_report"], self.tables.rows["report"]
        ids = (links[id].report_id for id in self._links_of_incident.get(incident_id))
        return (reports[id] for id in ids if id in reports)

    def reports(self, incident_id: str) -> list[Report]:
        """Of the incident and of what was merged into it, as attached."""
        rows = self.tables.rows["report"]
        own = [rows[link.report_id] for link in self.links(incident_id) if link.report_id in rows]
        for loser in self.merged_into(incident_id):
            own.extend(self.reports(loser.id))
        return own

    def merged_into(self, incident_id: str) -> list[Incident]:
        rows = self.tables.rows["incident"]
        return [rows[id] for id in self._merged_into.get(incident_id)]

    def family(self, incident_id: str) -> list[str]:
        """The incident and everything merged into it."""
        ids = [incident_id]
        for loser in self.merged_into(incident_id):
            ids.extend(self.family(loser.id))
        return ids

    def on_it(self, incident_id: str) -> list[Assignment]:
        """Open assignments of the incident and of what was merged into it."""
        return [
            a for id in self.family(incident_id) for a in self.assignments(id) if not a.closed_at
        ]

    def open_alarms(self) -> list[Alarm]:
        """Not cleared, unacknowledged first, most urgent first, oldest first."""
        if self._open_alarms is None:
            found = [a for a in self.all("alarm") if a.cleared_at is None]
            found.sort(key=lambda a: (a.acknowledged_at is not None, a.rank, a.raised_at))
            self._open_alarms = found
        return list(self._open_alarms)
