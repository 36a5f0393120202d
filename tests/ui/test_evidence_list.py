"""The evidence of the selected incident: how it stands, whether it is whole, who holds it."""

import dataclasses
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QBoxLayout
from pytestqt.qtbot import QtBot

from command_center.commands.evidence import HoldEvidence, ReleaseHold
from command_center.domain.room import Evidence, EvidenceState, Role
from command_center.ui.evidence.panel import EvidenceList
from command_center.ui.evidence.words import megabytes
from command_center.ui.format import count
from command_center.video.evidence.recorder import Recording
from command_center.video.model import CameraSpec, ClipRequest
from command_center.video.ring import PacketRing
from tests.ui.conftest import MakeDesk
from tests.ui.evidence_rows import asked
from tests.ui.seats import Desk
from tests.unit.video.coded import coded

SHA, MANIFEST = "4f2a91c7" + "0" * 56, "b" * 64


def stored(desk: Desk, id: str = "e1", **given: object) -> Evidence:
    now = desk.clock.now()
    done: dict[str, object] = {
        "state": EvidenceState.STORED,
        "file": f"{id}.mp4",
        "size": 7_480_000,
        "sha256": SHA,
        "manifest_sha256": MANIFEST,
        "first_at": now - timedelta(seconds=30),
        "last_at": now + timedelta(seconds=30),
    }
    return asked(desk, id, **(done | given))


@pytest.fixture
def lead(new_desk: MakeDesk, tmp_path: Path) -> Desk:
    desk = new_desk(role=Role.SHIFT_LEAD)
    desk.seat = dataclasses.replace(desk.seat, evidence=tmp_path / "evidence")
    desk.seat.selection.select_incident("incident-147")
    return desk


def listed(desk: Desk, qtbot: QtBot, *rows: Evidence) -> EvidenceList:
    panel = EvidenceList(desk.seat)
    qtbot.addWidget(panel)
    if rows:
        panel.show()
        desk.add(*rows)
        desk.settle()
    return panel


def test_there_is_nothing_to_see_while_there_is_nothing(lead: Desk, qtbot: QtBot) -> None:
    assert listed(lead, qtbot).isHidden()


def test_it_counts_down_while_it_records(lead: Desk, qtbot: QtBot) -> None:
    panel = listed(lead, qtbot, asked(lead))
    lead.tick(18)
    assert "merekam 12 dtk lagi" in panel.rows[0].line.text()
    lead.tick(14)
    assert "menulis berkas" in panel.rows[0].line.text()


def test_what_is_stored_says_how_much_and_its_hash(lead: Desk, qtbot: QtBot) -> None:
    text = listed(lead, qtbot, stored(lead)).rows[0].line.text()
    assert text.startswith("CAM-014 · ")
    assert text.endswith(f"{megabytes(7_480_000)} · 4f2a91c7")


def test_the_buttons_stand_beside_the_line_until_there_is_no_room(lead: Desk, qtbot: QtBot) -> None:
    row = listed(lead, qtbot, stored(lead)).rows[0]
    row.resize(900, row.height())
    assert row._top.direction() is QBoxLayout.Direction.LeftToRight
    row.resize(200, row.height())
    assert row._top.direction() is QBoxLayout.Direction.TopToBottom


def test_a_failure_says_why_and_how_long_the_owner_still_has_it(lead: Desk, qtbot: QtBot) -> None:
    lead.change(lead.row("camera", "camera-14"), retention_h=6, owner="Diskominfo")
    lead.settle()
    panel = listed(lead, qtbot, asked(lead, state=EvidenceState.FAILED, reason="stalled"))
    assert panel.rows[0].line.text() == "CAM-014 · gagal: kamera tidak mengirim apa pun"
    lead.tick(48 * 60)
    assert panel.rows[0].below.text() == "rekaman Diskominfo terhapus dalam 5 j 12 m"
    lead.tick(6 * 3600)
    assert panel.rows[0].below.text() == "rekaman Diskominfo sudah terhapus"


def test_another_incident_has_other_evidence(lead: Desk, qtbot: QtBot) -> None:
    panel = listed(lead, qtbot, stored(lead), stored(lead, "e2", incident_id="incident-148"))
    assert [row.evidence.id for row in panel.rows] == ["e1"]
    lead.seat.selection.select_incident("incident-148")
    assert [row.evidence.id for row in panel.rows] == ["e2"]
    lead.seat.selection.select_incident(None)
    assert panel.isHidden()


def test_only_the_newest_are_listed_and_the_rest_counted(lead: Desk, qtbot: QtBot) -> None:
    rows = [
        stored(lead, f"e{n}", requested_at=lead.clock.now() + timedelta(seconds=n))
        for n in range(7)
    ]
    panel = listed(lead, qtbot, *rows)
    assert [row.evidence.id for row in panel.rows] == ["e6", "e5", "e4", "e3"]
    assert panel.more.text() == "3 rekaman lain"


def test_a_hold_asks_for_its_reason(lead: Desk, qtbot: QtBot) -> None:
    row = stored(lead)
    panel = listed(lead, qtbot, row)
    panel.rows[0].hold.click()
    assert panel.reason.isVisible()
    QTest.keyClicks(panel.reason, "penyidikan")
    QTest.keyClick(panel.reason, Qt.Key.Key_Return)
    assert lead.commands == [HoldEvidence("e1", "penyidikan")]
    lead.change(row, hold=True, hold_reason="penyidikan <b>Reskrim</b>")
    lead.settle()
    assert "ditahan: penyidikan <b>Reskrim</b>" in panel.rows[0].below.text()
    panel.rows[0].hold.click()
    QTest.keyClick(panel.reason, Qt.Key.Key_Escape)
    assert panel.reason.isHidden()
    panel.rows[0].hold.click()
    QTest.keyClicks(panel.reason, "selesai")
    QTest.keyClick(panel.reason, Qt.Key.Key_Return)
    assert lead.commands[1:] == [ReleaseHold("e1", "selesai")]


def test_an_operator_sees_the_hold_and_cannot_end_it(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = new_desk(role=Role.OPERATOR)
    desk.seat.selection.select_incident("incident-147")
    panel = listed(desk, qtbot, stored(desk, hold=True, hold_reason="penyidikan"))
    assert panel.rows[0].hold.isHidden()
    assert "ditahan: penyidikan" in panel.rows[0].below.text()


def test_a_file_of_another_desk_cannot_be_checked_here(lead: Desk, qtbot: QtBot) -> None:
    panel = listed(lead, qtbot, stored(lead, workstation="meja-9"))
    assert panel.rows[0].check.isHidden()
    assert "di meja meja-9" in panel.rows[0].below.text()


def test_checking_says_whole_changed_and_where(lead: Desk, qtbot: QtBot) -> None:
    folder = lead.seat.evidence
    assert folder is not None
    ring = PacketRing()
    with coded("h264", "mpegts") as camera:
        ring.begin(camera.stream)
        camera.send(ring, 0, 40)
    request = ClipRequest("camera-14", 4.0, 0.0, str(folder), "e1", {})
    clip = Recording(ring, CameraSpec("camera-14", "x", "rtsp://h/1"), request, lambda: 4.0).run()
    row = stored(lead, sha256=clip.sha256, manifest_sha256=clip.manifest_sha256)
    panel = listed(lead, qtbot, row)

    def check() -> str:
        panel.rows[0].check.click()
        lead.settle()
        return panel.rows[0].below.text()

    assert "utuh" in check()
    with (folder / clip.file).open("r+b") as file:
        file.seek(100)
        file.write(b"X")
    assert f"BERUBAH pada bita 0–{count(clip.size - 1)}" in check()
    (folder / clip.file).unlink()
    assert "HILANG" in check()


def test_a_perfect_forgery_is_not_what_was_logged(lead: Desk, qtbot: QtBot) -> None:
    folder = lead.seat.evidence
    assert folder is not None
    ring = PacketRing()
    with coded("h264", "mpegts") as camera:
        ring.begin(camera.stream)
        camera.send(ring, 0, 40)
    request = ClipRequest("camera-14", 4.0, 0.0, str(folder), "e1", {})
    Recording(ring, CameraSpec("camera-14", "x", "rtsp://h/1"), request, lambda: 4.0).run()
    panel = listed(lead, qtbot, stored(lead))
    panel.rows[0].check.click()
    lead.settle()
    assert "bukan yang tercatat" in panel.rows[0].below.text()


def test_a_reason_being_typed_stays_whatever_arrives(lead: Desk, qtbot: QtBot) -> None:
    row = stored(lead)
    panel = listed(lead, qtbot, row)
    panel.rows[0].hold.click()
    QTest.keyClicks(panel.reason, "penyidi")
    lead.add(stored(lead, "e2"))
    lead.change(row, hold=True, hold_reason="perintah jaksa")
    lead.tick(2)
    lead.settle()
    assert (panel.reason.text(), panel.reason.isVisible()) == ("penyidi", True)
