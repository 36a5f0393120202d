"""The words of the line's fields, in both languages; those offered follow the screen's.

A word may stand for a field by itself (`tkp`) or behind the field's identifier (`s:tkp`), which
then may stand anywhere in the line.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QLocale

from command_center.domain.incident import Disposition, Priority
from command_center.domain.unit import UnitStatus


class Field(StrEnum):
    INCIDENT = "incident"
    UNIT = "unit"
    STATUS = "status"
    PRIORITY = "priority"
    RESULT = "result"
    CAMERA = "camera"
    PLACE = "place"
    CATEGORY = "category"
    TIME = "time"
    TEXT = "text"


IDENTIFIERS: Mapping[str, Field] = {
    "k": Field.INCIDENT,
    "i": Field.INCIDENT,
    "kejadian": Field.INCIDENT,
    "incident": Field.INCIDENT,
    "u": Field.UNIT,
    "unit": Field.UNIT,
    "s": Field.STATUS,
    "status": Field.STATUS,
    "p": Field.PRIORITY,
    "prio": Field.PRIORITY,
    "h": Field.RESULT,
    "hasil": Field.RESULT,
    "result": Field.RESULT,
    "c": Field.CAMERA,
    "cctv": Field.CAMERA,
    "kamera": Field.CAMERA,
    "camera": Field.CAMERA,
    "t": Field.PLACE,
    "tempat": Field.PLACE,
    "place": Field.PLACE,
    "peta": Field.PLACE,
    "map": Field.PLACE,
    "jenis": Field.CATEGORY,
    "type": Field.CATEGORY,
}
BARE = frozenset(IDENTIFIERS) - {"k", "i", "u", "unit", "s", "status", "p", "h", "c", "t"}
"""Those that need no colon where any one thing may be named: `lihat cctv suhat`."""
STATUS_WORDS: Mapping[str, UnitStatus] = {
    "siap": UnitStatus.AVAILABLE,
    "menuju": UnitStatus.EN_ROUTE,
    "menujutkp": UnitStatus.EN_ROUTE,
    "tkp": UnitStatus.ON_SCENE,
    "ditkp": UnitStatus.ON_SCENE,
    "plotting": UnitStatus.STAGED,
    "kembali": UnitStatus.RETURNING,
    "isoma": UnitStatus.BREAK,
    "tidaksiap": UnitStatus.UNAVAILABLE,
    "lepas": UnitStatus.OFF_DUTY,
    "lepasdinas": UnitStatus.OFF_DUTY,
}
STATUS_WORDS_EN: Mapping[str, UnitStatus] = {
    "available": UnitStatus.AVAILABLE,
    "enroute": UnitStatus.EN_ROUTE,
    "scene": UnitStatus.ON_SCENE,
    "onscene": UnitStatus.ON_SCENE,
    "staged": UnitStatus.STAGED,
    "returning": UnitStatus.RETURNING,
    "break": UnitStatus.BREAK,
    "unavailable": UnitStatus.UNAVAILABLE,
    "off": UnitStatus.OFF_DUTY,
    "offduty": UnitStatus.OFF_DUTY,
}
RESULT_WORDS: Mapping[str, Disposition] = {
    "tertangani": Disposition.RESOLVED,
    "selesai": Disposition.RESOLVED,
    "diteruskan": Disposition.REFERRED,
    "palsu": Disposition.FALSE_REPORT,
    "iseng": Disposition.PRANK,
    "nihil": Disposition.NOT_FOUND,
    "ganda": Disposition.DUPLICATE,
}
RESULT_WORDS_EN: Mapping[str, Disposition] = {
    "resolved": Disposition.RESOLVED,
    "referred": Disposition.REFERRED,
    "false": Disposition.FALSE_REPORT,
    "prank": Disposition.PRANK,
    "notfound": Disposition.NOT_FOUND,
    "duplicate": Disposition.DUPLICATE,
}
PRIORITY_WORDS: Mapping[str, Priority] = {
    name: priority
    for priority in Priority
    for name in (priority.value.lower(), priority.value.lower().removeprefix("p"))
}
_SPACED = {
    "ditkp": "di tkp",
    "menujutkp": "menuju tkp",
    "tidaksiap": "tidak siap",
    "lepasdinas": "lepas dinas",
}


def english() -> bool:
    """Whether the screen speaks English."""
    return QLocale().language() is QLocale.Language.English


def offered(field: Field) -> list[str]:
    """The words of a field as they are completed."""
    if field is Field.STATUS:
        return list(STATUS_WORDS_EN if english() else STATUS_WORDS)
    if field is Field.RESULT:
        return list(RESULT_WORDS_EN if english() else RESULT_WORDS)
    return [p.value.lower() for p in Priority] if field is Field.PRIORITY else []


def word_of(field: Field, value: UnitStatus | Disposition) -> str:
    """How a status or a result is typed, in the language of the screen."""
    words: Mapping[str, UnitStatus | Disposition]
    if field is Field.STATUS:
        words = STATUS_WORDS_EN if english() else STATUS_WORDS
    else:
        words = RESULT_WORDS_EN if english() else RESULT_WORDS
    return next(word for word, means in words.items() if means is value)


def spaced(word: str) -> str:
    """A completed word as people write it."""
    return _SPACED.get(word, word)
