"""The chapter itself: what is done here must stand there, in that order."""

from __future__ import annotations

import re
from pathlib import Path

from first_day.screen import Wrong

CHAPTER = Path(__file__).resolve().parents[2] / "resources/handbook/id/hari-pertama.md"


class Chapter:
    """Read on from step to step."""

    def __init__(self, file: Path = CHAPTER) -> None:
        self._text = re.sub(r"\s+", " ", file.read_text(encoding="utf-8"))
        self._at = 0

    def says(self, *words: str) -> None:
        for one in words:
            found = self._text.find(one, self._at)
            if found < 0:
                raise Wrong(f"the chapter no longer says, after what was done so far: {one}")
            self._at = found + len(one)
        print(f"      {words[0]}", flush=True)
