"""Copies of a PostgreSQL room in the server's own archive format, by its own client programs."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from psycopg.conninfo import make_conninfo

from command_center.domain.errors import OperatorError
from command_center.storage import log
from command_center.storage.backup import Progress, flush, silent
from command_center.storage.engine import open_engine, parse_url

_COPY, _END = b"COPY public.event_log (", b"\\.\n"
_ENTRIES_AT_ONCE = 5_000
_LONGEST_COMPLAINT = 300
_DENIED = ("permission denied", "must be owner")


def dump_to(url: str, password: str | None, target: Path, progress: Progress = silent) -> int:
    """Write the room to `target`, which appears once it has been verified; the number of its
    log's entries. OperatorError("backup_needs_owner") for a login that may not read all of it."""
    unfinished = target.with_name(f"{target.name}.part")
    unfinished.unlink(missing_ok=True)
    try:
        os.close(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        progress("copy", 0, 1)
        arguments = ["--format=custom", "--no-owner", "--no-blobs", f"--file={unfinished}"]
        _run("pg_dump", [*arguments, f"--dbname={_conninfo(url)}"], password)
        count = verify_dump(unfinished, progress)
        flush(unfinished)
        os.replace(unfinished, target)  # noqa: PTH105
    finally:
        unfinished.unlink(missing_ok=True)
    flush(target.parent)
    return count


def verify_dump(path: Path, progress: Progress = silent) -> int:
    """Read every byte of an archive and check the chain of its log; the number of entries."""
    _run("pg_restore", [f"--file={os.devnull}", str(path)], None)
    wanted = ["--data-only", "--table=event_log", "--file=-", str(path)]
    with _started("pg_restore", wanted, None) as output:
        count = _whole(_entries(output), progress)
    if count == 0:
        raise OperatorError("database_foreign")
    return count


def _whole(rows: Iterable[log.Row], progress: Progress) -> int:
    """How many rows chain up, which must be all. They come in the order of the disk: who comes
    early waits."""
    seq, digest = 0, log.NO_HASH
    waiting: dict[int, log.Row] = {}
    for row in rows:
        waiting[row[0]] = row
        while (next_one := waiting.pop(seq + 1, None)) is not None:
            if log.first_broken([next_one], seq, digest) is not None:
                raise OperatorError("log_broken", seq=seq + 1)
            seq, digest = next_one[0], next_one[1]
            if seq % _ENTRIES_AT_ONCE == 0:
                progress("chain", seq, seq)
    if waiting:
        raise OperatorError("log_broken", seq=seq + 1)
    return seq


def restore_dump(path: Path, url: str, password: str | None, progress: Progress = silent) -> None:
    """Into an empty database, whole or not at all; who may what in it is said again afterwards,
    for a blank server does not know the names."""
    progress("restore", 0, 1)
    arguments = ["--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error"]
    _run("pg_restore", [*arguments, f"--dbname={_conninfo(url)}", str(path)], password)


def _entries(output: IO[bytes]) -> Iterator[log.Row]:
    """(seq, hash, body) of the log's rows as COPY writes them."""
    places: list[int] = []
    for line in output:
        if line.startswith(_COPY):
            names = line[len(_COPY) : line.index(b")")].decode().split(", ")
            places = [names.index(name) for name in ("seq", "hash", "body")]
        elif line == _END:
            places = []
        elif places:
            seq, digest, body = (line.rstrip(b"\n").split(b"\t")[place] for place in places)
            yield int(seq), _bytea(digest), _bytea(body)


def _bytea(text: bytes) -> bytes:
    return bytes.fromhex(text.removeprefix(b"\\\\x").decode())


def _conninfo(url: str) -> str:
    """How libpq is told where; passwords travel in a file, for no command line is secret."""
    engine = open_engine(url)
    _, options = engine.dialect.create_connect_args(parse_url(url))
    named: dict[str, Any] = {k: v for k, v in options.items() if isinstance(v, str | int)}
    return make_conninfo(**named)


@contextmanager
def _pass_file(password: str | None) -> Iterator[dict[str, str]]:
    if password is None:
        yield dict(os.environ)
        return
    escaped = password.replace("\\", "\\\\").replace(":", "\\:")
    handle, name = tempfile.mkstemp(prefix="room-", suffix=".pass")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(f"*:*:*:*:{escaped}\n")
        yield {**os.environ, "PGPASSFILE": name}
    finally:
        Path(name).unlink(missing_ok=True)


def _run(name: str, arguments: Sequence[str], password: str | None) -> None:
    with _started(name, arguments, password) as output:
        output.read()


@contextmanager
def _started(name: str, arguments: Sequence[str], password: str | None) -> Iterator[IO[bytes]]:
    """A client program at work, ended with this block; OperatorError if it complained."""
    program = shutil.which(name)
    if program is None:
        raise OperatorError("backup_needs_client", program=name)
    with _pass_file(password) as environment, tempfile.TemporaryFile() as complaints:
        process = subprocess.Popen(  # noqa: S603 - a program of the server, its own arguments
            [program, "--no-password", *arguments],
            env={**environment, "PGCLIENTENCODING": "UTF8", "LC_MESSAGES": "C"},
            stdout=subprocess.PIPE,
            stderr=complaints,
        )
        try:
            if process.stdout is None:
                raise RuntimeError("a pipe was asked for")
            yield process.stdout
            process.stdout.read()
            status = process.wait()
        finally:
            process.kill()
            process.wait()
            if process.stdout is not None:
                process.stdout.close()
        if status != 0:
            complaints.seek(0)
            raise _complaint(name, complaints.read(10_000).decode(errors="replace"))


def _complaint(name: str, said: str) -> OperatorError:
    if any(words in said for words in _DENIED):
        return OperatorError("backup_needs_owner")
    reason = next((line for line in said.splitlines() if line.strip()), "")
    return OperatorError("backup_client_failed", program=name, reason=reason[:_LONGEST_COMPLAINT])
