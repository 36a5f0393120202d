"""Keys, clicks and pictures of a display, by xdotool and ImageMagick, as a person has them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

LOOK_S, KEY_MS, TYPE_MS, SETTLE_S = 0.5, 60, 25, 0.6
MOST_LOOKS, ALIKE = 60, 4
READ_SELECTION = """
from PySide6.QtGui import QClipboard, QGuiApplication
app = QGuiApplication([])
app.processEvents()
print(app.clipboard().text(QClipboard.Mode.Selection))
"""


class Wrong(Exception):
    """What the chapter says and what happened are not the same."""


def until(what: str, happened: Callable[[], bool], longest_s: float = 120) -> None:
    """Wrong where it has not happened by then: a machine with much to do is waited for."""
    ends = time.monotonic() + longest_s
    while not happened():
        if time.monotonic() > ends:
            raise Wrong(what)
        time.sleep(LOOK_S)


class Screen:
    def __init__(self, display: str, pictures: Path) -> None:
        self._environment = {**os.environ, "DISPLAY": display}
        self._pictures = pictures
        self._taken = 0

    def press(self, *keys: str) -> None:
        self._do("key", "--delay", str(KEY_MS), *keys)

    def write(self, text: str) -> None:
        self._do("type", "--delay", str(TYPE_MS), text)

    def fill(self, *texts: str) -> None:
        """Fields one after the other, from the one that has the keyboard on."""
        for at, text in enumerate(texts):
            if at:
                self.press("Tab")
            self.write(text)

    def picture(self, name: str) -> Path:
        self._taken += 1
        file = self._pictures / f"{self._taken:02}-{name}.png"
        self._run("import", "-window", "root", str(file))
        return file

    def settle(self) -> None:
        """Waits until nothing new is seen for a while; a cursor that blinks is nothing new."""
        seen: set[str] = set()
        since = 0
        for _ in range(MOST_LOOKS):
            now = self._look("%#")
            since = since + 1 if now in seen else 0
            seen.add(now)
            if since >= ALIKE:
                return
            time.sleep(LOOK_S)

    def is_dark(self) -> bool:
        """Nothing is shown yet: all of it is one colour."""
        return int(self._look("%k")) == 1

    def drag_over(self, left: int, right: int, line: int) -> str:
        """What is selected of the text between two places of a line."""
        self._do("mousemove", str(left), str(line), "mousedown", "1")
        step = max(1, (right - left) // 8)
        for at in range(left + step, right + 1, step):  # --sync waits for a pointer that moves
            self._do("mousemove", "--sync", str(at), str(line))
        self._do("mouseup", "1")
        asked = {**self._environment, "QT_QPA_PLATFORM": "xcb"}
        words = (sys.executable, "-c", READ_SELECTION)
        told = subprocess.run(words, env=asked, capture_output=True, check=True, timeout=60)
        return told.stdout.decode().strip()

    def find_text(self, like: str, left: int, right: int, lines: Sequence[int]) -> str:
        """The first text of that form in a part of the screen, by selecting what is there."""
        for line in lines:
            found = re.search(like, self.drag_over(left, right, line))
            if found is not None:
                return found.group()
        raise Wrong(f"no text like {like} on the screen")

    def _look(self, what: str) -> str:
        """Of the whole screen, by ImageMagick's name: %k colours, %# what it is known by."""
        return self._run("import", "-window", "root", "-format", what, "info:-").strip()

    def _do(self, *words: str) -> None:
        self._run("xdotool", *words)
        time.sleep(SETTLE_S)

    def _run(self, *words: str) -> str:
        done = subprocess.run(words, env=self._environment, capture_output=True, check=False)
        if done.returncode:
            raise Wrong(f"{words[0]}: {done.stderr.decode(errors='replace')[:300]}")
        return done.stdout.decode()
