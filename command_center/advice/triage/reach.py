"""How far an edit of the table reaches: which incidents may rank or read otherwise after it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from command_center.advice.triage.table import Row, Table, When
from command_center.advice.triage.words import apart, matcher_of


@dataclass(frozen=True, slots=True)
class Reach:
    """`everywhere`, or incidents in which a row of `codes` fired, or of a category of
    `categories`, or of which a text fires a row of `words`, as `fired` says."""

    everywhere: bool
    codes: frozenset[str] = frozenset()
    categories: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    fired: Callable[[str], frozenset[str]] | None = None

    def heard(self, texts: Iterable[str]) -> bool:
        """Whether the words of an incident that `holds` says nothing of are reached."""
        fired = self.fired
        return fired is not None and any(not self.words.isdisjoint(fired(text)) for text in texts)

    def holds(self, category: str, reasons: Sequence[str]) -> bool:
        """Of an incident of that category with those reasons, kept as `Row.reason` has them."""
        if self.everywhere or category in self.categories:
            return True
        codes = self.codes
        for reason in reasons:
            code = _code_of(reason)
            if code is None or code in codes:
                return True
        return False


@lru_cache(maxsize=4_096)
def _code_of(reason: str) -> str | None:
    """Of the row, "" if it is about none; None of an older program, which kept no points: whatever
    has such a reason is ranked anew."""
    kind, *rest = reason.split(":")
    if kind == "absent":
        return ""
    return rest[0] if len(rest) > 1 else None


def reach_of(old: Table, new: Table) -> Reach:
    """Between two tables of which the older one gave the reasons that are kept."""
    if old.negation != new.negation or old.categories != new.categories:
        return Reach(everywhere=True)
    codes, categories, words = set[str](), set[str](), set[str]()
    for code in {**old.by_code, **new.by_code}:
        rows = [table.by_code[code] for table in (old, new) if code in table.by_code]
        if len(rows) == 2 and _alike(*rows):
            continue
        if len(rows) == 2 and _same_question(*rows):
            codes.add(code)
        elif all(row.when is When.CATEGORY for row in rows):
            codes.add(code)
            categories.update(category for row in rows for category in row.any)
        elif all(row.when is When.WORD for row in rows):
            codes.add(code)
            if code in new.by_code:
                words.add(code)
        else:
            return Reach(everywhere=True)
    if not apart(old, new):
        return Reach(everywhere=True)
    fired = matcher_of(new).fired if words else None
    return Reach(False, frozenset(codes), frozenset(categories), frozenset(words), fired)


def _alike(old: Row, new: Row) -> bool:
    """But for what it is called."""
    return replace(old, text_id=new.text_id, text_en=new.text_en) == new


def _same_question(old: Row, new: Row) -> bool:
    """Rows that take away fire less easily than rows that add: a change of sides is another
    question."""
    if (old.points < 0) is not (new.points < 0):
        return False
    return _alike(replace(old, points=new.points, sets=new.sets), new)
