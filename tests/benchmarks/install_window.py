"""From the start of the installed program to its window, files cold, beside an empty window of the
same Qt."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.figure import Figure
from tests.benchmarks.install_built import BUNDLE, ROOT, package

EMPTY = ROOT / "build" / "pyinstaller" / "pusat-komando" / "empty-window"
TURNS, LONGEST_S, LOOK_S = 3, 120.0, 0.02
CACHES = Path("/proc/sys/vm/drop_caches")


@contextlib.contextmanager
def _screen() -> Iterator[str]:
    """DISPLAY of an X server that shows nothing to anybody."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def _forget_files() -> bool:
    """Whether the next start reads from the disk: only root may say so."""
    os.sync()
    try:
        CACHES.write_text("3")
    except OSError:
        return False
    return True


def _shown(display: str) -> bool:
    tree = subprocess.run(
        ["xwininfo", "-display", display, "-root", "-children"],
        capture_output=True,
        text=True,
        check=False,
    )
    windows = [
        line.split()[0] for line in tree.stdout.splitlines() if line.lstrip().startswith("0x")
    ]
    for window in windows:
        about = subprocess.run(
            ["xwininfo", "-display", display, "-id", window],
            capture_output=True,
            text=True,
            check=False,
        ).stdout
        wide = [line for line in about.splitlines() if "Width:" in line]
        if "IsViewable" in about and wide and int(wide[0].split()[-1]) > 300:
            return True
    return False


def _seconds(display: str, home: Path, *command: str) -> float:
    env = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "LANG": "C.UTF-8",
    }
    begun = time.monotonic()
    program = subprocess.Popen(
        command,
        env=env,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while not _shown(display):
            if program.poll() is not None or time.monotonic() - begun > LONGEST_S:
                raise RuntimeError(f"{command[0]} showed no window")
            time.sleep(LOOK_S)
        return time.monotonic() - begun
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(program.pid, signal.SIGKILL)
        program.wait()


def install_window() -> Iterator[Figure]:
    """The live room of a new workstation, opened once before; medians, turn by turn."""
    if package() is None or not EMPTY.is_file() or shutil.which("xwininfo") is None:
        print("The cold window needs `make package` and xwininfo.", file=sys.stderr)
        return
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory(dir=ROOT / "build") as folder, _screen() as display:
        home = Path(folder)
        bare = home / "empty-window"
        shutil.copy2(EMPTY, bare)
        (home / "_internal").symlink_to(BUNDLE / "_internal")
        # named, so that the room opens and not the first run
        database = f"sqlite:///{home / 'room.db'}"
        room = (str(BUNDLE / "command-center"), "live", "--database", database)
        _seconds(display, home, *room)  # founds the room
        cold = _forget_files()
        pairs = []
        for _ in range(TURNS):
            _forget_files()
            empty = _seconds(display, home, str(bare))
            _forget_files()
            pairs.append((empty, _seconds(display, home, *room)))
    empty, live = (statistics.median(turn[at] for turn in pairs) for at in (0, 1))
    name = "cold_window" if cold else "warm_window"
    seconds = time.perf_counter() - begun
    yield Figure("install", name, live, "s", "lower", TURNS, seconds, empty)
