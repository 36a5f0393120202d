"""A picture as it looks, and nothing else of what its file says: not where, when, by whom or with
which device it was taken. The file itself stays as it came, under its hash."""

from __future__ import annotations

from PySide6.QtGui import QImage

_SEE_THROUGH = QImage.Format.Format_ARGB32_Premultiplied
_SOLID = QImage.Format.Format_RGB32


def bare(image: QImage) -> QImage:
    """The same pixels in a picture of their own."""
    shown = image.convertToFormat(_SEE_THROUGH if image.hasAlphaChannel() else _SOLID)
    width, height, line = shown.width(), shown.height(), shown.bytesPerLine()
    # a copy, because the pixels belong to the picture they are taken from
    return QImage(shown.constBits(), width, height, line, shown.format()).copy()
