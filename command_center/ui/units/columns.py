"""Where the cells of a unit's row are: the same for painting, for ticks and for the pointer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics

from command_center.ui import format as written
from command_center.ui.glyphs import chip_width
from command_center.ui.theme import Theme

ROW = 25
MARGIN, GAP = 12, 6
GLYPH = 14
INDENT = 10
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

    @property
    def alert(self) -> QRect:
        """Where something to do stands in place of the ages and the place."""
        return self.time.united(self.age) if self.time.width() else self.where.united(self.age)


class Widest:
    """The widest call sign seen, as the wide form and as the narrow one writes it: each name is
    measured once a theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.forget()

    def forget(self) -> None:
        """After another theme or size."""
        self._seen: set[tuple[str, str, int]] = set()
        self._measure = QFontMetrics(self._theme.font(13, bold=True))
        self._long = self._short = 0

    def take(self, names: Iterable[tuple[str, str, int]]) -> bool:
        """(with its crew, bare, how deep it stands) of units; whether anything grew."""
        before = self._long, self._short
        indent = self._theme.px(INDENT)
        for name in set(names) - self._seen:
            self._seen.add(name)
            long, short, depth = name
            wide = self._measure.horizontalAdvance(long) + depth * indent
            self._long = max(self._long, wide)
            bare = self._measure.horizontalAdvance(short) + depth * indent
            self._short = max(self._short, bare)
        return before != (self._long, self._short)

    @property
    def pixels(self) -> tuple[int, int]:
        """(long, short), within sensible limits."""
        theme = self._theme
        least, most = theme.px(CALL_SIGN_LEAST), theme.px(CALL_SIGN_MOST)
        return (
            min(most, max(least, self._long + 2)),
            min(most, max(least, self._short + 2)),
        )


def columns(width: int, widest: tuple[int, int], labels: Iterable[str], theme: Theme) -> Columns:
    """Columns for a list of `width` pixels: all of them, or the narrow form if they do not fit.

    `widest` are the pixels of call signs with and without the size of the crew, which the narrow
    form leaves to the tooltip; `labels` the words for the statuses.
    """
    with_crew, bare = widest
    margin, gap = theme.px(MARGIN), theme.px(GAP)
    chip = max(chip_width(label, theme) for label in labels)
    measure = QFontMetrics(theme.font(11, tabular=True))
    time = measure.horizontalAdvance(written.age(LONGEST_TIME_S)) + 2
    age = measure.horizontalAdvance(written.age(LONGEST_AGE_S)) + 2
    fixed = 2 * margin + with_crew + chip + time + age + 4 * gap
    if width - fixed >= theme.px(WHERE_LEAST):
        return Columns(margin, gap, with_crew, chip, 0, time, age)
    return Columns(margin, gap, bare, 0, theme.px(GLYPH), 0, age)
