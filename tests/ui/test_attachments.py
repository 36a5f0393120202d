"""Files of reports in the detail panel: a picture, plain text, a name or the reason why not."""

import hashlib
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.domain.errors import OperatorError
from command_center.domain.incident import Attachment, AttachmentState
from command_center.runtime.attachments import path_of
from command_center.ui.attachments.panel import AttachmentList
from command_center.ui.attachments.reading import MOST_PIXELS, decode, read
from command_center.ui.sentences import sentence
from tests.ui.scene import NOW
from tests.ui.seats import Desk

MakeDesk = Callable[..., Desk]


def picture(width: int = 640, height: int = 480, kind: str = "PNG") -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind.encode())).write(image)
    return bytes(data.data())


def kept(desk: Desk, content: bytes, media_type: str, **fields: object) -> Attachment:
    report = next(iter(desk.seat.situation.reports("incident-147")))
    sha = hashlib.sha256(content).hexdigest()
    values = {
        "id": f"attachment-{sha[:8]}",
        "version": 1,
        "report_id": report.id,
        "reference": "https://wadul.example/foto/banjir%20alun.jpg?x=1",
        "state": AttachmentState.STORED,
        "media_type": media_type,
        "size": len(content),
        "sha256": sha,
        "file": sha,
        "reason": "",
        "asked_at": NOW,
        "stored_at": NOW,
    }
    row = Attachment(**{**values, **fields})  # type: ignore[arg-type]
    folder = desk.seat.attachments
    assert folder is not None
    path = path_of(folder, sha)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return row


@pytest.fixture
def shelf(desk: Desk, qtbot: QtBot) -> AttachmentList:
    desk.seat.selection.select_incident("incident-147")
    made = AttachmentList(desk.seat)
    qtbot.addWidget(made)
    made.resize(500, 700)
    return made


def arrive(desk: Desk, *rows: Attachment) -> None:
    desk.add(*rows)
    desk.settle()


def test_without_files_it_takes_no_room(shelf: AttachmentList) -> None:
    assert shelf.isHidden()


def test_a_picture_is_a_small_one_and_a_press_makes_it_large(
    desk: Desk, shelf: AttachmentList, qtbot: QtBot
) -> None:
    arrive(desk, kept(desk, picture(), "image/png"))
    (tile,) = shelf.tiles
    assert tile.content is not None
    assert tile.content.image is not None
    assert shelf.large.isHidden()
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert shelf.large.pixmap().width() == shelf.width()
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert shelf.large.isHidden()


def test_markup_stays_text(desk: Desk, shelf: AttachmentList, qtbot: QtBot) -> None:
    arrive(desk, kept(desk, b"<b>air</b> naik <img src='file:///etc/passwd'>", "text/plain"))
    (tile,) = shelf.tiles
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert shelf.words.text().startswith("<b>air</b>")
    assert shelf.words.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize("media_type", ["video/mp4", "application/pdf", "image/heif", "audio/amr"])
def test_the_rest_is_a_name_that_does_nothing(
    desk: Desk, shelf: AttachmentList, media_type: str
) -> None:
    arrive(desk, kept(desk, b"whatever", media_type))
    (tile,) = shelf.tiles
    assert "banjir alun.jpg" in tile.accessibleName()
    assert not tile.isEnabled()
    assert tile.content is None


def test_a_refused_one_says_why(desk: Desk, shelf: AttachmentList) -> None:
    refused = AttachmentState.REFUSED
    arrive(
        desk,
        kept(desk, b"", "", state=refused, sha256="", file="", reason="attachment_too_large"),
    )
    assert "terlalu besar" in shelf.tiles[0].accessibleName()


def test_a_file_that_is_not_what_was_logged_is_not_shown(desk: Desk, shelf: AttachmentList) -> None:
    row = kept(desk, picture(), "image/png")
    assert desk.seat.attachments is not None
    path_of(desk.seat.attachments, row.file).write_bytes(picture(32, 32))
    arrive(desk, row)
    assert "BERUBAH" in shelf.tiles[0].accessibleName()
    assert not shelf.tiles[0].isEnabled()


def test_one_kept_at_another_machine_says_so(desk: Desk, shelf: AttachmentList) -> None:
    row = kept(desk, picture(), "image/png")
    assert desk.seat.attachments is not None
    path_of(desk.seat.attachments, row.file).unlink()
    arrive(desk, row)
    assert "komputer penerima" in shelf.tiles[0].accessibleName()


def test_another_incident_has_its_own(desk: Desk, shelf: AttachmentList) -> None:
    arrive(desk, kept(desk, picture(), "image/png"))
    desk.seat.selection.select_incident("incident-148")
    assert shelf.isHidden()


def test_a_picture_that_would_fill_the_memory_is_not_decoded(qapp: object) -> None:
    huge = picture(64, 64, "BMP")
    width = (1 << 30).to_bytes(4, "little")
    assert decode(huge[:18] + width + width + huge[26:], b"bmp", 1_280) is None
    assert QImageReader.allocationLimit() * 1024 * 1024 >= MOST_PIXELS * 4


def test_a_picture_is_given_to_the_decoder_of_its_kind_only(qapp: object) -> None:
    assert decode(picture(), b"bmp", 1_280) is None


def test_a_large_one_is_made_smaller_while_it_is_read(qapp: object) -> None:
    image = decode(picture(3_000, 1_500, "JPG"), b"jpeg", 1_280)
    assert image is not None
    assert (image.width(), image.height()) == (1_280, 640)


def test_no_name_leads_out_of_the_folder(desk: Desk, tmp_path: Path) -> None:
    row = kept(desk, b"rahasia", "text/plain", file="../../etc/passwd")
    assert read(tmp_path, row, 100).fault == "unreadable"


def test_a_file_of_another_workstation_is_brought_and_shown(
    new_desk: MakeDesk, qtbot: QtBot
) -> None:
    desk = new_desk()
    content = picture()
    row = kept(desk, content, "image/png")
    folder = desk.seat.attachments
    assert folder is not None
    path = path_of(folder, row.file)
    path.unlink()
    asked: list[Future[None]] = []

    def bring(wanted: Attachment) -> Future[None]:
        assert wanted == row
        asked.append(Future())
        return asked[-1]

    seat = replace(desk.seat, bring=bring)
    seat.selection.select_incident("incident-147")
    shelf = AttachmentList(seat)
    qtbot.addWidget(shelf)
    arrive(desk, row)
    (tile,) = shelf.tiles
    assert "mengambil salinan…" in tile.accessibleName()
    path.write_bytes(content)
    asked[0].set_result(None)
    desk.settle()
    assert tile.content is not None
    assert tile.content.image is not None
    assert len(asked) == 1


def test_what_nobody_looks_at_any_more_is_not_brought(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = new_desk()
    row = kept(desk, picture(), "image/png")
    assert desk.seat.attachments is not None
    path_of(desk.seat.attachments, row.file).unlink()
    waiting: Future[None] = Future()
    seat = replace(desk.seat, bring=lambda _: waiting)
    seat.selection.select_incident("incident-147")
    shelf = AttachmentList(seat)
    qtbot.addWidget(shelf)
    arrive(desk, row)
    assert not waiting.cancelled()
    seat.selection.select_incident(None)
    desk.settle()
    assert waiting.cancelled()


def test_what_cannot_be_brought_says_why(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = new_desk()
    row = kept(desk, picture(), "image/png")
    assert desk.seat.attachments is not None
    path_of(desk.seat.attachments, row.file).unlink()
    failed: Future[None] = Future()
    failed.set_exception(OperatorError("attachment_unreachable"))
    seat = replace(desk.seat, bring=lambda _: failed)
    seat.selection.select_incident("incident-147")
    shelf = AttachmentList(seat)
    qtbot.addWidget(shelf)
    arrive(desk, row)
    desk.settle()
    assert sentence("attachment_unreachable", {}) in shelf.tiles[0].accessibleName()
