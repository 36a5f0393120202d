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
_NATIONAL_ID, _TELEPHONE = 16, range(9, 16)
# mobile and area numbers, with the country's or another's code, or without the leading nought; an
# amount of money has its thousands apart
_DIALLED = re.compile(r"\+\d|(?:62|0)\D{0,3}[2-9]\d|(?:62|0)\D{0,3}8|8[1-9]\d(?!(?:[.,]\d{3})+$)")
_DATE = re.compile(r"(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:19|20)\d\d(?!\d)")
# whoever says so goes on with a name: so much of it at most, and not over a mark or a line
_SAYS_WHO = re.compile(
    r"\b((?:nama\s+(?:lengkap\s+)?(?:saya|pelapor)|saya\s+bernama|atas\s+nama|a[./]\s?n\b\.?|ttd\b\.?"
    r"|tertanda|nama\s*:|pelapor\s*:)(?:\s+adalah)?[ :,=\"'–-]*)"
    r"(?:(?:[^\W\d_]{1,4}\.|[^\W\d_][\w'’-]*)[ ]*){1,4}",
    re.IGNORECASE,
)
Is = Callable[[str], bool]


class Heard:
    """Who reported what, while the program runs: never written anywhere, the oldest forgotten."""

    def __init__(self) -> None:
        self._scrubs: OrderedDict[tuple[str, str], Scrubber] = OrderedDict()

    def remember(self, source_id: str, report: str, scrub: Scrubber) -> None:
        self._scrubs[source_id, report] = scrub
        while len(self._scrubs) > MOST_HEARD:
            self._scrubs.popitem(last=False)

    def scrub(
        self, source_id: str, record: ReportUpdateRecord, is_theirs: Is | None
    ) -> ReportUpdateRecord:
        """Without the person's name, numbers and contact. Of a report from before the program was
        started the name is not known: then without what introduces itself as one, and without the
        numbers that are theirs; `is_theirs` None = nobody knows which, all that are somebody's."""
        scrub = self._scrubs.get((source_id, record.report))
        if scrub is not None:
            return _without(record, scrub.text, lambda url: scrub.text(url) != url)
        known = is_theirs or is_somebodys
        names = _is_in_address if is_theirs is None else _names(is_theirs)
        return _without(
            record, lambda said: without_number(_SAYS_WHO.sub(_unnamed, said), known), names
        )


def _without(
    record: ReportUpdateRecord, hide: Callable[[str], str], names_them: Is
) -> ReportUpdateRecord:
    """A file whose address names them is not asked for."""
    kept = [one for one in record.attachments if not names_them(unquote(one.url))]
    files = tuple(replace(one, name=hide(one.name)) for one in kept)
    return replace(record, text=hide(record.text), attachments=files)


def _names(is_theirs: Is) -> Is:
    return lambda address: without_number(address, is_theirs) != address


def _is_in_address(address: str) -> bool:
    """Whether a run of digits in it is somebody's: many a file is named by a long number."""
    runs = _DIGITS.findall(address)
    dialled = any(len(run) in _TELEPHONE and _DIALLED.match(run) for run in runs)
    return dialled or any(map(_has_birthday, runs)) or _MAIL.search(address) is not None


def _has_birthday(run: str) -> bool:
    """As a national id has it after six digits of the place: day (a woman's + 40), month, year."""
    if len(run) != _NATIONAL_ID:
        return False
    return 1 <= int(run[6:8]) % 40 <= 31 and 1 <= int(run[8:10]) <= 12


def _unnamed(found: re.Match[str]) -> str:
    ended = " " if found[0].endswith(" ") else ""
    return f"{found[1]}{HIDDEN}{ended}"


def is_somebodys(said: str) -> bool:
    """Whether a number is one that people have: a telephone's, a national id; or an address."""
    digits = sum(map(len, _DIGITS.findall(said)))
    if "@" in said or digits == _NATIONAL_ID:
        return True
    return digits in _TELEPHONE and _DIALLED.match(said) is not None


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
        if _DATE.match(text, begin):
            continue
        digits, last = 0, begin
        for start, end in runs[number : number + _GROUPS]:
            if _GAP.fullmatch(text, last, start) is None:
                break
            digits, last = digits + end - start, end
            if digits >= SHORTEST_NUMBER:
                found.append((begin - (text[begin - 1 : begin] == "+"), end))
    yield from sorted(found, key=lambda at: (at[0], -at[1]))[:MOST_TRIED]
