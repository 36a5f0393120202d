"""The versions of this machine in a window: told, confirmed, and changed from their page."""

from __future__ import annotations

import time
from datetime import datetime

from command_center import __version__
from command_center.bootstrap.room import OpenedRoom
from command_center.bootstrap.updating import go_back, offered, stage_newest, trial
from command_center.bootstrap.version_lines import lines
from command_center.bootstrap.version_teller import EVERY_S, SHORT, VersionTeller
from command_center.domain.errors import OperatorError
from command_center.runtime.settings import load_settings
from command_center.ui.seat import Seat
from command_center.ui.updates.model import Found, Progress, Standing
from command_center.updates.installation import demand_running, running
from command_center.updates.other_version import stands_in
from command_center.updates.staging import staged, take_up
from command_center.updates.trial import STOOD_S


class VersionWatch:
    """In a window: the version is told of, confirmed once it stood, and what stands in for another
    one says so."""

    def __init__(self, seat: Seat, room: OpenedRoom) -> None:
        self._seat = seat
        self._teller = VersionTeller(room)
        self._due_s = 0.0
        self._stands_s = time.monotonic() + STOOD_S
        self._confirmed = False
        self._said = False

    def tick(self, _now: datetime) -> None:
        now_s = time.monotonic()
        if not self._said:
            self._said = True
            self._say()
        if now_s >= self._due_s:
            self._due_s = now_s + EVERY_S
            self._seat.tasks.run(self._teller.look, _nothing, self._seat.notices.failed)
        if not self._confirmed and now_s >= self._stands_s:
            self._confirmed = True
            self._seat.tasks.run(_confirm, _nothing, self._seat.notices.failed)

    def _say(self) -> None:
        instead = stands_in()
        if instead is not None and instead.why in ("crashed", "waits"):
            params = {"instead": instead.version[:SHORT], "version": __version__}
            self._seat.notices.failed(OperatorError(f"program_instead_{instead.why}", **params))


def _confirm() -> None:
    on_trial = trial()
    if on_trial is not None:
        on_trial.confirm()


def _nothing(_: object) -> None:
    """What was told needs no answer."""


class MachineUpdates:
    """`ui.updates.model.Updates` of this machine, for the room in the database `url`."""

    def __init__(self, url: str) -> None:
        self._url = url

    def standing(self) -> Standing:
        found = running()
        if found is None:
            return Standing(__version__, why="update_not_installed")
        installation, version = found
        ready, may = staged(installation) or "", installation.writable()
        return Standing(
            version,
            next=installation.current(),
            staged=ready,
            fell=ready in installation.fallen(),
            previous=installation.previous(),
            why=None if may else "update_needs_rights",
            lines=None if may else lines(installation, load_settings("live").updates, self._url),
        )

    def look(self) -> Found:
        offer = offered()
        version, news = offer.release.version, offer.news
        if news is None:
            return Found(version, offer.newer)
        return Found(version, offer.newer, news.date, news.notes)

    def stage(self, progress: Progress) -> str:
        return stage_newest(None, progress)

    def take_up(self) -> str:
        return take_up(*demand_running(), _unwatched)

    def go_back(self) -> str:
        return go_back(self._url, _unwatched)[0]


def _unwatched(_what: str, _done: int, _total: int) -> None:
    """It takes a moment."""
