"""Why an incident has its priority, in the words of the table that gave it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from command_center.advice.categories import categories
from command_center.advice.triage import Row, Table, shipped_table
from command_center.advice.triage.score import SHOWN_ROWS, Absent
from command_center.commands.suggesting import SETTING, standing_of
from command_center.situation.situation import Situation
from command_center.ui.detail.names import category_label
from command_center.ui.i18n import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

ABSENT_WORDS: Mapping[Absent, str] = {
    Absent.POSITION: QT_TRANSLATE_NOOP("Triage", "titik lokasi"),
    Absent.PLACES: QT_TRANSLATE_NOOP("Triage", "letak tempat rawan"),
    Absent.ELECTION_DAY: QT_TRANSLATE_NOOP("Triage", "hari pemungutan suara"),
    Absent.TIME: QT_TRANSLATE_NOOP("Triage", "jam kejadian"),
    Absent.REPORTER: QT_TRANSLATE_NOOP("Triage", "siapa pelapornya"),
    Absent.EPISODE: QT_TRANSLATE_NOOP("Triage", "deteksi dini"),
    Absent.TABLE: QT_TRANSLATE_NOOP(
        "Triage", "tabel ruangan (tidak terbaca, dipakai tabel bawaan)"
    ),
}


def table_of(situation: Situation) -> Table:
    """The table that counts in the room now."""
    return standing_of(situation.get("room_setting", SETTING)).table


def row_text(row: Row) -> str:
    """Its sentence, in the language of the screen."""
    return row.text_en if QLocale().language() is QLocale.Language.English else row.text_id


def reason_text(code: str, table: Table) -> str:
    """One row with its points; "given" is a person's own choice, "source" the sender's."""
    kind, _, rest = code.partition(":")
    if kind == "given":
        return translate("Triage", "ditetapkan petugas")
    if kind == "source":
        return translate("Triage", "menurut sumber")
    if kind == "duplicate":
        said = ", ".join(_grave(word) for word in rest.split("+"))
        return translate("Triage", "laporan lain menyebut %1").replace("%1", said)
    name, _, points = rest.partition(":")
    shown, _, sets = points.partition(":")
    parts = [_name(kind, name, table), "" if shown == "+0" else shown, _least(sets)]
    return " ".join(part for part in parts if part)


_GRAVE: Mapping[str, Callable[[], str]] = {
    "weapon": lambda: translate("Triage", "senjata"),
    "injury": lambda: translate("Triage", "korban"),
    "fire": lambda: translate("Triage", "api"),
    "danger": lambda: translate("Triage", "orang terancam"),
}
"""What another report said that raised the incident (commands.filing)."""


def _grave(word: str) -> str:
    known = categories().get(word)
    return category_label(known) if known else _GRAVE.get(word, lambda: word)()


def _name(kind: str, name: str, table: Table) -> str:
    row = table.by_code.get(name)
    if row is not None:
        return row_text(row)
    known = categories().get(name) if kind == "category" else None
    return category_label(known) if known else name


def _least(sets: str) -> str:
    if not sets:
        return ""
    if sets == "P4":
        return "(→ P4)"
    return translate("Triage", "(minimal %1)").replace("%1", sets)


def reasons_text(codes: Sequence[str], table: Table | None = None) -> str:
    """The rows that weighed most, what a person said, and what is not known."""
    table = table or shipped_table()
    of_person, rows, unknown = [], [], []
    for code in codes:
        kind, _, rest = code.partition(":")
        if kind == "absent":
            unknown.append(rest)
        elif kind == "why":
            of_person.append(f"“{rest}”")
        elif kind == "suggested":
            of_person.append(translate("Triage", "saran %1").replace("%1", rest))
        elif kind in ("given", "source"):
            of_person.append(reason_text(code, table))
        else:
            rows.append(reason_text(code, table))
    shown = rows[:SHOWN_ROWS]
    if len(rows) > SHOWN_ROWS:
        more = translate("Triage", "%1 lagi").replace("%1", str(len(rows) - SHOWN_ROWS))
        shown.append(more)
    parts = [", ".join([*of_person, *shown])]
    if unknown:
        parts.append(translate("Triage", "tidak diketahui: %1").replace("%1", _unknown(unknown)))
    return " · ".join(part for part in parts if part)


def _unknown(names: Sequence[str]) -> str:
    known = {what.value: what for what in Absent}
    return ", ".join(
        translate("Triage", ABSENT_WORDS[known[name]]) if name in known else name for name in names
    )
