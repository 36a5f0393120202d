"""Passwords as argon2id proofs. Slow on purpose (about 64 MiB and tenths of a second): never on
the thread of a window. The password itself is neither kept, sent nor logged."""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass, field

from argon2.low_level import ARGON2_VERSION, Type, hash_secret_raw

PARAMS = "argon2id v=19 m=65536 t=3 p=1"
"""What a new password is hashed with: memory in KiB, passes, lanes (RFC 9106, section 4)."""

SALT_BYTES, PROOF_BYTES = 16, 32
SHORTEST, LONGEST = 10, 128
_PARAMS = re.compile(r"argon2id v=19 m=([0-9]{1,7}) t=([0-9]{1,2}) p=([0-9])")
_MOST_KIB, _MOST_PASSES = 1_048_576, 20
# Told over the telephone and typed once: no letter that looks like another.
_CLEAR = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True, slots=True)
class Verifier:
    """What is kept of a password: `verifier` = SHA-256(proof)."""

    salt: bytes
    params: str
    verifier: bytes = field(repr=False)


def costs(params: str) -> tuple[int, int, int]:
    """(memory in KiB, passes, lanes). ValueError: parameters that are not ours, or that would take
    this machine's memory."""
    found = _PARAMS.fullmatch(params)
    if found is None:
        raise ValueError("password parameters unknown")
    memory_kib, passes, lanes = map(int, found.groups())
    if memory_kib > _MOST_KIB or not 1 <= passes <= _MOST_PASSES or lanes < 1:
        raise ValueError("password parameters out of range")
    return memory_kib, passes, lanes


def proof(password: str, salt: bytes, params: str) -> bytes:
    """32 bytes that only who knows the password can send. ValueError as `costs`."""
    memory_kib, passes, lanes = costs(params)
    return hash_secret_raw(
        secret=password.encode(),
        salt=salt,
        time_cost=passes,
        memory_cost=memory_kib,
        parallelism=lanes,
        hash_len=PROOF_BYTES,
        type=Type.ID,
        version=ARGON2_VERSION,
    )


def seal(shown: bytes) -> bytes:
    """What is kept of a proof."""
    return hashlib.sha256(shown).digest()


def new_verifier(password: str, params: str = PARAMS) -> Verifier:
    """Of a new password, under a salt of its own."""
    salt = secrets.token_bytes(SALT_BYTES)
    return Verifier(salt, params, seal(proof(password, salt, params)))


def weakness(password: str, login: str) -> str | None:
    """Why it may not be a password, as a code of ui.sentences."""
    if len(password) < SHORTEST:
        return "password_too_short"
    if len(password) > LONGEST:
        return "password_too_long"
    if login and login.casefold() in password.casefold():
        return "password_holds_login"
    if len(set(password)) < 4:
        return "password_too_simple"
    return None


def temporary_password() -> str:
    """To be changed at the first sign-in; about 59 bits."""
    letters = [secrets.choice(_CLEAR) for _ in range(12)]
    return "-".join("".join(letters[at : at + 4]) for at in (0, 4, 8))
