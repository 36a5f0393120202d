"""Which simulator plays which system, and how it is made to say one thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
from command_center.exercise.systems.peer import Peer
from command_center.ports import Clock
from tests.chaos.sources_day import trackers

MAIL = "mail"


@dataclass(frozen=True, slots=True)
class Part:
    """`plays` is a key of MAKERS. What it must not forget is kept in `folder`, its own."""

    plays: str
    seed: int
    folder: Path

    @property
    def drop(self) -> Path:
        """Where an office lays down its files."""
        return self.folder / "drop"


def _chosen(which: str) -> Callable[[Part, Clock], Any]:
    def make(part: Part, clock: Clock) -> Any:
        return getattr(agencies.make(part.seed, clock), which)

    return make


def _seeded(module: Any) -> Callable[[Part, Clock], Any]:
    def make(part: Part, clock: Clock) -> Any:
        return module.make(part.seed, clock)

    return make


def _office(part: Part, clock: Clock) -> Any:
    return files.make(part.seed, clock, part.drop)


AGENCIES = {"dlh": "accepting", "dishub": "refusing", "satpolpp": "silent"}
"""By the code in the pack: one accepts, one refuses and one never answers."""
MAKERS: dict[str, Callable[[Part, Clock], Any]] = {
    jogo_malang.SOURCE_ID: _seeded(jogo_malang),
    exchange.SOURCE_ID: _seeded(exchange),
    ngalam_112.SOURCE_ID: _seeded(ngalam_112),
    whatsapp.SOURCE_ID: _seeded(whatsapp),
    radio.SOURCE_ID: _seeded(radio),
    simlinmas.SOURCE_ID: _seeded(simlinmas),
    sijalinmaja.SOURCE_ID: _seeded(sijalinmaja),
    hospitals.SOURCE_ID: _seeded(hospitals),
    trackers.SOURCE_ID: _seeded(trackers),
    files.SOURCE_ID: _office,
    MAIL: _chosen("mailbox"),
    **{code: _chosen(which) for code, which in AGENCIES.items()},
}


def say(sim: Any) -> None:
    """One thing of the usual kind; who is only spoken to says nothing."""
    if isinstance(sim, radio.RadioNet):
        _on_the_air(sim)
    elif isinstance(sim, exchange.Exchange):
        sim.ring_something()
    else:
        sim.say_something()


def _on_the_air(net: radio.RadioNet) -> None:
    """Mostly chatter; now and then a judgement, or wood that is beaten."""
    said = len(net.sent) % 10
    if said == 3:
        net.rate()
    elif said == 7:
        net.kentongan()
    else:
        net.chatter()


def spoil(sim: Any, at: str) -> None:
    """One record nobody can take, where its form has room for one, and one that comes twice."""
    if isinstance(sim, Peer):
        bad = {"type": "report", "id": "bad", "at": "kemarin", "text": "jam salah"}
        twice = {"type": "report", "id": "twice", "at": at, "text": "pohon tumbang"}
        sim.outgoing.add(bad, twice, twice)
    elif isinstance(sim, simlinmas.Simlinmas):
        sim.rate("Dinoyo", "banjir", "entah")
        sim.activity("Banjir", "Air naik")
        sim._rows.append(dict(sim._rows[-1]))
    elif isinstance(sim, sijalinmaja.Sijalinmaja):
        sim.case("reklame", "Papan roboh")
        sim._cases.append(dict(sim._cases[-1]))
    elif isinstance(sim, files.Files):
        sim.kill()
        sim.sent.append(sim.say_something())
        sim._waiting.append(dict(sim._waiting[-1]))
        sim.revive()
