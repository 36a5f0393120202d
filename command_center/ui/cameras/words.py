"""The list's own words, and those of what a directory would change."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from command_center.domain.room import Camera
from command_center.geo.faults import Fault, FaultCode
from command_center.ui.cameras.rows import CameraRow
from command_center.ui.format import count, metres
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.video.directory.diff import CameraChange, ChangeKind, DirectoryDiff
from command_center.video.model import CameraState

translate = QCoreApplication.translate
_STATES = {
    CameraState.OFF: QT_TRANSLATE_NOOP("Cameras", "tidak ditampilkan"),
    CameraState.CONNECTING: QT_TRANSLATE_NOOP("Cameras", "menyambung"),
    CameraState.LIVE: QT_TRANSLATE_NOOP("Cameras", "langsung"),
    CameraState.STALE: QT_TRANSLATE_NOOP("Cameras", "terhenti"),
    CameraState.RECONNECTING: QT_TRANSLATE_NOOP("Cameras", "menyambung lagi"),
    CameraState.COLD: QT_TRANSLATE_NOOP("Cameras", "terputus"),
    CameraState.AUTH: QT_TRANSLATE_NOOP("Cameras", "perlu sandi"),
}
_KINDS = {
    ChangeKind.GONE: QT_TRANSLATE_NOOP("Cameras", "hilang"),
    ChangeKind.ADDED: QT_TRANSLATE_NOOP("Cameras", "baru"),
    ChangeKind.BACK: QT_TRANSLATE_NOOP("Cameras", "kembali"),
    ChangeKind.MOVED: QT_TRANSLATE_NOOP("Cameras", "pindah"),
    ChangeKind.RENAMED: QT_TRANSLATE_NOOP("Cameras", "ganti nama"),
    ChangeKind.READDRESSED: QT_TRANSLATE_NOOP("Cameras", "ganti alamat"),
    ChangeKind.FACTS: QT_TRANSLATE_NOOP("Cameras", "data lain"),
}
_FAULTS = {
    FaultCode.MISSING_VALUE: QT_TRANSLATE_NOOP("Cameras", "kosong"),
    FaultCode.NOT_A_NUMBER: QT_TRANSLATE_NOOP("Cameras", "bukan angka"),
    FaultCode.OUT_OF_RANGE: QT_TRANSLATE_NOOP("Cameras", "di luar batas"),
    FaultCode.SWAPPED: QT_TRANSLATE_NOOP("Cameras", "lintang dan bujur tertukar"),
    FaultCode.UNKNOWN_VALUE: QT_TRANSLATE_NOOP("Cameras", "tidak dapat dipakai"),
    FaultCode.DUPLICATE: QT_TRANSLATE_NOOP("Cameras", "ganda"),
    FaultCode.TOO_LONG: QT_TRANSLATE_NOOP("Cameras", "terlalu panjang"),
    FaultCode.CREDENTIALS_IN_URL: QT_TRANSLATE_NOOP("Cameras", "memuat sandi"),
    FaultCode.HOST_NOT_ALLOWED: QT_TRANSLATE_NOOP("Cameras", "host tidak diizinkan"),
    FaultCode.OTHER_DIRECTORY: QT_TRANSLATE_NOOP("Cameras", "milik direktori lain"),
}


def state_text(camera: Camera, state: CameraState) -> str:
    """What hinders it for good goes before how it is now."""
    if camera.gone_at is not None:
        return translate("Cameras", "tidak lagi di direktori")
    if not camera.enabled:
        return translate("Cameras", "tidak dipakai")
    return translate("Cameras", _STATES[state])


def second_line(row: CameraRow) -> str:
    """Where and whose it is, its directory's name when the room calls it otherwise, the note."""
    camera = row.camera
    own = camera.name if camera.alias else ""
    carried = translate("Cameras", "dibawa unit") if camera.unit_id else ""
    parts = (row.area, carried, camera.owner, own, camera.note)
    return " · ".join(part for part in parts if part)


def tip_lines(row: CameraRow) -> str:
    camera = row.camera
    return "\n".join(
        part for part in (f"{camera.label} {camera.title}", second_line(row), camera.id) if part
    )


def counted(shown: int, total: int) -> str:
    if shown == total:
        return translate("Cameras", "%1 kamera").replace("%1", count(total))
    text = translate("Cameras", "%1 dari %2")
    return text.replace("%1", count(shown)).replace("%2", count(total))


def nothing_fits(text: str) -> str:
    return translate("Cameras", "Tidak ada yang cocok dengan “%1”").replace("%1", text)


def no_cameras() -> str:
    return translate("Cameras", "Belum ada kamera: periksa direktori, atau impor berkas")


# --- directories -------------------------------------------------------------------------------


def kind_text(kind: ChangeKind) -> str:
    return translate("Cameras", _KINDS[kind])


def counts(diff: DirectoryDiff) -> str:
    """ "3 baru · 1 pindah · 12 sama · 3 di luar kota · 2 ditolak": what there is, worst first."""
    parts = [f"{count(n)} {kind_text(kind)}" for kind, n in diff.counts.items() if n]
    known = sum(1 for change in diff.changes if ChangeKind.GONE not in change.kinds)
    for number, words in (
        (diff.listed - known, translate("Cameras", "%1 sama")),
        (len(diff.outside), translate("Cameras", "%1 di luar kota")),
        (len(diff.faults), translate("Cameras", "%1 baris ditolak")),
    ):
        if number:
            parts.append(words.replace("%1", count(number)))
    return " · ".join(parts)


def diff_lines(diff: DirectoryDiff) -> list[str]:
    """A line per camera and kind, in the order of the kinds; then what is odd."""
    lines = [
        _change_line(kind, change)
        for kind in ChangeKind
        for change in diff.changes
        if kind in change.kinds
    ]
    outside = translate("Cameras", "di luar kota")
    lines += [f"{outside}: {_named(camera)}" for camera in diff.outside]
    return lines + [fault_line(fault) for fault in diff.faults]


def _change_line(kind: ChangeKind, change: CameraChange) -> str:
    line = f"{kind_text(kind)}: {_named(change.after)}"
    if kind is ChangeKind.MOVED and change.moved_m is not None:
        return f"{line} · {metres(change.moved_m)}"
    if kind is ChangeKind.RENAMED and change.before is not None:
        return f"{line} ← {change.before.name}"
    return line


def _named(camera: Camera) -> str:
    return f"{camera.label} {camera.name}"


def fault_line(fault: Fault) -> str:
    """ "ditolak: baris 12 url tidak dapat dipakai (javascript:…)"."""
    text = _FAULTS.get(fault.code)
    why = translate("Cameras", text) if text else fault.code.value.replace("_", " ")
    line = translate("Cameras", "ditolak: baris %1 %2 %3")
    line = line.replace("%1", str(fault.row or "?")).replace("%2", fault.column or "")
    return line.replace("%3", why) + (f" ({fault.value})" if fault.value else "")
