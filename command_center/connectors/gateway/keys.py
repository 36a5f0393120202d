"""Keys of sources. Each is derived from the one secret of the room's gateway, so that a machine
needs that alone; the room knows a hash of each, which says whether a key is still the one."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field

KEY_HEADER, AT_HEADER, SIGNATURE_HEADER = "source-key", "signed-at", "signature"
IDEMPOTENCY_HEADER = "idempotency-key"
MASTER_LEAST = 32
"""Characters of the gateway's secret at least."""


@dataclass(frozen=True, slots=True)
class SourceKey:
    """`name` is what the source sends along, `secret` (hexadecimal) what it signs with and shows
    to nobody; `sha256` (hexadecimal, of the secret) may be known to all."""

    name: str
    secret: str = field(repr=False)

    @property
    def id(self) -> str:
        return self.name.rpartition(".")[2]

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.secret.encode()).hexdigest()


def new_master() -> str:
    return secrets.token_urlsafe(48)


def new_key_id() -> str:
    return secrets.token_hex(6)


def key_of(master: str, room_id: str, source_id: str, key_id: str) -> SourceKey:
    """The same for the same four; ValueError for a secret that is too short to be one."""
    if len(master) < MASTER_LEAST:
        raise ValueError("the secret of the gateway is too short")
    told = "\n".join(("pusat-komando/1 source key", room_id, source_id, key_id))
    secret = hmac.new(master.encode(), told.encode(), hashlib.sha256).hexdigest()
    return SourceKey(f"{source_id}.{key_id}", secret)


def signature(
    secret: str, method: str, path: str, signed_at: str, idempotency: str, body: bytes
) -> str:
    """HMAC-SHA256 in hexadecimal over the five in lines, the body last and as it is. `signed_at` =
    seconds since 1970 as they stand in the header, `idempotency` "" without the header."""
    head = "\n".join((method, path, signed_at, idempotency, ""))
    return hmac.new(secret.encode(), head.encode() + body, hashlib.sha256).hexdigest()


def signed(
    key: SourceKey, method: str, path: str, body: bytes, at_s: int, idempotency: str = ""
) -> dict[str, str]:
    """The headers of a request as a source makes them: exercise, tests and the example."""
    headers = {
        "Source-Key": key.name,
        "Signed-At": str(at_s),
        "Signature": signature(key.secret, method, path, str(at_s), idempotency, body),
    }
    return headers | ({"Idempotency-Key": idempotency} if idempotency else {})
