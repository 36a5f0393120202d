"""The key of a workstation: made once, kept for this account only, and what it signs."""

import stat
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from command_center.runtime.signing import FILE, signed_by, signer


class Ring(KeyringBackend):
    """A keyring of the test's own."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Ring:
    ring = Ring()
    monkeypatch.setattr(keyring, "get_password", ring.get_password)
    monkeypatch.setattr(keyring, "set_password", ring.set_password)
    return ring


def test_the_key_is_made_once_and_kept_in_the_keyring(ring: Ring, tmp_path: Path) -> None:
    first, again = signer("live", tmp_path), signer("live", tmp_path)
    assert first.in_keyring
    assert first.public_key == again.public_key
    assert not list(tmp_path.iterdir())
    assert signer("exercise", tmp_path).public_key != first.public_key


def test_without_a_keyring_a_private_file_keeps_it(tmp_path: Path) -> None:
    first, again = signer("live", tmp_path), signer("live", tmp_path)
    assert not first.in_keyring
    assert (first.made, again.made) == (True, False)
    assert first.public_key == again.public_key
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600


def test_a_spoilt_key_is_replaced(tmp_path: Path) -> None:
    first = signer("live", tmp_path)
    (tmp_path / FILE).write_text("not a key")
    assert signer("live", tmp_path).public_key != first.public_key


def test_a_signature_holds_for_its_message_and_its_key_only(tmp_path: Path) -> None:
    one, other = signer("live", tmp_path / "a"), signer("live", tmp_path / "b")
    signature = one.sign(b"head")
    assert signed_by(one.public_key, signature, b"head")
    assert not signed_by(one.public_key, signature, b"Head")
    assert not signed_by(other.public_key, signature, b"head")
    assert not signed_by("zz", signature, b"head")
    assert not signed_by(one.public_key, b"short", b"head")


def test_the_key_does_not_show_in_what_is_printed(tmp_path: Path) -> None:
    key = signer("live", tmp_path)
    assert key.private.private_bytes_raw().hex() not in repr(key)
