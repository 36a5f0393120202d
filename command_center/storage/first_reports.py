"""Where incidents came from: what their first report says, and whether all of theirs came late."""

from __future__ import annotations

from command_center.storage.packed import BETWEEN, Packed, Raw

LATE, TIMELY = "1", "0"
NO_REPORT = f"{TIMELY}{BETWEEN}"
REPORTS = Packed(
    "incident_id",
    (),
    ("incident_id", "said"),
    f"FROM (SELECT l.incident_id, CASE WHEN r.late THEN '{LATE}' ELSE '{TIMELY}' END"  # noqa: S608
    f" || '{BETWEEN}' || r.source_id AS said"
    " FROM incident_report l JOIN report r ON r.id = l.report_id"
    " WHERE l.detached_at IS NULL AND {incidents}"
    " ORDER BY l.incident_id, l.id DESC) AS newest_first",
)


def first_reports(raw: Raw) -> dict[str, str]:
    """By incident, of REPORTS: LATE if all of its reports were, otherwise TIMELY, BETWEEN, and the
    source of the first. An incident that has none is not there."""
    incidents, said = REPORTS.columns(raw).words
    # the first is the last of its incident that comes
    found = dict(zip(incidents, said, strict=True))
    if len(found) < len(said):
        both = zip(incidents, said, strict=True)
        for incident in {incident for incident, one in both if one.startswith(TIMELY)}:
            found[incident] = TIMELY + found[incident][1:]
    return found
