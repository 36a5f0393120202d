"""The situation levels of a place as a table of moves, and whose order each of them is.

hijau (tertib): dalmas awal without special gear, kuning (tidak tertib): dalmas lanjut with helmet,
shield and stick, merah (melanggar hukum): PHH of Brimob. Kendali taktis of hijau and kuning is the
Kapolsek's or Kapolres's, kendali umum of merah the Kapolda's (Perkap 16/2006, Perkap 8/2010, as
theses and slides print them).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from command_center.domain.errors import OperatorError
from command_center.domain.operation import Authority, DecisionKind
from command_center.domain.room import SituationLevel

GREEN, YELLOW, RED = SituationLevel
LAYER, LINE = DecisionKind.LAYER, DecisionKind.LINE
TACTICAL = frozenset({Authority.SECTOR, Authority.CITY, Authority.PROVINCE})
GENERAL = frozenset({Authority.PROVINCE})


@dataclass(frozen=True, slots=True)
class Move:
    """`kind` of its line in the decision log; `authorities`: who usually orders it; `skips` the
    level between."""

    kind: DecisionKind
    authorities: frozenset[Authority]
    skips: bool = False


MOVES: Mapping[tuple[SituationLevel, SituationLevel], Move] = {
    (GREEN, YELLOW): Move(LAYER, TACTICAL),
    (YELLOW, RED): Move(LINE, GENERAL),
    (RED, YELLOW): Move(LINE, GENERAL),
    (YELLOW, GREEN): Move(LAYER, TACTICAL),
    (GREEN, RED): Move(DecisionKind.LEVEL, GENERAL, skips=True),
    (RED, GREEN): Move(DecisionKind.LEVEL, GENERAL, skips=True),
}


def check_move(
    was: SituationLevel, level: SituationLevel, authority: Authority | None, reason: str
) -> tuple[Move, bool]:
    """The move, and whether it leaves the table: it skips a level, or is ordered by somebody who
    usually does not. It happened all the same, so it can be written down, with a reason in words.
    OperatorError for no move at all, for no authority, or for a reason that is missing."""
    move = MOVES.get((was, level))
    if move is None:
        raise OperatorError("level_stands", level=level.value)
    if authority is None:
        raise OperatorError("decision_needs_authority")
    unusual = move.skips or authority not in move.authorities
    if unusual and not reason.strip():
        raise OperatorError("level_skip_needs_reason" if move.skips else "level_needs_reason")
    return move, unusual
