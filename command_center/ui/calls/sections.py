"""Which calls stand where: ringing, in hand, to be called back, and all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum

from command_center.domain.calls import CallOutcome, CallRules, is_stale, rings, waits_since
from command_center.domain.partner import CallState, PhoneCall, PrankMark
from command_center.duty.calls import waiting_calls
from command_center.situation.situation import Situation

_BEGUN = (CallState.CLAIMED, CallState.ENDED)
_UNSAID = ("", CallOutcome.ELSEWHERE.value)


class Section(StrEnum):
    RINGING = "ringing"
    IN_HAND = "in_hand"
    BACK = "back"
    ALL = "all"


def in_hand(call: PhoneCall) -> bool:
    """Somebody talks, or has not yet said what came of it (wrap-up)."""
    if call.state not in _BEGUN:
        return False
    if call.state is CallState.CLAIMED:
        return call.outcome in _UNSAID or call.ended_at is None
    ended_here = call.state is CallState.ENDED and call.claimed_by is not None
    return ended_here and call.outcome in _UNSAID


def wraps_up(call: PhoneCall) -> bool:
    return call.state is CallState.ENDED and in_hand(call)


def is_late(call: PhoneCall, now: datetime, rules: CallRules) -> bool:
    """Amber: a stale claim, a wrap-up that takes long, a caller who waits too long."""
    if wraps_up(call) and call.ended_at is not None:
        return (now - call.ended_at).total_seconds() > rules.wrap_up_s
    since = waits_since(call, now, rules)
    if since is not None:
        return (now - since).total_seconds() >= rules.callback_s
    if rings(call, now, rules):
        return (now - call.ringing_at).total_seconds() >= rules.answer_s
    return is_stale(call, now, rules)


def ringing(situation: Situation, now: datetime, rules: CallRules) -> list[PhoneCall]:
    """The one that has rung longest first."""
    found = [call for call in situation.all("phone_call") if rings(call, now, rules)]
    return sorted(found, key=lambda call: (call.ringing_at, call.id))


def to_call_back(situation: Situation, now: datetime, rules: CallRules) -> list[PhoneCall]:
    """Whoever has waited longest first; not who called again and was answered."""
    found = sorted(waiting_calls(situation, now, rules), key=lambda one: (one[0], one[1].id))
    return [call for _, call in found]


def held_by_others(situation: Situation, actor: str) -> list[PhoneCall]:
    """Claimed by somebody else, here or outside; the one claimed last first."""
    found = [
        call
        for call in situation.all("phone_call")
        if call.state is CallState.CLAIMED and call.claimed_by != actor
    ]
    return sorted(found, key=lambda call: call.claimed_at or call.ringing_at, reverse=True)


def held_by(situation: Situation, actor: str) -> list[PhoneCall]:
    """In this person's hand, the newest first."""
    found = [c for c in situation.all("phone_call") if c.claimed_by == actor and in_hand(c)]
    return sorted(found, key=lambda call: call.ringing_at, reverse=True)


def sections(
    situation: Situation, now: datetime, rules: CallRules
) -> Mapping[Section, list[PhoneCall]]:
    """Each section's calls in the order they are shown, but all of them in no order."""
    calls: list[PhoneCall] = list(situation.all("phone_call"))
    return {
        Section.RINGING: ringing(situation, now, rules),
        Section.IN_HAND: newest_first(call for call in calls if in_hand(call)),
        Section.BACK: to_call_back(situation, now, rules),
        Section.ALL: calls,
    }


def newest_first(calls: Iterable[PhoneCall]) -> list[PhoneCall]:
    return sorted(calls, key=lambda call: (call.ringing_at, call.id), reverse=True)


def marks_of(situation: Situation, call: PhoneCall) -> list[PrankMark]:
    """What stands against the number of this call, the newest first."""
    if not call.caller_ref:
        return []
    marks = [
        mark
        for mark in situation.all("prank_mark")
        if mark.caller_ref == call.caller_ref and mark.struck_at is None
    ]
    return sorted(marks, key=lambda mark: mark.marked_at, reverse=True)


def of_number(situation: Situation, call: PhoneCall) -> list[PhoneCall]:
    """Other calls of the same number that this window knows, the newest first."""
    found = [
        other
        for other in situation.all("phone_call")
        if call.caller_ref and other.caller_ref == call.caller_ref and other.id != call.id
    ]
    return sorted(found, key=lambda other: other.ringing_at, reverse=True)


def of_place(situation: Situation, call: PhoneCall) -> list[PhoneCall]:
    """Other calls from the same area that this window knows, the newest first."""
    found = [
        other
        for other in situation.all("phone_call")
        if call.area_code and other.area_code == call.area_code and other.id != call.id
    ]
    return sorted(found, key=lambda other: other.ringing_at, reverse=True)


class Numbers:
    """How many calls each number made, counted once for each entry of the log."""

    def __init__(self, situation: Situation) -> None:
        self._situation = situation
        self._seq = -1
        self._counts: Counter[str] = Counter()

    def others(self, call: PhoneCall) -> int:
        """Other calls of the same number that this window knows."""
        if self._seq != self._situation.seq:
            self._seq = self._situation.seq
            calls = self._situation.all("phone_call")
            self._counts = Counter(one.caller_ref for one in calls)
        return max(0, self._counts[call.caller_ref] - 1) if call.caller_ref else 0
