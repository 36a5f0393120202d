"""Messages out in the language of the screen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import tzinfo

from PySide6.QtCore import QCoreApplication

from command_center.domain.incident import Report
from command_center.domain.referral import Delivery, DeliveryState, NoticeKind, NoticeState
from command_center.situation.situation import Situation
from command_center.ui.detail.words import fill
from command_center.ui.format import clock

translate = QCoreApplication.translate
_QUOTED = 80
MOST_MESSAGES = 5


@dataclass(frozen=True, slots=True)
class ToldReport:
    """A report that can be answered and what was told of it, oldest first."""

    report: Report
    source: str
    messages: tuple[Delivery, ...]


def told_reports(situation: Situation, incident_id: str) -> tuple[list[ToldReport], int]:
    """Reports of the incident and of what was merged into it: those that can be answered or were,
    and how many others there are."""
    family = set(situation.family(incident_id))
    told: defaultdict[str, list[Delivery]] = defaultdict(list)
    for row in situation.all("delivery"):
        if row.incident_id in family and row.about_kind == "report":
            told[row.about_id].append(row)
    shown, others = [], 0
    for report in situation.reports(incident_id):
        source = situation.source(report.source_id)
        answerable = source is not None and source.enabled and bool(source.reply_url)
        if answerable or report.id in told:
            messages = sorted(told[report.id], key=lambda row: (row.made_at, row.id))
            name = source.name if source is not None else report.source_id
            shown.append(ToldReport(report, name, tuple(messages)))
        else:
            others += 1
    return shown, others


def told_text(told: ToldReport, zone: tzinfo) -> str:
    """ "JMP JMP-00001: terverifikasi, didengar 14:02 · dalam proses, menunggu"."""
    said = [message_text(row, zone) for row in told.messages[-MOST_MESSAGES:]]
    if len(told.messages) > MOST_MESSAGES:
        said.insert(0, "…")
    told_so_far = " · ".join(said) or translate("Replies", "belum diberi tahu")
    return f"{told.source} {told.report.external_id[:40]}: {told_so_far}"


def message_text(row: Delivery, zone: tzinfo) -> str:
    return f"{_words(row)}, {_heard(row, zone)}"


def _words(row: Delivery) -> str:
    if row.kind == "reply":
        flat = " ".join(str(row.body.get("text", "")).split())
        return f"“{flat[:_QUOTED]}{'…' if len(flat) > _QUOTED else ''}”"
    if row.kind == "outcome":
        return outcome_text(str(row.body.get("state", "")))
    status = status_text(str(row.body.get("status", "")))
    corrects = bool(row.body.get("corrects"))
    return fill(translate("Replies", "koreksi: %1"), status) if corrects else status


def status_text(status: str) -> str:
    """As the reporter reads it."""
    return {
        "received": translate("Replies", "diterima"),
        "verified": translate("Replies", "terverifikasi"),
        "in_progress": translate("Replies", "dalam proses"),
        "closed": translate("Replies", "selesai"),
    }.get(status, status)


def outcome_text(state: str) -> str:
    """As the office reads it that handed us the case."""
    return {
        "accepted": translate("Replies", "kasus diterima"),
        "refused": translate("Replies", "kasus ditolak"),
        "done": translate("Replies", "kasus selesai"),
    }.get(state, state)


def _heard(row: Delivery, zone: tzinfo) -> str:
    if row.state is DeliveryState.REFUSED:
        return fill(translate("Replies", "ditolak (%1)"), row.reason[:40])
    if row.state is DeliveryState.WAITING or row.ended_at is None:
        return translate("Replies", "menunggu")
    return fill(translate("Replies", "didengar %1"), clock(row.ended_at, zone, seconds=False))


def worst(messages: Iterable[Delivery]) -> str:
    """The colour of a line: somebody refused, somebody waits, all is heard."""
    states = {row.state for row in messages}
    if DeliveryState.REFUSED in states:
        return "alarm"
    return "warn" if DeliveryState.WAITING in states else "text2"


def notice_kind_text(kind: NoticeKind) -> str:
    return {
        NoticeKind.ROAD_CLOSED: translate("Replies", "Jalan ditutup"),
        NoticeKind.FLOOD: translate("Replies", "Banjir"),
        NoticeKind.CROWD: translate("Replies", "Kerumunan"),
        NoticeKind.FIRE: translate("Replies", "Kebakaran"),
        NoticeKind.OTHER: translate("Replies", "Lainnya"),
    }[kind]


def notice_state_text(state: NoticeState) -> str:
    return {
        NoticeState.DRAFT: translate("Replies", "konsep"),
        NoticeState.APPROVED: translate("Replies", "disetujui"),
        NoticeState.WITHDRAWN: translate("Replies", "ditarik"),
    }[state]
