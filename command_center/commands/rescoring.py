"""Open incidents ranked anew by the table of points: after an edit of it, and when more is told.

Rows are asked for all at once: a queue of thousands is a handful of questions to the database.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from command_center.advice.triage import Said, Suggestion
from command_center.advice.triage.reach import Reach
from command_center.advice.triage.table import When
from command_center.advice.triage.words import matcher_of
from command_center.commands.registry import Context
from command_center.commands.suggesting import (
    Ground,
    Standing,
    facts_of_incident,
    judged,
    said_of,
    standing_ground,
    standing_table,
    suggested,
)
from command_center.domain.incident import (
    OPEN_STATUSES,
    Incident,
    IncidentReport,
    MergeLink,
    Priority,
    Report,
)
from command_center.ports import Among, UnitOfWork

RANKED, RAISED, TABLE = "ranked", "raised", "table"
"""Of `MergeLink.taken`, where hearing of the loser raised the winner: its priority and reasons
before, the same after, and the version of the table that said so."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Of some incidents, by id: what was said of each and of all that was merged into it, and which
    of them have their priority from one of those: un-merging gives it back."""

    said: Mapping[str, tuple[Said, ...]] = field(default_factory=dict)
    lent: frozenset[str] = frozenset()


def heard_of(work: UnitOfWork, ids: Collection[str]) -> Heard:
    """Reports in the order they came."""
    home = _homes(work, ids)
    links = work.find(IncidentReport, incident_id=Among(home), detached_at=None)
    reports = {
        report.id: report for report in work.find(Report, id=Among([at.report_id for at in links]))
    }
    said: dict[str, list[Said]] = {id: [] for id in ids}
    for link in sorted(links, key=lambda at: at.report_id):
        said[home[link.incident_id]].append(said_of(reports[link.report_id]))
    lent: frozenset[str] = frozenset()
    if len(home) > len(said):
        merges = work.find(MergeLink, winner_id=Among(ids), unmerged_at=None)
        lent = frozenset(link.winner_id for link in merges if "priority" in link.taken)
    return Heard({id: tuple(told) for id, told in said.items()}, lent)


def _homes(work: UnitOfWork, ids: Iterable[str]) -> dict[str, str]:
    """Each of them, and each that was merged into it, whatever was in between -> which it is."""
    home = {id: id for id in ids}
    level: Sequence[str] = list(home)
    while level:
        losers = work.find(Incident, merged_into=Among(level))
        home |= {one.id: home[one.merged_into] for one in losers if one.merged_into is not None}
        level = [one.id for one in losers]
    return home


def rescore_open(work: UnitOfWork, standing: Standing, reach: Reach, ctx: Context) -> int:
    """Rank every open incident anew that the table had ranked and that the edit reaches; how many
    came to another rank."""
    ranked = [
        one
        for one in work.find(Incident, status=Among(sorted(OPEN_STATUSES)))
        if suggested(one.priority_reason)
    ]
    reached = [one for one in ranked if reach.holds(one.category, one.priority_reason)]
    asked = ranked if reach.words else reached
    if not asked:
        return 0
    heard = heard_of(work, [one.id for one in asked])
    if reach.words:
        sure = {one.id for one in reached}
        texts = {one.id: [said.text for said in heard.said[one.id]] for one in asked}
        reached = [one for one in asked if one.id in sure or reach.heard(texts[one.id])]
    ground = standing_ground(work, standing, ctx)
    return sum(_rescore(work, one, heard, standing, ground, ctx) for one in reached)


def rescore(work: UnitOfWork, incident_id: str, standing: Standing, ctx: Context) -> bool:
    """Rank one incident anew; whether it came to another rank."""
    incident = work.get(Incident, incident_id)
    if not incident.is_open or not suggested(incident.priority_reason):
        return False
    ground = standing_ground(work, standing, ctx)
    return _rescore(work, incident, heard_of(work, [incident.id]), standing, ground, ctx)


def _rescore(
    work: UnitOfWork,
    incident: Incident,
    heard: Heard,
    standing: Standing,
    ground: Ground,
    ctx: Context,
) -> bool:
    if incident.id in heard.lent:
        return False
    facts = facts_of_incident(incident, heard.said[incident.id], ground)
    suggestion = judged(facts, standing, ctx)
    work.change(incident, priority=suggestion.priority, priority_reason=suggestion.reasons)
    return suggestion.priority is not incident.priority


# --- more is told of it --------------------------------------------------------------------------


def hear_more(work: UnitOfWork, incident: Incident, ctx: Context) -> Suggestion | None:
    """A further report counts for what it says: the new rank, None if the incident keeps its own.
    Nothing that is told besides makes an incident less urgent, nor changes what a person said."""
    if incident.priority is Priority.P1 or not suggested(incident.priority_reason):
        return None
    heard = heard_of(work, [incident.id])
    if incident.id in heard.lent:
        return None
    standing = standing_table(work)
    ground = standing_ground(work, standing, ctx)
    found = judged(facts_of_incident(incident, heard.said[incident.id], ground), standing, ctx)
    if found.priority > incident.priority or found.reasons == incident.priority_reason:
        return None
    work.change(incident, priority=found.priority, priority_reason=found.reasons)
    return found


def hear_report(work: UnitOfWork, incident: Incident, report: Report, ctx: Context) -> None:
    """A report was filed under the incident. In a flood nearly all say what is known already: then
    nothing is read."""
    if incident.priority is Priority.P1 or not suggested(incident.priority_reason):
        return
    table = standing_table(work).table
    fired = {code: points for _, code, points in map(_fired, incident.priority_reason) if code}
    counted = all(row.code in fired for row in table.rows if row.when is When.REPORTERS)
    lowered = any(points.startswith("-") for points in fired.values())
    if counted and not lowered and matcher_of(table).fired(report.text) <= fired.keys():
        return
    hear_more(work, incident, ctx)


def _fired(reason: str) -> tuple[str, str, str]:
    """Kind, code and points of a row as `Row.reason` keeps it; no code of what is none."""
    kind, code, points = (*reason.split(":"), "", "")[:3]
    return kind, code if points else "", points


def hear_merged(work: UnitOfWork, link: MergeLink, winner: Incident, ctx: Context) -> None:
    """What was said of the loser counts for the winner from now on; the link keeps what was."""
    found = hear_more(work, winner, ctx)
    if found is None:
        return
    kept = {
        RANKED: [winner.priority.value, *winner.priority_reason],
        RAISED: [found.priority.value, *found.reasons],
        TABLE: [str(standing_table(work).version)],
    }
    work.change(link, taken={**link.taken, **kept})


def unhear_merged(work: UnitOfWork, link: MergeLink, ctx: Context) -> None:
    """The loser is out of it again: the winner is ranked as if it had never been part of it."""
    if RANKED not in link.taken:
        return
    winner = work.get(Incident, link.winner_id)
    others = work.find(MergeLink, winner_id=winner.id, unmerged_at=None)
    for other in others:
        if other.id > link.id and RANKED in other.taken:
            # the later merge began where this one ended: now it begins where this one began
            work.change(other, taken={**other.taken, RANKED: link.taken[RANKED]})
            rescore(work, winner.id, standing_table(work), ctx)
            return
    if not suggested(winner.priority_reason):
        return
    (rank, *reasons), (raised, *_) = link.taken[RANKED], link.taken[RAISED]
    lent = _lent_upon(others, raised)
    if lent is None:
        winner = work.change(winner, priority=Priority(rank), priority_reason=tuple(reasons))
    else:
        work.change(lent, taken={**lent.taken, "priority": [rank, lent.taken["priority"][1]]})
        winner = work.change(winner, priority_reason=tuple(reasons))
    _rank_now(work, link, winner, others, ctx)


def _lent_upon(others: Iterable[MergeLink], raised: str) -> MergeLink | None:
    return next((o for o in others if o.taken.get("priority", [])[:1] == [raised]), None)


def _rank_now(
    work: UnitOfWork,
    link: MergeLink,
    winner: Incident,
    others: Sequence[MergeLink],
    ctx: Context,
) -> None:
    """The table may say otherwise by now, and what else was merged may raise it by itself."""
    standing = standing_table(work)
    if link.taken.get(TABLE) != [str(standing.version)]:
        rescore(work, winner.id, standing, ctx)
    elif others:
        hear_merged(work, others[0], winner, ctx)
