"""Rows of a handover and of a book: what is red or struck through has its colour."""

from __future__ import annotations

from dataclasses import dataclass

from command_center.ui.radio.lines import TextRow


@dataclass(frozen=True, slots=True)
class TintedRow(TextRow):
    """`tint` is a colour of the theme."""

    tint: str = "text"
