"""What was last heard of a directory: its answer, the marks to ask again with, and when."""

from __future__ import annotations

import hashlib
import json
import threading
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from command_center.domain.errors import OperatorError

LOOK_S = 0.2


@dataclass(frozen=True, slots=True)
class Heard:
    """`asked_at` in seconds since 1970, 0 never; `sha256` of the answer that is kept, "" none."""

    asked_at: float = 0.0
    etag: str = ""
    last_modified: str = ""
    sha256: str = ""


class Memory:
    """Of one address of one directory; its files are named by what they belong to, unreadably."""

    def __init__(self, folder: Path, name: str, url: str) -> None:
        stem = hashlib.sha256(f"{name}\n{url}".encode()).hexdigest()[:24]
        self._about = folder / f"{stem}.json"
        self._body = folder / f"{stem}.body"
        self._folder = folder

    def heard(self) -> Heard:
        """Nothing, when the files do not fit together."""
        try:
            heard = Heard(**json.loads(self._about.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return Heard()
        if heard.sha256 and self._kept(heard) is None:
            return Heard(asked_at=heard.asked_at)
        return heard

    def body(self) -> bytes | None:
        """The answer that is kept."""
        return self._kept(self.heard())

    def _kept(self, heard: Heard) -> bytes | None:
        try:
            data = self._body.read_bytes()
        except OSError:
            return None
        return data if hashlib.sha256(data).hexdigest() == heard.sha256 else None

    def asked(self, at: float) -> None:
        self._write(replace(self.heard(), asked_at=at))

    def keep(self, body: bytes, etag: str, last_modified: str) -> bool:
        """Keep an answer; whether it is another one than before."""
        before = self.heard()
        digest = hashlib.sha256(body).hexdigest()
        if digest != before.sha256:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._body.write_bytes(body)
        self._write(replace(before, etag=etag, last_modified=last_modified, sha256=digest))
        return digest != before.sha256

    def _write(self, heard: Heard) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        part = self._about.with_suffix(".part")
        part.write_text(json.dumps(asdict(heard)), encoding="utf-8")
        part.replace(self._about)


def wait_turn(asked_at: float, every_s: float, cancel: threading.Event) -> None:
    """Until `every_s` after the last question, also when another program put it. A clock that was
    set back makes nobody wait longer. OperatorError "directory_cancelled"."""
    left = min(asked_at + every_s - time.time(), every_s)
    deadline = time.monotonic() + max(0.0, left)
    while not cancel.is_set():
        remaining = deadline - time.monotonic()
        if remaining <= 0:
            return
        cancel.wait(min(LOOK_S, remaining))
    raise OperatorError("directory_cancelled")
