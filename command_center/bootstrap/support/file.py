"""Writes it: a ZIP of small texts, the first of which says what the others are."""

from __future__ import annotations

import io
import json
import platform
import sys
import traceback
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from stat import S_ISREG

from command_center import __version__
from command_center.bootstrap.doctor.gather import gather
from command_center.bootstrap.doctor.look import look as look_at
from command_center.bootstrap.doctor.rows import as_row
from command_center.bootstrap.support.scrub import anonymous, log_lines, trace_of
from command_center.bootstrap.updating import standing
from command_center.cli_words import explained
from command_center.domain.errors import OperatorError
from command_center.domain.room import RoomKind
from command_center.ports import Clock
from command_center.runtime.files import write_private_bytes
from command_center.runtime.logs import logs_dir
from command_center.runtime.redact import MASK
from command_center.runtime.setting_layers import Standing, WrongSetting, look
from command_center.runtime.setting_secrets import has_secret
from command_center.runtime.settings import OPTIONS
from command_center.storage.migrate import HEAD

LIVE = RoomKind.LIVE.value
LOG_BYTES, MOST_LOGS = 512 * 1024, 6
CRASH_BYTES, MOST_CRASHES = 16 * 1024, 5
CONTENTS = "ISI.txt"
_ABOUT = """\
Berkas bantuan Pusat Komando {version}, {at}
Support file of Pusat Komando

{parts}

Tidak ada di dalamnya: kejadian, laporan, orang, gambar kamera, kata sandi, kunci.
Nama host, folder dan sumber ada. Bacalah sebelum dikirim.
Not in it: incidents, reports, people, pictures, passwords, keys.
Names of hosts, folders and sources are. Read it before it is sent.
"""
Step = Callable[[str], None]
"""Told what is being done: doctor, settings, logs, write. What it raises ends the work, with
nothing written."""


@dataclass(frozen=True, slots=True)
class Part:
    """`about` in both languages: the file is read by those who send it and by those who get it."""

    name: str
    about: str
    text: str


def write_support(path: Path, url: str, clock: Clock, step: Step) -> list[Part]:
    """A file that is there is replaced, whole or not at all. `url` "" = what this machine is set
    to. OSError: nothing was written."""
    parts = list(_parts(url, clock, step))
    listed = "\n".join(f"{part.name:<24} {part.about}" for part in parts)
    at = clock.now().isoformat(timespec="seconds")
    about = _ABOUT.format(version=__version__, at=at, parts=listed)
    parts.insert(0, Part(CONTENTS, "", about))
    step("write")
    write_private_bytes(path, _zipped(parts))
    return parts


def _zipped(parts: list[Part]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as file:
        for part in parts:
            file.writestr(part.name, part.text)
    return whole.getvalue()


def _parts(url: str, clock: Clock, step: Step) -> Iterator[Part]:
    step("doctor")
    yield _part("version.json", "program, sistem / program, system", _version)
    answers = partial(_answers, url, clock)
    yield _part("doctor.json", "jawaban command-center doctor / its answers", answers)
    step("settings")
    about = "setelan, rahasia ditutup / settings, secrets masked"
    yield _part("settings.json", about, _settings)
    yield _part("updates.json", "versi program di komputer ini / versions here", _updates)
    step("logs")
    for file in _newest("*.log*", MOST_LOGS):
        yield _part(f"logs/{file.name}", "catatan program / the program's log", partial(_log, file))
    for file in _newest("crash-*.txt", MOST_CRASHES):
        head = partial(_crash, file, _head_of)
        yield _part(f"crashes/{file.name}", "awal laporan macet / head of a crash report", head)
    for file in _newest("*.crash", MOST_CRASHES):
        end = partial(_crash, file, _end_of)
        yield _part(f"crashes/{file.name}", "akhir tumpukan macet / end of crash stacks", end)


def _part(name: str, about: str, make: Callable[[], object]) -> Part:
    """Where things are broken this file is asked for: what cannot be had says where and of what
    kind, as in a log, and keeps nothing else back."""
    try:
        said = make()
    except Exception as error:  # noqa: BLE001 - as above
        said = {"fault": trace_of("".join(traceback.format_exception(error)))}
    return Part(name, about, said if isinstance(said, str) else _json(said))


def _answers(url: str, clock: Clock) -> list[dict[str, str]]:
    rows = [as_row(found) for found in look_at(gather(url, clock))]
    return [{name: anonymous(text) for name, text in row.items()} for row in rows]


def _log(file: Path) -> str:
    return "\n".join(log_lines(_end_of(file, LOG_BYTES)))


def _crash(file: Path, read: Callable[[Path, int], str]) -> str:
    return anonymous(read(file, CRASH_BYTES))


def _version() -> dict[str, str]:
    return {
        "program": __version__,
        "schema": HEAD,
        "system": platform.platform(),
        "python": platform.python_version(),
        "bundled": str(bool(getattr(sys, "frozen", False))).lower(),
    }


def _settings() -> list[dict[str, str]]:
    try:
        found = look(LIVE, OPTIONS)
    except WrongSetting as error:
        return [{"fault": anonymous(explained(error))}]
    said = [_setting(one) for one in found.standing.values()]
    return said + [{"fault": anonymous(explained(fault))} for fault in found.faults]


def _setting(one: Standing) -> dict[str, str]:
    if one.option.secret:
        value = MASK if one.value or has_secret(one.option.name, LIVE) else ""
    else:
        value = anonymous(str(one.value))
    where = anonymous(one.where or one.layer.value)
    return {"name": one.option.name, "value": value, "where": where}


def _updates() -> dict[str, object]:
    try:
        return {name: anonymous(str(value)) for name, value in standing().items()}
    except OperatorError as error:
        return {"none": error.code}


def _newest(pattern: str, most: int) -> list[Path]:
    """Plain files of the log folder with something in them; it is there once something was
    logged, and logs are turned over while they are looked for."""
    found: dict[Path, float] = {}
    for file in logs_dir().glob(pattern):
        with suppress(OSError):
            told = file.lstat()
            if S_ISREG(told.st_mode) and told.st_size:
                found[file] = told.st_mtime
    return sorted(found, key=found.__getitem__, reverse=True)[:most]


def _end_of(file: Path, size: int) -> str:
    return _read(file, max(0, file.stat().st_size - size), size)


def _head_of(file: Path, size: int) -> str:
    return _read(file, 0, size)


def _read(file: Path, start: int, size: int) -> str:
    with file.open("rb") as opened:
        opened.seek(start)
        return opened.read(size).decode(errors="replace")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
