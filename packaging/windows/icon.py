"""usage: PYTHONPATH=packaging python -m windows.icon DRAWING.svg TARGET.ico

The program's icon in the sizes that Windows shows."""

from __future__ import annotations

import struct
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 20, 24, 32, 40, 48, 64, 256)


def as_png(drawing: QSvgRenderer, size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know only paths
    return bytes(data.data())


def as_icon(pictures: Sequence[tuple[int, bytes]]) -> bytes:
    """An .ico of PNG pictures; each with its width."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    at = len(head) + 16 * len(pictures)
    for width, picture in pictures:
        side = width % 256  # 256 is written as 0
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    return head + b"".join(picture for _, picture in pictures)


def main() -> None:
    drawing = QSvgRenderer(sys.argv[1])
    Path(sys.argv[2]).write_bytes(as_icon([(size, as_png(drawing, size)) for size in SIZES]))


if __name__ == "__main__":
    main()
