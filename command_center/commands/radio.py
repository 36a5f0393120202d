"""What is said on the air: kept as it was said, struck through rather than deleted, linked to an
incident or made one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from command_center.advice.radio import (
    CODE_LENGTH,
    MOST_CODES,
    SAYS_LENGTH,
    RadioCode,
    activity_of,
    category_of,
    radio_book,
)
from command_center.commands.conflicts import lost_to
from command_center.commands.intake import ReceiveReport, receive_report
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Incident, Priority
from command_center.domain.partner import Partner, RadioLine
from command_center.domain.permissions import Permission
from command_center.domain.room import RoomSetting, Source, SourceKind
from command_center.ports import UnitOfWork

SOURCE_ID, CHANNEL = "radio", "radio"
TEXT_LENGTH, WORD_LENGTH = 4000, 40
BOOK_LENGTH = 8_000
"""Letters of a whole code book: what a setting of the room holds, with room to spare."""
CODES_SETTING = "radio_codes"


@dataclass(frozen=True, slots=True)
class LogRadio:
    """A line as it was said. `activity` "" = what its words say it is; `incident_id`: it is about
    that incident; `digest` of the record it came as."""

    text: str
    channel: str = ""
    call_sign: str = ""
    activity: str = ""
    incident_id: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class StrikeRadio:
    """It was not said so, or not at all: struck through, and counted no more."""

    line_id: str


@dataclass(frozen=True, slots=True)
class LinkRadio:
    """The line is about that incident, "" = about none. `before` is what it was about for whoever
    says so: Conflict if somebody else has said otherwise since."""

    line_id: str
    incident_id: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class IncidentFromRadio:
    """Make an incident of the line, owned by whoever does. Without an `area` it is where its words
    say, else where the partner who spoke belongs."""

    line_id: str
    area: str = ""
    category: str = ""
    priority: Priority | None = None


@dataclass(frozen=True, slots=True)
class SetRadioCodes:
    """The room's own code book, and whether its glosses are shown. `before` is the version of the
    setting that was edited, 0 = there was none: Conflict if it has moved on."""

    on: bool
    codes: tuple[RadioCode, ...]
    before: int = 0


def call_sign_of(text: str) -> str:
    """As the directory writes it: capitals, single spaces."""
    return " ".join(text.split()).upper()[:WORD_LENGTH]


@verb(LogRadio, "radio.logged", Permission.TAKE_REPORTS)
def log_radio(work: UnitOfWork, command: LogRadio, ctx: Context) -> Result:
    text = command.text.strip()
    if not text:
        raise OperatorError("radio_empty")
    if len(text) > TEXT_LENGTH:
        raise OperatorError("text_too_long", limit=TEXT_LENGTH)
    if command.incident_id:
        work.get(Incident, command.incident_id)
    call_sign = call_sign_of(command.call_sign)
    line = RadioLine(
        id=ctx.new_id(),
        version=1,
        channel=command.channel.strip()[:WORD_LENGTH],
        call_sign=call_sign,
        partner_id=_partner_called(work, call_sign),
        text=text,
        activity=command.activity.strip().casefold()[:WORD_LENGTH]
        or activity_of(text, radio_book()),
        at=min(ctx.at, ctx.now),
        incident_id=command.incident_id or None,
        entered_by=ctx.act.actor,
        struck_at=None,
    )
    work.add(line)
    return {"line_id": line.id, **_about(line)}


def _partner_called(work: UnitOfWork, call_sign: str) -> str | None:
    if not call_sign:
        return None
    found = work.find(Partner, call_sign=call_sign, left_at=None)
    return found[0].id if found else None


def _about(line: RadioLine) -> dict[str, Any]:
    return {"incident_id": line.incident_id} if line.incident_id else {}


@verb(StrikeRadio, "radio.struck", Permission.TAKE_REPORTS)
def strike_radio(work: UnitOfWork, command: StrikeRadio, ctx: Context) -> Result:
    line = work.get(RadioLine, command.line_id)
    if line.struck_at is None:
        work.change(line, struck_at=max(ctx.now, line.at))
    return {"line_id": line.id, **_about(line)}


@verb(LinkRadio, "radio.linked", Permission.TAKE_REPORTS)
def link_radio(work: UnitOfWork, command: LinkRadio, ctx: Context) -> Result:
    line = _standing(work, command.line_id)
    wanted = command.incident_id or None
    if line.incident_id not in (wanted, command.before or None):
        raise lost_to(work, "radio_line", line.id, "incident_id")
    if wanted is not None:
        work.get(Incident, wanted)
    work.change(line, incident_id=wanted)
    return {"line_id": line.id, "incident_id": wanted or line.incident_id}


@verb(IncidentFromRadio, "radio.reported", Permission.TAKE_REPORTS)
def incident_from_radio(work: UnitOfWork, command: IncidentFromRadio, ctx: Context) -> Result:
    line = _standing(work, command.line_id)
    if line.incident_id is not None:
        raise OperatorError("radio_line_has_incident")
    radio_source(work)
    made = receive_report(work, _report_of(work, line, command, ctx), ctx)
    incident = work.get(Incident, str(made["incident_id"]))
    work.change(incident, owner_id=ctx.act.actor, claimed_at=ctx.now)
    work.change(line, incident_id=incident.id)
    return {**made, "line_id": line.id}


def _report_of(
    work: UnitOfWork, line: RadioLine, command: IncidentFromRadio, ctx: Context
) -> ReceiveReport:
    partner = work.get(Partner, line.partner_id) if line.partner_id else None
    home = (partner.area_code or "") if partner else ""
    category = command.category or category_of(line.text, line.activity, radio_book())
    return ReceiveReport(
        source_id=SOURCE_ID,
        external_id=line.id,
        category=category,
        text=line.text,
        occurred_at=line.at,
        area=command.area or ctx.city.area_named(line.text) or home,
        priority=command.priority,
        channel=CHANNEL,
    )


def _standing(work: UnitOfWork, line_id: str) -> RadioLine:
    line = work.get(RadioLine, line_id)
    if line.struck_at is not None:
        raise OperatorError("radio_line_struck")
    return line


def radio_source(work: UnitOfWork) -> str:
    """The id of the source of reports made at the radio; there from the first one on."""
    if not work.find(Source, id=SOURCE_ID):
        work.add(Source(SOURCE_ID, 1, "Radio", SourceKind.MANUAL, "", True, ""))
    return SOURCE_ID


@verb(SetRadioCodes, "radio.codes", Permission.REASSIGN)
def set_radio_codes(work: UnitOfWork, command: SetRadioCodes, ctx: Context) -> Result:
    value = {"on": command.on, "codes": [[c.code, c.says] for c in _checked(command.codes)]}
    standing = work.find(RoomSetting, id=CODES_SETTING)
    if (standing[0].version if standing else 0) != command.before:
        raise lost_to(work, "room_setting", CODES_SETTING, "value")
    if standing:
        work.change(standing[0], value=value)
    else:
        work.add(RoomSetting(CODES_SETTING, 1, value))
    return {"count": len(command.codes)}


def _checked(codes: Sequence[RadioCode]) -> Sequence[RadioCode]:
    if len(codes) > MOST_CODES or sum(len(c.code) + len(c.says) for c in codes) > BOOK_LENGTH:
        raise OperatorError("radio_codes_too_many", limit=MOST_CODES)
    for code in codes:
        if not code.code.strip() or not code.says.strip():
            raise OperatorError("radio_code_incomplete")
        if len(code.code) > CODE_LENGTH or len(code.says) > SAYS_LENGTH:
            raise OperatorError("text_too_long", limit=SAYS_LENGTH)
    return codes
