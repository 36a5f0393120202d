"""Hospitals: what each says of itself, who is asked to stand by, and where casualties went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from command_center.commands.conflicts import lost_to
from command_center.commands.registry import Context, Result, verb
from command_center.commands.tell import tell
from command_center.contract.messages import StandbyMessage
from command_center.domain.entities import iso
from command_center.domain.errors import Conflict, OperatorError
from command_center.domain.incident import Incident
from command_center.domain.permissions import Permission
from command_center.domain.referral import Casualties, Hospital, Standby, StandbyState
from command_center.domain.room import Source
from command_center.ports import UnitOfWork

ANSWER_S = 300.0
MOST_HOSPITALS = 300
MOST_FIGURES = 500
NAME_LONGEST = 80
VALUE_LONGEST = 200
TEXT_LONGEST = 1_000
ANSWER_LONGEST = 500
MOST_PEOPLE = 100_000
OPEN = frozenset({StandbyState.ASKED, StandbyState.READY, StandbyState.LIMITED})
_ANSWERS = frozenset({StandbyState.READY, StandbyState.LIMITED, StandbyState.UNABLE})


@dataclass(frozen=True, slots=True)
class RegisterHospitals:
    """The partner hospitals of the city: added, or their facts changed, by code. Figures stay."""

    hospitals: tuple[Hospital, ...]


@dataclass(frozen=True, slots=True)
class ReportHospital:
    """What a hospital says of itself, true at `at` (None: now). `hospital` is its code or name;
    `source_id` "" is a person who heard or read it. A figure that is known newer stays."""

    hospital: str
    figures: Mapping[str, str]
    at: datetime | None = None
    name: str = ""
    services: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    phone: str = ""
    source_id: str = ""
    digest: str = ""
    raw: str = ""


@dataclass(frozen=True, slots=True)
class AskStandby:
    """Ask a hospital to be ready for so many; it is told at once where its system listens."""

    incident_id: str
    hospital_id: str
    text: str = ""
    serious: int = 0
    light: int = 0


@dataclass(frozen=True, slots=True)
class AnswerStandby:
    """Ready, limited or unable. `source_id` "": a person heard it on the telephone."""

    standby_id: str
    state: StandbyState
    text: str = ""
    at: datetime | None = None
    source_id: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class CancelStandby:
    """They need not be ready any longer; they are told."""

    standby_id: str


@dataclass(frozen=True, slots=True)
class CountCasualties:
    """Dead (MD), serious (LB) and light (LR) of an incident: at a hospital, or in all (None).
    `before` is the version of the count that was seen, 0 for none: Conflict if it moved on."""

    incident_id: str
    hospital_id: str | None
    dead: int
    serious: int
    light: int
    before: int = field(default=0)


@verb(RegisterHospitals, "hospitals.registered", Permission.ADMINISTER)
def register(work: UnitOfWork, command: RegisterHospitals, ctx: Context) -> Result:
    for row in command.hospitals:
        standing = work.find(Hospital, code=row.code)
        if not standing:
            work.add(row)
            continue
        facts = ("name", "lat", "lon", "area_code", "services", "phone")
        work.change(standing[0], **{name: getattr(row, name) for name in facts})
    return {"count": len(command.hospitals)}


@verb(ReportHospital, "hospital.reported", Permission.REPORT_HOSPITALS)
def report(work: UnitOfWork, command: ReportHospital, ctx: Context) -> Result:
    hospital = find_hospital(work, command.hospital, command.name)
    if hospital is None:
        hospital = _new(work, command, ctx)
    at = min(command.at or ctx.at, ctx.now)
    fields: dict[str, Any] = {"figures": _merged(hospital, command, at, ctx)}
    if _speaks_for(work, command.source_id, hospital):
        fields["source_id"] = command.source_id
    if command.phone and not hospital.phone:
        fields["phone"] = command.phone[:60]
    if command.services:
        fields["services"] = command.services[:60]
    if hospital.lat is None and command.lat is not None and command.lon is not None:
        fields |= {"lat": command.lat, "lon": command.lon}
        fields["area_code"] = ctx.city.area_at(command.lat, command.lon)
    work.change(hospital, **fields)
    return {"hospital_id": hospital.id, "clock_skewed": bool(command.at and command.at > ctx.now)}


def find_hospital(work: UnitOfWork, code: str, name: str = "") -> Hospital | None:
    """By code, else by name, however either is spelt in capitals."""
    rows = work.find(Hospital)
    for wanted in (code, name):
        key = wanted.strip().casefold()
        for row in rows if key else ():
            if key in (row.id.casefold(), row.code.casefold(), row.name.casefold()):
                return row
    return None


def _new(work: UnitOfWork, command: ReportHospital, ctx: Context) -> Hospital:
    """A hospital that only a system knows is taken in; a person chooses from those there are."""
    if not command.source_id:
        raise OperatorError("hospital_unknown", hospital=command.hospital[:NAME_LONGEST])
    if len(work.find(Hospital)) >= MOST_HOSPITALS:
        raise OperatorError("too_many_hospitals", limit=MOST_HOSPITALS)
    row = Hospital(
        id=ctx.new_id(),
        version=1,
        code=command.hospital[:40],
        name=(command.name or command.hospital)[:200],
        lat=None,
        lon=None,
        area_code=None,
        services=(),
        phone="",
        source_id=command.source_id,
        figures={},
    )
    work.add(row)
    return row


def _speaks_for(work: UnitOfWork, source_id: str, hospital: Hospital) -> bool:
    """Whether this system is the hospital's from now on: the first that speaks of it, or the first
    that also listens, for only such a one can be asked to stand by."""
    if not source_id or hospital.source_id == source_id:
        return False
    return hospital.source_id is None or (
        not _hears(work, hospital.source_id) and _hears(work, source_id)
    )


def _hears(work: UnitOfWork, source_id: str | None) -> bool:
    rows = work.find(Source, id=source_id) if source_id else []
    return bool(rows and rows[0].enabled and rows[0].reply_url)


def _merged(
    hospital: Hospital, command: ReportHospital, at: datetime, ctx: Context
) -> dict[str, list[str]]:
    """Each figure has its own age: an older word never covers a newer one."""
    figures = dict(hospital.figures)
    said_at, source = iso(at), command.source_id or ctx.act.actor
    for given, value in command.figures.items():
        name = given.strip()[:NAME_LONGEST]
        standing = figures.get(name)
        if not name or (standing is not None and standing[1] > said_at):
            continue
        if standing is None and len(figures) >= MOST_FIGURES:
            raise OperatorError("too_many_figures", limit=MOST_FIGURES)
        figures[name] = [value[:VALUE_LONGEST], said_at, source]
    return figures


@verb(AskStandby, "standby.asked", Permission.REFER)
def ask(work: UnitOfWork, command: AskStandby, ctx: Context) -> Result:
    if len(command.text) > TEXT_LONGEST:
        raise OperatorError("text_too_long", limit=TEXT_LONGEST)
    _demand_people(command.serious, command.light)
    incident = _open_incident(work, command.incident_id)
    hospital = work.get(Hospital, command.hospital_id)
    for row in work.find(Standby, incident_id=incident.id, hospital_id=hospital.id):
        if row.state in OPEN:
            theirs: dict[str, object] = {"hospital_id": hospital.id}
            raise Conflict("standby", row.id, by=row.asked_by, at=row.asked_at, theirs=theirs)
    standby = Standby(
        id=ctx.new_id(),
        version=1,
        incident_id=incident.id,
        hospital_id=hospital.id,
        text=command.text.strip(),
        serious=command.serious,
        light=command.light,
        state=StandbyState.ASKED,
        asked_at=ctx.now,
        asked_by=ctx.act.actor,
        due_at=ctx.now + timedelta(seconds=ANSWER_S),
        answered_at=None,
        answer="",
    )
    work.add(standby)
    told = _tell(work, standby, incident, hospital, ctx)
    return {**_about(standby), "told": told}


def _open_incident(work: UnitOfWork, id: str) -> Incident:
    incident = work.get(Incident, id)
    if not incident.is_open:
        raise OperatorError("incident_not_open", number=incident.number, status=incident.status)
    return incident


def _demand_people(*counts: int) -> None:
    if any(not 0 <= count <= MOST_PEOPLE for count in counts):
        raise OperatorError("casualties_out_of_range", limit=MOST_PEOPLE)


def _tell(
    work: UnitOfWork,
    standby: Standby,
    incident: Incident,
    hospital: Hospital,
    ctx: Context,
    *,
    cancelled: bool = False,
) -> bool:
    """Whether its system is told; else somebody has to call."""
    reach = hospital.source_id
    if reach is None or not _hears(work, reach):
        return False
    body = StandbyMessage(
        id="",
        at=ctx.now,
        standby=standby.id,
        hospital=hospital.code,
        number=f"{incident.day}/{incident.number:04d}",
        text=standby.text,
        serious=standby.serious,
        light=standby.light,
        cancelled=cancelled,
    )
    tell(
        work,
        ctx,
        reach=reach,
        kind="standby",
        body=body,
        about_kind="standby",
        about_id=standby.id,
        incident_id=incident.id,
    )
    return True


@verb(AnswerStandby, "standby.answered", Permission.REPORT_HOSPITALS)
def answer(work: UnitOfWork, command: AnswerStandby, ctx: Context) -> Result:
    """The last answer holds; what was cancelled stays so, whatever is still said of it."""
    if command.state not in _ANSWERS:
        raise OperatorError("standby_answer_unknown", state=command.state.value)
    row = work.get(Standby, command.standby_id)
    hospital = work.get(Hospital, row.hospital_id)
    if command.source_id and command.source_id != hospital.source_id:
        raise OperatorError("standby_not_theirs", hospital=hospital.name)
    said_at = min(command.at or ctx.at, ctx.now)
    older = row.answered_at is not None and said_at < row.answered_at
    if row.state is not StandbyState.CANCELLED and not older:
        text = command.text.strip()[:ANSWER_LONGEST]
        work.change(row, state=command.state, answered_at=said_at, answer=text)
    return {**_about(row), "state": command.state.value, "heard": not command.source_id}


@verb(CancelStandby, "standby.cancelled", Permission.REFER)
def cancel(work: UnitOfWork, command: CancelStandby, ctx: Context) -> Result:
    row = work.get(Standby, command.standby_id)
    if row.state is not StandbyState.CANCELLED:
        work.change(row, state=StandbyState.CANCELLED)
        incident, hospital = (
            work.get(Incident, row.incident_id),
            work.get(Hospital, row.hospital_id),
        )
        _tell(work, row, incident, hospital, ctx, cancelled=True)
    return _about(row)


def _about(row: Standby) -> dict[str, Any]:
    """Every entry names both: a timeline shows one entry at a time."""
    return {
        "standby_id": row.id,
        "incident_id": row.incident_id,
        "hospital_id": row.hospital_id,
    }


@verb(CountCasualties, "casualties.counted", Permission.REFER)
def count_casualties(work: UnitOfWork, command: CountCasualties, ctx: Context) -> Result:
    counts = {"dead": command.dead, "serious": command.serious, "light": command.light}
    _demand_people(*counts.values())
    incident = work.get(Incident, command.incident_id)
    if command.hospital_id is not None:
        work.get(Hospital, command.hospital_id)
    standing = work.find(Casualties, incident_id=incident.id, hospital_id=command.hospital_id)
    result = {"incident_id": incident.id, "hospital_id": command.hospital_id, **counts}
    if not standing:
        id, by = ctx.new_id(), ctx.act.actor
        work.add(
            Casualties(
                id, 1, incident.id, command.hospital_id, **counts, counted_at=ctx.at, counted_by=by
            )
        )
        return {**result, "casualties_id": id}
    row = standing[0]
    if row.version != command.before and any(
        getattr(row, name) != value for name, value in counts.items()
    ):
        raise lost_to(work, "casualties", row.id)
    work.change(row, **counts, counted_at=ctx.at, counted_by=ctx.act.actor)
    return {**result, "casualties_id": row.id}
