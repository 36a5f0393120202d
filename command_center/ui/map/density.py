"""How dense points lie, as a picture: computed away from the thread of the GUI."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage

from command_center.ui.map.viewport import Box

CELL_M, SPREAD_M = 60.0, 240.0
MOST_CELLS = 600
"""In either direction: a point far outside makes cells larger, not more."""
STRONGEST = 0.62
KM2 = 1e6


@dataclass(frozen=True, slots=True)
class Density:
    """`picture` fills `box`, metres of the Ground. `most_km2`: the densest place, points a square
    kilometre."""

    picture: QImage
    box: Box
    most_km2: float


def density_of(points: list[tuple[float, float]], ink: QColor) -> Density | None:
    """A Gaussian of SPREAD_M around each of the points, metres of the Ground; None of none."""
    if not points:
        return None
    at = np.asarray(points, dtype=np.float64)
    edge = 3 * SPREAD_M
    low, high = at.min(axis=0) - edge, at.max(axis=0) + edge
    cell = max(CELL_M, float((high - low).max()) / MOST_CELLS)
    wide, down = (int(n) for n in np.ceil((high - low) / cell))
    cells = ((at - low) / cell).astype(np.intp)
    count = np.zeros((down, wide))
    np.add.at(count, (cells[:, 1], cells[:, 0]), 1.0)
    kernel = _kernel(SPREAD_M / cell)
    spread = _along(_along(count, kernel).T, kernel).T
    box = Box(low[0], low[1], low[0] + wide * cell, low[1] + down * cell)
    most = float(spread.max())
    return Density(_picture(spread / most, ink), box, most / (cell * cell) * KM2)


def _kernel(spread_cells: float) -> NDArray[np.float64]:
    half = max(1, int(np.ceil(3 * spread_cells)))
    steps = np.arange(-half, half + 1)
    bell: NDArray[np.float64] = np.exp(-0.5 * (steps / spread_cells) ** 2)
    bell /= bell.sum()
    return bell


def _along(rows: NDArray[np.float64], kernel: NDArray[np.float64]) -> NDArray[np.float64]:
    """Each row spread along itself."""
    half = len(kernel) // 2
    padded = np.pad(rows, ((0, 0), (half, half)))
    found = np.zeros_like(rows)
    for step, weight in enumerate(kernel):
        found += weight * padded[:, step : step + rows.shape[1]]
    return found


def _picture(share: NDArray[np.float64], ink: QColor) -> QImage:
    """Clear where nothing is, STRONGEST of the ink where most is."""
    alpha = np.sqrt(share) * STRONGEST
    alpha[share < 0.01] = 0.0
    parts = np.stack([ink.blueF() * alpha, ink.greenF() * alpha, ink.redF() * alpha, alpha], axis=2)
    data = np.ascontiguousarray(np.round(parts * 255).astype(np.uint8))
    down, wide = share.shape
    image = QImage(data.data, wide, down, 4 * wide, QImage.Format.Format_ARGB32_Premultiplied)
    return image.copy()  # owns its pixels
