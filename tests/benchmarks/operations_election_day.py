"""A day of voting: 2,452 polling stations, five words each, and the hour in which 5,000 come.

The hour is played in a minute, one line a command, while ordinary reports go on coming in: how long
those wait beside how long they wait when nobody tells anything. The silent list is compared with
one worked out from what was sent, not from what the room has.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from command_center.advice.election_tables import day_table
from command_center.advice.station_lines import StationLines, Told
from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.commands.elections import ImportStations, KeepElection, StationRow
from command_center.commands.intake import ReceiveReport
from command_center.commands.polling_day import MOST_AT_ONCE, StationWord, TellStations
from command_center.domain.polling_day import COURSE, DayWord
from command_center.domain.site import ElectionKind, PollingStation
from command_center.runtime.clock import LiveClock
from command_center.situation.situation import Situation
from tests.benchmarks.databases import ENGINES, databases
from tests.benchmarks.election_town import numbers, town
from tests.benchmarks.figure import Better, Figure
from tests.benchmarks.lateness import rank

PEAK, PLAYED_S = 5_000, 60.0
TROUBLES = 20
REPORTS, EVERY_S = 100, 0.25
FIRST_HOUR = 7
ZONE = ZoneInfo("Asia/Jakarta")
LOOKS = (7, 8, 10, 14, 15, 20, 23)
Key = tuple[str, int]
Sent = tuple[Key, DayWord, datetime]


def operations_election_day() -> Iterator[Figure]:
    yield from _grammar()
    for engine in ENGINES:
        with databases(engine) as make:
            if make is None:
                continue
            room = open_room(make.new("election"), LiveClock(), RoomPlan())
            try:
                yield from _day(room, engine)
            finally:
                room.close()


def _schedule(keys: list[Key], day: datetime, rng: random.Random) -> list[Sent]:
    """Each station about when a stage ends; one in twenty stops telling at some stage."""
    hours = (7.2, 8.5, 13.6, 17.5, 19.5)
    sent: list[Sent] = []
    for key in keys:
        last = rng.randrange(len(COURSE)) if rng.random() < 0.05 else len(COURSE)
        at = 0.0
        for word, hour in zip(COURSE[:last], hours, strict=False):
            at = max(at + 0.05, rng.gauss(hour, 0.3))
            sent.append((key, word, day + timedelta(hours=max(FIRST_HOUR, at))))
    return sorted(sent, key=lambda one: one[2])


def _day(room: OpenedRoom, engine: str) -> Iterator[Figure]:
    def do(command: object) -> object:
        return room.lane.submit(command).result(60)

    pack, rng = town(), random.Random(12)
    day = (datetime.now(ZONE) - timedelta(days=1)).replace(
        hour=0, minute=0, second=0, microsecond=0
    )
    kept = KeepElection("pemilu", "Pemilu", ElectionKind.GENERAL, day.date().isoformat())
    election = str(room.lane.submit(kept).result(60).result["election_id"])
    rows = [StationRow(area, number) for area, number in numbers(pack)]
    for at in range(0, len(rows), 500):
        do(ImportStations(election, "KPU", tuple(rows[at : at + 500])))
    look = _folded(room)
    ids = {(s.area_code, s.number): s.id for s in look.all("polling_station")}
    sent = _schedule(list(ids), day, rng)
    words = [
        StationWord(ids[key], word, f"TPS {key[1]} {word.value}", at=at) for key, word, at in sent
    ]
    bulk, singles = words[:-PEAK], words[-PEAK:]
    begun = time.perf_counter()
    for at in range(0, len(bulk), MOST_AT_ONCE):
        do(TellStations(election, tuple(bulk[at : at + MOST_AT_ONCE])))
    took = time.perf_counter() - begun
    yield _figure(engine, "bulk_words_per_s", len(bulk) / took, "1/s", len(bulk), took, "higher")
    quiet = _reports(room, "quiet")
    teller = threading.Thread(target=_tell_all, args=(room, election, singles))
    begun = time.perf_counter()
    teller.start()
    busy = _reports(room, "busy")
    teller.join()
    took = time.perf_counter() - begun
    for name, share in (("p50", 0.5), ("p99", 0.99)):
        yield _figure(
            engine,
            f"report_{name}",
            rank(busy, share),
            "ms",
            REPORTS,
            took,
            "lower",
            rank(quiet, share),
        )
    yield _figure(
        engine, "peak_words_per_h", 3600 * PEAK / took, "1/h", PEAK, took, "higher", None, PEAK
    )
    for at in range(TROUBLES):
        area, number = sent[at * 100][0]
        text = f"TPS {number} {area}: massa datang, {at}"
        do(TellStations(election, (StationWord(ids[area, number], DayWord.TROUBLE, text),)))
    yield from _looked(room, engine, election, sent)


def _tell_all(room: OpenedRoom, election: str, words: list[StationWord]) -> None:
    """The hour's words, evenly over the time it is played in."""
    begun = time.perf_counter()
    for at, word in enumerate(words):
        wait = begun + at * PLAYED_S / len(words) - time.perf_counter()
        if wait > 0:
            time.sleep(wait)
        room.lane.submit(TellStations(election, (word,))).result(60)


def _reports(room: OpenedRoom, name: str) -> list[float]:
    """Milliseconds from a report's arrival until it is stored, sorted."""
    took = []
    for at in range(REPORTS):
        command = ReceiveReport("110", f"{name}-{at}", "kemacetan", f"macet di simpang {at}")
        begun = time.perf_counter()
        room.lane.submit(command).result(60)
        took.append((time.perf_counter() - begun) * 1000)
        time.sleep(EVERY_S)
    return sorted(took)


def _folded(room: OpenedRoom) -> Situation:
    look = Situation()
    for entry in room.database.history.entries():
        look.apply(entry)
    return look


def _looked(room: OpenedRoom, engine: str, election: str, sent: list[Sent]) -> Iterator[Figure]:
    begun = time.perf_counter()
    look = _folded(room)
    took = time.perf_counter() - begun
    yield _figure(engine, "fold_us_per_entry", took / look.seq * 1e6, "us", look.seq, took)
    begun = time.perf_counter()
    loaded = Situation()
    loaded.load(room.database.feed.snapshot(datetime.now(UTC)))
    yield _figure(engine, "open_s", time.perf_counter() - begun, "s", 1, 0.0)
    told = sum(row.word is not DayWord.TROUBLE for row in look.all("station_message"))
    yield _figure(engine, "words_lost", len(sent) - told, "words", len(sent), 0.0, target=0.0)
    queued = sum(1 for i in look.open_incidents() if not i.title.startswith("macet"))
    odd = abs(queued - TROUBLES)
    yield _figure(engine, "queue_beside_trouble", odd, "incidents", told, 0.0, target=0.0)
    row = look.get("election", election)
    assert row is not None
    wrong, times, known = 0, [], {s.id: s for s in look.all("polling_station")}
    for hour in LOOKS:
        now = datetime.fromisoformat(row.day).replace(tzinfo=ZONE) + timedelta(
            hours=hour, minutes=59
        )
        partial = _until(look, loaded, now)
        start = time.perf_counter()
        listed = partial.polling_days.silent(row, now, day_table(), ZONE)
        times.append((time.perf_counter() - start) * 1000)
        found = {(one.station.area_code, one.station.number) for one in listed}
        wrong += len(found ^ _truly_silent(known, sent, now))
    yield _figure(engine, "silent_wrong", wrong, "stations", len(LOOKS), 0.0, target=0.0)
    yield _figure(engine, "silent_ms", max(times), "ms", len(times), 0.0, target=25.0)


def _until(look: Situation, into: Situation, now: datetime) -> Situation:
    """As a room stood then: what was told later is taken out of `into`, what was told by then is
    in it."""
    for row in [m for m in look.all("station_message") if m.word is not DayWord.TROUBLE]:
        known = into.get("station_message", row.id)
        if row.at <= now and known is None:
            into.put("station_message", row.id, row)
        elif row.at > now and known is not None:
            into.put("station_message", row.id, None)
    return into


def _truly_silent(known: dict[str, PollingStation], sent: list[Sent], now: datetime) -> set[Key]:
    """From the schedule alone."""
    table = day_table()
    last: dict[Key, tuple[int, datetime]] = {}
    for key, word, at in sent:
        if at <= now:
            last[key] = COURSE.index(word), at
    silent = set()
    for station in known.values():
        key = station.area_code, station.number
        stage, heard = last.get(key, (-1, None))
        if stage + 1 < len(COURSE):
            due = table.due[COURSE[stage + 1]]
            due_at = now.replace(hour=due.hour, minute=due.minute, second=0, microsecond=0)
            lately = heard is not None and now - heard < table.heard
            silent |= {key} if now >= due_at and not lately else set()
    return silent


def _grammar() -> Iterator[Figure]:
    """Lines in the ways officers write, half of the stations named with nicknames' spelling."""
    pack, rng = town(), random.Random(3)
    keys = numbers(pack)
    known: dict[str, set[int]] = {}
    for area, number in keys:
        known.setdefault(area, set()).add(number)
    lines = StationLines(pack.gazetteer.places, {a: frozenset(n) for a, n in known.items()})
    shapes = (
        "TPS {n} {name} {word}", "tps {n:03} kel. {name} {word} aman", "{name} TPS.{n} {word}",
        "Izin lapor ndan TPS no {n} {name} {word} 0{h}.15",
    )  # fmt: skip
    right, took = 0, []
    for _ in range(2_000):
        area, number = rng.choice(keys)
        place = pack.gazetteer.by_code(area)
        assert place is not None
        name = rng.choice((place.name, place.name.upper(), *place.nicknames))
        word = rng.choice(COURSE)
        text = rng.choice(shapes).format(n=number, name=name, word=word.value, h=rng.randint(7, 9))
        begun = time.perf_counter()
        (found,) = lines.read(text)
        took.append((time.perf_counter() - begun) * 1e6)
        said = isinstance(found, Told) and (found.area_code, found.numbers, found.word)
        right += said == (area, (number,), word)
    took.sort()
    yield Figure("operations", "election_lines_right", right / len(took), "share", "higher",
                 len(took), 0.0, target=1.0)  # fmt: skip
    yield Figure("operations", "election_line_p99", rank(took, 0.99), "us", "lower", len(took), 0.0)


def _figure(
    engine: str,
    name: str,
    value: float,
    unit: str,
    n: int,
    seconds: float,
    better: Better = "lower",
    baseline: float | None = None,
    target: float | None = None,
) -> Figure:
    full = f"election_{name}_{engine}"
    return Figure("operations", full, value, unit, better, n, seconds, baseline, target)
