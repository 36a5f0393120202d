"""Folds the many spellings of a place name into one."""

from __future__ import annotations

import re
import unicodedata

from command_center.domain.place import PlaceKind

_WORDS = re.compile(r"[a-z0-9]+")

_OLD_SPELLING = (("oe", "u"), ("dj", "j"), ("tj", "c"))
"""Spelling before 1972 that lives on in names (Soekarno, Djuanda)."""

_SHORT = {
    "jln": "jl",
    "jalan": "jl",
    "gang": "gg",
    "sta": "stasiun",
    "sdn": "sd",
    "dokter": "dr",
    "rumahsakit": "rs",
}

_KIND_WORDS = {
    "kel": PlaceKind.KELURAHAN,
    "kelurahan": PlaceKind.KELURAHAN,
    "ds": PlaceKind.KELURAHAN,
    "desa": PlaceKind.KELURAHAN,
    "kec": PlaceKind.KECAMATAN,
    "kecamatan": PlaceKind.KECAMATAN,
}

_DROPPED = frozenset({"kota", "kab", "kabupaten"})


def words(text: str) -> list[str]:
    """The words of a text without case, accents and punctuation, in one spelling."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    found = [_respell(word) for word in _WORDS.findall(plain)]
    return [_SHORT.get(word, word) for word in found]


def kind_named(query: list[str]) -> tuple[PlaceKind | None, list[str]]:
    """The kind of area that a query's first word names ("kel. ...") and the words after it."""
    kind = _KIND_WORDS.get(query[0]) if len(query) > 1 else None
    return (kind, query[1:]) if kind else (None, query)


def keys(name: str) -> list[str]:
    """What a name is found by: its words run together, whole and from each later word on.

    "Tasik Madu" and "Tasikmadu" share the key "tasikmadu"; "RS Lavalette" has "lavalette".
    """
    parts = words(name)
    return ["".join(parts[start:]) for start in range(len(parts)) if parts[start] not in _DROPPED]


def _respell(word: str) -> str:
    for old, new in _OLD_SPELLING:
        word = word.replace(old, new)
    return word
