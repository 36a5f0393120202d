"""The records of contract v1. Lengths and ranges are checked on reading; times carry a zone."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

VERSION = "pusat-komando/1"

# A character no text of PostgreSQL can hold.
WITHOUT_NUL = r"^[^\x00]*$"
RecordId = Annotated[str, Meta(min_length=1, max_length=200, pattern=WITHOUT_NUL)]
CallSign = Annotated[str, Meta(min_length=1, max_length=40, pattern=WITHOUT_NUL)]
Word = Annotated[str, Meta(max_length=200, pattern=WITHOUT_NUL)]
Text = Annotated[str, Meta(max_length=4000, pattern=WITHOUT_NUL)]
Latitude = Annotated[float, Meta(ge=-90, le=90)]
Longitude = Annotated[float, Meta(ge=-180, le=180)]
Metres = Annotated[float, Meta(ge=0, le=100_000)]
At = Annotated[datetime, Meta(tz=True)]


class Person(Struct, frozen=True, kw_only=True):
    """Who reported. Sealed by the room before anything else is done with the record: none of it
    is ever in a log, a queue or an export. Nothing of it is kept of who reports `anonim`."""

    name: Word = ""
    phone: Annotated[str, Meta(max_length=40, pattern=WITHOUT_NUL)] = ""
    national_id: Annotated[str, Meta(max_length=40, pattern=WITHOUT_NUL)] = ""
    contact: Word = ""


class AttachmentRef(Struct, frozen=True, kw_only=True):
    """A file the source holds for us. What it is, its content says; `name` is only shown."""

    url: Annotated[str, Meta(min_length=1, max_length=2000, pattern=WITHOUT_NUL)]
    name: Word = ""


Attachments = Annotated[tuple[AttachmentRef, ...], Meta(max_length=20)]


class ReportRecord(Struct, frozen=True, tag="report", tag_field="type", kw_only=True):
    """A new report. A place is `lat` + `lon`, or the name or code of an `area`, or neither."""

    id: RecordId
    at: At
    category: Word = ""
    text: Text = ""
    reporter: Literal["open", "rahasia", "anonim"] = "open"
    lat: Latitude | None = None
    lon: Longitude | None = None
    accuracy_m: Metres | None = None
    located_by: Literal["gps", "geocoded", "kelurahan", "typed", "unknown"] = "unknown"
    area: Word = ""
    address: Word = ""
    priority: Literal["P1", "P2", "P3", "P4"] | None = None
    channel: Annotated[str, Meta(max_length=40, pattern=WITHOUT_NUL)] = ""
    person: Person | None = None
    attachments: Attachments = ()


class ReportUpdateRecord(Struct, frozen=True, tag="report_update", tag_field="type", kw_only=True):
    """More about a report the source sent before: a note, or how it stands on its side."""

    id: RecordId
    at: At
    report: RecordId
    step: Literal["note", "verified", "closed", "withdrawn"] = "note"
    text: Text = ""
    attachments: Attachments = ()
    disposition: (
        Literal[
            "resolved",
            "referred",
            "false_report",
            "prank",
            "not_found",
            "duplicate",
            "imported",
        ]
        | None
    ) = None


class UnitRecord(Struct, frozen=True, tag="unit", tag_field="type", kw_only=True):
    """A unit as its own agency describes it, known by call sign."""

    id: RecordId
    at: At
    call_sign: CallSign
    agency: Word
    kind: Word = ""
    capabilities: Annotated[tuple[Word, ...], Meta(max_length=30)] = ()
    crew: Annotated[int, Meta(ge=0, le=2000)] = 0
    home: Word = ""
    parent: Annotated[str, Meta(max_length=40, pattern=WITHOUT_NUL)] = ""
    status: Literal["available", "off_duty", "unavailable", "break"] = "off_duty"


class UnitStatusRecord(Struct, frozen=True, tag="unit_status", tag_field="type", kw_only=True):
    """What a unit says; `report` names the report it belongs to, "" for none."""

    id: RecordId
    at: At
    call_sign: CallSign
    status: Literal[
        "ordered",
        "accepted",
        "en_route",
        "on_scene",
        "transporting",
        "at_hospital",
        "refused",
        "available",
        "returning",
        "staged",
        "break",
        "unavailable",
        "off_duty",
    ]
    report: Word = ""
    label: Word = ""


class PositionRecord(Struct, frozen=True, tag="position", tag_field="type", kw_only=True):
    """Where a unit is. Speed in metres a second, course in degrees from north."""

    id: RecordId
    at: At
    call_sign: CallSign
    lat: Latitude
    lon: Longitude
    accuracy_m: Metres | None = None
    speed_mps: Annotated[float, Meta(ge=0, le=400)] | None = None
    course_deg: Annotated[float, Meta(ge=0, lt=360.0001)] | None = None


class ReferralRecord(Struct, frozen=True, tag="referral", tag_field="type", kw_only=True):
    """What an agency says of an incident we referred to it; `referral` is our id of it."""

    id: RecordId
    at: At
    referral: RecordId
    state: Literal["accepted", "refused", "done"]
    number: Word = ""
    reason: Word = ""
    outcome: Text = ""


class StandbyRecord(Struct, frozen=True, tag="standby", tag_field="type", kw_only=True):
    """What a hospital answers to a request to stand by; `standby` is our id of it."""

    id: RecordId
    at: At
    standby: RecordId
    state: Literal["ready", "limited", "unable"]
    text: Word = ""


class HospitalRecord(Struct, frozen=True, tag="hospital", tag_field="type", kw_only=True):
    """How a hospital is. `figures` = {name: value}, each true at `at`; unknown ones are kept."""

    id: RecordId
    at: At
    hospital: Annotated[str, Meta(min_length=1, max_length=40, pattern=WITHOUT_NUL)]
    name: Word = ""
    lat: Latitude | None = None
    lon: Longitude | None = None
    services: Annotated[tuple[Word, ...], Meta(max_length=60)] = ()
    figures: Annotated[dict[Word, Word | int | float], Meta(max_length=100)] = {}


class StrengthRecord(Struct, frozen=True, tag="strength", tag_field="type", kw_only=True):
    """How many people an agency has ready in an area: a unit of that many, not ours to order."""

    id: RecordId
    at: At
    agency: Word
    area: Word
    people: Annotated[int, Meta(ge=0, le=100_000)]
    on_duty: Annotated[int, Meta(ge=0, le=100_000)] = 0
    call_sign: Annotated[str, Meta(max_length=40, pattern=WITHOUT_NUL)] = ""


class CallRecord(Struct, frozen=True, tag="call", tag_field="type", kw_only=True):
    """An event of the telephone exchange. `claimed_externally`: a desk outside this room has it."""

    id: RecordId
    at: At
    call: RecordId
    event: Literal["ringing", "claimed_externally", "ended", "abandoned"]
    caller: Annotated[str, Meta(max_length=40, pattern=WITHOUT_NUL)] = ""
    called: Annotated[str, Meta(max_length=40, pattern=WITHOUT_NUL)] = ""
    area: Word = ""


class RadioRecord(Struct, frozen=True, tag="radio", tag_field="type", kw_only=True):
    """A line said on the air. `activity` is what the monthly board counts it as."""

    id: RecordId
    at: At
    text: Text
    channel: Annotated[str, Meta(max_length=40, pattern=WITHOUT_NUL)] = ""
    call_sign: Annotated[str, Meta(max_length=40, pattern=WITHOUT_NUL)] = ""
    activity: Annotated[str, Meta(max_length=40, pattern=WITHOUT_NUL)] = ""


class RatingRecord(Struct, frozen=True, tag="rating", tag_field="type", kw_only=True):
    """How vulnerable an area, an RW of it or a place is to `topic`."""

    id: RecordId
    at: At
    topic: Annotated[str, Meta(min_length=1, max_length=60, pattern=WITHOUT_NUL)]
    level: Literal["low", "medium", "high"]
    area: Word = ""
    place: Word = ""
    rw: Annotated[str, Meta(max_length=20, pattern=WITHOUT_NUL)] = ""
    note: Text = ""
    author: Word = ""


class InstructionHeardRecord(
    Struct, frozen=True, tag="instruction_heard", tag_field="type", kw_only=True
):
    """A unit has heard an instruction; `instruction` is our id of it, `by` who of the unit says so:
    name or rank, no number."""

    id: RecordId
    at: At
    instruction: RecordId
    call_sign: CallSign
    by: Annotated[str, Meta(max_length=80, pattern=WITHOUT_NUL)] = ""


Record = (
    ReportRecord
    | ReportUpdateRecord
    | UnitRecord
    | UnitStatusRecord
    | PositionRecord
    | ReferralRecord
    | StandbyRecord
    | HospitalRecord
    | StrengthRecord
    | CallRecord
    | RadioRecord
    | RatingRecord
    | InstructionHeardRecord
)
