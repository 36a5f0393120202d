"""Opens the past of the room in a process and a window of its own, which nobody here waits for."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from command_center.bootstrap.playback import AS_USUAL
from command_center.bootstrap.supervisor import window_command
from command_center.domain.errors import OperatorError
from command_center.runtime.crash import ID_NAME, PIPE_NAME
from command_center.ui.actions.playback import PLAYBACK
from command_center.ui.format import clock
from command_center.ui.seat import Seat

EARLIER = timedelta(minutes=2)
"""Before the selected incident was known, where its playback begins."""
Start = Callable[[Sequence[str]], "subprocess.Popen[bytes]"]


def start_apart(words: Sequence[str]) -> subprocess.Popen[bytes]:
    """It is no window of this one's supervisor and outlives it."""
    ours = {ID_NAME, PIPE_NAME}
    environment = {name: value for name, value in os.environ.items() if name not in ours}
    command = window_command(words)
    return subprocess.Popen(command, env=environment, start_new_session=True)  # noqa: S603


class PlaybackOpener:
    """From the selected incident's beginning, else the last hour, until now."""

    def __init__(self, seat: Seat, url: str, start: Start = start_apart) -> None:
        self._seat = seat
        self._url = url
        self._start = start
        self._opened: list[subprocess.Popen[bytes]] = []
        seat.asking.asked.connect(self._asked)

    def _asked(self, action_id: str, incident_id: object) -> None:
        if action_id != PLAYBACK:
            return
        seat, now = self._seat, self._seat.live.now()
        incident = seat.situation.incident(str(incident_id)) if incident_id else None
        since = incident.opened_at - EARLIER if incident else now - AS_USUAL
        words = ["playback", "--database", self._url, "--from", _iso(since), "--to", _iso(now)]

        def open_it() -> subprocess.Popen[bytes]:
            try:
                return self._start(words)
            except OSError as error:
                raise OperatorError("playback_not_started") from error

        def opened(process: subprocess.Popen[bytes]) -> None:
            # those that were closed meanwhile are waited for, so that none stays behind
            self._opened = [one for one in self._opened if one.poll() is None] + [process]
            seat.notices.done("playback_opened", since=clock(since, seat.zone))

        seat.tasks.run(open_it, opened, seat.notices.failed)


def _iso(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")
