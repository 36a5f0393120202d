"""Finding incidents by their words, newest first, page after page."""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Engine

from command_center.domain.errors import OperatorError
from command_center.domain.incident import Disposition, IncidentStatus, Priority
from command_center.ports import Hit
from command_center.storage.link import SQLITE, Link, OwnLink
from command_center.storage.times import from_us

PAGE = 50
MOST_WORDS, LONGEST_WORD, SHORTEST_WORD = 8, 60, 2
_AROUND = 60
# PostgreSQL looks for a common word here first: most searches for one end here.
_NEWEST = 1_000
# As long as SQLite indexes the beginnings of words (revision 0004); for a longer one it would
# first gather everything that matches. So longer words are cut and the finds looked through.
_INDEXED, _CANDIDATES = 6, 200

_FOUND = (
    'i.id, i."number", i."day", i.title, i.status, i.priority, i.opened_at, i.closed_at,'
    " i.disposition, t.n, t.text FROM incident_text t JOIN incident i ON i.id = t.incident_id"
)
_ON_SQLITE = (
    f"SELECT {_FOUND} WHERE t.n IN (SELECT rowid FROM incident_words"  # noqa: S608
    " WHERE incident_words MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?) ORDER BY t.n DESC"
)
_LATELY = (
    f"SELECT {_FOUND} WHERE t.n < ? AND t.n >= ? AND t.words @@ CAST(? AS tsquery)"
    " ORDER BY t.n DESC LIMIT ?"
)
# The index answers with all that match; kept apart so that no plan walks the table instead.
_EVER = (
    "WITH hit AS MATERIALIZED (SELECT n FROM incident_text WHERE words @@ CAST(? AS tsquery)),"  # noqa: S608
    " page AS MATERIALIZED (SELECT n FROM hit WHERE n < ? ORDER BY n DESC LIMIT ?)"
    f" SELECT {_FOUND} JOIN page p ON p.n = t.n ORDER BY t.n DESC"
)
_LAST = "SELECT coalesce(max(n), 0) + 1 FROM incident_text"
_LATER_PIECES = "SELECT incident_id, n, text FROM incident_text WHERE n > ? AND incident_id {among}"


def words_in(text: str) -> list[str]:
    """What is searched for: letters and digits in lower case, each once.
    OperatorError("search_too_short") if nothing is left."""
    found = (part[:LONGEST_WORD] for part in re.split(r"[\W_]+", text.lower()))
    words = list(dict.fromkeys(word for word in found if len(word) >= SHORTEST_WORD))
    if not words:
        raise OperatorError("search_too_short", least=SHORTEST_WORD)
    return words[:MOST_WORDS]


class SqlSearch:
    """On a connection of its own; from any thread, one question at a time."""

    def __init__(self, engine: Engine) -> None:
        self._own = OwnLink(engine)
        self._lock = threading.Lock()

    def find(self, text: str, before: int | None = None, limit: int = PAGE) -> list[Hit]:
        """See `ports.History`."""
        words = words_in(text)
        with self._lock:
            link = self._own.get()
            end = int(link.one(_LAST)[0]) if before is None else before
            rows = _page(link, words, end, limit)
        return [_hit(row, words) for row in rows]

    def close(self) -> None:
        with self._lock:
            self._own.close()


def _page(link: Link, words: Sequence[str], end: int, limit: int) -> list[Any]:
    """Each incident once, by its newest piece that has all the words."""
    ask = _ask_sqlite if link.dialect is SQLITE else _ask_postgres
    rows: list[Any] = []
    while len(rows) < limit:
        asked = ask(link, words, end, limit)
        rows += _newest(link, words, asked)
        if len(asked) < limit:
            break
        end = asked[-1][-2]
    return rows[:limit]


def _newest(link: Link, words: Sequence[str], rows: Sequence[Any]) -> list[Any]:
    if not rows:
        return []
    asked = (min(row[-2] for row in rows), link.dialect.as_list([row[0] for row in rows]))
    newest: dict[str, int] = {}
    for id, n, text in link.all(_LATER_PIECES.format(among=link.dialect.among), asked):
        if n > newest.get(id, 0) and all(_begins(word).search(text.lower()) for word in words):
            newest[id] = n
    return [row for row in rows if row[-2] >= newest.get(row[0], 0)]


def _ask_sqlite(link: Link, words: Sequence[str], end: int, limit: int) -> list[Any]:
    many = max(limit, _CANDIDATES)
    rows = _match(link, [word[:_INDEXED] for word in words], end, many)
    whole = [row for row in rows if all(_begins(word).search(row[-1].lower()) for word in words)]
    if len(rows) == many and len(whole) < limit:
        return _match(link, words, end, limit)
    return whole[:limit]


def _match(link: Link, words: Sequence[str], end: int, limit: int) -> list[Any]:
    return link.all(_ON_SQLITE, (" ".join(f'"{word}"*' for word in words), end, limit))


def _begins(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_]){word}")


def _ask_postgres(link: Link, words: Sequence[str], end: int, limit: int) -> list[Any]:
    query = " & ".join(f"'{word}':*" for word in words)
    rows = link.all(_LATELY, (end, end - _NEWEST, query, limit))
    if len(rows) < limit:
        rows += link.all(_EVER, (query, min(end, end - _NEWEST), limit - len(rows)))
    return rows


def _hit(row: Sequence[Any], words: Sequence[str]) -> Hit:
    id, number, day, title, status, priority, opened, closed, disposition, n, text = row
    return Hit(
        incident_id=id,
        number=number,
        day=day,
        title=title,
        status=IncidentStatus(status),
        priority=Priority(priority),
        opened_at=from_us(opened),
        closed_at=None if closed is None else from_us(closed),
        disposition=None if disposition is None else Disposition(disposition),
        place=n,
        context=_context(text, words),
    )


def _context(text: str, words: Sequence[str]) -> str:
    folded = text.lower()
    found = [match.start() for word in words if (match := _begins(word).search(folded))]
    at = min(found, default=0)
    start, stop = max(0, at - _AROUND), min(len(text), at + _AROUND)
    before, after = "… " if start else "", " …" if stop < len(text) else ""
    return f"{before}{' '.join(text[start:stop].split())}{after}"
