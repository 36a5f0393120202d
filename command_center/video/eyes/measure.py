"""The measures of one small grey picture that everything else is decided on."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
import numpy.typing as npt

from command_center.video.eyes.plane import F32, U8

GRID = (16, 9)
HALF = (160, 90)
COARSE = (80, 45)
CRISP_SHARE = 0.005

I16 = npt.NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Measures:
    """`half`, `dx`, `dy` are 160x90, `fine` (Laplacian) 320x180, `energy` (mean squared gradient)
    and `grey` per block of 16x9. `coarse` is the mean gradient at 80x45, `crisp` the Laplacian
    that 0.5 % of the pixels exceed, over `coarse`; `mean` and `spread` are in grey levels."""

    plane: U8
    half: U8
    dx: F32
    dy: F32
    fine: I16
    energy: F32
    grey: F32
    coarse: float
    crisp: float
    mean: float
    spread: float


def block_means(picture: F32) -> F32:
    """(9, 16) means."""
    return np.asarray(cv2.resize(picture, GRID, interpolation=cv2.INTER_AREA), np.float32)


def halved(plane: U8) -> U8:
    """(90, 160)."""
    return np.asarray(cv2.resize(plane, HALF, interpolation=cv2.INTER_AREA), np.uint8)


def measure(plane: U8) -> Measures:
    """Of a (180, 320) plane."""
    half = halved(plane)
    dx = np.asarray(cv2.Sobel(half, cv2.CV_32F, 1, 0), np.float32)
    dy = np.asarray(cv2.Sobel(half, cv2.CV_32F, 0, 1), np.float32)
    small = cv2.resize(half, COARSE, interpolation=cv2.INTER_AREA)
    across, down = cv2.spatialGradient(small)
    coarse = cv2.norm(across, cv2.NORM_L1) + cv2.norm(down, cv2.NORM_L1)
    coarse /= 2.0 * COARSE[0] * COARSE[1]
    fine = np.asarray(cv2.Laplacian(plane, cv2.CV_16S), np.int16)
    mean, spread = cv2.meanStdDev(small)
    return Measures(
        plane=plane,
        half=half,
        dx=dx,
        dy=dy,
        fine=fine,
        energy=block_means(dx * dx + dy * dy),
        grey=block_means(np.asarray(small, np.float32)),
        coarse=coarse,
        crisp=_exceeded(fine, CRISP_SHARE) / max(coarse, 0.5),
        mean=float(mean[0, 0]),
        spread=float(spread[0, 0]),
    )


def _exceeded(fine: I16, share: float) -> float:
    """The strength that this share of the pixels exceeds, by a quarter of them."""
    strength = cv2.convertScaleAbs(np.ascontiguousarray(fine[::2, ::2]))
    counts = cv2.calcHist([strength], [0], None, [256], [0, 256]).ravel()
    above = np.cumsum(counts[::-1]) >= share * strength.size
    return float(255 - int(np.argmax(above)))


def same_place(one: Measures, other: Measures) -> F32:
    """How well the edges agree in place and direction, per block, -1..1."""
    product = block_means(one.dx * other.dx + one.dy * other.dy)
    return np.asarray(product / np.sqrt(one.energy * other.energy + 1.0), np.float32)


def doubled(one: Measures) -> Measures:
    """The same with angles doubled: an edge and its negative are then alike."""
    dx, dy = one.dx * one.dx - one.dy * one.dy, 2 * one.dx * one.dy
    norm = np.sqrt(np.sqrt(dx * dx + dy * dy)) + 1.0
    dx, dy = dx / norm, dy / norm
    return replace(one, dx=dx, dy=dy, energy=block_means(dx * dx + dy * dy))
