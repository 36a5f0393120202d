"""What two people wanted of one thing, in words that stand side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from command_center.commands.alarms import ShelveAlarm
from command_center.commands.cameras import AttachCamera, NoteCamera, RenameCamera
from command_center.commands.dispatch import (
    AcknowledgeOrder,
    OrderUnits,
    ReleaseUnit,
    SetUnitStatus,
)
from command_center.commands.levels import SetSituationLevel
from command_center.commands.links import LinkIncidents
from command_center.commands.plan import SetAlarmLevel
from command_center.commands.referral import ReferIncident
from command_center.commands.takeover import AnswerTakeOver, AskTakeOver, WithdrawTakeOver
from command_center.commands.triage import (
    CloseIncident,
    MergeIncidents,
    SetPriority,
    TakeIncident,
    UnmergeIncident,
)
from command_center.domain.incident import Disposition, IncidentStatus, LinkKind
from command_center.domain.unit import UnitStatus
from command_center.ui.detail.link_words import kind_text, link_text
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import disposition_text, fill, translate
from command_center.ui.format import clock
from command_center.ui.losses import Loss
from command_center.ui.seat import Seat

_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Words:
    """`who` was first and when, `what` it is about, and what each of the two said."""

    who: str
    what: str
    mine: str
    theirs: str


def words(loss: Loss, seat: Seat) -> Words:
    names = Names(seat.situation)
    who = names.person(loss.by) if loss.by else translate("Conflict", "Orang lain")
    if loss.at is not None:
        first = translate("Conflict", "%1 lebih dahulu, pukul %2")
        first = fill(first, who, clock(loss.at, seat.zone))
    else:
        first = fill(translate("Conflict", "%1 lebih dahulu"), who)
    mine = _cut(_mine(loss, seat, names))
    return Words(first, _what(loss, names), mine, _cut(_theirs(loss, seat, names)))


def _cut(text: str) -> str:
    flat = " ".join(text.split()) or translate("Conflict", "(kosong)")
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}…"


def _what(loss: Loss, names: Names) -> str:
    """The subject of the command that lost."""
    kind, id = loss.subject
    command = loss.command
    about = {
        SetPriority: translate("Conflict", "Prioritas %1"),
        SetAlarmLevel: translate("Conflict", "Tingkat alarm %1"),
        LinkIncidents: translate("Conflict", "Tautan %1"),
        CloseIncident: translate("Conflict", "Penyelesaian %1"),
        MergeIncidents: translate("Conflict", "Gabungan %1"),
        UnmergeIncident: translate("Conflict", "Gabungan %1"),
        TakeIncident: translate("Conflict", "Pemegang %1"),
        OrderUnits: translate("Conflict", "Perintah %1"),
        SetUnitStatus: translate("Conflict", "Status %1"),
        AcknowledgeOrder: translate("Conflict", "Jawaban %1"),
        ReleaseUnit: translate("Conflict", "Penarikan %1"),
        RenameCamera: translate("Conflict", "Nama %1"),
        NoteCamera: translate("Conflict", "Catatan %1"),
        AttachCamera: translate("Conflict", "Pembawa %1"),
    }.get(type(command), translate("Conflict", "Perubahan %1"))
    if isinstance(command, SetSituationLevel):
        return fill(translate("Conflict", "Tingkat situasi %1"), command.place)
    if isinstance(command, ReferIncident):
        return fill(translate("Conflict", "Penerusan %1"), names.incident(command.incident_id))
    if isinstance(command, AskTakeOver):
        number = names.incident(command.incident_id)
        return fill(translate("Conflict", "Ambil alih %1"), number)
    named = {
        "incident": names.incident,
        "handling": names.incident,
        "unit": names.unit,
        "camera": names.camera,
    }.get(kind)
    return fill(about, named(id) if named else "").strip()


def _mine(loss: Loss, seat: Seat, names: Names) -> str:
    """What the command that lost would have done."""
    command = loss.command
    if isinstance(command, SetSituationLevel):
        return command.level.value
    if isinstance(command, AttachCamera):
        return names.unit(command.unit_id) if command.unit_id else "–"
    if isinstance(command, ShelveAlarm):
        return fill(translate("Conflict", "%1 menit"), str(command.minutes))
    if isinstance(command, MergeIncidents):
        return fill(translate("Conflict", "bagian dari %1"), names.incident(command.winner_id))
    if isinstance(command, OrderUnits):
        return fill(translate("Conflict", "ke %1"), names.incident(command.incident_id))
    return _mine_short(command, seat, names)


def _mine_short(command: Any, seat: Seat, names: Names) -> str:
    said: dict[type[Any], Any] = {
        SetPriority: lambda c: c.priority.value,
        SetAlarmLevel: lambda c: str(c.level),
        LinkIncidents: lambda c: link_text(c.kind, names.incident(c.other_id)),
        CloseIncident: lambda c: disposition_text(c.disposition),
        UnmergeIncident: lambda c: translate("Conflict", "lepas dari gabungan"),
        TakeIncident: lambda c: names.person(seat.act.actor),
        SetUnitStatus: lambda c: names.status(c.status),
        AcknowledgeOrder: lambda c: translate("Conflict", "perintah diterima"),
        ReleaseUnit: lambda c: translate("Conflict", "ditarik"),
        RenameCamera: lambda c: c.alias,
        NoteCamera: lambda c: c.note,
        AskTakeOver: lambda c: c.reason,
        ReferIncident: lambda c: names.agency(c.agency_id),
        AnswerTakeOver: lambda c: (
            translate("Conflict", "serahkan") if c.give else translate("Conflict", "tolak")
        ),
        WithdrawTakeOver: lambda c: translate("Conflict", "batalkan"),
    }
    return str(said.get(type(command), lambda c: translate("Conflict", "urungkan"))(command))


def _theirs(loss: Loss, seat: Seat, names: Names) -> str:
    """What the winner set, as far as it is known."""
    theirs = loss.theirs
    if theirs.get("assignment_id"):
        return _ordered(theirs, loss, names)
    if "merged_into" in theirs:
        winner = theirs["merged_into"]
        inside = translate("Conflict", "bagian dari %1")
        apart = translate("Conflict", "lepas dari gabungan")
        return fill(inside, names.incident(str(winner))) if winner else apart
    if theirs.get("shelved_until"):
        until = datetime.fromisoformat(str(theirs["shelved_until"]))
        return fill(translate("Conflict", "sampai %1"), clock(until, seat.zone, seconds=False))
    for name in ("owner_id", "asked_by"):
        if theirs.get(name):
            return names.person(str(theirs[name]))
    if isinstance(loss.command, AttachCamera):
        return names.unit(str(theirs["unit_id"])) if theirs.get("unit_id") else "–"
    if theirs.get("agency_id"):
        agency = names.agency(str(theirs["agency_id"]))
        theirs = {"note": fill(translate("Conflict", "sudah diteruskan ke %1"), agency)}
    if theirs.get("link_kind"):
        theirs = {"note": kind_text(LinkKind(theirs["link_kind"]), "").strip()}
    return _plain(theirs, names)


def _ordered(theirs: Mapping[str, Any], loss: Loss, names: Names) -> str:
    if theirs.get("unit_id"):
        text = translate("Conflict", "memerintah %1 ke sini")
        return fill(text, names.unit(str(theirs["unit_id"])))
    text = translate("Conflict", "ke %1")
    return fill(text, names.incident(str(theirs.get("incident_id", ""))))


def _plain(theirs: Mapping[str, Any], names: Names) -> str:
    """Values that are words already, and those that have a word."""
    if theirs.get("disposition") in list(Disposition):
        return disposition_text(Disposition(theirs["disposition"]))
    if theirs.get("answer"):
        return {
            "passed": translate("Conflict", "sudah diserahkan"),
            "refused": translate("Conflict", "sudah ditolak"),
            "withdrawn": translate("Conflict", "sudah dibatalkan"),
        }.get(str(theirs["answer"]), "?")
    if theirs.get("status") in list(UnitStatus):
        return names.status(UnitStatus(theirs["status"]))
    if theirs.get("status") in list(IncidentStatus):
        return str(theirs["status"])
    for name in ("priority", "level", "alarm_level", "alias", "note", "address"):
        if name in theirs:
            return str(theirs[name] or "")
    return translate("Conflict", "mengubah yang lain")
