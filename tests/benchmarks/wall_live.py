"""36 cameras of 720p on the real wall: cost, lateness, honesty; and how they open."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack
from statistics import median
from typing import Any

import psutil

from command_center.video.model import Attention
from tests.benchmarks.figure import Better, Figure
from tests.benchmarks.wall_cpu import ffmpeg_cores
from tests.benchmarks.wall_seat import Wall
from tests.video_farm.farm import dead_port
from tests.video_farm.process import FarmProcess

BENCH = "wall"
CAMERAS, FULL, DEAD, OPENINGS = 36, 6, 4, 3
SETTLE_S, MEASURE_S, RING_S = 12.0, 20.0, 32.0
GOP_S, FPS, BOTH = 2.0, 25.0, 2.4
LATENCY_MS, OVERLOAD_MS, LAG_MS = 100.0, 700.0, 25.0
CORES, SOCKETS_S, PICTURES_S, DEAD_COST_MS = 0.75, 1.5, GOP_S + 0.5, 50.0
MB = {"720": 12.0 + 7.5, "360": 8.0 + 2.0}
SIX = [Attention.SELECTED] * FULL + [Attention.NEXT_PAGE] * (CAMERAS - FULL)


def wall_live() -> Iterator[Figure]:
    """6 FULL + 30 KEY, beside what ffmpeg alone needs for the same pictures; everything FULL,
    which is twice what two cores can do; 36 of 360p."""
    limit = ffmpeg_cores("720", FULL, CAMERAS - FULL, FPS)
    with FarmProcess("720", "360") as farm:
        # Both cores, so that all six are whole whatever they cost.
        with Wall(_urls(farm, "720"), farm=farm, ranks=SIX, budget_cores=BOTH) as wall:
            time.sleep(SETTLE_S)
            yield from _wall(farm, wall, "6_full_30_key", LATENCY_MS, (CORES, limit))
            time.sleep(max(0.0, wall.shown_s + RING_S - time.monotonic()))
            yield _memory(wall, "720")
        with Wall(_urls(farm, "720"), farm=farm) as wall:
            time.sleep(2 * SETTLE_S)
            yield from _wall(farm, wall, "all_wanted_full", OVERLOAD_MS, None)
        with Wall(_urls(farm, "360"), farm=farm) as wall:
            time.sleep(RING_S)
            yield from _wall(farm, wall, "360p_all_wanted_full", LATENCY_MS, None)
            yield _memory(wall, "360")


def _urls(farm: FarmProcess, clip: str) -> list[str]:
    return [farm.url("rtsp", clip, number) for number in range(CAMERAS)]


def _wall(
    farm: FarmProcess, wall: Wall, name: str, latency_ms: float, cores: tuple[float, float] | None
) -> Iterator[Figure]:
    process, began_s = psutil.Process(farm.pid), time.monotonic()
    before = sum(process.cpu_times()[:2])
    seen = wall.order("measure", seconds=MEASURE_S)
    farm_cores = (sum(process.cpu_times()[:2]) - before) / (time.monotonic() - began_s)
    took, latency, lag = seen["seconds"], seen["latency_ms"], seen["lag"]
    levels = list(seen["levels"].values())

    def figure(
        what: str, value: float, unit: str, n: int, better: Better = "lower",
        baseline: float | None = None, target: float | None = None,
    ) -> Figure:  # fmt: skip
        return Figure(BENCH, f"{name}_{what}", value, unit, better, n, took, baseline, target)

    total = seen["window_cores"] + seen["video_cores"]
    target, limit = cores or (None, None)
    yield figure("cores", total, "cores", 1, baseline=limit, target=target)
    yield figure("window_cores", seen["window_cores"], "cores", 1)
    yield figure("video_process_cores", seen["video_cores"], "cores", 1)
    yield figure("farm_cores", farm_cores, "cores", 1)
    yield figure("latency_p50", latency["p50"], "ms", latency["n"])
    yield figure("latency_p95", latency["p95"], "ms", latency["n"], target=latency_ms)
    decoded = seen["full_latency_ms"]
    yield figure("latency_p95_of_full", decoded["p95"], "ms", decoded["n"])
    yield figure("gui_lag_p99", lag["p99"], "ms", lag["n"], target=LAG_MS)
    yield figure("gui_lag_max", lag["max"], "ms", lag["n"])
    yield figure("live", seen["live"], "cameras", CAMERAS, "higher", target=CAMERAS)
    for level in ("full", "half", "key"):
        yield figure(f"at_{level}", levels.count(level), "cameras", CAMERAS, "higher")
    fps = sorted(seen["fps"][id] for id, level in seen["levels"].items() if level == "full")
    if fps:
        yield figure("fps_of_full", fps[len(fps) // 2], "1/s", len(fps), "higher")
    # A tile that says it is live and shows a picture a second older than it admits.
    yield figure("dishonest", seen["lied"], "looks", seen["said_live"], target=0.0)


def _memory(wall: Wall, clip: str) -> Figure:
    """What a stream adds to the video process, half a minute of packets and the tile included."""
    seen: dict[str, Any] = wall.order("measure", seconds=1.0)
    mb = (seen["video_mb"] - seen["bare_mb"]) / CAMERAS
    return Figure(BENCH, f"memory_per_stream_{clip}p", mb, "MB", "lower", CAMERAS, 1.0,
                  baseline=seen["pictures_mb"] / CAMERAS, target=MB[clip])  # fmt: skip


def wall_opening() -> Iterator[Figure]:
    """From the wall being shown: sockets, first pictures. The same with four dead cameras, each
    a host of its own; taken in turns, medians."""
    with FarmProcess("720") as farm, ExitStack() as stack:
        urls = _urls(farm, "720")
        beside = list(urls)
        for number in range(DEAD):
            host = f"127.0.0.{number + 2}"
            port = stack.enter_context(dead_port(host))
            beside[number * CAMERAS // DEAD] = f"rtsp://{host}:{port}/dead"
        opened = [(_open(farm, urls), _open(farm, beside)) for _ in range(OPENINGS)]
    took = 2 * OPENINGS * 3 * PICTURES_S
    last = CAMERAS - DEAD - 1
    pictures, sockets = (median(at[which][-1] for at, _ in opened) for which in (0, 1))
    others = median(at[0][-1] for _, at in opened)
    cost_s = median(at[1][last] for _, at in opened) - median(at[1][last] for at, _ in opened)
    yield Figure(BENCH, "opening_sockets", sockets, "s", "lower", CAMERAS * OPENINGS, took,
                 target=SOCKETS_S)  # fmt: skip
    yield Figure(BENCH, "opening_pictures", pictures, "s", "lower", CAMERAS * OPENINGS, took,
                 target=PICTURES_S)  # fmt: skip
    yield Figure(BENCH, "opening_pictures_beside_4_dead", others, "s", "lower",
                 (last + 1) * OPENINGS, took, baseline=pictures, target=PICTURES_S)  # fmt: skip
    yield Figure(BENCH, "4_dead_cost_the_others", max(0.0, cost_s * 1000), "ms", "lower",
                 (last + 1) * OPENINGS, took, target=DEAD_COST_MS)  # fmt: skip


def _open(farm: FarmProcess, urls: list[str]) -> tuple[list[float], list[float]]:
    """Seconds from the wall being shown: each first picture, each connection."""
    port = int(_urls(farm, "720")[0].split(":")[2].split("/")[0])
    alive = sum(f":{port}/" in url for url in urls)
    with Wall(urls, farm=farm) as wall:
        sockets: list[float] = []
        while len(sockets) < alive and time.monotonic() - wall.shown_s < 15.0:
            now_s = time.monotonic() - wall.shown_s
            remote = [one.raddr for one in wall.video.net_connections("tcp") if _stands(one)]
            stands = sum(bool(address) and address[1] == port for address in remote)
            sockets += [now_s] * (stands - len(sockets))
        time.sleep(max(0.0, wall.shown_s + 3 * PICTURES_S - time.monotonic()))
        firsts = wall.order("firsts")
        first_s = [at - wall.shown_s if at else 99.0 for at in firsts.values()]
        return sorted(first_s)[:alive], sockets


def _stands(connection: Any) -> bool:
    return str(connection.status) == psutil.CONN_ESTABLISHED
