"""What the verbs about an election ask of their words."""

from __future__ import annotations

from command_center.commands.place_words import day
from command_center.domain.errors import OperatorError
from command_center.domain.site import Election
from command_center.ports import UnitOfWork


def election(work: UnitOfWork, election_id: str) -> Election:
    """NotFound; OperatorError where none is said."""
    if not election_id:
        raise OperatorError("select_election")
    return work.recall(Election, election_id)


def days(starts_on: str, ends_on: str) -> tuple[str, str]:
    """Two calendar days in their order, ISO."""
    first, last = day(starts_on), day(ends_on)
    if last < first:
        raise OperatorError("stage_ends_first", first=first, last=last)
    return first, last
