"""A bundle of settings for another workstation: one signed file, its secrets sealed by a phrase.

The key of the seal is argon2id of the phrase (RFC 9106), the seal ChaCha20-Poly1305 (RFC 8439) over
everything that stands open beside it, so that neither can be put together with another's half. The
whole is signed with the Ed25519 key of the workstation that wrote it."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from command_center.domain.errors import OperatorError
from command_center.runtime.passwords import PARAMS, SALT_BYTES, costs, proof
from command_center.runtime.signing import Signer, signed_by

MARK, FORMAT = "pusat-komando-bundle", 1
LARGEST = 256 * 1024
SHORTEST_PHRASE, LONGEST_PHRASE = 12, 128
_NONCE_BYTES = 12
_MOST_KIB, _MOST_PASSES = 262_144, 10
_MOST_NAMES, _LONGEST, _LONGEST_VALUE = 200, 200, 2_000
Plain = str | int | bool
Rows = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Origin:
    """Who wrote a bundle, as it says itself: only the key is proven, by the signature. `made_at` is
    ISO 8601."""

    workstation: str
    room_id: str
    room_name: str
    made_at: str
    public_key: str

    @property
    def fingerprint(self) -> str:
        """Of the key, for two people to compare over the telephone: 8 groups of 4."""
        return fingerprint_of(self.public_key)


@dataclass(frozen=True, slots=True)
class Change:
    """What taking a bundle would do to one option."""

    name: str
    old: Plain
    new: Plain


@dataclass(frozen=True, slots=True)
class Bundle:
    """Signed and whole. `directories` = {name: what was granted of a camera directory}; `holds`
    names what is sealed."""

    origin: Origin
    settings: Mapping[str, Plain]
    directories: Rows
    holds: tuple[str, ...]
    _seal: Mapping[str, str] = field(repr=False)
    _open: str = field(repr=False)

    def unseal(self, phrase: str) -> dict[str, str]:
        """{name: secret}. Slow on purpose: never on the thread of a window.
        OperatorError("bundle_phrase")."""
        try:
            salt, nonce = bytes.fromhex(self._seal["salt"]), bytes.fromhex(self._seal["nonce"])
            key = proof(phrase, salt, self._seal["params"])
            sealed = base64.b64decode(self._seal["sealed"], validate=True)
            text = ChaCha20Poly1305(key).decrypt(nonce, sealed, self._open.encode())
            found = json.loads(text)
        except InvalidTag as error:
            raise OperatorError("bundle_phrase") from error
        except (KeyError, ValueError) as error:
            raise OperatorError("bundle_damaged") from error
        if not _texts(found) or tuple(sorted(found)) != self.holds:
            raise OperatorError("bundle_damaged")
        return dict(found)


def fingerprint_of(public_key: str) -> str:
    digest = hashlib.sha256(bytes.fromhex(public_key)).hexdigest()[:32]
    return " ".join(digest[at : at + 4] for at in range(0, 32, 4))


def phrase_weakness(phrase: str) -> str | None:
    """Why it may not seal a bundle, as a code of the sentences."""
    if len(phrase) < SHORTEST_PHRASE or len(set(phrase)) < 5:
        return "bundle_phrase_short"
    return "bundle_phrase_long" if len(phrase) > LONGEST_PHRASE else None


def write_bundle(
    origin: Origin,
    settings: Mapping[str, Plain],
    directories: Rows,
    hidden: Mapping[str, str],
    phrase: str,
    signer: Signer,
    params: str = PARAMS,
) -> str:
    """The text of the file. OperatorError for a phrase anybody would guess."""
    code = phrase_weakness(phrase)
    if code is not None:
        raise OperatorError(code, least=SHORTEST_PHRASE, most=LONGEST_PHRASE)
    salt, nonce = secrets.token_bytes(SALT_BYTES), secrets.token_bytes(_NONCE_BYTES)
    opened = _line(
        {
            "origin": asdict(origin),
            "settings": dict(settings),
            "directories": {name: dict(row) for name, row in directories.items()},
            "holds": sorted(hidden),
        }
    )
    key = ChaCha20Poly1305(proof(phrase, salt, params))
    sealed = key.encrypt(nonce, _line(dict(hidden)).encode(), opened.encode())
    seal = {
        "params": params,
        "salt": salt.hex(),
        "nonce": nonce.hex(),
        "sealed": base64.b64encode(sealed).decode(),
    }
    body = _line({"open": opened, "seal": seal})
    signature = signer.sign(_signed(body)).hex()
    whole = {"kind": MARK, "format": FORMAT, "body": body, "signature": signature}
    return json.dumps(whole, indent=1) + "\n"


def read_bundle(data: bytes) -> Bundle:
    """What a file says once its signature holds; nothing of it is believed before. OperatorError
    bundle_too_large, bundle_other, bundle_newer, bundle_damaged, bundle_tampered."""
    if len(data) > LARGEST:
        raise OperatorError("bundle_too_large", limit=LARGEST // 1024)
    whole = _object(data)
    if whole.get("kind") != MARK:
        raise OperatorError("bundle_other")
    number = whole.get("format")
    if type(number) is int and number > FORMAT:
        raise OperatorError("bundle_newer", format=number, known=FORMAT)
    body, signature = whole.get("body"), whole.get("signature")
    if number != FORMAT or not isinstance(body, str) or not isinstance(signature, str):
        raise OperatorError("bundle_damaged")
    inner = _object(body.encode())
    opened, seal = inner.get("open"), inner.get("seal")
    if not isinstance(opened, str) or not isinstance(seal, dict) or not _texts(seal):
        raise OperatorError("bundle_damaged")
    bundle = _bundle(opened, seal)
    try:
        good = signed_by(bundle.origin.public_key, bytes.fromhex(signature), _signed(body))
    except ValueError as error:
        raise OperatorError("bundle_damaged") from error
    if not good:
        raise OperatorError("bundle_tampered")
    return bundle


def _bundle(opened: str, seal: dict[str, str]) -> Bundle:
    found = _object(opened.encode())
    try:
        origin = Origin(**found["origin"])
        settings, rows, holds = found["settings"], found["directories"], found["holds"]
        fingerprint_of(origin.public_key)
        memory_kib, passes, _ = costs(seal["params"])
        sound = (
            all(map(_shown, asdict(origin).values()))
            and all(map(_plain, settings.values()))
            and all(map(_shown, (*settings, *rows, *holds)))
            and all(isinstance(row, dict) for row in rows.values())
            and max(len(settings), len(rows), len(holds)) <= _MOST_NAMES
            and memory_kib <= _MOST_KIB
            and passes <= _MOST_PASSES
        )
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise OperatorError("bundle_damaged") from error
    if not sound:
        raise OperatorError("bundle_damaged")
    return Bundle(origin, settings, rows, tuple(holds), seal, opened)


def _signed(body: str) -> bytes:
    """A signature under something else of ours is none under this."""
    return f"{MARK} {FORMAT}\n{body}".encode()


def _texts(found: object) -> bool:
    return isinstance(found, dict) and all(isinstance(value, str) for value in found.values())


def _shown(text: object) -> bool:
    """Somebody else's word that stands on a line of its own here."""
    return isinstance(text, str) and text.isprintable() and len(text) <= _LONGEST


def _plain(value: object) -> bool:
    """A setting: one line, whatever it says."""
    if isinstance(value, str):
        return value.isprintable() and len(value) <= _LONGEST_VALUE
    return type(value) in (int, bool)


def _line(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _object(data: bytes) -> dict[str, Any]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise OperatorError("bundle_other") from error
    if not isinstance(found, dict):
        raise OperatorError("bundle_other")
    return found
