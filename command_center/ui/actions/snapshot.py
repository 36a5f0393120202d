"""A camera's picture, kept as a file and put on the incident's timeline."""

from __future__ import annotations

import time
from datetime import timedelta

from command_center.commands.notes import KeepSnapshot
from command_center.domain.errors import OperatorError
from command_center.domain.ids import new_id
from command_center.ui.actions.action import submit
from command_center.ui.evidence.about import about_evidence
from command_center.ui.seat import Seat
from command_center.video.evidence.picture import keep_picture
from command_center.video.model import CameraSpec, Snapshot


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
    camera = seat.situation.camera(camera_id)
    label = camera.label if camera else ""
    about = about_evidence(seat, incident_id) | {"camera_label": label}

    def written(digest: str) -> None:
        command = KeepSnapshot(
            incident_id=incident_id,
            camera_id=camera_id,
            file=file,
            sha256=picture.sha256,
            width=picture.width,
            height=picture.height,
            captured_at=captured_at,
            digest=digest,
        )
        submit(seat, command, camera=label)

    def write() -> str:
        """The picture and its manifest; OperatorError."""
        name, url = (camera.title, camera.url) if camera else ("", "")
        masks = camera.masks if camera else ()
        spec = CameraSpec(camera_id, name, url, masks=masks)
        try:
            return keep_picture(seat.pictures / file, picture, spec, captured_at, about)
        except OSError as error:
            raise OperatorError("picture_not_written") from error

    seat.tasks.run(write, written, seat.notices.failed)
