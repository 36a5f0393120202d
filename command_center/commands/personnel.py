"""The people on duty and the regu they belong to: put on the list by the file or one by one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from command_center.commands.conflicts import lost_to
from command_center.commands.duties import in_swap
from command_center.commands.place_words import line, needed
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import Staff
from command_center.domain.roster import Duty, Personnel, Regu
from command_center.domain.unit import Agency, Unit
from command_center.ports import Among, UnitOfWork

NRP = re.compile(r"[0-9]{4,18}")
"""Of the police and the army, or the NIP of a civil servant."""
NAME_LENGTH, RANK_LENGTH, POSITION_LENGTH, REGU_LENGTH = 80, 40, 60, 60
MOST_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class KeepRegu:
    """`regu_id` "" = a new one. `before`: the version that was edited, 0 = whatever stands."""

    name: str
    regu_id: str = ""
    before: int = 0


@dataclass(frozen=True, slots=True)
class DisbandRegu:
    """OperatorError while somebody belongs to it."""

    regu_id: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Known by `nrp`. `agency` by its code; `regu`, `call_sign` and `login` name what stands, "" is
    none. `untold`: the facts that a list does not speak of, which stay as they are known."""

    nrp: str
    name: str
    agency: str
    rank: str = ""
    position: str = ""
    regu: str = ""
    call_sign: str = ""
    login: str = ""
    untold: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPersonnel:
    """At most MOST_AT_ONCE, one entry of the log; the same again changes nothing."""

    rows: tuple[PersonRow, ...]


@dataclass(frozen=True, slots=True)
class PersonLeaves:
    """Off the list; what they did keeps their name. Duties of theirs alone that have not begun are
    struck, but for those that a swap speaks of. Kept again, they are back."""

    personnel_id: str


@verb(KeepRegu, "regu.kept", Permission.REASSIGN)
def keep_regu(work: UnitOfWork, command: KeepRegu, ctx: Context) -> Result:
    name = needed(command.name, "regu_needs_name", REGU_LENGTH)
    demand_free(work, name, command.regu_id)
    if not command.regu_id:
        regu = Regu(ctx.new_id(), 1, name, None)
        work.add(regu)
        return {"regu_id": regu.id, "name": name}
    regu = work.get(Regu, command.regu_id)
    if command.before and regu.version != command.before:
        raise lost_to(work, "regu", regu.id)
    work.change(regu, name=name, disbanded_at=None)
    return {"regu_id": regu.id, "name": name}


def demand_free(work: UnitOfWork, name: str, regu_id: str) -> None:
    """OperatorError where another regu has that name."""
    for other in work.find(Regu, disbanded_at=None):
        if other.name.casefold() == name.casefold() and other.id != regu_id:
            raise OperatorError("regu_name_taken", name=other.name)


def demand_empty(work: UnitOfWork, regu: Regu) -> None:
    """OperatorError while somebody belongs to it."""
    people = work.find(Personnel, regu_id=regu.id, left_at=None)
    if people:
        raise OperatorError("regu_has_people", name=regu.name, count=len(people))


@verb(DisbandRegu, "regu.disbanded", Permission.REASSIGN)
def disband_regu(work: UnitOfWork, command: DisbandRegu, ctx: Context) -> Result:
    regu = work.get(Regu, command.regu_id)
    demand_empty(work, regu)
    if regu.disbanded_at is None:
        work.change(regu, disbanded_at=ctx.now)
    return {"regu_id": regu.id, "name": regu.name}


@verb(ImportPersonnel, "personnel.kept", Permission.REASSIGN)
def import_personnel(work: UnitOfWork, command: ImportPersonnel, ctx: Context) -> Result:
    if len(command.rows) > MOST_AT_ONCE:
        raise OperatorError("import_too_many", limit=MOST_AT_ONCE)
    found = _Named(work, command.rows)
    added = changed = 0
    for row in command.rows:
        new, differs = _store(work, row, found, ctx)
        added += new
        changed += differs
    return {"added": added, "changed": changed, "count": len(command.rows)}


@verb(PersonLeaves, "personnel.left", Permission.REASSIGN)
def person_leaves(work: UnitOfWork, command: PersonLeaves, ctx: Context) -> Result:
    person = work.get(Personnel, command.personnel_id)
    if person.left_at is None:
        work.change(person, left_at=ctx.now, regu_id=None)
    alone = work.find(Duty, personnel_id=person.id, struck_at=None)
    ahead = [duty for duty in alone if duty.starts_at > ctx.now and not in_swap(work, duty)]
    for duty in ahead:
        work.change(duty, struck_at=ctx.now)
    return {"personnel_id": person.id, "name": person.name, "duties": len(ahead)}


class _Named:
    """What rows name, each table read once."""

    def __init__(self, work: UnitOfWork, rows: Iterable[PersonRow]) -> None:
        self._work = work
        kept = work.find(Personnel, nrp=Among({row.nrp for row in rows}))
        self.people = {one.nrp: one for one in kept}
        self._agencies = {one.code: one.id for one in work.find(Agency)}
        self._regu = {one.name.casefold(): one.id for one in work.find(Regu, disbanded_at=None)}
        signs = {line(row.call_sign).upper() for row in rows}
        self._units = {one.call_sign: one.id for one in work.find(Unit, call_sign=Among(signs))}

    def agency(self, code: str) -> str:
        if code not in self._agencies:
            raise OperatorError("unknown_agency", agency=code[:40])
        return self._agencies[code]

    def regu(self, name: str) -> str | None:
        if name and name.casefold() not in self._regu:
            raise OperatorError("unknown_regu", regu=name)
        return self._regu.get(name.casefold())

    def unit(self, call_sign: str) -> str | None:
        if call_sign and call_sign.upper() not in self._units:
            raise OperatorError("unknown_unit", call_sign=call_sign)
        return self._units.get(call_sign.upper())

    def staff(self, login: str, person: Personnel | None) -> str | None:
        """Nobody signs in as somebody else's name."""
        if not login:
            return None
        known = self._work.find(Staff, login=login.casefold(), left_at=None)
        if not known:
            raise OperatorError("unknown_login", login=login)
        for other in self._work.find(Personnel, staff_id=known[0].id, left_at=None):
            if person is None or other.id != person.id:
                raise OperatorError("login_of_another", login=login, name=other.name)
        return known[0].id


def _store(work: UnitOfWork, row: PersonRow, found: _Named, ctx: Context) -> tuple[bool, bool]:
    """Whether they are new, and whether anything of one who was known is different now."""
    if not NRP.fullmatch(row.nrp):
        raise OperatorError("personnel_bad_nrp", nrp=row.nrp[:20])
    standing = found.people.get(row.nrp)
    facts = _facts(row, found, standing)
    if standing is None:
        made = Personnel(id=ctx.new_id(), version=1, nrp=row.nrp, left_at=None, **facts)
        work.add(made)
        found.people[row.nrp] = made
        return True, False
    told = {
        name: fact for name, fact in facts.items() if _TOLD_AS.get(name, name) not in row.untold
    }
    kept = found.people[row.nrp] = work.change(standing, **told, left_at=None)
    return False, kept.version != standing.version


# What a fact of a person is called among those of the list.
_TOLD_AS = {"regu_id": "regu", "unit_id": "call_sign", "staff_id": "login", "agency_id": "agency"}


def _facts(row: PersonRow, found: _Named, standing: Personnel | None) -> dict[str, Any]:
    return {
        "name": needed(row.name, "personnel_needs_name", NAME_LENGTH),
        "rank": line(row.rank, RANK_LENGTH),
        "agency_id": found.agency(row.agency),
        "position": line(row.position, POSITION_LENGTH),
        "regu_id": found.regu(line(row.regu)),
        "unit_id": found.unit(line(row.call_sign)),
        "staff_id": found.staff(line(row.login), standing),
    }
