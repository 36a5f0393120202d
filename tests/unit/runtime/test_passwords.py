"""Passwords: argon2id as it is published, parameters as data, nothing weak."""

import base64

import argon2
import pytest
from argon2.low_level import Type

from command_center.runtime.passwords import (
    PARAMS,
    PROOF_BYTES,
    costs,
    new_verifier,
    proof,
    seal,
    temporary_password,
    weakness,
)

CHEAP = "argon2id v=19 m=64 t=1 p=1"


def test_the_proof_is_argon2id_of_the_password() -> None:
    salt = bytes(range(16))
    theirs = argon2.low_level.hash_secret(b"kopi tubruk", salt, 1, 64, 1, 32, Type.ID, 19).decode()
    hasher = argon2.PasswordHasher(1, 64, 1, 32, 16)
    assert hasher.verify(theirs, "kopi tubruk")
    ours = proof("kopi tubruk", salt, CHEAP)
    assert argon2.extract_parameters(theirs).hash_len == len(ours) == PROOF_BYTES
    assert theirs.rsplit("$", 1)[1] == base64.b64encode(ours).decode().rstrip("=")


def test_the_cost_is_not_below_what_the_field_advises() -> None:
    memory_kib, passes, _ = costs(PARAMS)
    assert memory_kib >= 64 * 1024
    assert passes >= 3


def test_every_password_has_a_salt_of_its_own() -> None:
    one, two = new_verifier("sama-sama-1", CHEAP), new_verifier("sama-sama-1", CHEAP)
    assert one.salt != two.salt
    assert one.verifier != two.verifier
    assert one.verifier == seal(proof("sama-sama-1", one.salt, one.params))
    assert one.verifier.hex() not in repr(one)


@pytest.mark.parametrize(
    "params",
    [
        "",
        "argon2i v=19 m=64 t=1 p=1",
        "argon2id v=19 m=9999999 t=1 p=1",
        "argon2id v=19 m=64 t=99 p=1",
        "argon2id v=19 m=64 t=0 p=1",
        "argon2id v=19 m=64 t=1 p=0",
        "argon2id v=19 m=64 t=1 p=1\n",
        "argon2id v=19 m=٦٤ t=1 p=1",
    ],
)
def test_parameters_that_are_not_ours_are_refused(params: str) -> None:
    with pytest.raises(ValueError, match="password parameters"):
        proof("x", bytes(16), params)


def test_a_temporary_password_is_strong_and_never_the_same() -> None:
    given = {temporary_password() for _ in range(200)}
    assert len(given) == 200
    assert {weakness(password, "budi") for password in given} == {None}
    assert {len(password) for password in given} == {14}
