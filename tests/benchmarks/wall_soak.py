"""2,000 cameras killed, stalled, sending garbage or resized, then 1,000 taken off the wall: nothing
crashes, nothing grows."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

from command_center.video.model import Attention, CameraSpec, CameraState
from command_center.video.policy import StreamPolicy
from command_center.video.process.client import RemoteEngine
from tests.benchmarks.figure import Figure
from tests.benchmarks.soak import slope
from tests.video_farm import Farm, Fault, FaultKind, record

BENCH = "wall-soak"
CYCLES, WARM, EVERY = 2_000, 400, 20
CAMERAS, CYCLE_S, SEED = 12, 0.3, 3
PROTOCOLS = ("rtsp", "hls", "mjpeg", "flv")
FAULTS = (FaultKind.KILL, FaultKind.STALL, FaultKind.GARBAGE, None)
CHANGES, CHANGES_WARM, CHANGE_S = 1_000, 200, 0.3
PATIENCE_S = 90.0
MB_PER_1000 = 4.0


@dataclass(frozen=True)
class Point:
    """After so many cycles: of the video process, and of the one that watches it."""

    cycle: int
    video_mb: float
    video_handles: int
    video_threads: int
    window_mb: float
    window_handles: int


def wall_soak() -> Iterator[Figure]:
    """Twelve cameras over four protocols, one disturbed every third of a second."""
    rng, points = random.Random(SEED), []
    began = time.monotonic()
    with Farm(record(fps=10)) as farm:
        engine = RemoteEngine(StreamPolicy.loopback_only())
        specs = [
            CameraSpec(f"c{n}", "", farm.url(PROTOCOLS[n % len(PROTOCOLS)], f"c{n}"))
            for n in range(CAMERAS)
        ]
        engine.show(specs)
        engine.attend({spec.id: Attention.VISIBLE for spec in specs})
        felt = 0
        for cycle in range(CYCLES + 1):
            camera = rng.choice(specs).id
            _disturb(rng, farm, engine, camera)
            for spec in specs:
                engine.slot(spec.id).latest()
            felt += engine.status(camera).state is not CameraState.LIVE
            if cycle % EVERY == 0 and engine.pid is not None:
                points.append(_look(cycle, engine.pid))
        farm.faults.clear()
        back_s = _all_live(engine, specs)
        changes = list(_exchange(rng, farm, engine, specs))
        restarts = engine.cost().restarts
        engine.close(10.0)
    took = time.monotonic() - began
    yield Figure(BENCH, "crashes", restarts, "processes", "lower", CYCLES, took, target=0.0)
    yield Figure(BENCH, "cycles_that_took_a_picture_away", felt, "cycles", "higher", CYCLES, took)
    yield Figure(BENCH, "live_again_after", back_s, "s", "lower", CAMERAS, took,
                 target=PATIENCE_S)  # fmt: skip
    yield Figure(BENCH, "video_mb_per_1000_changes", slope(changes), "mb", "lower", len(changes),
                 took, target=MB_PER_1000)  # fmt: skip
    late = [point for point in points if point.cycle >= WARM]
    for name, target in (("video_mb", MB_PER_1000), ("window_mb", MB_PER_1000),
                         ("video_handles", 1.0), ("video_threads", 1.0),
                         ("window_handles", 1.0)):  # fmt: skip
        line = [(point.cycle / 1000, float(getattr(point, name))) for point in late]
        yield Figure(BENCH, f"{name}_per_1000_cycles", slope(line), name.rpartition("_")[2],
                     "lower", len(line), took, target=target)  # fmt: skip
        yield Figure(BENCH, f"{name}_most", max(value for _, value in line),
                     name.rpartition("_")[2], "lower", len(line), took,
                     baseline=line[0][1])  # fmt: skip


def _disturb(rng: random.Random, farm: Farm, engine: RemoteEngine, camera: str) -> None:
    kind = rng.choice(FAULTS)
    if kind is None:
        engine.slot(camera).resize(rng.randrange(32, 400), rng.randrange(32, 300))
        time.sleep(CYCLE_S / 4)
        return
    farm.faults[camera] = Fault(kind)
    time.sleep(CYCLE_S)
    del farm.faults[camera]


def _exchange(
    rng: random.Random, farm: Farm, engine: RemoteEngine, shown: list[CameraSpec]
) -> Iterator[tuple[float, float]]:
    """(changes / 1000, MB of the video process) while one camera after another leaves the wall for
    one that was not on it, and each has brought pictures."""
    names = [f"w{n}" for n in range(2 * CAMERAS)]
    others = [
        CameraSpec(name, "", farm.url(PROTOCOLS[n % len(PROTOCOLS)], name))
        for n, name in enumerate(names)
    ]
    for change in range(CHANGES):
        free = [spec for spec in others if spec not in shown]
        shown = [*shown[1:], rng.choice(free)]
        engine.show(shown)
        engine.attend({spec.id: Attention.VISIBLE for spec in shown})
        time.sleep(CHANGE_S)
        if change >= CHANGES_WARM and change % EVERY == 0 and engine.pid is not None:
            yield change / 1000, psutil.Process(engine.pid).memory_info().rss / 2**20


def _look(cycle: int, pid: int) -> Point:
    video, window = psutil.Process(pid), psutil.Process()
    return Point(
        cycle,
        video.memory_info().rss / 2**20,
        len(list(Path(f"/proc/{pid}/fd").iterdir())),
        video.num_threads(),
        window.memory_info().rss / 2**20,
        window.num_fds(),
    )


def _all_live(engine: RemoteEngine, specs: list[CameraSpec]) -> float:
    began = time.monotonic()
    while time.monotonic() - began < PATIENCE_S:
        if all(engine.status(spec.id).state is CameraState.LIVE for spec in specs):
            break
        time.sleep(0.05)
    return time.monotonic() - began
