"""Who signed in at this workstation lately: enough to let them in while the database is away."""

from __future__ import annotations

import hmac
import json
import logging
import threading
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from command_center.domain.entities import iso
from command_center.domain.errors import OperatorError
from command_center.ports import Clock
from command_center.runtime.files import write_private
from command_center.runtime.passwords import Verifier, costs, proof, seal

log = logging.getLogger(__name__)
FOR_AT_MOST = timedelta(hours=24)
FAILURES, LOCKED_FOR = 5, timedelta(minutes=15)
MOST_PEOPLE, MOST_BYTES = 100, 200_000
_CLOCKS_DIFFER = timedelta(minutes=2)
_NOT_OURS = (OSError, ValueError, TypeError, AttributeError, RecursionError, OverflowError)


@dataclass(frozen=True, slots=True)
class Remembered:
    """One person as they last signed in here. Times are ISO-8601; `seen_at` is the latest moment
    this machine is known to have been at: a clock that is turned back lengthens nothing."""

    staff_id: str
    name: str
    role: str
    salt: str
    params: str
    verifier: str = field(repr=False)
    kept_at: str
    seen_at: str
    failures: int = 0
    locked_until: str = ""

    @property
    def until(self) -> datetime:
        return datetime.fromisoformat(self.kept_at) + FOR_AT_MOST


class Memory:
    """A private file of this machine. From any thread; argon2id is computed in `check`."""

    def __init__(self, file: Path, clock: Clock) -> None:
        self._file = file
        self._clock = clock
        self._lock = threading.Lock()

    def keep(self, login: str, staff_id: str, name: str, role: str, kept: Verifier) -> None:
        """After a sign-in that the database confirmed."""
        now = iso(self._clock.now())
        salt, verifier = kept.salt.hex(), kept.verifier.hex()
        row = Remembered(staff_id, name, role, salt, kept.params, verifier, now, now)
        with self._lock:
            people = self._read()
            people.pop(login, None)
            people[login] = row
            while len(people) > MOST_PEOPLE:
                del people[next(iter(people))]
            self._write(people)

    def forget(self, login: str) -> None:
        with self._lock:
            people = self._read()
            if people.pop(login, None) is not None:
                self._write(people)

    def note_time(self) -> None:
        """Now and then: the clock of this machine has been here, wherever it is turned later."""
        now = self._clock.now()
        with self._lock:
            people = self._read()
            later = {login: replace(row, seen_at=max(row.seen_at, iso(now)))
                     for login, row in people.items()}  # fmt: skip
            if later != people:
                self._write(later)

    def check(self, login: str, password: str) -> tuple[Remembered, bytes]:
        """The person and the proof, if the password is theirs; else OperatorError as the database
        would say it, or "sign_in_not_remembered"."""
        now = self._clock.now()
        with self._lock:
            people = self._read()
            row = people.get(login)
            if row is None or not _fresh(row, now):
                raise OperatorError("sign_in_not_remembered")
            if row.locked_until and now < (until := datetime.fromisoformat(row.locked_until)):
                raise OperatorError("sign_in_locked", until=until)
            shown = proof(password, bytes.fromhex(row.salt), row.params)
            right = hmac.compare_digest(seal(shown), bytes.fromhex(row.verifier))
            people[login] = row = _asked(row, now, right)
            self._write(people)
        if right:
            return row, shown
        if row.locked_until:
            raise OperatorError("sign_in_locked", until=datetime.fromisoformat(row.locked_until))
        raise OperatorError("sign_in_refused")

    def _read(self) -> dict[str, Remembered]:
        """What is broken or too large counts as nobody."""
        try:
            if self._file.stat().st_size > MOST_BYTES:
                raise ValueError("too large")
            rows = json.loads(self._file.read_text(encoding="utf-8"))
            return {str(login): _row(values) for login, values in rows.items()}
        except FileNotFoundError:
            return {}
        except _NOT_OURS as error:
            log.warning("who signed in here is unreadable: %s", type(error).__name__)
            return {}

    def _write(self, people: dict[str, Remembered]) -> None:
        """OperatorError if it cannot be kept: then a failure could not be counted either."""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            rows = {login: asdict(row) for login, row in people.items()}
            write_private(self._file, json.dumps(rows))
        except OSError as error:
            raise OperatorError("sign_in_not_kept") from error


def _row(values: dict[str, Any]) -> Remembered:
    """ValueError or TypeError for anything this program did not write."""
    row = Remembered(**values)
    if any(type(getattr(row, f.name)).__name__ != f.type for f in fields(Remembered)):
        raise ValueError("not a person")
    for time in (row.kept_at, row.seen_at, *filter(None, [row.locked_until])):
        if datetime.fromisoformat(time).tzinfo is None:
            raise ValueError("a time without a zone")
    if row.until < datetime.fromisoformat(row.kept_at):
        raise ValueError("kept for ever")
    costs(row.params)
    if len(bytes.fromhex(row.verifier)) != 32 or len(bytes.fromhex(row.salt)) < 16:
        raise ValueError("not a verifier")
    return row


def _fresh(row: Remembered, now: datetime) -> bool:
    turned_back = now < datetime.fromisoformat(row.seen_at) - _CLOCKS_DIFFER
    return now < row.until and not turned_back


def _asked(row: Remembered, now: datetime, right: bool) -> Remembered:
    seen = max(row.seen_at, iso(now))
    if right:
        return replace(row, seen_at=seen, failures=0, locked_until="")
    failures = row.failures + 1
    if failures < FAILURES:
        return replace(row, seen_at=seen, failures=failures, locked_until="")
    return replace(row, seen_at=seen, failures=0, locked_until=iso(now + LOCKED_FOR))
