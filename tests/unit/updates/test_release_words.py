"""The release maker's words, as they are typed."""

import errno
import getpass
import os
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from release.__main__ import main
from release.keys import make_key, open_key
from release.repository import Keys, Repository, begin, index, publish
from tuf.api.metadata import Metadata

from command_center.domain.errors import OperatorError
from command_center.updates.catalogue import Catalogue
from command_center.updates.news import News
from command_center.updates.source import source_of
from tests.update_maker import INDEX, NEW, SCHEMA

PASS_PHRASE = "kata sandi yang panjang"
ONLINE = ("targets", "snapshot", "timestamp")


def words(*names: str, prefix: str = "") -> list[str]:
    return [word for name in names for word in (f"--{name}", f"{prefix}{name}")]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """Of a repository in `repository` that was last signed 170 days ago."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(getpass, "getpass", lambda _: PASS_PHRASE)
    names = ["ani", "budi", "citra", *ONLINE, *(f"new-{role}" for role in ONLINE)]
    for name in names:
        make_key(Path(name), PASS_PHRASE)
    signers = [open_key(Path(name), lambda _: PASS_PHRASE) for name in names[:6]]
    keys = Keys(signers[:3], *signers[3:])
    then = datetime.now(UTC) - timedelta(days=170)
    made = begin(Repository(Path("repository")), keys, then).read_bytes()
    newest = index(NEW, "archive", SCHEMA, 1)
    told = {INDEX: {"date": "2026-06-06", "notes": "Peta baru."}}
    publish(Repository(Path("repository")), keys, {INDEX: newest}, then, told)
    return made


def said(monkeypatch: pytest.MonkeyPatch, verb: str, *more: str) -> int:
    monkeypatch.setattr(sys, "argv", ["release", verb, "repository", *more])
    return main()


def offered(root: bytes, state: Path) -> str:
    return looked(root, state).newest().version


def looked(root: bytes, state: Path) -> Catalogue:
    return Catalogue(source_of("repository"), root, state, lambda _: None)


def test_all_of_it_is_signed_anew_where_nothing_was_released(
    root: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(OperatorError, match="update_expired"):
        offered(root, tmp_path / "late")
    assert said(monkeypatch, "sign-all", *words(*ONLINE)) == 0
    client = looked(root, tmp_path / "client")
    assert (client.newest().version, client.news) == (NEW, News(date(2026, 6, 6), "Peta baru."))
    metadata = tmp_path / "repository" / "metadata"
    for file in (metadata / "3.targets.json", metadata / "3.snapshot.json"):
        expires = Metadata[Any].from_file(str(file)).signed.expires
        assert expires > datetime.now(UTC) + timedelta(days=179)


def test_after_new_keys_all_is_signed_by_them_before_it_is_refreshed(
    root: bytes,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    said(monkeypatch, "sign-all", *words(*ONLINE))
    assert offered(root, tmp_path / "client") == NEW
    new = words(*ONLINE, prefix="new-")
    assert said(monkeypatch, "renew-root", "--root", "ani", "budi", *new) == 0
    assert "sign-all" in capsys.readouterr().out
    assert said(monkeypatch, "refresh", "--timestamp", "new-timestamp") == 4
    assert "sign-all first" in capsys.readouterr().err
    assert said(monkeypatch, "sign-all", *new) == 0
    assert offered(root, tmp_path / "client") == NEW
    assert said(monkeypatch, "refresh", "--timestamp", "new-timestamp") == 0
    assert offered(root, tmp_path / "client") == NEW


# --- what is stopped in the middle -------------------------------------------------------------


def contents() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path("repository", "metadata").iterdir()}


@pytest.mark.parametrize("fails", ["fsync", "replace"])
def test_a_stick_that_is_pulled_out_keeps_the_timestamp_it_had(
    fails: str,
    root: bytes,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    said(monkeypatch, "sign-all", *words(*ONLINE))
    before = contents()

    def gone(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os if fails == "fsync" else Path, fails, gone)
        assert said(patch, "refresh", "--timestamp", "timestamp") == 4
    assert "Input/output error" in capsys.readouterr().err
    assert contents() == before
    assert offered(root, tmp_path / "client") == NEW
    assert said(monkeypatch, "refresh", "--timestamp", "timestamp") == 0
    assert offered(root, tmp_path / "client") == NEW


def test_a_timestamp_that_was_lost_is_put_back_and_not_counted_anew(
    root: bytes,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    said(monkeypatch, "sign-all", *words(*ONLINE))
    assert offered(root, tmp_path / "client") == NEW
    file = Path("repository", "metadata", "timestamp.json")
    kept = file.read_bytes()
    for lost in (None, kept[:100], b""):
        file.unlink()
        if lost is not None:
            file.write_bytes(lost)
        before = contents()
        for verb in (("refresh", "--timestamp", "timestamp"), ("sign-all", *words(*ONLINE))):
            assert said(monkeypatch, *verb) == 4
            assert "put back" in capsys.readouterr().err
        assert contents() == before
        file.touch()
    file.write_bytes(kept)
    assert said(monkeypatch, "refresh", "--timestamp", "timestamp") == 0
    assert offered(root, tmp_path / "client") == NEW
