"""Who opened, changed or carried off personal data in a time, for those who must be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from command_center.documents.breach import CsvTable, HtmlPage, Line, summary
from command_center.domain.entities import iso
from command_center.domain.errors import OperatorError
from command_center.domain.exercise_mark import LINE
from command_center.domain.log import LogEntry
from command_center.domain.room import RoomKind
from command_center.storage.audit import reading, stream
from command_center.storage.backup import Progress, silent
from command_center.storage.engine import open_engine
from command_center.storage.link import Link
from command_center.storage.log import decode

# Nothing stored for so long: either nothing happened or nothing could be stored.
GAP = timedelta(minutes=10)
TITLE = "Personal data: who did what"
_ENTRIES = "SELECT seq, body FROM event_log ORDER BY seq"
_STAFF = "SELECT id, name, login FROM staff"
_ROOM = "SELECT id, name, kind FROM room"
_HEAD = "SELECT seq, hash FROM log_head"

# Kinds of entries, by what they mean here; the others count by what they change.
_KINDS = {
    "sealed.opened": "opened",
    "sealed.kept": "sealed",
    "sealed.destroyed": "destroyed",
    "sealed.expired": "destroyed",
    "person.signed_in": "sign_in",
    "person.signed_out": "sign_in",
    "password.given": "access",
    "password.changed": "access",
    "workstation.registered": "access",
    "workstation.retired": "access",
    "evidence.requested": "exported",
    "evidence.stored": "exported",
    "snapshot.kept": "exported",
    "outage.reported": "exported",
    "room.restored": "availability",
    "room.confirmed": "availability",
}
_ALARMS = {
    "account_locked": "failed_sign_in",
    "source_down": "availability",
    "camera_outage": "availability",
    "backup_failed": "availability",
    "database_restored": "availability",
    "audit_broken": "integrity",
}
# Rows that hold what somebody said, where they were, or who they are.
_PERSONAL = frozenset({"report", "note", "incident", "snapshot"})
_ACCESS = frozenset({"staff"})


@dataclass(slots=True)
class _Reader:
    """Reads the log once, from its beginning: names are as of each entry."""

    since: datetime
    until: datetime
    people: dict[str, tuple[str, str]]
    alarms: dict[str, str] = field(default_factory=dict)
    before: datetime | None = None

    def lines(self, seq: int, entry: LogEntry) -> Iterator[Line]:
        self._learn(entry)
        at = datetime.fromisoformat(entry.recorded_at)
        inside = self.since <= at < self.until
        if inside and self.before is not None and at - self.before >= GAP:
            yield _gap(self.before, at)
        self.before = at
        what = self._what(entry)
        if inside and what is not None:
            yield self._line(what, seq, entry)

    def _learn(self, entry: LogEntry) -> None:
        for change in entry.changes:
            if change.entity == "staff":
                name, login = self.people.get(change.id, ("", ""))
                named = (str(change.set.get("name", name)), str(change.set.get("login", login)))
                self.people[change.id] = named
            elif change.entity == "alarm" and "type" in change.set:
                self.alarms[change.id] = str(change.set["type"])

    def _what(self, entry: LogEntry) -> str | None:
        if entry.kind in _KINDS:
            return _KINDS[entry.kind]
        touched = {change.entity for change in entry.changes}
        if touched & _ACCESS:
            return "access"
        for change in entry.changes:
            if change.entity == "alarm" and self.alarms.get(change.id) in _ALARMS:
                return _ALARMS[self.alarms[change.id]]
        return "changed" if touched & _PERSONAL else None

    def _line(self, what: str, seq: int, entry: LogEntry) -> Line:
        name, login = self.people.get(entry.actor, ("", ""))
        result = entry.inputs.get("result") or {}
        about = [f"{change.entity} {change.id}" for change in entry.changes[:20]]
        about += [f"{n} {result[n]}" for n in ("subject_id", "incident_id") if result.get(n)]
        about += sorted({self.alarms[c.id] for c in entry.changes if c.id in self.alarms})
        return Line(
            what=what,
            seq=seq,
            recorded_at=entry.recorded_at,
            occurred_at=entry.occurred_at,
            who=name or entry.actor,
            login=login,
            workstation=entry.workstation,
            kind=entry.kind,
            about="; ".join(about),
            reason=str(result.get("reason") or entry.reason),
        )


def _gap(since: datetime, until: datetime) -> Line:
    minutes = int((until - since).total_seconds() // 60)
    about = f"nothing was stored for {minutes} minutes, until {iso(until)}"
    return Line("availability", 0, iso(since), iso(since), "", "", "", "gap", about, "")


def export_breach(
    url: str,
    password: str | None,
    since: datetime,
    until: datetime,
    target: Path,
    progress: Progress = silent,
) -> dict[str, int]:
    """Write `target` (CSV), and beside it the same as .html and the counts as .json; the files
    appear once they are whole. What was done since `since` and before `until`, by the time it was
    stored. Texts that were sealed are in none of them. OperatorError."""
    if not since < until:
        raise OperatorError("breach_times")
    files = [target, target.with_suffix(".html"), target.with_suffix(".json")]
    if len(set(files)) < len(files):
        raise OperatorError("breach_name", file=target.name)
    engine = open_engine(url, password)
    try:
        with reading(engine) as link:
            counts = _written(link, since, until, files, progress)
    except OSError as error:
        raise OperatorError("breach_unwritable", file=target.name) from error
    finally:
        engine.dispose()
        for file in files:
            _half(file).unlink(missing_ok=True)
    return counts


def _half(file: Path) -> Path:
    return file.with_name(f"{file.name}.part")


def _written(
    link: Link, since: datetime, until: datetime, files: list[Path], progress: Progress
) -> dict[str, int]:
    facts = _facts(link, since, until)
    counts: Counter[str] = Counter()
    table_file, page_file, told_file = files
    with ExitStack() as stack:
        rows = stack.enter_context(_half(table_file).open("w", encoding="utf-8-sig", newline=""))
        shown = stack.enter_context(_half(page_file).open("w", encoding="utf-8"))
        table, page = CsvTable(rows, facts.get("exercise", "")), HtmlPage(shown, TITLE, facts)
        total = int(facts["entries"])
        for line in _lines(link, since, until, lambda read: progress("log", read, total)):
            table.add(line)
            page.add(line)
            counts[line.what] += 1
        page.end(counts)
    _half(told_file).write_bytes(summary(TITLE, facts, counts))
    for file in files:
        _half(file).replace(file)
    return dict(counts)


def _facts(link: Link, since: datetime, until: datetime) -> dict[str, str]:
    room = link.one(_ROOM)
    if room is None:
        raise OperatorError("room_missing")
    seq, digest = link.one(_HEAD)
    marked = {"exercise": LINE} if room[2] == RoomKind.EXERCISE.value else {}
    return {
        **marked,
        "room": f"{room[1]} ({room[0]})",
        "since": iso(since),
        "until": iso(until),
        "entries": str(seq),
        "last entry": bytes(digest).hex(),
    }


def _lines(
    link: Link, since: datetime, until: datetime, told: Callable[[int], None]
) -> Iterator[Line]:
    people = {str(id): (str(name), str(login)) for id, name, login in link.all(_STAFF)}
    reader = _Reader(since, until, people)
    for rows in stream(link, _ENTRIES):
        for seq, body in rows:
            yield from reader.lines(int(seq), decode(bytes(body)))
        told(int(rows[-1][0]))
