"""A version that was just taken up is on trial until it has stood for a while. One that falls
three times is left for the one before it, by itself: first for the person who started it, and for
everybody where the installation may be changed."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from command_center.runtime.files import write_private
from command_center.updates.installation import Installation, order
from command_center.updates.other_version import Instead

MOST_FALLS = 3
STOOD_S = 20.0


@dataclass(slots=True)
class Trial:
    """Of the version that runs, for the account whose folder `own` is: a workstation's operators
    may not change the installation, so each keeps count."""

    installation: Installation
    version: str
    own: Path

    def begin(self) -> tuple[Path, Instead] | None:
        """Count this start. The program to start in its place, and why, if it fell too often or
        must wait."""
        kept, before = self._kept(), self._before()
        waits = kept.pop("waits", None)
        if isinstance(waits, str) and before is not None:
            self._keep(kept)
            return before, Instead(self.version, "waits", str(kept.get("schema", "")), waits)
        if not self._pending() or kept.get("good") is True:
            return None
        falls = kept.get("falls", 0)
        if isinstance(falls, int) and falls >= MOST_FALLS and before is not None:
            self._give_up(before.parent.name)
            return before, Instead(self.version, "crashed", "")
        self._keep({**kept, "falls": falls + 1 if isinstance(falls, int) else 1})
        return None

    def confirm(self) -> None:
        """It has stood."""
        if self._pending():
            self._keep({"good": True})
            with suppress(OSError):  # an operator may not; their own count is enough
                self.installation.confirm()

    def forgive(self) -> None:
        """It ended for a reason that is not its own, such as a database that is away."""
        if self._pending() and self._kept().get("good") is not True:
            self._keep({})

    def wait(self, names: str, schema: str) -> bool:
        """The next start is of the version before, while `names` cannot read what this one would
        make of the database. False: there is none."""
        if self._before() is None:
            return False
        self._keep({**self._kept(), "waits": names, "schema": schema})
        return True

    def _give_up(self, before: str) -> None:
        with suppress(OSError):
            if self.installation.writable() and self.installation.current() == self.version:
                self.installation.go_back(before, lambda _: None)

    def _pending(self) -> bool:
        pending = self.installation.pending()
        return pending is not None and pending.version == self.version

    def _before(self) -> Path | None:
        """Not a newer one, whatever the state says: two versions must not start each other."""
        version = self.installation.previous()
        older = version and order(version) < order(self.version)
        return self.installation.program(version) if older else None

    def _token(self) -> str:
        """Which time this version was taken up: another time it is tried anew."""
        pending = self.installation.pending()
        return "" if pending is None else pending.token

    def _file(self) -> Path:
        return self.own / "update-trial.json"

    def _kept(self) -> dict[str, object]:
        same = {"version": self.version, "token": self._token()}
        with suppress(OSError, ValueError, RecursionError):
            told = json.loads(self._file().read_text(encoding="utf-8"))
            if isinstance(told, dict) and same.items() <= told.items():
                return told
        return {}

    def _keep(self, told: dict[str, object]) -> None:
        same = {"version": self.version, "token": self._token()}
        with suppress(OSError):  # a full disk is no reason not to start
            write_private(self._file(), json.dumps({**told, **same}))
