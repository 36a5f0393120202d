"""The packaged program in a bare root, and what it says of itself: its verbs, its files."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from first_day.screen import Wrong

PERSON = "1000:1000"
PROGRAM = "/usr/bin/command-center"


class Seat:
    """`home` is of the person who sits there, as the program sees it."""

    def __init__(self, root: Path, home: str, display: str) -> None:
        self.root, self.home = root, home
        self._environment = {
            "PATH": "/usr/bin:/bin",
            "HOME": home,
            "XDG_RUNTIME_DIR": home,
            "LANG": "C.UTF-8",
            "DISPLAY": display,
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        }
        self._window: subprocess.Popen[bytes] | None = None

    # --- running it ------------------------------------------------------------------------------

    def open(self, *words: str) -> None:
        with (self.root / "said.txt").open("wb") as said:
            self._window = subprocess.Popen(
                self.words(*words), stdout=said, stderr=said, start_new_session=True
            )

    def demand_open(self) -> None:
        if self._window is None or self._window.poll() is not None:
            raise Wrong("the program ended by itself")

    def close(self) -> None:
        if self._window is not None and self._window.poll() is None:
            os.killpg(self._window.pid, signal.SIGTERM)
            self._window.wait(60)

    def ask(self, *words: str) -> tuple[int, str]:
        """A verb at the terminal, beside the window: its exit status and what it said."""
        told = subprocess.run(self.words(*words), capture_output=True, check=False, timeout=300)
        return told.returncode, told.stdout.decode() + told.stderr.decode()

    def words(self, *words: str) -> list[str]:
        """The command that runs the program there, with a verb or without."""
        given = [f"{name}={value}" for name, value in self._environment.items()]
        return [
            "chroot",
            f"--userspec={PERSON}",
            str(self.root),
            "env",
            "-i",
            *given,
            PROGRAM,
            *words,
        ]

    # --- its files -------------------------------------------------------------------------------

    def file(self, *names: str) -> Path:
        return self.root.joinpath(self.home.lstrip("/"), *names)

    def put(self, name: str, text: str | None = None) -> str:
        """A file of the person, or without text a folder; its path as the program sees it."""
        path = self.file(name)
        if text is None:
            path.mkdir()
        else:
            path.write_text(text, encoding="utf-8")
        os.chown(path, *map(int, PERSON.split(":")))
        return f"{self.home}/{name}"

    @property
    def settings(self) -> Path:
        return self.file(".config", "pusat-komando", "settings.toml")

    def marks(self) -> Mapping[str, str]:
        """Of the guided page: {step: mark}; none once it has ended."""
        kept = self.file(".config", "pusat-komando", "first-run.json")
        try:
            marks: Mapping[str, str] = json.loads(kept.read_text(encoding="utf-8"))["marks"]
        except FileNotFoundError:
            return {}
        return marks

    def room(self, question: str, *values: str) -> list[tuple[object, ...]]:
        """What the room has stored; nothing before it was founded."""
        database = self.file(".local", "share", "pusat-komando", "room.db")
        if not database.exists():
            return []
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=30)) as room:
            return room.execute(question, values).fetchall()

    def errors(self) -> list[str]:
        logs = self.file(".local", "share", "pusat-komando", "logs").glob("*.log")
        lines = (line for log in logs for line in log.read_text(encoding="utf-8").splitlines())
        return [line[:900] for line in lines if '"level": "ERROR"' in line]
