"""A camera's picture, kept as a file and put on the incident's timeline."""

from __future__ import annotations

import time
from datetime import timedelta
from pathlib import Path

from command_center.commands.notes import KeepSnapshot
from command_center.domain.errors import OperatorError
from command_center.domain.ids import new_id
from command_center.ui.actions.action import submit
from command_center.ui.seat import Seat
from command_center.video.model import Snapshot


def keep_snapshot(seat: Seat) -> None:
    """Of the selected camera, for the selected incident. The file's name is made by us."""
    incident_id, camera_id = seat.selection.incident_id, seat.selection.camera_id
    if incident_id is None or camera_id is None:
        return

    def taken(picture: Snapshot | None) -> None:
        if picture is None:
            seat.notices.failed(OperatorError("camera_has_no_picture"))
        else:
            _store(seat, incident_id, camera_id, picture)

    seat.tasks.then(seat.engine.snapshot(camera_id), taken, seat.notices.failed)


def _store(seat: Seat, incident_id: str, camera_id: str, picture: Snapshot) -> None:
    now = seat.live.now()
    captured_at = now - timedelta(seconds=time.monotonic() - picture.captured_at_monotonic_s)
    file = f"{new_id(now)}.png"
    command = KeepSnapshot(
        incident_id=incident_id,
        camera_id=camera_id,
        file=file,
        sha256=picture.sha256,
        width=picture.width,
        height=picture.height,
        captured_at=captured_at,
    )
    camera = seat.situation.camera(camera_id)
    label = camera.label if camera else ""

    def written(_: int) -> None:
        submit(seat, command, camera=label)

    seat.tasks.run(lambda: _write(seat.pictures / file, picture.png), written, seat.notices.failed)


def _write(path: Path, png: bytes) -> int:
    """Whole or not at all: written beside and renamed."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half = path.with_suffix(".part")
        half.write_bytes(png)
        half.replace(path)
    except OSError as error:
        raise OperatorError("picture_not_written") from error
    return len(png)
