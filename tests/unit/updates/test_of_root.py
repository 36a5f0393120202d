"""An installation that is another account's, as the package leaves it: what a window of an operator
sees of it, and what it says to do."""

import os
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import astuple
from functools import partial
from pathlib import Path

import pytest

from command_center.bootstrap import version_lines
from command_center.bootstrap.version_lines import lines
from command_center.bootstrap.versions import MachineUpdates
from command_center.domain.errors import OperatorError
from command_center.updates.catalogue import Catalogue
from command_center.updates.installation import Installation
from command_center.updates.source import source_of
from tests.update_maker import NEW, OLD, Maker, install, shown, silent

NOBODY = 65534
URL = "sqlite:////srv/Ruang Operasi/room.db"


@pytest.fixture
def place() -> Iterator[Path]:
    """That others may enter, unlike those of the tests."""
    made = Path(tempfile.mkdtemp(prefix="of-root-"))
    made.chmod(0o755)
    yield made
    for path in made.rglob("*"):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
    shutil.rmtree(made)


@pytest.fixture
def maker(place: Path) -> Maker:
    made = Maker(place)
    made.release(NEW)
    return made


@pytest.fixture
def of_root(place: Path, maker: Maker, monkeypatch: pytest.MonkeyPatch) -> Iterator[Installation]:
    """It runs, and belongs to root where the tests are root's: then they go on as nobody, who may
    be unable to read a library; all are loaded before."""
    source = source_of(str(maker.repository.folder))
    Catalogue(source, maker.root, place / "rehearsed", lambda _: None).newest()
    made = install(place / "opt")
    made.state.mkdir()
    (made.state / "root.json").write_bytes(maker.root)
    for name in ("DATA", "CONFIG", "SITE_CONFIG"):
        folder = place / name
        folder.mkdir()
        folder.chmod(0o777)
        monkeypatch.setenv(f"COMMAND_CENTER_{name}", str(folder))
    monkeypatch.setenv("COMMAND_CENTER_UPDATES", str(maker.repository.folder))
    monkeypatch.setattr(sys, "executable", str(made.program(OLD)))
    for folder in (made.root, made.versions, made.state):
        folder.chmod(0o555)
    if os.getuid() == 0:
        os.setresuid(NOBODY, NOBODY, 0)
        try:
            yield made
        finally:
            os.setresuid(0, 0, 0)
    else:
        yield made


def test_a_window_may_look_and_says_who_may_do_the_rest(of_root: Installation) -> None:
    before = shown(of_root)
    machine = MachineUpdates(URL)
    standing = machine.standing()
    assert (standing.running, standing.why) == (OLD, "update_needs_rights")
    assert standing.lines is not None
    found = machine.look()
    assert (found.version, found.newer) == (NEW, True)
    for refused in (partial(machine.stage, silent), machine.take_up, machine.go_back):
        with pytest.raises(OperatorError, match="update_needs_rights"):
            refused()
    assert shown(of_root) == before


def test_what_it_says_to_type_is_what_an_administrator_may(
    place: Path, maker: Maker, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Word by word, but for `sudo`: it is the program of the installation that is started."""
    from command_center.cli import main

    made = install(place / "opt dan data")
    made.state.mkdir()
    (made.state / "root.json").write_bytes(maker.root)
    for name in ("DATA", "CONFIG"):
        monkeypatch.setenv(f"COMMAND_CENTER_{name}", str(place / name))
    monkeypatch.setattr(sys, "executable", str(made.program(OLD)))
    monkeypatch.chdir(place)
    said = lines(made, "repository", URL)
    current = []
    for line in (said.stage, said.use, said.back):
        sudo, program, *words = shlex.split(line)
        assert (sudo, Path(program)) == ("sudo", made.root / "current" / "command-center")
        assert main(words) == 0
        current.append(made.current())
    assert current == [OLD, NEW, OLD]
    assert capsys.readouterr().out.endswith(f"{OLD} starts again; it reads the same\n")


def test_the_command_of_the_package_is_said_where_it_is_this_installation(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = install(place / "opt")
    command = place / "command-center"
    monkeypatch.setattr(version_lines, "COMMAND", command)
    command.symlink_to("opt/current/command-center")
    assert astuple(lines(made, "", "postgresql+psycopg://ws_1@pusat/ruang")) == (
        "sudo command-center update stage --from FOLDER",
        "sudo command-center update apply",
        "sudo command-center update rollback --database postgresql+psycopg://ws_1@pusat/ruang",
        True,
    )
    web = lines(made, "https://updates.example/ruang", URL)
    assert web.stage == ("sudo command-center update stage --from https://updates.example/ruang")


def test_on_windows_the_lines_are_for_its_own_prompt() -> None:
    said = lines(Installation(Path("C:/Program Files/Pusat Komando"), linked=False), "", URL)
    assert not said.sudo
    assert said.use == '"C:/Program Files/Pusat Komando/command-center.exe" update apply'
    assert said.back.endswith(f'rollback --database "{URL}"')
