"""What decoding, scaling and painting cost beside ffmpeg's own decoding and scaling."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

import imageio_ffmpeg

from tests.benchmarks.figure import Figure
from tests.benchmarks.wall_pipe import TILE
from tests.video_farm.clip import like_camera

BENCH = "wall"
ROUNDS = 3
LOOPS = 2  # of the clip's 20 s
RATIOS = {"720": 1.10, "360": 1.15}
KEYS_ONLY = ("-skip_frame", "nokey")
NAMES = ("product", "shared", "naive")


def wall_cpu() -> Iterator[Figure]:
    """Interleaved rounds, medians of milliseconds of processor time a picture."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for kind, target in RATIOS.items():
            yield from _at(kind, target, Path(folder))


def _at(kind: str, target: float, folder: Path) -> Iterator[Figure]:
    clip = like_camera(kind)
    file = folder / f"{kind}.h264"
    file.write_bytes(b"".join(clip.units) * LOOPS)
    pictures = len(clip.units) * LOOPS
    taken: dict[str, list[float]] = {name: [] for name in ("ffmpeg", *NAMES)}
    began = time.monotonic()
    for _ in range(ROUNDS):
        taken["ffmpeg"].append(_ffmpeg(file, pictures))
        for name in NAMES:
            taken[name].append(_way(name, file))
    took = time.monotonic() - began
    ms = {name: median(values) for name, values in taken.items()}
    n = pictures * ROUNDS
    yield Figure(BENCH, f"decode_scale_paint_{kind}p", ms["product"], "ms CPU/picture", "lower",
                 n, took, baseline=ms["ffmpeg"], target=target, by_ratio=True)  # fmt: skip
    yield Figure(BENCH, f"through_the_process_border_{kind}p", ms["shared"], "ms CPU/picture",
                 "lower", n, took, baseline=ms["product"])  # fmt: skip
    yield Figure(BENCH, f"naive_cv2_qlabel_{kind}p", ms["naive"], "ms CPU/picture", "lower",
                 n, took, baseline=ms["ffmpeg"])  # fmt: skip


def _way(name: str, file: Path) -> float:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.wall_pipe", name, str(file)],
        env={"QT_QPA_PLATFORM": "offscreen", **os.environ},
        capture_output=True,
        text=True,
        check=True,
    )
    said = json.loads(done.stdout)
    return float(said["cpu_s"] * 1000 / said["pictures"])


def ffmpeg_cores(kind: str, full: int, keys: int, fps: float) -> float:
    """What ffmpeg alone would need for `full` cameras whole and `keys` by their key pictures."""
    clip = like_camera(kind)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        file = Path(folder) / "clip.h264"
        file.write_bytes(b"".join(clip.units) * LOOPS)
        pictures = len(clip.units) * LOOPS
        each_s = _ffmpeg(file, pictures) / 1000
        few = pictures // clip.gop
        key_s = (_ffmpeg_s(file, few, KEYS_ONLY) - _ffmpeg_s(file, 1, KEYS_ONLY)) / (few - 1)
    return fps * (full * each_s + keys * key_s / clip.gop)


def _ffmpeg(file: Path, pictures: int) -> float:
    """One thread, the same scaler; what starting costs is measured and taken away."""
    return (_ffmpeg_s(file, pictures) - _ffmpeg_s(file, 1)) * 1000 / (pictures - 1)


def _ffmpeg_s(file: Path, pictures: int, how: Sequence[str] = ()) -> float:
    scale = f"scale={TILE[0]}:{TILE[1]}:flags=area,format=bgra"
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-benchmark", "-threads", "1"]
    command += [*how, "-filter_threads", "1", "-i", str(file), "-frames:v", str(pictures)]
    command += ["-vf", scale, "-fps_mode", "passthrough", "-f", "null", "-"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    used = re.findall(r"bench: utime=([\d.]+)s stime=([\d.]+)s", done.stderr)
    assert used, done.stderr
    return sum(map(float, used[-1]))
