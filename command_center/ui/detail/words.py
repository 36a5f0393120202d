"""The words of the detail panel: the order, how an incident ends, where it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from command_center.advice.order_text import OrderFacts, order_line
from command_center.domain.incident import Disposition, Incident, ReporterKind
from command_center.domain.place import LocatedBy
from command_center.ui.detail.names import title_on_air

translate = QCoreApplication.translate
_HOLE = re.compile(r"%(\d)")


def fill(sentence: str, *values: str) -> str:
    """Put the values where %1, %2 … stand, once: a value's own %1 stays as it is."""
    return _HOLE.sub(lambda hole: values[int(hole.group(1)) - 1], sentence)


def order_text(
    incident: Incident,
    call_signs: Sequence[str],
    landmark: str = "",
    dangers: Sequence[str] = (),
) -> str:
    """What is read over the radio, unless the operator says it otherwise: Indonesian, whatever the
    screen speaks, for it is the units who hear it."""
    title = title_on_air(incident.title, incident.category)
    facts = OrderFacts(tuple(call_signs), title, incident.address, landmark, tuple(dangers))
    return order_line(facts)


def disposition_text(disposition: Disposition) -> str:
    return {
        Disposition.RESOLVED: translate("Disposition", "Tertangani"),
        Disposition.REFERRED: translate("Disposition", "Diteruskan ke instansi lain"),
        Disposition.FALSE_REPORT: translate("Disposition", "Laporan tidak benar"),
        Disposition.PRANK: translate("Disposition", "Laporan iseng"),
        Disposition.NOT_FOUND: translate("Disposition", "Tidak ditemukan di lokasi"),
        Disposition.DUPLICATE: translate("Disposition", "Laporan ganda"),
        Disposition.IMPORTED: translate("Disposition", "Data lama"),
    }[disposition]


def reporter_text(kind: ReporterKind) -> str:
    """How the reporter asked to be treated; never who it is."""
    return {
        ReporterKind.OPEN: translate("Detail", "pelapor terbuka"),
        ReporterKind.CONFIDENTIAL: translate("Detail", "pelapor rahasia"),
        ReporterKind.ANONYMOUS: translate("Detail", "pelapor anonim"),
    }[kind]


def located_text(how: LocatedBy) -> str:
    """How the position came to be known."""
    return {
        LocatedBy.GPS: translate("Detail", "GPS"),
        LocatedBy.GEOCODED: translate("Detail", "dari alamat"),
        LocatedBy.KELURAHAN: translate("Detail", "titik tengah wilayah"),
        LocatedBy.TYPED: translate("Detail", "dipilih operator"),
        LocatedBy.UNKNOWN: translate("Detail", "lokasi belum diketahui"),
    }[how]
