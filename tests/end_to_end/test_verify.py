"""`command-center verify`: what was changed is named, what is foreign is never followed."""

import hashlib
import json
import random
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from command_center.bootstrap.room import RoomPlan, open_room
from command_center.cli import main
from command_center.cli_status import DONE, NOTHING_STORED, WRONG_USAGE
from command_center.commands.cameras import ImportCameras
from command_center.commands.evidence import RequestEvidence, StoreEvidence
from command_center.commands.intake import ReceiveReport
from command_center.commands.notes import KeepSnapshot
from command_center.domain.ids import new_id
from command_center.domain.room import Camera
from command_center.video.evidence.picture import keep_picture
from command_center.video.evidence.recorder import Recording
from command_center.video.model import CameraSpec, ClipFile, ClipRequest, Snapshot
from command_center.video.ring import PacketRing
from tests.unit.video.coded import Coded, coded

SPEC = CameraSpec("cam-14", "Kayutangan", "rtsp://u:Rahasia@192.0.2.4/1")
AT = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)
MIB = 1 << 20
ROOT = Path(__file__).resolve().parents[2]
HERE = socket.gethostname()[:60]


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "evidence"


@pytest.fixture
def camera() -> Iterator[Coded]:
    with coded("h264", "mpegts") as camera:
        yield camera


def record(folder: Path, camera: Coded, name: str = "clip") -> ClipFile:
    ring = PacketRing()
    ring.begin(camera.stream)
    camera.send(ring, 0, 40)
    about = {"evidence": name, "workstation": HERE}
    request = ClipRequest("cam-14", 4.0, 0.0, str(folder), name, about)
    return Recording(ring, SPEC, request, lambda: 4.0).run()


def verified(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, list[str]]:
    capsys.readouterr()
    status = main(["verify", *map(str, words)])
    captured = capsys.readouterr()
    return status, (captured.out + captured.err).splitlines()


def test_what_was_kept_is_good(
    folder: Path, camera: Coded, capsys: pytest.CaptureFixture[str]
) -> None:
    clip = record(folder, camera)
    record(folder, camera, "second")
    for path in (folder / clip.file, folder / "clip.json", folder):
        status, lines = verified(capsys, path)
        assert status == DONE, lines
        assert all("good" in line for line in lines)
    assert len(lines) == 2


def test_the_first_bad_byte_range_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    noise = random.Random(7).randbytes(2 * MIB + MIB // 2)
    picture = Snapshot(noise, 0.0, 1280, 720, hashlib.sha256(noise).hexdigest())
    path = folder / "p.png"
    keep_picture(path, picture, SPEC, AT, {})
    assert verified(capsys, path)[0] == DONE
    with path.open("r+b") as file:
        for place in (MIB + 77, 2 * MIB + 9):
            file.seek(place)
            file.write(b"X")
    status, lines = verified(capsys, path)
    assert status == NOTHING_STORED
    assert lines == [f"p.png: CHANGED, first in bytes {MIB} to {2 * MIB - 1}."]


def shorten(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-5])


def lengthen(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"12345")


def point_away(path: Path) -> None:
    data = path.read_bytes()
    path.unlink()
    elsewhere = path.parent.parent / "elsewhere.mp4"
    elsewhere.write_bytes(data)
    path.symlink_to(elsewhere)


@pytest.mark.parametrize(
    ("damage", "word"),
    [(shorten, "CUT SHORT"), (lengthen, "LENGTHENED"), (Path.unlink, "MISSING"), (point_away, "M")],
)
def test_other_damage_has_its_own_word(
    folder: Path,
    camera: Coded,
    capsys: pytest.CaptureFixture[str],
    damage: Callable[[Path], None],
    word: str,
) -> None:
    clip = record(folder, camera)
    damage(folder / clip.file)
    status, lines = verified(capsys, folder / "clip.json")
    assert status == NOTHING_STORED
    assert word in lines[0]


def test_a_manifest_that_was_rewritten_breaks_the_chain(
    folder: Path, camera: Coded, capsys: pytest.CaptureFixture[str]
) -> None:
    record(folder, camera, "one")
    record(folder, camera, "two")
    path = folder / "one.json"
    manifest = json.loads(path.read_bytes())
    manifest["about"]["evidence"] = "another"
    path.write_text(json.dumps(manifest))
    status, lines = verified(capsys, folder)
    assert status == NOTHING_STORED
    assert "one.json: CHANGED, the chain of this folder names another one." in lines


def test_a_clip_that_was_taken_away_is_missed(
    folder: Path, camera: Coded, capsys: pytest.CaptureFixture[str]
) -> None:
    record(folder, camera, "one")
    record(folder, camera, "two")
    (folder / "one.mp4").unlink()
    (folder / "one.json").unlink()
    status, lines = verified(capsys, folder)
    assert status == NOTHING_STORED
    assert "one.json: MISSING, the chain of this folder names it." in lines


def test_a_file_nobody_knows_is_reported_and_left_alone(
    folder: Path, camera: Coded, capsys: pytest.CaptureFixture[str]
) -> None:
    record(folder, camera)
    (folder / "foreign.mp4").write_bytes(b"a film")
    status, lines = verified(capsys, folder)
    assert status == NOTHING_STORED
    assert any(line.startswith("foreign.mp4: has no manifest") for line in lines)
    assert (folder / "foreign.mp4").read_bytes() == b"a film"


@pytest.mark.parametrize(
    "file",
    ["../secret.mp4", "/etc/passwd", "..", "a/b.mp4", "a\\b.mp4", "c:x", "", "x" * 200, "x.mp4\0"],
)
def test_paths_inside_a_manifest_are_never_followed(
    folder: Path, camera: Coded, capsys: pytest.CaptureFixture[str], file: str
) -> None:
    record(folder, camera)
    manifest = json.loads((folder / "clip.json").read_bytes())
    manifest["files"][0]["file"] = file
    (folder / "evil.json").write_text(json.dumps(manifest))
    status, lines = verified(capsys, folder / "evil.json")
    assert status == NOTHING_STORED
    assert lines == ["evil.json: is no manifest of evidence."]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"null",
        b"[" * 200_000,
        b'{"about":' + b'{"a":' * 50_000,
        b"\xff\xfe",
        b" " * 3_000_000 + b"{}",
        b'{"format":"pusat-komando-evidence","version":1}',
    ],
)
def test_hostile_manifests_are_one_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str], data: bytes
) -> None:
    folder.mkdir()
    (folder / "evil.json").write_bytes(data)
    assert verified(capsys, folder) == (NOTHING_STORED, ["evil.json: is no manifest of evidence."])


def test_block_sizes_that_do_not_add_up_are_no_manifest(
    folder: Path, camera: Coded, capsys: pytest.CaptureFixture[str]
) -> None:
    record(folder, camera)
    manifest = json.loads((folder / "clip.json").read_bytes())
    changes: list[dict[str, object]] = [
        {"block_size": 0},
        {"size": 10**15},
        {"size": -1},
        {"blocks": []},
    ]
    for change in changes:
        evil = json.loads(json.dumps(manifest))
        evil["files"][0] |= change
        (folder / "evil.json").write_text(json.dumps(evil))
        assert verified(capsys, folder / "evil.json")[0] == NOTHING_STORED


def test_nothing_there_is_wrong_usage(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verified(capsys, folder / "none.mp4")[0] == WRONG_USAGE
    folder.mkdir()
    assert verified(capsys, folder)[0] == WRONG_USAGE


# --- against the log ------------------------------------------------------------------------------


def log_it(url: str, folder: Path, camera: Coded) -> str:
    """A room that has kept two clips and one picture; the first clip's id."""
    room = open_room(url, SystemClock(), RoomPlan())
    try:
        at = datetime.now(UTC)
        row = Camera("cam-14", 1, "CAM-014", "Kayutangan", "rtsp://h", "", "", None, None, True)
        lane = room.lane
        lane.submit(ImportCameras((row,)), act=room.console).result(20)
        report = ReceiveReport(
            source_id="110", external_id="r1", category="unjuk_rasa", text="massa"
        )
        incident = str(lane.submit(report).result(20).result["incident_id"])
        ids = [new_id(at), new_id(at)]
        for id in ids:
            clip = record(folder, camera, id)
            lane.submit(RequestEvidence(id, "cam-14", incident, 30, 30)).result(20)
            settled = StoreEvidence(
                id, clip.file, clip.size, clip.sha256, clip.manifest_sha256, at, at, None
            )
            lane.submit(settled, act=room.system).result(20)
        picture = Snapshot(b"png", 0.0, 8, 8, hashlib.sha256(b"png").hexdigest())
        digest = keep_picture(folder / "p.png", picture, SPEC, at, {"workstation": HERE})
        lane.submit(
            KeepSnapshot(incident, "cam-14", "p.png", picture.sha256, 8, 8, at, digest)
        ).result(20)
    finally:
        room.close()
    return ids[0]


def test_files_agree_with_the_log(
    tmp_path: Path, folder: Path, camera: Coded, capsys: pytest.CaptureFixture[str]
) -> None:
    url = f"sqlite:///{tmp_path / 'room.db'}"
    log_it(url, folder, camera)
    status, lines = verified(capsys, folder, "--database", url)
    assert status == DONE, lines
    record(folder, camera, "of-no-log")
    status, lines = verified(capsys, folder, "--database", url)
    assert status == NOTHING_STORED
    assert "of-no-log.json: the room's log does not know it." in lines


def test_a_clip_that_the_log_keeps_here_and_that_is_gone(
    tmp_path: Path, folder: Path, camera: Coded, capsys: pytest.CaptureFixture[str]
) -> None:
    url = f"sqlite:///{tmp_path / 'room.db'}"
    id = log_it(url, folder, camera)
    (folder / "chain.txt").unlink()
    for path in folder.glob(f"{id}*"):
        path.unlink()
    status, lines = verified(capsys, folder, "--database", url)
    assert status == NOTHING_STORED
    assert f"{id}.mp4: MISSING, the room's log says that it is kept here." in lines


def test_a_picture_that_the_log_keeps_here_and_that_is_gone(
    tmp_path: Path, folder: Path, camera: Coded, capsys: pytest.CaptureFixture[str]
) -> None:
    """The last of the chain, taken away with its line."""
    url = f"sqlite:///{tmp_path / 'room.db'}"
    log_it(url, folder, camera)
    picture = Snapshot(b"p", 0.0, 8, 8, hashlib.sha256(b"p").hexdigest())
    keep_again(url, folder / "q.png", picture, "q.png")
    assert verified(capsys, folder, "--database", url)[0] == DONE
    (folder / "q.png").unlink()
    (folder / "q.json").unlink()
    chain = (folder / "chain.txt").read_text().splitlines(keepends=True)
    (folder / "chain.txt").write_text("".join(chain[:-1]))
    assert verified(capsys, folder)[0] == DONE  # only the log knows
    status, lines = verified(capsys, folder, "--database", url)
    assert status == NOTHING_STORED
    assert "q.png: MISSING, the room's log says that it is kept here." in lines


def keep_again(url: str, path: Path, picture: Snapshot, file: str) -> str:
    """Keep a picture and log it as `file`; the hash of its manifest."""
    at = datetime.now(UTC)
    room = open_room(url, SystemClock(), RoomPlan())
    try:
        digest = keep_picture(path, picture, SPEC, at, {"workstation": HERE})
        rows = room.database.feed.snapshot(at).rows["incident"]
        command = KeepSnapshot(str(rows[0]["id"]), "cam-14", file, picture.sha256, 8, 8, at, digest)
        room.lane.submit(command).result(20)
    finally:
        room.close()
    return digest


def test_clips_are_not_missed_where_pictures_lie(
    tmp_path: Path, folder: Path, camera: Coded, capsys: pytest.CaptureFixture[str]
) -> None:
    url = f"sqlite:///{tmp_path / 'room.db'}"
    id = log_it(url, folder, camera)
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    for name in ("p.png", "p.json"):
        (folder / name).rename(pictures / name)
    assert verified(capsys, pictures / "p.json", "--database", url)[0] == DONE
    _, lines = verified(capsys, pictures, "--database", url)
    assert not any(id in line for line in lines)


def test_a_picture_logged_a_second_time_is_still_the_first(
    tmp_path: Path, folder: Path, camera: Coded, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who may keep pictures can put another one in the place of a kept one, and log it."""
    url = f"sqlite:///{tmp_path / 'room.db'}"
    log_it(url, folder, camera)
    forged = tmp_path / "forged"
    other = Snapshot(b"another", 0.0, 8, 8, hashlib.sha256(b"another").hexdigest())
    keep_again(url, forged / "p.png", other, "p.png")
    assert verified(capsys, forged)[0] == DONE
    status, lines = verified(capsys, forged, "--database", url)
    assert status == NOTHING_STORED
    assert "p.json: DIFFERS from what the room's log says." in lines


def test_a_name_cannot_say_that_all_is_well(
    folder: Path, camera: Coded, capsys: pytest.CaptureFixture[str]
) -> None:
    record(folder, camera)
    try:
        (folder / "x\nclip.mp4: good\x1b[2J.mp4").write_bytes(b"")
    except OSError:
        pytest.skip("this system has no such names")
    status, lines = verified(capsys, folder)
    assert status == NOTHING_STORED
    assert "x?clip.mp4: good?[2J.mp4: has no manifest here, so nothing can be said of it." in lines


def test_evidence_forged_with_its_manifest_differs_from_the_log(
    tmp_path: Path, folder: Path, camera: Coded, capsys: pytest.CaptureFixture[str]
) -> None:
    url = f"sqlite:///{tmp_path / 'room.db'}"
    id = log_it(url, folder, camera)
    forged = tmp_path / "forged"
    record(forged, camera, id)  # a perfect set of files, chained and all
    assert verified(capsys, forged)[0] == DONE
    status, lines = verified(capsys, forged, "--database", url)
    assert status == NOTHING_STORED
    assert f"{id}.json: DIFFERS from what the room's log says." in lines


def test_it_needs_neither_a_screen_nor_a_decoder(folder: Path, camera: Coded) -> None:
    record(folder, camera)
    probe = (
        "import sys\n"
        "from command_center.cli import main\n"
        "status = main(['verify', sys.argv[1]])\n"
        "print(status, *[n for n in sys.modules if n.split('.')[0] in ('PySide6', 'av', 'cv2')])"
    )
    run = subprocess.run(
        [sys.executable, "-c", probe, str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=50,
    )
    assert run.stdout.splitlines()[-1] == "0"
