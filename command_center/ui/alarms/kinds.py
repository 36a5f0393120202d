"""What each kind of alarm is called where it is spoken of as a kind."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from command_center.domain.room import AlarmType
from command_center.ui.i18n import QT_TRANSLATE_NOOP

_NAMES: Mapping[AlarmType, str] = {
    AlarmType.ORDER_UNANSWERED: QT_TRANSLATE_NOOP("AlarmKinds", "Perintah belum dijawab"),
    AlarmType.UNOWNED_P1: QT_TRANSLATE_NOOP("AlarmKinds", "P1 belum diambil"),
    AlarmType.UNOWNED_P1_LEAD: QT_TRANSLATE_NOOP("AlarmKinds", "P1 belum diambil, ke pimpinan"),
    AlarmType.COVERAGE_EMPTY: QT_TRANSLATE_NOOP("AlarmKinds", "Kecamatan tanpa unit"),
    AlarmType.SOURCE_DOWN: QT_TRANSLATE_NOOP("AlarmKinds", "Sumber terputus"),
    AlarmType.CAMERA_DOWN: QT_TRANSLATE_NOOP("AlarmKinds", "Kamera terputus"),
    AlarmType.CLOCK_SKEWED: QT_TRANSLATE_NOOP("AlarmKinds", "Jam menyimpang"),
    AlarmType.RECORD_CONFLICT: QT_TRANSLATE_NOOP("AlarmKinds", "Catatan bertentangan"),
    AlarmType.UNIT_SILENT: QT_TRANSLATE_NOOP("AlarmKinds", "Unit diam"),
    AlarmType.CAMERA_OUTAGE: QT_TRANSLATE_NOOP("AlarmKinds", "Gangguan banyak kamera"),
    AlarmType.CAMERA_TAMPERED: QT_TRANSLATE_NOOP("AlarmKinds", "Kamera terhalang"),
    AlarmType.CROWD_SURGE: QT_TRANSLATE_NOOP("AlarmKinds", "Kerumunan bertambah"),
    AlarmType.ORDER_CONFLICT: QT_TRANSLATE_NOOP("AlarmKinds", "Dua perintah untuk satu unit"),
    AlarmType.DATABASE_RESTORED: QT_TRANSLATE_NOOP("AlarmKinds", "Pusat data dipulihkan"),
    AlarmType.BACKUP_FAILED: QT_TRANSLATE_NOOP("AlarmKinds", "Cadangan gagal"),
    AlarmType.AUDIT_BROKEN: QT_TRANSLATE_NOOP("AlarmKinds", "Catatan audit rusak"),
    AlarmType.ACCOUNT_LOCKED: QT_TRANSLATE_NOOP("AlarmKinds", "Akun terkunci"),
    AlarmType.PANIC: QT_TRANSLATE_NOOP("AlarmKinds", "Tombol darurat"),
    AlarmType.KENTONGAN: QT_TRANSLATE_NOOP("AlarmKinds", "Kentongan"),
    AlarmType.DANGER_IN_FLOOD: QT_TRANSLATE_NOOP("AlarmKinds", "Bahaya di antara banyak laporan"),
    AlarmType.CALL_UNANSWERED: QT_TRANSLATE_NOOP("AlarmKinds", "Telepon 110 belum dijawab"),
    AlarmType.CALLBACK_DUE: QT_TRANSLATE_NOOP("AlarmKinds", "Telepon balik tertunda"),
    AlarmType.REPORT_FLOOD: QT_TRANSLATE_NOOP("AlarmKinds", "Banyak laporan sekaligus"),
    AlarmType.REFERRAL_UNANSWERED: QT_TRANSLATE_NOOP("AlarmKinds", "Penerusan belum dijawab"),
    AlarmType.STANDBY_UNANSWERED: QT_TRANSLATE_NOOP("AlarmKinds", "Siaga RS belum dijawab"),
    AlarmType.VISIT_OVERDUE: QT_TRANSLATE_NOOP("AlarmKinds", "Kunjungan terlambat"),
    AlarmType.DELIVERY_FAILED: QT_TRANSLATE_NOOP("AlarmKinds", "Kiriman gagal"),
    AlarmType.SCHEMA_DRIFT: QT_TRANSLATE_NOOP("AlarmKinds", "Bentuk data sumber berubah"),
    AlarmType.FILE_REFUSED: QT_TRANSLATE_NOOP("AlarmKinds", "Berkas ditolak"),
    AlarmType.SOURCE_BACKLOG: QT_TRANSLATE_NOOP("AlarmKinds", "Laporan datang terlambat"),
    AlarmType.P1_SHARE: QT_TRANSLATE_NOOP("AlarmKinds", "Terlalu banyak P1"),
    AlarmType.UNIT_NOT_MOVING: QT_TRANSLATE_NOOP("AlarmKinds", "Unit belum bergerak"),
    AlarmType.CHANGE_UNHEARD: QT_TRANSLATE_NOOP("AlarmKinds", "Perubahan belum didengar"),
    AlarmType.PERSONNEL_DANGER: QT_TRANSLATE_NOOP("AlarmKinds", "Personel dalam bahaya"),
    AlarmType.INCIDENT_DUE: QT_TRANSLATE_NOOP("AlarmKinds", "Kejadian terjadwal tiba"),
    AlarmType.EARLY_WARNING: QT_TRANSLATE_NOOP("AlarmKinds", "Deteksi dini"),
    AlarmType.INSTRUCTION_UNHEARD: QT_TRANSLATE_NOOP("AlarmKinds", "Perintah belum didengar"),
    AlarmType.TASK_OVERDUE: QT_TRANSLATE_NOOP("AlarmKinds", "Tugas terlambat"),
    AlarmType.LEVEL_RAISED: QT_TRANSLATE_NOOP("AlarmKinds", "Tingkat situasi naik"),
    AlarmType.PLAN_OVERDUE: QT_TRANSLATE_NOOP("AlarmKinds", "Tugas rencana lewat waktu"),
}


def kind_name(kind: AlarmType) -> str:
    """In the language of the screen."""
    return QCoreApplication.translate("AlarmKinds", _NAMES[kind])
