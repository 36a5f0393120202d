"""How colours look: contrast by WCAG 2, difference by CAM02-UCS, colour-blind sight by Machado."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]

# Machado, Oliveira, Fernandes 2009, severity 1.0, on linear RGB.
SIGHT: dict[str, Vector] = {
    "normal": np.eye(3),
    "protanope": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranope": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanope": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
_CAT02 = np.array([[0.7328, 0.4296, -0.1624], [-0.7036, 1.6975, 0.0061], [0.0030, 0.0136, 0.9834]])
_HPE = np.array([[0.38971, 0.68898, -0.07868], [-0.22981, 1.18340, 0.04641], [0.0, 0.0, 1.0]])
# Average surround, sRGB's viewing conditions: 64 lx, background of 20 %.
_F, _C, _NC, _YB = 1.0, 0.69, 1.0, 20.0
_LA = 64.0 / math.pi * 0.2


def linear(color: str) -> Vector:
    """#rrggbb as linear RGB in 0..1."""
    parts = np.array([int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def luminance(color: str) -> float:
    return float(np.array([0.2126, 0.7152, 0.0722]) @ linear(color))


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio, 1..21."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _white() -> Vector:
    return _XYZ @ np.ones(3) * 100


def _responses(xyz: Vector, adaptation: float, fl: float) -> Vector:
    white = _CAT02 @ _white()
    cone = _CAT02 @ xyz * (100 * adaptation / white + 1 - adaptation)
    sharpened = _HPE @ np.linalg.inv(_CAT02) @ cone
    power = (fl * np.abs(sharpened) / 100) ** 0.42
    return np.sign(sharpened) * 400 * power / (27.13 + power) + 0.1


def cam02_ucs(rgb: Vector) -> Vector:
    """(J', a', b') of linear RGB (Moroney 2002; Luo, Cui, Li 2006)."""
    k = 1 / (5 * _LA + 1)
    fl = 0.2 * k**4 * 5 * _LA + 0.1 * (1 - k**4) ** 2 * (5 * _LA) ** (1 / 3)
    n = _YB / 100
    nbb = 0.725 * (1 / n) ** 0.2
    z = 1.48 + math.sqrt(n)
    adaptation = _F * (1 - math.exp((-_LA - 42) / 92) / 3.6)
    r, g, b = _responses(_XYZ @ np.clip(rgb, 0, 1) * 100, adaptation, fl)
    rw, gw, bw = _responses(_white(), adaptation, fl)
    red_green = r - 12 * g / 11 + b / 11
    yellow_blue = (r + g - 2 * b) / 9
    hue = math.atan2(yellow_blue, red_green)
    achromatic = (2 * r + g + b / 20 - 0.305) * nbb
    white = (2 * rw + gw + bw / 20 - 0.305) * nbb
    lightness = 100 * max(achromatic / white, 0.0) ** (_C * z)
    eccentricity = (math.cos(hue + 2) + 3.8) / 4
    t = (50000 / 13 * _NC * nbb * eccentricity * math.hypot(red_green, yellow_blue)) / (
        r + g + 21 * b / 20
    )
    chroma = t**0.9 * math.sqrt(lightness / 100) * (1.64 - 0.29**n) ** 0.73
    colourfulness = math.log(1 + 0.0228 * chroma * fl**0.25) / 0.0228
    return np.array(
        [
            1.7 * lightness / (1 + 0.007 * lightness),
            colourfulness * math.cos(hue),
            colourfulness * math.sin(hue),
        ]
    )


def difference(one: str, other: str, sight: str = "normal") -> float:
    """ΔE in CAM02-UCS between two #rrggbb as seen by `sight`."""
    seen = [cam02_ucs(SIGHT[sight] @ linear(color)) for color in (one, other)]
    return float(np.linalg.norm(seen[0] - seen[1]))
