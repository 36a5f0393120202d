"""What this machine keeps is for one account, and what it reads back may be anything."""

from __future__ import annotations

import json
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from command_center.bootstrap.database.witness import read
from command_center.runtime.files import make_private
from command_center.runtime.paths import config_dir, data_dir
from command_center.runtime.signing import signer
from command_center.storage.database import open_database
from command_center.storage.epoch import Seen
from command_center.storage.heads import Head


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_of_secrets_is_made_or_becomes_private(tmp_path: Path) -> None:
    fresh, old = tmp_path / "fresh", tmp_path / "old"
    old.write_text("kept")
    old.chmod(0o644)
    for path in (fresh, old):
        make_private(path)
        assert mode(path) == 0o600
    assert old.read_text() == "kept"


def test_the_folders_and_the_room_are_for_this_account(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMAND_CENTER_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("COMMAND_CENTER_CONFIG", str(tmp_path / "config"))
    assert {mode(folder) for folder in (data_dir(), config_dir())} == {0o700}
    file = tmp_path / "room" / "room.db"
    open_database(f"sqlite:///{file}").close()
    assert mode(file) == 0o600


def test_what_was_seen_of_a_server_may_be_rubbish(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "seen.json"
    for text in ("[" * 60_000, "{}", '{"epoch": 1}', "x" * 70_000):
        file.write_text(text)
        assert Seen(file).mark.seq == 0
    assert "cannot be read" in caplog.text


@pytest.mark.parametrize(
    "spoilt", [{"seq": 10**30}, {"seq": -1}, {"at": "0001-01-01T00:00:00+14:00"}], ids=str
)
def test_a_witness_that_lies_is_spoilt(tmp_path: Path, spoilt: dict[str, object]) -> None:
    """Everybody may sign with a key of their own."""
    key = signer("live", tmp_path / "keys")
    head = Head("room", 1, b"h" * 32, datetime(2026, 1, 1, tzinfo=UTC), "ws")
    line = {
        "place": "p", "room": "room", "seq": 1, "hash": head.hash.hex(), "workstation": "ws",
        "at": "2026-01-01T00:00:00.000000Z", "key": key.public_key,
    }  # fmt: skip
    good = {**line, "signature": key.sign(head.message()).hex()}
    seq = int(str(spoilt.get("seq", 1)))
    lie = Head("room", seq, head.hash, head.at, "ws")
    bad = {**good, **spoilt, "signature": key.sign(lie.message()).hex()}
    file = tmp_path / "witness.jsonl"
    file.write_text("\n".join(json.dumps(entry) for entry in (bad, good)))
    told = read(file)
    assert (told.spoilt, told.heads) == (["witness.jsonl:1"], [head])
