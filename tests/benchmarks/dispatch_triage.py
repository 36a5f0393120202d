"""The table of points against a real outcome, and how long an edit of it keeps the room."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from command_center.advice.categories import categories
from command_center.advice.triage import Said, Table, parse_table, shipped_table, suggest
from command_center.advice.triage.reach import Reach, reach_of
from command_center.advice.triage.writing import as_toml
from command_center.bootstrap.room import RoomPlan, open_room
from command_center.commands.intake import ReceiveReport
from command_center.commands.suggesting import Ground, Where, facts_of, ground_of
from command_center.commands.triage_table import SetTriageTable
from command_center.domain.place import LocatedBy
from command_center.geo.local import CityFacts
from command_center.geo.packs import load_pack
from command_center.runtime.clock import LiveClock
from command_center.runtime.paths import resources_dir
from tests.benchmarks.figure import Figure
from tests.benchmarks.triage_outcome import outcome_figures

NAME = "dispatch_triage"
OPEN, TARGET_MS, ROUNDS = 5_000, 50.0, 7
AT = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)
_TELLING = (
    "korban luka pingsan tidak gak celurit api terbakar kemarin semalam sekarang anak bayi "
    "terjebak tenggelam sudah selesai padam bubar tewas berdarah senjata malam tadi"
)
_PLAIN = (
    "ada di jalan depan dekat pasar motor mobil orang warga ramai minta tolong cepat pak bu "
    "saya lihat dari rumah tetangga sebelah gang kecil arah timur barat simpang lampu merah "
    "toko sekolah masjid jembatan sungai pohon besar menutup air naik selutut listrik mati "
    "suara keras banyak sekali petugas belum datang mohon dicek lokasi persis belakang kantor "
    "lurah truk bus becak penumpang sopir plat nomor hitam putih baju kaos helm lari ke sana"
)
_Case = tuple[str, tuple[Said, ...], Where, datetime]


def cases(number: int) -> list[_Case]:
    """Open incidents of one report each, no two texts alike; seeded."""
    draw = random.Random(6)
    codes = sorted(categories())
    made: list[_Case] = []
    for at in range(number):
        words = draw.choices(_PLAIN.split(), k=draw.randint(6, 22)) + draw.choices(
            _TELLING.split(), k=2
        )
        draw.shuffle(words)
        where = Where(
            -7.98 + draw.uniform(-0.05, 0.05), 112.63 + draw.uniform(-0.05, 0.05), LocatedBy.GPS, 20
        )
        told = AT + timedelta(seconds=at)
        said = (Said(f"{' '.join(words)} no {at}", f"ref-{at}", told),)
        made.append((draw.choice(codes), said, where, told))
    return made


def _edits() -> Iterator[tuple[str, list[Table]]]:
    """Tables never seen before: as many as there are rounds of each kind of edit."""
    text = as_toml(shipped_table())
    yield (
        "points edited",
        [parse_table(text.replace("points = 5", f"points = {10 - at}")) for at in range(ROUNDS)],
    )
    yield (
        "words edited",
        [
            parse_table(text.replace('"kobaran"', f'"kobaran", "merah{"x" * at}"'))
            for at in range(ROUNDS)
        ],
    )


def dispatch_triage() -> Iterator[Figure]:
    """All figures; those of the real outcome are left out where its data is not at hand."""
    yield from outcome_figures()
    city = CityFacts(load_pack(resources_dir() / "packs" / "malang"))
    held = cases(OPEN)
    yield _timed("rescore 5,000 open, nothing read before", held, city, [shipped_table()])
    for name, tables in _edits():
        yield _timed(f"rescore 5,000 open, {name}", held, city, tables)
    with TemporaryDirectory() as folder:
        yield from _in_a_room(held, Path(folder))


def _timed(name: str, held: list[_Case], city: CityFacts, tables: list[Table]) -> Figure:
    """CPU milliseconds of the median edit: what it reaches, and facts and points of that."""
    took = []
    begun = time.monotonic()
    kept: list[tuple[str, ...]] = [()] * len(held)
    before: Table | None = None
    if len(tables) > 1:
        before = shipped_table()
        _rescore(held, kept, Reach(everywhere=True), ground_of(before, city, (), ()))
    for table in tables:
        since = time.process_time()
        reach = reach_of(before, table) if before else Reach(everywhere=True)
        _rescore(held, kept, reach, ground_of(table, city, (), ()))
        took.append((time.process_time() - since) * 1000)
        before = table
    cold = len(tables) == 1
    return Figure(
        NAME, name, sorted(took)[len(took) // 2], "ms CPU", "lower", len(held) * len(took),
        time.monotonic() - begun, target=None if cold else TARGET_MS,
    )  # fmt: skip


def _rescore(held: list[_Case], kept: list[tuple[str, ...]], reach: Reach, ground: Ground) -> None:
    """As the room does it; `kept` are the reasons of each before and after."""
    for at, (category, said, where, told) in enumerate(held):
        if reach.holds(category, kept[at]) or reach.heard(one.text for one in said):
            kept[at] = suggest(facts_of(category, said, where, told, ground), ground.table).reasons


def _report(case: _Case) -> ReceiveReport:
    category, (said,), where, _ = case
    ref, lat, lon = said.reporter, where.lat, where.lon
    return ReceiveReport("110", ref, category, said.text, lat=lat, lon=lon, reporter_ref=ref)


def _in_a_room(held: list[_Case], folder: Path) -> Iterator[Figure]:
    """The whole command in a room of one workstation: what it takes to read and to write."""
    room = open_room(f"sqlite:///{folder / 'room.db'}", LiveClock(), RoomPlan(pack="malang"))
    try:
        told = [room.lane.submit(_report(case)) for case in held]
        for future in told:
            future.result(600)
        text = as_toml(shipped_table()).replace("points = 5", "points = 4")
        begun = time.monotonic()
        done = room.lane.submit(SetTriageTable(text)).result(600)
        took = (time.monotonic() - begun) * 1000
        moved = int(done.result["rescored"])
        name = f"one edit, {moved} of 5,000 moved: read, ranked and written (not promised)"
        yield Figure(NAME, name, took, "ms", "lower", len(held), took / 1000)
    finally:
        room.close()
