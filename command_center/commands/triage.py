"""From a report to a sound incident: own it, verify it, rank it, merge it, end it."""

from __future__ import annotations

from dataclasses import dataclass

from command_center.commands.answers import part_for_ever
from command_center.commands.conflicts import lost_to
from command_center.commands.dispatch import close_assignment
from command_center.commands.family import family
from command_center.commands.order_out import stand_down_out
from command_center.commands.owners import in_this_shift, nobodys
from command_center.commands.parents import open_children
from command_center.commands.registry import Context, Result, verb
from command_center.commands.rescoring import hear_merged, rescore, unhear_merged
from command_center.commands.suggesting import overruled_again, standing_table
from command_center.commands.tell import tell_merged, tell_parted, tell_reporters, told_as
from command_center.domain.errors import Conflict, OperatorError
from command_center.domain.incident import (
    Disposition,
    Incident,
    IncidentStatus,
    MergeLink,
    Note,
    Priority,
)
from command_center.domain.moves import check_move
from command_center.domain.permissions import Permission
from command_center.domain.unit import Assignment, CloseReason, Order
from command_center.ports import Among, UnitOfWork

WHY_LENGTH = 40


@dataclass(frozen=True, slots=True)
class TakeIncident:
    incident_id: str


@dataclass(frozen=True, slots=True)
class VerifyIncident:
    incident_id: str


@dataclass(frozen=True, slots=True)
class SetPriority:
    """`before` is what stood there for whoever sets it: Conflict if it was set otherwise since.
    `why` is a word for whoever reviews the table of points."""

    incident_id: str
    priority: Priority
    before: Priority | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class MergeIncidents:
    """`loser_id` becomes part of `winner_id`."""

    winner_id: str
    loser_id: str


@dataclass(frozen=True, slots=True)
class UnmergeIncident:
    """`winner_id` is what it was part of for whoever takes it out, if that was seen."""

    loser_id: str
    winner_id: str | None = None


@dataclass(frozen=True, slots=True)
class CloseIncident:
    """Ends the incident; whoever is still on it is released. `on_it` are the assignments that were
    seen open on it: Conflict if another was added since. `before` is how it was seen to have been
    ended by somebody else: this is said instead."""

    incident_id: str
    disposition: Disposition
    on_it: tuple[str, ...] | None = None
    before: Disposition | None = None


@dataclass(frozen=True, slots=True)
class ReopenIncident:
    """`seen_ended`: it was over for whoever opens it again, so that it may be open by now."""

    incident_id: str
    seen_ended: bool = False


def _open(work: UnitOfWork, incident_id: str) -> Incident:
    incident = work.get(Incident, incident_id)
    if not incident.is_open:
        raise OperatorError("incident_not_open", number=incident.number, status=incident.status)
    return incident


@verb(TakeIncident, "incident.taken", Permission.TRIAGE)
def take(work: UnitOfWork, command: TakeIncident, ctx: Context) -> Result:
    incident = _open(work, command.incident_id)
    if incident.owner_id not in (None, ctx.act.actor):
        raise Conflict(
            "incident",
            incident.id,
            by=incident.owner_id,
            at=incident.claimed_at,
            theirs={"owner_id": incident.owner_id},
        )
    if incident.owner_id is None:
        work.change(incident, owner_id=ctx.act.actor, claimed_at=ctx.at)
    return {"incident_id": incident.id}


def verify_row(work: UnitOfWork, incident: Incident, ctx: Context) -> Incident:
    """Mark verified by this person, if it was not; who verifies an unowned incident owns it."""
    if incident.verified_at is not None:
        return incident
    owns = incident.owner_id is None and in_this_shift(work, ctx)
    mine = {"owner_id": ctx.act.actor, "claimed_at": ctx.at} if owns else {}
    status = incident.status
    if status is IncidentStatus.NEW:
        status = IncidentStatus.VERIFIED
    verified = work.change(
        incident, status=status, verified_at=ctx.at, verified_by=ctx.act.actor, **mine
    )
    tell_reporters(work, verified, told_as(work, verified), ctx)
    return verified


@verb(VerifyIncident, "incident.verified", Permission.TRIAGE)
def verify(work: UnitOfWork, command: VerifyIncident, ctx: Context) -> Result:
    verify_row(work, _open(work, command.incident_id), ctx)
    return {"incident_id": command.incident_id}


@verb(SetPriority, "incident.prioritised", Permission.TRIAGE)
def set_priority(work: UnitOfWork, command: SetPriority, ctx: Context) -> Result:
    incident = _open(work, command.incident_id)
    settled = (command.priority, command.before or incident.priority)
    if incident.priority not in settled:
        stands = incident.priority.value
        raise lost_to(work, "incident", incident.id, "priority", priority=stands)
    why = command.why.strip()[:WHY_LENGTH]
    reasons = overruled_again(incident.priority.value, incident.priority_reason, why)
    work.change(incident, priority=command.priority, priority_reason=reasons)
    # What a person says goes before what a merge took over: un-merging shall not undo it.
    for link in work.find(MergeLink, winner_id=incident.id, unmerged_at=None):
        work.change(link, taken={})
    return {"incident_id": incident.id}


@verb(MergeIncidents, "incident.merged", Permission.TRIAGE)
def merge(work: UnitOfWork, command: MergeIncidents, ctx: Context) -> Result:
    if command.winner_id == command.loser_id:
        raise OperatorError("merge_with_itself")
    loser = work.get(Incident, command.loser_id)
    if loser.status is IncidentStatus.MERGED:
        return _merged_already(work, loser, command.winner_id)
    winner = work.get(Incident, command.winner_id)
    if winner.status is IncidentStatus.MERGED:
        raise _merged_elsewhere(work, winner)
    winner, loser = _open(work, command.winner_id), _open(work, command.loser_id)
    check_move("incident", loser.status, IncidentStatus.MERGED)
    taken: dict[str, list[str]] = {}
    if loser.priority < winner.priority:
        taken["priority"] = [winner.priority.value, loser.priority.value]
        work.change(winner, priority=loser.priority)
    link = MergeLink(
        id=ctx.new_id(),
        version=1,
        winner_id=winner.id,
        loser_id=loser.id,
        loser_status=loser.status,
        taken=taken,
        merged_at=ctx.at,
        merged_by=ctx.act.actor,
        unmerged_at=None,
    )
    work.add(link)
    loser = work.change(loser, status=IncidentStatus.MERGED, merged_into=winner.id)
    tell_merged(work, loser, winner, ctx)
    if not taken:
        hear_merged(work, link, winner, ctx)
    return {"incident_id": winner.id, "loser_id": loser.id}


def _merged_already(work: UnitOfWork, loser: Incident, winner_id: str) -> Result:
    """Two people who see the same merge the same."""
    if loser.merged_into == winner_id:
        return {"incident_id": winner_id, "loser_id": loser.id}
    raise _merged_elsewhere(work, loser)


def _merged_elsewhere(work: UnitOfWork, incident: Incident) -> Conflict:
    return lost_to(work, "incident", incident.id, "merged_into", merged_into=incident.merged_into)


@verb(UnmergeIncident, "incident.unmerged", Permission.TRIAGE)
def unmerge(work: UnitOfWork, command: UnmergeIncident, ctx: Context) -> Result:
    links = work.find(MergeLink, loser_id=command.loser_id, unmerged_at=None)
    if not links:
        return _unmerged_already(work, command)
    link = links[0]
    if command.winner_id not in (None, link.winner_id):
        raise _merged_elsewhere(work, work.get(Incident, command.loser_id))
    work.change(link, unmerged_at=ctx.at)
    loser = work.get(Incident, link.loser_id)
    loser = work.change(loser, status=link.loser_status, merged_into=None, **nobodys(work, loser))
    corrected = tell_parted(work, loser, link.merged_at, ctx)
    rescore(work, loser.id, standing_table(work), ctx)
    winner = work.get(Incident, link.winner_id)
    _give_back_priority(work, link, winner)
    unhear_merged(work, link, ctx)
    part_for_ever(work, loser.id, winner.id, ctx)
    own = {"incident_id": Among(family(work, loser.id))}
    return {
        "incident_id": winner.id,
        "loser_id": loser.id,
        "units": len(work.find(Assignment, closed_at=None, **own)),
        "notes": len(work.find(Note, **own)),
        "corrected": corrected,
    }


def _unmerged_already(work: UnitOfWork, command: UnmergeIncident) -> Result:
    """Somebody else has taken it out meanwhile; without a merge that was seen there was none."""
    if command.winner_id is None:
        raise OperatorError("not_merged")
    return {"incident_id": command.winner_id, "loser_id": command.loser_id}


def _give_back_priority(work: UnitOfWork, link: MergeLink, winner: Incident) -> None:
    """What the loser lent goes; if another merge raised it further, that one now remembers where
    it all began."""
    if "priority" not in link.taken:
        return
    before, after = link.taken["priority"]
    for other in work.find(MergeLink, winner_id=winner.id, unmerged_at=None):
        lent = other.taken.get("priority", [])
        if lent[:1] == [after]:
            work.change(other, taken={**other.taken, "priority": [before, lent[1]]})
            return
    if winner.priority.value == after:
        work.change(winner, priority=Priority(before))


def end_row(
    work: UnitOfWork,
    incident: Incident,
    disposition: Disposition,
    ctx: Context,
    on_it: tuple[str, ...] | None = None,
) -> None:
    """Release whoever is on it or on what was merged into it, then close. With `on_it`, nobody is
    called back who was sent after the person last looked."""
    for member in family(work, incident.id):
        for assignment in work.find(Assignment, incident_id=member, closed_at=None):
            if on_it is not None and assignment.id not in on_it:
                raise _sent_meanwhile(work, incident, assignment)
            close_assignment(work, assignment, CloseReason.DONE, ctx)
            stand_down_out(work, ctx, assignment)
    check_move("incident", incident.status, IncidentStatus.CLOSED)
    work.change(
        incident,
        status=IncidentStatus.CLOSED,
        closed_at=ctx.at,
        disposition=disposition,
        time_reversed=incident.time_reversed or ctx.at < incident.opened_at,
    )
    tell_reporters(work, incident, "closed", ctx)


def _sent_meanwhile(work: UnitOfWork, incident: Incident, assignment: Assignment) -> Conflict:
    order = work.get(Order, assignment.order_id)
    theirs: dict[str, object] = {"assignment_id": assignment.id, "unit_id": assignment.unit_id}
    by, at = order.ordered_by, order.ordered_at
    return Conflict("incident", incident.id, by=by, at=at, theirs=theirs)


@verb(CloseIncident, "incident.closed", Permission.TRIAGE)
def close(work: UnitOfWork, command: CloseIncident, ctx: Context) -> Result:
    incident = work.get(Incident, command.incident_id)
    if incident.status is IncidentStatus.CLOSED:
        _close_otherwise(work, incident, command)
        return {"incident_id": incident.id}
    if incident.status is IncidentStatus.MERGED:
        raise _merged_elsewhere(work, incident)
    end_row(work, _open(work, incident.id), command.disposition, ctx, command.on_it)
    staying = open_children(work, incident.id)
    told = {"open_children": staying} if staying else {}
    return {"incident_id": incident.id, **told}


def _close_otherwise(work: UnitOfWork, incident: Incident, command: CloseIncident) -> None:
    """It was ended by somebody else first: the same, or not."""
    if incident.disposition is command.disposition:
        return
    if incident.disposition is not command.before:
        stands = incident.disposition.value if incident.disposition else None
        raise lost_to(work, "incident", incident.id, "disposition", disposition=stands)
    work.change(incident, disposition=command.disposition)


@verb(ReopenIncident, "incident.reopened", Permission.TRIAGE)
def reopen(work: UnitOfWork, command: ReopenIncident, ctx: Context) -> Result:
    incident = work.get(Incident, command.incident_id)
    if command.seen_ended and incident.is_open:
        return {"incident_id": incident.id}
    if incident.status not in (IncidentStatus.CLOSED, IncidentStatus.CANCELLED):
        raise OperatorError("incident_not_ended", number=incident.number)
    verified = incident.verified_at is not None
    incident = work.change(
        incident,
        status=IncidentStatus.VERIFIED if verified else IncidentStatus.NEW,
        closed_at=None,
        disposition=None,
        **nobodys(work, incident),
    )
    tell_reporters(work, incident, told_as(work, incident), ctx)
    rescore(work, incident.id, standing_table(work), ctx)
    return {"incident_id": incident.id}
