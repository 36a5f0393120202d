"""Signs the head of the log, and notices when the log no longer is what was seen of it."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from concurrent.futures import CancelledError
from contextlib import suppress
from pathlib import Path

from command_center.bootstrap.database.witness import Witness, name_of, place_of
from command_center.bootstrap.room import OpenedRoom
from command_center.commands.alarms import RaiseAlarm
from command_center.commands.workstation import RegisterWorkstation
from command_center.domain.errors import OperatorError
from command_center.domain.room import AlarmType
from command_center.runtime.paths import data_dir
from command_center.runtime.settings import load_settings
from command_center.runtime.signing import Signer, signer
from command_center.storage.damage import Damage
from command_center.storage.engine import open_engine
from command_center.storage.heads import Head, Heads, SignedHead
from command_center.storage.lease import Leases

log = logging.getLogger(__name__)
EVERY_S = 60.0
LANE_S = 30.0
HOLD_S = 150.0
LEASE = "heads"
FOLDER = "witness"
Told = Callable[[OperatorError], None]


class HeadKeeper:
    """Who holds the lease signs for the room; every workstation keeps what it saw. `told` hears
    once, from the thread of the rounds, of a log that is not what was seen of it."""

    def __init__(
        self,
        room: OpenedRoom,
        key: Signer,
        witness: Witness,
        told: Told,
        url: str,
        password: str | None = None,
    ) -> None:
        self._room = room
        self._key = key
        self._witness = witness
        self._told = told
        # the room's own connections refuse a server that went back; here that has to be looked at
        self._engine = open_engine(url, password)
        self._heads = Heads(self._engine)
        self._leases = Leases(self._engine)
        self._holder = f"{room.system.workstation}:{uuid.uuid4().hex[:8]}"
        self._workstation_id = ""
        self._seen: list[Head] | None = None
        self._broken: Damage | None = None

    def close(self) -> None:
        with suppress(OperatorError):  # without a database it lapses by itself
            self._leases.release(LEASE, self._holder)
        self._heads.close()
        self._leases.close()
        self._engine.dispose()

    def look(self) -> Damage | None:
        """One round: compare with what was seen, then see and sign what is there now."""
        if self._seen is None:
            self._seen = self._witness.recall().heads
        damage = self._heads.check(self._seen)
        if damage is not None:
            self._tell(damage)
            return damage
        self._broken = None
        self._register()
        now = self._room.clock.now()
        head = self._heads.present(self._workstation_id, now)
        if head is None or (self._seen and self._seen[-1].hash == head.hash):
            return None
        signed = SignedHead(head, self._key.sign(head.message()))
        self._witness.keep(signed, self._key.public_key)
        self._seen = [head]  # one hash says all that stands before it
        if self._leases.take(LEASE, self._holder, now, HOLD_S):
            self._heads.keep(signed)
        return None

    def _register(self) -> None:
        """Every hour would do; but only news is written, and a new key has to be known first."""
        if self._workstation_id:
            return
        command = RegisterWorkstation(self._room.system.workstation, self._key.public_key)
        done = self._room.lane.submit(command, act=self._room.system)
        try:
            self._workstation_id = str(done.result(LANE_S).result["workstation_id"])
        except (CancelledError, TimeoutError) as error:
            raise OperatorError("database_unreachable") from error

    def _tell(self, damage: Damage) -> None:
        if self._broken is not None:
            return  # the same damage looks different once the room works on
        self._broken = damage
        params = described(damage)
        log.error("the log is not what was seen of it: %s", params)
        self._told(OperatorError(f"audit_{damage.kind.value}", **params))
        alarm = RaiseAlarm(AlarmType.AUDIT_BROKEN, "room", self._room.room.id, params)
        self._room.lane.submit(alarm, act=self._room.system)


def described(damage: Damage) -> dict[str, str]:
    """The values of its sentence."""
    params = {"kind": damage.kind.value, "seq": str(damage.seq), "last": str(damage.last)}
    return {**params, "about": damage.about} if damage.about else params


def head_keeper(
    room: OpenedRoom, url: str, settings: str, told: Told, password: str | None = None
) -> HeadKeeper:
    """For this workstation; `settings` names its kind of room."""
    key = signer(settings, data_dir() / "keys")
    if key.made and not key.in_keyring:
        told(OperatorError("signing_key_in_file"))
    second = load_settings(settings).witness
    folders = (witness_dir(settings), *((Path(second),) if second else ()))
    witness = Witness(place_of(url), folders, name_of(room.system.workstation))
    return HeadKeeper(room, key, witness, told, url, password)


def witness_dir(settings: str) -> Path:
    """Where this machine keeps what it saw of its rooms of that kind."""
    return data_dir() / FOLDER / settings
