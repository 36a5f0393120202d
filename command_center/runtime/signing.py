"""The key of this workstation: signs what it has seen of the log, never leaves the machine."""

from __future__ import annotations

import binascii
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from command_center.runtime import secrets
from command_center.runtime.files import write_private

FILE = "signing.key"
KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Signer:
    """Ed25519. `in_keyring` False: the key lies in a file that only this account can read, which
    whoever installs the machine should know. `made` just now: nothing was signed with it."""

    private: Ed25519PrivateKey
    in_keyring: bool
    made: bool = False

    @property
    def public_key(self) -> str:
        """64 hexadecimal digits."""
        return self.private.public_key().public_bytes_raw().hex()

    def sign(self, message: bytes) -> bytes:
        return self.private.sign(message)


def signer(room: str, folder: Path) -> Signer:
    """The key of this machine for rooms of that kind (live, exercise), made at its first use: from
    the keyring, or from `folder` where there is none. OSError."""
    kept = _read(secrets.signing_key(room))
    if kept is not None:
        return Signer(kept, in_keyring=True)
    file = folder / FILE
    kept = _read(file.read_text(encoding="ascii")) if file.is_file() else None
    if kept is not None:
        return Signer(kept, in_keyring=False)
    made = Ed25519PrivateKey.generate()
    text = made.private_bytes_raw().hex()
    if secrets.keep_signing_key(text, room):
        return Signer(made, in_keyring=True, made=True)
    folder.mkdir(parents=True, exist_ok=True)
    write_private(file, text)
    return Signer(made, in_keyring=False, made=True)


def _read(text: str | None) -> Ed25519PrivateKey | None:
    """A spoilt key is no key: a new one is made, and the log says so."""
    try:
        raw = binascii.unhexlify((text or "").strip())
    except ValueError:
        return None
    return Ed25519PrivateKey.from_private_bytes(raw) if len(raw) == KEY_BYTES else None


def signed_by(public_key: str, signature: bytes, message: bytes) -> bool:
    """Whether the holder of `public_key` (hexadecimal) signed exactly this."""
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
        key.verify(signature, message)
    except (ValueError, InvalidSignature):
        return False
    return True
