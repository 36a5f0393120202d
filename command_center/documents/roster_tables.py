"""People, rosters and roll-calls as sheets; people and rosters can be read in again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import tzinfo

from command_center.contract.xlsx import Plain
from command_center.documents.place_tables import Lines
from command_center.domain.roster import CheckPart, Duty, Personnel, RollMark, UnitCheck

PERSONNEL_COLUMNS = (
    "nrp", "nama", "pangkat", "instansi", "jabatan", "regu", "panggilan", "login",
)  # fmt: skip
DUTY_COLUMNS = ("tanggal", "pola", "dinas_ke", "regu", "nrp", "nama", "mulai", "selesai")
ROLL_COLUMNS = (
    "panggilan", "nrp", "nama", "pangkat", "instansi", "regu", "kehadiran", "alasan",
    "kendaraan", "radio", "senjata", "perlengkapan", "catatan",
)  # fmt: skip
Names = Mapping[str, str]
"""What rows are called, by their ids."""


def personnel_table(
    people: Iterable[Personnel], names: Names, codes: Names, logins: Names
) -> Lines:
    """`names` of regu and units, `codes` of agencies, `logins` of staff."""
    lines: list[list[Plain]] = [list(PERSONNEL_COLUMNS)]
    for one in people:
        who = (one.nrp, one.name, one.rank, codes.get(one.agency_id, ""), one.position)
        where = (names.get(one.regu_id or "", ""), names.get(one.unit_id or "", ""))
        lines.append([*who, *where, logins.get(one.staff_id or "", "")])
    return lines


def duties_table(
    duties: Iterable[Duty], people: Mapping[str, Personnel], names: Names, zone: tzinfo
) -> Lines:
    """`names` of regu. Name, begin and end are for people."""
    lines: list[list[Plain]] = [list(DUTY_COLUMNS)]
    for duty in duties:
        who = people.get(duty.personnel_id or "")
        nrp, name = (who.nrp, who.name) if who is not None else ("", "")
        times = [at.astimezone(zone).strftime("%H.%M") for at in (duty.starts_at, duty.ends_at)]
        regu = names.get(duty.regu_id or "", "")
        lines.append([duty.day, duty.pattern, duty.number + 1, regu, nrp, name, *times])
    return lines


def roll_table(
    marks: Iterable[RollMark],
    people: Mapping[str, Personnel],
    checks: Mapping[str, UnitCheck],
    names: Names,
) -> Lines:
    """`names` of units, regu and agencies. For the file of the shift; not to be read in."""
    lines: list[list[Plain]] = [list(ROLL_COLUMNS)]
    for mark in marks:
        who = people.get(mark.personnel_id)
        if who is None:
            continue
        check = checks.get(mark.unit_id or "")
        found = [check.part(part).value if check is not None else "" for part in CheckPart]
        said = (who.nrp, who.name, who.rank, names.get(who.agency_id, ""))
        regu, note = names.get(mark.regu_id or "", ""), check.note if check is not None else ""
        row = (names.get(mark.unit_id or "", ""), *said, regu, mark.state.value, mark.reason)
        lines.append([*row, *found, note])
    return lines
