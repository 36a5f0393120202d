"""What a system may say: a key of the citizens' app must not move units, answer for a hospital or
ring the telephone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from command_center.contract.page import Accepted, Page, Refused

REPORTS, BEDS, ALERTS, ALL = "reports", "beds", "alerts", "all"
_REPORTS = frozenset({"report", "report_update"})
SAYS: Mapping[str, frozenset[str]] = {
    REPORTS: _REPORTS,
    "jogo_malang": _REPORTS,
    "ngalam_112": _REPORTS,
    "whatsapp": _REPORTS,
    "sijalinmaja": _REPORTS,
    "simlinmas": _REPORTS | {"strength", "rating"},
    "call_110": _REPORTS | {"call"},
    "radio": _REPORTS | {"radio", "rating"},
    "agency": _REPORTS
    | {"referral", "unit", "unit_status", "position", "strength", "instruction_heard"},
    "hospital": frozenset({"hospital", "standby"}),
    BEDS: frozenset({"hospital", "standby"}),
    ALERTS: frozenset(),
}
"""Types of records by profile. `reports` is what a person connects who says no more; `beds` a
hospital that is asked in contract v1, `hospital` one that answers EDXL-HAVE or posts; `alerts`
whoever lays down CAP 1.2 in a folder and has no records of ours."""
PROFILES = frozenset(SAYS) | {ALL}
_UNBOUND = frozenset({ALL, ""})
"""What the program itself connects (an exercise, a replay) has no profile."""


def only_theirs(page: Page, profile: str) -> Page:
    """The page with every record refused that is not for this system to say; of a profile nobody
    knows, all but reports."""
    if profile in _UNBOUND:
        return page
    says = SAYS.get(profile, _REPORTS)
    return replace(page, items=tuple(_judged(item, says) for item in page.items))


def _judged(item: Accepted | Refused, says: frozenset[str]) -> Accepted | Refused:
    if isinstance(item, Refused):
        return item
    kind = str(item.record.__struct_config__.tag)
    if kind in says:
        return item
    return Refused(item.record.id, f"Not for this source to say: {kind}", item.raw)
