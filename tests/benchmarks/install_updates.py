"""Updates: attacks that are refused, installations that are killed, and what the whole way costs.

The baseline of the whole way is a plain copy of the same archive and its unpacking by tar.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.figure import Figure

ROOT = Path(__file__).resolve().parents[2]
RELEASE_SIDE = ROOT / "packaging"
LARGE_MB = int(os.environ.get("BENCH_UPDATE_MB", "60"))
BENCH = "install"


def install_updates() -> Iterator[Figure]:
    sys.path.append(str(RELEASE_SIDE))  # the release maker's side, which the product never loads
    with tempfile.TemporaryDirectory() as folder:
        yield from _attacks(Path(folder))
        yield _kills(Path(folder))
        yield _whole_way(Path(folder))


def _attacks(folder: Path) -> Iterator[Figure]:
    from tests.update_attacks import ATTACKS, attacked, scene

    first, begun = scene(folder / "first"), time.monotonic()
    for over_http in (False, True):
        refused = 0
        for name, (_, code) in ATTACKS.items():
            found = attacked(name, first, folder / f"{name}-{over_http}", over_http=over_http)
            refused += found == (code, True)
        yield Figure(
            bench=BENCH,
            figure=f"update attacks refused, nothing changed, {'http' if over_http else 'folder'}",
            value=refused,
            unit="attacks",
            better="higher",
            n=len(ATTACKS),
            seconds=time.monotonic() - begun,
            target=len(ATTACKS),
        )


def _kills(folder: Path) -> Figure:
    from tests.update_maker import NEW, OLD, Maker

    maker, begun = Maker(folder / "killed"), time.monotonic()
    maker.release(NEW)
    root = folder / "root.json"
    root.write_bytes(maker.root)
    paths = os.pathsep.join([str(ROOT), str(RELEASE_SIDE)])
    words = [str(maker.repository.folder), str(root), str(folder / "kills")]
    run = subprocess.run(
        [sys.executable, "-m", "tests.update_kills", *words],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        check=True,
    )
    found = [json.loads(line) for line in run.stdout.splitlines()]
    good = sum((row["how"], row["after"], row["again"]) == ("SIGKILL", OLD, NEW) for row in found)
    return Figure(
        bench=BENCH,
        figure="installations killed at one step each, the old version starts",
        value=good,
        unit="kills",
        better="higher",
        n=len(found),
        seconds=time.monotonic() - begun,
        target=len(found),
    )


def _whole_way(folder: Path) -> Figure:
    """From a folder: signatures, copy, hashes, unpacking, the disk, the trial start, the swap."""
    from release.archive import archive_name, pack

    from tests.update_maker import NEW, PLATFORM, Maker, bring, install, make_bundle

    maker, bundle = Maker(folder / "large"), folder / "large-bundle"
    make_bundle(bundle, NEW)
    (bundle / "_internal" / "large.bin").write_bytes(os.urandom(LARGE_MB << 20))
    name = archive_name(NEW, PLATFORM)
    unpacked = pack(bundle, folder / name)
    maker.offer(NEW, name, folder / name, unpacked)
    installation = install(folder / "large-installed")
    begun = time.perf_counter()
    plain = folder / "plain"
    plain.mkdir()
    shutil.copy(folder / name, plain / name)
    subprocess.run(["tar", "-xJf", name], cwd=plain, check=True)
    baseline_s = time.perf_counter() - begun
    begun = time.perf_counter()
    bring(installation, str(maker.repository.folder), maker.root)
    return Figure(
        bench=BENCH,
        figure=f"an update of {LARGE_MB} MB from a folder, beside copying and unpacking it",
        value=round(time.perf_counter() - begun, 2),
        unit="s",
        better="lower",
        n=1,
        seconds=time.perf_counter() - begun,
        baseline=round(baseline_s, 2),
    )
