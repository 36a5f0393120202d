"""The way in: signs people in at the database, or by what this workstation remembers."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import TimeoutError as NoAnswer
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from command_center.bootstrap.remembered import Memory
from command_center.commands.alarms import RaiseAlarm
from command_center.commands.people import (
    ChangedPassword,
    CreateFirstAdministrator,
    GavePassword,
    SignedIn,
    SignedOut,
    clean_login,
    clean_name,
)
from command_center.domain.errors import OperatorError, is_environment
from command_center.domain.room import AlarmType, Role
from command_center.ports import Act, Clock, Executor, Outcome, People, Session
from command_center.runtime.passwords import (
    PARAMS,
    Verifier,
    new_verifier,
    proof,
    seal,
    temporary_password,
    weakness,
)
from command_center.ui.person import Entered

LANE_S = 10.0
SESSION_FOR = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Building:
    """What the door stands in. `use` hands a session to the write lane and `drop` takes it
    back; `name_of` a staff_id, "" unknown; `reachable`: whether asking the database is worth the
    wait; `owned`: this machine holds the database itself, so that its first administrator can be
    made here."""

    people: People
    executor: Executor
    clock: Clock
    seat: Act
    system: Act
    console: Act
    memory: Memory
    use: Callable[[Session], None]
    drop: Callable[[Session], None]
    name_of: Callable[[str], str]
    reachable: Callable[[], bool]
    owned: bool
    params: str = PARAMS


@dataclass(slots=True)
class _Held:
    """What this process knows of somebody who is here. `shown`: the proof they gave, kept only
    until an offline sign-in has become a real one."""

    verifier: Verifier
    shown: bytes = field(repr=False)
    session: Session | None


class FrontDoor:
    """`ui.person.Door`. Every call waits: from the I/O pool only."""

    def __init__(self, building: Building) -> None:
        self._in = building
        self._held: dict[str, _Held] = {}
        self._lock = threading.Lock()

    def needs_administrator(self) -> bool:
        if self._in.people.has_administrator():
            return False
        if not self._in.owned:
            raise OperatorError("needs_db_init")
        return True

    def create_administrator(self, name: str, login: str, password: str) -> Entered:
        name, login = clean_name(name), clean_login(login)
        _demand_strong(password, login)
        if not self.needs_administrator():
            raise OperatorError("administrator_exists")
        kept = new_verifier(password, self._in.params)  # slow: before anybody is made
        made = self._do(CreateFirstAdministrator(name, login), self._in.console)
        self._in.people.set_password(None, made.result["staff_id"], *_parts(kept), False)
        return self.sign_in(login, password, again=False)

    def sign_in(self, login: str, password: str, again: bool) -> Entered:
        login = login.strip().casefold()
        if not self._in.reachable():
            return self._by_memory(login, password)
        try:
            return self._at_database(login, password, again)
        except OperatorError as error:
            if not is_environment(error):
                raise
        return self._by_memory(login, password)

    def resume(self, entered: Entered) -> Entered:
        """The database is back: who came in without it signs in by the proof they gave.
        OperatorError("sign_in_again"): it is no longer good."""
        held = self._held.get(entered.act.actor)
        if held is None or not held.shown:
            raise OperatorError("sign_in_again")
        challenge = self._in.people.challenge(entered.login)
        if (challenge.salt, challenge.params) != (held.verifier.salt, held.verifier.params):
            raise OperatorError("sign_in_again")
        return self._admit(entered.login, held.verifier, held.shown, SignedIn(offline=True))

    def change_password(self, entered: Entered, old: str | None, new: str) -> Entered:
        if old is not None:
            entered = self._at_database(entered.login, old, again=True)
        _demand_strong(new, entered.login)
        held = self._held.get(entered.act.actor)
        if held is None or held.session is None:
            raise OperatorError("sign_in_needs_database")
        if seal(proof(new, held.verifier.salt, held.verifier.params)) == held.verifier.verifier:
            raise OperatorError("password_same")
        kept = new_verifier(new, self._in.params)
        self._in.people.set_password(held.session, entered.act.actor, *_parts(kept), False)
        self._do(ChangedPassword(), entered.act)
        held.verifier = kept
        self._remember(entered, kept)
        return replace(entered, must_change=False)

    def give_password(self, entered: Entered, staff_id: str, login: str) -> str:
        held = self._held.get(entered.act.actor)
        if held is None or held.session is None:
            raise OperatorError("sign_in_needs_database")
        password = temporary_password()
        kept = new_verifier(password, self._in.params)
        self._do(GavePassword(staff_id), entered.act)
        self._in.people.set_password(held.session, staff_id, *_parts(kept), True)
        self._in.memory.forget(login)
        return password

    def sign(self, entered: Entered, password: str, command: Any) -> tuple[Entered, Outcome]:
        if not self._in.reachable():
            raise OperatorError("handover_needs_database")
        again = self._at_database(entered.login, password, again=True)
        return again, self._do(command, again.act)

    def sign_out(self, entered: Entered) -> None:
        with self._lock:
            held = self._held.pop(entered.act.actor, None)
        if held is None or held.session is None:
            return
        with suppress(OperatorError):  # without a database the session ends by its own time
            self._do(SignedOut(), entered.act)
            self._in.people.sign_out(held.session)
        self._in.drop(held.session)

    # --- ways in -------------------------------------------------------------------------------

    def _at_database(self, login: str, password: str, again: bool) -> Entered:
        challenge = self._in.people.challenge(login)
        try:
            shown = proof(password, challenge.salt, challenge.params)
        except ValueError as error:
            raise OperatorError("sign_in_params") from error
        verifier = Verifier(challenge.salt, challenge.params, seal(shown))
        try:
            return self._admit(login, verifier, shown, SignedIn(again=again))
        except OperatorError as error:
            if error.code == "sign_in_locked":
                self._tell_locked(challenge.staff_id)
            raise

    def _admit(self, login: str, verifier: Verifier, shown: bytes, said: SignedIn) -> Entered:
        building = self._in
        session = building.people.sign_in(login, shown, building.seat.workstation)
        building.use(session)
        act = replace(building.seat, actor=session.staff_id, role=Role.OBSERVER.value)
        told = self._do(said, act).result
        act = replace(act, role=str(told["role"]))
        entered = Entered(act, str(told["name"]), login, session.ends_at, session.must_change)
        with self._lock:
            before = self._held.get(session.staff_id)
            self._held[session.staff_id] = _Held(verifier, b"", session)
        if before is not None and before.session is not None:
            with suppress(OperatorError):
                building.people.sign_out(before.session)
        if not session.must_change:
            self._remember(entered, verifier)
        return entered

    def _by_memory(self, login: str, password: str) -> Entered:
        building = self._in
        found, shown = building.memory.check(login, password)
        salt, params = bytes.fromhex(found.salt), found.params
        verifier = Verifier(salt, params, bytes.fromhex(found.verifier))
        with self._lock:
            self._held[found.staff_id] = _Held(verifier, shown, None)
        act = replace(building.seat, actor=found.staff_id, role=found.role)
        until = min(building.clock.now() + SESSION_FOR, found.until)
        return Entered(act, found.name, login, until, offline=True)

    # --- below ---------------------------------------------------------------------------------

    def _do(self, command: Any, act: Act) -> Outcome:
        try:
            return self._in.executor.submit(command, act=act).result(LANE_S)
        except NoAnswer as error:
            raise OperatorError("database_interrupted") from error

    def _remember(self, entered: Entered, kept: Verifier) -> None:
        act = entered.act
        with suppress(OperatorError):  # then they cannot come in offline, nothing else
            self._in.memory.keep(entered.login, act.actor, entered.name, act.role, kept)

    def _tell_locked(self, staff_id: str) -> None:
        """The room hears of it once; of logins that nobody has it does not."""
        name = self._in.name_of(staff_id)
        if name:
            alarm = RaiseAlarm(AlarmType.ACCOUNT_LOCKED, "staff", staff_id, {"name": name})
            self._in.executor.submit(alarm, act=self._in.system)


def _parts(kept: Verifier) -> tuple[bytes, str, bytes]:
    return kept.salt, kept.params, kept.verifier


def _demand_strong(password: str, login: str) -> None:
    code = weakness(password, login)
    if code is not None:
        raise OperatorError(code)
