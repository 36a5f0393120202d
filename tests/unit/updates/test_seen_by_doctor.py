"""What the doctor learns of a source of updates, without keeping any of it."""

from __future__ import annotations

import errno
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from command_center.bootstrap.doctor import gather_outside
from command_center.bootstrap.doctor.facts import Updates
from command_center.bootstrap.doctor.gather_outside import updates_here
from command_center.domain.errors import OperatorError
from command_center.runtime.paths import data_dir
from command_center.updates.catalogue import Catalogue
from command_center.updates.installation import Installation
from command_center.updates.source import source_of
from tests.update_maker import Maker

OLDEST = timedelta(days=30)


@pytest.fixture
def maker(tmp_path: Path) -> Maker:
    return Maker(tmp_path)


@pytest.fixture
def source(maker: Maker, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(gather_outside, "trusted_root", lambda _: maker.root)
    return str(maker.repository.folder)


def test_the_day_is_said_when_the_first_signature_runs_out(maker: Maker, source: str) -> None:
    found = updates_here(source)
    assert found.fault is None
    assert found.until is not None
    assert timedelta(0) <= maker.now + OLDEST - found.until < timedelta(seconds=2)
    assert list(data_dir().iterdir()) == []


def test_signatures_that_ran_out_and_a_stick_that_is_away_are_told(
    tmp_path: Path,
    source: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """`caplog`: urllib3 logs each try."""
    late = Maker(tmp_path / "late", datetime.now(UTC) - timedelta(days=40))
    monkeypatch.setattr(gather_outside, "trusted_root", lambda _: late.root)
    assert code_of(updates_here(str(late.repository.folder))) == "update_expired"
    assert code_of(updates_here(str(tmp_path / "stick"))) == "update_folder_missing"
    assert code_of(updates_here("https://127.0.0.1:1/rilis")) == "update_source_silent"


def test_without_trusted_keys_it_is_said(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(_: Installation | None) -> bytes:
        raise OperatorError("update_no_root")

    monkeypatch.setattr(gather_outside, "trusted_root", none)
    assert code_of(updates_here(source)) == "update_no_root"
    assert updates_here("").source == ""


def test_older_than_what_this_machine_saw_is_noticed(
    maker: Maker, source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = Installation(tmp_path / "opt")
    monkeypatch.setattr(gather_outside, "running", lambda: (seen, "0.1.0"))
    before = maker.moved(tmp_path / "before")
    shutil.copytree(maker.repository.folder, before.repository.folder)
    maker.release("0.2.0")
    Catalogue(source_of(source), maker.root, seen.state, lambda _: None)
    assert updates_here(source).fault is None
    assert code_of(updates_here(str(before.repository.folder))) == "update_rolled_back"


def test_a_full_disk_is_a_fault_of_this_check(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be written there is no folder for what is looked at either."""

    def none(**_: object) -> None:
        raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found")

    monkeypatch.setattr(tempfile, "TemporaryDirectory", none)
    assert code_of(updates_here(source)) == "first_run_machine"


def code_of(found: Updates) -> str:
    return found.fault.code if found.fault is not None else ""
