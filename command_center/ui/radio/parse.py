"""One typed line: who spoke, what was said, what it counts as."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from command_center.commands.radio import WORD_LENGTH, call_sign_of

_TAG = re.compile(r"(?:^|\s)#([\w-]{2,40})\s*$")
_LONGEST_SIGN = 4
"""Words."""


@dataclass(frozen=True, slots=True)
class Said:
    """`call_sign` and `activity` are "" where the line names none."""

    call_sign: str
    text: str
    activity: str


def read_line(typed: str, signs: Iterable[str]) -> Said:
    """`SENKOM 21 lapor banjir #bencana`: the longest call sign of `signs` that the line begins
    with, or whatever stands before an early colon; a last word with # is the operator's own."""
    text = " ".join(typed.split())
    tag = _TAG.search(text)
    if tag is not None:
        text = text[: tag.start()].rstrip()
    sign, rest = _speaker(text, {call_sign_of(sign) for sign in signs if sign.strip()})
    return Said(sign, rest, tag.group(1).casefold() if tag else "")


def _speaker(text: str, known: set[str]) -> tuple[str, str]:
    words = text.split(" ")
    for length in range(min(_LONGEST_SIGN, len(words) - 1), 0, -1):
        head = " ".join(words[:length])
        if call_sign_of(head.rstrip(":,")) in known:
            return call_sign_of(head.rstrip(":,")), " ".join(words[length:])
    head, colon, rest = text.partition(":")
    told = rest.strip()
    if colon and told and len(head) <= WORD_LENGTH and len(head.split()) <= _LONGEST_SIGN:
        return call_sign_of(head), told
    return "", text


def completions(typed: str, signs: Iterable[str], most: int = 8) -> list[str]:
    """Call signs that what was typed so far is the beginning of, in order."""
    start = call_sign_of(typed)
    if not start:
        return []
    squeezed = start.replace(" ", "")
    known = sorted({call_sign_of(sign) for sign in signs if sign.strip()})
    fitting = [s for s in known if s.replace(" ", "").startswith(squeezed) and s != start]
    return fitting[:most]
