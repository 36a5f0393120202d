"""The quick-reference card as PDF: one sheet of A4, two sides. Its keys, shapes and commands are
those of the program that prints it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QPainter

from command_center.documents.reference_card import CardText
from command_center.domain.incident import Priority
from command_center.domain.unit import UnitStatus
from command_center.ui.actions.buttons import key_text
from command_center.ui.actions.table import ACTIONS
from command_center.ui.commandline.verbs import TYPED
from command_center.ui.glyphs import paint_priority, paint_status
from command_center.ui.paper import write_paper
from command_center.ui.theme import Theme
from command_center.ui.units.words import status_text

translate = QCoreApplication.translate
_HOLE = re.compile(r"\{([a-z0-9_.]+)\}")
_MARGIN_MM, _COLUMNS, _GAP = 9, 3, 16
_DOT = 300 / 96
_TITLE_PX, _SIGN_PX, _KEY_PX, _TALLEST = 17, 13, 116, 10_000
_SPARE_LINES = 3.0
SIZES = (15, 14, 13, 12, 11, 10, 9, 8)
"""Of the letters, in 96ths of an inch: the largest that a side has room for."""
Paint = Callable[[QPainter, QRectF], None]
_WRAP = (
    Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
).value | Qt.TextFlag.TextWordWrap.value


@dataclass(frozen=True, slots=True)
class Row:
    """What stands left (a key, a word or a shape) and what it means, or `stacked` above it."""

    left: str
    text: str
    shape: Paint | None = None
    stacked: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    title: str
    rows: tuple[Row, ...]


def filled_in(text: str) -> str:
    """`{id}` as its name and key: «Ambil (A)». KeyError for an action that is not there."""

    def action(hole: re.Match[str]) -> str:
        one = ACTIONS[hole.group(1)]
        return f"{one.label} ({key_text(one.key)})" if one.key else one.label

    return _HOLE.sub(action, text)


def card_sides(card: CardText, theme: Theme) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """The keys in front, the rest behind."""
    keys = tuple(
        Block(
            group.title,
            tuple(Row(key_text(ACTIONS[id].key), ACTIONS[id].label) for id in group.actions),
        )
        for group in card.keys
    )
    behind = (
        Block(card.titles["priority"], _priorities(card, theme)),
        Block(card.titles["status"], _statuses(theme)),
        Block(card.titles["signs"], tuple(Row(s.head, s.text, stacked=True) for s in card.signs)),
        Block(card.titles["typed"], _typed()),
        Block(
            card.titles["advice"],
            tuple(Row(one.head, filled_in(one.text), stacked=True) for one in card.advice),
        ),
    )
    return keys, behind


def _priorities(card: CardText, theme: Theme) -> tuple[Row, ...]:
    def shape(priority: Priority, verified: bool) -> Paint:
        return lambda painter, box: paint_priority(painter, box, priority, verified, theme)

    ranks = [Row("", f"P{n}", shape(rank, True)) for n, rank in enumerate(Priority, 1)]
    hollow = Row("", card.titles["hollow"], shape(Priority.P1, False))
    return (*ranks, hollow, Row("", card.titles["filled"], shape(Priority.P1, True)))


def _typed() -> tuple[Row, ...]:
    return tuple(Row("", translate("CommandLine", verb.usage)) for verb in TYPED)


def _statuses(theme: Theme) -> tuple[Row, ...]:
    def shape(status: UnitStatus) -> Paint:
        return lambda painter, box: paint_status(painter, box, status, theme)

    return tuple(Row("", status_text(status), shape(status)) for status in UnitStatus)


def write_card(card: CardText, path: Path) -> int:
    """As PDF, whole or not at all; OperatorError("paper_failed"). Answers how many sides it has."""
    sides: list[int] = []
    layout = (QPageLayout.Orientation.Landscape, float(_MARGIN_MM))

    def paint(writer: QPagedPaintDevice) -> None:
        sides.append(CardPaper(writer, card).paint())

    write_paper(path, card.titles["card"], layout, paint)
    return sides[0]


class CardPaper:
    """Painted as on a screen of 96 dots an inch, and enlarged onto the paper."""

    def __init__(self, writer: QPagedPaintDevice, card: CardText) -> None:
        self._writer, self._card = writer, card
        self._theme = Theme("light")
        self._painter = QPainter(writer)
        self._painter.scale(_DOT, _DOT)
        self._wide, self._high = writer.width() / _DOT, writer.height() / _DOT
        self._column = (self._wide - (_COLUMNS - 1) * _GAP) / _COLUMNS
        self._px = SIZES[0]

    def paint(self) -> int:
        sides = card_sides(self._card, self._theme)
        for at, side in enumerate(sides):
            if at:
                self._writer.newPage()
            fitting = (px for px in SIZES if self._fits(side, px))
            self._px = next(fitting, SIZES[-1])
            self._title()
            self._lay(side, paint=True)
        self._painter.end()
        return len(sides)

    def _title(self) -> None:
        self._painter.setFont(self._face(13, bold=True))
        self._painter.setPen(self._theme.color("text"))
        box = QRectF(0, 0, self._wide, _TITLE_PX)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignLeft, self._card.titles["card"])

    def _fits(self, blocks: Sequence[Block], px: int) -> bool:
        self._px = px
        return self._lay(blocks, paint=False) < _COLUMNS

    def _lay(self, blocks: Sequence[Block], *, paint: bool) -> int:
        """Rows run down columns about as long as each other, a title never alone at a foot;
        answers the last column."""
        top = float(_TITLE_PX + _GAP / 2)
        head, gap = self._line() * 1.5, self._line() * 0.6
        heights = [[self._height(row) for row in block.rows] for block in blocks]
        whole = sum(head + sum(rows) + gap for rows in heights)
        foot = min(self._high, top + whole / _COLUMNS + _SPARE_LINES * self._line())
        column, y = 0, top
        for block, rows in zip(blocks, heights, strict=True):
            if y + head + sum(rows[:2]) > foot:
                column, y = column + 1, top
            self._head(block.title, column, y, paint)
            y += head
            for row, height in zip(block.rows, rows, strict=True):
                if y + height > foot:
                    column, y = column + 1, top
                if paint:
                    self._row(row, QRectF(self._left(column), y, self._column, height))
                y += height
            y += gap
        return column

    # --- parts ---------------------------------------------------------------------------------

    def _face(self, px: int, bold: bool = False) -> QFont:
        """Spaced for paper, not for the dots of a screen."""
        font = self._theme.font(px, bold=bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def _left(self, column: int) -> float:
        return column * (self._column + _GAP)

    def _line(self) -> float:
        return self._px * 1.4

    def _height(self, row: Row) -> float:
        """What its words need in the width they have."""
        self._painter.setFont(self._face(self._px))
        wide = self._column if row.stacked else self._column - self._indent(row)
        needed = self._painter.boundingRect(QRectF(0, 0, wide, _TALLEST), _WRAP, row.text).height()
        needed = max(needed, self._line())
        return needed + (self._line() + self._px * 0.5 if row.stacked else 0.0)

    def _indent(self, row: Row) -> float:
        if row.shape is not None:
            return _SIGN_PX + self._px
        return _KEY_PX if row.left else 0.0

    def _head(self, title: str, column: int, y: float, paint: bool) -> None:
        if paint:
            self._write(self._first_line(self._left(column), y), title, "p1", bold=True)

    def _first_line(self, left: float, top: float) -> QRectF:
        return QRectF(left, top, self._column, self._line())

    def _row(self, row: Row, box: QRectF) -> None:
        first = self._first_line(box.left(), box.top())
        if row.stacked:
            self._write(first, row.left, bold=True)
            self._write(box.adjusted(0, self._line(), 0, 0), row.text)
            return
        if row.shape is not None:
            row.shape(self._painter, QRectF(box.left(), box.top() + 1, _SIGN_PX, _SIGN_PX))
        elif row.left:
            self._write(first, row.left, "accent", bold=True)
        self._write(box.adjusted(self._indent(row), 0, 0, 0), row.text)

    def _write(self, box: QRectF, text: str, ink: str = "text", bold: bool = False) -> None:
        self._painter.setFont(self._face(self._px, bold=bold))
        self._painter.setPen(self._theme.color(ink))
        self._painter.drawText(box, _WRAP, text)
