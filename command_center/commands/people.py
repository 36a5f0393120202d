"""The people of the room: who works in it, as what, and when they were here.

No secret travels in a command: passwords go to the database beside the log (ports.People).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import Role, Staff
from command_center.domain.unit import Agency
from command_center.ports import UnitOfWork

NAME_LENGTH, INITIALS_LENGTH = 80, 4
LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{2,39}")
PEOPLE = frozenset(
    {Role.OPERATOR, Role.SHIFT_LEAD, Role.LIAISON, Role.ADMINISTRATOR, Role.OBSERVER}
)
"""The roles a person may have; the others are machines'."""


@dataclass(frozen=True, slots=True)
class AddStaff:
    """Somebody new. `login` is what they sign in with; a liaison belongs to an agency."""

    name: str
    login: str
    role: Role
    agency_id: str | None = None
    seat: str = ""


@dataclass(frozen=True, slots=True)
class ChangeStaff:
    """What is None stays."""

    staff_id: str
    name: str | None = None
    role: Role | None = None
    agency_id: str | None = None
    seat: str | None = None


@dataclass(frozen=True, slots=True)
class StaffLeaves:
    """From now on they cannot sign in; their name stays on what they did, their login is free."""

    staff_id: str


@dataclass(frozen=True, slots=True)
class CreateFirstAdministrator:
    """Of a room nobody can sign in to. The same login again answers as the first time, so that
    what was interrupted before the password can be finished; another one is told which."""

    name: str
    login: str


@dataclass(frozen=True, slots=True)
class GavePassword:
    """An administrator gave somebody a temporary password."""

    staff_id: str


@dataclass(frozen=True, slots=True)
class ChangedPassword:
    """Somebody changed their own."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Somebody sits down. `offline`: by what the workstation remembered; `again`: was here."""

    offline: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class SignedOut:
    """Somebody leaves the seat."""


def initials_of(name: str) -> str:
    """As they stand on a row: the first letters of the last words, without the rank's dots."""
    words = [word for word in re.split(r"[^\w]+", name) if word]
    return "".join(word[0] for word in words[-2:]).upper() if words else ""


def clean_login(typed: str) -> str:
    """A login as it is kept; OperatorError."""
    login = typed.strip().casefold()
    if not LOGIN.fullmatch(login):
        raise OperatorError("login_form")
    return login


def clean_name(typed: str) -> str:
    """A name as it is kept: one line, without control characters; OperatorError."""
    name = " ".join("".join(c if c.isprintable() else " " for c in typed).split())
    if not name:
        raise OperatorError("name_missing")
    if len(name) > NAME_LENGTH:
        raise OperatorError("text_too_long", limit=NAME_LENGTH)
    return name


def _fitting(work: UnitOfWork, role: Role, agency_id: str | None) -> str | None:
    """The agency of somebody of that role: a liaison's must exist, the others have none."""
    if role not in PEOPLE:
        raise OperatorError("role_of_machines")
    if role is not Role.LIAISON:
        return None
    if agency_id is None or not work.find(Agency, id=agency_id):
        raise OperatorError("liaison_needs_agency")
    return agency_id


def _demand_free(work: UnitOfWork, login: str) -> None:
    if work.find(Staff, login=login, left_at=None):
        raise OperatorError("login_taken", login=login)


def _new(ctx: Context, name: str, login: str, role: Role, agency: str | None, seat: str) -> Staff:
    initials = initials_of(name)[:INITIALS_LENGTH]
    return Staff(ctx.new_id(), 1, name, initials, role, seat[:NAME_LENGTH], login, agency)


def _person(work: UnitOfWork, staff_id: str) -> Staff:
    """Somebody who works here; OperatorError for machines and who has left."""
    staff = work.get(Staff, staff_id)
    if staff.role not in PEOPLE:
        raise OperatorError("role_of_machines")
    if staff.left_at is not None:
        raise OperatorError("staff_has_left")
    return staff


def _administrators(work: UnitOfWork) -> list[Staff]:
    rows = work.find(Staff, role=Role.ADMINISTRATOR, left_at=None)
    return [staff for staff in rows if staff.login]


def _demand_another_administrator(work: UnitOfWork, staff: Staff) -> None:
    """A room without one could never let anybody in again."""
    if [row.id for row in _administrators(work)] == [staff.id]:
        raise OperatorError("last_administrator")


@verb(AddStaff, "staff.added", Permission.ADMINISTER, always_logged=True)
def add_staff(work: UnitOfWork, command: AddStaff, ctx: Context) -> Result:
    name, login = clean_name(command.name), clean_login(command.login)
    agency = _fitting(work, command.role, command.agency_id)
    _demand_free(work, login)
    staff = _new(ctx, name, login, command.role, agency, command.seat)
    work.add(staff)
    return {"staff_id": staff.id}


@verb(ChangeStaff, "staff.changed", Permission.ADMINISTER, always_logged=True)
def change_staff(work: UnitOfWork, command: ChangeStaff, ctx: Context) -> Result:
    staff = _person(work, command.staff_id)
    role = command.role or staff.role
    if role is not Role.ADMINISTRATOR:
        _demand_another_administrator(work, staff)
    fields: dict[str, Any] = {
        "role": role,
        "agency_id": _fitting(work, role, command.agency_id or staff.agency_id),
    }
    if command.name is not None:
        name = clean_name(command.name)
        fields |= {"name": name, "initials": initials_of(name)[:INITIALS_LENGTH]}
    if command.seat is not None:
        fields["seat"] = command.seat[:NAME_LENGTH]
    work.change(staff, **fields)
    return {"staff_id": staff.id}


@verb(StaffLeaves, "staff.left", Permission.ADMINISTER, always_logged=True)
def staff_leaves(work: UnitOfWork, command: StaffLeaves, ctx: Context) -> Result:
    staff = _person(work, command.staff_id)
    _demand_another_administrator(work, staff)
    work.change(staff, left_at=ctx.now, login="")
    return {"staff_id": staff.id}


@verb(
    CreateFirstAdministrator,
    "staff.first_administrator",
    Permission.ADMINISTER,
    always_logged=True,
)
def create_first(work: UnitOfWork, command: CreateFirstAdministrator, ctx: Context) -> Result:
    name, login = clean_name(command.name), clean_login(command.login)
    standing = _administrators(work)
    if standing:
        if [staff.login for staff in standing] != [login]:
            raise OperatorError("administrator_unfinished", login=standing[0].login)
        return {"staff_id": standing[0].id}
    _demand_free(work, login)
    staff = _new(ctx, name, login, Role.ADMINISTRATOR, None, "")
    work.add(staff)
    return {"staff_id": staff.id}


@verb(GavePassword, "password.given", Permission.ADMINISTER, always_logged=True)
def gave_password(work: UnitOfWork, command: GavePassword, ctx: Context) -> Result:
    return {"staff_id": _person(work, command.staff_id).id}


@verb(ChangedPassword, "password.changed", Permission.WATCH, always_logged=True)
def changed_password(work: UnitOfWork, command: ChangedPassword, ctx: Context) -> Result:
    return {"staff_id": ctx.act.actor}


@verb(SignedIn, "person.signed_in", Permission.WATCH, always_logged=True)
def signed_in(work: UnitOfWork, command: SignedIn, ctx: Context) -> Result:
    staff = _person(work, ctx.act.actor)
    how = "offline" if command.offline else "again" if command.again else "password"
    return {"staff_id": staff.id, "name": staff.name, "role": staff.role.value, "how": how}


@verb(SignedOut, "person.signed_out", Permission.WATCH, always_logged=True)
def signed_out(work: UnitOfWork, command: SignedOut, ctx: Context) -> Result:
    return {"staff_id": ctx.act.actor}
