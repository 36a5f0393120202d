"""What the page says of an answer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from command_center.domain.errors import OperatorError
from command_center.runtime.setting_layers import WrongSetting
from command_center.ui.detail.words import fill
from command_center.ui.doctor.model import Answer
from command_center.ui.doctor.sentences import CHECKS, DO, WHAT
from command_center.ui.radio.lines import TextRow
from command_center.ui.sentences import sentence
from command_center.ui.settings.words import fault_text

translate = QCoreApplication.translate
LONGEST = 400
_HOLE = re.compile(r"\{(\w+)\}")
# Worst first: that is what the page is opened for.
_RANK = {"broken": 0, "attention": 1, "ok": 2}
# Not those of priorities: a machine is no incident.
_GLYPHS = {"broken": "×", "attention": "!", "ok": "✓"}
_INKS = {"broken": "warn", "attention": "text", "ok": "text2"}


@dataclass(frozen=True, slots=True)
class CheckRow(TextRow):
    """`ink` is the colour of its first line."""

    ink: str = "text"

    @property
    def tint(self) -> str:
        return self.ink


def rows_of(answers: Sequence[Answer]) -> list[CheckRow]:
    return [_row(answer) for answer in sorted(answers, key=lambda one: _RANK[one.state])]


def _row(answer: Answer) -> CheckRow:
    name = translate("Doctor", CHECKS[answer.check])
    first = f"{_GLYPHS[answer.state]}  {name}"
    return CheckRow(
        answer.check, first, state_text(answer.state), what_text(answer), _INKS[answer.state]
    )


def state_text(state: str) -> str:
    return {
        "ok": translate("Doctor", "baik"),
        "attention": translate("Doctor", "perlu perhatian"),
        "broken": translate("Doctor", "rusak"),
    }[state]


def what_text(answer: Answer) -> str:
    return _filled(translate("Doctor", WHAT[answer.code]), answer)


def whole_text(answer: Answer) -> str:
    """What is so, and what to do."""
    do = _filled(translate("Doctor", DO[answer.do]), answer) if answer.do else ""
    return f"{what_text(answer)} {do}".strip()


def count_text(answers: Sequence[Answer]) -> str:
    counts = Counter(answer.state for answer in answers)
    text = translate("Doctor", "%1 rusak, %2 perlu perhatian, %3 baik.")
    return fill(text, *(str(counts[state]) for state in _RANK))


def step_text(step: str) -> str:
    return {
        "doctor": translate("Doctor", "Memeriksa komputer ini …"),
        "settings": translate("Doctor", "Membaca setelan tanpa rahasia …"),
        "logs": translate("Doctor", "Membaca catatan program …"),
        "write": translate("Doctor", "Menulis berkas bantuan …"),
    }.get(step, "")


def _filled(text: str, answer: Answer) -> str:
    return _HOLE.sub(lambda hole: _value(answer.params.get(hole.group(1))), text)


def _value(value: object) -> str:
    """An error, or several, as their sentences; all of it is plain text on one line."""
    if isinstance(value, tuple):
        return " ".join(map(_value, value))
    if isinstance(value, WrongSetting):
        return fault_text(value)
    if isinstance(value, OperatorError):
        return sentence(value.code, value.params)
    text = str(value)[:LONGEST]
    return "".join(letter if letter.isprintable() else "?" for letter in text)
