"""What a data-protection authority is told: one table, as CSV, HTML and JSON, inert in each."""

from __future__ import annotations

import csv
import html
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from typing import TextIO

import msgspec

# A spreadsheet takes what begins like this for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_HEAD = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title><style>
body{{font:14px sans-serif;margin:2em}} table{{border-collapse:collapse}}
th,td{{border:1px solid gray;padding:.2em .5em;text-align:left;vertical-align:top}}
th{{background:whitesmoke}}
</style></head><body><h1>{title}</h1>
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One act or gap. Times are ISO-8601 in UTC; `seq` is the entry of the log it is taken from,
    0 for what was concluded from several."""

    what: str
    seq: int
    recorded_at: str
    occurred_at: str
    who: str
    login: str
    workstation: str
    kind: str
    about: str
    reason: str


NAMES = tuple(field.name for field in fields(Line))


def inert(text: str) -> str:
    """Text that no spreadsheet calculates and no terminal obeys."""
    clean = "".join(c if c.isprintable() else " " for c in text)
    return f"'{clean}" if text.startswith(_FORMULA) or clean.startswith(_FORMULA) else clean


class CsvTable:
    """Rows as they come, however many."""

    def __init__(self, file: TextIO, first: str = "") -> None:
        """`first`: a line above the names."""
        self._out = csv.writer(file, quoting=csv.QUOTE_ALL)
        if first:
            self._out.writerow([first])
        self._out.writerow(NAMES)

    def add(self, line: Line) -> None:
        self._out.writerow([inert(str(value)) for value in asdict(line).values()])


class HtmlPage:
    """For people; nothing in it loads or runs."""

    def __init__(self, file: TextIO, title: str, facts: Mapping[str, str]) -> None:
        self._file = file
        file.write(_HEAD.format(title=html.escape(title)))
        file.write("<table>\n")
        for pair in facts.items():
            file.write(_row(pair))
        file.write("</table>\n<h2>Log</h2>\n<table>\n")
        file.write(_row(NAMES, "th"))

    def add(self, line: Line) -> None:
        self._file.write(_row(str(value) for value in asdict(line).values()))

    def end(self, counts: Mapping[str, int]) -> None:
        self._file.write("</table>\n<h2>Counts</h2>\n<table>\n")
        for name, count in counts.items():
            self._file.write(_row((name, str(count))))
        self._file.write("</table></body></html>\n")


def _row(values: Iterable[str], cell: str = "td") -> str:
    shown = (html.escape("".join(c if c.isprintable() else " " for c in v)) for v in values)
    return "<tr>" + "".join(f"<{cell}>{value}</{cell}>" for value in shown) + "</tr>\n"


def summary(title: str, facts: Mapping[str, str], counts: Mapping[str, int]) -> bytes:
    """JSON for whoever reads it by program; the lines are in the CSV beside it."""
    told = {"title": title, "facts": dict(facts), "counts": dict(counts)}
    return msgspec.json.format(msgspec.json.encode(told), indent=2) + b"\n"
