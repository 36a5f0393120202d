"""Which installation a program finds itself in, told by where its interpreter lies."""

import sys
from pathlib import Path

import pytest

from command_center.updates.installation import Installation, running


@pytest.mark.parametrize("interpreter", ["command-center", "python.exe"])
def test_a_version_knows_itself_by_its_folder_and_its_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, interpreter: str
) -> None:
    installation = Installation(tmp_path)
    program = installation.program("1.2.3")
    program.parent.mkdir(parents=True)
    program.with_name(interpreter).touch()
    monkeypatch.setattr(sys, "executable", str(program.with_name(interpreter)))
    program.touch()
    assert running() == (installation, "1.2.3")


def test_the_python_of_another_program_is_no_installation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    interpreter = tmp_path / "versions" / "3.13.1" / "python.exe"
    interpreter.parent.mkdir(parents=True)
    interpreter.touch()
    monkeypatch.setattr(sys, "executable", str(interpreter))
    assert running() is None
