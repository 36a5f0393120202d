"""What a desk does on a simulated day: everything that makes the room tell somebody something."""

from __future__ import annotations

import random
from contextlib import suppress
from typing import Any

from command_center.bootstrap.intake_room import Follower
from command_center.bootstrap.room import OpenedRoom
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
    """`agencies` are the ids of those that can be reached."""

    def __init__(self, room: OpenedRoom, follower: Follower, rng: random.Random) -> None:
        self._room = room
        self._follower = follower
        self._rng = rng
        self.agencies: list[str] = []

    def work(self) -> None:
        """One step with one incident: look, reply, refer, end it. What cannot be done is left: a
        reporter who cannot be answered, a step that was taken already."""
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
            agency = self._rng.choice(self.agencies)
            self._do(ReferIncident(incident.id, agency, "Mohon ditangani."))
        elif chance < 0.6 and self._hospitals:
            self._do(AskStandby(incident.id, self._rng.choice(self._hospitals), serious=1))
        elif chance < 0.7:
            self._do(AskVisit(incident.id, "Mohon disambangi."))
        elif chance < 0.75:
            self._publish(incident)
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
    def _hospitals(self) -> list[str]:
        """Those that have said that they are there."""
        return [h.id for h in self._follower.situation.all("hospital") if h.source_id]
