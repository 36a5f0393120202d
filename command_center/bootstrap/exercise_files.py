"""Where exercises of this machine keep their logs and reports: each start has names of its own, by
the time on the wall, so that none is ever written over."""

from __future__ import annotations

from pathlib import Path

from command_center.runtime.clock import LiveClock
from command_center.runtime.paths import data_dir


def exercise_folder() -> Path:
    """Nothing in it is removed by this program."""
    folder = data_dir() / "exercise"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def new_database() -> str:
    """The URL of a file that was never there."""
    return f"sqlite:///{_unused(exercise_folder(), 'latihan', '.db')}"


def new_report(folder: Path) -> tuple[Path, Path]:
    """The PDF and the XLSX of a report that is written now."""
    paper = _unused(folder, "laporan-latihan", ".pdf")
    return paper, paper.with_suffix(".xlsx")


def _unused(folder: Path, name: str, suffix: str) -> Path:
    """To the microsecond: two starts at one click are two files. Clocks are also put back."""
    while True:
        stamp = LiveClock().now().astimezone().strftime("%Y%m%dT%H%M%S-%f")
        path = folder / f"{name}-{stamp}{suffix}"
        if not path.exists():
            return path
