"""Keep what a camera sent: half a minute before the key and half a minute after it."""

from __future__ import annotations

from command_center.commands.evidence import HoldEvidence, ReleaseHold
from command_center.domain.permissions import Permission
from command_center.domain.room import Evidence
from command_center.ui.actions.action import Action, Reason, asks, submit
from command_center.ui.evidence.state import recording
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

RECORD = "wall.record"


def _camera_id(seat: Seat) -> str | None:
    return seat.selection.camera_id


def _recordable(seat: Seat) -> Reason:
    id = seat.selection.camera_id
    if id is None or seat.situation.camera(id) is None:
        return "select_camera"
    return "evidence_running" if recording(seat, id) else None


def hold(seat: Seat, evidence: Evidence, reason: str) -> None:
    """Nothing may delete it from now on."""
    submit(seat, HoldEvidence(evidence.id, reason), camera=_label(seat, evidence))


def release(seat: Seat, evidence: Evidence, reason: str) -> None:
    """It may be deleted when its time is over."""
    submit(seat, ReleaseHold(evidence.id, reason), camera=_label(seat, evidence))


def _label(seat: Seat, evidence: Evidence) -> str:
    camera = seat.situation.camera(evidence.camera_id)
    return camera.label if camera else "?"


EVIDENCE_ACTIONS = (
    Action(
        RECORD,
        QT_TRANSLATE_NOOP("Actions", "Rekam bukti"),
        "R",
        Permission.KEEP_EVIDENCE,
        _recordable,
        asks(RECORD, _camera_id),
    ),
)
