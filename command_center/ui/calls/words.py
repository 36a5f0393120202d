"""The words of calls. A number is never among them: `·3f9c` only tells one from another."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from command_center.domain.calls import CallOutcome, CallRules, rings, waits_since
from command_center.domain.partner import CallState, PhoneCall
from command_center.situation.situation import Situation
from command_center.ui.calls.sections import Section, marks_of, of_number, wraps_up
from command_center.ui.format import clock, stopwatch
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
_TOLD_APART = 4
_CALLED = 20


def section_text(section: Section) -> str:
    return {
        Section.RINGING: translate("Calls", "Berdering"),
        Section.IN_HAND: translate("Calls", "Ditangani"),
        Section.BACK: translate("Calls", "Telepon balik"),
        Section.ALL: translate("Calls", "Riwayat"),
    }[section]


def empty_text(section: Section) -> str:
    return {
        Section.RINGING: translate("Calls", "Tidak ada telepon berdering."),
        Section.IN_HAND: translate("Calls", "Tidak ada telepon yang sedang ditangani."),
        Section.BACK: translate("Calls", "Tidak ada yang menunggu telepon balik."),
        Section.ALL: translate("Calls", "Belum ada telepon sejak kemarin."),
    }[section]


def outcome_text(outcome: CallOutcome) -> str:
    return {
        CallOutcome.INCIDENT: translate("Calls", "Jadi kejadian"),
        CallOutcome.INFORMATION: translate("Calls", "Informasi"),
        CallOutcome.TRANSFERRED: translate("Calls", "Disambungkan"),
        CallOutcome.SILENT: translate("Calls", "Tanpa suara"),
        CallOutcome.PRANK: translate("Calls", "Iseng"),
        CallOutcome.ELSEWHERE: translate("Calls", "Diangkat juga di luar"),
        CallOutcome.REACHED: translate("Calls", "Tersambung"),
        CallOutcome.NO_ANSWER: translate("Calls", "Tidak diangkat"),
        CallOutcome.WRONG_NUMBER: translate("Calls", "Salah nomor"),
    }[outcome]


def number_text(call: PhoneCall) -> str:
    """Tells numbers apart without saying them."""
    if not call.caller_ref:
        return translate("Calls", "tanpa nomor")
    return translate("Calls", "nomor ·%1").replace("%1", call.caller_ref[:_TOLD_APART])


def who(situation: Situation, call: PhoneCall) -> str:
    """Whoever has it."""
    if call.claimed_by is None:
        return translate("Calls", "meja di luar")
    person = situation.staff(call.claimed_by)
    return person.name if person is not None else call.claimed_by


def rung_text(call: PhoneCall, now: datetime, rules: CallRules) -> str:
    """Which step of the ladder rings: "Polres 2/4"."""
    step = max(call.step, rules.rung_at((now - call.ringing_at).total_seconds()))
    step = min(step, len(rules.ladder) - 1)
    return f"{rules.ladder[step].name} {step + 1}/{len(rules.ladder)}"


def state_text(call: PhoneCall, now: datetime, rules: CallRules, situation: Situation) -> str:
    """What goes on with it, with its running clock."""
    if rings(call, now, rules):
        waited = stopwatch((now - call.ringing_at).total_seconds())
        text = translate("Calls", "Berdering %1 · %2")
        return text.replace("%1", waited).replace("%2", rung_text(call, now, rules))
    if call.state is CallState.CLAIMED:
        held = stopwatch((now - (call.claimed_at or now)).total_seconds())
        text = translate("Calls", "Diangkat %1 · %2")
        text = text.replace("%1", who(situation, call)).replace("%2", held)
        both = call.outcome == CallOutcome.ELSEWHERE
        return f"{text} · {outcome_text(CallOutcome.ELSEWHERE)}" if both else text
    if wraps_up(call):
        left = stopwatch((now - (call.ended_at or now)).total_seconds())
        text = translate("Calls", "Selesai bicara, tulis hasil · %1 · %2")
        return text.replace("%1", who(situation, call)).replace("%2", left)
    return _over(call, now, rules)


def _over(call: PhoneCall, now: datetime, rules: CallRules) -> str:
    since = waits_since(call, now, rules)
    if since is not None:
        waited = stopwatch((now - since).total_seconds())
        tried = call.called_back_at is not None
        again = translate("Calls", "Dicoba, tidak diangkat · menunggu %1")
        first = translate("Calls", "Tidak terangkat · menunggu %1")
        return (again if tried else first).replace("%1", waited)
    if call.outcome in set(CallOutcome):
        return outcome_text(CallOutcome(call.outcome))
    if call.state is CallState.ENDED:
        return translate("Calls", "Selesai di luar ruang")
    return translate("Calls", "Tidak terangkat")


def about_text(call: PhoneCall, seat: Seat, others: int | None = None) -> str:
    """The number told apart, how often it called (`others`, where it was counted before), marks
    against it, and the place."""
    situation = seat.situation
    parts = [number_text(call)]
    if others is None:
        others = len(of_number(situation, call))
    if others:
        parts.append(translate("Calls", "%1 panggilan lain").replace("%1", str(others)))
    if marks := len(marks_of(situation, call)):
        parts.append(translate("Calls", "ditandai iseng %1×").replace("%1", str(marks)))
    if call.area_code:
        parts.append(area_name(call.area_code, seat))
    if call.called:
        parts.append(translate("Calls", "memanggil %1").replace("%1", call.called[:_CALLED]))
    return " · ".join(parts)


def area_name(code: str, seat: Seat) -> str:
    place = seat.city.gazetteer.by_code(code)
    return place.name if place is not None else code


def call_line(call: PhoneCall, seat: Seat) -> str:
    """A call in one line, for the form that belongs to it."""
    text = translate("Calls", "Telepon pukul %1 · %2")
    at = clock(call.ringing_at, seat.zone)
    return text.replace("%1", at).replace("%2", about_text(call, seat))
