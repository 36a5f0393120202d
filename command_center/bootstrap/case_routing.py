"""Refers cases of other systems to whom they belong: a part of the intake (bootstrap.gateway)."""

from __future__ import annotations

from command_center.bootstrap.room import OpenedRoom
from command_center.commands.referral import ReferIncident
from command_center.domain.ids import record_op_id
from command_center.duty.routing import Routed, to_route
from command_center.situation.situation import Situation


class CaseRouting:
    """Each case once: the op_id of a referral is the incident's and the agency's."""

    entities = frozenset({"incident", "report", "referral", "source", "agency"})

    def __init__(self, room: OpenedRoom) -> None:
        self._room = room
        self._asked: set[str] = set()
        self._ended = False

    def start(self) -> None:
        """Nothing of its own runs: it follows."""

    def stop(self) -> None:
        self._ended = True

    def follow(self, situation: Situation) -> None:
        if self._ended:
            return
        for routed in to_route(situation):
            if routed.incident.id not in self._asked:
                self._asked.add(routed.incident.id)
                self._refer(routed)

    def _refer(self, routed: Routed) -> None:
        text = f"{routed.report.external_id}: {routed.report.category}"
        command = ReferIncident(routed.incident.id, routed.agency.id, text)
        key = f"{routed.incident.id}:{routed.agency.id}"
        self._room.lane.submit(command, act=self._room.system, op_id=record_op_id("authority", key))
