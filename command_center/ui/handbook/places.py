"""Which page of the handbook belongs to what is in front of somebody."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from command_center.ui.commandline.line import CommandLine
from command_center.ui.curtain.fields import Line
from command_center.ui.panel_dock import PanelDock

FIRST, LINE, ENTRY, SELF = "layar", "baris-perintah", "mulai", "handbook"
# Panels by their names in layouts.TITLES.
PAGES: Mapping[str, str] = {
    "queue": "antrean",
    "detail": "antrean",
    "referrals": "diteruskan",
    "hospitals": "rumah-sakit",
    "call": "laporan-110",
    "calls": "laporan-110",
    "wall": "kamera",
    "cameras": "daftar-kamera",
    "history": "riwayat",
    "map": "peta",
    "units": "papan-unit",
    "start": "hari-pertama",
    "tutor": "mulai",
    "plugs": "latihan",
    "truth": "latihan",
    "figures": "waktu-tanggap",
    "chart": "waktu-tanggap",
    "clocks": "waktu-tanggap",
    "alarms": "alarm",
    "alarmdesk": "alarm",
    "health": "kesehatan",
    "people": "orang",
    "notices": "balas-pelapor",
    "radio": "radio",
    "partners": "radio",
    "triage": "triase",
    "procedures": "prosedur",
    "planned": "jadwal",
    "answers": "perintah-jawaban",
    "routes": "perintah-jawaban",
    "cards": "triase",
    "roads": "jalan",
    "roster": "apel",
    "places": "tempat",
    "reports": "lapsit",
    "early": "deteksi-dini",
    "operations": "operasi",
    "election": "pemilu",
    "handover": "serah-terima",
    "instructions": "perintah-pimpinan",
    "moment": "putar-ulang",
    "settings": "pengaturan",
    "updates": "pembaruan",
    "doctor": "masalah",
    "director": "latihan",
    SELF: FIRST,
}


def panel_of(widget: QWidget | None) -> str | None:
    """The panel that a widget is part of; None where it is in none."""
    while widget is not None:
        if isinstance(widget, PanelDock):
            return widget.objectName()
        widget = widget.parentWidget()
    return None


def page_for(widget: QWidget | None) -> str:
    """For where the keyboard is: in a panel, the command line, or the strip to sign in by."""
    if isinstance(widget, CommandLine):
        return LINE
    if isinstance(widget, Line):
        return ENTRY
    return PAGES.get(panel_of(widget) or "", FIRST)
