"""A bundle of settings: whole, signed and sealed, or refused in one sentence."""

from __future__ import annotations

import json
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from command_center.domain.errors import OperatorError
from command_center.runtime.bundle import LARGEST, Origin, read_bundle, write_bundle
from command_center.runtime.signing import Signer

CHEAP = "argon2id v=19 m=8 t=1 p=1"
PHRASE = "lodeh terong sore"
SECRETS = {"relay": "r" * 20, "database": "rahasia"}
KEY = Signer(Ed25519PrivateKey.generate(), in_keyring=False)


def origin(key: Signer = KEY, workstation: str = "spkt-1") -> Origin:
    return Origin(workstation, "room-1", "Polresta", "2026-11-23T07:00:00+00:00", key.public_key)


def written(key: Signer = KEY, params: str = CHEAP, **settings: Any) -> str:
    given = settings or {"pack": "malang", "lock_after_min": 10}
    return write_bundle(origin(key), given, {"kota": {"url": "x"}}, SECRETS, PHRASE, key, params)


def refused(data: bytes) -> str:
    with pytest.raises(OperatorError) as error:
        read_bundle(data)
    return error.value.code


def changed(change: dict[str, Any]) -> bytes:
    return json.dumps(json.loads(written()) | change).encode()


def test_what_goes_in_comes_out_and_no_secret_can_be_read_on_the_way() -> None:
    text = written()
    assert not [secret for secret in SECRETS.values() if secret in text]
    bundle = read_bundle(text.encode())
    assert bundle.origin == origin()
    assert bundle.settings == {"pack": "malang", "lock_after_min": 10}
    assert bundle.holds == ("database", "relay")
    assert bundle.unseal(PHRASE) == SECRETS
    assert len(bundle.origin.fingerprint.split()) == 8


def test_another_phrase_opens_nothing() -> None:
    with pytest.raises(OperatorError, match="bundle_phrase"):
        read_bundle(written().encode()).unseal(PHRASE + "!")


def test_every_changed_letter_of_what_is_signed_is_noticed() -> None:
    whole = json.loads(written())
    body = whole["body"].replace("malang", "jember")
    assert body != whole["body"]
    assert refused(changed({"body": body})) == "bundle_tampered"
    assert refused(changed({"signature": "00" * 64})) == "bundle_tampered"
    assert refused(changed({"signature": "zz"})) == "bundle_damaged"


def test_a_seal_is_worth_nothing_under_settings_somebody_else_signed() -> None:
    """Who cannot open the seal cannot put another server's address beside its password."""
    other = Signer(Ed25519PrivateKey.generate(), in_keyring=False)
    ours, theirs = json.loads(written()), json.loads(written(other, pack="jember"))
    body = json.loads(theirs["body"]) | {"seal": json.loads(ours["body"])["seal"]}
    text = json.dumps(body)
    mixed = other.sign(f"pusat-komando-bundle 1\n{text}".encode()).hex()
    bundle = read_bundle(json.dumps(theirs | {"body": text, "signature": mixed}).encode())
    assert bundle.origin.fingerprint != origin().fingerprint
    with pytest.raises(OperatorError, match="bundle_phrase"):
        bundle.unseal(PHRASE)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"x" * (LARGEST + 1), "bundle_too_large"),
        (b"not json", "bundle_other"),
        (b"[" * 200_000, "bundle_other"),
        (b'{"kind": "other"}', "bundle_other"),
        (b'{"kind": "pusat-komando-bundle", "format": 2}', "bundle_newer"),
        (b'{"kind": "pusat-komando-bundle", "format": 1}', "bundle_damaged"),
    ],
    ids=["large", "text", "deep", "other", "newer", "empty"],
)
def test_what_is_no_bundle_is_refused_by_what_it_is(data: bytes, code: str) -> None:
    assert refused(data) == code


def test_a_seal_that_would_take_this_machines_memory_is_refused() -> None:
    inner = json.loads(json.loads(written())["body"])
    inner["seal"]["params"] = "argon2id v=19 m=1048576 t=20 p=1"
    assert refused(changed({"body": json.dumps(inner)})) == "bundle_damaged"


def test_a_name_that_writes_lines_of_its_own_is_refused() -> None:
    evil = origin(workstation="spkt-1\nfingerprint  0000")
    text = write_bundle(evil, {}, {}, {}, PHRASE, KEY, CHEAP)
    assert refused(text.encode()) == "bundle_damaged"


@pytest.mark.parametrize("phrase", ["pendek", "aaaaaaaaaaaaaaaa", "x" * 129])
def test_a_phrase_that_anybody_guesses_seals_nothing(phrase: str) -> None:
    with pytest.raises(OperatorError, match="bundle_phrase"):
        write_bundle(origin(), {}, {}, {}, phrase, KEY, CHEAP)
