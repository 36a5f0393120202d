"""What a release says of itself to people: its day and what changed. Signed with the rest, beside
what a program needs to know: who reads nothing of it misses nothing."""

from __future__ import annotations

import unicodedata
from datetime import date

import msgspec

MOST_LETTERS, MOST_LINES = 1_500, 30


class News(msgspec.Struct, frozen=True):
    """`notes` is plain text of a few lines, "" if there is none."""

    date: date
    notes: str = ""


def news_of(custom: object) -> News | None:
    """Of a target's custom data (TUF 4.5). None where there is none of ours: words are no reason to
    refuse a release. Notes that are too long are left out."""
    try:
        told = msgspec.convert(custom, type=News)
    except msgspec.ValidationError:
        return None
    return News(told.date, plain(told.notes) if fits(told.notes) else "")


def fits(notes: str) -> bool:
    return len(notes) <= MOST_LETTERS and len(notes.splitlines()) <= MOST_LINES


def plain(notes: str) -> str:
    """Lines without what steers a screen or a terminal, or turns the direction of writing."""
    lines = ("".join(map(_shown, line)).rstrip() for line in notes.splitlines())
    return "\n".join(lines).strip()


def _shown(sign: str) -> str:
    category = unicodedata.category(sign)
    if category[0] == "Z" or sign == "\t":
        return " "
    return "" if category[0] == "C" else sign
