"""Gives a document made from Markdown the letters, distances and colours of a theme."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import (
    QBrush,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextFrame,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from command_center.ui.theme import Theme

_SIZES = {0: 1.0, 1: 1.6, 2: 1.25, 3: 1.05}
_ABOVE = {1: 0.0, 2: 1.5, 3: 1.0}
"""Before a heading, in heights of the text."""
_LINE_PERCENT = 130.0
_CELL_SHARE = 0.4


def dress(document: QTextDocument, theme: Theme, font: QFont, size: float) -> None:
    """`size` is that of the text in the unit that `font` is set in: pixels of a screen or points
    of paper. The document is one that setMarkdown has just filled."""
    document.setDefaultFont(font)
    for block in _blocks(document):
        _dress_block(block, theme, size)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, theme, size)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    """The runs of letters of one format, pictures among them."""
    at = block.begin()
    while not at.atEnd():
        yield at.fragment()
        at += 1


def _dress_block(block: QTextBlock, theme: Theme, size: float) -> None:
    level = block.blockFormat().headingLevel()
    cursor = QTextCursor(block)
    shape = QTextBlockFormat()
    percent = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    pictured = any(run.charFormat().isImageFormat() for run in fragments(block))
    shape.setLineHeight(100.0 if pictured or level else _LINE_PERCENT, percent)
    in_table = QTextCursor(block).currentTable() is not None
    shape.setTopMargin(_ABOVE.get(level, 0.0) * size)
    shape.setBottomMargin(0.0 if in_table else 0.45 * size)
    cursor.mergeBlockFormat(shape)
    for run in list(fragments(block)):
        look = _look(run.charFormat(), level, theme, size)
        if look is not None:
            cursor.setPosition(run.position())
            cursor.setPosition(run.position() + run.length(), QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(look)


def _look(was: QTextCharFormat, level: int, theme: Theme, size: float) -> QTextCharFormat | None:
    """How a run differs from the text around it; None: it is a picture."""
    if was.isImageFormat():
        return None
    look = QTextCharFormat(was)
    ink = "text"
    if was.isAnchor():
        ink = "accent"
        look.setFontUnderline(False)
    elif was.fontFixedPitch():
        ink = "accent"
        look.setBackground(QBrush(theme.color("raised")))
        look.clearProperty(QTextFormat.Property.FontFixedPitch)
        look.clearProperty(QTextFormat.Property.FontFamilies)
    if level:
        look.setFontWeight(QFont.Weight.DemiBold)
    look.clearProperty(QTextFormat.Property.FontSizeAdjustment)
    look.setProperty(QTextFormat.Property.FontPixelSize, round(size * _SIZES.get(level, 1.0)))
    look.setForeground(QBrush(theme.color(ink)))
    return look


def _dress_table(table: QTextTable, theme: Theme, size: float) -> None:
    shape = table.format()
    shape.setBorder(1.0)
    shape.setBorderCollapse(True)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderBrush(QBrush(theme.color("line")))
    shape.setCellPadding(size * _CELL_SHARE)
    shape.setCellSpacing(0.0)
    shape.setTopMargin(size * 0.4)
    shape.setBottomMargin(size * 0.8)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(shape)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        look = cell.format()
        look.setBackground(QBrush(theme.color("raised")))
        cell.setFormat(look)


def set_measure(frame: QTextFrame, side: float, foot: float) -> None:
    """White beside the text and under it, in the document's unit."""
    shape = frame.frameFormat()
    shape.setLeftMargin(side)
    shape.setRightMargin(side)
    shape.setBottomMargin(foot)
    frame.setFrameFormat(shape)
