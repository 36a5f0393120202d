"""Reads a kept file beside the window: a picture within limits, or the beginning of a text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from command_center.domain.incident import Attachment
from command_center.runtime.attachments import path_of
from command_center.ui.attachments.bare import bare

# The only decoders a picture is given to, by what its content is.
FORMATS = {
    "image/jpeg": b"jpeg",
    "image/png": b"png",
    "image/webp": b"webp",
    "image/gif": b"gif",
    "image/bmp": b"bmp",
}
TEXT = "text/plain"
MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 40_000_000
ALLOCATION_MB = 192
LONGEST_TEXT = 4_000
ELSEWHERE, COMING = "elsewhere", "coming"


@dataclass(frozen=True, slots=True)
class Content:
    """`image` or `text` if it can be shown; `fault` else: elsewhere, coming from there, changed,
    unreadable, or why it does not come."""

    image: QImage | None = None
    text: str = ""
    fault: str = ""


def is_shown(row: Attachment) -> bool:
    """Whether more than its name can be shown."""
    return row.media_type == TEXT or row.media_type in FORMATS


def read(folder: Path, row: Attachment, side: int) -> Content:
    """On a thread of its own. A picture is no larger than `side` pixels each way; what is not byte
    for byte what the room has logged is not looked at."""
    try:
        with path_of(folder, row.file).open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return Content(fault=ELSEWHERE)
    except (OSError, ValueError):
        return Content(fault="unreadable")
    if len(data) > MOST_BYTES:
        return Content(fault="too_large")
    if hashlib.sha256(data).hexdigest() != row.sha256:
        return Content(fault="changed")
    if row.media_type == TEXT:
        return Content(text=data.decode("utf-8", errors="replace")[:LONGEST_TEXT])
    image = decode(data, FORMATS[row.media_type], side)
    return Content(fault="unreadable") if image is None else Content(image=image)


def decode(data: bytes, kind: bytes, side: int) -> QImage | None:
    """None: no picture, or one that would need too much memory."""
    QImageReader.setAllocationLimit(ALLOCATION_MB)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.isEmpty() or size.width() * size.height() > MOST_PIXELS:
        return None
    box = QSize(side, side)
    if size.width() > side or size.height() > side:
        reader.setScaledSize(size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else bare(image)
