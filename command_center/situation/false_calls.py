"""Who has called for nothing before: shown beside the next call, never a reason to doubt it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from command_center.domain.incident import Disposition
from command_center.situation.situation import Situation

FALSE = (Disposition.PRANK, Disposition.FALSE_REPORT)


@dataclass(frozen=True, slots=True)
class FalseCalls:
    """`marks` that people put on the number, `reports` of theirs that were found false; when the
    last of either was, and what was said of it last."""

    caller_ref: str
    marks: int
    reports: int
    last_at: datetime
    reason: str = ""

    @property
    def count(self) -> int:
        return self.marks + self.reports


def false_calls(situation: Situation, caller_ref: str) -> FalseCalls | None:
    """Of one caller; None: nothing is known against them, or they are not known."""
    return recurring(situation, least=1).get(caller_ref) if caller_ref else None


def recurring(situation: Situation, least: int = 2) -> Mapping[str, FalseCalls]:
    """Callers with `least` such calls or more, by their reference: of marks all that stand, of
    reports those this window knows. A call that has a mark is not counted again by its report."""
    found: dict[str, FalseCalls] = {}
    marked = set()
    for mark in situation.all("prank_mark"):
        call = situation.get("phone_call", mark.call_id)
        marked.add(call.incident_id if call is not None else None)
        if mark.struck_at is None and mark.caller_ref:
            _count(found, mark.caller_ref, mark.marked_at, mark.reason, mark=True)
    for caller_ref, incident_id, at in _false_reports(situation):
        if incident_id not in marked:
            _count(found, caller_ref, at, "", mark=False)
    return {ref: calls for ref, calls in found.items() if calls.count >= least}


def _count(
    found: dict[str, FalseCalls], ref: str, at: datetime, reason: str, *, mark: bool
) -> None:
    known = found.get(ref) or FalseCalls(ref, 0, 0, at)
    newer = at >= known.last_at
    found[ref] = FalseCalls(
        caller_ref=ref,
        marks=known.marks + mark,
        reports=known.reports + (not mark),
        last_at=max(known.last_at, at),
        reason=(reason or known.reason) if newer else (known.reason or reason),
    )


def _false_reports(situation: Situation) -> Iterator[tuple[str, str, datetime]]:
    """(caller, incident, when it was closed), once for each incident."""
    callers: defaultdict[str, set[str]] = defaultdict(set)
    for call in situation.all("phone_call"):
        if call.caller_ref and call.incident_id:
            callers[call.incident_id].add(call.caller_ref)
    for incident in situation.all("incident"):
        if incident.disposition not in FALSE or incident.closed_at is None:
            continue
        refs = set(callers.get(incident.id, ()))
        refs |= {report.reporter_ref for report in situation.reports(incident.id)}
        for ref in sorted(refs - {""}):
            yield ref, incident.id, incident.closed_at
