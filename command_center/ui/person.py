"""Who sits here: one person or nobody, working or behind the curtain."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from command_center.domain.room import Role, Staff
from command_center.ports import Act, Outcome
from command_center.situation.situation import Situation, Touched

NOBODY = ""
WARN = timedelta(minutes=15)
"""How long before a sign-in ends this seat says so."""


@dataclass(frozen=True, slots=True)
class Entered:
    """A sign-in. `until`: when the password is asked for again, None never; `offline`: by what
    this workstation remembers, because the database could not be asked."""

    act: Act
    name: str
    login: str
    until: datetime | None = None
    must_change: bool = False
    offline: bool = False


class Door(Protocol):
    """The way in. Every call waits for the database or for argon2id: never on the GUI thread.
    OperatorError says why not."""

    def needs_administrator(self) -> bool:
        """Whether nobody can sign in yet and the first administrator can be made here.
        OperatorError("needs_db_init"): not from a workstation."""

    def create_administrator(self, name: str, login: str, password: str) -> Entered: ...

    def sign_in(self, login: str, password: str, again: bool) -> Entered:
        """`again`: somebody who is here already, behind the curtain or before the end."""

    def resume(self, entered: Entered) -> Entered:
        """The database is back: an offline sign-in becomes one that it knows."""

    def change_password(self, entered: Entered, old: str | None, new: str) -> Entered:
        """`old` None: just given at the sign-in."""

    def give_password(self, entered: Entered, staff_id: str, login: str) -> str:
        """A temporary password for somebody, to be told once."""

    def sign(self, entered: Entered, password: str, command: Any) -> tuple[Entered, Outcome]:
        """The command, in the name of whoever proves once more to be who sits here. Never by what
        the workstation remembers: a signature is the room's to check."""

    def sign_out(self, entered: Entered) -> None: ...


class Person(QObject):
    """`changed` follows every change of who, as what, and whether they may act now. Belongs to
    the GUI thread. Without a `door` the seat is somebody's from the start and stays so."""

    changed = Signal()

    def __init__(self, act: Act, door: Door | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nobody = replace(act, actor=NOBODY, role=Role.OBSERVER.value)
        self.door = door
        self.act = act if door is None else self._nobody
        self.entered: Entered | None = None
        self.locked = False
        self._shift = act.shift
        self.why = ""
        """Why the curtain is down, as a code of ui.sentences; "" when somebody asked for it."""

    @property
    def known(self) -> bool:
        """Whether this seat is somebody's, behind the curtain or not."""
        return self.act.actor != NOBODY

    @property
    def signed_in(self) -> bool:
        """Whether somebody may act here now."""
        return self.known and not self.locked

    @property
    def role(self) -> Role:
        return Role(self.act.role)

    def enter(self, entered: Entered) -> None:
        """Somebody is here. With a given password nothing is open until it is changed."""
        self.entered = entered
        self.act = replace(entered.act, shift=self._shift)
        self.locked = entered.must_change
        self.why = "password_must_change" if entered.must_change else ""
        self.changed.emit()

    def lock(self, why: str = "") -> None:
        """Draw the curtain; the person stays known."""
        if self.door is None or not self.signed_in:
            return
        self.locked, self.why = True, why
        self.changed.emit()

    def leave(self, why: str = "") -> Entered | None:
        """The seat is nobody's; what is left to sign out at the door."""
        if self.door is None or not self.known:
            return None
        gone, self.entered = self.entered, None
        self.act, self.locked, self.why = self._nobody, False, why
        self.changed.emit()
        return gone

    def follow(self, situation: Situation, touched: Touched) -> None:
        """What became of the person while they sit here: another role, another shift, or gone."""
        shift = situation.shift
        if shift is not None and shift.id != self._shift:
            self._shift = shift.id
            self.act, self._nobody = (
                replace(act, shift=shift.id) for act in (self.act, self._nobody)
            )
        if not (touched.everything or "staff" in touched.entities) or not self.known:
            return
        row: Staff | None = situation.staff(self.act.actor)
        if row is None:
            return
        if row.left_at is not None:
            self.leave("staff_has_left")
        elif row.role.value != self.act.role:
            self.act = replace(self.act, role=row.role.value)
            self.changed.emit()

    def tick(self, now: datetime) -> None:
        """The end of a sign-in draws the curtain."""
        until = self.entered.until if self.entered else None
        if until is not None and now >= until:
            self.lock("sign_in_ended")

    def ends_soon(self, now: datetime) -> datetime | None:
        """When the sign-in ends, once that is near."""
        until = self.entered.until if self.entered else None
        return until if until is not None and self.signed_in and until - now <= WARN else None
