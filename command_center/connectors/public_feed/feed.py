"""Counts by kelurahan and category, as the gateway serves them at GET /v1/public.

Nothing in it can be traced to a person: only incidents a desk has verified, of categories that
name no victim, as whole counts of a day that are `LEAST` or more, and half an hour late. Sums that
would give a hidden count away are not in it.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from command_center.domain.entities import iso
from command_center.domain.incident import Disposition, Incident, IncidentStatus
from command_center.domain.referral import NoticeState, PublicNotice

VERSION = "pusat-komando-public/1"
LEAST = 3
DELAY = timedelta(minutes=30)
STEP = timedelta(minutes=15)
WINDOW = timedelta(hours=24)
# What says nothing of a victim, a suspect or a dead. A category that is not here is not counted:
# sources may write anything into theirs.
PUBLIC = frozenset(
    {
        "asap",
        "banjir",
        "begal",
        "curanmor",
        "gangguan_ketertiban",
        "kebakaran",
        "kemacetan",
        "keramaian",
        "laka_lantas",
        "pencurian",
        "perusakan",
        "pohon_tumbang",
        "tanah_longsor",
        "tawuran",
        "unjuk_rasa",
    }
)
_NOTHING_HAPPENED = frozenset(
    {Disposition.FALSE_REPORT, Disposition.PRANK, Disposition.NOT_FOUND, Disposition.DUPLICATE}
)


def as_of(now: datetime) -> datetime:
    """What was verified by then is counted: whole quarters of an hour, so that one count less or
    more does not tell the minute."""
    late = now - DELAY
    return datetime.fromtimestamp(late.timestamp() // STEP.total_seconds() * 900, tz=UTC)


def counts(incidents: Iterable[Incident], until: datetime) -> list[dict[str, Any]]:
    """Rows {"area", "category", "count"} by area; `area` "" holds what is too few by kelurahan."""
    cells: Counter[tuple[str, str]] = Counter()
    for incident in incidents:
        if _counts(incident, until):
            cells[incident.area_code or "", incident.category] += 1
    rows = [(area, category, n) for (area, category), n in cells.items() if area and n >= LEAST]
    rows += [("", category, n) for category, n in _elsewhere(cells).items()]
    return [{"area": area, "category": what, "count": n} for area, what, n in sorted(rows)]


def _counts(incident: Incident, until: datetime) -> bool:
    verified = incident.verified_at
    return (
        verified is not None
        and verified <= until
        and incident.opened_at > until - WINDOW
        and incident.status is not IncidentStatus.MERGED
        and incident.category in PUBLIC
        and incident.disposition not in _NOTHING_HAPPENED
    )


def _elsewhere(cells: Mapping[tuple[str, str], int]) -> dict[str, int]:
    """By category what stands in no row of its own. Of one kelurahan alone it would be that
    kelurahan's hidden count, so it takes two."""
    hidden: defaultdict[str, list[int]] = defaultdict(list)
    for (area, category), n in cells.items():
        if not area or n < LEAST:
            hidden[category].append(n)
    return {what: sum(ns) for what, ns in hidden.items() if len(ns) > 1 and sum(ns) >= LEAST}


def notices_of(rows: Iterable[PublicNotice], now: datetime) -> list[dict[str, Any]]:
    """Those that hold now, in their own words: a shift lead approved each."""
    held = [row for row in rows if row.state is NoticeState.APPROVED and _holds(row, now)]
    return [
        {
            "id": row.id,
            "kind": row.kind.value,
            "title": row.title,
            "text": row.text,
            "area": row.area_code or "",
            "from": iso(row.valid_from),
            "until": iso(row.valid_until) if row.valid_until else None,
        }
        for row in sorted(held, key=lambda row: (row.valid_from, row.id))
    ]


def _holds(row: PublicNotice, now: datetime) -> bool:
    return row.valid_until is None or row.valid_until > now


def document(
    incidents: Iterable[Incident],
    notices: Iterable[PublicNotice],
    name_of: Callable[[str], str],
    room: str,
    now: datetime,
) -> bytes:
    """UTF-8 JSON. `name_of` gives an area's name; `room` is its kind."""
    until = as_of(now)
    rows = [{**row, "name": name_of(row["area"])} for row in counts(incidents, until)]
    told = {
        "feed": VERSION,
        "room": room,
        "as_of": iso(until),
        "hours": int(WINDOW.total_seconds() // 3600),
        "least": LEAST,
        "counts": rows,
        "notices": notices_of(notices, now),
    }
    return json.dumps(told, ensure_ascii=False).encode()
