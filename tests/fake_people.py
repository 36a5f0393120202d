"""`ports.People` in memory, with the rules the database keeps: for tests of what stands above."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from command_center.domain.errors import NotAllowed, OperatorError
from command_center.domain.room import Role, Staff
from command_center.ports import Challenge, Clock, Session

CHEAP = "argon2id v=19 m=64 t=1 p=1"


@dataclass
class Kept:
    salt: bytes
    params: str
    verifier: bytes
    must_change: bool
    failures: int = 0
    locked_until: datetime | None = None


@dataclass
class FakePeople:
    """`staff` answers with who works in the room now; `away` is raised by every call."""

    clock: Clock
    staff: Callable[[], list[Staff]]
    kept: dict[str, Kept] = field(default_factory=dict)
    sessions: dict[str, Session] = field(default_factory=dict)
    away: OperatorError | None = None

    def _who(self, login: str) -> Staff | None:
        if self.away is not None:
            raise self.away
        here = (one for one in self.staff() if one.left_at is None)
        return next((one for one in here if one.login and one.login == login), None)

    def challenge(self, login: str) -> Challenge:
        staff = self._who(login)
        if staff is None or staff.id not in self.kept:
            fake = hashlib.sha256(login.encode()).digest()
            return Challenge(fake.hex(), fake[:16], CHEAP)
        return Challenge(staff.id, self.kept[staff.id].salt, self.kept[staff.id].params)

    def sign_in(self, login: str, proof: bytes, workstation: str) -> Session:
        staff, now = self._who(login), self.clock.now()
        kept = self.kept.get(staff.id) if staff else None
        if staff is None or kept is None:
            raise OperatorError("sign_in_refused")
        if kept.locked_until is not None and now < kept.locked_until:
            raise OperatorError("sign_in_locked", until=kept.locked_until)
        if not hmac.compare_digest(hashlib.sha256(proof).digest(), kept.verifier):
            kept.failures += 1
            if kept.failures >= 5:
                kept.failures, kept.locked_until = 0, now + timedelta(minutes=15)
                raise OperatorError("sign_in_locked", until=kept.locked_until)
            raise OperatorError("sign_in_refused")
        kept.failures, kept.locked_until = 0, None
        return self._open(staff.id, kept.must_change)

    def _open(self, staff_id: str, must_change: bool = False) -> Session:
        now, id = self.clock.now(), secrets.token_hex(8)
        ends = now + timedelta(hours=12)
        self.sessions[id] = Session(id, secrets.token_bytes(32), staff_id, now, ends, must_change)
        return self.sessions[id]

    def sign_out(self, session: Session) -> None:
        if self.away is not None:
            raise self.away
        self.sessions.pop(session.id, None)

    def open_machine(self, workstation: str) -> Session:
        return self._open("staff:system")

    def set_password(
        self,
        session: Session | None,
        staff_id: str,
        salt: bytes,
        params: str,
        verifier: bytes,
        must_change: bool,
    ) -> None:
        if self.away is not None:
            raise self.away
        if session is not None and session.staff_id != staff_id:
            asking = next(one for one in self.staff() if one.id == session.staff_id)
            if asking.role is not Role.ADMINISTRATOR:
                raise NotAllowed("not_allowed", role=asking.role.value)
        self.kept[staff_id] = Kept(salt, params, verifier, must_change)

    def has_administrator(self) -> bool:
        if self.away is not None:
            raise self.away
        return any(
            one.role is Role.ADMINISTRATOR and one.left_at is None and one.id in self.kept
            for one in self.staff()
        )
