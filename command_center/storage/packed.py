"""Thousands of rows as a few long texts, put together by the database: what is fetched value by
value keeps the interpreter from everything else, and takes longer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from command_center.columns.verdicts import NEVER
from command_center.storage.link import SQLITE, Link

END = "\x1e"
"""Behind each word; whatever may hold one from outside is read with `clean`."""


class Columns(NamedTuple):
    """`numbers` (rows, columns), NEVER for NULL; a word is "" for NULL. `first` and `last` are the
    bounds of the first word as the database sorts it, None of no rows."""

    numbers: NDArray[np.int64]
    words: list[list[str]]
    first: str | None
    last: str | None

    @property
    def many(self) -> int:
        """Rows."""
        return len(self.numbers)


def clean(column: str) -> str:
    """Of a column that holds what others wrote."""
    return f"REPLACE({column}, '{END}', ' ')"


class Packed:
    """A question that ends in `rest`, which may have holes for `str.format`. The rows come in the
    order of `rest`, as far as the database keeps it."""

    def __init__(self, numbers: Sequence[str], words: Sequence[str], rest: str) -> None:
        self._widths = len(numbers), len(words)
        told = " || ' ' || ".join(f"CAST(COALESCE({one}, {NEVER}) AS TEXT)" for one in numbers)
        named = ", ".join(f"COALESCE({one}, '') AS w{at}" for at, one in enumerate(words))
        self._rows = f"SELECT {told} AS n, {named} {rest}"

    @cached_property
    def _sql(self) -> dict[bool, str]:
        return {True: self._whole("group_concat"), False: self._whole("string_agg")}

    def _whole(self, joined: str) -> str:
        words = ", ".join(f"{joined}(w{at}, '{END}')" for at in range(self._widths[1]))
        return f"SELECT MIN(w0), MAX(w0), {joined}(n, ' '), {words} FROM ({self._rows}) AS page"  # noqa: S608

    def read(self, link: Link, parameters: Sequence[Any], **holes: str) -> Columns:
        sql = self._sql[link.dialect is SQLITE]
        first, last, numbers, *words = link.one(sql.format(**holes) if holes else sql, parameters)
        width, many = self._widths
        if first is None:
            return Columns(np.empty((0, width), np.int64), [[] for _ in range(many)], None, None)
        table = np.fromstring(numbers, np.int64, sep=" ").reshape(-1, width)
        return Columns(table, [column.split(END) for column in words], first, last)
