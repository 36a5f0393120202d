"""The words of evidence."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from command_center.ui.format import decimal
from command_center.ui.i18n import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate
MEGABYTE = 1_000_000

# Why evidence is missing or incomplete: codes of the recorder, of a camera, and our own.
_MISSING = {
    "disk_full": QT_TRANSLATE_NOOP("Evidence", "cakram penuh"),
    "not_writable": QT_TRANSLATE_NOOP("Evidence", "folder bukti tidak dapat ditulis"),
    "program_ended": QT_TRANSLATE_NOOP("Evidence", "program ditutup"),
    "interrupted": QT_TRANSLATE_NOOP("Evidence", "program terputus"),
    "recorder_behind": QT_TRANSLATE_NOOP("Evidence", "cakram terlalu lambat"),
    "connection_lost": QT_TRANSLATE_NOOP("Evidence", "sambungan kamera sempat putus"),
    "camera_silent": QT_TRANSLATE_NOOP("Evidence", "kamera berhenti mengirim"),
    "not_in_memory": QT_TRANSLATE_NOOP("Evidence", "kamera belum lama dibuka"),
    "stalled": QT_TRANSLATE_NOOP("Evidence", "kamera tidak mengirim apa pun"),
    "ended": QT_TRANSLATE_NOOP("Evidence", "kamera tidak sedang dibuka"),
    "unsupported": QT_TRANSLATE_NOOP("Evidence", "format kamera tidak didukung"),
}


def missing_text(code: str) -> str:
    """Why a clip failed or is not whole."""
    text = _MISSING.get(code)
    return translate("Evidence", text) if text else translate("Evidence", "kesalahan program")


def megabytes(size: int) -> str:
    """ "7,5 MB" of bytes."""
    return f"{decimal(size / MEGABYTE)} MB"


def countdown_text(left: timedelta) -> str:
    """How long the owner's own recording is still there."""
    minutes = int(left.total_seconds() // 60)
    if minutes < 0:
        return translate("Evidence", "rekaman pemilik sudah terhapus")
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    if days:
        parts = translate("Evidence", "%1 h %2 j").replace("%1", str(days))
        parts = parts.replace("%2", str(hours))
    else:
        parts = translate("Evidence", "%1 j %2 m").replace("%1", str(hours))
        parts = parts.replace("%2", str(minutes))
    return translate("Evidence", "rekaman pemilik terhapus dalam %1").replace("%1", parts)


def remaining_text(seconds: float) -> str:
    """ "merekam 12 dtk lagi"."""
    return translate("Evidence", "merekam %1 dtk lagi").replace("%1", str(max(0, round(seconds))))
