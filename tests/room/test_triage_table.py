"""A room edits its table of points: what it ranked is ranked anew, what a person said stays."""

import pytest

from command_center.advice.triage import shipped_table
from command_center.advice.triage.reading import shipped_text
from command_center.advice.triage.writing import as_toml
from command_center.commands.intake import EnterCall
from command_center.commands.operations import StartOperation
from command_center.commands.triage import (
    CloseIncident,
    MergeIncidents,
    ReopenIncident,
    SetPriority,
    UnmergeIncident,
)
from command_center.commands.triage_table import SetTriageTable
from command_center.domain.errors import Conflict, NotAllowed, OperatorError
from command_center.domain.incident import Disposition, Priority
from command_center.domain.room import Operation, Role, RoomSetting
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.storage.rows import acting

LOUD = shipped_text().replace(
    'any = ["gangguan_ketertiban"]\npoints = 2', 'any = ["gangguan_ketertiban"]\npoints = 5'
)


def noise(desk: Desk, text: str = "bising", **given: object) -> str:
    made = desk.do(EnterCall("gangguan_ketertiban", text, "Jl. Ijen", **given))  # type: ignore[arg-type]
    return str(made.result["incident_id"])


def test_an_edit_ranks_anew_what_the_table_had_ranked_and_nothing_else(desk: Desk) -> None:
    ranked, by_hand, over = noise(desk), noise(desk), noise(desk)
    chosen = noise(desk, priority=Priority.P4)
    desk.do(SetPriority(by_hand, Priority.P2, why="ramai"))
    desk.do(CloseIncident(over, Disposition.RESOLVED))
    done = desk.do(SetTriageTable(LOUD))
    assert done.result == {"table": 1, "rescored": 1}
    assert desk.incident(ranked).priority is Priority.P1
    assert desk.incident(ranked).priority_reason[0] == "category:gangguan_ketertiban:+5"
    for id, rank in ((by_hand, Priority.P2), (over, Priority.P3), (chosen, Priority.P4)):
        assert desk.incident(id).priority is rank


def test_the_edit_and_the_new_ranks_are_one_entry_of_the_log(desk: Desk) -> None:
    id = noise(desk)
    desk.do(SetTriageTable(LOUD))
    entry = list(desk.room.database.history.entries())[-1].entry
    assert entry.kind == "triage.table"
    assert {(c.entity, c.id) for c in entry.changes} == {
        ("room_setting", "triage"),
        ("incident", id),
    }
    setting = desk.look().get("room_setting", "triage")
    assert setting is not None
    value = setting.value
    assert (value["toml"], value["author"]) == (LOUD, desk.room.act.actor)


def test_what_comes_in_afterwards_is_ranked_by_the_rooms_table(desk: Desk) -> None:
    desk.do(SetTriageTable(LOUD))
    assert desk.incident(noise(desk)).priority is Priority.P1


def test_a_persons_word_and_what_the_table_had_said_are_kept(desk: Desk) -> None:
    id = noise(desk)
    desk.do(SetPriority(id, Priority.P1, why="  konser "))
    reasons = desk.incident(id).priority_reason
    assert reasons[:4] == (
        "given", "why:konser", "suggested:P3", "category:gangguan_ketertiban:+2",
    )  # fmt: skip
    desk.do(SetPriority(id, Priority.P2))
    assert desk.incident(id).priority_reason[:2] == ("given", "suggested:P3")


@pytest.mark.parametrize(
    ("text", "code", "row"),
    [
        (shipped_text().replace("points = 5", "points = 50", 1), "triage_points_range", 1),
        (shipped_text().replace('["kebakaran"]', '["kebakran"]', 1), "triage_unknown_category", 1),
        ("", "triage_table_empty", 0),
        ("[[", "triage_not_toml", 0),
    ],
)
def test_a_table_with_a_fault_changes_nothing(desk: Desk, text: str, code: str, row: int) -> None:
    desk.do(SetTriageTable(LOUD))
    before = desk.hash()
    with pytest.raises(OperatorError, match=code) as caught:
        desk.do(SetTriageTable(text, before=1))
    assert caught.value.params["row"] == row
    assert desk.hash() == before


def test_of_two_editors_the_second_is_told(desk: Desk) -> None:
    desk.do(SetTriageTable(LOUD))
    with pytest.raises(Conflict):
        desk.do(SetTriageTable(shipped_text()))
    assert desk.do(SetTriageTable(shipped_text(), before=1)).result["table"] == 2


def test_only_who_leads_a_shift_sets_the_table(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        desk.do(SetTriageTable(LOUD), act=desk.person(Role.OPERATOR))
    desk.do(SetTriageTable(LOUD), act=desk.person(Role.SHIFT_LEAD))


def test_a_priority_lent_by_a_merge_is_left_to_the_merge(desk: Desk) -> None:
    winner, loser = noise(desk), noise(desk, "ada korban luka, berdarah, pingsan sekarang")
    assert desk.incident(loser).priority is Priority.P1
    desk.do(MergeIncidents(winner, loser))
    desk.do(SetTriageTable(as_toml(shipped_table()).replace("points = 2", "points = 1")))
    assert desk.incident(winner).priority is Priority.P1


def test_many_reporters_and_the_polls_count_once_they_are_known(
    desk: Desk, clock: HandClock
) -> None:
    here = {"lat": -7.98, "lon": 112.63, "accuracy_m": 10.0}
    id = desk.report("laporan", reporter_ref="r-1", **here)
    assert "absent:election_day" in desk.incident(id).priority_reason
    started = clock.now()
    desk.do(
        StartOperation(Operation("op", 1, "Brata", started, None, "2026-12-30", {})),
        act=desk.room.console,
    )
    later = desk.report("laporan", reporter_ref="r-2", **here)
    assert "absent:election_day" not in desk.incident(later).priority_reason
    assert "absent:reporter" not in desk.incident(later).priority_reason
    assert "absent:episode" not in desk.incident(later).priority_reason


def test_a_table_of_the_room_that_cannot_be_read_is_said_with_each_incident(desk: Desk) -> None:
    desk.do(SetTriageTable(LOUD))
    with acting(desk.room.database.storage) as work:
        work.change(work.get(RoomSetting, "triage"), value={"toml": "[["})
    found = desk.incident(desk.report("laporan"))
    assert "absent:table" in found.priority_reason


def test_what_was_no_open_work_during_an_edit_is_ranked_once_it_is_again(desk: Desk) -> None:
    winner, loser, over = noise(desk), noise(desk), noise(desk)
    desk.do(MergeIncidents(winner, loser))
    desk.do(CloseIncident(over, Disposition.RESOLVED))
    desk.do(SetTriageTable(LOUD))
    desk.do(UnmergeIncident(loser))
    desk.do(ReopenIncident(over))
    assert {desk.incident(id).priority for id in (winner, loser, over)} == {Priority.P1}
