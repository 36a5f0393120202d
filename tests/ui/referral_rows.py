"""Referrals on the picture's rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from command_center.domain.referral import Referral, ReferralState
from command_center.domain.unit import Agency, ReferralVia
from tests.ui.scene import NOW, ago

INCIDENT = "incident-147"
MINUTE = timedelta(minutes=1)


def agency(code: str, name: str, short: str, **given: Any) -> Agency:
    return Agency(code, 1, code, name, short, ours=False, orderable=False, **given)


def agencies() -> list[Agency]:
    return [
        agency("dlh", "Dinas Lingkungan Hidup Kota Malang", "DLH"),
        agency("pln", "PLN Unit Pelaksana Pelayanan Pelanggan Malang", "PLN"),
        agency("bawaslu", "Badan Pengawas Pemilihan Umum Kota Malang", "Bawaslu"),
        agency("dispussipda", "Dinas Perpustakaan Umum dan Arsip Daerah", "Dispussipda"),
    ]


def referral(id: str, agency_id: str = "dlh", **given: Any) -> Referral:
    row = Referral(
        id=id,
        version=1,
        incident_id=INCIDENT,
        agency_id=agency_id,
        text="Pohon tumbang menutup jalan. Mohon penanganan.",
        via=ReferralVia.LETTER,
        state=ReferralState.SENT,
        rule="",
        their_number="",
        reason="",
        outcome="",
        referred_at=ago(600),
        referred_by="staff-rs",
        answer_due_at=NOW + 5 * MINUTE,
        answered_at=None,
        outcome_due_at=NOW + 60 * MINUTE,
        ended_at=None,
        escalated=0,
    )
    return replace(row, **given)


def answered(row: Referral, state: ReferralState, at: datetime = NOW, **given: Any) -> Referral:
    ended = at if state in (ReferralState.REFUSED, ReferralState.DONE) else None
    return replace(row, state=state, answered_at=at, ended_at=ended, **given)
