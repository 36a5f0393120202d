"""Actions that change what this window shows, never what the room knows."""

from __future__ import annotations

from collections.abc import Callable

from command_center.domain.permissions import Permission
from command_center.ui.actions.action import Action, Reason, always, asks
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat
from command_center.ui.theme import LARGEST, SMALLEST, THEMES

FONT_STEP = 0.1
DOCTOR = "view.doctor"


def _nothing(seat: Seat) -> str | None:
    return None


def _next_theme(seat: Seat) -> None:
    here = THEMES.index(seat.theme.name)
    seat.theme.use(THEMES[(here + 1) % len(THEMES)])


def _larger(seat: Seat) -> None:
    seat.theme.resize(round(seat.theme.scale + FONT_STEP, 2))


def _smaller(seat: Seat) -> None:
    seat.theme.resize(round(seat.theme.scale - FONT_STEP, 2))


def _can_grow(seat: Seat) -> Reason:
    return None if seat.theme.scale < LARGEST else "largest_font"


def _can_shrink(seat: Seat) -> Reason:
    return None if seat.theme.scale > SMALLEST else "smallest_font"


def _view(
    id: str,
    text: str,
    key: str,
    run: Callable[[Seat], None] | None = None,
    enabled: Callable[[Seat], Reason] = always,
) -> Action:
    name = f"view.{id}"
    return Action(name, text, key, Permission.WATCH, enabled, run or asks(name, _nothing))


VIEW_ACTIONS = (
    _view("search", QT_TRANSLATE_NOOP("Actions", "Cari atau perintah"), "Ctrl+K"),
    _view("undo", QT_TRANSLATE_NOOP("Actions", "Urungkan"), "Ctrl+Z"),
    _view("keys", QT_TRANSLATE_NOOP("Actions", "Daftar tombol"), "Ctrl+F1"),
    _view("print_keys", QT_TRANSLATE_NOOP("Actions", "Cetak daftar tombol"), "Shift+F1"),
    _view("menu", QT_TRANSLATE_NOOP("Actions", "Menu"), "F4"),
    _view("queue", QT_TRANSLATE_NOOP("Actions", "Ke antrean"), "Q"),
    _view("wall", QT_TRANSLATE_NOOP("Actions", "Ke kamera kejadian"), "C"),
    _view("cameras", QT_TRANSLATE_NOOP("Actions", "Daftar kamera"), "F5"),
    _view("history", QT_TRANSLATE_NOOP("Actions", "Cari di riwayat"), "Ctrl+F"),
    _view("alarms", QT_TRANSLATE_NOOP("Actions", "Meja alarm"), "Shift+F7"),
    _view("clocks", QT_TRANSLATE_NOOP("Actions", "Waktu tanggap"), "Ctrl+Shift+F"),
    _view("triage", QT_TRANSLATE_NOOP("Actions", "Tabel triase"), "Ctrl+Alt+Y"),
    _view("units", QT_TRANSLATE_NOOP("Actions", "Ke papan unit"), "U"),
    _view("grouping", QT_TRANSLATE_NOOP("Actions", "Kelompok papan unit"), "F6"),
    _view("order_routes", QT_TRANSLATE_NOOP("Actions", "Rute perintah"), "Ctrl+Alt+O"),
    _view("answers", QT_TRANSLATE_NOOP("Actions", "Jawaban perintah"), "Ctrl+Alt+M"),
    _view("updates", QT_TRANSLATE_NOOP("Actions", "Pembaruan program"), "Ctrl+F7"),
    _view("doctor", QT_TRANSLATE_NOOP("Actions", "Periksa komputer ini"), "Ctrl+Shift+F7"),
    _view("map", QT_TRANSLATE_NOOP("Actions", "Ke peta"), "P"),
    _view("health", QT_TRANSLATE_NOOP("Actions", "Kesehatan sumber"), "F7"),
    _view("layout.siap", QT_TRANSLATE_NOOP("Actions", "Tata letak Siap"), "F9"),
    _view("layout.kejadian", QT_TRANSLATE_NOOP("Actions", "Tata letak Kejadian"), "F10"),
    _view("layout.operasi", QT_TRANSLATE_NOOP("Actions", "Tata letak Operasi"), "F11"),
    _view("layout.dinding", QT_TRANSLATE_NOOP("Actions", "Tata letak Dinding"), "F12"),
    _view("theme", QT_TRANSLATE_NOOP("Actions", "Ganti tema"), "Ctrl+T", _next_theme),
    _view("language", QT_TRANSLATE_NOOP("Actions", "English"), "Ctrl+B"),
    _view(
        "larger", QT_TRANSLATE_NOOP("Actions", "Huruf lebih besar"), "Ctrl++", _larger, _can_grow
    ),
    _view(
        "smaller",
        QT_TRANSLATE_NOOP("Actions", "Huruf lebih kecil"),
        "Ctrl+-",
        _smaller,
        _can_shrink,
    ),
)
