"""How large letters must be to be read from so far.

The smallest capital is a two-hundredth of the distance: 17.2 minutes of arc. NUREG-0700 (2.6 and
the large displays of rev. 3) asks for at least 16 at the greatest viewing distance and prefers 20
to 22 for what is read as text, as ISO 9241-3 does: rows have 20 minutes, a 172nd.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

from command_center.ui.theme import Theme

SMALL_PER, TEXT_PER = 200.0, 172.0
MM_PER_INCH = 25.4
USUAL_DPI = 96.0
NARROWEST_DPI, FINEST_DPI = 10.0, 400.0
FEWEST_LINES = 11.0
"""Lines of text that a screen holds at least: from farther away it cannot be read, and says so."""
_PROBE_PX = 200


def pixels_per_mm(width_px: int, height_px: int, diagonal_in: int, dots_per_inch: float) -> float:
    """Of a screen: by the diagonal that a person measured, 0 = by what the screen says of itself,
    unless that cannot be."""
    if diagonal_in > 0:
        return float((width_px**2 + height_px**2) ** 0.5 / (diagonal_in * MM_PER_INCH))
    sane = NARROWEST_DPI <= dots_per_inch <= FINEST_DPI
    return (dots_per_inch if sane else USUAL_DPI) / MM_PER_INCH


@dataclass(frozen=True, slots=True)
class Letters:
    """Pixels of fonts: `small` for what stands beside, `text` for rows, `title` and `figure` above
    that. `distance_m`: from where all of it can be read, at most what was asked for."""

    small: int
    text: int
    title: int
    figure: int
    distance_m: float


def letters(distance_m: float, per_mm: float, height_px: int, theme: Theme) -> Letters:
    """`height_px` of the wall: a screen too small for the distance gets the largest that fit."""
    ratio = _capital(theme)
    wanted = distance_m * 1000.0 / TEXT_PER * per_mm / ratio
    text = min(wanted, height_px / FEWEST_LINES / 1.45)
    reached = distance_m * text / wanted
    small = text * TEXT_PER / SMALL_PER
    return Letters(
        small=math.ceil(small),
        text=math.ceil(text),
        title=math.ceil(text * 1.15),
        figure=math.ceil(text * 1.9),
        distance_m=reached,
    )


def _capital(theme: Theme) -> float:
    """The height of a capital as a share of the font's pixels."""
    metrics = QFontMetricsF(sized(theme, _PROBE_PX))
    return metrics.capHeight() / _PROBE_PX


def sized(theme: Theme, px: int, *, bold: bool = False, tabular: bool = False) -> QFont:
    """A font of the theme in pixels of this screen: viewing distance decides, not a person."""
    font = theme.font(13, bold=bold, tabular=tabular)
    font.setPixelSize(px)
    return font
