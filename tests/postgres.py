"""A real PostgreSQL server on loopback for the tests: its own folder, port and user."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

_READY_S = 30.0
# The data lives as long as the test session, so nothing is gained by waiting for the disk.
_FAST = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")
_SETTINGS = (
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=250",
    "shared_buffers=32MB",
    "autovacuum=off",
    "logging_collector=off",
)


_MEMORY = Path("/dev/shm")
_ROOM_BYTES = 4 << 30


def binaries() -> Path | None:
    """The folder of `initdb` and `postgres`, the newest version installed."""
    on_path = shutil.which("initdb")
    folders = sorted(
        (path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")),
        key=lambda folder: int(folder.parent.name),
    )
    if folders:
        return folders[-1]
    return Path(on_path).parent if on_path else None


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def as_server_user() -> list[str]:
    """PostgreSQL refuses to run as root: then it runs as its own user."""
    if not _is_root():
        return []
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Server:
    """One cluster in `folder`. `fsync` False trades the promises of the disk for speed."""

    bin: Path
    folder: Path
    fsync: bool = False
    port: int = 0
    _process: subprocess.Popen[bytes] | None = None
    _made: int = field(default=0)

    def create(self) -> None:
        if _is_root():
            import pwd  # absent on Windows

            owner = pwd.getpwnam("postgres")
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)
        self._run("initdb", "-D", str(self.data), "-U", "postgres", "-A", "trust", "-N",
                  "--locale=C", "-E", "UTF8")  # fmt: skip

    def copy_of(self, primary: Server, name: str) -> None:
        """Instead of `create`: a standby that will follow under that name."""
        source = f"host=127.0.0.1 port={primary.port} user=postgres application_name={name}"
        self._run("pg_basebackup", "-D", str(self.data), "-d", source, "-R", "-X", "stream",
                  "-c", "fast")  # fmt: skip

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def pid(self) -> int:
        """Of the server that is running."""
        assert self._process is not None, "the server does not run"
        return self._process.pid

    def start(self) -> None:
        """On the port it had, or on a free one."""
        self.port = self.port or _free_port()
        settings = (*_SETTINGS, f"port={self.port}", *(() if self.fsync else _FAST))
        options = [part for setting in settings for part in ("-c", setting)]
        with (self.folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                [*as_server_user(), str(self.bin / "postgres"), "-D", str(self.data), *options],
                cwd=self.folder,
                stdout=log,
                stderr=log,
            )
        self._wait_until_ready()

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """SIGINT ends sessions and shuts down; SIGQUIT drops everything at once."""
        process, self._process = self._process, None
        if process is not None:
            process.send_signal(how)
            process.wait(_READY_S)

    def url(self, name: str) -> str:
        return f"postgresql://postgres@127.0.0.1:{self.port}/{name}"

    def new_database(self, template: str = "template1") -> str:
        """The name of a fresh copy of `template`."""
        self._made += 1
        name = f"room_{self._made}"
        # half the processor time of a copy through the write-ahead log
        self.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
        return name

    def names(self, like: str) -> list[str]:
        """Databases whose name is like that."""
        with psycopg.connect(self.url("postgres")) as connection:
            found = connection.execute(
                "SELECT datname FROM pg_database WHERE datname LIKE %s", (like,)
            )
            return [str(row[0]) for row in found]

    def drop_database(self, name: str) -> None:
        self.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def execute(self, sql: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(sql)

    def _run(self, name: str, *arguments: str) -> None:
        command = [*as_server_user(), str(self.bin / name), *arguments]
        run = subprocess.run(
            command, cwd=self.folder, capture_output=True, text=True, timeout=60, check=False
        )
        assert run.returncode == 0, run.stderr

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + _READY_S
        while True:
            try:
                psycopg.connect(self.url("postgres"), connect_timeout=2).close()
            except psycopg.OperationalError:
                ended = self._process is None or self._process.poll() is not None
                if ended or time.monotonic() > deadline:
                    raise AssertionError((self.folder / "server.log").read_text()) from None
                time.sleep(0.05)
            else:
                return


def _quickest() -> Path | None:
    """Where a database that may vanish is made soonest: hundreds of them are copied, of a thousand
    files each. None is the folder for temporary files."""
    roomy = _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > _ROOM_BYTES
    return _MEMORY if roomy and os.access(_MEMORY, os.W_OK) else None


@contextmanager
def running_server(*, fsync: bool = False) -> Iterator[Server | None]:
    """A started server, or None where PostgreSQL is not installed."""
    found = binaries()
    if found is None:
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="postgres-", dir=None if fsync else _quickest()))
    server = Server(found, folder, fsync)
    try:
        server.create()
        server.start()
        yield server
    finally:
        server.stop(signal.SIGQUIT)
        shutil.rmtree(folder, ignore_errors=True)
