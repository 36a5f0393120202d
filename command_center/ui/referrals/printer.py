"""Prints the letter of a referral when asked; the notice says where it is."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from command_center.documents.letter import Letter, number_of
from command_center.domain.referral import Referral, ReferralState
from command_center.domain.unit import ReferralVia
from command_center.ui.actions.referrals import LETTER
from command_center.ui.format import number_sign
from command_center.ui.referrals.letter_pdf import write_letter
from command_center.ui.referrals.words import category_of, law_text, place_of
from command_center.ui.seat import Seat

NAME = "surat-penerusan"


class LetterPrinter(QObject):
    """Into `folder`, under the letter's number: printed again it is the same file."""

    def __init__(self, seat: Seat, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._folder = folder
        seat.asking.asked.connect(self._asked)

    def _asked(self, action_id: str, subject_id: str | None) -> None:
        row = self._seat.situation.get("referral", subject_id) if subject_id else None
        if action_id == LETTER and row is not None:
            self.print(row)

    def print(self, row: Referral) -> None:
        """Away from the GUI thread."""
        seat = self._seat
        letter = letter_of(row, seat, seat.live.now())
        target = self._folder / f"{NAME}-{letter.number}.pdf"
        seat.tasks.run(
            partial(write_letter, letter, target),
            lambda _: seat.notices.done("letter_printed", file=str(target)),
            seat.notices.failed,
        )


def letter_of(row: Referral, seat: Seat, now: datetime) -> Letter:
    """The referral as the room knows it."""
    situation, zone = seat.situation, seat.zone
    incident, agency = situation.incident(row.incident_id), situation.get("agency", row.agency_id)
    staff, room = situation.staff(row.referred_by), situation.room
    withdrawn = row.state is ReferralState.WITHDRAWN
    by_post = agency is not None and agency.via is ReferralVia.LETTER
    day = incident.day if incident else row.referred_at.astimezone(zone).date().isoformat()
    number = incident.number if incident else 0
    return Letter(
        number=number_of(day, number, _ordinal(row, seat)),
        room=room.name if room else "",
        zone=zone,
        zone_name=seat.city.time_zone_label,
        written_at=now,
        referred_at=row.referred_at,
        agency=agency.name if agency else row.agency_id,
        address=agency.reach if agency is not None and by_post else "",
        sign=number_sign(number, incident.alias if incident else None),
        category=category_of(incident) if incident else "",
        place=place_of(incident, seat) if incident else "",
        occurred_at=(incident.occurred_at or incident.opened_at) if incident else None,
        text=row.text,
        law=law_text(row),
        answer_due_at=row.answer_due_at,
        outcome_due_at=row.outcome_due_at,
        signed_by=staff.name if staff else row.referred_by,
        reason=row.reason if withdrawn else "",
    )


def _ordinal(row: Referral, seat: Seat) -> int:
    """Which referral of its incident it is, in the order they were made."""
    before = (row.referred_at, row.id)
    same = (r for r in seat.situation.all("referral") if r.incident_id == row.incident_id)
    return 1 + sum((r.referred_at, r.id) < before for r in same)
