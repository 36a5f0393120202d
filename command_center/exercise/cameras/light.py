"""Daylight, dusk, night and rain: how bright things are and what the sensor makes of it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

import numpy as np

from command_center.exercise.cameras.lens import F32, F64, f32


class Light(StrEnum):
    DAY = "day"
    DUSK = "dusk"
    NIGHT = "night"


Rgb = tuple[float, float, float]


@dataclass(frozen=True)
class Conditions:
    """Linear light colours; `haze_m` is the distance at which 63 % of the contrast is lost."""

    sun: Rgb
    sky: Rgb
    zenith: Rgb
    horizon: Rgb
    haze_m: float
    elevation_deg: float
    lamps: float
    exposure: float
    cloud: float
    wet: float = 0.0
    saturation: float = 0.86
    noise: float = 1.3


DAYTIME = Conditions(
    sun=(2.3, 2.1, 1.75),
    sky=(0.50, 0.57, 0.68),
    zenith=(0.34, 0.50, 0.78),
    horizon=(0.80, 0.86, 0.92),
    haze_m=750,
    elevation_deg=44,
    lamps=0.0,
    exposure=1.25,
    cloud=0.55,
)
DUSK = Conditions(
    sun=(0.46, 0.24, 0.12),
    sky=(0.20, 0.20, 0.26),
    zenith=(0.12, 0.15, 0.27),
    horizon=(0.44, 0.28, 0.20),
    haze_m=420,
    elevation_deg=9,
    lamps=0.55,
    exposure=2.0,
    cloud=0.5,
    noise=2.0,
)
NIGHT = Conditions(
    sun=(0.0, 0.0, 0.0),
    sky=(0.020, 0.022, 0.028),
    zenith=(0.010, 0.012, 0.020),
    horizon=(0.050, 0.044, 0.042),
    haze_m=260,
    elevation_deg=40,
    lamps=1.0,
    exposure=3.4,
    cloud=0.15,
    saturation=0.72,
    noise=3.0,
)
BY_LIGHT = {Light.DAY: DAYTIME, Light.DUSK: DUSK, Light.NIGHT: NIGHT}


def conditions(light: Light, rain: bool) -> Conditions:
    """The light of the hour, with clouds over it when it rains."""
    clear = BY_LIGHT[light]
    if not rain:
        return clear
    grey = sum(clear.sky) / 3 + 0.16 * sum(clear.sun) / 3
    top = sum(clear.zenith) / 3 * 0.9
    return replace(
        clear,
        sun=(0.0, 0.0, 0.0),
        sky=(grey * 0.96, grey, grey * 1.04),
        zenith=(top, top * 1.02, top * 1.05),
        horizon=(top * 0.95, top * 0.98, top * 1.0),
        haze_m=190,
        exposure=clear.exposure * 1.15,
        cloud=0.18,
        wet=1.0,
        saturation=clear.saturation * 0.85,
        noise=clear.noise + 0.8,
    )


def light_at(local: datetime) -> Light:
    """The light of a local time of day near the equator: sun from about 5:20 to 17:40."""
    minutes = local.hour * 60 + local.minute
    if 340 <= minutes < 1035:
        return Light.DAY
    if 1035 <= minutes < 1095 or 300 <= minutes < 340:
        return Light.DUSK
    return Light.NIGHT


def sun_vector(sun_deg: float, elevation_deg: float) -> F64:
    """Unit vector towards the sun."""
    a, e = math.radians(sun_deg), math.radians(elevation_deg)
    return np.array([math.sin(a) * math.cos(e), math.cos(a) * math.cos(e), math.sin(e)])


def linear(colour: F32) -> F32:
    """Screen values 0-1 to linear light."""
    return np.asarray(np.power(np.clip(colour, 0, 1), 2.2), np.float32)


def expose(light: F32, hour: Conditions) -> F32:
    """Linear light to screen values 0-1, with the soft shoulder and dull colours of a sensor."""
    value = 1 - np.exp(-light * hour.exposure)
    value = np.power(np.clip(value, 0, 1), 1 / 2.2)
    grey = value.mean(axis=-1, keepdims=True)
    value = grey + (value - grey) * hour.saturation
    return np.asarray(np.clip(0.02 + 0.97 * value, 0, 1), np.float32)


def haze(light: F32, depth: F32, hour: Conditions) -> F32:
    """Air between the camera and things at a distance in metres."""
    share = (1 - np.exp(-depth / f32(hour.haze_m)))[..., None]
    return np.asarray(
        light + (np.array(hour.horizon, np.float32) * 0.8 - light) * share, np.float32
    )
