"""Hospitals in words: figures with their age, why one suits, how a standby stands."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from command_center.advice.hospitals import ED, ED_BEDS, ICU, Figure, Suggestion, figure
from command_center.domain.referral import Hospital, Standby, StandbyState
from command_center.ui.format import age, count, metres
from command_center.ui.referrals.words import fill

translate = QCoreApplication.translate
SHOWN = (ED_BEDS, ICU, "beds_available_medical_surgical")


def ed_text(value: str) -> str:
    return {
        "Normal": translate("Hospitals", "IGD buka"),
        "Advisory": translate("Hospitals", "IGD terbatas"),
        "Closed": translate("Hospitals", "IGD tutup"),
        "NotApplicable": translate("Hospitals", "tanpa IGD"),
    }.get(value, value)


ED_INK = {"Normal": "ok", "Advisory": "warn", "Closed": "alarm"}


def ed_line(hospital: Hospital, now: datetime) -> tuple[str, str]:
    """(how the emergency department is and since when, its colour): grey where it is stale."""
    said = figure(hospital, ED, now)
    if said is None:
        return translate("Hospitals", "IGD belum diketahui"), "text3"
    ink = ED_INK.get(said.value, "text2") if said.fresh else "text3"
    return f"{ed_text(said.value)} · {old(said, now)}", ink


def old(said: Figure, now: datetime) -> str:
    return age(max(0.0, (now - said.at).total_seconds()))


def bed_name(name: str) -> str:
    return {
        ED_BEDS: translate("Hospitals", "IGD"),
        ICU: translate("Hospitals", "ICU"),
        "beds_available_medical_surgical": translate("Hospitals", "rawat"),
    }.get(name, name)


def beds_line(hospital: Hospital, now: datetime) -> tuple[tuple[str, str], ...]:
    """(figure, its colour) of the beds that matter, each with its age unless that is the age of the
    emergency department before it: one page says them all, and a narrow row has room for one."""
    ed = figure(hospital, ED, now)
    told = old(ed, now) if ed is not None else ""
    parts = []
    for name in SHOWN:
        said = figure(hospital, name, now)
        if said is None:
            parts.append((f"{bed_name(name)} ?", "text3"))
            continue
        ink = "text3"
        if said.fresh:
            ink = "alarm" if said.value == "0" else "text"
        since = old(said, now)
        of_its_own = f" · {since}" if since != told else ""
        parts.append((f"{bed_name(name)} {said.value}{of_its_own}", ink))
    return tuple(parts)


def state_text(state: StandbyState) -> str:
    return {
        StandbyState.ASKED: translate("Hospitals", "Menunggu jawaban"),
        StandbyState.READY: translate("Hospitals", "Siap"),
        StandbyState.LIMITED: translate("Hospitals", "Siap terbatas"),
        StandbyState.UNABLE: translate("Hospitals", "Tidak bisa"),
        StandbyState.CANCELLED: translate("Hospitals", "Dibatalkan"),
    }[state]


STATE_INK = {
    StandbyState.ASKED: "warn",
    StandbyState.READY: "ok",
    StandbyState.LIMITED: "warn",
    StandbyState.UNABLE: "alarm",
    StandbyState.CANCELLED: "text3",
}


def standby_line(row: Standby, now: datetime) -> tuple[str, str]:
    """(how it stands, with its clock while nobody has answered; its colour)."""
    text = state_text(row.state)
    if row.state is StandbyState.ASKED and row.due_at is not None:
        left_s = (row.due_at - now).total_seconds()
        if left_s < 0:
            late = translate("Hospitals", "%1, terlambat %2")
            return fill(late, text, age(-left_s)), "alarm"
        return fill(translate("Hospitals", "%1, tenggat %2"), text, age(left_s)), "warn"
    return text, STATE_INK[row.state]


def reason_text(code: str, value: str) -> str:
    text = {
        "ed_unknown": translate("Hospitals", "IGD belum diketahui"),
        "ed_stale": translate("Hospitals", "kabar IGD basi"),
        "ed_closed": translate("Hospitals", "IGD tutup"),
        "ed_advisory": translate("Hospitals", "IGD terbatas"),
        "ed_open": translate("Hospitals", "IGD buka"),
        "ed_beds": translate("Hospitals", "%1 tempat IGD"),
        "ed_beds_none": translate("Hospitals", "IGD penuh"),
        "ed_beds_stale": translate("Hospitals", "angka IGD basi"),
        "icu_beds": translate("Hospitals", "%1 tempat ICU"),
        "icu_beds_none": translate("Hospitals", "ICU penuh"),
        "icu_beds_stale": translate("Hospitals", "angka ICU basi"),
        "no_surgery": translate("Hospitals", "tanpa bedah darurat"),
        "standby_ready": translate("Hospitals", "sudah siap"),
        "standby_unable": translate("Hospitals", "menjawab tidak bisa"),
    }.get(code, "")
    return fill(text, value)


def suggestion_text(one: Suggestion) -> str:
    """Distance in a straight line, and the reasons that say something."""
    away = metres(one.distance_m) if one.distance_m is not None else ""
    reasons = [reason_text(code, value) for code, value in one.reasons]
    return " · ".join(part for part in (away, *reasons) if part)


def expected_text(serious: int, light: int) -> str:
    """Whom a hospital is to be ready for."""
    return fill(translate("Hospitals", "LB %1 · LR %2"), count(serious), count(light))


def counts_text(dead: int, serious: int, light: int) -> str:
    text = translate("Hospitals", "MD %1 · LB %2 · LR %3")
    return fill(text, count(dead), count(serious), count(light))
