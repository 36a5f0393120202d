"""A room with a million incidents behind it, by bulk SQL, on either engine.

usage: python -m tests.benchmarks.million URL INCIDENTS

Every incident has a report, a note and two entries of the log, whose chain holds. Rows are what
the room's own commands would have written; triggers rest meanwhile, constraints do not.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from command_center.bootstrap.room import OPERATOR_ID, SYSTEM_ID, RoomPlan, open_room
from command_center.domain.entities import iso
from command_center.domain.incident import (
    Disposition,
    Incident,
    IncidentReport,
    IncidentStatus,
    Note,
    Priority,
    Report,
    ReporterKind,
)
from command_center.domain.log import Change, LogEntry
from command_center.domain.place import LocatedBy
from command_center.domain.room import RoomKind
from command_center.runtime.clock import LiveClock
from command_center.runtime.paths import migrations_dir
from command_center.storage import log, statements
from command_center.storage.codec import codec_of
from command_center.storage.database import open_database
from command_center.storage.link import SQLITE, Link
from command_center.storage.times import to_us

OPEN, PER_DAY, PART = 150, 150, 20_000
APART = timedelta(days=1) / PER_DAY
STREETS = (
    "Jalan Ijen", "Jalan Soekarno-Hatta", "Jalan Veteran", "Jalan Gajayana", "Jalan Semeru",
    "Jalan Kawi", "Jalan Danau Toba", "Jalan Sulfat", "Jalan Mayjen Panjaitan", "Jalan Borobudur",
)  # fmt: skip
WHAT = (
    ("laka_lantas", "Kecelakaan dua motor, satu orang luka di kaki"),
    ("laka_lantas", "Truk menabrak pembatas jalan, lalu lintas tersendat"),
    ("pencurian", "Pencurian sepeda motor di depan minimarket"),
    ("pencurian", "Rumah kosong dibobol, televisi dan uang hilang"),
    ("kebakaran", "Asap tebal dari gudang kayu, warga mulai menyiram"),
    ("unjuk_rasa", "Massa berkumpul di depan balai kota"),
    ("lainnya", "Pohon tumbang menutup separuh jalan"),
    ("lainnya", "Orang tua tersesat, mencari keluarganya"),
)
NOTES = (
    "Anggota tiba, situasi terkendali",
    "Saksi bernama Wicaksono melihat pelaku lari ke arah pasar",
    "Korban dibawa ke rumah sakit oleh ambulans",
    "Kendaraan diderek, jalan dibuka kembali",
    "Pelapor dihubungi lagi, tidak diangkat",
)
_TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"


@dataclass(frozen=True, slots=True)
class Case:
    """One incident as it is now, and the entries that made it so."""

    incident: Incident
    report: Report
    attached: IncidentReport
    note: Note
    opened: LogEntry
    closed: LogEntry


def case(number: int, newest: int, now: datetime, shift: str) -> Case:
    """The `number`th since the room began; every second of the last is open still."""
    chance = random.Random(number)
    at = now - APART * (newest - number)
    category, text = chance.choice(WHAT)
    street, ident = f"{chance.choice(STREETS)} {chance.randrange(1, 200)}", f"{number:012}"
    report = Report(
        f"r{ident}", 1, "110", f"call-{ident}", category, f"{text} ({number})", ReporterKind.OPEN,
        at, at, chance.uniform(-8.03, -7.92), chance.uniform(112.59, 112.68), 25.0,
        LocatedBy.GPS, None, street, False,
    )  # fmt: skip
    fresh = _incident(f"i{ident}", number, at, report, chance.choice(list(Priority)))
    closed_at = at + timedelta(hours=1)
    is_open = number >= newest - 2 * OPEN and number % 2 == 0
    after = replace(
        fresh, version=2, status=IncidentStatus.CLOSED, closed_at=closed_at,
        disposition=Disposition.RESOLVED,
    )  # fmt: skip
    attached = IncidentReport(f"l{ident}", 1, fresh.id, report.id, at, SYSTEM_ID, None)
    note = Note(f"n{ident}", 1, fresh.id, chance.choice(NOTES), OPERATOR_ID, at, None)
    made = [_made(row) for row in (report, fresh, attached)]
    ended = [_made(note)] if is_open else [_made(note), _closing(fresh, after)]
    return Case(
        fresh if is_open else after, report, attached, note,
        _entry("call.entered", f"a{ident}", at, shift, made),
        _entry("note.added" if is_open else "incident.closed", f"z{ident}", at, shift, ended),
    )  # fmt: skip


def _incident(id: str, number: int, at: datetime, report: Report, rank: Priority) -> Incident:
    return Incident(
        id=id, version=1, number=number % PER_DAY + 1, day=f"d{number // PER_DAY:08}",
        status=IncidentStatus.VERIFIED, priority=rank, priority_reason=(), category=report.category,
        title=report.text, owner_id=OPERATOR_ID, claimed_at=at, opened_at=at, occurred_at=at,
        verified_at=at, verified_by=OPERATOR_ID, first_order_at=None, first_on_scene_at=None,
        closed_at=None, disposition=None, merged_into=None, lat=report.lat, lon=report.lon,
        accuracy_m=25.0, located_by=LocatedBy.GPS, area_code=None, address=report.address,
        operation_id=None, alias=None, time_reversed=False,
    )  # fmt: skip


def _made(row: Any) -> Change:
    codec = codec_of(type(row))
    after = {name: codec.to_json(name, getattr(row, name)) for name in codec.fields}
    return Change(codec.entity, row.id, 1, after, {})


def _closing(before: Incident, after: Incident) -> Change:
    codec = codec_of(Incident)
    names = ("status", "closed_at", "disposition")
    new, old = ({n: codec.to_json(n, getattr(r, n)) for n in names} for r in (after, before))
    return Change("incident", after.id, after.version, new, old)


def _entry(kind: str, op_id: str, at: datetime, shift: str, changes: list[Change]) -> LogEntry:
    stamp = iso(at)
    return LogEntry(kind, log.FORMAT, op_id, OPERATOR_ID, "WS1", shift, stamp, stamp, "",
                    tuple(changes), {})  # fmt: skip


class Filling:
    """Rows into a link, many at a time."""

    def __init__(self, link: Link) -> None:
        self._link = link
        seq, digest = link.one(statements.HEAD)
        self.seq, self.digest = int(seq), bytes(digest)

    def take(self, cases: Iterable[Case]) -> None:
        """In the order that references allow."""
        part = list(cases)
        logged = [self._logged(entry) for each in part for entry in (each.opened, each.closed)]
        self._copy("op", ("op_id", "kind"), [(row[2], row[3]) for row, _ in logged])
        for name in ("report", "incident", "attached", "note"):
            self._rows([(getattr(each, name), _last_op(each, name)) for each in part])
        names = ("seq", "hash", "op_id", "kind", "recorded_at", "body")
        self._copy("event_log", names, [row for row, _ in logged])
        subjects = [(*subject, row[0]) for row, found in logged for subject in sorted(found)]
        self._copy("event_subject", ("entity", "id", "seq"), subjects)
        if self._link.dialect is SQLITE:
            self._link.run("UPDATE log_head SET seq = ?, hash = ?", (self.seq, self.digest))

    def _logged(self, entry: LogEntry) -> tuple[tuple[Any, ...], set[tuple[str, str]]]:
        body = log.encode(entry)
        self.seq, self.digest = self.seq + 1, log.chained(self.digest, body)
        recorded = to_us(datetime.fromisoformat(entry.recorded_at))
        row = (self.seq, self.digest, entry.op_id, entry.kind, recorded, body)
        incident = next(c.set.get("incident_id", c.id) for c in entry.changes
                        if c.entity in {"incident", "note"})  # fmt: skip
        return row, log.subjects(entry, [("incident", str(incident))])

    def _rows(self, rows: Sequence[tuple[Any, str]]) -> None:
        codec = codec_of(type(rows[0][0]))
        values = [
            (*(codec.to_db(name, getattr(row, name)) for name in codec.fields), op_id)
            for row, op_id in rows
        ]
        self._copy(codec.entity, (*codec.fields, "op_id"), values)

    def _copy(self, table: str, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        columns, driver = statements.names(tuple(names)), self._link.driver
        if self._link.dialect is SQLITE:
            marks = statements.marks(len(names))
            driver.executemany(f'INSERT INTO "{table}" ({columns}) VALUES ({marks})', rows)
            return
        with driver.cursor().copy(f'COPY "{table}" ({columns}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row(row)


def _last_op(each: Case, name: str) -> str:
    closed = name == "note" or (name == "incident" and each.incident.version == 2)
    return (each.closed if closed else each.opened).op_id


@contextmanager
def without_triggers(link: Link) -> Iterator[None]:
    """What they would refuse is right by construction, and what they would write is written."""
    if link.dialect is not SQLITE:
        link.run("SET session_replication_role = replica")
        link.run("SET statement_timeout = 0")
        link.run("SET idle_in_transaction_session_timeout = 0")
        yield
        link.run("SET session_replication_role = origin")
        return
    triggers = link.all(_TRIGGERS)
    for name, _ in triggers:
        link.run(f'DROP TRIGGER "{name}"')
    yield
    for _, sql in triggers:
        link.run(sql)


def fill(url: str, incidents: int) -> None:
    """Found the room at `url` and give it its past."""
    room = open_room(url, LiveClock(), RoomPlan(kind=RoomKind.EXERCISE))
    shift = room.act.shift
    room.close()
    database, now = open_database(url), datetime.now(UTC)
    link = Link(database.engine)
    with without_triggers(link):
        for first in range(0, incidents, PART):
            numbers = range(first, min(first + PART, incidents))
            with link.transaction(link.dialect.begin_write):
                filling = Filling(link)
                filling.take(case(number, incidents, now, shift) for number in numbers)
                if link.dialect is not SQLITE:
                    head = (filling.seq, filling.digest)
                    link.run("UPDATE log_head SET seq = ?, hash = ?", head)
    _word(link)
    link.run("ANALYZE")
    link.close()
    database.close()


def _word(link: Link) -> None:
    """What is searched for, by the migration's own statement."""
    name = f"0004_{link.dialect.name}.sql"
    parts = (migrations_dir() / "sql" / name).read_text(encoding="utf-8").split("\n\n")
    (statement,) = (part for part in parts if part.startswith("INSERT INTO incident_text"))
    link.run("DELETE FROM incident_text")
    if link.dialect is SQLITE:
        link.run(statement)
    else:
        link.driver.execute(statement)


if __name__ == "__main__":
    fill(sys.argv[1], int(sys.argv[2]))
