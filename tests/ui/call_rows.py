"""Calls of 110 at the picture's moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from command_center.domain.partner import CallState, PhoneCall, PrankMark
from tests.ui.scene import ago
from tests.ui.seats import Desk

KLOJEN = "35.73.02"


def phone_call(id: str, age_s: float, **fields: Any) -> PhoneCall:
    """One that began to ring `age_s` ago."""
    call = PhoneCall(
        id=id,
        version=1,
        source_id="110",
        call_id=f"x-{id}",
        caller_ref=f"{id}0f3c9d1e"[-12:],
        subject_id=f"subject-{id}",
        called="110",
        state=CallState.RINGING,
        step=0,
        ringing_at=ago(age_s),
        claimed_at=None,
        claimed_by=None,
        ended_at=None,
        incident_id=None,
        area_code=KLOJEN,
        called_back_at=None,
        called_back_by=None,
        outcome="",
    )
    return replace(call, **fields)


def claimed(id: str, by: str | None, age_s: float = 30.0, **fields: Any) -> PhoneCall:
    """Answered 5 s after it began to ring."""
    at = ago(age_s - 5)
    return phone_call(id, age_s, state=CallState.CLAIMED, claimed_by=by, claimed_at=at, **fields)


def abandoned(id: str, age_s: float = 200.0, **fields: Any) -> PhoneCall:
    """Given up after 12 s."""
    return phone_call(id, age_s, state=CallState.ABANDONED, ended_at=ago(age_s - 12), **fields)


def mark(id: str, call: PhoneCall, reason: str = "tertawa lalu ditutup") -> PrankMark:
    return PrankMark(id, 1, call.caller_ref, call.id, reason, ago(86_400), "staff-dw", None)


def _with(*calls: PhoneCall) -> Callable[[Desk], None]:
    def prepare(desk: Desk) -> None:
        desk.add(*calls)
        desk.settle()

    return prepare


CALL_SETTINGS: dict[str, Callable[[Desk], None]] = {
    "call.claim": _with(phone_call("c1", 4)),
    "call.take": _with(claimed("c2", "staff-dw")),
    "call.end": _with(claimed("c3", "staff-rs")),
    "call.back": _with(abandoned("c4")),
}
"""What has to be there for the actions of calls."""
