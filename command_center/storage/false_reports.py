"""What came of a caller's earlier reports, however far back; the number itself is not asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from command_center.domain.incident import Disposition
from command_center.ports import FalseReport
from command_center.storage.link import Link
from command_center.storage.statements import marks
from command_center.storage.times import from_us, to_us

MOST = 200
"""Of a caller; whoever has that many is counted no further."""
_FALSE = ", ".join(f"'{ending.value}'" for ending in (Disposition.PRANK, Disposition.FALSE_REPORT))
_ENDED = f"i.disposition IN ({_FALSE}) AND i.closed_at >= ?"
_OF_CALLS = (
    "SELECT c.caller_ref, i.id, i.closed_at FROM phone_call c JOIN incident i"  # noqa: S608
    f" ON i.id = c.incident_id WHERE {_ENDED} AND c.caller_ref IN (%s) LIMIT ?"
)
# from the incidents that ended so: reports have no index by who sent them
_OF_REPORTS = (
    "SELECT r.reporter_ref, i.id, i.closed_at FROM incident i"  # noqa: S608
    " JOIN incident_report l ON l.incident_id = i.id AND l.detached_at IS NULL"
    f" JOIN report r ON r.id = l.report_id WHERE {_ENDED} AND r.reporter_ref IN (%s) LIMIT ?"
)
_MARKS = (
    "SELECT m.caller_ref, m.id, c.incident_id, m.marked_at, m.struck_at FROM prank_mark m"
    " LEFT JOIN phone_call c ON c.id = m.call_id"
    " WHERE m.marked_at >= ? AND m.caller_ref IN (%s) LIMIT ?"
)


def read_false_reports(link: Link, refs: Sequence[str], since: datetime) -> list[FalseReport]:
    """See `ports.History`."""
    known = sorted({ref for ref in refs if ref})
    if not known:
        return []
    parameters = (to_us(since), *known, MOST * len(known))
    wanted = marks(len(known))
    found: dict[tuple[str, str], FalseReport] = {}
    spoken_for = set()
    for ref, mark_id, incident_id, at, struck in link.all(_MARKS % wanted, parameters):
        spoken_for.add((ref, incident_id))
        if struck is None:
            found[ref, mark_id] = FalseReport(ref, incident_id, from_us(at), marked=True)
    for sql in (_OF_CALLS, _OF_REPORTS):
        for ref, incident_id, at in link.all(sql % wanted, parameters):
            if (ref, incident_id) not in spoken_for:
                found[ref, incident_id] = FalseReport(ref, incident_id, from_us(at))
    return sorted(found.values(), key=lambda one: one.at, reverse=True)
