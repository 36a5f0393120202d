"""Blackens what the room may not look at."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Mask = tuple[float, float, float, float]


def boxes(masks: Sequence[Mask], width: int, height: int) -> list[tuple[int, int, int, int]]:
    """Left, top, right, bottom in pixels of every mask, rounded outward and cut at the edges."""
    return [
        (
            max(0, int(np.floor(left * width))),
            max(0, int(np.floor(top * height))),
            min(width, int(np.ceil((left + wide) * width))),
            min(height, int(np.ceil((top + high) * height))),
        )
        for left, top, wide, high in masks
    ]


def blacken(pixels: npt.NDArray[np.uint8], masks: Sequence[Mask]) -> None:
    """Blacken in place: (rows, columns, channels) uint8; a fourth channel is opacity."""
    height, width = pixels.shape[:2]
    for left, top, right, bottom in boxes(masks, width, height):
        pixels[top:bottom, left:right, :3] = 0
