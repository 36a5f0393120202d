"""Replies to everybody who reported, and what the public is told, on both engines."""

import pytest

from command_center.commands.notice import ApproveNotice, DraftNotice, WithdrawNotice
from command_center.commands.reply import REPLY_LONGEST, ReplyToReporters
from command_center.commands.triage import MergeIncidents, UnmergeIncident
from command_center.domain.errors import NotAllowed, OperatorError
from command_center.domain.referral import Delivery, NoticeKind, NoticeState, PublicNotice
from command_center.domain.room import Role, Source, SourceKind
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.room.test_tell import complaint, deliveries
from tests.storage.rows import acting


@pytest.fixture
def citizens(desk: Desk) -> Desk:
    """Two sources that can be answered; one of them wants public notices."""
    with acting(desk.room.database.storage) as work:
        for id, options in (("jmp", {"notices": "yes"}), ("simlinmas", {})):
            reply_url = "http://127.0.0.1:9"
            row = Source(id, 1, id, SourceKind.PUSH, "", True, "", reply_url=reply_url)
            work.add(row)
            work.change(row, options=options)
    return desk


def draft(desk: Desk, **given: object) -> str:
    command = DraftNotice(NoticeKind.FLOOD, "Banjir", "Hindari Jl. Soekarno-Hatta", **given)  # type: ignore[arg-type]
    return str(desk.do(command).result["notice_id"])


def notices(desk: Desk) -> list[Delivery]:
    return [row for row in deliveries(desk) if row.kind == "notice"]


def test_one_reply_goes_to_everybody_who_reported_what_was_merged(citizens: Desk) -> None:
    winner, loser = complaint(citizens, "w-1"), complaint(citizens, "w-2")
    other = citizens.report()
    citizens.do(MergeIncidents(winner, loser))
    citizens.do(MergeIncidents(winner, other))
    outcome = citizens.do(ReplyToReporters(winner, "  Petugas menuju lokasi. "))
    assert outcome.result["told"] == 2
    rows = deliveries(citizens)
    assert [(r.body["report"], r.body["text"]) for r in rows] == [
        ("w-1", "Petugas menuju lokasi."),
        ("w-2", "Petugas menuju lokasi."),
    ]


def test_a_reply_to_a_merged_incident_goes_to_what_it_is_handled_as(citizens: Desk) -> None:
    winner, loser = complaint(citizens, "w-1"), complaint(citizens, "w-2")
    citizens.do(MergeIncidents(winner, loser))
    assert citizens.do(ReplyToReporters(loser, "ya")).result["incident_id"] == winner


def test_who_was_replied_to_by_mistake_is_corrected_when_parted(
    citizens: Desk, clock: HandClock
) -> None:
    winner, loser = complaint(citizens, "w-1"), complaint(citizens, "w-2")
    citizens.do(MergeIncidents(winner, loser))
    clock.turn(1)
    citizens.do(ReplyToReporters(winner, "Pohon sudah dipotong."))
    citizens.do(UnmergeIncident(loser))
    last = deliveries(citizens)[-1].body
    assert (last["report"], last["status"], last["corrects"]) == ("w-2", "received", True)


@pytest.mark.parametrize(
    ("text", "code"), [(" ", "reply_empty"), ("x" * (REPLY_LONGEST + 1), "reply_too_long")]
)
def test_a_reply_has_words_and_not_too_many(citizens: Desk, text: str, code: str) -> None:
    with pytest.raises(OperatorError, match=code):
        citizens.do(ReplyToReporters(complaint(citizens, "w-1"), text))
    assert deliveries(citizens) == []


def test_a_reply_that_nobody_would_hear_is_refused(citizens: Desk) -> None:
    with pytest.raises(OperatorError, match="reply_nobody"):
        citizens.do(ReplyToReporters(citizens.report(), "halo"))


def test_a_draft_leaves_the_room_only_once_a_shift_lead_approved_it(citizens: Desk) -> None:
    operator = citizens.person(Role.OPERATOR)
    id = draft(citizens, area="Dinoyo")
    with pytest.raises(NotAllowed):
        citizens.do(ApproveNotice(id), act=operator)
    assert notices(citizens) == []
    for _ in range(2):
        citizens.do(ApproveNotice(id))
    (row,) = notices(citizens)
    assert (row.reach, row.about_id, row.incident_id) == ("jmp", id, None)
    assert (row.body["notice"], row.body["kind"], row.body["withdrawn"]) == (id, "flood", False)
    notice = citizens.look().get("public_notice", id)
    assert isinstance(notice, PublicNotice)
    assert (notice.state, notice.area_code is None) == (NoticeState.APPROVED, False)


def test_withdrawing_is_told_where_it_was_told_and_by_who_may_publish(citizens: Desk) -> None:
    operator = citizens.person(Role.OPERATOR)
    dropped, id = draft(citizens), draft(citizens)
    citizens.do(WithdrawNotice(dropped), act=operator)
    citizens.do(ApproveNotice(id))
    with pytest.raises(NotAllowed):
        citizens.do(WithdrawNotice(id), act=operator)
    for _ in range(2):
        citizens.do(WithdrawNotice(id))
    assert [row.body["withdrawn"] for row in notices(citizens)] == [False, True]
    with pytest.raises(OperatorError, match="notice_withdrawn"):
        citizens.do(ApproveNotice(dropped))


def test_what_is_over_is_not_announced(citizens: Desk, clock: HandClock) -> None:
    now = clock.now()
    with pytest.raises(OperatorError, match="notice_over"):
        draft(citizens, valid_until=now)
    clock.turn(-60)
    id = draft(citizens, valid_until=now)
    clock.turn(120)
    with pytest.raises(OperatorError, match="notice_over"):
        citizens.do(ApproveNotice(id))


def test_a_notice_needs_words(citizens: Desk) -> None:
    with pytest.raises(OperatorError, match="notice_needs_words"):
        citizens.do(DraftNotice(NoticeKind.OTHER, " ", "isi"))
