"""Who is on an incident, who came to harm, and who else was told, as a report says it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from command_center.domain.incident import Incident
from command_center.domain.referral import Casualties, StandbyState
from command_center.domain.unit import (
    Assignment,
    AssignmentKind,
    CloseReason,
    OrderStatus,
    UnitStatus,
)
from command_center.situation.family_rows import FamilyRows
from command_center.situation.report_words import Writer, people
from command_center.situation.situation import Situation

_TAKEN_BACK = frozenset(
    {CloseReason.UNDONE, CloseReason.CANCELLED, CloseReason.REFUSED, CloseReason.CONFLICT}
)


def on_it(situation: Situation, incident_id: str) -> list[Assignment]:
    """What was really sent or asked for, to what was merged into it too, oldest first."""
    rows = (
        row
        for id in situation.family(incident_id)
        for row in situation.assignments(id)
        if row.close_reason not in _TAKEN_BACK and row.kind is not AssignmentKind.STACKED
    )
    return sorted(rows, key=lambda row: (row.ordered_at, row.id))


def diverted(row: Assignment) -> bool:
    """Sent elsewhere before it was there."""
    return row.close_reason is CloseReason.SUPERSEDED and row.on_scene_at is None


def strength(situation: Situation, rows: Iterable[Assignment]) -> str:
    by_agency: dict[str, list[str]] = {}
    units = crew = there = 0
    seen: set[str] = set()
    for row in rows:
        unit = situation.unit(row.unit_id)
        if unit is None or unit.id in seen or diverted(row):
            continue
        seen.add(unit.id)
        agency = situation.agency(unit.agency_id)
        asked = row.kind is AssignmentKind.REQUESTED and row.accepted_at is None
        mark = " (diminta, belum dijawab)" if asked else ""
        name = f"{unit.call_sign} {unit.crew} pers{mark}"
        by_agency.setdefault(agency.short if agency else "?", []).append(name)
        if not asked:
            units, crew = units + 1, crew + unit.crew
            there += row.status is OrderStatus.ON_SCENE
    if not by_agency:
        return "belum ada unit yang diperintah"
    listed = "; ".join(f"{agency}: {', '.join(names)}" for agency, names in by_agency.items())
    return f"{units} unit, {crew} personel ({there} sampai di TKP) — {listed}"


def whole_strength(situation: Situation) -> str:
    by_agency: dict[str, Counter[str]] = {}
    for unit in situation.all("unit"):
        if unit.status is UnitStatus.OFF_DUTY:
            continue
        agency = situation.agency(unit.agency_id)
        row = by_agency.setdefault(agency.short if agency else "?", Counter())
        row["unit"] += 1
        row["crew"] += unit.crew
        row["ready"] += unit.status is UnitStatus.AVAILABLE
    return "; ".join(
        f"{agency} {row['unit']} unit ({row['crew']} personel), siap {row['ready']}"
        for agency, row in sorted(by_agency.items())
    )


def casualties(held: FamilyRows, incidents: Iterable[Incident], writer: Writer) -> dict[str, str]:
    """Each incident's whole count, else what its hospitals say together."""
    each = [_newest(held.of("casualties", incident.id)) for incident in incidents]
    by_incident = [rows for rows in each if rows]
    if not by_incident:
        return {"korban": "belum ada data", "md": "", "lb": "", "lr": ""}
    counted: list[Casualties] = []
    at_hospitals: list[Casualties] = []
    confirmed = True
    for rows in by_incident:
        theirs = [row for row in rows if row.hospital_id is not None]
        whole = [row for row in rows if row.hospital_id is None]
        confirmed = confirmed and (not whole or _added(whole) == _added(theirs))
        counted += whole or theirs
        at_hospitals += theirs
    sums = _added(counted)
    mark = "" if confirmed else "sementara, belum dikonfirmasi rumah sakit, "
    apart = "" if confirmed or not at_hospitals else f"; RS mencatat {_said(at_hospitals, writer)}"
    return {
        "korban": f"{_said(counted, writer, mark)}{apart}",
        **{name: str(sums[name]) for name in ("md", "lb", "lr")},
    }


def _said(rows: Iterable[Casualties], writer: Writer, mark: str = "") -> str:
    """How many, and of when."""
    rows = list(rows)
    sums, newest = _added(rows), max(row.counted_at for row in rows)
    counts = people(sums["md"], sums["lb"], sums["lr"])
    return f"{counts} ({mark}data {writer.moment(newest)})"


def _newest(rows: Iterable[Casualties]) -> list[Casualties]:
    """Of a place one count: what was merged counted the same people."""
    newest: dict[str | None, Casualties] = {}
    for row in sorted(rows, key=lambda row: (row.counted_at, row.id)):
        newest[row.hospital_id] = row
    return list(newest.values())


def _added(rows: Iterable[Casualties]) -> Counter[str]:
    found: Counter[str] = Counter()
    for row in rows:
        found += Counter(md=row.dead, lb=row.serious, lr=row.light)
    return found


def hospitals(held: FamilyRows, incident_id: str) -> str:
    words = {
        StandbyState.ASKED: "diminta siaga, belum menjawab",
        StandbyState.READY: "siap",
        StandbyState.LIMITED: "siap terbatas",
        StandbyState.UNABLE: "tidak sanggup",
    }
    found = []
    for row in held.of("standby", incident_id):
        if row.state in words:
            hospital = held.situation.get("hospital", row.hospital_id)
            found.append(f"{hospital.name if hospital else '?'} ({words[row.state]})")
    return ", ".join(found)


def referrals(held: FamilyRows, incident_id: str, *, ended: bool = True) -> Iterator[str]:
    """`ended`: those too that nobody works on any more."""
    for row in held.of("referral", incident_id):
        if row.ended_at is not None and not ended:
            continue
        agency = held.situation.agency(row.agency_id)
        number = f", no. {row.their_number}" if row.their_number else ""
        yield f"{agency.name if agency else '?'} ({row.state.value}{number})"
