"""Takes the nightly second look for the whole room, on the workstation that is on duty."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from functools import partial

from command_center.advice.duplicates.book import SETTING, weights_in_room
from command_center.advice.duplicates.places import PlaceNames
from command_center.bootstrap.room import OpenedRoom
from command_center.commands.duplicates import KeepSecondLook
from command_center.domain.errors import OperatorError
from command_center.duty.clockwork import Clockwork
from command_center.duty.second_look import Pair, due_look, gather, kept_at, second_look
from command_center.ui.seat import Seat

log = logging.getLogger(__name__)
AGAIN = timedelta(minutes=1)


class NightlyLook:
    """Ticked once a second. What it finds is kept in the room, where every lead's window asks about
    it; nothing found is nothing kept."""

    def __init__(self, room: OpenedRoom, seat: Seat, clockwork: Clockwork) -> None:
        self._room = room
        self._seat = seat
        self._clockwork = clockwork
        self._looked_at: datetime | None = None
        self._busy = False
        self._not_before: datetime | None = None

    def tick(self, now: datetime) -> None:
        waits = self._not_before is not None and now < self._not_before
        if self._busy or waits or not self._clockwork.on_duty:
            return
        situation = self._seat.situation
        before = max(filter(None, (self._looked_at, kept_at(situation))), default=None)
        due = due_look(before, now, self._seat.zone)
        if due is None:
            return
        setting = situation.get("room_setting", SETTING)
        weights = weights_in_room(setting.value if setting is not None else None)
        gathered, places = gather(situation, now), self._room.city.gazetteer.places
        self._busy, self._not_before = True, now + AGAIN
        self._seat.tasks.run(
            lambda: second_look(gathered, PlaceNames(places), weights),
            partial(self._found, due),
            self._failed,
        )

    def _found(self, due: datetime, pairs: list[Pair]) -> None:
        if not pairs:
            self._kept(due)
            return
        command = KeepSecondLook(due, tuple(pair.as_row() for pair in pairs))
        told = self._room.lane.submit(command, act=self._room.system)
        self._seat.tasks.then(told, lambda _: self._kept(due), self._failed)

    def _kept(self, due: datetime) -> None:
        self._busy, self._looked_at = False, due

    def _failed(self, error: OperatorError) -> None:
        """The room is out of reach: looked again in a minute."""
        self._busy = False
        log.info("the second look was not kept: %s", error.code)
