"""Actions on this seat's camera wall; the wall's panel answers to them."""

from __future__ import annotations

from collections.abc import Callable

from command_center.domain.permissions import Permission
from command_center.ui.actions.action import Action, Reason, always, asks
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat


def _camera(seat: Seat) -> str | None:
    return seat.selection.camera_id


def _chosen(seat: Seat) -> Reason:
    id = seat.selection.camera_id
    return None if id and seat.situation.camera(id) else "select_camera"


def _wall(id: str, text: str, key: str, enabled: Callable[[Seat], Reason] = always) -> Action:
    name = f"wall.{id}"
    return Action(name, text, key, Permission.WATCH, enabled, asks(name, _camera))


def _kept(id: str, text: str, key: str, permission: Permission) -> Action:
    """One that writes down what the room says of a camera."""
    name = f"wall.{id}"
    return Action(name, text, key, permission, _chosen, asks(name, _camera))


WALL_ACTIONS = (
    _wall("grid.1", QT_TRANSLATE_NOOP("Actions", "CCTV 1×1"), "Alt+1"),
    _wall("grid.2", QT_TRANSLATE_NOOP("Actions", "CCTV 2×2"), "Alt+2"),
    _wall("grid.3", QT_TRANSLATE_NOOP("Actions", "CCTV 3×3"), "Alt+3"),
    _wall("grid.4", QT_TRANSLATE_NOOP("Actions", "CCTV 4×4"), "Alt+4"),
    _wall("grid.5", QT_TRANSLATE_NOOP("Actions", "CCTV 5×5"), "Alt+5"),
    _wall("grid.6", QT_TRANSLATE_NOOP("Actions", "CCTV 6×6"), "Alt+6"),
    _wall("large.5", QT_TRANSLATE_NOOP("Actions", "CCTV 1+5"), "Alt+7"),
    _wall("large.7", QT_TRANSLATE_NOOP("Actions", "CCTV 1+7"), "Alt+8"),
    _wall("large.12", QT_TRANSLATE_NOOP("Actions", "CCTV 1+12"), "Alt+9"),
    _wall("page", QT_TRANSLATE_NOOP("Actions", "Halaman kamera berikutnya"), "L"),
    _wall("tour", QT_TRANSLATE_NOOP("Actions", "Tur"), "Alt+T"),
    _wall("menu", QT_TRANSLATE_NOOP("Actions", "Susunan"), "Alt+0"),
    _wall("all", QT_TRANSLATE_NOOP("Actions", "Semua kamera"), "Alt+A"),
    Action(
        "wall.view",
        QT_TRANSLATE_NOOP("Actions", "Tampilan berikutnya"),
        "Alt+V",
        Permission.WATCH,
        always,
        asks("wall.view", lambda _seat: None),
    ),
    _wall("save", QT_TRANSLATE_NOOP("Actions", "Simpan tampilan"), "Alt+S"),
    _wall("undo", QT_TRANSLATE_NOOP("Actions", "Urungkan susunan"), "Alt+Z"),
    _wall("pin", QT_TRANSLATE_NOOP("Actions", "Tetapkan ubin"), "Alt+P", _chosen),
    _wall("place", QT_TRANSLATE_NOOP("Actions", "Taruh kamera di ubin"), "Alt+L", _chosen),
    _wall("offer", QT_TRANSLATE_NOOP("Actions", "Ganti kamera mati"), "Alt+G", _chosen),
    _wall("window", QT_TRANSLATE_NOOP("Actions", "Kamera di jendela sendiri"), "Alt+W", _chosen),
    _kept("rename", QT_TRANSLATE_NOOP("Actions", "Ganti nama kamera"), "Alt+N", Permission.TRIAGE),
    _kept("note", QT_TRANSLATE_NOOP("Actions", "Catatan kamera"), "Alt+C", Permission.TRIAGE),
    _kept(
        "mask",
        QT_TRANSLATE_NOOP("Actions", "Tutup bagian gambar"),
        "Alt+M",
        Permission.MANAGE_CAMERAS,
    ),
)
