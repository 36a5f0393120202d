"""The small pictures that caused an alarm, read beside the window."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageReader

from command_center.domain.errors import OperatorError
from command_center.domain.room import Alarm
from command_center.ui.seat import Seat

_JPEG = b"\xff\xd8"
_OURS = re.compile(r"eye-[0-9a-f-]{36}\.jpg")
_MOST, _MOST_BYTES, _MOST_SIDE = 24, 200_000, 640


class AlarmPictures:
    """`of` answers at once; `changed` is called when a picture that was asked for is there."""

    def __init__(self, seat: Seat, changed: Callable[[], None]) -> None:
        self._seat = seat
        self._changed = changed
        self._images: OrderedDict[str, QImage | None] = OrderedDict()

    def of(self, alarm: Alarm) -> QImage | None:
        """None while it is not read, or when this workstation has none."""
        file = alarm.params.get("file", "")
        if not _OURS.fullmatch(file):
            return None
        if file not in self._images:
            self._images[file] = None
            while len(self._images) > _MOST:
                self._images.popitem(last=False)
            path = self._seat.pictures / file
            self._seat.tasks.run(
                lambda: _read(path), lambda image: self._got(file, image), _nothing
            )
        return self._images[file]

    def _got(self, file: str, image: QImage | None) -> None:
        if image is not None and file in self._images:
            self._images[file] = image
            self._changed()


def _nothing(error: OperatorError) -> None:
    """An alarm without its picture says the same."""


def _read(path: Path) -> QImage | None:
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError:
        return None
    if len(data) > _MOST_BYTES or not data.startswith(_JPEG):
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"jpeg"))
    size = reader.size()
    if not (0 < size.width() <= _MOST_SIDE and 0 < size.height() <= _MOST_SIDE):
        return None
    image = reader.read()
    return None if image.isNull() else image
