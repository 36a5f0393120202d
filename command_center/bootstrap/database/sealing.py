"""Destroys the keys of personal data on their day, and finishes what a crash left undone."""

from __future__ import annotations

import uuid
from concurrent.futures import CancelledError
from contextlib import suppress

from command_center.bootstrap.room import OpenedRoom
from command_center.commands.sealed import ExpireSealed, destroying
from command_center.domain.errors import OperatorError
from command_center.storage.lease import Leases
from command_center.storage.sealed import SealedVault

LANE_S = 30.0
LEASE, HOLD_S = "sealed", 150.0


class KeyKeeper:
    """One workstation of a room does it: who holds the lease."""

    def __init__(self, room: OpenedRoom, vault: SealedVault) -> None:
        self._room = room
        self._vault = vault
        self._leases = Leases(room.database.engine)
        self._holder = f"{room.system.workstation}:{uuid.uuid4().hex[:8]}"
        self._finished = False

    def look(self) -> int:
        """How many keys this round destroyed."""
        if not self._leases.take(LEASE, self._holder, self._room.clock.now(), HOLD_S):
            return 0
        gone = 0 if self._finished else self._finish()
        for subject_id in self._vault.due():
            gone += self._expire(subject_id)
        self._vault.wipe()
        return gone

    def close(self) -> None:
        with suppress(OperatorError):  # without a database it lapses by itself
            self._leases.release(LEASE, self._holder)
        self._leases.close()

    def _expire(self, subject_id: str) -> bool:
        op_id = destroying(subject_id, expired=True)
        submitted = self._room.lane.submit(
            ExpireSealed(subject_id), act=self._room.system, op_id=op_id
        )
        try:
            submitted.result(LANE_S)
        except (CancelledError, TimeoutError) as error:
            raise OperatorError("database_unreachable") from error
        return self._vault.destroy(op_id, expired=True)

    def _finish(self) -> int:
        """What the log says is destroyed, once per start."""
        gone = 0
        for subject_id in self._vault.standing():
            op_id = destroying(subject_id, expired=False)
            if self._vault.logged(op_id, expired=False):
                gone += self._vault.destroy(op_id)
        self._finished = True
        return gone
