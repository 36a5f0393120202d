"""The feed on PostgreSQL: NOTIFY wakes it, a poll covers a NOTIFY that was lost."""

from __future__ import annotations

import select
import socket

from sqlalchemy import Engine

from command_center.storage.feed import Deliver, LogFeed
from command_center.storage.link import Link

POLL_S = 1.0


class PostgresFeed(LogFeed):
    """Wakes for every commit of anyone; what the notification says is never relied on."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self._bell: tuple[socket.socket, socket.socket] | None = None

    def start(self, after: int, deliver: Deliver) -> None:
        if self._bell is None:
            self._bell = socket.socketpair()
        super().start(after, deliver)

    def wake(self) -> None:
        if self._bell is not None:
            self._bell[1].send(b"!")

    def stop(self) -> None:
        super().stop()
        bell, self._bell = self._bell, None
        for end in bell or ():
            end.close()

    def _listen(self, link: Link) -> None:
        link.run("LISTEN cc_log")

    def _wait(self, link: Link) -> None:
        bell = self._bell
        if bell is None:
            return
        # the next statement on the connection takes the notifications in
        ready, _, _ = select.select([link.driver.fileno(), bell[0]], [], [], POLL_S)
        if bell[0] in ready:
            bell[0].recv(4096)
