"""Signing in: `ports.People` on either engine. Passwords never come here, only their proofs."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Engine

from command_center.domain.errors import OperatorError
from command_center.domain.ids import new_id
from command_center.ports import Challenge, Clock, Session
from command_center.runtime.passwords import PARAMS
from command_center.storage import people_local as local
from command_center.storage.link import SQLITE, Link, OwnLink
from command_center.storage.people_local import NewSession, SignedIn, sealed
from command_center.storage.times import from_us, to_us

TOKEN_BYTES = 32
Answer = TypeVar("Answer")

_CHALLENGE = "SELECT staff_id, salt, params FROM challenge(?)"
_SIGN_IN = (
    "SELECT refused, until, staff_id, started_at, ends_at, must_change FROM sign_in(?, ?, ?, ?, ?)"
)
_OPEN_MACHINE = "SELECT staff_id, started_at, ends_at FROM open_machine(?, ?, ?)"
_SIGN_OUT = "SELECT sign_out(?)"
_SET_PASSWORD = "SELECT set_password(?, ?, ?, ?, ?, ?)"  # noqa: S105 - a function's name
_HAS_ADMINISTRATOR = "SELECT has_administrator()"


class SqlPeople:
    """`ports.People`; from any thread. A PostgreSQL server checks and counts by itself, by its own
    clock, and lets nobody read what it checks with; on SQLite whoever has the file has all."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._own = OwnLink(engine)
        self._clock = clock
        self._lock = threading.Lock()

    def challenge(self, login: str) -> Challenge:
        row = self._ask(local.challenge, _CHALLENGE, login)
        return Challenge(row[0], bytes(row[1]), row[2] or PARAMS)

    def sign_in(self, login: str, proof: bytes, workstation: str) -> Session:
        new = self._new_session()
        found = SignedIn(
            *self._ask(local.sign_in, _SIGN_IN, login, proof, workstation, new.id, new.sealed)
        )
        if found.until is not None:
            raise OperatorError("sign_in_locked", until=from_us(found.until))
        if found.refused is not None:
            raise OperatorError(found.refused)
        return _session(new, (found.staff_id, found.started_at, found.ends_at), found.must_change)

    def sign_out(self, session: Session) -> None:
        self._ask(local.sign_out, _SIGN_OUT, session.token)

    def open_machine(self, workstation: str) -> Session:
        new = self._new_session()
        row = self._ask(local.open_machine, _OPEN_MACHINE, workstation, new.id, new.sealed)
        return _session(new, row, 0)

    def set_password(
        self,
        session: Session | None,
        staff_id: str,
        salt: bytes,
        params: str,
        verifier: bytes,
        must_change: bool,
    ) -> None:
        token = session.token if session else b""
        given = (token, staff_id, salt, params, verifier, int(must_change))
        self._ask(local.set_password, _SET_PASSWORD, *given)

    def has_administrator(self) -> bool:
        return bool(self._ask(local.has_administrator, _HAS_ADMINISTRATOR)[0])

    def close(self) -> None:
        with self._lock:
            self._own.close()

    def _new_session(self) -> NewSession:
        token = secrets.token_bytes(TOKEN_BYTES)
        return NewSession(new_id(self._now()), token, sealed(token))

    def _now(self) -> datetime:
        return self._clock.now()

    def _ask(self, here: Callable[..., Answer], there: str, *given: Any) -> Any:
        """`here` is what the function `there` of the server does, on SQLite."""
        with self._lock:
            link: Link = self._own.get()
            with link.transaction(link.dialect.begin_write):
                if link.dialect is SQLITE:
                    return here(link, to_us(self._now()), *given)
                return link.one(there, given)


def _session(new: NewSession, row: Any, must_change: int | None) -> Session:
    staff_id, started, ends = row
    return Session(new.id, new.token, staff_id, from_us(started), from_us(ends), bool(must_change))
