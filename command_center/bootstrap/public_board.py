"""What the gateway tells the public, from what the room knows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from command_center.bootstrap.room import OpenedRoom
from command_center.connectors.public_feed.feed import document
from command_center.domain.incident import Incident
from command_center.domain.referral import PublicNotice
from command_center.situation.situation import Situation

ENTITIES = frozenset({"incident", "public_notice"})


class PublicBoard:
    """Rows are taken where the situation lives and counted where somebody asks."""

    def __init__(self, room: OpenedRoom) -> None:
        self._clock = room.clock
        self._kind = room.room.kind.value
        self._gazetteer = room.city.gazetteer
        self._rows: tuple[Sequence[Incident], Sequence[PublicNotice]] | None = None
        self._made: tuple[object, datetime, bytes] | None = None

    def follow(self, situation: Situation) -> None:
        """Never waits: rows are frozen, so a list of them is a copy."""
        self._rows = tuple(situation.all("incident")), tuple(situation.all("public_notice"))

    def __call__(self) -> bytes | None:
        """The feed as of now, from any thread; None while the room is not known yet. Counted anew
        at most once a second, whoever asks how often."""
        rows, now = self._rows, self._clock.now().replace(microsecond=0)
        if rows is None:
            return None
        made = self._made
        if made is None or made[0] is not rows or made[1] != now:
            made = (rows, now, document(*rows, self._name, self._kind, now))
            self._made = made
        return made[2]

    def _name(self, code: str) -> str:
        place = self._gazetteer.by_code(code) if code else None
        return place.name if place is not None else ""
