"""Outlines as short lists of whole numbers: the first point, then the step to each next one."""

from __future__ import annotations

from typing import Any

import numpy as np

from command_center.geo.exact import UNITS_PER_DEGREE, Outline

_FARTHEST = 180 * UNITS_PER_DEGREE
_LEAST_NUMBERS = 8
"""Of three corners and the first again."""


def steps_of(outline: Outline) -> list[int]:
    """[x, y, dx, dy, ...] of a closed outline."""
    points = outline.astype(np.int64)
    steps: list[int] = np.vstack([points[:1], np.diff(points, axis=0)]).ravel().tolist()
    return steps


def outline_of(values: Any) -> Outline:
    """The outline whose steps these are. ValueError unless they are whole numbers, stay on the
    globe and come back to where they began."""
    whole = isinstance(values, list) and all(
        type(value) is int and abs(value) <= 2 * _FARTHEST for value in values
    )
    if not whole or len(values) < _LEAST_NUMBERS or len(values) % 2:
        raise ValueError("an outline needs three or more corners in whole 1e-7 degrees")
    points = np.cumsum(np.array(values, dtype=np.int64).reshape(-1, 2), axis=0)
    if (np.abs(points) > _FARTHEST).any():
        raise ValueError("an outline leaves the globe")
    if (points[0] != points[-1]).any():
        raise ValueError("an outline does not close")
    return points.astype(np.int32)
