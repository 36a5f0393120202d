"""HLS in segments of two seconds: how evenly it runs and how late it is."""

from __future__ import annotations

import time
from collections.abc import Iterator
from statistics import median

from tests.benchmarks.figure import Figure
from tests.benchmarks.wall_seat import Wall
from tests.video_farm.process import FarmProcess

BENCH = "wall"
CAMERAS, SEGMENT_S = 9, 2.0
SETTLE_S, MEASURE_S = 15.0, 20.0
FPS, LATENCY_MS = 24.0, (SEGMENT_S + 0.7) * 1000


def wall_hls() -> Iterator[Figure]:
    """Nine cameras of 360p, every painted number read."""
    with FarmProcess("360", segment_s=int(SEGMENT_S)) as farm:
        urls = [farm.url("hls", "360", number) for number in range(CAMERAS)]
        with Wall(urls, farm=farm, shape="3x3", gap_s=0.0) as wall:
            time.sleep(SETTLE_S)
            seen = wall.order("measure", seconds=MEASURE_S)
    took, latency = seen["seconds"], seen["latency_ms"]
    fps = median(seen["distinct_fps"].values())
    yield Figure(BENCH, "hls_distinct_fps", fps, "1/s", "higher", CAMERAS, took, target=FPS)
    yield Figure(BENCH, "hls_distinct_fps_worst", min(seen["distinct_fps"].values()), "1/s",
                 "higher", CAMERAS, took)  # fmt: skip
    yield Figure(BENCH, "hls_latency_p50", latency["p50"], "ms", "lower", latency["n"], took,
                 target=LATENCY_MS)  # fmt: skip
    yield Figure(BENCH, "hls_latency_p95", latency["p95"], "ms", "lower", latency["n"], took)
    yield Figure(BENCH, "hls_dishonest", seen["lied"], "looks", "lower", seen["said_live"], took,
                 target=0.0)  # fmt: skip
