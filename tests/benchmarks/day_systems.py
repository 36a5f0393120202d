"""The systems of a simulated day: who they are, how they reach the room and what they say."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from command_center.commands.room import ConnectSource
from command_center.domain.room import SourceKind
from command_center.exercise.systems import (
    agencies,
    exchange,
    files,
    hospitals,
    jogo_malang,
    ngalam_112,
    radio,
    sijalinmaja,
    simlinmas,
    whatsapp,
)
from command_center.ports import Clock

LATE_AFTER = {"late_after_s": "3"}


@dataclass(frozen=True, slots=True)
class System:
    """`sim` starts and stops, is killed and revived, and keeps what was `sent` and `heard`; `say`
    lets it say one thing. Those that post have a gate and keep what waits in `outgoing`."""

    id: str
    name: str
    kind: SourceKind
    sim: Any
    say: Callable[[], object]
    profile: str = ""
    mapping: str = ""
    agency: bool = False
    hospital: bool = False

    def connect(self) -> ConnectSource:
        return ConnectSource(
            self.id,
            self.name,
            "" if self.kind is SourceKind.PUSH else self.sim.url,
            kind=self.kind,
            profile=self.profile,
            mapping=self.mapping,
            reply_url=self.sim.url if self.hears else "",
            options=LATE_AFTER,
        )

    @property
    def hears(self) -> bool:
        """Whether it can be answered."""
        return hasattr(self.sim, "heard")

    def says_nothing(self) -> set[str]:
        """Ids of records without any content: a hospital that is there, and no more. What changes
        nothing in the room is not in its log."""
        if not self.hospital:
            return set()
        records: list[dict[str, Any]] = []
        while page := json.loads(self.sim.outgoing.page({"after": [str(len(records))]}))["records"]:
            records += page
        return {one["id"] for one in records if one["type"] == "hospital" and not one["figures"]}

    def spoil(self, at: str) -> None:
        """One record nobody can take, and one that comes twice; where the system can be made to."""
        tell = getattr(self.sim, "tell", None)
        if tell is not None:
            tell({"type": "report", "id": f"bad-{self.id}", "at": "kemarin", "text": "jam salah"})
            twice = {"type": "report", "id": f"twice-{self.id}", "at": at, "text": "pohon tumbang"}
            tell(twice)
            tell(twice)


def every_system(seed: int, clock: Clock, folder: Path) -> list[System]:
    """Not started yet; `folder` is where the office that lays down files does."""
    jmp = jogo_malang.make(seed, clock)
    calls = exchange.make(seed + 1, clock)
    ngalam = ngalam_112.make(seed + 2, clock)
    chat = whatsapp.make(seed + 3, clock)
    net = radio.make(seed + 4, clock)
    linmas = simlinmas.make(seed + 5, clock)
    cases = sijalinmaja.make(seed + 6, clock)
    office = files.make(seed + 7, clock, folder)
    wards = hospitals.make(seed + 9, clock)
    pull, push = SourceKind.PULL, SourceKind.PUSH
    return [
        System("jmp", "Jogo Malang Presisi", pull, jmp, jmp.say_something, "jogo_malang"),
        System("call-110", "110", push, calls, calls.ring_something, "call_110"),
        System("ngalam-112", "Ngalam 112", push, ngalam, ngalam.say_something, "ngalam_112"),
        System("whatsapp", "WhatsApp", pull, chat, chat.say_something, "whatsapp"),
        System("senkom", "Senkom", push, net, partial(_on_the_air, net), "radio"),
        System("simlinmas", "Simlinmas", pull, linmas, linmas.say_something, "simlinmas"),
        System("sijalinmaja", "Sijalinmaja", pull, cases, cases.say_something, "sijalinmaja"),
        System("posko", "Posko", SourceKind.FILES, office, office.say_something, mapping="posko"),
        System("rumah-sakit", "Rumah sakit", pull, wards, wards.say_something, hospital=True),
        *_offices(seed + 8, clock),
    ]


def _on_the_air(net: radio.RadioNet) -> None:
    """Mostly chatter; now and then a judgement, or wood that is beaten."""
    said = len(net.sent) % 10
    if said == 3:
        net.rate()
    elif said == 7:
        net.kentongan()
    else:
        net.chatter()


def _offices(seed: int, clock: Clock) -> list[System]:
    """One agency that accepts, one that refuses and one that never answers. They speak when they
    are spoken to."""
    return [
        System(office.source_id, office.name, SourceKind.PULL, office, _nothing, agency=True)
        for office in agencies.make(seed, clock).systems
    ]


def _nothing() -> None:
    return None
