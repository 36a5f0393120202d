"""Decides when unreachable objects are looked for: the window must not stop for it."""

from __future__ import annotations

import gc

OPENING = 5
"""Ticks in which the window still comes to be."""
FULL_EVERY = 60
# Only then is looked at what was set aside: the one pause that grows with the room.
ASIDE_EVERY = 6 * 3600


class Garbage:
    """Ticked once a second by the GUI thread, which then is the only one that collects.

    Left to itself Python looks at every object of the room, hundreds of thousands of them, in the
    middle of anything: 0.15 s in which no key is answered. And it does so on whichever thread
    happens to allocate, where no window object may die. So what is young is looked at every second
    (a millisecond), what a minute left over is looked at once and then set aside (`gc.freeze`), and
    the room itself, as it was read at the start, is set aside without a look.
    Rows replaced by newer ones are freed at once all the same: they are in no circle.
    """

    def __init__(self) -> None:
        self._ticks = 0
        gc.disable()

    def tick(self) -> None:
        self._ticks += 1
        if self._ticks % ASIDE_EVERY == 0:
            gc.unfreeze()
        if self._ticks <= OPENING:
            gc.freeze()
        elif self._ticks % FULL_EVERY == 0:
            gc.collect()
            gc.freeze()
        else:
            gc.collect(1)

    def close(self) -> None:
        """Leave it to Python again."""
        gc.unfreeze()
        gc.enable()
