"""What a file of people or of duties may name, as the room knows it now."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import tzinfo

from command_center.advice.shift_patterns import shift_patterns
from command_center.commands.duties import DutyRow
from command_center.commands.personnel import PersonRow
from command_center.connectors.roster.duties import KnownRoster
from command_center.connectors.roster.personnel import KnownPeople
from command_center.contract.table import folded
from command_center.domain.roster import Personnel
from command_center.situation.roster import all_spans, duties, members, people, regu_list
from command_center.situation.shift_pattern import shift_pattern
from command_center.situation.situation import Situation
from command_center.ui.places.preview import Changes
from command_center.ui.roster.words import call_sign, named


def known_people(situation: Situation) -> KnownPeople:
    agencies: dict[str, str] = {}
    for agency in sorted(situation.all("agency"), key=lambda row: row.code):
        for name in (agency.name, agency.short, agency.code):
            if name:
                agencies[folded(name)] = agency.code
    codes = {agency.id: agency.code for agency in situation.all("agency")}
    own = [agency.code for agency in situation.all("agency") if agency.ours]
    on_list = people(situation)
    signed = {one.staff_id: one.nrp for one in on_list if one.staff_id}
    staff = [one for one in situation.all("staff") if one.login and one.left_at is None]
    return KnownPeople(
        agencies=agencies,
        regu={one.name.casefold(): one.name for one in regu_list(situation)},
        call_signs=frozenset(unit.call_sign for unit in situation.all("unit")),
        logins={one.login: signed.get(one.id, "") for one in staff},
        agency=own[0] if len(own) == 1 else "",
        nrp={one.nrp: codes.get(one.agency_id, "") for one in on_list},
    )


def known_roster(situation: Situation, zone: tzinfo) -> KnownRoster:
    regu, own = regu_list(situation), shift_pattern(situation)
    return KnownRoster(
        patterns=[own if one.id == own.id else one for one in shift_patterns()],
        pattern=own,
        zone=zone,
        regu={one.name.casefold(): one.name for one in regu},
        regu_ids={one.name: one.id for one in regu},
        people={one.nrp: (one.id, one.name) for one in people(situation)},
        members=members(situation),
        taken=tuple(all_spans(situation)),
    )


def person_row(situation: Situation, person: Personnel) -> PersonRow:
    """As a file says it."""
    agency = situation.get("agency", person.agency_id)
    staff = situation.staff(person.staff_id or "")
    return PersonRow(
        nrp=person.nrp,
        name=person.name,
        agency=agency.code if agency is not None else "",
        rank=person.rank,
        position=person.position,
        regu=named(situation, "regu", person.regu_id),
        call_sign=call_sign(situation, person.unit_id),
        login=staff.login if staff is not None else "",
    )


def people_changes(rows: Iterable[PersonRow], situation: Situation) -> Changes[PersonRow]:
    known = {one.nrp: person_row(situation, one) for one in people(situation)}
    added, changed, same, met = [], [], 0, set()
    for row in rows:
        met.add(row.nrp)
        before = known.get(row.nrp)
        if before is None:
            added.append(row)
        elif any(_fact(row, name) != _fact(before, name) for name in _FACTS - {*row.untold}):
            changed.append(row)
        else:
            same += 1
    return Changes(tuple(added), tuple(changed), same, len(known.keys() - met))


_FACTS = {"name", "agency", "rank", "position", "regu", "call_sign", "login"}


def _fact(row: PersonRow, name: str) -> str:
    fact: str = getattr(row, name)
    return fact


def duty_changes(rows: Iterable[DutyRow], situation: Situation) -> Changes[DutyRow]:
    nrp = {one.id: one.nrp for one in situation.all("personnel")}
    regu = {one.id: one.name for one in situation.all("regu")}
    known = {
        (d.starts_at, d.ends_at, regu.get(d.regu_id, ""), nrp.get(d.personnel_id or "", ""))
        for d in duties(situation)
    }
    every = list(rows)
    added = [r for r in every if (r.starts_at, r.ends_at, r.regu, r.nrp) not in known]
    met = {(r.starts_at, r.ends_at, r.regu, r.nrp) for r in every}
    return Changes(tuple(added), (), len(every) - len(added), len(known - met))
