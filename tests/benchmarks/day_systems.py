"""The systems of a simulated day: who they are, how they reach the room and what they say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from command_center.commands.room import ConnectSource
from command_center.domain.room import SourceKind
from command_center.exercise.systems import exchange, jogo_malang, ngalam_112, whatsapp
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
    options: dict[str, str] = field(default_factory=dict)

    def connect(self) -> ConnectSource:
        pull = self.kind is SourceKind.PULL
        return ConnectSource(
            self.id,
            self.name,
            self.sim.url if pull else "",
            kind=self.kind,
            profile=self.profile,
            reply_url=self.sim.url,
            options={**LATE_AFTER, **self.options},
        )

    def spoil(self, at: str) -> None:
        """One record nobody can take, and one that comes twice; where the system can be made to."""
        tell = getattr(self.sim, "tell", None)
        if tell is not None:
            tell({"type": "report", "id": f"bad-{self.id}", "at": "kemarin", "text": "jam salah"})
            twice = {"type": "report", "id": f"twice-{self.id}", "at": at, "text": "pohon tumbang"}
            tell(twice)
            tell(twice)


def every_system(seed: int, clock: Clock) -> list[System]:
    """Not started yet."""
    jmp = jogo_malang.make(seed, clock)
    calls = exchange.make(seed + 1, clock)
    ngalam = ngalam_112.make(seed + 2, clock)
    chat = whatsapp.make(seed + 3, clock)
    pull, push = SourceKind.PULL, SourceKind.PUSH
    return [
        System("jmp", "Jogo Malang Presisi", pull, jmp, jmp.say_something, "jogo_malang"),
        System("call-110", "110", push, calls, calls.ring_something, "call_110"),
        System("ngalam-112", "Ngalam 112", push, ngalam, ngalam.say_something, "ngalam_112"),
        System("whatsapp", "WhatsApp", pull, chat, chat.say_something, "whatsapp"),
    ]
