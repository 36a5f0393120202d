"""How long the archive of instructions, tasks and notes is looked through by words, in a room whose
log has a million entries.

One entry in twenty is one of them, which is more than a busy room tells (BENCH_TOLD shortens a
trial). By bulk SQL, on both engines; words that are in one row, in one of two hundred, and in none.
Baseline: the same rows fetched and looked through in Python.
"""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Iterator
from datetime import timedelta

from command_center.domain.ids import new_id
from command_center.domain.instruction import Instruction
from command_center.domain.instruction import ShiftNote as Note
from command_center.storage import statements
from command_center.storage.codec import codec_of
from command_center.storage.database import Database, open_database
from command_center.storage.link import SQLITE, Link
from command_center.storage.told import read_told
from tests.benchmarks.databases import ENGINES, databases
from tests.benchmarks.figure import Figure
from tests.benchmarks.million import without_triggers
from tests.storage import rows
from tests.storage.rows import NOW

BENCH = "shift"
ENTRIES = int(os.environ.get("BENCH_TOLD", "1000000"))
ONE_IN = 20
PART, TRIES, LIMIT, MOST_MS = 20_000, 5, 50, 250.0
STREETS = ("Ijen", "Kayutangan", "Suhat", "Veteran", "Sulfat", "Kawi", "Semeru", "Borobudur")
SOUGHT = (("one", "sandi7777x"), ("some", "patroli nomor123"), ("none", "tidakpernah ditulis"))


def shift_told() -> Iterator[Figure]:
    for engine in ENGINES:
        with databases(engine) as maker:
            if maker is not None:
                database = open_database(maker.new("told"))
                yield from _looked(database, engine, ENTRIES // ONE_IN)
                database.close()


def _text(number: int) -> str:
    street = STREETS[number % len(STREETS)]
    words = f"Patroli nomor{number % 200} di Jalan {street} sampai pukul {number % 24}.00, lapor"
    return f"{words} bila ada kerumunan; sandi{number}x"


def _told(number: int) -> Instruction | Note:
    at = NOW - timedelta(minutes=number)
    id = new_id(at)
    if number % 2:
        return Note(id, 1, _text(number), "rina", at, at, at + timedelta(hours=8), None, None, "")
    return Instruction(id, 1, _text(number), "Kabag Ops", "rina", at, at, at, None, None, None, "")


def _fill(database: Database, link: Link, count: int) -> None:
    rows.seed(database.storage)
    op = link.one("SELECT op_id FROM incident")[0]
    with without_triggers(link):
        for first in range(0, count, PART):
            with link.transaction(link.dialect.begin_write):
                found = [_told(number) for number in range(first, min(first + PART, count))]
                for kind in (Instruction, Note):
                    _insert(link, [row for row in found if type(row) is kind], op)
    link.run("ANALYZE")


def _insert(link: Link, part: list[Instruction | Note], op: str) -> None:
    codec = codec_of(type(part[0]))
    names = (*codec.fields, "op_id")
    columns, driver = statements.names(names), link.driver
    values = (
        (*(codec.to_db(name, getattr(row, name)) for name in codec.fields), op) for row in part
    )
    if link.dialect is SQLITE:
        marks = statements.marks(len(names))
        driver.executemany(f'INSERT INTO "{codec.entity}" ({columns}) VALUES ({marks})', values)
        return
    with driver.cursor().copy(f'COPY "{codec.entity}" ({columns}) FROM STDIN') as copy:
        for row in values:
            copy.write_row(row)


def _looked(database: Database, engine: str, count: int) -> Iterator[Figure]:
    link, begun = Link(database.engine), time.perf_counter()
    if link.dialect is not SQLITE:
        link.run("SET statement_timeout = 0")
    _fill(database, link, count)
    for found, words in SOUGHT:
        took = []
        for _ in range(TRIES):
            at = time.perf_counter()
            read_told(link, words, LIMIT)
            took.append(1_000 * (time.perf_counter() - at))
        at = time.perf_counter()
        texts = link.all("SELECT text FROM instruction UNION ALL SELECT text FROM shift_note")
        wanted = words.split()
        _ = [text for (text,) in texts if all(word in text.lower() for word in wanted)]
        plain = 1_000 * (time.perf_counter() - at)
        seconds = time.perf_counter() - begun
        yield Figure(BENCH, f"told_{found}_{engine}", statistics.median(took), "ms", "lower",
                     count, seconds, plain, MOST_MS)  # fmt: skip
    link.close()
