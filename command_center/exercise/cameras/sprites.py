"""Pictures of models as one camera sees them: drawn large, reduced, cached, laid on the frame."""

from __future__ import annotations

import math
from collections import OrderedDict

import cv2
import numpy as np

from command_center.exercise.cameras.backdrop import Backdrop
from command_center.exercise.cameras.lens import U8, u8
from command_center.exercise.cameras.portraits import Actor, Sprite, draw_sprite

STEP = 1.2
"""Ratio of neighbouring sprite sizes; between them a sprite is rescaled."""
YAW_DEG = 15.0
CACHE = 2500


class Stage:
    """Lays actors on frames of one backdrop."""

    def __init__(self, backdrop: Backdrop) -> None:
        self.backdrop = backdrop
        self.lens = backdrop.street.lens
        self._rows: list[float] = self.lens.matrix.ravel().tolist()
        self._lamps = np.minimum(4, np.rint(backdrop.light.mean(axis=2) * 4)).astype(np.uint8)
        self._shade = np.rint(backdrop.shade).astype(np.uint8)
        self._kept: OrderedDict[tuple[object, ...], Sprite] = OrderedDict()

    def place(self, frame: U8, actor: Actor, sink_m: float = 0.0) -> None:
        """Composite one actor; `sink_m` is how deep it stands in water."""
        u, v, depth = self.spot(actor.x, actor.y)
        if depth < 4 or not (-120 < u < self.lens.width + 120) or depth > 160:
            return
        if v > self.lens.height and self.spot(actor.x, actor.y, 2.2)[1] > self.lens.height:
            return
        sprite = self._sprite(actor, u, v, depth)
        scale = sprite.depth / depth
        left, top = u - sprite.anchor[0] * scale, v - sprite.anchor[1] * scale
        cut = v - sink_m * self.lens.focal_px / depth if sink_m else 1e6
        self._lay(frame, sprite.image, left, top, scale, depth, cut)

    def spot(self, x: float, y: float, z: float = 0.0) -> tuple[float, float, float]:
        """Pixel u, v and depth of a world point; scalar arithmetic, as it runs per actor."""
        m = self._rows
        z -= self.lens.height_m
        depth = max(m[6] * x + m[7] * y + m[8] * z, 1e-3)
        return (
            (m[0] * x + m[1] * y + m[2] * z) / depth,
            (m[3] * x + m[4] * y + m[5] * z) / depth,
            depth,
        )

    def _sprite(self, actor: Actor, u: float, v: float, depth: float) -> Sprite:
        bearing = math.degrees(math.atan2(actor.x, actor.y))
        size = round(math.log(depth) / math.log(STEP))
        facing = round((actor.heading_deg - bearing) / YAW_DEG) % round(360 / YAW_DEG)
        lit = self._lit(u, v)
        key = (actor.model, actor.paint, actor.phase, size, facing, lit)
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        made = draw_sprite(self.backdrop, actor, lit)
        self._kept[key] = made
        if len(self._kept) > CACHE:
            self._kept.popitem(last=False)
        return made

    def _lit(self, u: float, v: float) -> tuple[int, int]:
        """Sun and lamp light at a pixel, in steps."""
        row = min(max(int(v), 0), self.lens.height - 1)
        column = min(max(int(u), 0), self.lens.width - 1)
        return int(self._shade[row, column]), int(self._lamps[row, column])

    def _lay(
        self, frame: U8, image: U8, left: float, top: float, scale: float, depth: float, cut: float
    ) -> None:
        x0, y0 = round(left), round(top)
        wide = max(1, round(image.shape[1] * scale))
        high = max(1, round(image.shape[0] * scale))
        small = u8(cv2.resize(image, (wide, high), interpolation=cv2.INTER_LINEAR))
        xa, ya = max(x0, 0), max(y0, 0)
        xb = min(x0 + wide, self.lens.width)
        yb = min(y0 + high, self.lens.height, int(min(cut, 1e6)))
        if xa >= xb or ya >= yb:
            return
        small = small[ya - y0 : yb - y0, xa - x0 : xb - x0]
        hidden = self.backdrop.barrier[ya:yb, xa:xb] < depth
        if hidden.any():
            small[hidden] = 0
        over(frame[ya:yb, xa:xb], small)


def over(under: U8, image: U8) -> None:
    """Lay premultiplied BGRA on BGR in place."""
    clear = cv2.cvtColor(cv2.bitwise_not(image[..., 3]), cv2.COLOR_GRAY2BGR)
    cv2.multiply(under, clear, dst=under, scale=1 / 255)
    cv2.add(under, cv2.cvtColor(image, cv2.COLOR_BGRA2BGR), dst=under)
