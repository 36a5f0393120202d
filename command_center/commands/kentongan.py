"""Kentongan: the neighbourhood's wooden alarm. Whoever hears of it has an incident, a P1, and the
alarm that rings for it in one act."""

from __future__ import annotations

from dataclasses import dataclass

from command_center.commands.intake import ReceiveReport, receive_report
from command_center.commands.partners import RW_LENGTH, area_coded, rw_of
from command_center.commands.radio import radio_source
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Incident
from command_center.domain.permissions import Permission
from command_center.domain.place import LocatedBy
from command_center.ports import UnitOfWork

CHANNEL = "kentongan"
CATEGORY = "gangguan_ketertiban"


@dataclass(frozen=True, slots=True)
class SoundKentongan:
    """In a kelurahan (name or code) and, where known, an RW of it; or at a point in degrees."""

    area: str
    rw: str = ""
    text: str = ""
    address: str = ""
    category: str = CATEGORY
    lat: float | None = None
    lon: float | None = None


@verb(SoundKentongan, "kentongan.sounded", Permission.TAKE_REPORTS)
def sound_kentongan(work: UnitOfWork, command: SoundKentongan, ctx: Context) -> Result:
    made = receive_report(work, _report_of(work, command, ctx), ctx)
    incident = work.get(Incident, str(made["incident_id"]))
    work.change(incident, owner_id=ctx.act.actor, claimed_at=ctx.now)
    return made


def _report_of(work: UnitOfWork, command: SoundKentongan, ctx: Context) -> ReceiveReport:
    pointed = command.lat is not None and command.lon is not None
    if not pointed and not command.area.strip():
        raise OperatorError("kentongan_needs_place")
    code = area_coded(command.area, ctx) if command.area.strip() else None
    rw = rw_of(command.rw)[:RW_LENGTH]
    place = " ".join(part for part in ("RW " + rw if rw else "", command.area.strip()) if part)
    said = command.text.strip()
    head = f"Kentongan {place}".strip()
    return ReceiveReport(
        source_id=radio_source(work),
        external_id=ctx.new_id(),
        category=command.category or CATEGORY,
        text=f"{head}: {said}" if said else head,
        occurred_at=min(ctx.at, ctx.now),
        lat=command.lat,
        lon=command.lon,
        located_by=LocatedBy.TYPED if pointed else LocatedBy.UNKNOWN,
        area=code or "",
        address=command.address or place,
        channel=CHANNEL,
    )
