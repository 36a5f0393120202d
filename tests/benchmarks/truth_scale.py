"""How many rooms one server carries: the write path measured here, then played for a province."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from contextlib import ExitStack
from functools import partial

import psutil
import psycopg

from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.commands.dispatch import OrderUnits
from command_center.ports import Outcome
from command_center.runtime.clock import LiveClock
from tests.benchmarks.executor_rate import orders
from tests.benchmarks.figure import Figure
from tests.benchmarks.lateness import rank
from tests.benchmarks.town import seed
from tests.benchmarks.write_path import Load, Server, play
from tests.postgres import Server as Postgres
from tests.postgres import running_server

COMMITS, FLUSHES = 300, 200
ROOMS, PER_ROOM_PER_S, SECONDS = 4, 6.0, 20.0
WORKSTATIONS, PROVINCE = 16, 40
EACH = COMMITS + int(PER_ROOM_PER_S * SECONDS) + 1
LIMIT_MS = 50.0
# a room: an ordinary day, an exercise or a rally, and twice that
DAY_PER_S, RALLY_PER_S = 0.5, 8.0
CORES = 8
MOST = 400
WAIT_S = 30.0


def flush_s() -> float:
    """One flush of 8 KiB at the end of a file, the middle one of many."""
    took = []
    with tempfile.NamedTemporaryFile() as file:
        for _ in range(FLUSHES):
            file.write(b"x" * 8192)
            file.flush()
            start = time.perf_counter()
            os.fdatasync(file.fileno())
            took.append(time.perf_counter() - start)
    return statistics.median(took)


def server_cpu_s(server: Postgres) -> float:
    """What all processes of the server have used so far."""
    root = psutil.Process(int((server.data / "postmaster.pid").read_text().split()[0]))
    total = 0.0
    for process in (root, *root.children(recursive=True)):
        used = process.cpu_times()
        total += used.user + used.system
    return total


def measured(server: Postgres, room: OpenedRoom, commands: Sequence[OrderUnits]) -> Server:
    flush, before, took = flush_s(), server_cpu_s(server), []
    for command in commands[:COMMITS]:
        start = time.perf_counter()
        room.lane.submit(command).result(WAIT_S)
        took.append(time.perf_counter() - start)
    cpu = (server_cpu_s(server) - before) / COMMITS
    away = max(0.0, statistics.median(took) - cpu - flush)
    return Server(os.cpu_count() or 1, cpu, flush, away)


def _note_end(took: list[float], start: float, _: object) -> None:
    took.append(time.perf_counter() - start)


def driven(rooms: Sequence[OpenedRoom], commands: Sequence[Sequence[OrderUnits]]) -> list[float]:
    """Seconds each change took with every room sent changes at an even pace."""
    sent: list[Future[Outcome]] = []
    took: list[float] = []
    begin, number = time.perf_counter(), 0
    while (due := number / (PER_ROOM_PER_S * len(rooms))) < SECONDS:
        time.sleep(max(0.0, begin + due - time.perf_counter()))
        start = time.perf_counter()
        turn, room = divmod(number, len(rooms))
        future = rooms[room].lane.submit(commands[room][COMMITS + turn])
        future.add_done_callback(partial(_note_end, took, start))
        sent.append(future)
        number += 1
    for future in sent:
        future.result(WAIT_S)
    return took


def p99_ms(server: Server, rooms: int, per_s: float) -> float:
    took, _ = play(server, Load(rooms, per_s, max(20.0, 4_000 / (rooms * per_s))))
    return rank(sorted(took), 0.99) * 1000


def most_rooms(server: Server, per_s: float) -> int:
    """The largest number of rooms, within five and up to MOST, whose p99 stays in the limit."""
    low, high = 0, MOST
    while high - low > 5:
        middle = (low + high + 1) // 2
        if p99_ms(server, middle, per_s) <= LIMIT_MS:
            low = middle
        else:
            high = middle
    return low


def sessions_each(server: Postgres, rooms: int) -> float:
    """Connections that one workstation of a room holds."""
    with psycopg.connect(server.url("postgres")) as link:
        found = link.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'pusat-komando'"
        ).fetchone()
    return (found[0] if found else 0) / rooms


def truth_scale() -> Iterator[Figure]:
    begin = time.perf_counter()
    with running_server(fsync=True) as server, ExitStack() as stack:
        if server is None:
            return
        rooms = []
        for _ in range(ROOMS):
            url = server.url(server.new_database())
            seed(url, EACH, EACH)
            rooms.append(open_room(url, LiveClock(), RoomPlan()))
            stack.callback(rooms[-1].close)
        commands = [orders(room) for room in rooms]
        here = measured(server, rooms[0], commands[0])
        real = driven(rooms, commands)
        sessions = sessions_each(server, ROOMS)
    played, _ = play(here, Load(ROOMS, PER_ROOM_PER_S, 200.0))
    seconds = time.perf_counter() - begin
    yield Figure("truth", "scale_played_p50_ms", rank(sorted(played), 0.5) * 1000, "ms", "lower",
                 len(played), seconds, baseline=rank(sorted(real), 0.5) * 1000)  # fmt: skip
    yield Figure("truth", "scale_played_p99_ms", rank(sorted(played), 0.99) * 1000, "ms", "lower",
                 len(played), seconds, baseline=rank(sorted(real), 0.99) * 1000)  # fmt: skip
    yield Figure("truth", "scale_sessions_per_workstation", sessions, "connections", "lower",
                 ROOMS, seconds)  # fmt: skip
    yield Figure("truth", "scale_server_cpu_ms_per_commit", here.cpu_s * 1000, "ms", "lower",
                 COMMITS, seconds, baseline=here.flush_s * 1000)  # fmt: skip
    central = Server(CORES, here.cpu_s, here.flush_s, here.away_s)
    for name, per_s in (("day", DAY_PER_S), ("rally", RALLY_PER_S)):
        yield Figure("truth", f"scale_province_{name}_p99_ms", p99_ms(central, PROVINCE, per_s),
                     "ms", "lower", PROVINCE, seconds, target=LIMIT_MS)  # fmt: skip
        carried = most_rooms(central, per_s)
        yield Figure("truth", f"scale_rooms_{name}", carried, "rooms", "higher",
                     WORKSTATIONS, seconds, target=PROVINCE)  # fmt: skip
