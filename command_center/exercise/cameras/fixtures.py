"""Thin things: poles, lamps, signals, flags, wires; drawn as strokes with a distance."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from command_center.exercise.cameras.buffer import Buffer
from command_center.exercise.cameras.layout import Colour, Lamp, Pole, Wire
from command_center.exercise.cameras.lens import F64, U8, Point3, f32

Cut = tuple[slice, slice]


class Strokes:
    """Draws antialiased strokes into the buffer where nothing stands in front."""

    def __init__(self, buffer: Buffer) -> None:
        self.buffer = buffer

    def stroke(self, points: list[Point3], girth_m: float, colour: Colour, least: int = 1) -> None:
        seen = self.buffer.lens.project(np.array(points, float))
        if (seen[:, 2] < 0.8).any():
            return
        depth = float(seen[:, 2].min())
        thick = max(least, round(self.buffer.lens.focal_px * girth_m / depth))
        window = self._window(seen, thick)
        if window is None:
            return
        mask, line, cut = window
        cv2.polylines(mask, [line], False, 255, thick, cv2.LINE_AA, 3)
        self._paint(mask, cut, depth, colour)

    def shape(self, points: list[Point3], colour: Colour, glow: Colour | None = None) -> None:
        seen = self.buffer.lens.project(np.array(points, float))
        window = None if (seen[:, 2] < 0.8).any() else self._window(seen, 1)
        if window is None:
            return
        mask, outline, cut = window
        cv2.fillPoly(mask, [outline], 255, cv2.LINE_AA, 3)
        self._paint(mask, cut, float(seen[:, 2].min()), colour, glow)

    def _window(self, seen: F64, thick: int) -> tuple[U8, NDArray[np.int32], Cut] | None:
        """An empty mask around projected points, the points in it, and where it lies."""
        rows, columns = self.buffer.depth.shape
        x0, y0 = (int(c) - thick - 2 for c in seen[:, :2].min(axis=0))
        x1, y1 = (int(c) + thick + 3 for c in seen[:, :2].max(axis=0))
        x0, y0, x1, y1 = max(x0, 0), max(y0, 0), min(x1, columns), min(y1, rows)
        if x0 >= x1 or y0 >= y1:
            return None
        spots = ((seen[:, :2] - (x0, y0)) * 8).astype(np.int32)
        return np.zeros((y1 - y0, x1 - x0), np.uint8), spots, (slice(y0, y1), slice(x0, x1))

    def _paint(
        self, mask: U8, cut: Cut, depth: float, colour: Colour, glow: Colour | None = None
    ) -> None:
        buffer = self.buffer
        free = depth < buffer.depth[cut]
        share = (mask / np.float32(255) * free)[..., None]
        buffer.albedo[cut] += (f32(colour) / 255 - buffer.albedo[cut]) * share
        full = share[..., 0] > 0.5
        buffer.depth[cut][full] = depth
        buffer.sun[cut][full] = 0.55
        buffer.sky[cut][full] = 0.8
        buffer.glow[cut][full] = 0 if glow is None else f32(glow) / 255
        buffer.solid[cut][full] = True


def draw_pole(buffer: Buffer, pole: Pole) -> None:
    pen = Strokes(buffer)
    top = pole.height_m
    x, y = pole.x, pole.y
    girth = 0.26 if pole.top == "wires" else 0.15
    pen.stroke([(x, y, 0), (x, y, top)], girth, pole.colour, 2)
    if pole.top == "signal":
        for z in (top - 0.55, 2.4):
            pen.shape(_upright(x - 0.22, y - 0.1, z - 0.55, 0.44, 1.15), (34, 36, 36))
    elif pole.top == "flag":
        pen.shape(_upright(x, y, top - 0.7, 1.9, 0.65), (196, 40, 44))
        pen.shape(_upright(x, y, top - 1.35, 1.9, 0.65), (232, 230, 226))
    elif pole.top == "wires":
        for z in (top - 0.3, top - 1.1):
            pen.stroke([(x - 1.1, y, z), (x + 1.1, y, z)], 0.12, pole.colour)
    elif pole.top == "sign":
        pen.shape(_upright(x - 0.9, y - 0.05, top - 1.1, 1.8, 1.0), (34, 92, 62))
        pen.stroke(
            [(x - 0.6, y - 0.06, top - 0.6), (x + 0.6, y - 0.06, top - 0.6)], 0.1, (228, 230, 226)
        )
    elif pole.top == "floodlight":
        pen.shape(_upright(x - 2.4, y, top - 2.2, 4.8, 2.4), (70, 72, 74))
        for row in range(3):
            for column in range(5):
                cell = _upright(x - 2.1 + column * 0.9, y - 0.05, top - 2.0 + row * 0.72, 0.6, 0.5)
                pen.shape(cell, (210, 212, 208), (255, 255, 250))


def draw_lamp(buffer: Buffer, lamp: Lamp) -> None:
    pen = Strokes(buffer)
    x, y, z, reach = lamp.x, lamp.y, lamp.height_m, lamp.reach_x
    pen.stroke([(x, y, 0), (x, y, z - 0.4)], 0.16, (116, 118, 116), 2)
    pen.stroke([(x, y, z - 0.45), (x + reach * 0.5, y, z), (x + reach, y, z)], 0.1, (116, 118, 116))
    head = [(x + reach * 0.7, y, z + 0.08), (x + reach * 1.15, y, z + 0.08)]
    pen.stroke(head, 0.2, (170, 172, 168), 2)
    if lamp.lit:
        bulb = _upright(x + reach * 0.8, y - 0.1, z - 0.1, max(0.3, abs(reach) * 0.3), 0.16)
        pen.shape(bulb, (226, 222, 206), (255, 232, 190))


def draw_wire(buffer: Buffer, wire: Wire) -> None:
    a, b = np.array(wire.a), np.array(wire.b)
    points: list[Point3] = []
    for t in np.linspace(0, 1, 17):
        x, y, z = a + (b - a) * t
        points.append((float(x), float(y), float(z - wire.sag_m * 4 * t * (1 - t))))
    pen = Strokes(buffer)
    for start in range(0, 16, 2):
        pen.stroke(points[start : start + 3], 0.035, (40, 40, 42))


def _upright(x: float, y: float, z: float, width: float, height: float) -> list[Point3]:
    return [(x, y, z), (x + width, y, z), (x + width, y, z + height), (x, y, z + height)]
