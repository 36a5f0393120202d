"""The feed on SQLite: this process says when it wrote; other processes show in data_version."""

from __future__ import annotations

import threading
import time

from sqlalchemy import Engine

from command_center.storage.feed import LogFeed, Note
from command_center.storage.link import Link

POLL_S = 0.25


class LocalFeed(LogFeed):
    """Wakes at once for this process's commits, within `POLL_S` for those of others."""

    def __init__(self, engine: Engine, note: Note | None = None) -> None:
        super().__init__(engine, note)
        self._news = threading.Event()
        self._version = -1

    def wake(self) -> None:
        self._news.set()

    def _listen(self, link: Link) -> None:
        self._version = _data_version(link)

    def _wait(self, link: Link) -> None:
        while not self._news.wait(POLL_S):
            version = _data_version(link)
            self.looked_s = time.monotonic()
            if version != self._version:
                self._version = version
                return
        self._news.clear()


def _data_version(link: Link) -> int:
    """Changes when another connection has committed."""
    return int(link.one("PRAGMA data_version")[0])
