"""What can be done to one camera of the list, each with its key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from command_center.commands.cameras import (
    AttachCamera,
    EnableCamera,
    NoteCamera,
    RenameCamera,
    SetStatic,
)
from command_center.domain.errors import NotAllowed, OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import Camera
from command_center.ui.actions.action import submit, undo_of
from command_center.ui.actions.buttons import key_text
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
Act = Callable[[Seat, Camera], None]


@dataclass(frozen=True, slots=True)
class CameraVerb:
    """`label` says what it would do to this camera; `why_not` a code of ui.sentences, or None."""

    key: str
    permission: Permission
    label: Callable[[Camera], str]
    run: Act
    why_not: Callable[[Seat, Camera], str | None] = lambda seat, camera: None

    def reason(self, seat: Seat, camera: Camera) -> str | None:
        """Why it cannot be done now: the role first."""
        return self.why_not(seat, camera) if seat.may(self.permission) else "not_allowed"

    def perform(self, seat: Seat, camera: Camera) -> None:
        """Do it, or say in one sentence why not."""
        reason = self.reason(seat, camera)
        if reason is None:
            self.run(seat, camera)
        elif reason == "not_allowed":
            seat.notices.failed(NotAllowed(reason, role=seat.act.role))
        else:
            seat.notices.failed(OperatorError(reason))

    def text(self, camera: Camera) -> str:
        """For a menu."""
        return f"{self.label(camera).replace('&', '&&')}\t{key_text(self.key)}"


def rename(seat: Seat, camera: Camera, alias: str) -> None:
    """`camera` as it was shown to whoever names it."""
    _say(seat, camera.id, RenameCamera(camera.id, alias, camera.alias), undo=True)


def keep_note(seat: Seat, camera: Camera, note: str) -> None:
    """`camera` as it was shown to whoever writes."""
    _say(seat, camera.id, NoteCamera(camera.id, note, camera.note), undo=True)


def _say(seat: Seat, camera_id: str, command: object, *, undo: bool = False) -> None:
    camera = seat.situation.camera(camera_id)
    name = camera.label if camera else camera_id
    submit(seat, command, undo_of("camera", camera_id) if undo else None, camera=name)


def _show(seat: Seat, camera: Camera) -> None:
    seat.selection.select_camera(camera.id)


def _turn(seat: Seat, camera: Camera) -> None:
    _say(seat, camera.id, EnableCamera(camera.id, not camera.enabled))


def _still(seat: Seat, camera: Camera) -> None:
    _say(seat, camera.id, SetStatic(camera.id, not camera.static))


def _attach(seat: Seat, camera: Camera) -> None:
    unit_id = None if camera.unit_id else seat.selection.unit_id
    _say(seat, camera.id, AttachCamera(camera.id, unit_id, camera.unit_id or ""))


def _carriable(seat: Seat, camera: Camera) -> str | None:
    return None if camera.unit_id or seat.selection.unit_id else "select_unit"


def _turn_label(camera: Camera) -> str:
    if camera.enabled:
        return translate("Cameras", "Jangan dipakai")
    return translate("Cameras", "Pakai lagi")


def _still_label(camera: Camera) -> str:
    if camera.static:
        return translate("Cameras", "Gambarnya bergerak")
    return translate("Cameras", "Gambarnya boleh diam")


def _attach_label(camera: Camera) -> str:
    if camera.unit_id:
        return translate("Cameras", "Lepas dari unit")
    return translate("Cameras", "Dibawa unit terpilih")


def verbs(ask_name: Act, ask_note: Act) -> Mapping[str, CameraVerb]:
    """By name; the two that want text are asked for by whoever shows the list."""
    manage = Permission.MANAGE_CAMERAS
    return {
        "show": CameraVerb(
            "Return", Permission.WATCH, lambda c: translate("Cameras", "Tampilkan"), _show
        ),
        "rename": CameraVerb(
            "Ctrl+E", Permission.TRIAGE, lambda c: translate("Cameras", "Beri nama"), ask_name
        ),
        "note": CameraVerb(
            "Ctrl+J", Permission.TRIAGE, lambda c: translate("Cameras", "Catatan"), ask_note
        ),
        "turn": CameraVerb("Ctrl+D", manage, _turn_label, _turn),
        "still": CameraVerb("Ctrl+M", manage, _still_label, _still),
        "attach": CameraVerb("Ctrl+G", manage, _attach_label, _attach, _carriable),
    }
