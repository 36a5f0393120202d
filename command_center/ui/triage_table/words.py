"""The words of the editor: what a row asks about, what it does, and what differs."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from command_center.advice.triage import Row, When
from command_center.advice.triage.faults import RowFault
from command_center.ui.detail.words import fill
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.sentences import sentence
from command_center.ui.triage_table.draft import Difference
from command_center.ui.triage_table.preview import Preview

translate = QCoreApplication.translate
_WORDS_SHOWN, _MOVES_SHOWN = 6, 8

WHEN_WORDS: Mapping[When, str] = {
    When.CATEGORY: QT_TRANSLATE_NOOP("TriageTable", "kategori"),
    When.WORD: QT_TRANSLATE_NOOP("TriageTable", "kata"),
    When.PLACE: QT_TRANSLATE_NOOP("TriageTable", "tempat"),
    When.TIME: QT_TRANSLATE_NOOP("TriageTable", "waktu"),
    When.REPORTERS: QT_TRANSLATE_NOOP("TriageTable", "pelapor"),
    When.EPISODE: QT_TRANSLATE_NOOP("TriageTable", "deteksi dini"),
}
COLUMN_WORDS: Mapping[str, str] = {
    "code": QT_TRANSLATE_NOOP("TriageTable", "Kode"),
    "when": QT_TRANSLATE_NOOP("TriageTable", "Syarat"),
    "any": QT_TRANSLATE_NOOP("TriageTable", "Salah satu dari, pisahkan dengan |"),
    "points": QT_TRANSLATE_NOOP("TriageTable", "Poin"),
    "id": QT_TRANSLATE_NOOP("TriageTable", "Kalimat"),
    "en": QT_TRANSLATE_NOOP("TriageTable", "Kalimat Inggris"),
    "sets": QT_TRANSLATE_NOOP("TriageTable", "Paling rendah"),
    "within_m": QT_TRANSLATE_NOOP("TriageTable", "Jarak (m)"),
    "hours": QT_TRANSLATE_NOOP("TriageTable", "Jam, 6 | 16"),
    "days": QT_TRANSLATE_NOOP("TriageTable", "Hari, -3 | 1"),
    "least": QT_TRANSLATE_NOOP("TriageTable", "Pelapor"),
    "minutes": QT_TRANSLATE_NOOP("TriageTable", "Dalam menit"),
}


def when_text(when: When) -> str:
    return translate("TriageTable", WHEN_WORDS[when])


def effect_text(row: Row) -> str:
    """ "+1 · minimal P1"."""
    parts = [f"{row.points:+d}"] if row.points else []
    if row.sets is not None and row.sets == "P4":
        parts.append("P3 → P4")
    elif row.sets is not None:
        parts.append(fill(translate("TriageTable", "minimal %1"), row.sets.value))
    return " · ".join(parts)


def condition_text(row: Row) -> str:
    """ "kata: korban, luka, …"."""
    parts = [when_text(row.when)]
    if row.any:
        shown = ", ".join(row.any[:_WORDS_SHOWN])
        parts[0] = f"{parts[0]}: {shown}{', …' if len(row.any) > _WORDS_SHOWN else ''}"
    if row.within_m:
        parts.append(f"≤ {row.within_m} m")
    if row.hours:
        parts.append(fill(translate("TriageTable", "jam %1–%2"), *map(str, row.hours)))
    if row.days:
        parts.append(fill(translate("TriageTable", "H%1 s.d. H%2"), *(f"{d:+d}" for d in row.days)))
    if row.least:
        text = translate("TriageTable", "≥ %1 dalam %2 menit")
        parts.append(fill(text, str(row.least), str(row.minutes)))
    return " · ".join(parts)


def difference_text(found: Difference) -> str:
    """ "baru: a, b · hilang: c · berubah: d"."""
    parts = []
    for codes, text in (
        (found.added, translate("TriageTable", "baru: %1")),
        (found.gone, translate("TriageTable", "hilang: %1")),
        (found.changed, translate("TriageTable", "berubah: %1")),
    ):
        if codes:
            shown = ", ".join(codes[:_WORDS_SHOWN])
            more = f" +{len(codes) - _WORDS_SHOWN}" if len(codes) > _WORDS_SHOWN else ""
            parts.append(fill(text, shown + more))
    if found.rest:
        parts.append(translate("TriageTable", "aturan lain berubah"))
    return " · ".join(parts) or translate("TriageTable", "sama")


def preview_text(found: Preview) -> str:
    """How many would change and which, and the share of P1 before and after."""
    head = translate("TriageTable", "%1 dari %2 kejadian terbuka berganti prioritas; P1 %3% → %4%.")
    values = (
        len(found.moves),
        found.count,
        found.share(found.p1_before),
        found.share(found.p1_after),
    )
    moves = [f"#{m.incident.number:04d} {m.before} → {m.after}" for m in found.moves[:_MOVES_SHOWN]]
    if len(found.moves) > _MOVES_SHOWN:
        rest = str(len(found.moves) - _MOVES_SHOWN)
        moves.append(fill(translate("TriageTable", "dan %1 lagi"), rest))
    return "\n".join([fill(head, *map(str, values)), *([", ".join(moves)] if moves else [])])


def fault_text(fault: RowFault) -> str:
    return sentence(fault.code, {"row": fault.row, "column": fault.column, "value": fault.value})
