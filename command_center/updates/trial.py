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
        if not self._on_trial() or kept.get("good") is True:
            return None
        falls = kept.get("falls", 0)
        if isinstance(falls, int) and falls >= MOST_FALLS and before is not None:
            self._give_up(before.parent.name)
            return before, Instead(self.version, "crashed", "")
        self._keep({**kept, "falls": falls + 1 if isinstance(falls, int) else 1})
        return None

    def confirm(self) -> None:
        """It has stood."""
        if self._on_trial():
            self._keep({"good": True})
            with suppress(OSError):  # an operator may not; their own count is enough
                self.installation.confirm(self.version)

    def forgive(self) -> None:
        """It ended for a reason that is not its own, such as a database that is away."""
        if self._on_trial() and self._kept().get("good") is not True:
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
                self.installation.condemn(self.version)

    def _on_trial(self) -> bool:
        """Also where it was left for a newer one before it stood, and stands in for that one."""
        pending = self.installation.pending()
        return pending is not None and self.version in pending

    def _before(self) -> Path | None:
        """Not a newer one, whatever the state says: two versions must not start each other."""
        older = (v for v in self.installation.earlier() if order(v) < order(self.version))
        version = next(older, None)
        return None if version is None else self.installation.program(version)

    def _token(self) -> str:
        """Which time this version was taken up: another time it is tried anew."""
        pending = self.installation.pending()
        return "" if pending is None else pending.token

    def _file(self) -> Path:
        return self.own / "update-trial.json"

    def _kept(self) -> dict[str, object]:
        told = self._all().get(self.version, {})
        return told if told.get("token") == self._token() else {}

    def _all(self) -> dict[str, dict[str, object]]:
        """Of every version: one that stands in keeps its count beside that of the current one."""
        with suppress(OSError, ValueError, RecursionError):
            told = json.loads(self._file().read_text(encoding="utf-8"))
            if isinstance(told, dict):
                return {name: kept for name, kept in told.items() if isinstance(kept, dict)}
        return {}

    def _keep(self, told: dict[str, object]) -> None:
        token = self._token()
        kept = {name: of for name, of in self._all().items() if of.get("token") == token}
        kept[self.version] = {**told, "token": token}
        with suppress(OSError):  # a full disk is no reason not to start
            write_private(self._file(), json.dumps(kept))
