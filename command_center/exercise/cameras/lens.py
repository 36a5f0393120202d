"""The camera of a street scene: a pinhole above a flat ground.

World axes: x to the right, y away from the camera, z up, all in metres. The camera stands at
(0, 0, height_m); `tilt_deg` looks down, `pan_deg` turns clockwise.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike, NDArray

F32 = NDArray[np.float32]
F64 = NDArray[np.float64]
U8 = NDArray[np.uint8]
Bools = NDArray[np.bool_]
Point = tuple[float, float]
Point3 = tuple[float, float, float]

WIDTH, HEIGHT = 640, 360


def f32(values: ArrayLike) -> F32:
    """The values as single precision, as everything per pixel is."""
    return np.asarray(values, np.float32)


def u8(values: ArrayLike) -> U8:
    """The values as bytes, for what OpenCV returns."""
    return np.asarray(values, np.uint8)


@dataclass(frozen=True)
class Lens:
    """Position and optics; `fov_deg` is horizontal, `width` and `height` are pixels."""

    height_m: float = 8.0
    tilt_deg: float = 17.0
    fov_deg: float = 70.0
    pan_deg: float = 0.0
    width: int = WIDTH
    height: int = HEIGHT

    @cached_property
    def focal_px(self) -> float:
        return self.width / 2 / math.tan(math.radians(self.fov_deg) / 2)

    @cached_property
    def axes(self) -> F64:
        """Rows: right, down, forward, in world coordinates."""
        tilt, pan = math.radians(self.tilt_deg), math.radians(self.pan_deg)
        forward = np.array(
            [math.sin(pan) * math.cos(tilt), math.cos(pan) * math.cos(tilt), -math.sin(tilt)]
        )
        right = np.array([math.cos(pan), -math.sin(pan), 0.0])
        return np.stack([right, -np.cross(right, forward), forward])

    @cached_property
    def position(self) -> F64:
        return np.array([0.0, 0.0, self.height_m])

    @cached_property
    def matrix(self) -> F64:
        """3x3 of intrinsics times rotation: maps (point - position) to (u·d, v·d, d)."""
        intrinsics = np.array(
            [
                [self.focal_px, 0, self.width / 2],
                [0, self.focal_px, self.height / 2],
                [0, 0, 1.0],
            ]
        )
        return intrinsics @ self.axes

    def scaled(self, factor: int) -> Lens:
        return replace(self, width=self.width * factor, height=self.height * factor)

    def project(self, points: F64) -> F64:
        """(n, 3) world points to (n, 3) of u, v in pixels and depth in metres."""
        seen = (points - self.position) @ self.matrix.T
        depth = np.maximum(seen[:, 2:3], 1e-3)
        return np.hstack([seen[:, :2] / depth, seen[:, 2:3]])

    def ground_rays(self) -> tuple[F32, F32, F32]:
        """World x, y and depth of the ground under every pixel; depth is inf above the horizon."""
        u, v = np.meshgrid(
            np.arange(self.width, dtype=np.float32) + 0.5,
            np.arange(self.height, dtype=np.float32) + 0.5,
        )
        a = (u - self.width / 2) / np.float32(self.focal_px)
        b = (v - self.height / 2) / np.float32(self.focal_px)
        right, down, forward = (axis.astype(np.float32) for axis in self.axes)
        fall = -(a * right[2] + b * down[2] + forward[2])
        depth = np.where(fall > 1e-3, self.height_m / np.maximum(fall, 1e-3), np.inf)
        reach = np.where(np.isfinite(depth), depth, 0)
        x = reach * (a * right[0] + b * down[0] + forward[0])
        y = reach * (a * right[1] + b * down[1] + forward[1])
        return x.astype(np.float32), y.astype(np.float32), depth.astype(np.float32)
