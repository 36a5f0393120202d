"""The packaged program in a bare root, and what it says of itself: its verbs, its files."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from first_day.screen import Wrong, until

PERSON = "1000:1000"
PROGRAM = "/usr/bin/command-center"
NO_KEYRING = "PYTHON_KEYRING_BACKEND"
UNDER_ITS_NAME = ("unshare", "--uts", "sh", "-c", 'hostname "$0" && exec "$@"')


class Seat:
    """`home` is of the person who sits there, as the program sees it; `name` of the machine."""

    def __init__(self, root: Path, home: str, display: str, name: str = "komputer-1") -> None:
        self.root, self.home, self.name = root, home, name
        self._environment = {
            "PATH": "/usr/bin:/bin",
            "HOME": home,
            "XDG_RUNTIME_DIR": home,
            "LANG": "C.UTF-8",
            "DISPLAY": display,
            NO_KEYRING: "keyring.backends.null.Keyring",
        }
        self._window: subprocess.Popen[bytes] | None = None
        self._session: list[subprocess.Popen[bytes]] = []

    # --- running it ------------------------------------------------------------------------------

    def begin_session(self) -> None:
        """As somebody's desktop does: a bus, and on it their keyring, opened by their password."""
        bus = f"unix:path={self.home}/bus"
        del self._environment[NO_KEYRING]
        self._environment["DBUS_SESSION_BUS_ADDRESS"] = bus
        self._serve(b"", "dbus-daemon", "--session", "--nofork", f"--address={bus}")
        until("there is no bus", self.file("bus").exists)
        keyring = ("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets")
        self._serve(b"kata sandi masuk", *keyring)

    def _serve(self, given: bytes, *program: str) -> None:
        with (self.root / f"{program[0]}.txt").open("wb") as said:
            served = subprocess.Popen(
                self._words(*program), stdin=subprocess.PIPE, stdout=said, stderr=said
            )
        self._session.append(served)
        assert served.stdin is not None
        served.stdin.write(given)
        served.stdin.close()

    def end_session(self) -> None:
        self.close()
        for served in reversed(self._session):
            served.terminate()
            served.wait(60)

    def open(self, *words: str) -> None:
        with (self.root / "said.txt").open("wb") as said:
            self._window = subprocess.Popen(
                self.words(*words), stdout=said, stderr=said, start_new_session=True
            )

    def demand_open(self) -> None:
        if self._window is None or self._window.poll() is not None:
            raise Wrong("the program ended by itself")

    def close(self) -> None:
        """As a desktop that ends asks it to."""
        if self._window is not None and self._window.poll() is None:
            self._window.terminate()
            self._window.wait(60)

    def ask(self, *words: str, typed: str = "") -> tuple[int, str]:
        """A verb at the terminal, beside the window: its exit status and what it said."""
        told = subprocess.run(
            self.words(*words),
            input=typed.encode(),
            capture_output=True,
            check=False,
            timeout=300,
        )
        return told.returncode, told.stdout.decode() + told.stderr.decode()

    def words(self, *words: str) -> list[str]:
        """The command that runs the program there, with a verb or without."""
        return self._words(PROGRAM, *words)

    def _words(self, *program: str) -> list[str]:
        given = [f"{name}={value}" for name, value in self._environment.items()]
        inside = ("chroot", f"--userspec={PERSON}", str(self.root), "env", "-i")
        return [*UNDER_ITS_NAME, self.name, *inside, *given, *program]

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
