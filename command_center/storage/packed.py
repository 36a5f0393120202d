"""Thousands of rows as a few long values, put together by the database: what is fetched value by
value keeps the interpreter from everything else, and takes longer.

Words are long texts on both engines. Numbers are arrays of a PostgreSQL server, which need not be
written as digits and read again; SQLite has texts alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from command_center.columns.verdicts import NEVER
from command_center.storage.link import SQLITE, Link

END, BETWEEN = "\x1e", "\x1f"
"""Behind each word; whatever may hold one from outside is read with `clean`. Between the words of a
`phrase`, of which the last may hold it."""


class Raw(NamedTuple):
    """An answer as it came: `last` is the greatest key of its rows, None of none."""

    last: str | None
    many: int
    columns: Sequence[Any]


class Columns(NamedTuple):
    """`numbers` (rows, columns), NEVER for NULL; a word is "" for NULL."""

    numbers: NDArray[np.int64]
    words: list[list[str]]


def clean(column: str) -> str:
    """Of a column that holds what others wrote."""
    return f"REPLACE({column}, '{END}', ' ')"


def phrase(*columns: str) -> str:
    """Words that are the same in many rows, as one."""
    return f" || '{BETWEEN}' || ".join(f"COALESCE({one}, '')" for one in columns)


class Packed:
    """A question of a `key`, numbers and at least one word that ends in `rest`, which may have
    holes for `str.format`. The rows come in the order of `rest`, as far as the database keeps
    it."""

    def __init__(self, key: str, numbers: Sequence[str], words: Sequence[str], rest: str) -> None:
        self._widths = len(numbers), len(words)
        self._key = f"{key} AS k"
        self._named = [f"COALESCE({one}, '') AS w{at}" for at, one in enumerate(words)]
        self._numbered = [f"COALESCE({one}, {NEVER})" for one in numbers]
        self._rest = rest

    @cached_property
    def _sql(self) -> dict[bool, str]:
        return {True: self._as_texts(), False: self._as_arrays()}

    def _as_texts(self) -> str:
        told = " || ' ' || ".join(f"CAST({one} AS TEXT)" for one in self._numbered)
        asked = ["group_concat(n, ' ')"] if told else []
        return self._whole("group_concat", asked, [f"{told} AS n"] if told else [])

    def _as_arrays(self) -> str:
        asked = [f"array_send(array_agg(n{at}))" for at in range(self._widths[0])]
        named = [f"CAST({one} AS BIGINT) AS n{at}" for at, one in enumerate(self._numbered)]
        return self._whole("string_agg", asked, named)

    def _whole(self, joined: str, numbers: Sequence[str], named: Sequence[str]) -> str:
        words = [f"{joined}(w{at}, '{END}')" for at in range(self._widths[1])]
        rows = ", ".join([self._key, *named, *self._named])
        asked = ", ".join(["MAX(k)", "COUNT(*)", *words, *numbers])
        return f"SELECT {asked} FROM (SELECT {rows} {self._rest}) AS page"  # noqa: S608

    def ask(self, link: Link, parameters: Sequence[Any], **holes: str) -> Raw:
        """Waits for the database, and does nothing else."""
        sql = self._sql[link.dialect is SQLITE]
        last, many, *found = link.packed(sql.format(**holes) if holes else sql, parameters)
        return Raw(last, many, found)

    def columns(self, raw: Raw) -> Columns:
        width, words = self._widths
        if not raw.many:
            return Columns(np.empty((0, width), np.int64), [[] for _ in range(words)])
        numbers = _table(raw.columns[words:], raw.many, width)
        return Columns(numbers, [word.split(END) for word in raw.columns[:words]])


_HEAD = 20
_ELEMENT = np.dtype([("bytes", ">i4"), ("value", ">i8")])
"""Of an array as PostgreSQL sends it: behind five words of four bytes, each number after its
length."""


def _table(numbers: Sequence[str | bytes], rows: int, width: int) -> NDArray[np.int64]:
    table = np.empty((rows, width), np.int64)
    for at, column in enumerate(numbers):
        if isinstance(column, str):
            return np.fromstring(column, np.int64, sep=" ").reshape(rows, width)
        table[:, at] = np.frombuffer(column, _ELEMENT, offset=_HEAD)["value"]
    return table
