"""The feed on PostgreSQL: NOTIFY wakes it, a poll covers a NOTIFY that was lost."""

from __future__ import annotations

import select
import socket
import time

import psycopg
from sqlalchemy import Engine

from command_center.domain.errors import OperatorError
from command_center.storage.feed import Deliver, LogFeed, Note
from command_center.storage.link import Link
from command_center.storage.telemetry import CHANNEL

POLL_S = 1.0
LOG_CHANNEL = "cc_log"


class PostgresFeed(LogFeed):
    """Wakes for every commit of anyone; what the notification says is never relied on."""

    def __init__(self, engine: Engine, note: Note | None = None) -> None:
        super().__init__(engine, note)
        self._bell: tuple[socket.socket, socket.socket] | None = None
        self._news = False

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
        # what arrives with the answer to a statement would otherwise wait for the next poll
        link.driver.add_notify_handler(lambda notify: self._heard(notify.channel))
        link.run(f"LISTEN {LOG_CHANNEL}")
        link.run(f"LISTEN {CHANNEL}")

    def _heard(self, channel: str) -> None:
        if channel == CHANNEL:
            self.on_telemetry()
        else:
            self._news = True

    def _wait(self, link: Link) -> None:
        until_s = time.monotonic() + POLL_S
        while not self._news and (left_s := until_s - time.monotonic()) > 0:
            bell = self._bell
            if bell is None:
                return
            ready, _, _ = select.select([link.driver.fileno(), bell[0]], [], [], left_s)
            if bell[0] in ready:
                bell[0].recv(4096)
                break
            if ready:
                self._take_in(link)
        self._news = False

    def _take_in(self, link: Link) -> None:
        """Notifications that came by themselves. OperatorError if the server hung up instead."""
        pgconn = link.driver.pgconn
        try:
            pgconn.consume_input()
        except psycopg.OperationalError as error:
            raise OperatorError("database_unreachable") from error
        while (notify := pgconn.notifies()) is not None:
            self._heard(notify.relname.decode())
