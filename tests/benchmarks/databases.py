"""Databases to measure on: a file, or a PostgreSQL server that waits for its disk."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from tests.postgres import Server, running_server

ENGINES = ("sqlite", "postgresql")


class Maker(Protocol):
    """Makes databases of one engine; `copy` wants one that nobody has open."""

    def new(self, name: str) -> str: ...

    def copy(self, url: str, name: str) -> str: ...


class Files:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def new(self, name: str) -> str:
        return f"sqlite:///{self._folder / name}.db"

    def copy(self, url: str, name: str) -> str:
        made = self.new(name)
        shutil.copy(url.removeprefix("sqlite:///"), made.removeprefix("sqlite:///"))
        return made


class OnServer:
    def __init__(self, server: Server) -> None:
        self._server = server

    def new(self, name: str) -> str:
        return self._server.url(self._server.new_database())

    def copy(self, url: str, name: str) -> str:
        return self._server.url(self._server.new_database(url.rsplit("/", 1)[1]))


@contextmanager
def databases(engine: str) -> Iterator[Maker | None]:
    """None where the engine is not installed."""
    if engine == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            yield Files(Path(folder))
        return
    with running_server(fsync=True) as server:
        yield None if server is None else OnServer(server)
