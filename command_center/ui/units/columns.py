"""Where the cells of a unit's row are: the same for painting, for ticks and for the pointer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from command_center.domain.unit import UnitStatus
from command_center.ui import format as written
from command_center.ui.glyphs import chip_width
from command_center.ui.theme import Theme
from command_center.ui.units.words import status_text

ROW = 25
MARGIN, GAP = 12, 6
GLYPH = 14
CALL_SIGN_LEAST, CALL_SIGN_MOST = 72, 124
WHERE_LEAST = 96
LONGEST_TIME_S = 23 * 3600 + 59 * 60
LONGEST_AGE_S = 59


@dataclass(frozen=True, slots=True)
class Columns:
    """Pixel widths. `chip` and `time` are 0 in a narrow board, which shows the bare glyph."""

    margin: int
    gap: int
    call_sign: int
    chip: int
    glyph: int
    time: int
    age: int

    @property
    def narrow(self) -> bool:
        return self.chip == 0

    def cells(self, row: QRect) -> Cells:
        left, top, height = row.left() + self.margin, row.top(), row.height()
        right = row.right() + 1 - self.margin
        name = QRect(left, top, self.call_sign, height)
        left += self.call_sign + self.gap
        status = QRect(left, top, self.chip or self.glyph, height)
        left += status.width() + (self.gap if self.time else 0)
        time = QRect(left, top, self.time, height)
        left += self.time + self.gap
        age = QRect(right - self.age, top, self.age, height)
        where = QRect(left, top, max(0, age.left() - self.gap - left), height)
        return Cells(name, status, time, where, age)


@dataclass(frozen=True, slots=True)
class Cells:
    call_sign: QRect
    status: QRect
    time: QRect
    where: QRect
    age: QRect


def widest_call_sign(names: Iterable[str], theme: Theme) -> int:
    """Pixels for the call signs, within sensible limits."""
    measure = QFontMetrics(theme.font(13, bold=True))
    widest = max((measure.horizontalAdvance(name) for name in names), default=0) + 2
    return min(theme.px(CALL_SIGN_MOST), max(theme.px(CALL_SIGN_LEAST), widest))


def columns(width: int, with_crew: int, bare: int, theme: Theme) -> Columns:
    """Columns for a list of `width` pixels: all of them, or the narrow form if they do not fit.

    `with_crew` and `bare` are the pixels of call signs with and without the size of the crew,
    which the narrow form leaves to the tooltip.
    """
    margin, gap = theme.px(MARGIN), theme.px(GAP)
    chip = max(chip_width(status_text(status), theme) for status in UnitStatus)
    measure = QFontMetrics(theme.font(11, tabular=True))
    time = measure.horizontalAdvance(written.age(LONGEST_TIME_S)) + 2
    age = measure.horizontalAdvance(written.age(LONGEST_AGE_S)) + 2
    fixed = 2 * margin + with_crew + chip + time + age + 4 * gap
    if width - fixed >= theme.px(WHERE_LEAST):
        return Columns(margin, gap, with_crew, chip, 0, time, age)
    return Columns(margin, gap, bare, 0, theme.px(GLYPH), 0, age)
