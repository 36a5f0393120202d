"""What the room makes of a call of 110: the answering ladder, and when a call waits for somebody.

Answer within 10 s, else Polsek, Polres, Polda, Mabes in turn (Kapolri, 26 January 2026).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from command_center.domain.partner import CallState, PhoneCall

SETTING = "calls"
"""The name of the RoomSetting that holds `CallRules`."""


class CallStep(StrEnum):
    """What the telephone exchange says of a call."""

    RINGING = "ringing"
    CLAIMED_EXTERNALLY = "claimed_externally"
    ENDED = "ended"
    ABANDONED = "abandoned"


class CallOutcome(StrEnum):
    """What became of a call, or of calling back. `ELSEWHERE`: a desk outside has it, too."""

    INCIDENT = "incident"
    INFORMATION = "information"
    TRANSFERRED = "transferred"
    SILENT = "silent"
    PRANK = "prank"
    ELSEWHERE = "elsewhere"
    REACHED = "reached"
    NO_ANSWER = "no_answer"
    WRONG_NUMBER = "wrong_number"


WRAP_UP = (
    CallOutcome.INCIDENT,
    CallOutcome.INFORMATION,
    CallOutcome.TRANSFERRED,
    CallOutcome.SILENT,
    CallOutcome.PRANK,
)
CALLED_BACK = (CallOutcome.REACHED, CallOutcome.NO_ANSWER, CallOutcome.WRONG_NUMBER)


@dataclass(frozen=True, slots=True)
class Rung:
    """A step of the ladder: who is rung, and for how many seconds before the next one is."""

    name: str
    seconds: int


LADDER = (Rung("Polsek", 10), Rung("Polres", 10), Rung("Polda", 10), Rung("Mabes", 10))


@dataclass(frozen=True, slots=True)
class CallRules:
    """Seconds throughout. A claim may be taken without a reason for `grace_s`, and is stale
    without an incident or an end after `stale_s`; a missed call is to be called back within
    `callback_s`; a ring of which nothing more is heard is over after `lost_s`."""

    ladder: tuple[Rung, ...] = LADDER
    grace_s: int = 20
    stale_s: int = 180
    wrap_up_s: int = 90
    callback_s: int = 300
    lost_s: int = 180

    def rung_at(self, waited_s: float) -> int:
        """The index of the rung that rings by now; the last one goes on ringing."""
        for index, rung in enumerate(self.ladder):
            waited_s -= rung.seconds
            if waited_s < 0:
                return index
        return len(self.ladder) - 1

    @property
    def answer_s(self) -> int:
        """Within how many seconds a call is to be answered."""
        return self.ladder[0].seconds

    def as_value(self) -> dict[str, Any]:
        """As a RoomSetting keeps it."""
        seconds = {name: getattr(self, name) for name in SECONDS}
        return {"ladder": [[rung.name, rung.seconds] for rung in self.ladder], **seconds}


SECONDS = ("grace_s", "stale_s", "wrap_up_s", "callback_s", "lost_s")


def rules_of(value: Mapping[str, Any]) -> CallRules:
    """The setting as it was kept; what is missing is as it is by default."""
    given = {name: int(value[name]) for name in SECONDS if name in value}
    ladder = tuple(Rung(str(name), int(seconds)) for name, seconds in value.get("ladder", ()))
    return CallRules(ladder=ladder or LADDER, **given)


def rings(call: PhoneCall, now: datetime, rules: CallRules) -> bool:
    """Whether it can still be answered as far as anybody knows. A ring that comes in long after it
    began, out of a backlog, does not ring any more."""
    if call.state is not CallState.RINGING:
        return False
    return (now - call.ringing_at).total_seconds() < rules.lost_s


def missed(call: PhoneCall, now: datetime, rules: CallRules) -> bool:
    """Nobody spoke to the caller: they hung up, or no end of the ring was ever told."""
    if call.state is CallState.RINGING:
        return not rings(call, now, rules)
    return call.state is CallState.ABANDONED


def waits_since(call: PhoneCall, now: datetime, rules: CallRules) -> datetime | None:
    """Since when a missed call waits to be called back; None: it does not, or its number was
    withheld. One that was tried in vain waits again from then."""
    if not missed(call, now, rules) or not call.caller_ref or call.incident_id is not None:
        return None
    if call.called_back_at is None:
        return call.ended_at or call.ringing_at
    return call.called_back_at if call.outcome == CallOutcome.NO_ANSWER else None


def is_stale(call: PhoneCall, now: datetime, rules: CallRules) -> bool:
    """Claimed here long ago, and nothing came of it: shown amber, and nobody's to give away."""
    if call.state is not CallState.CLAIMED or call.claimed_by is None or call.claimed_at is None:
        return False
    return call.incident_id is None and (now - call.claimed_at).total_seconds() > rules.stale_s
