"""The parent's end of a measured wall."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import psutil

from command_center.video.model import Attention
from tests.video_farm.process import FarmProcess

ROOT = Path(__file__).parents[2]
START = "from tests.benchmarks.wall_window import main; main()"


class Wall:
    """A wall in a process of its own, with a video process of its own."""

    def __init__(
        self,
        urls: Sequence[str],
        *,
        farm: FarmProcess | None = None,
        ranks: Sequence[Attention] | None = None,
        shape: str = "6x6",
        gap_s: float = 0.1,
        budget_cores: float | None = None,
    ) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="bench-")
        own = {"COMMAND_CENTER_DATA": self._folder.name, "COMMAND_CENTER_CONFIG": self._folder.name}
        self._process = subprocess.Popen(
            [sys.executable, "-c", START],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={"QT_QPA_PLATFORM": "offscreen", **os.environ, **own},
        )
        clock = None if farm is None else (farm.began_s, farm.fps, farm.pictures)
        plan = {"urls": list(urls), "clock": clock, "ranks": ranks, "shape": shape}
        said = self._ask(plan | {"gap_s": gap_s, "budget": budget_cores})
        self.shown_s: float = said["shown_s"]
        self.boot_s: float = said["boot_s"]
        self.video = psutil.Process(said["video_pid"])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()
        self._folder.cleanup()

    def order(self, do: str, **more: object) -> dict[str, Any]:
        """What `wall_window` answers."""
        return self._ask({"do": do, **more})

    def _ask(self, what: dict[str, Any]) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(what) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, "the wall ended"
        said: dict[str, Any] = json.loads(line)
        return said
