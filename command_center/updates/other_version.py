"""Starts another version of this program than the one that is running."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NoReturn

from command_center.domain.errors import OperatorError

CHECK_S = 180.0
_INSTEAD = "COMMAND_CENTER_INSTEAD"
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class SelfCheck:
    """What a version says of itself. `schema` is the newest of a database that it reads."""

    version: str
    schema: str


@dataclass(frozen=True, slots=True)
class Instead:
    """Why this version runs in place of the current one: `why` is crashed or waits; `schema` what
    the current one reads; `names` of the workstations that it waits for."""

    version: str
    why: str
    schema: str
    names: str = ""


def ask(program: Path) -> SelfCheck:
    """Let a version load its parts and say what it is. OperatorError("update_fails_itself")."""
    words = [str(program), "update", "self-check"]
    try:
        run = subprocess.run(  # noqa: S603 - what the release maker signed
            words, env=clean_environment(), capture_output=True, timeout=CHECK_S, check=True
        )
        told = json.loads(run.stdout)
        return SelfCheck(str(told["version"]), str(told["schema"]))
    except (OSError, subprocess.SubprocessError, ValueError, KeyError, TypeError) as error:
        version = program.parent.name
        raise OperatorError("update_fails_itself", version=version) from error


def start_instead(program: Path, words: Sequence[str], why: Instead) -> int:
    """Become that version with the same words; on Windows wait for it. Its exit status, where
    there is one to tell."""
    told = json.dumps(asdict(why))
    environment = {**clean_environment(), _INSTEAD: told}
    return _become([str(program), *words], environment)


def stands_in() -> Instead | None:
    """Whether this version was started in place of another one."""
    try:
        return Instead(**json.loads(os.environ.get(_INSTEAD, "")[:_LONGEST]))
    except (ValueError, TypeError, RecursionError):
        return None


def clean_environment(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Without what a bundle puts there for itself alone, so that another one finds its own."""
    bundle = getattr(sys, "_MEIPASS", None)
    clean = {
        name: value
        for name, value in environment.items()
        if not name.startswith("_PYI_")
        and not name.endswith("_ORIG")
        and not (bundle and str(bundle) in value)
    }
    for name, value in environment.items():
        if name.endswith("_ORIG") and name.startswith("LD_"):
            clean[name.removesuffix("_ORIG")] = value
    if bundle:
        clean["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
    return clean


if sys.platform == "win32":

    def _become(words: list[str], environment: Mapping[str, str]) -> int:
        run = subprocess.run(words, env=environment, close_fds=False, check=False)  # noqa: S603
        return run.returncode

else:

    def _become(words: list[str], environment: Mapping[str, str]) -> NoReturn:
        os.execve(words[0], words, environment)  # noqa: S606 - a version of ourselves
