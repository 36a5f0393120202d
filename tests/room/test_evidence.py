"""Evidence in the log: asked for once, settled once, held by the shift lead only."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from command_center.commands.cameras import ImportCameras
from command_center.commands.evidence import (
    FailEvidence,
    HoldEvidence,
    ReleaseHold,
    RequestEvidence,
    StoreEvidence,
)
from command_center.commands.notes import AddNote, KeepSnapshot
from command_center.domain.errors import NotAllowed, NotFound, OperatorError
from command_center.domain.ids import new_id
from command_center.domain.room import Camera, Evidence, EvidenceState, Role
from command_center.ports import Act
from command_center.situation.situation import Situation
from command_center.situation.timeline import timeline
from tests.room.conftest import HandClock
from tests.room.desk import Desk

CAMERA = Camera("cam-14", 1, "CAM-014", "Kayutangan", "rtsp://h/1", "", "", None, None, True)
SHA, MANIFEST = "a" * 64, "b" * 64


@pytest.fixture
def asked(desk: Desk, clock: HandClock) -> str:
    """The id of evidence that was asked for an incident."""
    desk.do(ImportCameras((CAMERA,)), act=desk.room.console)
    return ask(desk, clock, desk.report())


def ask(desk: Desk, clock: HandClock, incident_id: str | None) -> str:
    id = new_id(clock.now())
    desk.do(RequestEvidence(id, "cam-14", incident_id, 30, 30))
    return id


def stored(desk: Desk, clock: HandClock, id: str, **given: Any) -> StoreEvidence:
    now = clock.now()
    end = now + timedelta(seconds=60)
    fields = {"file": f"{id}.mp4", "sha256": SHA, "manifest_sha256": MANIFEST} | given
    return StoreEvidence(id, size=7_500_000, first_at=now, last_at=end, drift_s=-0.4, **fields)


def row(desk: Desk, id: str) -> Evidence:
    found = desk.look().get("evidence", id)
    assert isinstance(found, Evidence)
    return found


def lead(desk: Desk) -> Act:
    return desk.person(Role.SHIFT_LEAD)


def operator(desk: Desk) -> Act:
    return desk.person(Role.OPERATOR)


def test_a_request_says_who_wants_what_where(desk: Desk, asked: str) -> None:
    evidence = row(desk, asked)
    assert evidence.state is EvidenceState.REQUESTED
    assert evidence.requested_by == desk.room.act.actor
    assert evidence.workstation == desk.room.act.workstation
    assert (evidence.before_s, evidence.after_s) == (30, 30)


def test_asked_for_twice_is_asked_for_once(desk: Desk, asked: str) -> None:
    again = RequestEvidence(asked, "cam-14", None, 30, 30)
    assert desk.do(again).result["evidence_id"] == asked
    assert desk.kinds().count("evidence.requested") == 1


def test_the_log_entry_carries_both_hashes(desk: Desk, clock: HandClock, asked: str) -> None:
    desk.do(stored(desk, clock, asked), act=desk.room.system)
    entry = list(desk.room.database.history.entries())[-1].entry
    assert entry.kind == "evidence.stored"
    assert entry.changes[0].set["sha256"] == SHA
    assert entry.changes[0].set["manifest_sha256"] == MANIFEST
    evidence = row(desk, asked)
    assert evidence.state is EvidenceState.STORED
    assert evidence.drift_s == -0.4


def test_what_is_stored_cannot_be_exchanged(desk: Desk, clock: HandClock, asked: str) -> None:
    desk.do(stored(desk, clock, asked), act=desk.room.system)
    desk.do(stored(desk, clock, asked), act=desk.room.system)
    with pytest.raises(OperatorError, match="evidence_settled"):
        desk.do(stored(desk, clock, asked, manifest_sha256="c" * 64), act=desk.room.system)
    desk.do(FailEvidence(asked, "interrupted"), act=desk.room.system)
    assert row(desk, asked).state is EvidenceState.STORED


def test_what_was_given_up_may_still_be_found(desk: Desk, clock: HandClock, asked: str) -> None:
    desk.do(FailEvidence(asked, "interrupted"), act=desk.room.system)
    assert row(desk, asked).reason == "interrupted"
    desk.do(stored(desk, clock, asked, missing="program_ended"), act=desk.room.system)
    assert row(desk, asked).state is EvidenceState.STORED
    assert row(desk, asked).reason == "program_ended"


def test_only_the_workstation_itself_settles(desk: Desk, clock: HandClock, asked: str) -> None:
    for command in (stored(desk, clock, asked), FailEvidence(asked, "x")):
        with pytest.raises(NotAllowed):
            desk.do(command, act=lead(desk))


@pytest.mark.parametrize("file", ["../x.mp4", "a/b.mp4", "x.exe", "", "x.mp4\n"])
def test_names_and_hashes_are_ours(desk: Desk, clock: HandClock, asked: str, file: str) -> None:
    with pytest.raises(OperatorError, match="evidence_bad_request"):
        desk.do(stored(desk, clock, asked, file=file), act=desk.room.system)
    with pytest.raises(OperatorError, match="evidence_bad_request"):
        desk.do(stored(desk, clock, asked, sha256="A" * 64), act=desk.room.system)


def test_unreasonable_requests_are_refused(desk: Desk, clock: HandClock, asked: str) -> None:
    id = new_id(clock.now())
    for command, refusal in (
        (RequestEvidence(id, "cam-none", None, 30, 30), NotFound),
        (RequestEvidence(id, "cam-14", "incident-none", 30, 30), NotFound),
        (RequestEvidence(id, "cam-14", None, 30, 100_000), OperatorError),
        (RequestEvidence("../../x", "cam-14", None, 30, 30), OperatorError),
    ):
        with pytest.raises(refusal):
            desk.do(command)


def test_a_hold_needs_the_lead_and_a_reason(desk: Desk, clock: HandClock, asked: str) -> None:
    with pytest.raises(OperatorError, match="evidence_not_stored"):
        desk.do(HoldEvidence(asked, "penyidikan"), act=lead(desk))
    desk.do(stored(desk, clock, asked), act=desk.room.system)
    with pytest.raises(NotAllowed):
        desk.do(HoldEvidence(asked, "penyidikan"), act=operator(desk))
    with pytest.raises(NotAllowed):
        desk.do(HoldEvidence(asked, "penyidikan"), act=desk.room.system)
    with pytest.raises(OperatorError, match="hold_needs_reason"):
        desk.do(HoldEvidence(asked, "  "), act=lead(desk))
    desk.do(HoldEvidence(asked, "penyidikan"), act=lead(desk))
    assert row(desk, asked).hold
    desk.do(ReleaseHold(asked, "perkara selesai"), act=lead(desk))
    assert not row(desk, asked).hold
    assert row(desk, asked).hold_reason == "perkara selesai"


def test_it_stands_on_the_incidents_timeline(desk: Desk, clock: HandClock, asked: str) -> None:
    desk.do(stored(desk, clock, asked), act=desk.room.system)
    incident_id = row(desk, asked).incident_id
    assert incident_id is not None
    entries = desk.room.database.history.about("incident", incident_id, 10**9, 100)
    kinds = [line.kind for line in timeline(entries, {incident_id})]
    assert kinds[-2:] == ["evidence.requested", "evidence.stored"]


def test_the_situation_says_which_incident_was_touched(desk: Desk, clock: HandClock) -> None:
    desk.do(ImportCameras((CAMERA,)), act=desk.room.console)
    incident_id = desk.report()
    situation = desk.look()
    ask(desk, clock, incident_id)
    entry = list(desk.room.database.history.entries(situation.seq))[-1]
    touched = situation.apply(entry)
    assert incident_id in touched.incidents
    assert "evidence" in touched.entities


def test_a_window_forgets_what_a_new_one_would_not_load(
    desk: Desk, clock: HandClock, asked: str
) -> None:
    loose = ask(desk, clock, None)
    situation = desk.look()
    since = clock.now() + timedelta(hours=1)
    clock.turn(2 * 3600)
    situation.forget(since)
    fresh = Situation()
    fresh.load(desk.room.database.feed.snapshot(since))
    assert situation.get("evidence", loose) is None
    assert situation.get("evidence", asked) is not None
    assert {e.id for e in situation.all("evidence")} == {e.id for e in fresh.all("evidence")}


@pytest.mark.parametrize(
    "wrong",
    [
        {"file": "../../secret.png"},
        {"file": "/etc/passwd"},
        {"file": "a\\b.png"},
        {"file": "a.png\n"},
        {"file": "a.mp4"},
        {"sha256": "A" * 64},
        {"digest": "x"},
    ],
)
def test_a_picture_has_a_name_and_hashes_of_ours(
    desk: Desk, clock: HandClock, wrong: dict[str, Any]
) -> None:
    incident = desk.report()
    desk.do(ImportCameras((CAMERA,)), act=desk.room.console)
    kept = KeepSnapshot(incident, "cam-14", "a.png", SHA, 8, 8, clock.now(), MANIFEST)
    desk.do(kept)
    with pytest.raises(OperatorError, match="evidence_bad_request"):
        desk.do(replace(kept, **wrong))
    assert len(list(desk.look().all("snapshot"))) == 1


def test_a_reason_that_no_log_holds_is_refused_in_words(
    desk: Desk, clock: HandClock, asked: str
) -> None:
    desk.do(stored(desk, clock, asked), act=desk.room.system)
    with pytest.raises(OperatorError, match="text_too_long"):
        desk.do(HoldEvidence(asked, "x" * 4_001), act=lead(desk))
    desk.do(HoldEvidence(asked, "x" * 4_000), act=lead(desk))
    assert row(desk, asked).hold


def test_a_line_that_no_log_holds_is_refused_in_words(desk: Desk) -> None:
    incident = desk.report()
    with pytest.raises(OperatorError, match="text_too_long"):
        desk.do(AddNote(incident, "x" * 4_001))
    desk.do(AddNote(incident, "x" * 4_000))
