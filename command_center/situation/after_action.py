"""What an exercise was, told from its log: the course, the decisions with what was known then, the
injects with what came of them. Codes and values; the words are the screen's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from command_center.commands.exercise import DIRECTED, INJECT, NOTE, PACE
from command_center.domain.clocks import Clock
from command_center.domain.incident import Incident
from command_center.domain.log import LogEntry, StoredEntry
from command_center.domain.unit import UnitStatus
from command_center.exercise.injects.model import SAID, Expected, Inject, InjectKind, Reaction
from command_center.exercise.injects.player import LOST, State
from command_center.situation.figures import Spread, clocks_since
from command_center.situation.situation import Situation
from command_center.situation.timeline import TimelineLine, timeline

DECISIONS = frozenset(
    {"incident.taken", "incident.verified", "incident.prioritised", "incident.merged",
     "incident.unmerged", "incident.closed", "incident.reopened", "incident.alarm_level",
     "incident.referred", "take_over.asked", "take_over.answered",
     "units.ordered", "units.moved", "unit.reassigned", "unit.released", "unit.stacked",
     "stacked.started", "order.cancelled", "order.silent",
     "operation.level", "operation.control", "operation.force", "plan.called",
     "decision.revoked"}
)  # fmt: skip
QUIET = frozenset({"source.read", "source.connected", "unit.registered", INJECT, NOTE, PACE})
"""Not of the course: what machines say all the time, and what has a table of its own."""
UNDONE = "entry.undone"
_WHEN: Mapping[Reaction, str] = {
    Reaction.TAKEN: "claimed_at",
    Reaction.VERIFIED: "verified_at",
    Reaction.ORDERED: "first_order_at",
    Reaction.ON_SCENE: "first_on_scene_at",
    Reaction.CLOSED: "closed_at",
}


@dataclass(frozen=True, slots=True)
class KnownThen:
    """What the room knew when it was decided, before it: of the incident, where it was about one,
    its rank, reports and age, of the room its open incidents and the units that were free.
    `promised` are seconds until each unit would be there, by unit id, as the person was shown."""

    priority: str = ""
    verified: bool = False
    reports: int = 0
    age_s: float = 0.0
    open: int = 0
    free: int = 0
    promised: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Decision:
    """`number` of the incident; None: it was about a place, or units, and no incident."""

    line: TimelineLine
    workstation: str
    number: int | None
    known: KnownThen


@dataclass(frozen=True, slots=True)
class Judged:
    """An expected reaction; `took_s` None: it never came."""

    expected: Expected
    took_s: float | None

    @property
    def met(self) -> bool:
        return self.took_s is not None and self.took_s <= self.expected.within_s


@dataclass(frozen=True, slots=True)
class InjectTold:
    """`state` "" : it never came due. `number` of the incident its report became part of."""

    inject: Inject
    state: str
    at: datetime | None
    number: int | None
    judged: tuple[Judged, ...]

    @property
    def missed(self) -> bool:
        """It was there and the room did not do in time what was expected."""
        return self.state == State.THERE and any(not one.met for one in self.judged)


@dataclass(frozen=True, slots=True)
class EvaluatorNote:
    at: datetime
    actor: str
    text: str
    number: int | None


@dataclass(frozen=True, slots=True)
class AfterAction:
    """`situation` is how the exercise ended; `since` and `until` its first and last entry; `clocks`
    are those that began to run once it had started."""

    title: str
    since: datetime
    until: datetime
    situation: Situation
    clocks: Mapping[Clock, Spread]
    course: Sequence[TimelineLine]
    decisions: Sequence[Decision]
    injects: Sequence[InjectTold]
    notes: Sequence[EvaluatorNote]
    entries: int

    @property
    def lost(self) -> int:
        return sum(one.state in LOST for one in self.injects)

    @property
    def missed(self) -> int:
        return sum(one.missed for one in self.injects)


def after_action(
    title: str, injects: Sequence[Inject], entries: Iterable[StoredEntry], starts: datetime
) -> AfterAction:
    """Folds the whole log of the exercise once. What the scenario had done before `starts`, in the
    name of whoever sits there, is of the course, and neither a decision nor a clock."""
    told = _Telling(starts)
    for stored in entries:
        told.take(stored)
    if told.since is None or told.until is None:
        raise ValueError("an exercise has entries")
    return AfterAction(
        title=title,
        since=told.since,
        until=told.until,
        situation=told.situation,
        clocks=clocks_since(told.situation, starts),
        course=told.course,
        decisions=told.decisions,
        injects=told.injects(injects),
        notes=told.notes,
        entries=told.situation.seq,
    )


class _Telling:
    def __init__(self, starts: datetime) -> None:
        self._starts = starts
        self.situation = Situation()
        self.since: datetime | None = None
        self.until: datetime | None = None
        self.course: list[TimelineLine] = []
        self.decisions: list[Decision] = []
        self.notes: list[EvaluatorNote] = []
        self._states: dict[str, tuple[str, datetime]] = {}
        self._logged: dict[str, Inject] = {}
        self._reached: dict[tuple[str, Reaction], datetime] = {}

    def take(self, stored: StoredEntry) -> None:
        entry = stored.entry
        at = datetime.fromisoformat(entry.recorded_at)
        self.since, self.until = self.since or at, at
        decides = entry.kind in DECISIONS and self._starts <= _occurred(entry)
        decides = decides and entry.reason != DIRECTED
        decision = self._decision(stored, at) if decides else None
        self.situation.apply(stored)
        self._reach(entry)
        result = _result(entry)
        if entry.kind == INJECT:
            self._injected(result, at)
        elif entry.kind == NOTE:
            incident = self.situation.incident(str(result.get("incident_id", "")))
            number = incident.number if incident else None
            self.notes.append(EvaluatorNote(at, entry.actor, str(result.get("text", "")), number))
        if entry.kind not in QUIET:
            self.course += _lines(stored)
        if decision is not None:
            self.decisions.append(decision)

    def _reach(self, entry: LogEntry) -> None:
        """An incident keeps its newest owner's time; what is judged is when the room first did it.
        What was undone had not been done."""
        for change in entry.changes:
            for reaction, name in _WHEN.items():
                if change.entity != "incident" or name not in change.set:
                    continue
                key = change.id, reaction
                at: datetime | None = getattr(self.situation.incident(change.id), name, None)
                if at is not None:
                    self._reached[key] = min(at, self._reached.get(key, at))
                elif entry.kind == UNDONE:
                    self._reached.pop(key, None)

    def _decision(self, stored: StoredEntry, at: datetime) -> Decision | None:
        entry = stored.entry
        lines = _lines(stored)
        id = str(_result(entry).get("incident_id") or _incident_of(entry))
        incident = self.situation.incident(id)
        if not lines:
            return None
        known = self._known(incident, at, entry)
        return Decision(lines[0], entry.workstation, incident.number if incident else None, known)

    def _known(self, incident: Incident | None, at: datetime, entry: LogEntry) -> KnownThen:
        situation = self.situation
        free = sum(
            unit.status is UnitStatus.AVAILABLE and situation.active_assignment(unit.id) is None
            for unit in situation.all("unit")
        )
        told = entry.inputs.get("promised")
        promised = {
            str(unit): float(one["seconds"])
            for unit, one in (told.items() if isinstance(told, Mapping) else ())
            if isinstance(one, Mapping) and "seconds" in one
        }
        room = KnownThen(open=situation.open_count, free=free, promised=promised)
        if incident is None:
            return room
        return replace(
            room,
            priority=incident.priority.value,
            verified=incident.verified_at is not None,
            reports=len(situation.reports(incident.id)),
            age_s=(at - incident.opened_at).total_seconds(),
        )

    def _injected(self, result: Mapping[str, Any], at: datetime) -> None:
        id, kind = str(result.get("inject", "")), str(result.get("kind", ""))
        self._states[id] = (str(result.get("state", "")), at)
        if kind in list(InjectKind):
            self._logged[id] = Inject(id, InjectKind(kind), str(result.get("title", "")))

    def injects(self, planned: Sequence[Inject]) -> list[InjectTold]:
        """Those of the scenario, then those that the director thought of, as they came."""
        known = {one.id for one in planned}
        added = [one for id, one in self._logged.items() if id not in known]
        return [self.inject(one) for one in (*planned, *added)]

    def inject(self, inject: Inject) -> InjectTold:
        state, at = self._states.get(inject.id, ("", None))
        became, received = self._became(inject)
        judged = tuple(
            Judged(one, self._took(became, received, one.reaction)) for one in inject.expected
        )
        return InjectTold(inject, state, at, became[-1].number if became else None, judged)

    def _took(
        self, became: Sequence[Incident], received: datetime | None, reaction: Reaction
    ) -> float | None:
        """From the report on; 0 where it had been done about its incident before."""
        times = [self._reached.get((incident.id, reaction)) for incident in became]
        done = min((at for at in times if at is not None), default=None)
        if done is None or received is None:
            return None
        return max(0.0, (done - received).total_seconds())

    def _became(self, inject: Inject) -> tuple[list[Incident], datetime | None]:
        """The incident its report was filed under, then what that was merged into, up to what it
        is part of now; and when the report came."""
        if inject.kind not in SAID:
            return [], None
        for report in self.situation.all("report"):
            # the log says of one that was thought of on the way what it was, not where it went in
            of_source = inject.source in ("", report.source_id)
            if of_source and report.external_id == inject.report_id:
                links = self.situation.all("incident_report")
                of = [link for link in links if link.report_id == report.id]
                standing = [link for link in of if link.detached_at is None]
                next_id = standing[0].incident_id if standing else None
                became: list[Incident] = []
                while next_id and (incident := self.situation.incident(next_id)) is not None:
                    became.append(incident)
                    next_id = incident.merged_into
                return became, report.received_at
        return [], None


def _occurred(entry: LogEntry) -> datetime:
    return datetime.fromisoformat(entry.occurred_at)


def _result(entry: LogEntry) -> Mapping[str, Any]:
    told = entry.inputs.get("result")
    return told if isinstance(told, Mapping) else {}


def _incident_of(entry: LogEntry) -> str:
    return next((c.id for c in entry.changes if c.entity == "incident"), "")


def _lines(stored: StoredEntry) -> list[TimelineLine]:
    return timeline([stored], {c.id for c in stored.entry.changes if c.entity == "incident"})
