"""The form of an election's pattern: polisi-TPS-linmas for each level, printed or own."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit

from command_center.advice.criteria import Criteria
from command_center.advice.election_tables import pattern_presets, read_pattern
from command_center.commands.guarding import SetPatterns
from command_center.domain.election import StationPattern
from command_center.domain.errors import OperatorError
from command_center.situation.guarding import rules_of
from command_center.ui.detail.words import fill
from command_center.ui.election.words import translate
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence


def pattern_form(seat: Seat, table: Criteria) -> FieldsForm:
    """Choosing a printed pattern writes it into the fields, source and all; nothing is kept."""
    codes = tuple(level.code for level in table.levels)
    presets = ("", *(preset.name for preset in pattern_presets()))
    form = FieldsForm(seat, ("preset", *codes, "source"), {"preset": presets}, wide=("source",))
    names = {level.code: level.label for level in table.levels}
    names |= {
        "preset": translate("Election", "Ambil dari"),
        "source": translate("Election", "Sumber"),
    }
    own = translate("Election", "pola sendiri")
    form.rename(names, {"preset": [own, *presets[1:]]})
    choice = form.inside["preset"]
    assert isinstance(choice, QComboBox)
    choice.activated.connect(partial(_write, form, codes))
    return form


def _write(form: FieldsForm, codes: tuple[str, ...], at: int) -> None:
    if not at:
        return
    preset = pattern_presets()[at - 1]
    values = {code: str(preset.rules[code]) if code in preset.rules else "" for code in codes}
    for name, text in {**values, "source": f"{preset.name}: {preset.source}"}.items():
        field = form.inside[name]
        if isinstance(field, QLineEdit):
            field.setText(text)


def pattern_values(row: StationPattern | None) -> dict[str, object]:
    """What the form opens with."""
    written = {level: str(pattern) for level, pattern in rules_of(row).items()}
    return {**written, "preset": "", "source": row.source if row is not None else ""}


def patterns_of(
    election_id: str, row: StationPattern | None, table: Criteria, values: Mapping[str, Any]
) -> SetPatterns:
    rules = {level.code: str(values[level.code]) for level in table.levels}
    before = row.version if row is not None else 0
    return SetPatterns(election_id, rules, str(values["source"]), before)


def pattern_faults(table: Criteria, values: Mapping[str, Any]) -> list[str]:
    """Every pattern that cannot be, each in a sentence."""
    said: list[str] = []
    for level in table.levels:
        written = str(values[level.code])
        try:
            if written.strip():
                read_pattern(written, level.label)
        except OperatorError as error:
            said.append(sentence(error.code, error.params))
    return said


def pattern_line(row: StationPattern | None, table: Criteria) -> str:
    """ "Kurang rawan 1-4-8, Rawan 1-3-6; versi 2, sumber: ...", or that there is none yet."""
    if row is None:
        return translate("Election", "Pola belum diisi (P).")
    rules = rules_of(row)
    labels = {level.code: level.label for level in table.levels}
    parts = ", ".join(f"{labels.get(level, level)} {rule}" for level, rule in rules.items())
    said = translate("Election", "Pola polisi-TPS-linmas: %1 · versi %2 · sumber: %3")
    return fill(said, parts, str(row.version), row.source)
