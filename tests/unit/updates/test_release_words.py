"""The release maker's words, as they are typed."""

import getpass
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from release.__main__ import main
from release.keys import make_key, open_key
from release.repository import Keys, Repository, begin, index, publish
from tuf.api.metadata import Metadata

from command_center.domain.errors import OperatorError
from command_center.updates.catalogue import Catalogue
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
    publish(Repository(Path("repository")), keys, {INDEX: newest}, then)
    return made


def said(monkeypatch: pytest.MonkeyPatch, verb: str, *more: str) -> int:
    monkeypatch.setattr(sys, "argv", ["release", verb, "repository", *more])
    return main()


def offered(root: bytes, state: Path) -> str:
    return Catalogue(source_of("repository"), root, state, lambda _: None).newest().version


def test_all_of_it_is_signed_anew_where_nothing_was_released(
    root: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(OperatorError, match="update_expired"):
        offered(root, tmp_path / "late")
    assert said(monkeypatch, "sign-all", *words(*ONLINE)) == 0
    assert offered(root, tmp_path / "client") == NEW
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
