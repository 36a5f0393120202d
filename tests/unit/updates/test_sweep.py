"""What is taken away before a version is brought, and what stays."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from command_center.updates.installation import Installation
from command_center.updates.sweep import sweep
from tests.update_maker import NEW, OLD, Maker, bring, install, make_bundle


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    """0.1.0 starts, 0.2.0 lies beside it."""
    made = install(tmp_path / "root")
    make_bundle(made.folder(NEW), NEW)
    return made


def test_what_nobody_wants_goes_and_so_does_what_a_kill_left(installation: Installation) -> None:
    (installation.versions / ".0.3.0.part").mkdir()
    sweep(installation, {OLD})
    assert [path.name for path in installation.versions.iterdir()] == [OLD]


@pytest.mark.skipif(sys.platform == "win32", reason="reads /proc; Windows refuses by itself")
def test_a_version_that_runs_goes_another_time(installation: Installation) -> None:
    program = installation.program(NEW)
    shutil.copy(str(shutil.which("sleep")), program)
    with subprocess.Popen([program, "60"]) as running:
        try:
            sweep(installation, {OLD})
            assert installation.installed() == [OLD, NEW]
            assert (program.parent / "_internal" / "part.bin").is_file()
        finally:
            running.kill()
    sweep(installation, {OLD})
    assert installation.installed() == [OLD]


def test_a_version_is_never_half_there(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed while it deletes."""

    def killed(folder: Path, *, ignore_errors: bool) -> None:
        if folder.exists():
            (folder / "_internal" / "part.bin").unlink()
            raise KeyboardInterrupt

    monkeypatch.setattr(shutil, "rmtree", killed)
    with pytest.raises(KeyboardInterrupt):
        sweep(installation, {OLD})
    assert installation.installed() == [OLD]


def test_a_damaged_copy_is_brought_anew(installation: Installation, tmp_path: Path) -> None:
    maker = Maker(tmp_path / "maker")
    maker.release(NEW)
    installation.program(NEW).write_text("#!/bin/sh\nexit 1\n")
    installation.condemn(NEW)
    assert bring(installation, str(maker.repository.folder), maker.root) == NEW
    assert "self-check" in installation.program(NEW).read_text()
    assert installation.fallen() == []
    assert sorted(path.name for path in installation.versions.iterdir()) == [OLD, NEW]
