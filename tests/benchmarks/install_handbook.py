"""The handbook's pages, each opened for the first time: the longest turn of the thread that paints.

The baseline is the same book whose pictures are read by that thread itself.
"""

from __future__ import annotations

import dataclasses
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor as Pool
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from command_center.ui.application import application
from command_center.ui.handbook.book import BookView
from command_center.ui.tasks import Tasks
from tests.benchmarks.figure import Figure
from tests.ui.scene import NOW
from tests.ui.seats import AtOnce, make_desk

WIDTHS, HIGH = (1000, 420), 800
TURN_MS, REST_S = 25.0, 0.2


class Turns:
    """Milliseconds of the longest so far, of the processor; what else runs on the machine is no
    business of the book's."""

    def __init__(self) -> None:
        self.longest = 0.0
        self.pages = 0

    def read(self, book: BookView, app: QApplication) -> None:
        """Every page once; each has the time to paint, and its pictures to come."""
        for id in book.handbook.pages:
            self.pages += 1
            self._of(partial(book.open, id))
            until = time.monotonic() + REST_S
            while time.monotonic() < until:
                self._of(app.processEvents)
                time.sleep(0.002)

    def _of(self, turn: Callable[[], object]) -> None:
        began = time.thread_time()
        turn()
        self.longest = max(self.longest, (time.thread_time() - began) * 1000)


def _turns(pool: Pool, wide: int) -> Turns:
    app, turns = application(), Turns()
    with tempfile.TemporaryDirectory() as folder:
        desk = make_desk([], NOW, Path(folder))
        seat = dataclasses.replace(desk.seat, tasks=Tasks(pool))
        seat.theme.apply(app)
        book = BookView(seat)
        book.resize(wide, HIGH)
        book.show()
        app.processEvents()
        turns.read(book, app)
        book.close()
        book.deleteLater()
        app.processEvents()
        desk.close()
    return turns


def install_handbook() -> Iterator[Figure]:
    _turns(AtOnce(), WIDTHS[0])  # what a process does once: its letters
    for wide in WIDTHS:
        began = time.monotonic()
        before = _turns(AtOnce(), wide)
        with ThreadPoolExecutor(2) as pool:
            after = _turns(pool, wide)
        took, pages = time.monotonic() - began, after.pages
        name = f"handbook page first opened, {wide} px"
        yield Figure(
            "install", name, after.longest, "ms", "lower", pages, took, before.longest, TURN_MS
        )
