"""How a word of a name sounds, whatever spelling reform, habit or title it is written with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from command_center.geo.place_words import place_words

_SAME_SOUND = (
    ("oe", "u"),
    ("dj", "j"),
    ("tj", "c"),
    ("sj", "sy"),
    ("ch", "h"),
    ("kh", "h"),
    ("sh", "s"),
    ("sy", "s"),
    ("th", "t"),
    ("dh", "d"),
    ("iy", "i"),
    ("uw", "u"),
    ("ae", "ai"),
)
"""Spelling before 1972 and 1947, Arabic and Javanese letters: Soekarno, Achmad, Supriyadi."""

_TWICE = re.compile(r"([a-z])\1+")
_STREET, _TITLE, INITIALS, _LATER = 1.0, 2.0, 3.0, 8.0
_LEAST_LATER, _LEAST_LAST = 4, 4


def sound(word: str) -> str:
    """A folded word (`spelling.words`) by its sound: soekarno and sukarno are one."""
    for written, said in _SAME_SOUND:
        word = word.replace(written, said)
    word = _TWICE.sub(r"\1", word)
    return f"{word[:-1]}t" if word.endswith("d") and len(word) > 3 else word


def spoken_keys(words: Sequence[str]) -> Iterator[tuple[str, float]]:
    """The ways a name is said as a whole, run together, and what each takes off: with everything,
    without titles, with initials."""
    titles = place_words().titles
    sounds = [sound(word) for word in words]
    yield "".join(sounds), 0.0
    bare = [said for word, said in zip(words, sounds, strict=True) if word not in titles]
    if bare and len(bare) < len(sounds):
        street = words[0] == "jl" and len(bare) == len(sounds) - 1
        yield "".join(bare), _STREET if street else _TITLE
    if len(bare) > 1 and len(bare[-1]) >= _LEAST_LAST and any(len(one) > 1 for one in bare[:-1]):
        yield "".join(one[0] for one in bare[:-1]) + bare[-1], INITIALS


def later_keys(words: Sequence[str]) -> Iterator[tuple[str, float]]:
    """A name from each later word on: "Lavalette" is enough for "RSU Lavalette"."""
    titles = place_words().titles
    sounds = [sound(word) for word in words]
    for start, (before, _) in enumerate(pairwise(words), 1):
        key = "".join(sounds[start:])
        if len(key) >= _LEAST_LATER and words[start] not in titles and before not in titles:
            yield key, _LATER
