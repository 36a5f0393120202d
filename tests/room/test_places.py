"""Places, polling stations, how vulnerable they are judged and what was said; on both engines."""

from dataclasses import asdict, replace
from datetime import timedelta
from typing import Any

import pytest

from command_center.advice.criteria import CRITERIA_SETTING, shipped_criteria, write_criteria
from command_center.commands.assessments import (
    Assess,
    ImportAssessments,
    SetCriteria,
    StrikeAssessment,
)
from command_center.commands.dialogues import (
    KeepDialogue,
    KeepFriction,
    StrikeDialogue,
    StrikeFriction,
)
from command_center.commands.elections import (
    DropStations,
    ImportStations,
    KeepElection,
    StationRow,
)
from command_center.commands.operations import StartOperation
from command_center.commands.sites import CloseSite, ImportSites, KeepSite
from command_center.commands.undo import Undo
from command_center.domain.errors import Conflict, OperatorError
from command_center.domain.place import LocatedBy
from command_center.domain.room import Operation
from command_center.domain.site import DialogueKind, ElectionKind, SiteKind, SubjectKind
from command_center.situation.situation import Situation
from command_center.situation.vulnerability import (
    choropleth,
    criteria_of,
    dialogues,
    friction_notes,
    history,
    standing,
)
from tests.room.conftest import HandClock
from tests.room.desk import Desk

KPU = KeepSite(
    SiteKind.KPU,
    "KPU  Kota Malang",
    "kpu",
    "KPU",
    "Jl. Bantaran 6",
    "KPU",
    ("Piket 0341 000",),
    "Blimbing",
    source="alamat publik",
)
SUKUN, LOWOKWARU = "35.73.04.1005", "35.73.05.1011"
"""Kelurahan that are called as their kecamatan is."""
ELECTION = KeepElection("pilkada-2024", "Pilkada 2024", ElectionKind.REGIONAL, "2024-11-27")
SCORES = {"konflik_sosial": 2, "bencana": 4}


def rows(look: Situation, entity: str) -> dict[str, dict[str, Any]]:
    """Every field of every row: what two pictures are compared by."""
    return {row.id: asdict(row) for row in look.all(entity)}


def everything(look: Situation) -> dict[str, Any]:
    kinds = ("site", "election", "polling_station", "assessment", "dialogue", "friction_note")
    return {kind: rows(look, kind) for kind in kinds}


def kept(desk: Desk, command: KeepSite = KPU) -> str:
    return str(desk.do(command).result["site_id"])


def election(desk: Desk) -> str:
    return str(desk.do(ELECTION).result["election_id"])


def stations(*numbers: int, area: str = LOWOKWARU) -> tuple[StationRow, ...]:
    return tuple(StationRow(area, number, "3573051011", 560) for number in numbers)


def test_what_was_kept_is_read_back_as_it_was_folded(desk: Desk) -> None:
    site = kept(desk)
    rated = desk.do(Assess(SubjectKind.SITE, site, SCORES, "Sat Intelkam")).result
    said = KeepDialogue(
        DialogueKind.VISIT, "Bhabin", "aman", site, assessment_id=str(rated["assessment_id"])
    )
    desk.do(said)
    desk.do(ImportStations(election(desk), "KPU", stations(1, 901)))
    soon = desk.room.clock.now() + timedelta(days=90)
    desk.do(KeepFriction(LOWOKWARU, "sealed-1", "laporan RW", soon))
    folded = desk.look()
    loaded = Situation()
    loaded.load(desk.room.database.feed.snapshot(desk.room.clock.now()))
    assert everything(loaded) == everything(folded)
    assert all(everything(loaded).values())
    (listed,) = loaded.all("site")
    assert listed.contacts == ("Piket 0341 000",)


def test_a_place_without_a_point_says_that_only_its_area_is_known(desk: Desk) -> None:
    look_id = kept(desk)
    site = desk.look().get("site", look_id)
    assert site is not None
    assert (site.lat, site.located, site.name) == (None, LocatedBy.KELURAHAN, "KPU Kota Malang")
    assert site.area_code == "35.73.01"
    kept(desk, replace(KPU, lat=-7.9776606, lon=112.6340866, site_id=look_id))
    moved = desk.look().get("site", look_id)
    assert moved is not None
    assert (moved.located, moved.area_code) == (LocatedBy.TYPED, "35.73.02.1004")


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (replace(KPU, name=" "), "site_needs_name"),
        (replace(KPU, area="Qwxzy"), "unknown_area"),
        (replace(KPU, lat=-7.9), "place_no_point"),
        (replace(KPU, lat=-97.9, lon=112.0), "place_no_point"),
        (replace(KPU, name="x" * 201), "text_too_long"),
        (replace(KPU, contacts=("a",) * 13), "site_many_contacts"),
        (ImportSites((replace(KPU, code=""),)), "site_needs_code"),
        (ImportSites((KPU,) * 501), "import_too_many"),
        (KeepElection("x", "y", ElectionKind.OTHER, "27-11-2024"), "election_bad_day"),
        (Assess(SubjectKind.AREA, SUKUN, {}, "x"), "rating_needs_scores"),
        (Assess(SubjectKind.AREA, SUKUN, {"bencana": 5}, "x"), "rating_score_range"),
        (Assess(SubjectKind.AREA, SUKUN, {"cuaca": 1}, "x"), "rating_unknown_criterion"),
        (Assess(SubjectKind.AREA, SUKUN, SCORES, " "), "rating_needs_source"),
        (Assess(SubjectKind.AREA, "Sukun", SCORES, "x"), "place_needs_kelurahan"),
        (Assess(SubjectKind.AREA, "Qwxzy", SCORES, "x"), "unknown_area"),
        (Assess(SubjectKind.SITE, "nobody", SCORES, "x"), "not_found"),
        (Assess(SubjectKind.AREA, SUKUN, SCORES, "x", criteria_version=3), "conflict"),
        (KeepDialogue(DialogueKind.DIALOGUE, "Bhabin", "aman"), "place_needs_area"),
        (KeepDialogue(DialogueKind.DIALOGUE, " ", "aman", area="Sukun"), "dialogue_needs_who"),
        (KeepDialogue(DialogueKind.PATROL, "Bhabin", " ", area="Sukun"), "dialogue_needs_summary"),
        (SetCriteria("[[criterion]]"), "criteria_wrong"),
    ],
)
def test_what_is_refused_changes_nothing(desk: Desk, command: Any, why: str) -> None:
    seq = desk.look().seq
    with pytest.raises(OperatorError, match=why):
        desk.do(command)
    assert desk.look().seq == seq


def test_the_same_list_again_changes_nothing_and_says_so(desk: Desk) -> None:
    sites = ImportSites((KPU, replace(KPU, code="bawaslu", name="Bawaslu")))
    first = desk.do(sites).result
    assert (first["added"], first["changed"]) == (2, 0)
    id, seq = election(desk), desk.look().seq
    again = desk.do(sites)
    assert (again.result["added"], again.result["changed"], again.seq) == (0, 0, None)
    wanted = ImportStations(id, "KPU", stations(1, 2, 901))
    assert desk.do(wanted).result["added"] == 3
    assert desk.do(wanted).seq is None
    assert desk.look().seq == seq + 1
    more = ImportStations(id, "KPU", (replace(stations(2)[0], voters=12), *stations(905)))
    result = desk.do(more).result
    assert (result["added"], result["changed"]) == (1, 1)
    found = {s.number: s for s in desk.look().all("polling_station")}
    assert {n: (s.voters, s.is_special) for n, s in found.items()} == {
        1: (560, False),
        2: (12, False),
        901: (560, True),
        905: (560, True),
    }


def test_each_election_counts_its_own_stations(desk: Desk) -> None:
    other = replace(ELECTION, code="pemilu-2024", kind=ElectionKind.GENERAL)
    ids = [election(desk), str(desk.do(other).result["election_id"])]
    for id in ids:
        desk.do(ImportStations(id, "KPU", stations(1)))
    look = desk.look()
    assert {s.election_id for s in look.all("polling_station")} == set(ids)
    (first, second) = look.all("polling_station")
    desk.do(DropStations((first.id,)))
    gone = {s.id: s.gone_at is not None for s in desk.look().all("polling_station")}
    assert gone == {first.id: True, second.id: False}
    desk.do(ImportStations(first.election_id, "KPU", stations(1)))
    assert all(s.gone_at is None for s in desk.look().all("polling_station"))


def test_a_newer_judgement_counts_and_the_older_one_stays(desk: Desk, clock: HandClock) -> None:
    desk.do(Assess(SubjectKind.AREA, SUKUN, {"teror": 4}, "Sat Intelkam", author="Kasat"))
    clock.turn(60)
    desk.do(Assess(SubjectKind.AREA, SUKUN, {"teror": 0}, "Polsek Sukun"))
    look = desk.look()
    code = SUKUN
    newest, oldest = history(look, (SubjectKind.AREA, code))
    assert (newest.value, newest.level, oldest.value, oldest.level) == (
        0.0, "kurang_rawan", 100.0, "sangat_rawan",
    )  # fmt: skip
    assert oldest.author == "Kasat"
    (shade, blank) = choropleth(look, [code, "35.73.01.1001"], criteria_of(look))
    assert (shade.shade, shade.label, shade.judged) == (0, "Kurang rawan", newest)
    assert (blank.shade, blank.judged) == (None, None)
    desk.do(StrikeAssessment(newest.id))
    assert standing(desk.look())[SubjectKind.AREA, code].id == oldest.id
    assert len(history(desk.look(), (SubjectKind.AREA, code))) == 2


def test_an_operation_has_judgements_of_its_own(desk: Desk, clock: HandClock) -> None:
    operation = "pilkada"
    begun = Operation(operation, 1, "Pilkada", clock.now(), None, None, {})
    desk.do(StartOperation(begun), act=desk.room.console)
    desk.do(Assess(SubjectKind.AREA, SUKUN, {"teror": 2}, "x"))
    clock.turn(5)
    desk.do(Assess(SubjectKind.AREA, SUKUN, {"teror": 4}, "x", operation_id=operation))
    subject = SubjectKind.AREA, SUKUN
    look = desk.look()
    values = [standing(look, id)[subject].value for id in ("", operation, "another")]
    assert values == [50.0, 100.0, 50.0]


def test_a_judgement_keeps_the_criteria_it_was_made_with(desk: Desk) -> None:
    desk.do(Assess(SubjectKind.AREA, SUKUN, SCORES, "x"))
    shipped = shipped_criteria()
    heavier = (replace(shipped.criteria[0], weight=100), *shipped.criteria[1:])
    text = write_criteria(replace(shipped, criteria=heavier))
    assert desk.do(SetCriteria(text)).result == {"version": 1, "count": 5}
    assert criteria_of(desk.look()).criteria == heavier
    with pytest.raises(Conflict):
        desk.do(Assess(SubjectKind.AREA, SUKUN, SCORES, "x"))
    with pytest.raises(Conflict):
        desk.do(SetCriteria(text))
    desk.do(Assess(SubjectKind.AREA, SUKUN, SCORES, "x", criteria_version=1))
    values = [(row.criteria_version, row.value) for row in desk.look().all("assessment")]
    assert values == [(0, 66.7), (1, 51.0)]
    assert desk.look().get("room_setting", CRITERIA_SETTING) is not None


def test_what_was_kept_last_can_be_taken_back(desk: Desk) -> None:
    site = kept(desk)
    renamed = desk.do(replace(KPU, name="KPU Malang"))
    desk.do(Undo("site", site, renamed.op_id))
    assert desk.look().get("site", site).name == "KPU Kota Malang"  # type: ignore[union-attr]
    made = desk.do(Assess(SubjectKind.SITE, site, SCORES, "x"))
    rated = str(made.result["assessment_id"])
    desk.do(Undo("assessment", rated, made.op_id))
    assert standing(desk.look()) == {}
    talk = desk.do(KeepDialogue(DialogueKind.DIALOGUE, "Bhabin", "aman", site))
    told = str(talk.result["dialogue_id"])
    struck = desk.do(StrikeDialogue(told))
    desk.do(Undo("dialogue", told, struck.op_id))
    assert desk.look().get("dialogue", told).struck_at is None  # type: ignore[union-attr]


def test_an_edit_of_what_moved_on_meanwhile_is_a_conflict(desk: Desk) -> None:
    site = kept(desk)
    edit = replace(KPU, site_id=site, before=1)
    desk.do(replace(edit, short="KPUK"))
    with pytest.raises(Conflict):
        desk.do(replace(edit, address="Jl. Lain"))


def test_a_closed_place_keeps_its_history_and_comes_back(desk: Desk) -> None:
    site = kept(desk)
    desk.do(KeepDialogue(DialogueKind.PATROL, "Tim Tombak", "ramai", site))
    desk.do(CloseSite(site))
    closed = desk.look()
    row = closed.get("site", site)
    assert row is not None
    assert row.closed_at is not None
    assert len(dialogues(closed, row, None)) == 1
    kept(desk)
    assert desk.look().get("site", site).closed_at is None  # type: ignore[union-attr]


def test_a_friction_note_says_where_and_from_whom_and_never_what(desk: Desk) -> None:
    until = desk.room.clock.now() + timedelta(days=90)
    with pytest.raises(OperatorError, match="friction_names_person"):
        desk.do(KeepFriction(SUKUN, "s-1", "Sdr. Budi 0812-3456-7890", until))
    note = desk.do(KeepFriction(SUKUN, "s-1", "laporan RW", until)).result["note_id"]
    (row,) = friction_notes(desk.look(), SUKUN)
    assert (row.id, row.subject_id, row.source) == (note, "s-1", "laporan RW")
    desk.do(StrikeFriction(row.id))
    assert friction_notes(desk.look(), SUKUN) == []


def test_a_code_belongs_to_one_place(desk: Desk) -> None:
    kept(desk)
    other = kept(desk, replace(KPU, code="bawaslu", name="Bawaslu"))
    with pytest.raises(OperatorError, match="site_code_taken"):
        desk.do(replace(KPU, name="Bawaslu", site_id=other))
    assert [row.code for row in desk.look().all("site")] == ["kpu", "bawaslu"]


def test_judgements_that_are_read_twice_are_made_once(desk: Desk, clock: HandClock) -> None:
    at = clock.now() - timedelta(days=1)
    one = Assess(SubjectKind.AREA, SUKUN, SCORES, "Intel", author="Kasat", at=at)
    several = ImportAssessments((one, replace(one, scores={"teror": 1})))
    assert desk.do(several).result == {"added": 2, "count": 2}
    again = desk.do(several)
    assert (again.result["added"], again.seq) == (0, None)
    struck = next(iter(desk.look().all("assessment")))
    desk.do(StrikeAssessment(struck.id))
    assert desk.do(several).result["added"] == 1


def test_what_a_list_of_places_does_not_speak_of_stays(desk: Desk) -> None:
    at = {"lat": -7.9776606, "lon": 112.6340866, "located": LocatedBy.GEOCODED}
    id = kept(desk, replace(KPU, **at))  # type: ignore[arg-type]
    before = desk.look().get("site", id)
    silent = ("short", "address", "holder", "contacts", "area", "source", "lat")
    short = KeepSite(SiteKind.KPU, "KPU Kota Malang", "kpu", untold=silent)
    assert desk.do(ImportSites((short,))).result["changed"] == 0
    assert desk.look().get("site", id) == before
    desk.do(ImportSites((replace(short, name="KPU Malang", source="berkas"),)))
    after = desk.look().get("site", id)
    assert before is not None
    assert after == replace(before, version=2, name="KPU Malang")
    desk.do(ImportSites((replace(short, untold=("lat", "area")),)))
    emptied = desk.look().get("site", id)
    assert emptied is not None
    assert (emptied.address, emptied.contacts, emptied.lat) == ("", (), before.lat)


def test_a_new_place_has_what_the_list_says_of_it(desk: Desk) -> None:
    desk.do(ImportSites((replace(KPU, untold=("source", "address")),)))
    (site,) = desk.look().all("site")
    assert (site.source, site.address) == (KPU.source, KPU.address)


def test_how_a_point_was_found_is_known_until_it_moves(desk: Desk) -> None:
    gps = replace(KPU, lat=-7.9776606, lon=112.6340866, located=LocatedBy.GPS)
    id = kept(desk, gps)
    typed = replace(gps, name="KPU Malang", located=LocatedBy.TYPED)
    desk.do(ImportSites((typed,)))
    renamed = desk.look().get("site", id)
    assert renamed is not None
    assert (renamed.name, renamed.located) == ("KPU Malang", LocatedBy.GPS)
    desk.do(ImportSites((replace(typed, lat=-7.9776),)))
    moved = desk.look().get("site", id)
    assert moved is not None
    assert moved.located is LocatedBy.TYPED


def test_what_a_list_of_stations_does_not_speak_of_stays(desk: Desk) -> None:
    id, point = election(desk), {"lat": -7.94, "lon": 112.61, "located": LocatedBy.GPS}
    full = StationRow(LOWOKWARU, 1, "3573051011", 560, "SDN 1", **point)  # type: ignore[arg-type]
    desk.do(ImportStations(id, "KPU", (full,)))
    (before,) = desk.look().all("polling_station")
    silent = ("kpu_code", "voters", "location", "lat")
    bare = StationRow(LOWOKWARU, 1, untold=silent)
    assert desk.do(ImportStations(id, "KPU", (bare,))).result["changed"] == 0
    desk.do(ImportStations(id, "KPU", (replace(full, voters=9, located=LocatedBy.TYPED),)))
    (after,) = desk.look().all("polling_station")
    assert after == replace(before, version=2, voters=9)
    desk.do(ImportStations(id, "KPU", (replace(bare, untold=("lat",)),)))
    (emptied,) = desk.look().all("polling_station")
    assert (emptied.voters, emptied.location, emptied.located) == (None, "", LocatedBy.GPS)
