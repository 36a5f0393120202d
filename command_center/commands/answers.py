"""What people say of duplicates: kept for ever, obeyed for ever, and what weights are learnt
from."""

from __future__ import annotations

import math
from collections.abc import Mapping

from command_center.advice.duplicates.book import FEATURES, LARGEST
from command_center.commands.registry import Context
from command_center.domain.errors import OperatorError
from command_center.domain.incident import DuplicateAnswer, IncidentReport
from command_center.ports import UnitOfWork

MOST_POINTS = 1_000.0


def keep_answer(
    work: UnitOfWork,
    ctx: Context,
    *,
    report_id: str,
    incident_id: str,
    same: bool,
    points: float = 0.0,
    features: Mapping[str, float] | None = None,
) -> None:
    """`features` is what the person was shown; empty: they looked for themselves."""
    seen = {name: _sound(value) for name, value in (features or {}).items() if name in FEATURES}
    work.add(
        DuplicateAnswer(
            id=ctx.new_id(),
            version=1,
            report_id=report_id,
            incident_id=incident_id,
            same=same,
            points=_sound(points),
            features=seen,
            answered_at=ctx.now,
            answered_by=ctx.act.actor,
        )
    )


def _sound(value: float) -> float:
    if not math.isfinite(value) or abs(value) > MOST_POINTS:
        raise OperatorError("duplicate_points", limit=LARGEST)
    return float(value)


def first_report(work: UnitOfWork, incident_id: str) -> str:
    """The id of the report an incident began with; OperatorError if it has none."""
    links = work.find(IncidentReport, incident_id=incident_id, detached_at=None)
    if not links:
        raise OperatorError("incident_without_report")
    return links[0].report_id


def part_for_ever(work: UnitOfWork, loser_id: str, winner_id: str, ctx: Context) -> None:
    """A person took the one out of the other: the two are not suggested for each other again."""
    links = work.find(IncidentReport, incident_id=loser_id, detached_at=None)
    for link in links[:1]:
        keep_answer(work, ctx, report_id=link.report_id, incident_id=winner_id, same=False)
