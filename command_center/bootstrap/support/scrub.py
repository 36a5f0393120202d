"""What of the program's logs may leave the machine."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from command_center.runtime.redact import MASK, redact

LONGEST_WORDS = 500
_LONGEST_LINE = 20 * LONGEST_WORDS  # of a record that is looked at: masks make it shorter
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}")
# Telephones and numbers of identity cards; a day, an address of a machine and a size are none.
_DAY = r"(?<!\d)(?:19|20)\d\d-[01]\d-[0-3]\d(?!-?\d)"
_BYTE = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_HOST = rf"(?<!\d)(?<!\d\.){_BYTE}(?:\.{_BYTE}){{3}}(?!\.?\d)"
_NUMBER = re.compile(
    rf"(?P<stays>{_DAY}|{_HOST})"
    rf"|(?<![0-9a-zA-Z])(?<!\d\.)[+(]{{0,2}}\d(?:[ .()-]{{0,3}}(?!{_DAY}|{_HOST})\d){{8,}}"
    r"(?!\.?\d|[a-zA-Z])"
)
_DEGREES = re.compile(r"-?\d{1,3}\.\d{4,}")
_PLACE = re.compile(r'\s*File "([^"]{1,300})", line (\d{1,7})(?:, in ([\w.<>]{1,100}))?')
_KIND = re.compile(r"([A-Za-z_][\w.]{0,120})(?::|$)")
_TRACEBACK = "Traceback "


def anonymous(text: str) -> str:
    """Without secrets, addresses and numbers of people, places of the city, and the account's name
    in its home."""
    known, home = redact(text), Path.home()
    case = re.IGNORECASE if sys.platform == "win32" else re.NOFLAG
    quoted = str(home).replace("\\", "\\\\")  # as an OSError names a file
    for written in (str(home), quoted, home.as_posix()):
        known = re.sub(re.escape(written), "~", known, flags=case)
    return _DEGREES.sub(MASK, _NUMBER.sub(_masked, _MAIL.sub(MASK, known)))


def _masked(found: re.Match[str]) -> str:
    return found["stays"] or MASK


def log_lines(text: str) -> list[str]:
    """Each record that is one of ours: when, how bad, where, what. Of an exception its kind and
    the places in the code: its message may quote anything that the room was told."""
    return [line for line in map(_record, text.splitlines()) if line]


def _record(line: str) -> str:
    """The process of the cameras sends an exception as further lines of what it says."""
    try:
        told = json.loads(line)
        kept = {name: str(told[name])[:LONGEST_WORDS] for name in ("at", "level", "where")}
        what, *below = str(told["what"]).split("\n")
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""
    # Masked before it is cut: half a number or half an address is not known as one.
    kept["what"] = anonymous(what[:_LONGEST_LINE])[:LONGEST_WORDS]
    trace = told.get("trace")
    if isinstance(trace, str):
        kept["trace"] = trace_of(trace)
    elif any(one.startswith(_TRACEBACK) for one in below):
        kept["trace"] = trace_of("\n".join(below))
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
