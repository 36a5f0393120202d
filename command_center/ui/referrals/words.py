"""Referrals in words: what stands, what the clock says and who is asked next."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from command_center.advice.categories import categories
from command_center.advice.referrals import Rule, rule_table
from command_center.commands.referral import names_somebody, overdue_from
from command_center.domain.incident import Incident
from command_center.domain.referral import Referral, ReferralState
from command_center.domain.unit import Agency, ReferralVia
from command_center.ui.detail.names import Names, category_label
from command_center.ui.format import age, clock, number_sign
from command_center.ui.seat import Seat

translate = QCoreApplication.translate


def fill(text: str, *values: str) -> str:
    for place, value in enumerate(values, 1):
        text = text.replace(f"%{place}", value)
    return text


def state_text(state: ReferralState) -> str:
    return {
        ReferralState.SENT: translate("Referrals", "Menunggu jawaban"),
        ReferralState.ACCEPTED: translate("Referrals", "Diterima"),
        ReferralState.REFUSED: translate("Referrals", "Ditolak"),
        ReferralState.DONE: translate("Referrals", "Selesai"),
        ReferralState.WITHDRAWN: translate("Referrals", "Ditarik"),
    }[state]


STATE_INK = {
    ReferralState.SENT: "warn",
    ReferralState.ACCEPTED: "accent",
    ReferralState.REFUSED: "alarm",
    ReferralState.DONE: "ok",
    ReferralState.WITHDRAWN: "text3",
}


def via_text(via: ReferralVia) -> str:
    return {
        ReferralVia.CONTRACT: translate("Referrals", "lewat sistem"),
        ReferralVia.EMAIL: translate("Referrals", "lewat surel"),
        ReferralVia.LETTER: translate("Referrals", "lewat surat"),
    }[via]


def rule_label(rule: Rule) -> str:
    """In the language of the screen, with the law it is from."""
    english = QLocale().language() is QLocale.Language.English
    return f"{rule.label_en if english else rule.label_id} · {rule.source}"


def clock_text(row: Referral, now: datetime) -> tuple[str, str]:
    """(how the clock that runs now stands, its colour); ("", "") if none does."""
    due_at = overdue_from(row)
    if due_at is None:
        return "", ""
    left_s = (due_at - now).total_seconds()
    accepted = row.state is ReferralState.ACCEPTED
    if left_s >= 0:
        text = translate("Referrals", "jawaban dalam %1")
        if accepted:
            text = translate("Referrals", "hasil dalam %1")
        return fill(text, age(left_s)), "text2"
    text = translate("Referrals", "jawaban terlambat %1")
    if accepted:
        text = translate("Referrals", "hasil terlambat %1")
    return fill(text, age(-left_s)), "alarm"


def step_text(escalated: int) -> str:
    """Who is asked next while nobody answers; "" while there is no need."""
    steps = {
        1: translate("Referrals", "Langkah 1: telepon petugas piket instansi"),
        2: translate("Referrals", "Langkah 2: kepala regu menghubungi pimpinan instansi"),
        3: translate("Referrals", "Langkah 3: laporkan kepada Kapolresta, tempuh jalan lain"),
    }
    return steps.get(escalated, "")


def answer_text(row: Referral, seat: Seat) -> str:
    """What they said, when, and who wrote it down or which system said so."""
    if row.answered_at is None:
        return ""
    parts = [fill(translate("Referrals", "dijawab %1"), clock(row.answered_at, seat.zone, False))]
    if row.answered_by:
        parts.append(_who(row.answered_by, seat))
    if row.their_number:
        parts.append(fill(translate("Referrals", "nomor %1"), row.their_number))
    return " · ".join(parts)


def _who(id: str, seat: Seat) -> str:
    source = seat.situation.source(id)
    return source.name if source is not None else Names(seat.situation).person(id)


def law_text(row: Referral) -> str:
    rule = rule_table().rules.get(row.rule)
    return rule.source if rule else ""


def file_by(agency: Agency, incident: Incident, rule: Rule, seat: Seat) -> datetime:
    """Until when the law wants the report to be with them, from when we knew."""

    def day(at: datetime) -> str:
        return at.astimezone(seat.zone).date().isoformat()

    return rule_table().due_at(incident.opened_at, rule.file, day)


def place_of(incident: Incident, seat: Seat) -> str:
    """The address and the area, unless it says who lives there."""
    area = seat.city.gazetteer.by_code(incident.area_code) if incident.area_code else None
    address = "" if names_somebody(incident.address) else " ".join(incident.address.split())
    return ", ".join(part for part in (address, area.name if area else "") if part)


def category_of(incident: Incident) -> str:
    known = categories().get(incident.category)
    return category_label(known) if known else incident.category


def suggested_words(incident: Incident, seat: Seat) -> str:
    """What happened, when and where, in the words of the house: nothing of what the reporter
    wrote, who may have named themselves or others in it."""
    known = categories().get(incident.category)
    what = known.label_id if known else "Kejadian"
    at = clock(incident.occurred_at or incident.opened_at, seat.zone, False)
    place = place_of(incident, seat) or "lokasi menyusul"
    sign = number_sign(incident.number, incident.alias)
    return (
        f"{what} ({sign}), pukul {at} {seat.city.time_zone_label}, {place}."
        " Mohon ditindaklanjuti dan kabar hasilnya."
    )
