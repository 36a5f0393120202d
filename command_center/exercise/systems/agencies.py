"""Agencies as the exercise plays them: one that accepts and says what came of it, one that refuses
and says why, one that never answers, and a mailbox for whoever is written to.

No agency has an interface of this kind: this is our contract, served by us.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from command_center.commands.agencies import ImportAgencies
from command_center.commands.mail import SetMailServer
from command_center.contract.messages import Message, ReferralMessage
from command_center.domain.entities import iso
from command_center.domain.mail import MailSecurity, MailServer
from command_center.domain.unit import Agency, ReferralVia
from command_center.exercise.systems.mailbox import Mailbox
from command_center.exercise.systems.peer import Peer
from command_center.ports import Clock

OUTCOME_S = (20.0, 60.0)
_REASONS = (
    "bukan kewenangan kami, mohon ke provinsi",
    "sudah ditangani regu lain",
    "lokasi di luar wilayah kota",
)
_OUTCOMES = (
    "Petugas tiba, jalan sudah dibuka.",
    "Pohon dipotong dan diangkut.",
    "Sudah diperbaiki, aman.",
)


class Manner(StrEnum):
    """How it treats what is referred to it."""

    ACCEPTS = "accepts"
    REFUSES = "refuses"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class _Later:
    at: datetime
    record: dict[str, Any]


class AgencySystem(Peer):
    """`source_id` is also the code of the agency in the pack of Malang."""

    def __init__(
        self, source_id: str, name: str, manner: Manner, seed: int, clock: Clock, room: str
    ) -> None:
        super().__init__(f"agency-{source_id}", f"{seed}:{source_id}", clock, room)
        self.source_id, self.name, self.manner = source_id, name, manner
        self._lock = threading.Lock()
        self._later: list[_Later] = []

    @property
    def told(self) -> list[ReferralMessage]:
        """Of referrals and of their withdrawals, oldest first."""
        return [message for message in self.heard.values() if isinstance(message, ReferralMessage)]

    @property
    def referrals(self) -> list[str]:
        """The ids of the referrals it was told of, each once."""
        return list(dict.fromkeys(message.referral for message in self.told))

    def play(self) -> None:
        now = self._clock.now()
        with self._lock:
            due = [one for one in self._later if one.at <= now]
            self._later = [one for one in self._later if one.at > now]
            self.outgoing.add(*(one.record for one in due))

    def _take(self, message: Message) -> bool:
        if not isinstance(message, ReferralMessage):
            return False
        with self._lock:
            self._react(message)
        return True

    def _react(self, message: ReferralMessage) -> None:
        if message.withdrawn:
            self._later = [o for o in self._later if o.record["referral"] != message.referral]
        elif self.manner is Manner.REFUSES:
            self._say(message, "refused", 0.0, reason=self._rng.choice(_REASONS))
        elif self.manner is Manner.ACCEPTS:
            number = f"{self.source_id.upper()}-{len(self.heard) + 1:04}"
            self._say(message, "accepted", 0.0, number=number)
            after_s = self._rng.uniform(*OUTCOME_S)
            self._say(message, "done", after_s, outcome=self._rng.choice(_OUTCOMES))

    def _say(self, message: ReferralMessage, state: str, after_s: float, **words: str) -> None:
        at = self._clock.now() + timedelta(seconds=after_s)
        record = {
            "type": "referral",
            "id": f"{message.referral}:{state}",
            "at": iso(at),
            "referral": message.referral,
            "state": state,
            **words,
        }
        self._later.append(_Later(at, record))


class Agencies:
    """The three of them and the mailbox, born and killed together."""

    def __init__(self, seed: int, clock: Clock, room: str = "exercise") -> None:
        self.accepting = AgencySystem(
            "dlh", "Dinas Lingkungan Hidup", Manner.ACCEPTS, seed, clock, room
        )
        self.refusing = AgencySystem(
            "dishub", "Dinas Perhubungan", Manner.REFUSES, seed, clock, room
        )
        self.silent = AgencySystem("satpolpp", "Satpol PP", Manner.SILENT, seed, clock, room)
        self.mailbox = Mailbox()
        self.mail_code, self.mail_address = "pln", "piket@pln.example"
        """Which agency is written to, and where."""

    @property
    def _parts(self) -> tuple[AgencySystem | Mailbox, ...]:
        return (*self.systems, self.mailbox)

    @property
    def systems(self) -> tuple[AgencySystem, ...]:
        return self.accepting, self.refusing, self.silent

    def commands(self, known: Iterable[Agency]) -> tuple[ImportAgencies, SetMailServer]:
        """What the room must be told to reach them, by the console: after `start`, because the
        ports are not known before. Their sources are connected under `source_id` beside that."""
        ways = {one.source_id: (ReferralVia.CONTRACT, one.source_id) for one in self.systems}
        ways[self.mail_code] = (ReferralVia.EMAIL, self.mail_address)
        reached = (
            replace(agency, version=1, via=ways[agency.code][0], reach=ways[agency.code][1])
            for agency in known
            if agency.code in ways
        )
        server = MailServer(
            "127.0.0.1", self.mailbox.port, "ruang@latihan.example", security=MailSecurity.NONE
        )
        return ImportAgencies(tuple(reached)), SetMailServer(server)

    def start(self) -> None:
        for part in self._parts:
            part.start()

    def stop(self) -> None:
        self.kill()

    def kill(self) -> None:
        for part in self._parts:
            part.kill()

    def revive(self) -> None:
        for part in self._parts:
            part.revive()


def make(seed: int, clock: Clock, room: str = "exercise") -> Agencies:
    return Agencies(seed, clock, room)
