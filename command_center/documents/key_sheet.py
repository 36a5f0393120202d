"""The printed key sheet: every key by group and every typed command, in both languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeyLine:
    """`key` as it is written on the buttons, "" for an action without one; `first` and `second`
    are what it does in the two languages. Plain text."""

    key: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class KeyBlock:
    """A group of the menus, or the commands that are typed."""

    title: str
    lines: tuple[KeyLine, ...]


@dataclass(frozen=True, slots=True)
class KeyPaper:
    """What is printed. `printed_at` as the room writes a moment."""

    title: str
    printed_at: str
    blocks: tuple[KeyBlock, ...]


def columns(blocks: Sequence[KeyBlock], count: int) -> list[list[KeyBlock]]:
    """Blocks in reading order over `count` columns, cut where each is about as long as the others:
    a title counts as two lines. No block is divided."""
    weights = [len(block.lines) + 2 for block in blocks]
    share = sum(weights) / count
    made: list[list[KeyBlock]] = [[] for _ in range(count)]
    filled = 0.0
    for block, weight in zip(blocks, weights, strict=True):
        middle = filled + weight / 2
        made[min(count - 1, int(middle / share))].append(block)
        filled += weight
    return made
