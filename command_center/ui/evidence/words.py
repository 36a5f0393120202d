"""The words of evidence."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from command_center.ui.detail.words import fill
from command_center.ui.format import count, decimal
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.video.evidence.verify import FILE_MISSING, GOOD, UNREADABLE, Finding

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
    "stream_changed": QT_TRANSLATE_NOOP("Evidence", "aliran kamera berganti"),
    "camera_silent": QT_TRANSLATE_NOOP("Evidence", "kamera berhenti mengirim"),
    "not_in_memory": QT_TRANSLATE_NOOP("Evidence", "kamera belum lama dibuka"),
    "stalled": QT_TRANSLATE_NOOP("Evidence", "kamera tidak mengirim apa pun"),
    "ended": QT_TRANSLATE_NOOP("Evidence", "kamera tidak sedang dibuka"),
    "packet_refused": QT_TRANSLATE_NOOP("Evidence", "data kamera tidak dapat disimpan"),
    "unsupported": QT_TRANSLATE_NOOP("Evidence", "format kamera tidak didukung"),
}

_DAMAGED = QT_TRANSLATE_NOOP("Evidence", "BERUBAH: manifesnya bukan yang tercatat")
_VERDICTS = {
    GOOD: QT_TRANSLATE_NOOP("Evidence", "utuh, setiap bita seperti saat ditulis"),
    FILE_MISSING: QT_TRANSLATE_NOOP("Evidence", "HILANG: berkasnya tidak ada"),
    UNREADABLE: QT_TRANSLATE_NOOP("Evidence", "HILANG: berkasnya tidak terbaca"),
}


def missing_text(code: str) -> str:
    """Why a clip failed or is not whole."""
    text = _MISSING.get(code)
    return translate("Evidence", text) if text else translate("Evidence", "kesalahan program")


def megabytes(size: int) -> str:
    """ "7,5 MB" of bytes."""
    return f"{decimal(size / MEGABYTE)} MB"


def countdown_text(owner: str, left: timedelta) -> str:
    """How long the owner's own recording is still there: "rekaman Diskominfo terhapus dalam
    5 j 12 m"."""
    who = owner or translate("Evidence", "pemilik")
    minutes = int(left.total_seconds() // 60)
    if minutes < 0:
        return fill(translate("Evidence", "rekaman %1 sudah terhapus"), who)
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    if days:
        when = fill(translate("Evidence", "%1 h %2 j"), str(days), str(hours))
    else:
        when = fill(translate("Evidence", "%1 j %2 m"), str(hours), str(minutes))
    return fill(translate("Evidence", "rekaman %1 terhapus dalam %2"), who, when)


def remaining_text(seconds: float) -> str:
    """ "merekam 12 dtk lagi"."""
    if seconds <= 0:
        return translate("Evidence", "menulis berkas …")
    return fill(translate("Evidence", "merekam %1 dtk lagi"), str(round(seconds)))


def verdict_text(finding: Finding) -> str:
    """What a check has found, about the first file that is not good."""
    if finding.first is not None and finding.last is not None:
        text = translate("Evidence", "BERUBAH pada bita %1–%2")
        return fill(text, count(finding.first), count(finding.last))
    return translate("Evidence", _VERDICTS.get(finding.code, _DAMAGED))
