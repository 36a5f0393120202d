"""What the file of a picture says of who took it, where and with what stays in the file."""

from __future__ import annotations

import hashlib
import struct
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageWriter

from command_center.domain.incident import Attachment, AttachmentState
from command_center.runtime.attachments import path_of
from command_center.ui.attachments.reading import read
from tests.ui.scene import NOW

OWNER, DEVICE, COMMENT = b"Sulastri Kenariwati", b"Kamera Contoh 7", b"di rumah saya"
LATITUDE = ((7, 1), (58, 1), (1234, 100))
TURNED = 6
"""Orientation: its right side is its top."""


def drawn(kind: str, **texts: str) -> bytes:
    image = QImage(64, 32, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.AdobeRgb))
    for name, said in texts.items():
        image.setText(name, said)
    return written(image, kind)


def written(image: QImage, kind: str) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind.encode())).write(image)
    return bytes(data.data())


def directory(at: int, *entries: tuple[int, int, int, bytes]) -> bytes:
    """A directory of EXIF that stands `at`: (tag, type, count, value)."""
    beyond = at + 2 + 12 * len(entries) + 4
    head, rest = struct.pack("<H", len(entries)), b""
    for tag, kind, count, value in entries:
        head += struct.pack("<HHI", tag, kind, count)
        if len(value) <= 4:
            head += value.ljust(4, b"\0")
        else:
            head += struct.pack("<I", beyond + len(rest))
            rest += value
    return head + bytes(4) + rest


def exif() -> bytes:
    """Device, owner, the way up and the place."""
    latitude = b"".join(struct.pack("<II", *part) for part in LATITUDE)
    texts = {0x010F: DEVICE + b"\0", 0x013B: OWNER + b"\0"}

    def first(place: int) -> bytes:
        return directory(
            8,
            (0x010F, 2, len(texts[0x010F]), texts[0x010F]),
            (0x0112, 3, 1, struct.pack("<H", TURNED)),
            (0x013B, 2, len(texts[0x013B]), texts[0x013B]),
            (0x8825, 4, 1, struct.pack("<I", place)),
        )

    place = 8 + len(first(0))
    where = directory(place, (0x0001, 2, 2, b"S\0"), (0x0002, 5, 3, latitude))
    return b"Exif\0\0II*\0" + struct.pack("<I", 8) + first(place) + where


def segment(mark: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, mark, len(content) + 2) + content


def jpeg() -> bytes:
    plain = drawn("jpg")
    return plain[:2] + segment(0xE1, exif()) + segment(0xFE, COMMENT) + plain[2:]


def png() -> bytes:
    told = {"Author": OWNER.decode(), "Make": DEVICE.decode(), "Comment": COMMENT.decode()}
    return drawn("png", **told)


def kept(folder: Path, content: bytes, media_type: str) -> Attachment:
    sha = hashlib.sha256(content).hexdigest()
    path = path_of(folder, sha)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return Attachment(
        id="a1",
        version=1,
        report_id="r1",
        reference="https://wadul.example/1",
        state=AttachmentState.STORED,
        media_type=media_type,
        size=len(content),
        sha256=sha,
        file=sha,
        reason="",
        asked_at=NOW,
        stored_at=NOW,
    )


@pytest.mark.parametrize(
    ("content", "media_type"), [(jpeg(), "image/jpeg"), (png(), "image/png")], ids=["jpeg", "png"]
)
def test_a_picture_is_shown_without_what_its_file_says(
    tmp_path: Path, content: bytes, media_type: str
) -> None:
    assert OWNER in content
    row = kept(tmp_path, content, media_type)
    shown = read(tmp_path, row, 512).image
    assert shown is not None
    assert shown.textKeys() == []
    assert not shown.colorSpace().isValid()
    again = written(shown, "png") + written(shown, "jpg") + written(shown, "webp")
    for said in (OWNER, DEVICE, COMMENT, b"Exif", b"eXIf"):
        assert said not in again
    # evidence: the file is as it came
    assert path_of(tmp_path, row.file).read_bytes() == content


def test_what_it_says_of_the_way_up_is_heeded(tmp_path: Path) -> None:
    shown = read(tmp_path, kept(tmp_path, jpeg(), "image/jpeg"), 512).image
    assert shown is not None
    assert shown.size() == QSize(32, 64)


def test_its_colours_stay(tmp_path: Path) -> None:
    image = QImage(8, 8, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    image.setPixelColor(3, 4, Qt.GlobalColor.red)
    shown = read(tmp_path, kept(tmp_path, written(image, "png"), "image/png"), 512).image
    assert shown is not None
    assert shown.pixelColor(3, 4).name() == "#ff0000"
    assert shown.pixelColor(0, 0).alpha() == 0
