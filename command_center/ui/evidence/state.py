"""Which cameras are being recorded now, as the room knows it."""

from __future__ import annotations

from command_center.domain.room import Evidence, EvidenceState
from command_center.ui.seat import Seat

WRITING_S = 60.0
"""After its end a clip is written and logged; longer than this nobody is at it any more."""


def seconds_left(seat: Seat, evidence: Evidence) -> float | None:
    """Until the recording ends, 0 while it is written; None when nothing is recorded for it."""
    if evidence.state is not EvidenceState.REQUESTED:
        return None
    passed_s = (seat.live.now() - evidence.requested_at).total_seconds()
    left_s = evidence.after_s - passed_s
    return None if left_s < -WRITING_S else max(0.0, left_s)


def recordings(seat: Seat) -> dict[str, float]:
    """Seconds left by camera id, the longest of each: once for a whole wall."""
    found: dict[str, float] = {}
    for evidence in seat.situation.all("evidence"):
        left_s = seconds_left(seat, evidence)
        if left_s is not None:
            found[evidence.camera_id] = max(left_s, found.get(evidence.camera_id, 0.0))
    return found


def recording(seat: Seat, camera_id: str) -> float | None:
    """Seconds left of the camera's recording, 0 while it is written; None: it is not recorded."""
    return recordings(seat).get(camera_id)
