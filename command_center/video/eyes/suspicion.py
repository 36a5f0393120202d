"""From measures to what they would mean if they lasted."""

from __future__ import annotations

from command_center.video.eyes.measure import Measures
from command_center.video.eyes.reference import Difference, Reference
from command_center.video.model import SightingKind

LOST = 0.40
BLURRED = 0.42
SMOOTH = 0.45
SURE = 0.75
FOUND_AGAIN = 0.3
SHARP_AGAIN = 0.6
BLACK_MEAN, BLACK_SPREAD = 20.0, 5.0
SEEN_SPREAD = 10.0

TAMPERS = frozenset(
    {
        SightingKind.COVERED,
        SightingKind.DEFOCUSED,
        SightingKind.TURNED,
        SightingKind.BLACK,
    }
)


def suspicion(now: Measures, difference: Difference, usual: Reference) -> SightingKind | None:
    """What the picture looks like, None when it is the usual one (or the usual one relit)."""
    if now.mean < BLACK_MEAN and now.spread < BLACK_SPREAD and usual.usual.spread > SEEN_SPREAD:
        return SightingKind.BLACK
    if difference.lost >= LOST:
        if usual.relit(now):
            return None
        covered = difference.strength < SMOOTH or difference.sure > SURE
        return SightingKind.COVERED if covered else SightingKind.TURNED
    return SightingKind.DEFOCUSED if difference.detail < BLURRED else None


def well_again(difference: Difference) -> bool:
    """Clearly the usual picture: further from suspicion than it takes not to be suspected."""
    return difference.lost < FOUND_AGAIN and difference.detail > SHARP_AGAIN


def measure_of(kind: SightingKind, now: Measures, difference: Difference) -> float:
    """The number that a sighting of this kind is about."""
    if kind is SightingKind.BLACK:
        return now.mean
    return difference.detail if kind is SightingKind.DEFOCUSED else difference.lost
