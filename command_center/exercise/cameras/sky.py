"""Sky, clouds, far hills and the tree line behind the last house."""

from __future__ import annotations

import math

import numpy as np

from command_center.exercise.cameras.layout import Street
from command_center.exercise.cameras.lens import F32, Lens, f32
from command_center.exercise.cameras.light import Conditions
from command_center.exercise.cameras.noise import cloud_tile, sample


def paint_sky(street: Street, lens: Lens, hour: Conditions, seed: int) -> F32:
    """Linear light above the ground plane, for the rows down to the horizon."""
    u = (np.arange(lens.width, dtype=np.float32) + 0.5 - lens.width / 2) / lens.focal_px
    drop = lens.focal_px * math.tan(math.radians(lens.tilt_deg))
    rows = int(np.clip(lens.height / 2 - drop + 3, 1, lens.height))
    v = (np.arange(rows, dtype=np.float32) + 0.5 - lens.height / 2) / lens.focal_px
    right, down, forward = lens.axes.astype(np.float32)
    rays = forward + u[None, :, None] * right + v[:, None, None] * down
    flat = np.hypot(rays[..., 0], rays[..., 1])
    rise = rays[..., 2] / flat
    bearing = np.arctan2(rays[..., 0], rays[..., 1]) + np.float32(seed % 97)
    up = np.clip(rise / 0.5, 0, 1)[..., None] ** 0.6
    zenith, horizon = f32(hour.zenith), f32(hour.horizon)
    sky = horizon + (zenith - horizon) * up
    sky = _clouds(sky, rays, hour, seed)
    if street.mountain:
        sky = _ridge(sky, rise, bearing, 0.075, 0.55, f32([0.20, 0.26, 0.34]), hour)
    sky = _ridge(sky, rise, bearing * 3.1, 0.030, 0.8, f32([0.10, 0.13, 0.10]), hour)
    return np.asarray(sky, np.float32)


def _clouds(sky: F32, rays: F32, hour: Conditions, seed: int) -> F32:
    above = np.maximum(rays[..., 2], 0.03)
    x = (rays[..., 0] / above + seed % 13).astype(np.float32)
    y = (rays[..., 1] / above).astype(np.float32)
    cover = sample(cloud_tile(), x, y, 13.0) + 0.35 * sample(cloud_tile(), x, y, 3.7)
    share = np.clip(0.38 * cover + 0.22, 0, 1)[..., None] * hour.cloud
    white = f32(hour.horizon) * 1.12
    return np.asarray(sky + (white - sky) * share, np.float32)


def _ridge(
    sky: F32, rise: F32, bearing: F32, high: float, air: float, colour: F32, hour: Conditions
) -> F32:
    """A silhouette whose height is noise along the bearing, seen through `air` of haze."""
    where = bearing[0].astype(np.float32)[None, :] * 9
    shape = sample(cloud_tile(), where, np.zeros_like(where), 40.0)
    jag = sample(cloud_tile(), where * 3, np.ones_like(where), 11.0)
    top = high * np.clip(0.55 + 0.38 * shape + 0.07 * jag, 0.12, 1.3)
    edge = np.clip((top - rise) * 900 + 0.5, 0, 1)[..., None]
    brightness = float(np.mean(hour.sky) + 0.4 * np.mean(hour.sun))
    hue = colour * brightness * (1 - air) * 2 + f32(hour.horizon) * air * 0.8
    return np.asarray(sky + (hue - sky) * edge, np.float32)
