"""Levels of an operation's places, what was decided and who heard it; on both engines."""

from dataclasses import asdict, replace
from typing import Any

import pytest

from command_center.commands.levels import (
    HearDecision,
    RecordForce,
    RevokeDecision,
    SetSituationLevel,
    StrikeHearing,
    TransferControl,
)
from command_center.commands.operations import AddPlace, EndOperation, LeavePlace, StartOperation
from command_center.commands.sites import KeepSite
from command_center.commands.undo import Undo
from command_center.domain.errors import Conflict, NotAllowed, OperatorError
from command_center.domain.levels import GREEN, RED, YELLOW
from command_center.domain.operation import Authority, Decision, DecisionKind, ForceStage
from command_center.domain.room import Operation, Role
from command_center.domain.site import SiteKind
from command_center.situation.operations import decisions, hearings, places, revocations
from command_center.situation.situation import Situation
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.storage.rows import acting

OP = "op-1"
RAISE = SetSituationLevel(OP, "KPU", YELLOW, GREEN, "AKBP Hendra", Authority.CITY)
KINDS = ("operation", "operation_place", "decision", "hearing")


@pytest.fixture
def desk(desk: Desk) -> Desk:
    levels = {"KPU": "hijau", "Bawaslu": "hijau"}
    start = desk.room.clock.now()
    desk.do(StartOperation(Operation(OP, 1, "Mantap Praja", start, None, None, levels)))
    return desk


def stands(desk: Desk) -> dict[str, str]:
    (row,) = desk.look().all("operation")
    return dict(row.levels)


def log(desk: Desk) -> list[Decision]:
    return decisions(desk.look(), OP)


def why(desk: Desk, command: Any, **given: Any) -> str:
    with pytest.raises(OperatorError) as refused:
        desk.do(command, **given)
    return refused.value.code


def everything(look: Situation) -> dict[str, Any]:
    return {kind: {row.id: asdict(row) for row in look.all(kind)} for kind in KINDS}


def test_a_level_is_raised_step_by_step_and_each_step_is_a_line_of_the_log(
    desk: Desk, clock: HandClock
) -> None:
    desk.do(RAISE)
    clock.turn(60)
    red = replace(RAISE, level=RED, before=YELLOW, ordered_by="Kapolda", text="PHH masuk")
    desk.do(replace(red, authority=Authority.PROVINCE))
    assert stands(desk) == {"KPU": "merah", "Bawaslu": "hijau"}
    newest, first = log(desk)
    assert (newest.kind, newest.was, newest.level) == (DecisionKind.LINE, YELLOW, RED)
    assert (first.kind, first.ordered_by, first.unusual) == ("lapis_ganti", "AKBP Hendra", False)
    (operation,) = desk.look().operations
    worst, other = places(desk.look(), operation)
    assert (worst.name, worst.level, worst.since, worst.last) == ("KPU", RED, clock.at, newest)
    assert (other.name, other.last) == ("Bawaslu", None)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"ordered_by": " "}, "decision_needs_officer"),
        ({"authority": None}, "decision_needs_authority"),
        ({"level": RED, "authority": Authority.PROVINCE}, "level_skip_needs_reason"),
        ({"authority": Authority.OTHER}, "level_needs_reason"),
        ({"place": "Stadion"}, "unknown_operation_place"),
        ({"reason": "x" * 4_001}, "text_too_long"),
    ],
)
def test_what_is_refused_changes_nothing(desk: Desk, changed: dict[str, Any], code: str) -> None:
    assert why(desk, replace(RAISE, **changed)) == code
    assert (stands(desk)["KPU"], log(desk)) == ("hijau", [])


def test_a_skip_with_its_reason_is_marked(desk: Desk) -> None:
    desk.do(replace(RAISE, level=RED, reason="gerbang dijebol"))
    (line,) = log(desk)
    assert (line.unusual, line.reason, line.kind) == (True, "gerbang dijebol", DecisionKind.LEVEL)


def test_the_same_level_again_is_no_second_line_and_is_said(desk: Desk) -> None:
    desk.do(RAISE)
    assert why(desk, replace(RAISE, ordered_by="Kapolsek")) == "level_stands"
    assert len(log(desk)) == 1


def test_an_operator_records_and_hears_but_sets_no_level(desk: Desk) -> None:
    operator = desk.person(Role.OPERATOR)
    with pytest.raises(NotAllowed):
        desk.do(RAISE, act=operator)
    force = RecordForce(OP, "KPU", ForceStage.ORDER, "Ipda Sari")
    done = desk.do(force, act=operator).result["decision_id"]
    desk.do(HearDecision(str(done), "Danton Dalmas", "HT"), act=operator)
    with pytest.raises(NotAllowed):
        desk.do(HearDecision(str(done), "Danton"), act=desk.person(Role.OBSERVER))


def test_a_stage_of_force_is_never_filled_in(desk: Desk) -> None:
    assert RecordForce.__dataclass_fields__["stage"].default is not ForceStage.PRESENCE
    assert why(desk, RecordForce(OP, "KPU", None, "Ipda Sari")) == "force_needs_stage"
    assert why(desk, RecordForce(OP, "KPU", ForceStage.BLUNT, "")) == "decision_needs_officer"
    desk.do(RecordForce(OP, "KPU", ForceStage.BLUNT, "Kombes Adi", Authority.PROVINCE))
    (line,) = log(desk)
    assert (line.force_stage, line.ordered_by) == (ForceStage.BLUNT, "Kombes Adi")
    assert stands(desk)["KPU"] == "hijau"


def test_control_goes_from_hand_to_hand(desk: Desk, clock: HandClock) -> None:
    desk.do(TransferControl(OP, "KPU", "Kapolsek", "Kapolres", Authority.CITY))
    clock.turn(5)
    desk.do(TransferControl(OP, "KPU", "Kapolres", "Kapolda", Authority.PROVINCE, "di TKP"))
    assert [line.text for line in log(desk)] == ["Kapolsek → Kapolres. di TKP", "Kapolsek"]
    (operation,) = desk.look().operations
    row = next(p.row for p in places(desk.look(), operation) if p.name == "KPU")
    assert row is not None
    assert row.control == "Kapolres"


def test_a_level_is_taken_back_by_another_line(desk: Desk, clock: HandClock) -> None:
    first = str(desk.do(RAISE).result["decision_id"])
    clock.turn(5)
    assert why(desk, RevokeDecision(first, " ")) == "revoke_needs_reason"
    desk.do(RevokeDecision(first, "salah tempat"))
    assert stands(desk)["KPU"] == "hijau"
    back, line = log(desk)
    assert (back.kind, back.level, back.revokes) == (DecisionKind.REVOKED, GREEN, line.id)
    assert revocations(log(desk)) == {first: back}
    assert why(desk, RevokeDecision(first, "lagi")) == "decision_not_revocable"
    assert why(desk, RevokeDecision(back.id, "lagi")) == "decision_not_revocable"


def test_only_the_newest_level_of_a_place_is_taken_back(desk: Desk, clock: HandClock) -> None:
    first = str(desk.do(RAISE).result["decision_id"])
    clock.turn(5)
    desk.do(replace(RAISE, level=RED, before=YELLOW, authority=Authority.PROVINCE))
    with pytest.raises(Conflict):
        desk.do(RevokeDecision(first, "salah"))
    assert stands(desk)["KPU"] == "merah"


def test_a_line_of_a_place_that_has_left_is_not_taken_back(desk: Desk, clock: HandClock) -> None:
    desk.do(RAISE)
    clock.turn(60)
    lowered = str(desk.do(replace(RAISE, level=GREEN, before=YELLOW)).result["decision_id"])
    clock.turn(60)
    desk.do(LeavePlace(OP, "KPU"))
    assert why(desk, RevokeDecision(lowered, "salah")) == "unknown_operation_place"
    clock.turn(60)
    desk.do(AddPlace(OP, "KPU"))
    with pytest.raises(Conflict):
        desk.do(RevokeDecision(lowered, "salah"))
    assert stands(desk) == {"KPU": "hijau", "Bawaslu": "hijau"}
    desk.do(EndOperation(OP))


def test_a_place_of_an_older_program_has_stood_there_from_the_start(
    desk: Desk, clock: HandClock
) -> None:
    with acting(desk.room.database.storage) as work:
        levels = {"KPU": "hijau"}
        work.add(Operation("op-old", 1, "Lama", desk.room.clock.now(), None, None, levels))
    clock.turn(60)
    line = str(desk.do(replace(RAISE, operation_id="op-old")).result["decision_id"])
    clock.turn(60)
    desk.do(TransferControl("op-old", "KPU", "Kapolres", "Kapolda", Authority.PROVINCE))
    operation = next(one for one in desk.look().operations if one.id == "op-old")
    (place,) = places(desk.look(), operation)
    assert place.last is not None
    assert desk.do(RevokeDecision(line, "salah tempat")).seq is not None


def test_of_two_seats_with_different_clocks_the_level_that_stands_is_taken_back(
    desk: Desk, clock: HandClock
) -> None:
    clock.turn(65)
    fast = str(desk.do(RAISE).result["decision_id"])
    clock.turn(-3)
    red = replace(RAISE, level=RED, before=YELLOW, ordered_by="Kapolda")
    slow = str(desk.do(replace(red, authority=Authority.PROVINCE)).result["decision_id"])
    (operation,) = desk.look().operations
    last = places(desk.look(), operation)[0].last
    assert last is not None
    assert last.ordered_by == "Kapolda"
    with pytest.raises(Conflict):
        desk.do(RevokeDecision(fast, "salah"))
    assert stands(desk)["KPU"] == "merah"
    desk.do(RevokeDecision(slow, "salah"))
    assert stands(desk)["KPU"] == "kuning"


def test_who_heard_is_written_once_each_and_can_be_struck_and_undone(desk: Desk) -> None:
    line = str(desk.do(RAISE).result["decision_id"])
    heard = desk.do(HearDecision(line, "Danton  Dalmas", "HT"))
    assert desk.do(HearDecision(line, "danton dalmas")).seq is None
    assert [row.who for row in hearings(desk.look())[line]] == ["Danton Dalmas"]
    id = str(heard.result["hearing_id"])
    desk.do(StrikeHearing(id))
    assert hearings(desk.look()) == {}
    other = desk.do(HearDecision(line, "Wakapolres"))
    desk.do(Undo("hearing", str(other.result["hearing_id"]), other.op_id))
    assert hearings(desk.look()) == {}


def test_a_place_comes_and_leaves_only_while_it_is_green(desk: Desk) -> None:
    site = str(desk.do(KeepSite(SiteKind.STATION, "Stasiun", area="Arjosari")).result["site_id"])
    desk.do(AddPlace(OP, "Stasiun", site))
    assert why(desk, AddPlace(OP, "stasiun")) == "operation_place_there"
    desk.do(RAISE)
    assert why(desk, LeavePlace(OP, "KPU")) == "place_not_green"
    assert why(desk, EndOperation(OP)) == "place_not_green"
    desk.do(replace(RAISE, level=GREEN, before=YELLOW))
    desk.do(LeavePlace(OP, "KPU"))
    assert stands(desk) == {"Bawaslu": "hijau", "Stasiun": "hijau"}
    assert len(log(desk)) == 2
    desk.do(AddPlace(OP, "KPU"))
    desk.do(EndOperation(OP))
    assert desk.look().operations == []
    assert why(desk, RAISE) == "operation_over"


def test_an_operation_has_only_so_many_places_whatever_they_are_called(desk: Desk) -> None:
    start = desk.room.clock.now()
    for names in ([f"P{n}" for n in range(201)], [f"{'ж' * 76}{n}" for n in range(50)]):
        levels = dict.fromkeys(names, "hijau")
        command = StartOperation(Operation("op-2", 1, "Besar", start, None, None, levels))
        assert why(desk, command) == "operation_many_places"
    assert len(desk.look().operations) == 1


def test_what_was_decided_is_read_back_as_it_was_folded(desk: Desk) -> None:
    line = str(desk.do(RAISE).result["decision_id"])
    desk.do(HearDecision(line, "Danton", "HT"))
    desk.do(TransferControl(OP, "KPU", "Kapolsek", "Kapolres"))
    loaded = Situation()
    loaded.load(desk.room.database.feed.snapshot(desk.room.clock.now()))
    assert everything(loaded) == everything(desk.look())
    assert all(everything(loaded).values())
