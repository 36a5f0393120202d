"""Houses, fences, canopies and columns as quads in space."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from dataclasses import replace

import cv2
import numpy as np

from command_center.exercise.cameras import facades
from command_center.exercise.cameras.buffer import Quad
from command_center.exercise.cameras.layout import Colour, Column, Deck, House, Panel
from command_center.exercise.cameras.lens import F64, U8, Lens


class Mason:
    """Builds quads with textures just fine enough for their distance from the camera."""

    def __init__(self, lens: Lens, sun: F64, rng: np.random.Generator) -> None:
        self.lens, self.sun, self.rng = lens, sun, rng

    def ppm(self, centre: F64, longest_m: float) -> float:
        """Texture pixels per metre."""
        away = float(np.linalg.norm(centre - self.lens.position)) - longest_m / 3
        return float(np.clip(self.lens.focal_px / max(away, 4.0), 5, min(48, 1800 / longest_m)))

    def quad(self, origin: F64, right: F64, down: F64, texture: U8, glow: U8 | None = None) -> Quad:
        normal = np.cross(right, down)
        normal = -normal / np.linalg.norm(normal)
        if normal @ (self.lens.position - origin) < 0:
            normal = -normal
        sun = max(0.0, float(normal @ self.sun))
        sky = 0.62 + 0.38 * float(normal[2])
        level = abs(normal[2]) > 0.2
        low = float((origin + down)[2]) < 0.4
        return Quad(origin, right, down, texture, sun, sky, glow, contact=low and not level)

    def house(self, house: House) -> Iterator[Quad]:
        across, back = _turned(house.turn_deg)
        front = np.array([house.x, house.y, house.base_m])
        w, d, up = house.width_m * across, house.depth_m * back, np.array([0, 0, house.height_m])
        for corner, edge in ((front, w), (front + w, d), (front + w + d, -w), (front + d, -d)):
            yield from self._wall(house, corner, edge, up)
        top = front + up
        if house.roof == "flat":
            ppm = self.ppm(top + (w + d) / 2, max(house.width_m, house.depth_m))
            cover = facades.sheet(house.width_m, house.depth_m, ppm, (150, 148, 142), self.rng)
            yield self.quad(top + d, w, -d, cover)
        elif house.roof in ("gable", "hip"):
            yield from self._pitched(house, top, w, d)

    def _wall(self, house: House, corner: F64, edge: F64, up: F64) -> Iterator[Quad]:
        outward = np.array([edge[1], -edge[0], 0.0])
        if outward @ (self.lens.position - corner) <= 0:
            return
        length = float(np.linalg.norm(edge))
        ppm = self.ppm(corner + edge / 2, max(length, house.height_m))
        spec = house.facade
        if abs(edge @ _turned(house.turn_deg)[1]) > 0.1 and spec.sign:
            spec = replace(spec, sign="")
        wall, glow = facades.facade(spec, length, house.height_m, ppm, self.rng)
        yield self.quad(corner + up, edge, -up, wall, glow)

    def _pitched(self, house: House, top: F64, w: F64, d: F64) -> Iterator[Quad]:
        eave = 0.7
        wu, du = w / np.linalg.norm(w), d / np.linalg.norm(d)
        along, over = (w, d) if house.width_m >= house.depth_m else (d, w)
        au, ou = (wu, du) if house.width_m >= house.depth_m else (du, wu)
        run = float(np.linalg.norm(over)) / 2 + eave
        rise = np.array([0, 0, run * 0.55])
        length = float(np.linalg.norm(along)) + 2 * eave
        slope = math.hypot(run, float(rise[2]))
        base = top - au * eave - ou * eave - np.array([0, 0, 0.25])
        ppm = self.ppm(base + along / 2, length)
        inset = min(run, length * 0.3) if house.roof == "hip" else 0.0
        for start, inward in ((base, ou), (base + ou * 2 * run, -ou)):
            texture = facades.tiles(length, slope, ppm, house.roof_colour, self.rng)
            if inset:
                texture = _trapezium(texture, inset / length)
            ridge = start + inward * run + rise
            yield self.quad(ridge, au * length, start - ridge, texture)
        for start, inward in ((base, au), (base + au * length, -au)):
            tip = start + ou * run + rise + inward * inset
            yield self._end(house, start, ou * 2 * run, tip, ppm)

    def _end(self, house: House, start: F64, edge: F64, tip: F64, ppm: float) -> Quad:
        """The triangle under a gable, or the sloping end of a hipped roof."""
        rise = tip - (start + edge / 2)
        high = float(np.linalg.norm(rise))
        wide = float(np.linalg.norm(edge))
        if house.roof == "hip":
            texture = facades.tiles(wide, high, ppm, house.roof_colour, self.rng)
        else:
            texture = facades.sheet(wide, high, ppm, house.facade.wall, self.rng)
        return self.quad(start + rise, edge, -rise, _trapezium(texture, 0.5))

    def deck(self, deck: Deck) -> Iterator[Quad]:
        origin = np.array([deck.x, deck.y, deck.top_m])
        w, d = np.array([deck.width_m, 0, 0]), np.array([0, deck.depth_m, 0])
        tall = deck.top_m - deck.base_m
        ppm = self.ppm(origin, max(deck.width_m, deck.depth_m))
        yield self.quad(
            origin + d, w, -d, facades.sheet(deck.width_m, deck.depth_m, ppm, deck.colour, self.rng)
        )
        fall = np.array([0, 0, -tall])
        for corner, edge in ((origin, w), (origin + w, d), (origin + d, -d), (origin + d, w)):
            long = float(np.linalg.norm(edge))
            yield self.quad(
                corner, edge, fall, facades.sheet(long, tall, ppm, deck.colour, self.rng)
            )

    def panel(self, panel: Panel) -> Iterator[Quad]:
        origin = np.array([panel.x0, panel.y0, panel.top_m])
        edge = np.array([panel.x1 - panel.x0, panel.y1 - panel.y0, 0.0])
        tall, long = panel.top_m - panel.base_m, float(np.linalg.norm(edge))
        ppm = self.ppm(origin + edge / 2, long)
        if panel.kind in ("bars", "railing"):
            pitch = 0.24 if panel.kind == "bars" else 0.6
            texture = facades.bars(long, tall, ppm, panel.colour, pitch)
        else:
            texture = facades.sheet(long, tall, ppm, panel.colour, self.rng)
            if panel.text:
                bright = sum(panel.colour) > 380
                ink: Colour = (36, 36, 40) if bright else (238, 236, 228)
                size = texture.shape
                facades.lettering(texture, panel.text, (0, 0, size[1], size[0]), ink)
        yield self.quad(origin, edge, np.array([0, 0, -tall]), texture)

    def column(self, column: Column) -> Iterator[Quad]:
        """Twelve facets; a taper is drawn as a stack of shorter prisms."""
        top = column.top_radius_m if column.top_radius_m >= 0 else column.radius_m
        steps = 1 if top == column.radius_m else 6
        tall = (column.height_m - column.base_m) / steps
        for step in range(steps):
            radius = column.radius_m + (top - column.radius_m) * step / max(1, steps - 1)
            floor = column.base_m + step * tall
            yield from self._prism(column, radius, floor, tall)

    def _prism(self, column: Column, radius: float, floor: float, tall: float) -> Iterator[Quad]:
        centre = np.array([column.x, column.y, floor + tall])
        ring = [
            centre + radius * np.array([math.cos(a), math.sin(a), 0])
            for a in np.linspace(0, 2 * math.pi, 13)
        ]
        ppm = self.ppm(centre, max(radius, tall))
        face = facades.sheet(max(0.3, radius * 0.55), tall, ppm, column.colour, self.rng)
        fall = np.array([0, 0, -tall])
        for a, b in itertools.pairwise(ring):
            outward = (a + b) / 2 - centre
            if outward @ (self.lens.position - a) > 0:
                yield self.quad(a, b - a, fall, face)
        lid = facades.sheet(2 * radius, 2 * radius, ppm, column.colour, self.rng)
        corner = centre + np.array([-radius, radius, 0])
        yield self.quad(
            corner, np.array([2 * radius, 0, 0]), np.array([0, -2 * radius, 0]), _disc(lid)
        )


def _turned(turn_deg: float) -> tuple[F64, F64]:
    a = math.radians(turn_deg)
    across = np.array([math.cos(a), math.sin(a), 0])
    return across, np.array([-math.sin(a), math.cos(a), 0])


def _trapezium(texture: U8, inset: float) -> U8:
    """Cut the upper corners away by a share of the width."""
    rows, columns = texture.shape[:2]
    mask = np.zeros((rows, columns), np.uint8)
    cut = inset * columns
    shape = np.array([[cut, 0], [columns - cut, 0], [columns, rows], [0, rows]])
    cv2.fillPoly(mask, [shape.astype(np.int32)], 255)
    return np.dstack([texture, mask])


def _disc(texture: U8) -> U8:
    rows, columns = texture.shape[:2]
    mask = np.zeros((rows, columns), np.uint8)
    cv2.ellipse(mask, (columns // 2, rows // 2), (columns // 2, rows // 2), 0, 0, 360, 255, -1)
    return np.dstack([texture, mask])
