"""Seeded cloud noise that every material takes its irregularity from."""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np

from command_center.exercise.cameras.lens import F32, f32

TILE = 512


@lru_cache(maxsize=1)
def cloud_tile() -> F32:
    """A seamless 512x512 tile of fractal noise, mean 0, deviation 1."""
    rng = np.random.default_rng(20_260_219)
    total = np.zeros((TILE, TILE), np.float32)
    for octave in range(2, 9):
        cells = 2**octave
        coarse = rng.standard_normal((cells, cells)).astype(np.float32)
        wrapped = np.pad(coarse, 2, mode="wrap")
        step = TILE // cells
        fine = cv2.resize(wrapped, None, fx=step, fy=step, interpolation=cv2.INTER_CUBIC)
        edge = 2 * step
        total += fine[edge : edge + TILE, edge : edge + TILE] * 0.62**octave
    total -= total.mean()
    return np.asarray(total / total.std(), np.float32)


@lru_cache(maxsize=1)
def grain_tile() -> F32:
    """A 512x512 tile of white noise, slightly softened, mean 0, deviation 1."""
    rng = np.random.default_rng(77)
    grain = rng.standard_normal((TILE, TILE)).astype(np.float32)
    soft = cv2.GaussianBlur(grain, (0, 0), 0.6)
    return np.asarray(soft / soft.std(), np.float32)


def sample(tile: F32, x: F32, y: F32, period_m: float) -> F32:
    """The tile repeated every `period_m` metres, read at world x, y."""
    scale = np.float32(TILE / period_m)
    turn = np.float32(TILE * 64)
    return f32(
        cv2.remap(
            tile,
            np.clip(x * scale, -turn, turn),
            np.clip(y * scale, -turn, turn),
            cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_WRAP,
        )
    )
