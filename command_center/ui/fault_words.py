"""What is wrong with a file from outside, in words: by row and column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from command_center.geo.faults import Fault, FaultCode
from command_center.ui.detail.words import fill
from command_center.ui.i18n import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate
_WORDS: Mapping[FaultCode, str] = {
    FaultCode.MISSING_FILE: QT_TRANSLATE_NOOP("Faults", "berkas tidak ada"),
    FaultCode.UNREADABLE: QT_TRANSLATE_NOOP("Faults", "tidak dapat dibaca"),
    FaultCode.TOO_LARGE: QT_TRANSLATE_NOOP("Faults", "terlalu besar"),
    FaultCode.TOO_DEEP: QT_TRANSLATE_NOOP("Faults", "susunannya terlalu dalam"),
    FaultCode.NOT_UTF8: QT_TRANSLATE_NOOP("Faults", "bukan teks UTF-8"),
    FaultCode.NOT_A_TABLE: QT_TRANSLATE_NOOP("Faults", "bukan tabel CSV"),
    FaultCode.NOT_GEOJSON: QT_TRANSLATE_NOOP("Faults", "bukan GeoJSON"),
    FaultCode.NO_ROWS: QT_TRANSLATE_NOOP("Faults", "tidak ada baris yang dapat dipakai"),
    FaultCode.MISSING_COLUMN: QT_TRANSLATE_NOOP("Faults", "kolom ini tidak ada"),
    FaultCode.MISSING_VALUE: QT_TRANSLATE_NOOP("Faults", "belum diisi"),
    FaultCode.NOT_A_NUMBER: QT_TRANSLATE_NOOP("Faults", "bukan bilangan"),
    FaultCode.OUT_OF_RANGE: QT_TRANSLATE_NOOP("Faults", "di luar batas"),
    FaultCode.SWAPPED: QT_TRANSLATE_NOOP("Faults", "lintang dan bujur tertukar"),
    FaultCode.UNKNOWN_VALUE: QT_TRANSLATE_NOOP("Faults", "tidak dikenal"),
    FaultCode.UNKNOWN_CODE: QT_TRANSLATE_NOOP("Faults", "tidak dikenal di ruang ini"),
    FaultCode.DUPLICATE: QT_TRANSLATE_NOOP("Faults", "sudah ada di baris lain"),
    FaultCode.TOO_LONG: QT_TRANSLATE_NOOP("Faults", "terlalu panjang"),
    FaultCode.BAD_GEOMETRY: QT_TRANSLATE_NOOP("Faults", "bukan garis jalan yang sah"),
    FaultCode.TOO_SMALL: QT_TRANSLATE_NOOP("Faults", "terlalu kecil"),
    FaultCode.TOO_DETAILED: QT_TRANSLATE_NOOP("Faults", "terlalu rinci"),
    FaultCode.NOT_A_POINT: QT_TRANSLATE_NOOP("Faults", "bukan satu titik atau satu bidang"),
    FaultCode.NOT_A_POLYGON: QT_TRANSLATE_NOOP("Faults", "bukan satu poligon GeoJSON"),
    FaultCode.RING_OPEN: QT_TRANSLATE_NOOP("Faults", "garis luar poligon tidak tertutup"),
    FaultCode.CROSSING: QT_TRANSLATE_NOOP("Faults", "garis poligon bersilangan di"),
    FaultCode.NOT_TILED: QT_TRANSLATE_NOOP("Faults", "wilayahnya tidak saling menutup"),
    FaultCode.DISCONNECTED: QT_TRANSLATE_NOOP("Faults", "jalannya terputus-putus"),
    FaultCode.CREDENTIALS_IN_URL: QT_TRANSLATE_NOOP("Faults", "alamat memuat kata sandi"),
    FaultCode.HOST_NOT_ALLOWED: QT_TRANSLATE_NOOP("Faults", "alamat tidak diizinkan"),
    FaultCode.OTHER_DIRECTORY: QT_TRANSLATE_NOOP("Faults", "milik direktori lain"),
}
_SAYS_ALL = frozenset({FaultCode.NO_ROWS, FaultCode.DISCONNECTED})
"""Their value is told by the words already."""


def fault_text(fault: Fault, columns: Mapping[str, str] | None = None) -> str:
    """ "baris 4, kolom Jam: tidak dikenal “25:00”"; `columns` as the screen calls them."""
    what = translate("Faults", _WORDS[fault.code])
    if fault.value and fault.code not in _SAYS_ALL:
        what = f"{what} “{fault.value}”"
    places = []
    if fault.row is not None:
        places.append(fill(translate("Faults", "baris %1"), str(fault.row)))
    if fault.column is not None:
        name = (columns or {}).get(fault.column, fault.column)
        places.append(fill(translate("Faults", "kolom %1"), name))
    return f"{', '.join(places)}: {what}" if places else what


def faults_text(
    faults: Sequence[Fault], most: int, columns: Mapping[str, str] | None = None
) -> str:
    """A line for each of the first, and how many more there are."""
    lines = [fault_text(fault, columns) for fault in faults[:most]]
    if len(faults) > most:
        lines.append(fill(translate("Faults", "dan %1 lagi"), str(len(faults) - most)))
    return "\n".join(lines)
