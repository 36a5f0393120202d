"""The still part of a camera picture, drawn once for a street, a light and the weather."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np

from command_center.exercise.cameras import shadows
from command_center.exercise.cameras.buffer import Buffer, draw_quad, new_buffer
from command_center.exercise.cameras.fixtures import draw_lamp, draw_pole, draw_wire
from command_center.exercise.cameras.ground import Floor, paint_floor
from command_center.exercise.cameras.layout import (
    Column,
    Deck,
    House,
    Lamp,
    Panel,
    Pole,
    Street,
    Tree,
    Wire,
)
from command_center.exercise.cameras.lens import F32, F64, U8, Bools, Lens, f32
from command_center.exercise.cameras.light import (
    Conditions,
    Light,
    conditions,
    expose,
    haze,
    linear,
    sun_vector,
)
from command_center.exercise.cameras.noise import cloud_tile, sample
from command_center.exercise.cameras.plants import draw_tree
from command_center.exercise.cameras.sky import paint_sky
from command_center.exercise.cameras.solids import Mason


@dataclass(frozen=True)
class Backdrop:
    """`picture` (360, 640, 3) uint8 BGR; `barrier` metres to whatever can hide an actor."""

    street: Street
    hour: Conditions
    picture: U8
    barrier: F32
    light: F32
    """(360, 640, 3) linear light on the ground from lamps."""
    shade: F32
    """(360, 640) share of sun on the ground."""

    @cached_property
    def sun(self) -> F64:
        return sun_vector(self.street.sun_deg, self.hour.elevation_deg)


def paint_backdrop(
    street: Street, light: Light, *, rain: bool, seed: int, fineness: int = 2
) -> Backdrop:
    """Draw everything that stands still, `fineness` times larger, and reduce it."""
    hour = conditions(light, rain)
    lens = street.lens.scaled(fineness)
    sun = sun_vector(street.sun_deg, hour.elevation_deg)
    floor = paint_floor(street.land, lens)
    buffer = new_buffer(lens)
    _build(street, buffer, sun, seed)
    sunlit = shadows.ground_sun(street, lens, sun, seed)
    lamps = _lamp_light(street, buffer, floor, hour)
    scene = _shade(street, buffer, floor, sunlit, lamps, hour, seed)
    if hour.wet:
        scene = _wet(scene, buffer, floor, hour)
    size = (street.lens.width, street.lens.height)
    picture = _develop(scene, hour, size)
    ground = np.where(buffer.solid[..., None], 0, lamps)
    return Backdrop(
        street,
        hour,
        picture,
        np.ascontiguousarray(buffer.depth[::fineness, ::fineness]),
        f32(cv2.resize(f32(ground), size, interpolation=cv2.INTER_AREA)),
        f32(cv2.resize(sunlit, size, interpolation=cv2.INTER_AREA)),
    )


def _build(street: Street, buffer: Buffer, sun: F64, seed: int) -> None:
    mason = Mason(buffer.lens, sun, np.random.default_rng(seed))
    for thing in street.things:
        if isinstance(thing, House):
            quads = mason.house(thing)
        elif isinstance(thing, Deck):
            quads = mason.deck(thing)
        elif isinstance(thing, Panel):
            quads = mason.panel(thing)
        elif isinstance(thing, Column):
            quads = mason.column(thing)
        else:
            continue
        for quad in quads:
            draw_quad(buffer, quad)
    for index, thing in enumerate(street.things):
        if isinstance(thing, Tree):
            draw_tree(buffer, thing, sun, np.random.default_rng(seed + index))
        elif isinstance(thing, Pole):
            draw_pole(buffer, thing)
        elif isinstance(thing, Lamp):
            draw_lamp(buffer, thing)
        elif isinstance(thing, Wire):
            draw_wire(buffer, thing)


def _lamp_light(street: Street, buffer: Buffer, floor: Floor, hour: Conditions) -> F32:
    """Linear light of the street lamps on whatever is visible."""
    total = np.zeros(buffer.albedo.shape, np.float32)
    if not hour.lamps:
        return total
    lens = buffer.lens
    depth = np.where(buffer.solid, buffer.depth, np.where(np.isfinite(floor.depth), floor.depth, 0))
    share = depth / np.where(np.isfinite(floor.depth), floor.depth, 1)
    low = np.isfinite(floor.depth)
    x = np.where(low, floor.x * share, 1e4)
    y = np.where(low, floor.y * share, 1e4)
    z = np.where(low, lens.height_m * (1 - share), 0)
    if not low.all():
        x, y, z = _upper(lens, low, depth, x, y, z)
    for lamp in street.things:
        if isinstance(lamp, Lamp) and lamp.lit:
            dx, dy = x - (lamp.x + lamp.reach_x), y - lamp.y
            dz = lamp.height_m - z
            away = dx * dx + dy * dy + dz * dz + 0.4
            facing = np.where(buffer.solid, 0.45, np.clip(dz, 0, None) / np.sqrt(away))
            pool = 34.0 * hour.lamps * facing / away
            total += pool[..., None] * f32([1.0, 0.80, 0.52])
    return total


def _upper(lens: Lens, low: Bools, depth: F32, x: F32, y: F32, z: F32) -> tuple[F32, F32, F32]:
    """Positions of solids above the horizon, where no ground ray exists."""
    v, u = np.nonzero(~low)
    a = (u + 0.5 - lens.width / 2) / lens.focal_px
    b = (v + 0.5 - lens.height / 2) / lens.focal_px
    right, down, forward = lens.axes
    reach = np.where(np.isfinite(depth[v, u]), depth[v, u], 0)
    rays = forward + a[:, None] * right + b[:, None] * down
    spots = lens.position + rays * reach[:, None]
    x[v, u], y[v, u], z[v, u] = spots.T
    return x, y, z


def _shade(
    street: Street,
    buffer: Buffer,
    floor: Floor,
    sunlit: F32,
    lamps: F32,
    hour: Conditions,
    seed: int,
) -> F32:
    """Linear light of the whole picture."""
    lens = buffer.lens
    up = float(sun_vector(street.sun_deg, hour.elevation_deg)[2])
    solid = buffer.solid
    albedo = linear(np.where(solid[..., None], buffer.albedo, floor.albedo))
    if hour.wet:
        albedo = np.where(solid[..., None], albedo, albedo * 0.55)
    sun = f32(np.where(solid, buffer.sun, sunlit * up))
    sky = np.where(solid, buffer.sky, shadows.contact(street, lens))
    light = sun[..., None] * f32(hour.sun) + sky[..., None] * f32(hour.sky) + lamps
    scene = f32(albedo * light)
    scene += linear(buffer.glow) * f32(1.1 * hour.lamps) * solid[..., None]
    depth = np.where(solid, buffer.depth, floor.depth)
    scene = haze(scene, f32(np.where(np.isfinite(depth), depth, 1e4)), hour)
    above = ~solid & ~np.isfinite(floor.depth)
    sky_rows = paint_sky(street, lens, hour, seed)
    top = slice(0, len(sky_rows))
    scene[top][above[top]] = sky_rows[above[top]]
    return np.asarray(scene, np.float32)


def _wet(scene: F32, buffer: Buffer, floor: Floor, hour: Conditions) -> F32:
    """Mirror what stands behind on the wet ground, smeared downwards, most where water stands.

    A true mirror would need the scene drawn again from below; at CCTV size the picture flipped
    about the foot of whatever stands in each column cannot be told from it.
    """
    lens = buffer.lens
    rows = np.arange(lens.height, dtype=np.float32)[:, None]
    horizon = lens.height / 2 - lens.focal_px * np.tan(np.radians(lens.tilt_deg))
    foot = np.where(buffer.solid, rows, horizon).max(axis=0, keepdims=True) * 0
    column = np.maximum.accumulate(np.where(buffer.solid, rows, horizon + foot), axis=0)
    source = np.clip(2 * column - rows, 0, lens.height - 1).astype(np.float32)
    across = np.broadcast_to(np.arange(lens.width, dtype=np.float32)[None, :], source.shape)
    mirror = cv2.remap(scene, np.ascontiguousarray(across), source, cv2.INTER_LINEAR)
    mirror = cv2.blur(mirror, (5, 31))
    pool = np.clip(0.35 * sample(cloud_tile(), floor.x, floor.y, 33.0) + 0.3, 0, 0.8)
    pool = cv2.blur(pool, (9, 5))
    grazing = np.clip(floor.depth / (3.2 * lens.height_m), 0, 1) ** 1.2
    share = np.where(buffer.solid, 0, (0.10 + 0.55 * pool) * (0.25 + 0.75 * grazing))
    share = np.where(np.isfinite(floor.depth), share, 0)[..., None] * hour.wet
    return np.asarray(scene * (1 - 0.5 * share) + mirror * share, np.float32)


def _develop(scene: F32, hour: Conditions, size: tuple[int, int]) -> U8:
    """Bloom, exposure, lens softness, vignette, and the size of the camera."""
    bright = np.clip(scene * hour.exposure - 0.8, 0, 3)
    if hour.lamps:
        small = cv2.resize(bright, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
        bloom = cv2.GaussianBlur(small, (0, 0), 3) + 0.5 * cv2.GaussianBlur(small, (0, 0), 14)
        scene = scene + cv2.resize(bloom, scene.shape[1::-1]) * 0.35 / hour.exposure
    value = expose(scene, hour)
    columns, rows = size
    value = f32(cv2.resize(value, size, interpolation=cv2.INTER_AREA))
    sharp = value + 0.35 * (value - cv2.GaussianBlur(value, (0, 0), 1.4))
    y, x = np.mgrid[-1 : 1 : rows * 1j, -1 : 1 : columns * 1j]
    vignette = 1 - 0.17 * np.clip(x * x + y * y - 0.35, 0, 2)
    out = np.clip(sharp * vignette[..., None], 0, 1) * 255
    return np.ascontiguousarray(out[..., ::-1].astype(np.uint8))
