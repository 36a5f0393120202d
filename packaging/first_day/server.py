"""The room's server: PostgreSQL on loopback, over TLS and by password only, as the room asks
of one; and a seat whose room lies there."""

from __future__ import annotations

import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from first_day.seat import Seat

HOST, ROOM, OWNER, PASSWORD = "pusat-data", "ruang", "postgres", "soto lamongan pagi"
CERTIFICATE = "/usr/local/share/pusat-data.pem"
"""Where each machine has it."""
RULES = f"""local all {OWNER} trust
hostssl all all 127.0.0.1/32 scram-sha-256
"""


class Server:
    def __init__(self, folder: Path, programs: Path) -> None:
        self._folder, self._programs = folder, programs
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port: int = free.getsockname()[1]

    def address(self, login: str = OWNER) -> str:
        """As the chapter has it written into the guided page."""
        place = f"postgresql+psycopg://{login}@{HOST}:{self.port}/{ROOM}"
        return f"{place}?sslmode=verify-full&sslrootcert={CERTIFICATE}"

    def start(self) -> None:
        secret = self._folder / "password"
        secret.write_text(f"{PASSWORD}\n", encoding="utf-8")
        shutil.chown(secret, OWNER)
        how = (f"--username={OWNER}", f"--pwfile={secret}", "--encoding=UTF8", "--no-sync")
        self._as_owner("initdb", *how, "--auth-host=scram-sha-256", "--auth-local=trust")
        key, certificate = self._data / "server.key", self._data / "server.crt"
        words = ("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256")
        about = ("-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}", "-days", "2")
        files = ("-nodes", "-keyout", str(key), "-out", str(certificate))
        subprocess.run((*words, *about, *files), capture_output=True, check=True)
        shutil.chown(key, OWNER)
        shutil.chown(certificate, OWNER)
        (self._data / "pg_hba.conf").write_text(RULES, encoding="utf-8")
        here = f"-p {self.port} -k {self._folder} -c listen_addresses=127.0.0.1 -c ssl=on"
        log = self._folder / "log"
        self._as_owner("pg_ctl", "--wait", f"--options={here}", f"--log={log}", "start")

    def stop(self) -> None:
        self._as_owner("pg_ctl", "--wait", "--mode=immediate", "stop")

    def introduce_to(self, seat: Seat) -> None:
        """What is done by hand on every machine: the server's name and its certificate."""
        shutil.copyfile(self._data / "server.crt", seat.root / CERTIFICATE.lstrip("/"))
        with (seat.root / "etc/hosts").open("a", encoding="utf-8") as hosts:
            hosts.write(f"127.0.0.1 {HOST}\n")

    def rows(self, question: str, *values: str) -> list[tuple[object, ...]]:
        """Nothing before the room was founded."""
        asked = question.replace("%", "%%").replace("?", "%s")
        door = {"host": str(self._folder), "port": self.port, "user": OWNER}
        try:
            with psycopg.connect(**door, dbname=ROOM) as room:
                return room.execute(asked.encode(), values).fetchall()
        except (psycopg.OperationalError, psycopg.errors.UndefinedTable):
            return []

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    def _as_owner(self, program: str, *words: str) -> None:
        does = (str(self._programs / program), f"--pgdata={self._data}", *words)
        subprocess.run(
            ("runuser", "-u", OWNER, "--", *does), stdout=subprocess.DEVNULL, check=True, cwd="/"
        )


class SeatOfRoom(Seat):
    """What it asks of its room, the server is asked behind its back."""

    def __init__(self, server: Server, root: Path, home: str, display: str, name: str) -> None:
        super().__init__(root, home, display, name)
        self._server = server

    def room(self, question: str, *values: str) -> list[tuple[object, ...]]:
        return self._server.rows(question, *values)


@contextmanager
def room_server() -> Iterator[Server]:
    programs = max(Path("/usr/lib/postgresql").glob("*/bin"))
    folder = Path(tempfile.mkdtemp(prefix="pusat-data-"))
    shutil.chown(folder, OWNER)
    server = Server(folder, programs)
    server.start()
    try:
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder)
