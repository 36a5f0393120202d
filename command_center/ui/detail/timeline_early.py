"""Sentences about early warnings in the log."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from command_center.domain.early import Verdict
from command_center.situation.timeline import TimelineLine
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill, translate
from command_center.ui.early.words import verdict_text


def _judged(line: TimelineLine, names: Names) -> str:
    row = line.params.get("early_episode")
    said = str(row.get("verdict", "")) if isinstance(row, dict) else ""
    if said not in set(Verdict):
        return fill(translate("Timeline", "%1 menilai peringatan dini"), names.person(line.actor))
    text = translate("Timeline", "%1 menilai peringatan dini: %2")
    return fill(text, names.person(line.actor), verdict_text(Verdict(said)))


EARLY_SENTENCES: Mapping[str, Callable[[TimelineLine, Names], str]] = {
    "early.raised": lambda line, names: translate("Timeline", "Peringatan dini"),
    "early.grown": lambda line, names: translate("Timeline", "Peringatan dini bertambah"),
    "early.judged": _judged,
    "early.closed": lambda line, names: translate("Timeline", "Peringatan dini berakhir"),
    "early.calibrated": lambda line, names: translate(
        "Timeline", "Ambang deteksi dini dihitung ulang"
    ),
}
