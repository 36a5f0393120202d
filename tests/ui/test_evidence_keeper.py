"""Evidence at the workstation: recorded at once, logged when the log can, found again after a
crash."""

import dataclasses
import hashlib
import json
import time
from concurrent.futures import Future
from datetime import timedelta
from pathlib import Path

import av
import pytest

from command_center.bootstrap.evidence import EvidenceKeeper
from command_center.commands.evidence import FailEvidence, RequestEvidence, StoreEvidence
from command_center.commands.notes import KeepSnapshot
from command_center.domain.errors import OperatorError
from command_center.domain.log import Act
from command_center.domain.room import Role
from command_center.ui.actions.table import ACTIONS
from command_center.ui.evidence.state import recording
from command_center.video.engine import Engine
from command_center.video.evidence.container import PartFile
from command_center.video.evidence.recorder import Recording
from command_center.video.evidence.verify import verify
from command_center.video.model import (
    CameraSpec,
    ClipFile,
    ClipRequest,
    Reason,
    Snapshot,
    StreamError,
)
from command_center.video.policy import StreamPolicy
from command_center.video.ring import PacketRing
from tests.ui.conftest import MakeDesk
from tests.ui.evidence_rows import asked
from tests.ui.seats import Desk
from tests.unit.video.coded import coded

SYSTEM = Act("staff-system", "meja-2", "shift-b", Role.SYSTEM.value)
SHA, MANIFEST = "4f2a91c7" + "0" * 56, "b" * 64


class HandEngine(Engine):
    """Answers when the test says so."""

    def __init__(self) -> None:
        super().__init__(StreamPolicy.loopback_only())
        self.asked: list[tuple[ClipRequest, Future[ClipFile]]] = []

    def keep(self, request: ClipRequest) -> Future[ClipFile]:
        self.asked.append((request, Future()))
        return self.asked[-1][1]


@dataclasses.dataclass
class Keeping:
    desk: Desk
    engine: HandEngine
    keeper: EvidenceKeeper

    def key(self) -> str:
        """Press it with a camera and an incident selected; the id of the evidence."""
        self.desk.seat.selection.select_incident("incident-147")
        self.desk.seat.selection.select_camera("camera-14")
        ACTIONS["wall.record"].perform(self.desk.seat)
        self.desk.settle()
        return self.engine.asked[-1][0].name

    def answer(self, clip: ClipFile | None = None, error: Exception | None = None) -> None:
        future = self.engine.asked[-1][1]
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(clip or kept(self.engine.asked[-1][0].name))
        self.desk.settle()

    def tick(self, seconds: float = 1.0) -> None:
        self.keeper.tick(self.desk.clock.forward(seconds))
        self.desk.settle()

    def notices(self) -> list[str]:
        return [notice.code for notice in self.desk.notices]


def kept(name: str, missing: str = "") -> ClipFile:
    return ClipFile(f"{name}.mp4", 7_480_000, SHA, MANIFEST, 1.8e9, 1.8e9 + 60, 1500, -0.4, missing)


@pytest.fixture
def keeping(new_desk: MakeDesk, tmp_path: Path) -> Keeping:
    desk = new_desk()
    desk.seat.engine.close(1.0)
    engine = HandEngine()
    desk.seat = dataclasses.replace(desk.seat, engine=engine)
    return Keeping(desk, engine, EvidenceKeeper(desk.seat, tmp_path / "evidence", SYSTEM))


def test_the_key_records_asks_and_stores(keeping: Keeping) -> None:
    id = keeping.key()
    request = keeping.engine.asked[0][0]
    assert (request.camera_id, request.before_s, request.after_s) == ("camera-14", 30, 30)
    assert request.about["incident"] == "0147"
    assert request.about["operator_id"] == "staff-rs"
    assert request.about["workstation"] == "meja-2"
    assert keeping.desk.commands == [RequestEvidence(id, "camera-14", "incident-147", 30, 30)]
    keeping.answer()
    stored = keeping.desk.commands[-1]
    assert isinstance(stored, StoreEvidence)
    assert (stored.file, stored.sha256, stored.drift_s) == (f"{id}.mp4", SHA, -0.4)
    assert keeping.desk.recorder.acts[-1] == SYSTEM
    assert keeping.notices() == ["evidence.started", "evidence.stored"]
    assert keeping.desk.notices[-1].params["hash"] == "4f2a91c7"


def test_without_an_incident_it_is_kept_too(keeping: Keeping) -> None:
    keeping.desk.seat.selection.select_camera("camera-14")
    ACTIONS["wall.record"].perform(keeping.desk.seat)
    keeping.desk.settle()
    assert keeping.desk.commands[0].incident_id is None


def test_recording_does_not_wait_for_the_database(keeping: Keeping) -> None:
    keeping.desk.recorder.error = OperatorError("database_unreachable")
    keeping.key()
    assert len(keeping.engine.asked) == 1
    keeping.answer()
    keeping.tick()
    tried = len(keeping.desk.commands)
    keeping.desk.recorder.error = None
    keeping.tick(10)
    assert [type(c) for c in keeping.desk.commands[tried:]] == [RequestEvidence, StoreEvidence]
    assert keeping.notices()[-1] == "evidence.stored"


def test_part_of_a_clip_says_what_is_missing(keeping: Keeping) -> None:
    keeping.answer(kept(keeping.key(), "disk_full"))
    assert keeping.desk.commands[-1].missing == "disk_full"
    assert keeping.desk.notices[-1].code == "evidence.stored_partly"
    assert keeping.desk.notices[-1].params["missing"] == "cakram penuh"


def test_a_camera_that_sends_nothing_is_said(keeping: Keeping) -> None:
    id = keeping.key()
    keeping.answer(error=StreamError(Reason.STALLED))
    assert keeping.desk.commands[-1] == FailEvidence(id, "stalled")
    assert keeping.desk.notices[-1].error
    assert keeping.desk.notices[-1].code == "evidence_failed"


def test_what_a_crash_left_unfinished_is_given_up(keeping: Keeping) -> None:
    keeping.desk.add(asked(keeping.desk, "left-over"))
    keeping.desk.add(asked(keeping.desk, "of-another", workstation="meja-9"))
    keeping.desk.settle()
    keeping.tick()
    assert keeping.desk.commands == []  # another window of this desk may still be at it
    keeping.tick(120)
    assert keeping.desk.commands == [FailEvidence("left-over", "interrupted")]
    keeping.tick(120)
    assert len(keeping.desk.commands) == 1


def test_what_a_crash_left_whole_is_stored(keeping: Keeping, tmp_path: Path) -> None:
    folder = tmp_path / "evidence"
    ring = PacketRing()
    with coded("h264", "mpegts") as camera:
        ring.begin(camera.stream)
        camera.send(ring, 0, 40)
    about = {"evidence": "left-over"}
    request = ClipRequest("camera-14", 4.0, 0.0, str(folder), "left-over", about)
    spec = CameraSpec("camera-14", "Kayutangan", "rtsp://h/1")
    clip = Recording(ring, spec, request, lambda: 4.0).run()
    keeping.desk.add(asked(keeping.desk, "left-over"))
    keeping.desk.settle()
    keeping.tick(120)
    stored = keeping.desk.commands[0]
    assert isinstance(stored, StoreEvidence)
    assert (stored.sha256, stored.manifest_sha256) == (clip.sha256, clip.manifest_sha256)
    assert stored.size == clip.size


def test_a_camera_says_how_long_it_is_recorded(keeping: Keeping) -> None:
    desk = keeping.desk
    assert recording(desk.seat, "camera-14") is None
    desk.add(asked(desk, "running"))
    desk.settle()
    desk.clock.forward(12)
    assert recording(desk.seat, "camera-14") == 18.0
    desk.clock.forward(20)
    assert recording(desk.seat, "camera-14") == 0.0
    desk.clock.forward(3600)
    assert recording(desk.seat, "camera-14") is None


def test_a_camera_that_records_is_not_recorded_again(keeping: Keeping) -> None:
    keeping.desk.add(asked(keeping.desk, "running"))
    keeping.desk.settle()
    keeping.desk.seat.selection.select_camera("camera-14")
    ACTIONS["wall.record"].perform(keeping.desk.seat)
    assert keeping.engine.asked == []
    assert keeping.notices() == ["evidence_running"]


def test_the_clock_of_the_row_is_the_room_s(keeping: Keeping) -> None:
    clip = kept(keeping.key())
    keeping.answer(clip)
    stored = keeping.desk.commands[-1]
    assert stored.last_at - stored.first_at == timedelta(seconds=60)


def test_a_snapshot_has_its_manifest_too(keeping: Keeping, tmp_path: Path) -> None:
    png = b"\x89PNG picture"
    picture = Snapshot(png, time.monotonic(), 1280, 720, hashlib.sha256(png).hexdigest())
    taken: Future[Snapshot | None] = Future()
    taken.set_result(picture)
    keeping.engine.snapshot = lambda camera_id: taken  # type: ignore[method-assign]
    keeping.desk.seat.selection.select_incident("incident-147")
    keeping.desk.seat.selection.select_camera("camera-14")
    ACTIONS["incident.snapshot"].perform(keeping.desk.seat)
    keeping.desk.settle()
    command = keeping.desk.commands[-1]
    assert isinstance(command, KeepSnapshot)
    folder = keeping.desk.seat.pictures
    assert verify(folder).good
    manifest = (folder / command.file).with_suffix(".json").read_bytes()
    assert command.digest == hashlib.sha256(manifest).hexdigest()
    assert json.loads(manifest)["about"]["incident"] == "0147"


def test_what_a_crash_broke_off_is_made_whole(keeping: Keeping, tmp_path: Path) -> None:
    id = keeping.key()
    folder = tmp_path / "evidence"
    folder.mkdir()
    ring = PacketRing()
    with coded("h264", "mpegts") as camera:
        ring.begin(camera.stream)
        camera.send(ring, 0, 40)
    packets = ring.since(30.0, 4.0)
    part = PartFile(folder / f"{id}.part", packets[0])
    for packet in packets:
        part.write(packet)
    part.finish()
    with (folder / f"{id}.part").open("r+b") as file:
        file.truncate(file.seek(0, 2) * 3 // 4)  # the process died in the middle of a fragment
    keeping.answer(error=StreamError(Reason.INTERNAL))
    stored = keeping.desk.commands[-1]
    assert isinstance(stored, StoreEvidence)
    assert stored.missing == "interrupted"
    report = verify(folder)
    assert report.good
    assert report.seen[0].sha256 == stored.manifest_sha256
    assert report.seen[0].manifest.about["incident"] == "0147"
    with av.open(str(folder / stored.file)) as container:
        assert sum(1 for _ in container.decode(video=0)) >= 10
