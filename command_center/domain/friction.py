"""What a note of expected friction may hold: groups, places and times, and never a person."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum


class PersonMark(StrEnum):
    """What gave a person away."""

    IDENTITY_NUMBER = "identity_number"
    PHONE = "phone"
    MAIL = "mail"
    ACCOUNT = "account"
    PLATE = "plate"
    NAME = "name"


_SEPARATED = r"[\s.\-]?"
_MARKS: Mapping[PersonMark, re.Pattern[str]] = {
    # sixteen digits however they are grouped, or anything that is called one
    PersonMark.IDENTITY_NUMBER: re.compile(
        rf"(?<!\d)\d(?:{_SEPARATED}\d){{15}}(?!\d)|\b(?:nik|ktp|sim|paspor)\b\W{{0,3}}\w*\d",
        re.IGNORECASE,
    ),
    PersonMark.PHONE: re.compile(
        rf"(?<![\d.])(?:\+?62|0){_SEPARATED}8\d(?:{_SEPARATED}\d){{6,11}}(?!\d)"
        rf"|(?<!\d)\(?0\d{{2,3}}\)?[\s\-]\d(?:{_SEPARATED}\d){{5,7}}(?!\d)"
    ),
    PersonMark.MAIL: re.compile(r"(?<![^\s@])[^\s@]+@[^\s@]+\.\w{2,}"),
    PersonMark.ACCOUNT: re.compile(r"(?<!\w)@[A-Za-z0-9_.]{3,}"),
    # one last letter after few digits is a house rather than a car: "Blok C 12 A"
    PersonMark.PLATE: re.compile(
        r"\b(?!(?:RT|RW|KM|NO|JL|GG|DI|KE)\b)[A-Z]{1,2}\s?"
        r"(?:\d{1,4}\s?(?!RT|RW|TPS)[A-Z]{2,3}|\d{3,4}\s?[A-Z])\b"
    ),
    # a title, then a word that begins large and is no office ("Bapak Lurah")
    PersonMark.NAME: re.compile(
        r"\b(?i:sdr[ai]?|saudar[ai]|bapak|bpk|pak|ibu|mas|mbak|kh|hj?|ustadz?|kyai|gus|a\.?\s?n"
        r"|alias|bernama|inisial)\b\.?\s*:?\s+"
        r"(?!(?i:lurah|camat|wali|walikota|kapolsek|kapolresta|ketua|rt|rw|babinsa|bhabin\w*"
        r"|kota|kepala)\b)[A-Z][\w']*"
    ),
}


def person_in(text: str) -> tuple[PersonMark, str] | None:
    """The first thing in the text that looks like a person, and what gave it away; a name that
    stands without a title cannot be told from a place."""
    for mark, pattern in _MARKS.items():
        found = pattern.search(text)
        if found is not None:
            return mark, found.group().strip()
    return None
