"""A release maker with a repository of its own, and an installed program small enough to kill."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from release.archive import archive_name, pack
from release.repository import Keys, Repository, begin, index, publish
from securesystemslib.signer import CryptoSigner

from command_center.updates.catalogue import Catalogue, platform_name
from command_center.updates.installation import Installation
from command_center.updates.source import source_of
from command_center.updates.staging import Progress, stage, take_up

OLD, NEW, NEWEST = "0.1.0", "0.2.0", "0.3.0"
SCHEMA = "0016"
PART_BYTES = 200_000
PLATFORM = platform_name()
INDEX = f"newest-{PLATFORM}.json"
PROGRAM = """\
#!/bin/sh
case "$1 $2" in
"update self-check") echo '{"version": "%s", "schema": "%s"}' ;;
*) echo "%s $COMMAND_CENTER_INSTEAD" ;;
esac
"""


def new_signer() -> CryptoSigner:
    return CryptoSigner.generate_ed25519()


class Maker:
    """Signs as of `now`; keys live in memory."""

    def __init__(self, folder: Path, now: datetime | None = None) -> None:
        self.repository = Repository(folder / "repository")
        self.now = now or datetime.now(UTC)
        root = [new_signer() for _ in range(3)]
        self.keys = Keys(root, new_signer(), new_signer(), new_signer())
        self._folder = folder
        self.root = begin(self.repository, self.keys, self.now).read_bytes()

    def moved(self, folder: Path) -> Maker:
        """The same maker with a copy of the repository."""
        other = copy.copy(self)
        other.repository, other._folder = Repository(folder / "repository"), folder
        return other

    def release(
        self,
        version: str,
        *,
        says: str = "",
        schema: str = SCHEMA,
        told: Mapping[str, str] | None = None,
    ) -> None:
        """`says` is what the program inside calls itself, if not `version`; `told` what is said of
        the release."""
        bundle = self._folder / f"bundle-{version}"
        make_bundle(bundle, says or version, schema)
        name = archive_name(version, PLATFORM)
        unpacked = pack(bundle, self._folder / name)
        self.offer(version, name, self._folder / name, unpacked, schema, told)

    def offer(
        self,
        version: str,
        name: str,
        archive: Path,
        unpacked: int,
        schema: str = SCHEMA,
        told: Mapping[str, str] | None = None,
    ) -> None:
        newest = index(version, name, schema, unpacked)
        signed = {INDEX: told} if told else None
        publish(self.repository, self.keys, {name: archive, INDEX: newest}, self.now, signed)

    def as_somebody_else(self) -> Keys:
        """Keys that nobody trusts, but the timestamp's."""
        return replace(self.keys, targets=new_signer(), snapshot=new_signer())


def make_bundle(folder: Path, version: str, schema: str = SCHEMA) -> None:
    """A program that says which version it is, a part of it, and a link as bundles have."""
    parts = folder / "_internal"
    parts.mkdir(parents=True)
    program = folder / "command-center"
    program.write_text(PROGRAM % (version, schema, version))
    program.chmod(0o755)
    (parts / "part.bin").write_bytes(random.Random(version).randbytes(PART_BYTES))
    (parts / "part.so").symlink_to("part.bin")


def install(root: Path, version: str = OLD, *, linked: bool = True) -> Installation:
    """As a package leaves it."""
    installation = Installation(root, linked=linked)
    make_bundle(installation.versions / version, version)
    if linked:
        (root / "current").symlink_to(f"versions/{version}")
    else:
        (root / "current.txt").write_text(version)
        (installation.versions / version / "command-center").rename(installation.program(version))
    return installation


def silent(_what: str, _done: int, _total: int) -> None:
    """For whoever watches nothing."""


def bring(installation: Installation, where: str, root: bytes, progress: Progress = silent) -> str:
    """Look, stage, take up, as an administrator does in three words."""
    running = installation.current()
    catalogue = Catalogue(source_of(where), root, installation.state, lambda _: None)
    progress("checked", 1, 1)
    stage(installation, running, catalogue, catalogue.newest(), progress)
    return take_up(installation, running, progress)


def shown(installation: Installation) -> dict[str, str]:
    """Every path below the versions and what starts: what an attack must leave as it was."""
    files = {
        str(path.relative_to(installation.root)): path.read_bytes().hex()[:64]
        for path in installation.versions.rglob("*")
        if path.is_file()
    }
    return {**files, "current": installation.current(), "pending": str(installation.pending())}


class _Quiet(SimpleHTTPRequestHandler):
    cut_at: int | None = None

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its own name
        """Tests say what matters."""

    def copyfile(self, source: object, outputfile: object) -> None:
        data = source.read()  # type: ignore[attr-defined]
        if self.cut_at is not None and len(data) > self.cut_at:
            data = data[: self.cut_at]
        outputfile.write(data)  # type: ignore[attr-defined]


@contextmanager
def served(folder: Path, cut_at: int | None = None) -> Iterator[str]:
    """The folder over HTTP on this machine; a longer file breaks off after `cut_at` bytes."""
    handler: Callable[..., _Quiet] = partial(
        type("Handler", (_Quiet,), {"cut_at": cut_at}), directory=str(folder)
    )
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
