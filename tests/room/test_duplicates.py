"""Reports of one happening: filed by the program, asked of a person, taken apart for ever."""

import random
from datetime import timedelta
from typing import Any

import pytest

from command_center.advice.duplicates.book import book
from command_center.bootstrap.duplicates import standing_incidents
from command_center.bootstrap.room import OpenedRoom
from command_center.commands.dispatch import OrderUnits
from command_center.commands.duplicates import (
    AnswerDuplicate,
    KeepSecondLook,
    SeparateReport,
    SetDuplicateWeights,
)
from command_center.commands.follow import FollowReport, ReportStep
from command_center.commands.intake import EnterCall, ReceiveReport
from command_center.commands.notes import AddNote
from command_center.commands.triage import (
    CloseIncident,
    MergeIncidents,
    SetPriority,
    UnmergeIncident,
)
from command_center.domain.errors import Conflict, NotAllowed, OperatorError
from command_center.domain.incident import Disposition, DuplicateAnswer, Priority
from command_center.domain.room import AlarmType, Role
from command_center.ports import Outcome
from command_center.ui.sentences import SENTENCES
from tests.room.conftest import HandClock
from tests.room.desk import Desk

HERE, AWAY = (-7.9579, 112.6185), (-7.9860, 112.6500)
NEAR = (-7.9561, 112.6185)
"""200 m from here."""


class Street:
    """People with telephones."""

    def __init__(self, desk: Desk, clock: HandClock) -> None:
        self.desk, self.clock, self.told = desk, clock, 0

    def tell(
        self,
        text: str = "pohon tumbang menutup jalan veteran",
        at: tuple[float, float] | None = HERE,
        **given: Any,
    ) -> Outcome:
        self.told += 1
        self.clock.turn(20)
        given.setdefault("category", "pohon_tumbang")
        given.setdefault("reporter_ref", f"p{self.told}")
        lat, lon = at or (None, None)
        command = ReceiveReport(
            source_id="110",
            external_id=f"d{self.told}",
            text=text,
            lat=lat,
            lon=lon,
            channel=str(given.pop("channel", "wadul")),
            **given,
        )
        return self.desk.do(command, act=self.desk.room.system)

    def incident(self, **given: Any) -> str:
        return str(self.tell(**given).result["incident_id"])


@pytest.fixture
def street(desk: Desk, clock: HandClock) -> Street:
    return Street(desk, clock)


def answers(desk: Desk) -> list[DuplicateAnswer]:
    return list(desk.look().all("duplicate_answer"))


def test_the_second_report_of_a_tree_is_filed_and_says_why(street: Street) -> None:
    first = street.tell()
    second = street.tell("ada pohon rubuh jln veteran macet")
    assert second.result["incident_id"] == first.result["incident_id"]
    assert second.result["attached"] is True
    assert second.result["why"] == "0 m · 0 mnt · kategori sama · Jl. Veteran"
    assert second.result["features"]["same"] == 1.0
    look = street.desk.look()
    assert len(look.reports(str(first.result["incident_id"]))) == 2
    stored = list(street.desk.room.database.history.entries())[-1]
    assert stored.entry.inputs["result"]["points"] == second.result["points"]


def test_something_else_far_away_stays_its_own(street: Street) -> None:
    first = street.incident()
    assert street.incident(at=AWAY, text="pohon tumbang dekat rampal") != first
    assert street.incident(text="motor saya hilang", category="curanmor") != first


def test_a_person_on_the_line_has_an_incident_of_their_own(street: Street, desk: Desk) -> None:
    first = street.incident()
    lat, lon = HERE
    call = EnterCall("pohon_tumbang", "pohon tumbang jalan veteran", "", lat=lat, lon=lon)
    assert desk.do(call).result["incident_id"] != first


@pytest.mark.parametrize("channel", ["panic", "kentongan", "call", "radio", "dispatch"])
def test_what_somebody_waits_behind_is_never_filed_silently(street: Street, channel: str) -> None:
    first = street.incident(category="gangguan_ketertiban", text="orang mabuk")
    told = street.tell("orang mabuk", category="gangguan_ketertiban", channel=channel)
    assert told.result["incident_id"] != first
    assert "attached" not in told.result


def test_a_report_that_a_person_enters_is_not_filed_by_the_program(
    street: Street, desk: Desk
) -> None:
    first = street.incident()
    lat, lon = HERE
    told = desk.do(
        ReceiveReport("110", "x", "pohon_tumbang", "pohon tumbang veteran", lat=lat, lon=lon)
    )
    assert told.result["incident_id"] != first
    assert told.result["probably"] == first


@pytest.mark.parametrize(("at", "own"), [(HERE, False), (NEAR, True)])
def test_a_danger_word_raises_the_incident_and_rings_and_asks_where_there_is_doubt(
    street: Street, desk: Desk, at: tuple[float, float], own: bool
) -> None:
    first = street.incident()
    assert desk.incident(first).priority is not Priority.P1
    told = street.tell("pohon tumbang jalan veteran, ada orang tertimpa dan terjepit", at=at)
    assert (told.result["incident_id"] != first) is own
    assert told.result["raised"] == ["danger"]
    raised = desk.incident(first)
    assert raised.priority is Priority.P1
    assert raised.priority_reason[0] == "duplicate:danger"
    alarms = [a for a in desk.look().open_alarms() if a.type is AlarmType.DANGER_IN_FLOOD]
    assert [a.subject_id for a in alarms] == [first]


def test_a_no_takes_the_raise_back_and_is_kept(street: Street, desk: Desk) -> None:
    first = street.incident()
    before = desk.incident(first)
    told = street.tell("pohon tumbang jalan veteran, ada orang tertimpa", at=NEAR)
    other = str(told.result["incident_id"])
    desk.do(AnswerDuplicate(other, first, same=False, points=3.0, features={"near": 1.0}))
    after = desk.incident(first)
    assert (after.priority, after.priority_reason) == (before.priority, before.priority_reason)
    (answer,) = answers(desk)
    assert (answer.same, answer.points, answer.features) == (False, 3.0, {"near": 1.0})


def test_a_yes_merges_and_keeps_what_was_seen(street: Street, desk: Desk) -> None:
    first = street.incident()
    other = street.incident(text="pohon tumbang jalan veteran, ada orang tertimpa", at=NEAR)
    done = desk.do(AnswerDuplicate(other, first, same=True, points=4.2, features={"same": 1.0}))
    assert done.result["incident_id"] == first
    assert desk.incident(other).merged_into == first
    assert [a.same for a in answers(desk)] == [True]
    third = street.incident(text="pohon tumbang veteran")
    assert third == first, "what was merged is looked for under the winner"


def test_what_has_ended_is_not_filed_under(street: Street, desk: Desk) -> None:
    first = street.incident()
    desk.do(CloseIncident(first, Disposition.RESOLVED))
    assert street.incident() != first


def test_a_burst_of_one_account_weighs_like_one(street: Street, desk: Desk) -> None:
    first = street.incident(reporter_ref="spam")
    for _ in range(3):
        street.tell(reporter_ref="spam")
    card = desk.room.standing._cards.card(first)
    assert card is not None
    assert (len(card.reports), card.voices) == (4, 1)


def test_a_late_report_is_no_news_for_any(street: Street) -> None:
    first = street.incident()
    assert street.incident(late=True) != first


def test_one_reporters_system_closes_its_own_part_only(street: Street, desk: Desk) -> None:
    first = street.incident()
    street.tell()
    desk.do(FollowReport("110", "d2", ReportStep.CLOSED, desk.room.clock.now(), "sudah"))
    assert desk.incident(first).is_open


def test_a_report_taken_out_is_its_own_for_ever(street: Street, desk: Desk) -> None:
    first = street.incident()
    second = street.tell()
    report = str(second.result["report_id"])
    done = desk.do(SeparateReport(report))
    assert done.result["from_id"] == first
    assert {k: done.result[k] for k in ("units", "notes", "corrected")} == {
        "units": 0,
        "notes": 0,
        "corrected": 0,
    }
    alone = str(done.result["incident_id"])
    look = desk.look()
    assert [r.id for r in look.reports(alone)] == [report]
    assert [r.id for r in look.reports(first)] != [report]
    assert [(a.report_id, a.incident_id, a.same) for a in answers(desk)] == [(report, first, False)]
    with pytest.raises(OperatorError, match="report_alone"):
        desk.do(SeparateReport(report))


def test_a_merge_that_was_undone_leaves_the_state_as_it_was(street: Street, desk: Desk) -> None:
    one, two = street.incident(), street.incident(at=AWAY, text="kebakaran", category="kebakaran")
    before = desk.hash()
    desk.do(MergeIncidents(one, two))
    assert desk.hash() != before
    desk.do(UnmergeIncident(two))
    assert desk.hash() == before
    assert [(a.incident_id, a.same) for a in answers(desk)] == [(one, False)]


def test_taking_out_what_raised_an_incident_takes_the_raise_back(
    street: Street, desk: Desk
) -> None:
    first = street.incident()
    before = desk.incident(first)
    told = street.tell("pohon tumbang jalan veteran, ada orang tertimpa")
    assert told.result["incident_id"] == first
    assert desk.incident(first).priority is Priority.P1
    desk.do(SeparateReport(str(told.result["report_id"])))
    after = desk.incident(first)
    assert (after.priority, after.priority_reason) == (before.priority, before.priority_reason)


def test_a_third_reporter_counts_for_the_incident_a_report_is_filed_under(
    street: Street, desk: Desk
) -> None:
    first = street.incident()
    before = desk.incident(first)
    assert "many_reporters" not in " ".join(before.priority_reason)
    third = [street.tell(reporter_ref=f"r{n}") for n in range(2)][-1]
    assert third.result["incident_id"] == first
    after = desk.incident(first)
    assert any(code.startswith("reporters:many_reporters:") for code in after.priority_reason)
    assert after.priority <= before.priority
    desk.do(SeparateReport(str(third.result["report_id"])))
    assert desk.incident(first).priority_reason == before.priority_reason


def test_weights_are_the_rooms_and_nobody_elses_to_break(desk: Desk, street: Street) -> None:
    value = book().weights.as_setting()
    value["bars"] = {"ask": 40.0, "attach": 45.0, "attach_grave": 50.0}
    with pytest.raises(NotAllowed):
        desk.do(SetDuplicateWeights(value), act=desk.person(Role.OPERATOR))
    desk.do(SetDuplicateWeights(value))
    assert street.incident() != street.incident(), "nothing reaches a bar that high"
    with pytest.raises(Conflict):
        desk.do(SetDuplicateWeights(value))
    value["bars"]["ask"] = float("nan")
    with pytest.raises(OperatorError, match="duplicate_weights"):
        desk.do(SetDuplicateWeights(value, before=1))


def test_a_room_opened_again_knows_what_stands(
    street: Street, desk: Desk, room: OpenedRoom
) -> None:
    first = street.incident()
    rows = room.database.feed.snapshot(room.clock.now() - timedelta(hours=24)).rows
    again = standing_incidents(room.city, rows, room.clock.now())
    assert len(again) == 1
    assert first in again._cards


def test_unmerging_says_what_goes_with_it(street: Street, desk: Desk) -> None:
    one, two = street.incident(), street.incident(at=AWAY, text="motor hilang", category="curanmor")
    desk.do(OrderUnits(two, (desk.unit("SAMAPTA 12").id,), "merapat"))
    desk.do(AddNote(two, "pelapor menunggu"))
    desk.do(MergeIncidents(one, two))
    done = desk.do(UnmergeIncident(two))
    assert {k: done.result[k] for k in ("units", "notes", "corrected")} == {
        "units": 1,
        "notes": 1,
        "corrected": 0,
    }


def test_what_a_merged_incident_says_counts_until_it_is_taken_out(desk: Desk) -> None:
    """Three people, none of whom alone makes it urgent, and a rank that a person gave stays."""
    ids = [desk.report("laporan", reporter_ref=f"r{n}") for n in range(3)]
    before, hashed = desk.incident(ids[0]), desk.hash()
    for loser in ids[1:]:
        desk.do(MergeIncidents(ids[0], loser))
    heard = desk.incident(ids[0])
    assert any(code.startswith("reporters:many_reporters:") for code in heard.priority_reason)
    assert heard.priority <= before.priority
    for loser in ids[1:]:
        desk.do(UnmergeIncident(loser))
    assert desk.hash() == hashed
    desk.do(SetPriority(ids[0], Priority.P4))
    for loser in ids[1:]:
        desk.do(MergeIncidents(ids[0], loser))
    assert desk.incident(ids[0]).priority_reason[0] == "given"


TELLING = ("laporan", "ada korban luka berdarah", "tadi malam sudah selesai", "api besar sekali")


@pytest.mark.parametrize("seed", range(6))
def test_any_merges_taken_apart_again_leave_the_state_as_it_was(desk: Desk, seed: int) -> None:
    """In whichever order they were made and undone; nothing else is done meanwhile."""
    dice = random.Random(seed)
    ids = [desk.report(f"{dice.choice(TELLING)} {n}", reporter_ref=f"r{n}") for n in range(6)]
    before, standing, losers = desk.hash(), list(ids), []
    for _ in range(4):
        winner, loser = dice.sample(standing, 2)
        desk.do(MergeIncidents(winner, loser))
        standing.remove(loser)
        losers.append(loser)
    assert desk.hash() != before
    dice.shuffle(losers)
    for loser in losers:
        desk.do(UnmergeIncident(loser))
    assert desk.hash() == before


def test_what_is_merged_closed_or_not_there_is_a_clear_sentence_each(
    street: Street, desk: Desk
) -> None:
    winner, loser, over, apart = (
        street.incident(at=at, text="motor hilang", category="curanmor")
        for at in (HERE, AWAY, (-7.93, 112.60), (-7.99, 112.66))
    )
    desk.do(MergeIncidents(winner, loser))
    desk.do(CloseIncident(over, Disposition.RESOLVED))
    before = desk.hash()
    for command, code in (
        (MergeIncidents(apart, over), "incident_not_open"),
        (MergeIncidents(over, apart), "incident_not_open"),
        (MergeIncidents(apart, apart), "merge_with_itself"),
        (AnswerDuplicate(apart, over, same=True), "incident_not_open"),
        (AnswerDuplicate(apart, "nobody", same=False), "not_found"),
        (AnswerDuplicate(apart, winner, same=False, report_id="none"), "not_found"),
        (UnmergeIncident(apart), "not_merged"),
        (SeparateReport("none"), "not_found"),
        (SetDuplicateWeights({"weights": {}, "bars": {}}), "duplicate_weights"),
    ):
        with pytest.raises(OperatorError) as caught:
            desk.do(command)
        assert caught.value.code == code, command
        assert code in SENTENCES
    for command in (MergeIncidents(loser, apart), MergeIncidents(apart, loser)):
        with pytest.raises(Conflict):
            desk.do(command)
    assert desk.hash() == before


def test_one_second_look_a_night_is_kept_and_only_by_the_room(desk: Desk) -> None:
    night = desk.room.clock.now()
    pairs = tuple({"later_id": f"i{n}", "earlier_id": "i"} for n in range(60))
    with pytest.raises(NotAllowed):
        desk.do(KeepSecondLook(night, pairs))
    for due, kept in ((night, 50), (night, 0), (night - timedelta(days=1), 0)):
        done = desk.do(KeepSecondLook(due, pairs), act=desk.room.system)
        assert done.result == {"pairs": kept}
    later = night + timedelta(days=1)
    assert desk.do(KeepSecondLook(later, pairs[:2]), act=desk.room.system).result == {"pairs": 2}
    setting = desk.look().get("room_setting", "second_look")
    assert setting is not None
    assert [pair["later_id"] for pair in setting.value["pairs"]] == ["i0", "i1"]


def test_of_a_second_look_that_found_long_pairs_the_best_are_kept(desk: Desk) -> None:
    pairs = tuple({"later_id": f"i{n}", "earlier_id": "i", "why": "ñ" * 600} for n in range(50))
    done = desk.do(KeepSecondLook(desk.room.clock.now(), pairs), act=desk.room.system)
    setting = desk.look().get("room_setting", "second_look")
    assert setting is not None
    kept = [pair["later_id"] for pair in setting.value["pairs"]]
    assert 5 < len(kept) == done.result["pairs"] < 50
    assert kept == [f"i{n}" for n in range(len(kept))]
