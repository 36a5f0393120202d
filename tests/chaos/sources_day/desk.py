"""What a desk does on a simulated day: everything that makes the room tell somebody something."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import cycle
from typing import Any

from command_center.bootstrap.intake_room import Follower
from command_center.bootstrap.room import OpenedRoom
from command_center.commands.dispatch import OrderUnits
from command_center.commands.hospital import AskStandby
from command_center.commands.notice import ApproveNotice, DraftNotice
from command_center.commands.referral import ReferIncident
from command_center.commands.reply import ReplyToReporters
from command_center.commands.triage import CloseIncident, VerifyIncident
from command_center.commands.visit import AskVisit
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Disposition, Incident, IncidentStatus
from command_center.domain.referral import NoticeKind

LANE_S = 30.0


class Desk:
    """Works from the situation it follows, by chance."""

    def __init__(self, room: OpenedRoom, follower: Follower, rng: random.Random) -> None:
        self._room = room
        self._follower = follower
        self._rng = rng
        self._agencies: Iterator[str] = iter(())

    def may_refer_to(self, agencies: Sequence[str]) -> None:
        """Their ids."""
        self._agencies = cycle(agencies)

    def work(self) -> None:
        """One step with one incident: look, reply, refer, order, end it. What cannot be done is
        left: a reporter who cannot be answered, a step that was taken already."""
        incidents = list(self._follower.situation.open_incidents())
        if not incidents:
            return
        with suppress(OperatorError):
            self._step(self._rng.choice(incidents))

    def _step(self, incident: Incident) -> None:
        if incident.status is IncidentStatus.NEW:
            self._do(VerifyIncident(incident.id))
            return
        chance = self._rng.random()
        if chance < 0.3:
            self._do(ReplyToReporters(incident.id, "Petugas menuju lokasi."))
        elif chance < 0.5:
            self._do(ReferIncident(incident.id, next(self._agencies), "Mohon ditangani."))
        elif chance < 0.6 and self._hospitals:
            self._do(AskStandby(incident.id, self._rng.choice(self._hospitals), serious=1))
        elif chance < 0.7:
            self._do(AskVisit(incident.id, "Mohon disambangi."))
        elif chance < 0.75:
            self._publish(incident)
        elif chance < 0.85 and self._units:
            unit = self._rng.choice(self._units)
            self._do(OrderUnits(incident.id, (unit,), "Merapat ke lokasi."))
        else:
            self._do(CloseIncident(incident.id, Disposition.RESOLVED))

    def _publish(self, incident: Incident) -> None:
        draft = DraftNotice(
            NoticeKind.OTHER, "Imbauan", "Hindari lokasi sementara waktu.", incident_id=incident.id
        )
        self._do(ApproveNotice(str(self._do(draft)["notice_id"])))

    def _do(self, command: Any) -> Any:
        return self._room.lane.submit(command, act=self._room.act).result(LANE_S).result

    @property
    def _units(self) -> list[str]:
        return [unit.id for unit in self._follower.situation.all("unit")]

    @property
    def _hospitals(self) -> list[str]:
        """Those that have said that they are there."""
        return [h.id for h in self._follower.situation.all("hospital") if h.source_id]
