"""Signing in on SQLite: what the functions of 0003_postgresql_people.sql do, in one transaction.

Each takes the link, the time in microseconds, and what its function there takes.
"""

from __future__ import annotations

import hashlib
import hmac
import uuid
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from command_center.domain.errors import NotAllowed
from command_center.domain.permissions import Permission, allowed
from command_center.domain.room import Role
from command_center.storage.link import Link

FAILURES = 5
LOCKED_US = 15 * 60 * 1_000_000
SESSION_US = 12 * 3600 * 1_000_000

_CREDENTIAL = (
    "SELECT c.staff_id, c.salt, c.params, c.verifier, c.failures, c.locked_until, c.must_change"
    " FROM staff p JOIN credential c ON c.staff_id = p.id"
    " WHERE p.login = ? AND p.login <> '' AND p.left_at IS NULL"
)
_NEWEST_PARAMS = "SELECT params FROM credential ORDER BY set_at DESC LIMIT 1"
_FAILED = "UPDATE credential SET failures = ?, locked_until = ? WHERE staff_id = ?"
_OPEN = (
    "INSERT INTO session (id, token_hash, staff_id, workstation, db_role, started_at, ends_at)"
    " VALUES (?, ?, ?, ?, '', ?, ?)"
)
_MACHINE = "SELECT id FROM staff WHERE role = 'system' AND left_at IS NULL ORDER BY id LIMIT 1"
_SIGN_OUT = "UPDATE session SET ended_at = ? WHERE token_hash = ? AND ended_at IS NULL"
_LIVE = (
    "SELECT s.id, s.staff_id, p.role FROM session s JOIN staff p ON p.id = s.staff_id"
    " WHERE s.token_hash = ? AND s.ended_at IS NULL AND s.ends_at > ? AND p.left_at IS NULL"
)
_PERSON = (
    "SELECT 1 FROM staff WHERE id = ? AND left_at IS NULL AND role NOT IN ('system', 'console')"
)
_SET_VERIFIER = (
    "INSERT INTO credential (staff_id, salt, params, verifier, set_at, must_change, failures)"
    " VALUES (?, ?, ?, ?, ?, ?, 0) ON CONFLICT (staff_id) DO UPDATE SET salt = excluded.salt,"
    " params = excluded.params, verifier = excluded.verifier, set_at = excluded.set_at,"
    " must_change = excluded.must_change, failures = 0, locked_until = NULL"
)
_END_OTHERS = "UPDATE session SET ended_at = ? WHERE staff_id = ? AND ended_at IS NULL AND id <> ?"
HAS_ADMINISTRATOR = (
    "SELECT EXISTS (SELECT 1 FROM staff p JOIN credential c ON c.staff_id = p.id"
    " WHERE p.role = 'administrator' AND p.left_at IS NULL AND p.login <> '')"
)


@dataclass(frozen=True, slots=True)
class NewSession:
    """`sealed` is what the database keeps of the token."""

    id: str
    token: bytes = field(repr=False)
    sealed: bytes


class SignedIn(NamedTuple):
    """`refused` None: signed in. Times in microseconds."""

    refused: str | None
    until: int | None
    staff_id: str | None = None
    started_at: int | None = None
    ends_at: int | None = None
    must_change: int | None = None


def sealed(secret: bytes) -> bytes:
    return hashlib.sha256(secret).digest()


def challenge(link: Link, _now: int, login: str) -> tuple[str, bytes, str]:
    found = link.one(_CREDENTIAL, (login,))
    if found is not None:
        return found[0], bytes(found[1]), found[2]
    nobody = sealed(f"nobody {login}".encode())
    params = link.one(_NEWEST_PARAMS)
    return str(uuid.UUID(bytes=nobody[:16])), sealed(nobody)[:16], params[0] if params else ""


def sign_in(
    link: Link, now: int, login: str, proof: bytes, workstation: str, id: str, token: bytes
) -> SignedIn:
    found = link.one(_CREDENTIAL, (login,))
    if found is None:
        return SignedIn("sign_in_refused", None)
    staff_id, _, _, verifier, failures, locked_until, must_change = found
    if locked_until is not None and locked_until > now:
        return SignedIn("sign_in_locked", locked_until)
    if not hmac.compare_digest(bytes(verifier), sealed(proof)):
        if failures + 1 < FAILURES:
            link.run(_FAILED, (failures + 1, None, staff_id))
            return SignedIn("sign_in_refused", None)
        link.run(_FAILED, (0, now + LOCKED_US, staff_id))
        return SignedIn("sign_in_locked", now + LOCKED_US)
    link.run(_FAILED, (0, None, staff_id))
    ends = _open(link, now, staff_id, workstation, id, token)
    return SignedIn(None, None, staff_id, now, ends, must_change)


def open_machine(
    link: Link, now: int, workstation: str, id: str, token: bytes
) -> tuple[str, int, int]:
    found = link.one(_MACHINE)
    if found is None:
        raise NotAllowed("staff_left", staff="system")
    return found[0], now, _open(link, now, found[0], workstation, id, token)


def sign_out(link: Link, now: int, token: bytes) -> None:
    link.run(_SIGN_OUT, (now, sealed(token)))


def set_password(
    link: Link,
    now: int,
    token: bytes,
    staff_id: str,
    salt: bytes,
    params: str,
    verifier: bytes,
    must_change: int,
) -> None:
    kept = ""
    if token:
        session: Any = link.one(_LIVE, (sealed(token), now))
        if session is None:
            raise NotAllowed("session_ended")
        kept, who, role = session
        if who != staff_id and not allowed(Role(role), Permission.ADMINISTER):
            raise NotAllowed("not_allowed", role=role, permission=Permission.ADMINISTER.value)
    if link.one(_PERSON, (staff_id,)) is None:
        raise NotAllowed("staff_left", staff=staff_id)
    link.run(_SET_VERIFIER, (staff_id, salt, params, verifier, now, must_change))
    link.run(_END_OTHERS, (now, staff_id, kept))


def has_administrator(link: Link, _now: int) -> tuple[int]:
    found: tuple[int] = link.one(HAS_ADMINISTRATOR)
    return found


def _open(link: Link, now: int, staff_id: str, workstation: str, id: str, token: bytes) -> int:
    ends = now + SESSION_US
    link.run(_OPEN, (id, token, staff_id, workstation, now, ends))
    return ends
