"""Which rows people overrule: what to talk about when the table is next looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from command_center.domain.incident import Priority

MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Ranked:
    """How an incident ranks, with its reasons."""

    priority: Priority
    reasons: Sequence[str]


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """Of `fired` incidents in which the row counted, how many a person ranked more urgent than the
    table and how many less; `words` they gave, the commonest first."""

    code: str
    fired: int
    raised: int
    lowered: int
    words: tuple[str, ...]


def review(incidents: Iterable[Ranked]) -> list[ReviewLine]:
    """Rows that were overruled, the most often overruled first."""
    fired, raised, lowered = Counter[str](), Counter[str](), Counter[str]()
    words: dict[str, Counter[str]] = {}
    for one in incidents:
        told = _told(one.reasons)
        codes = [code for kind, code in told if kind not in _BESIDE]
        fired.update(codes)
        before = next((said for kind, said in told if kind == "suggested"), "")
        if tuple(one.reasons[:1]) != ("given",) or not before or before == one.priority.value:
            continue
        (raised if one.priority.value < before else lowered).update(codes)
        why = [said for kind, said in told if kind == "why"]
        for code in codes:
            words.setdefault(code, Counter()).update(why)
    lines = [
        ReviewLine(
            code, fired[code], raised[code], lowered[code],
            tuple(word for word, _ in words[code].most_common(MOST_WORDS)),
        )
        for code in words
    ]  # fmt: skip
    return sorted(lines, key=lambda line: (-line.raised - line.lowered, line.code))


_BESIDE = frozenset({"given", "source", "why", "suggested", "absent"})


def _told(reasons: Sequence[str]) -> list[tuple[str, str]]:
    """(kind, the row's code or what was said) of each."""
    told = []
    for reason in reasons:
        kind, _, rest = reason.partition(":")
        told.append((kind, rest if kind in _BESIDE else rest.partition(":")[0]))
    return told
