"""How much of a camera is decoded, by how much the room looks at it."""

from collections.abc import Iterable, Mapping

from command_center.video.model import Level

FULL_MAX = 9  # a 3x3 wall
HALF_MAX = 7  # fills it up to 4x4


def levels(shown: Iterable[str], ranks: Mapping[str, int] | None) -> dict[str, Level]:
    """Level of each shown camera: the highest ranks FULL, the next HALF, the rest KEY.

    Equal ranks keep the order they are shown in. Cameras without a rank are KEY; before the
    first ranks (None) all are equal.
    """
    ids = list(shown)
    ranked = ids if ranks is None else [camera for camera in ids if camera in ranks]
    if ranks is not None:
        ranked.sort(key=lambda camera: -ranks[camera])
    result = dict.fromkeys(ids, Level.KEY)
    for place, camera in enumerate(ranked):
        if place < FULL_MAX:
            result[camera] = Level.FULL
        elif place < FULL_MAX + HALF_MAX:
            result[camera] = Level.HALF
    return result
