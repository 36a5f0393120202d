"""Sentences about what was handed to other agencies, and what they said."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from command_center.domain.referral import ReferralState
from command_center.situation.timeline import TimelineLine
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill, translate

_QUOTED = 240


def _row(line: TimelineLine) -> Mapping[str, Any]:
    row = line.params.get("referral")
    return row if isinstance(row, dict) else {}


def _agency(line: TimelineLine, names: Names) -> str:
    id = _row(line).get("agency_id") or line.result.get("agency_id", "")
    return names.agency(str(id))


def _quote(text: object) -> str:
    flat = " ".join(str(text or "").split())
    return f"“{flat[:_QUOTED]}{'…' if len(flat) > _QUOTED else ''}”" if flat else ""


def _with(said: str, text: object) -> str:
    quoted = _quote(text)
    return f"{said}: {quoted}" if quoted else said


def _referred(line: TimelineLine, names: Names) -> str:
    text = translate("Timeline", "%1 meneruskan ke %2")
    said = fill(text, names.person(line.actor), _agency(line, names))
    return _with(said, _row(line).get("text"))


def _answered(line: TimelineLine, names: Names) -> str:
    texts = {
        ReferralState.ACCEPTED.value: translate("Timeline", "%1 menerima penerusan"),
        ReferralState.REFUSED.value: translate("Timeline", "%1 menolak penerusan"),
        ReferralState.DONE.value: translate("Timeline", "%1 menyelesaikan penerusan"),
    }
    state = str(line.result.get("state", ""))
    said = fill(texts.get(state, translate("Timeline", "%1 menjawab")), _agency(line, names))
    if line.result.get("heard"):
        said = fill(translate("Timeline", "%1, dicatat %2"), said, names.person(line.actor))
    row = _row(line)
    words = row.get("reason") if state == ReferralState.REFUSED.value else row.get("outcome")
    return _with(said, words or row.get("their_number"))


def _withdrawn(line: TimelineLine, names: Names) -> str:
    text = translate("Timeline", "%1 menarik penerusan ke %2")
    said = fill(text, names.person(line.actor), _agency(line, names))
    return _with(said, _row(line).get("reason"))


def _escalated(line: TimelineLine, names: Names) -> str:
    text = translate("Timeline", "%1 belum menjawab, langkah %2")
    return fill(text, _agency(line, names), str(line.result.get("step", "?")))


REFERRAL_SENTENCES: Mapping[str, Callable[[TimelineLine, Names], str]] = {
    "incident.referred": _referred,
    "referral.answered": _answered,
    "referral.withdrawn": _withdrawn,
    "referral.escalated": _escalated,
    "agencies.imported": lambda line, names: translate("Timeline", "Daftar instansi diperbarui"),
    "mail.set": lambda line, names: translate("Timeline", "Server surel ruang diatur"),
}
