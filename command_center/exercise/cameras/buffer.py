"""What the drawing of a street knows about every pixel before light falls on it."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from command_center.exercise.cameras.lens import F32, F64, U8, Lens, u8


@dataclass
class Buffer:
    """Per pixel: albedo 0-1, distance in metres, share of sun, share of sky, own light."""

    lens: Lens
    albedo: F32
    depth: F32
    sun: F32
    sky: F32
    glow: F32
    solid: NDArray[np.bool_]


def new_buffer(lens: Lens) -> Buffer:
    size = (lens.height, lens.width)
    return Buffer(
        lens,
        np.zeros((*size, 3), np.float32),
        np.full(size, np.inf, np.float32),
        np.zeros(size, np.float32),
        np.ones(size, np.float32),
        np.zeros((*size, 3), np.float32),
        np.zeros(size, bool),
    )


@dataclass(frozen=True)
class Quad:
    """A parallelogram at `origin` with edges `right` and `down`, covered by a texture.

    `texture` is (h, w, 3) or (h, w, 4) uint8; the fourth plane cuts holes. `glow` is what it
    radiates at night. `sun` and `sky` say how much of each falls on it.
    """

    origin: F64
    right: F64
    down: F64
    texture: U8
    sun: float
    sky: float
    glow: U8 | None = None
    contact: bool = False
    """Whether the lower edge stands on the ground and is dark there."""


def draw_quad(buffer: Buffer, quad: Quad) -> None:
    """Draw with a depth test."""
    lens = buffer.lens
    plane = np.stack([quad.right, quad.down, quad.origin - lens.position], axis=1)
    forward = lens.matrix @ plane
    if abs(np.linalg.det(forward)) < 1e-9:
        return
    box = _bounds(lens, quad)
    if box is None:
        return
    u0, v0, u1, v1 = box
    inverse = np.linalg.inv(forward)
    u = np.arange(u0, u1, dtype=np.float64)[None, :] + 0.5
    v = np.arange(v0, v1, dtype=np.float64)[:, None] + 0.5
    s, t, q = (row[0] * u + row[1] * v + row[2] for row in inverse)
    ahead = q > 1e-6
    depth = (1 / np.where(ahead, q, 1)).astype(np.float32)
    s, t = s * depth, t * depth
    near = buffer.depth[v0:v1, u0:u1]
    mask = ahead & (s >= 0) & (s <= 1) & (t >= 0) & (t <= 1) & (depth < near)
    if not mask.any():
        return
    rows, columns = quad.texture.shape[:2]
    across = (s * columns - 0.5).astype(np.float32)
    below = (t * rows - 0.5).astype(np.float32)
    texels = u8(
        cv2.remap(quad.texture, across, below, cv2.INTER_LINEAR, None, cv2.BORDER_REPLICATE)
    )
    if texels.shape[2] == 4:
        mask &= texels[..., 3] > 100
    _store(buffer, box, mask, depth, texels, quad, t.astype(np.float32))
    if quad.glow is not None:
        light = cv2.remap(quad.glow, across, below, cv2.INTER_LINEAR, None, cv2.BORDER_REPLICATE)
        buffer.glow[v0:v1, u0:u1][mask] = light[mask].astype(np.float32) / 255


def _store(
    buffer: Buffer,
    box: tuple[int, int, int, int],
    mask: NDArray[np.bool_],
    depth: F32,
    texels: NDArray[np.uint8],
    quad: Quad,
    t: F32,
) -> None:
    u0, v0, u1, v1 = box
    window = (slice(v0, v1), slice(u0, u1))
    buffer.depth[window][mask] = depth[mask]
    buffer.albedo[window][mask] = texels[..., :3][mask].astype(np.float32) / 255
    buffer.sun[window][mask] = quad.sun
    sky = np.full(t.shape, quad.sky, np.float32)
    if quad.contact:
        tall = float(np.linalg.norm(quad.down))
        sky *= 0.62 + 0.38 * np.clip((1 - t) * tall / 1.8, 0, 1)
    buffer.sky[window][mask] = sky[mask]
    buffer.glow[window][mask] = 0
    buffer.solid[window][mask] = True


def _bounds(lens: Lens, quad: Quad) -> tuple[int, int, int, int] | None:
    corners = np.array(
        [
            quad.origin,
            quad.origin + quad.right,
            quad.origin + quad.down,
            quad.origin + quad.right + quad.down,
        ]
    )
    seen = lens.project(corners)
    if (seen[:, 2] < 0.3).all():
        return None
    if (seen[:, 2] < 0.3).any():
        return 0, 0, lens.width, lens.height
    u0, v0 = np.floor(seen[:, :2].min(axis=0)).astype(int)
    u1, v1 = np.ceil(seen[:, :2].max(axis=0)).astype(int) + 1
    u0, v0, u1, v1 = max(u0, 0), max(v0, 0), min(u1, lens.width), min(v1, lens.height)
    return (int(u0), int(v0), int(u1), int(v1)) if u0 < u1 and v0 < v1 else None
