"""Where the program is installed: whole versions beside each other, and which one starts.

ROOT/versions/VERSION/ is a whole bundle. What starts is `ROOT/current`, a link that a rename puts
in place; where there are no links (Windows) it is the word in `ROOT/current.txt`, which a launcher
reads. Nothing in a version that is there is ever changed: a running window loads parts late.
"""

from __future__ import annotations

import json
import os
import re
import sys
import uuid
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from command_center.domain.errors import OperatorError
from command_center.runtime.files import takes_files

VERSION = re.compile(r"\d{1,5}(\.\d{1,5}){1,3}")
_KEPT_BYTES = 4_096
Step = Callable[[str], None]
"""Told the name of each step when it is done; what it raises ends the work."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A version that was taken up and has not stood for a while yet; `token` tells this time from
    any other. `also`: earlier ones that had not stood either when it took their place."""

    version: str
    token: str
    also: tuple[str, ...] = ()

    def __contains__(self, version: str) -> bool:
        return version == self.version or version in self.also


@dataclass(frozen=True, slots=True)
class Installation:
    """`linked`: the current version is told by a link, else by a word in a file."""

    root: Path
    linked: bool = sys.platform != "win32"

    @property
    def versions(self) -> Path:
        return self.root / "versions"

    @property
    def state(self) -> Path:
        """What the updates keep: trusted metadata, downloads, the version before this one."""
        return self.root / "updates"

    def folder(self, version: str) -> Path:
        return self.versions / demand_version(version)

    def program(self, version: str) -> Path:
        return self.folder(version) / f"command-center{'' if self.linked else '.exe'}"

    def current(self) -> str:
        """The version that starts; "" where nothing says so."""
        if self.linked:
            with suppress(OSError):
                return _version_or_none((self.root / "current").readlink().name)
            return ""
        return _version_or_none(_read(self.root / "current.txt"))

    def previous(self) -> str:
        """The version that was before the current one; "" if there is none any more. What was
        stopped in the middle may have noted the current one, too."""
        current = self.current()
        older = (v for v in self.earlier() if not current or order(v) < order(current))
        return next(older, "")

    def earlier(self) -> list[str]:
        """Versions to go back to that are still here, the newest first: those that have not stood
        yet, and behind them one that did."""
        return self._noted("previous.txt")

    def fallen(self) -> list[str]:
        """Versions that were left here because they fell too often, and were not tried again."""
        return self._noted("fallen.txt")

    def _noted(self, name: str) -> list[str]:
        noted = _read(self.state / name).split()
        return [v for v in noted if _version_or_none(v) and self.program(v).is_file()]

    def installed(self) -> list[str]:
        """Every whole version, the oldest first."""
        try:
            names = [entry.name for entry in self.versions.iterdir()]
        except OSError:
            return []
        found = [n for n in names if VERSION.fullmatch(n) and self.program(n).is_file()]
        return sorted(found, key=order)

    def pending(self) -> Pending | None:
        try:
            told = json.loads(_read(self.root / "current.pending"))
            also = tuple(demand_version(version) for version in told.get("also", ()))
            return Pending(demand_version(told["version"]), str(told["token"]), also)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OperatorError):
            return None

    def writable(self) -> bool:
        """Windows says of every folder that it may be written; there it is tried."""
        told = os.access(self.root, os.W_OK) and os.access(self.versions, os.W_OK)
        return told and (self.linked or (takes_files(self.root) and takes_files(self.versions)))

    def demand_writable(self) -> None:
        if not self.writable():
            raise OperatorError("update_needs_rights", folder=self.root)

    # --- changing what starts ------------------------------------------------------------------

    def take_up(self, version: str, step: Step) -> None:
        """Let `version` start from now on; until it stood it is pending. What stops in the middle
        leaves the current version and those to go back to as they were: noted is more at first,
        and less only once the link stands."""
        before, pending = self.current(), self.pending()
        if before and before != version:
            stood = pending is None or before not in pending
            also = () if stood or pending is None else _few([before, *pending.also])
            noted = _few([before, *(v for v in self.earlier() if v != before)])
            open_folder(self.state)
            self._note(noted)
            self._mark(Pending(version, uuid.uuid4().hex, tuple(also)))
            step("marked")
            self._point(version, step)
            self._note([before] if stood else noted)
            self.forgive(version)
        else:
            step("marked")
            self._point(version, step)

    def go_back(self, version: str, step: Step) -> None:
        """Let the earlier `version` start. One that had not stood itself is on trial again."""
        self._point(version, step)
        pending = self.pending()
        if pending is not None and version in pending.also:
            also = tuple(v for v in pending.also if order(v) < order(version))
            self._mark(Pending(version, pending.token, also))
        else:
            (self.root / "current.pending").unlink(missing_ok=True)
        self._note([v for v in self.earlier() if order(v) < order(version)])

    def confirm(self, version: str) -> None:
        """`version` has stood. Where it is the current one, a single one to go back to is left."""
        pending = self.pending()
        if pending is None or version not in pending:
            return
        if version == pending.version:
            (self.root / "current.pending").unlink(missing_ok=True)
            self._note([v for v in self.earlier() if order(v) < order(version)][:1])
        else:
            also = tuple(v for v in pending.also if v != version)
            self._mark(Pending(pending.version, pending.token, also))

    def condemn(self, version: str) -> None:
        """`version` fell too often: who is offered it again is told."""
        open_folder(self.state)
        write_whole(self.state / "fallen.txt", "\n".join({*self.fallen(), version}))

    def forgive(self, version: str) -> None:
        """It is tried anew, or is another copy."""
        fallen = self.fallen()
        if version in fallen:
            left = [v for v in fallen if v != version]
            write_whole(self.state / "fallen.txt", "\n".join(left))

    def _note(self, earlier: Sequence[str]) -> None:
        """The launcher on Windows reads the first line."""
        if earlier:
            write_whole(self.state / "previous.txt", "\n".join(earlier))
        else:
            (self.state / "previous.txt").unlink(missing_ok=True)

    def _mark(self, pending: Pending) -> None:
        write_whole(self.root / "current.pending", json.dumps(asdict(pending)))

    def _point(self, version: str, step: Step) -> None:
        """By one rename, which a kill cannot leave half done."""
        beside = self.root / ".current.new"
        beside.unlink(missing_ok=True)
        if self.linked:
            beside.symlink_to(Path("versions") / version)
        else:
            write_whole(beside, version)
        step("pointed")
        beside.replace(self.root / ("current" if self.linked else "current.txt"))
        flush_folder(self.root)
        step("swapped")


def running() -> tuple[Installation, str] | None:
    """The installation this program runs from and its version; None for a checkout, a wheel or a
    bundle that lies by itself. What runs is the bundle, or on Windows the Python beside it; that
    of another program may lie in a folder called `versions`, too."""
    folder = Path(sys.executable).resolve().parent
    if folder.parent.name != "versions" or not VERSION.fullmatch(folder.name):
        return None
    installation = Installation(folder.parent.parent)
    return (installation, folder.name) if installation.program(folder.name).is_file() else None


def demand_running() -> tuple[Installation, str]:
    found = running()
    if found is None:
        raise OperatorError("update_not_installed")
    return found


def order(version: str) -> tuple[int, ...]:
    """Sorts versions; 1.2 is 1.2.0."""
    numbers = tuple(int(part) for part in version.split("."))
    return numbers + (0,) * (4 - len(numbers))


def demand_version(text: object) -> str:
    if not isinstance(text, str) or not VERSION.fullmatch(text):
        raise OperatorError("update_version_form", version=text)
    return text


def write_whole(path: Path, text: str) -> None:
    """Readable by every account of the machine; whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    with part.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.chmod(0o644)
    part.replace(path)
    flush_folder(path.parent)


def open_folder(folder: Path) -> None:
    """It is there, and every account of the machine may read it and the files in it, whatever the
    administrator's own mask is. OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in (folder, *folder.iterdir()):
        wanted = 0o755 if path == folder else 0o644
        if (path == folder or path.is_file()) and path.stat().st_mode & 0o777 != wanted:
            with suppress(PermissionError):  # another administrator's
                path.chmod(wanted)


def flush_folder(folder: Path) -> None:
    """A rename is safe from a power cut once its folder is; Windows has no such call."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _read(path: Path) -> str:
    try:
        with path.open(encoding="utf-8") as file:
            return file.read(_KEPT_BYTES).strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _few(versions: Sequence[str]) -> list[str]:
    """Where nobody may write ROOT no version is ever known to have stood: the newest two are kept,
    and the last one, which did."""
    return [*versions[:2], *versions[2:][-1:]]


def _version_or_none(text: str) -> str:
    return text if VERSION.fullmatch(text) else ""
