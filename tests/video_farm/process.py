"""A farm in a process of its own, so that what it costs is not counted to whom it serves."""

import json
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parents[2]


class FarmProcess:
    """`with FarmProcess("720", "360") as farm: farm.url("rtsp", "720", 5)`; camera 5 of 36.

    `began_s` is the farm's time.monotonic() at picture 0 of camera 0; camera k shows picture
    `number` of its clip at `began_s + (number - 7 * k) / fps`, every `pictures` anew.
    """

    def __init__(self, *clips: str, segment_s: int = 2) -> None:
        self._command = [sys.executable, "-m", "tests.video_farm", "--segment", str(segment_s)]
        self._command += [word for clip in clips for word in ("--clip", clip)]
        self.began_s = 0.0
        self.fps = self.pictures = 0
        self.pid = 0
        self._urls: dict[str, str] = {}

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            self._command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        said = json.loads(self._process.stdout.readline())
        self.pid = self._process.pid
        self.began_s, self.fps, self.pictures = said["began_s"], said["fps"], said["pictures"]
        self._urls = said["urls"]
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
        self._process.wait(20)
        self._process.stdout.close()

    def url(self, protocol: str, clip: str, camera: int, query: str = "") -> str:
        """Address of a camera; `query` "fault=stall&after=3" makes it misbehave."""
        address = self._urls[protocol].format(name=f"{clip}~{camera}")
        return f"{address}?{query}" if query else address
