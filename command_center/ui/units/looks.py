"""How a room's words for statuses are painted, and what every part of the board reads them from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from command_center.domain.unit import UnitStatus
from command_center.domain.unit_words import DEFAULT_WORDS, UnitColour, UnitGlyph
from command_center.situation.meaning import Meaning

TOKEN: Mapping[UnitColour, str] = {
    UnitColour.GREEN: "siap",
    UnitColour.YELLOW: "diperintah",
    UnitColour.BLUE: "menuju",
    UnitColour.PURPLE: "ditkp",
    UnitColour.TEAL: "kembali",
    UnitColour.GREY: "tidaksiap",
    UnitColour.DIM: "text3",
    UnitColour.AMBER: "warn",
}
SHAPE_OF: Mapping[UnitGlyph, UnitStatus] = {
    word.glyph: status for status, word in DEFAULT_WORDS.items()
}
"""The status that has the shape by default."""


@dataclass(slots=True)
class BoardLook:
    """The room's clock as of the last tick, and the words and limits in force."""

    now: datetime
    meaning: Meaning

    def of(self, status: UnitStatus) -> tuple[UnitStatus, str]:
        """(the status whose glyph it has, its token)."""
        word = self.meaning.word(status)
        return SHAPE_OF[word.glyph], TOKEN[word.colour]
