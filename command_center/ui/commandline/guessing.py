"""What a line may have meant that begins with no verb and names nothing the room knows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from rapidfuzz.distance import DamerauLevenshtein

from command_center.ui.actions.table import ACTIONS
from command_center.ui.commandline.filling import Fill
from command_center.ui.commandline.matching import folded
from command_center.ui.commandline.verbs import TYPED, verb_of
from command_center.ui.commandline.vocabulary import english

MOST, SHORTEST = 4, 3
SLIPS = 2
"""Letters that may be wrong, and one for each four that were typed."""


def nearest(words: Sequence[str]) -> list[Fill]:
    """Verbs that are spelt nearly so, then actions of the menus by some of their words; each with
    what stood behind it. Only offered, never run."""
    if not words or len(words[0]) < SHORTEST:
        return []
    return [*_misspelt(words), *_by_some_words(words)][:MOST]


def _misspelt(words: Sequence[str]) -> list[Fill]:
    typed, found = words[0].lower(), []
    slips = min(SLIPS, len(typed) // 4)
    for verb in TYPED:
        names = verb.english if english() else verb.words
        best = min((DamerauLevenshtein.distance(typed, name), name) for name in names)
        if 0 < best[0] <= slips:
            usage = QCoreApplication.translate("CommandLine", verb.usage)
            found.append((best[0], Fill(_line(best[1], words[1:]), usage, "")))
    return [fill for _, fill in sorted(found, key=lambda pair: pair[0])]


def _by_some_words(words: Sequence[str]) -> list[Fill]:
    """`alamat 0147` for "Betulkan alamat": as many words as stand in the name of an action."""
    found = []
    for action in ACTIONS.values():
        label = [folded(word) for word in action.label.split()]
        said = 0
        while said < len(words) and any((folded(words[said]) or " ") in word for word in label):
            said += 1
        line = _line(action.label.lower(), words[said:])
        if said and verb_of(line.split()) is not None:
            found.append((-said, Fill(line, action.label, "")))
    return [fill for _, fill in sorted(found, key=lambda pair: pair[0])]


def _line(verb: str, rest: Sequence[str]) -> str:
    return f"{verb} {' '.join(rest)}" if rest else f"{verb} "
