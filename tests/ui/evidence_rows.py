"""Evidence as it stands when it has just been asked for."""

import dataclasses

from command_center.domain.room import Evidence, EvidenceState
from tests.ui.seats import Desk


def asked(desk: Desk, id: str = "e1", **given: object) -> Evidence:
    row = Evidence(
        id=id,
        version=1,
        camera_id="camera-14",
        incident_id="incident-147",
        state=EvidenceState.REQUESTED,
        requested_at=desk.clock.now(),
        requested_by="staff-rs",
        workstation="meja-2",
        before_s=30,
        after_s=30,
        file="",
        size=0,
        sha256="",
        manifest_sha256="",
        first_at=None,
        last_at=None,
        drift_s=None,
        reason="",
        hold=False,
        hold_reason="",
    )
    return dataclasses.replace(row, **given)  # type: ignore[arg-type]
