"""What of the program's logs may leave the machine."""

from __future__ import annotations

import json
import re
from pathlib import Path

from command_center.runtime.redact import MASK, redact

LONGEST_WORDS = 500
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}")
# Telephones and numbers of identity cards; a day, an address of a machine and a size are none.
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NUMBER = re.compile(r"\d{4}-\d\d-\d\d|(?<![0-9a-zA-Z.])\+?\d(?:[ -]?\d){8,}(?![0-9a-zA-Z.])")
_DEGREES = re.compile(r"-?\d{1,3}\.\d{4,}")
_PLACE = re.compile(r'\s*File "([^"]{1,300})", line (\d{1,7})(?:, in ([\w.<>]{1,100}))?')
_KIND = re.compile(r"([A-Za-z_][\w.]{0,120})(?::|$)")
_TRACEBACK = "Traceback "


def anonymous(text: str) -> str:
    """Without secrets, addresses and numbers of people, places of the city, and the account's name
    in its home."""
    home, known = Path.home(), redact(text)
    for written in (str(home), home.as_posix()):
        known = known.replace(written, "~")
    return _DEGREES.sub(MASK, _NUMBER.sub(_masked, _MAIL.sub(MASK, known)))


def _masked(found: re.Match[str]) -> str:
    """A day stays."""
    return found.group() if _DAY.fullmatch(found.group()) else MASK


def log_lines(text: str) -> list[str]:
    """Each record that is one of ours: when, how bad, where, what. Of an exception its kind and
    the places in the code: its message may quote anything that the room was told."""
    return [line for line in map(_record, text.splitlines()) if line]


def _record(line: str) -> str:
    try:
        told = json.loads(line)
        kept = {name: str(told[name])[:LONGEST_WORDS] for name in ("at", "level", "where")}
        kept["what"] = anonymous(str(told["what"])[:LONGEST_WORDS])
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""
    if isinstance(told.get("trace"), str):
        kept["trace"] = trace_of(told["trace"])
    return json.dumps(kept)


def trace_of(text: str) -> str:
    """`file:line function` of each frame, and the kind of each exception: the first word of the
    first line that stands at the margin below its frames."""
    found, waits = [], True
    for line in text.splitlines():
        place = _PLACE.match(line)
        if line.startswith(_TRACEBACK):
            waits = True
        elif place is not None:
            file, number, function = place.groups()
            found.append(f"{anonymous(file)}:{number} {function or ''}".rstrip())
        elif waits and (kind := _KIND.match(line)) is not None:
            found.append(kind.group(1))
            waits = False
    return " | ".join(found)
