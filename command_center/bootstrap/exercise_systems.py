"""The systems of the city in the exercise room: each with an address of its own on loopback, read
or posting to the room's own gateway, and a plug that may be pulled."""

from __future__ import annotations

import random
import shutil
import tempfile
import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from command_center.bootstrap.exercise_partners import night_watch, partners
from command_center.bootstrap.gateway import PARTS, Intake
from command_center.bootstrap.gateway_server import GatewayPart, gateway_part
from command_center.bootstrap.room import LANE_S, OpenedRoom
from command_center.bootstrap.source_keys import give_key
from command_center.commands.room import ConnectSource
from command_center.connectors.gateway.keys import SourceKey, new_master
from command_center.connectors.gateway.server import Listen
from command_center.connectors.orders_out import check_loopback
from command_center.connectors.posting import Gate
from command_center.domain.room import SourceKind
from command_center.exercise.plugs import Plug, PlugKind
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
from command_center.situation.situation import Situation, Touched

WORD_S = 45.0
"""Between two words of all systems together, on average, by the exercise's clock."""

LOOK_S = 0.5


@dataclass(frozen=True, slots=True)
class System:
    """`sim` starts, stops, is killed and revived and has a `url`, of files the folder they are in;
    `say` lets it say one thing."""

    id: str
    name: str
    profile: str
    sim: Any
    say: Callable[[], object]
    kind: SourceKind = SourceKind.PULL
    keys: list[SourceKey] = field(default_factory=list)

    def connect(self) -> ConnectSource:
        if self.kind is SourceKind.FILES:
            return ConnectSource(
                self.id, self.name, self.sim.url, kind=self.kind, mapping=files.MAPPING
            )
        check_loopback(self.sim.url)
        return ConnectSource(
            self.id,
            self.name,
            self.sim.url if self.kind is SourceKind.PULL else "",
            kind=self.kind,
            profile=self.profile,
            reply_url=self.sim.url,
            options={"notices": "yes"} if self.profile == jogo_malang.PROFILE else None,
        )


def systems_of(
    room: OpenedRoom, seed: int, others: agencies.Agencies, folder: Path
) -> list[System]:
    """Not started yet; `folder` is where an office lays down its files."""
    clock, push = room.clock, SourceKind.PUSH
    jmp, calls = jogo_malang.make(seed, clock), exchange.make(seed + 1, clock)
    ngalam, chat = ngalam_112.make(seed + 2, clock), whatsapp.make(seed + 3, clock)
    air, linmas = radio.make(seed + 4, clock), simlinmas.make(seed + 5, clock)
    cases = sijalinmaja.make(seed + 6, clock)
    wards = hospitals.make(seed + 8, clock)
    office = files.make(seed + 9, clock, folder)
    return [
        _system(jogo_malang, jmp, jmp.say_something),
        _system(exchange, calls, calls.ring_something, push),
        _system(ngalam_112, ngalam, ngalam.say_something, push),
        _system(whatsapp, chat, chat.say_something),
        _system(radio, air, air.say_something),
        _system(simlinmas, linmas, linmas.say_something),
        _system(sijalinmaja, cases, cases.say_something),
        _system(hospitals, wards, wards.say_something),
        _system(files, office, office.say_something, SourceKind.FILES),
        *(System(one.source_id, one.name, "", one, _nothing) for one in others.systems),
    ]


def _system(
    module: Any, sim: Any, say: Callable[[], object], kind: SourceKind = SourceKind.PULL
) -> System:
    return System(module.SOURCE_ID, module.NAME, module.PROFILE, sim, say, kind)


def _have(wards: hospitals.HospitalSystem) -> ConnectSource:
    """Some hospitals speak EDXL-HAVE; they are the same system, read at another place."""
    return ConnectSource(
        hospitals.HAVE_SOURCE_ID,
        hospitals.HAVE_NAME,
        wards.have_url,
        profile=hospitals.HAVE_PROFILE,
    )


def _nothing() -> None:
    """Agencies answer; they do not begin."""


class ExerciseSystems:
    """All of them and the room's intake. `start` before anybody talks; `follow` as any intake."""

    def __init__(self, room: OpenedRoom, seed: int) -> None:
        self._room = room
        self._rng = random.Random(seed)
        self._master = new_master()
        self._over = threading.Event()
        self._talker = threading.Thread(target=self._talk, name="city-systems", daemon=True)
        self._agencies = agencies.make(seed + 7, room.clock)
        self._drop = Path(tempfile.gettempdir()) / f"latihan-{uuid.uuid4().hex}"
        self.systems = systems_of(room, seed, self._agencies, self._drop)
        self._sims = {system.id: system.sim for system in self.systems}
        self.intake = Intake(
            room, tuple(self._gateway if make is gateway_part else make for make in PARTS)
        )

    def start(self) -> None:
        room = self._room
        for system in self.systems:
            system.sim.start()
            room.lane.submit(system.connect(), act=room.console).result(LANE_S)
            if system.kind is SourceKind.PUSH:
                system.keys.append(give_key(room, system.id, self._master))
        self._agencies.mailbox.start()
        for command in (
            _have(self._sims[hospitals.SOURCE_ID]),
            *self._agencies.commands(room.city.agencies),
            partners(),
            night_watch(),
        ):
            room.lane.submit(command, act=room.console).result(LANE_S)
        self.intake.start()
        self._talker.start()

    def stop(self) -> None:
        self._over.set()
        self._talker.join()
        self.intake.stop()
        for system in self.systems:
            system.sim.stop()
        self._agencies.mailbox.stop()
        shutil.rmtree(self._drop, ignore_errors=True)

    def follow(self, situation: Situation, touched: Touched | None = None) -> None:
        self.intake.follow(situation, touched)
        if touched is None or touched.everything or "phone_call" in touched.entities:
            for call in situation.all("phone_call"):
                if call.claimed_by is not None:
                    self._sims[exchange.SOURCE_ID].answered(call.call_id)

    def plugs(self) -> list[Plug]:
        box = self._agencies.mailbox
        return [
            Plug(one.id, PlugKind.SOURCE, one.name, one.sim.kill, one.sim.revive)
            for one in self.systems
        ] + [Plug("mail", PlugKind.SOURCE, "E-mail", box.kill, box.revive)]

    def _gateway(self, room: OpenedRoom) -> GatewayPart:
        """Whoever posts learns where it is as soon as it serves."""
        return _Served(room, Listen("127.0.0.1", 0), self._master, self._open)

    def _open(self, url: str) -> None:
        for system in self.systems:
            for key in system.keys:
                system.sim.post_to(Gate(url, key))

    def _talk(self) -> None:
        """By the exercise's clock: where that stands, nobody says a word."""
        due = self._next_word()
        while not self._over.wait(LOOK_S):
            if self._room.clock.now() >= due:
                self._rng.choice(self.systems).say()
                due = self._next_word()

    def _next_word(self) -> datetime:
        return self._room.clock.now() + timedelta(seconds=WORD_S * self._rng.uniform(0.2, 1.8))


class _Served(GatewayPart):
    """Tells where it serves."""

    def __init__(
        self, room: OpenedRoom, listen: Listen, master: str, opened: Callable[[str], None]
    ) -> None:
        super().__init__(room, listen, master)
        self._opened = opened

    def start(self) -> None:
        super().start()
        self._opened(self.url)
