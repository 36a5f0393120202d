"""The number of a picture, drawn into its first rows so that a painted tile tells which it is.

18 cells of a fortieth of the width: white, black, then 16 bits, the lowest first.
"""

import numpy as np
import numpy.typing as npt

CELLS_WIDE = 40
MARKS = (255, 0)
BITS = 16
Pixels = npt.NDArray[np.uint8]


def stamp(picture: Pixels, number: int) -> None:
    """Draw `number` into the top left of `picture` (height x width x 3)."""
    cell = picture.shape[1] // CELLS_WIDE
    for index, value in enumerate((*MARKS, *(255 * (number >> bit & 1) for bit in range(BITS)))):
        picture[:cell, index * cell : (index + 1) * cell] = value


def read(luma: Pixels) -> int | None:
    """The number drawn in a picture or tile (height x width, any scale); None without marks."""
    cell = luma.shape[1] / CELLS_WIDE
    row = luma[max(0, int(cell * 0.3)) : max(1, int(cell * 0.7))]
    cells = [
        float(row[:, int((k + 0.35) * cell) : max(1, int((k + 0.65) * cell))].mean())
        for k in range(len(MARKS) + BITS)
    ]
    if cells[0] < 160 or cells[1] > 96:
        return None
    return sum((value > 128) << bit for bit, value in enumerate(cells[len(MARKS) :]))
