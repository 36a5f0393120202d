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


class ReportUpdateRecord(Struct, frozen=True, tag="report_update", tag_field="type", kw_only=True):
    """More about a report the source sent before: a note, or how it stands on its side."""

    id: RecordId
    at: At
    report: RecordId
    step: Literal["note", "verified", "closed"] = "note"
    text: Text = ""
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
    parent: Annotated[str, Meta(max_length=40)] = ""
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


Record = ReportRecord | ReportUpdateRecord | UnitRecord | UnitStatusRecord | PositionRecord
