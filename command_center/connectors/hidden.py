"""What is said later of a report whose reporter asked to stay hidden: the update names no person
beside its words, so who is to be hidden in them has to be known from before."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from msgspec.structs import replace

from command_center.connectors.scrub import HIDDEN, SHORTEST_NUMBER, Scrubber
from command_center.contract.records import ReportUpdateRecord

MOST_HEARD = 5_000
MOST_TRIED = 300
_GROUPS = 6
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DIGITS = re.compile(r"\d+")
_GAP = re.compile(r"[\s().\-]{0,3}")
Is = Callable[[str], bool]


class Heard:
    """Who reported what, while the program runs: never written anywhere, the oldest forgotten."""

    def __init__(self) -> None:
        self._scrubs: OrderedDict[tuple[str, str], Scrubber] = OrderedDict()

    def remember(self, source_id: str, report: str, scrub: Scrubber) -> None:
        self._scrubs[source_id, report] = scrub
        while len(self._scrubs) > MOST_HEARD:
            self._scrubs.popitem(last=False)

    def scrub(self, source_id: str, record: ReportUpdateRecord) -> ReportUpdateRecord:
        """Without the person's name, numbers and contact, as far as they are known still."""
        scrub = self._scrubs.get((source_id, record.report))
        if scrub is None:
            return record
        kept = [one for one in record.attachments if not scrub.names_them(unquote(one.url))]
        files = tuple(replace(one, name=scrub.text(one.name)) for one in kept)
        return replace(record, text=scrub.text(record.text), attachments=files)


def without_number(text: str, is_theirs: Is) -> str:
    """The text without each number or address of mail that `is_theirs`; asked of so many only."""
    told, done = "", 0
    for begin, end in _places(text):
        if begin >= done and is_theirs(text[begin:end]):
            told, done = f"{told}{text[done:begin]}{HIDDEN}", end
    return told + text[done:]


def _places(text: str) -> Iterator[tuple[int, int]]:
    """(begin, end) of what may be a number, however its digits are grouped, or an address; of those
    that begin together the longest first."""
    found = [one.span() for one in _MAIL.finditer(text)]
    runs = [one.span() for one in _DIGITS.finditer(text)]
    for number, (begin, _) in enumerate(runs):
        digits, last = 0, begin
        for start, end in runs[number : number + _GROUPS]:
            if _GAP.fullmatch(text, last, start) is None:
                break
            digits, last = digits + end - start, end
            if digits >= SHORTEST_NUMBER:
                found.append((begin - (text[begin - 1 : begin] == "+"), end))
    yield from sorted(found, key=lambda at: (at[0], -at[1]))[:MOST_TRIED]
