"""What an agency's system says of a referral, as a command of the room."""

from __future__ import annotations

from command_center.commands.referral import AnswerReferral
from command_center.contract.records import ReferralRecord
from command_center.domain.referral import ReferralState

_STATES = {
    "accepted": ReferralState.ACCEPTED,
    "refused": ReferralState.REFUSED,
    "done": ReferralState.DONE,
}


def referral_answer(source_id: str, record: ReferralRecord, digest: str) -> AnswerReferral:
    """Only the system a referral was sent to is believed: the command carries whose word it is."""
    return AnswerReferral(
        referral_id=record.referral,
        state=_STATES[record.state],
        number=record.number,
        reason=record.reason,
        outcome=record.outcome,
        at=record.at,
        source_id=source_id,
        digest=digest,
    )
