"""Answers to those who reported, and what the public is told."""

from __future__ import annotations

from command_center.commands.notice import ApproveNotice, DraftNotice, WithdrawNotice
from command_center.commands.reply import ReplyToReporters
from command_center.domain.permissions import Permission
from command_center.ui.actions.action import Action, Reason, always, asks, submit
from command_center.ui.format import number_sign
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

REPLY, NOTICES = "incident.reply", "view.notices"


def reply(seat: Seat, incident_id: str, text: str) -> None:
    """To everybody who reported it, in these words."""
    incident = seat.situation.incident(incident_id)
    number = number_sign(incident.number, incident.alias) if incident else "#?"
    submit(seat, ReplyToReporters(incident_id, text), number=number)


def draft_notice(seat: Seat, draft: DraftNotice) -> None:
    submit(seat, draft, title=draft.title)


def approve_notice(seat: Seat, notice_id: str, title: str) -> None:
    submit(seat, ApproveNotice(notice_id), title=title)


def withdraw_notice(seat: Seat, notice_id: str, title: str) -> None:
    submit(seat, WithdrawNotice(notice_id), title=title)


def _selected(seat: Seat) -> str | None:
    return seat.selection.incident_id


def _answerable(seat: Seat) -> Reason:
    id = seat.selection.incident_id
    if id is None or seat.situation.incident(id) is None:
        return "select_incident"
    sources = (seat.situation.source(row.source_id) for row in seat.situation.reports(id))
    heard = any(s is not None and s.enabled and s.reply_url for s in sources)
    return None if heard else "nobody_to_answer"


REPLY_ACTIONS = (
    Action(
        REPLY,
        QT_TRANSLATE_NOOP("Actions", "Balas pelapor"),
        "J",
        Permission.TRIAGE,
        _answerable,
        asks(REPLY, _selected),
    ),
    Action(
        NOTICES,
        QT_TRANSLATE_NOOP("Actions", "Pemberitahuan publik"),
        "Alt+B",
        Permission.WATCH,
        always,
        asks(NOTICES, lambda seat: None),
    ),
)
