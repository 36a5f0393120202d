"""A way in that answers as the test says, and desks that have one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from command_center.domain.errors import OperatorError
from command_center.domain.room import Role, Staff
from command_center.ports import Act, Outcome
from command_center.ui.person import Entered
from tests.ui.scene import NOW, picture_rows
from tests.ui.seats import Desk

HERE = Act("", "meja-2", "shift-b", Role.OBSERVER.value)
NAMES = {"rahmad": ("staff-rs", "Aiptu Rahmad S.", Role.OPERATOR)}


def entered(id: str, name: str, role: Role, login: str = "rahmad", **more: Any) -> Entered:
    act = replace(HERE, actor=id, role=role.value)
    return Entered(act, name, login, NOW + timedelta(hours=12), **more)


@dataclass
class HandDoor:
    """Lets in whom `people` names, by any password but "salah"; `error` comes before all."""

    first: bool = False
    error: OperatorError | None = None
    must_change: bool = False
    offline: bool = False
    people: dict[str, tuple[str, str, Role]] = field(default_factory=lambda: dict(NAMES))
    calls: list[tuple[str, tuple[Any, ...]]] = field(default_factory=list)

    def _answer(self, name: str, *given: Any) -> None:
        self.calls.append((name, given))
        if self.error is not None:
            raise self.error

    def needs_administrator(self) -> bool:
        self._answer("needs_administrator")
        return self.first

    def create_administrator(self, name: str, login: str, password: str) -> Entered:
        self._answer("create_administrator", name, login, password)
        self.first = False
        return entered("staff-it", name, Role.ADMINISTRATOR, login)

    def sign_in(self, login: str, password: str, again: bool) -> Entered:
        self._answer("sign_in", login, password, again)
        if login not in self.people or password == "salah":
            raise OperatorError("sign_in_refused")
        id, name, role = self.people[login]
        return entered(id, name, role, login, must_change=self.must_change, offline=self.offline)

    def resume(self, entered: Entered) -> Entered:
        self._answer("resume", entered)
        return replace(entered, offline=False)

    def change_password(self, entered: Entered, old: str | None, new: str) -> Entered:
        self._answer("change_password", old, new)
        return replace(entered, must_change=False)

    def give_password(self, entered: Entered, staff_id: str, login: str) -> str:
        self._answer("give_password", staff_id, login)
        return "abcd-efgh-jkmn"

    def sign(self, entered: Entered, password: str, command: Any) -> tuple[Entered, Outcome]:
        self._answer("sign", entered.login, command)
        if password == "salah":
            raise OperatorError("sign_in_refused")
        return entered, Outcome("op-sign", None, "handover.signed")

    def sign_out(self, entered: Entered) -> None:
        self._answer("sign_out", entered.login)


def signed_in_desk(
    new_desk: Callable[..., Desk],
    id: str = "staff-rs",
    role: Role = Role.OPERATOR,
    door: HandDoor | None = None,
    **options: Any,
) -> Desk:
    """The picture's room behind a door, with somebody in it already."""
    rows = options.pop("rows", None) or picture_rows()
    known = {row.id: row.name for row in rows if isinstance(row, Staff)}
    if id not in known:
        rows = [*rows, Staff(id, 1, "Sri Wahyuni", "SW", role, "", "sri.w")]
    desk = new_desk(rows, door=door or HandDoor(), **options)
    desk.seat.person.enter(entered(id, known.get(id, "Sri Wahyuni"), role))
    return desk
