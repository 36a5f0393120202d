"""The release maker's keys: made by a person, one file each, sealed with a pass phrase."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)
from securesystemslib.signer import CryptoSigner

PassPhrase = Callable[[Path], str]
"""Asks for the pass phrase of a key file."""
SHORTEST = 12


def make_key(file: Path, pass_phrase: str) -> None:
    """A new Ed25519 key in `file`, for this account's eyes. FileExistsError: none is overwritten.
    ValueError for a pass phrase that could be guessed."""
    if len(pass_phrase) < SHORTEST:
        raise ValueError(f"a pass phrase has {SHORTEST} letters at least")
    sealed = Ed25519PrivateKey.generate().private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(pass_phrase.encode())
    )
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(sealed)


def open_key(file: Path, ask: PassPhrase) -> CryptoSigner:
    """ValueError names a file that is no key, or whose pass phrase is another one."""
    try:
        key = load_pem_private_key(file.read_bytes(), ask(file).encode())
    except (ValueError, TypeError) as error:
        raise ValueError(f"{file}: no key, or another pass phrase") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise ValueError(f"{file}: not an Ed25519 key")
    return CryptoSigner(key)
