"""Finding instructions, tasks and notes of a shift by their words, however old, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from command_center.domain.instruction import ToldHit
from command_center.storage.link import Link
from command_center.storage.search import words_in
from command_center.storage.times import from_us

# A room says some dozens of these a day: years of them, 50,000, take a quarter of a second without
# an index.
_ALL = (
    "SELECT 'instruction' AS entity, id, text AS words, given_at AS said_at FROM instruction"
    " UNION ALL SELECT 'room_task', id, title || ' ' || text, made_at FROM room_task"
    " UNION ALL SELECT 'task_turn', id, note, done_at FROM task_turn WHERE note <> ''"
    " UNION ALL SELECT 'shift_note', id, text, at FROM shift_note"
)
_HOLDS = "lower(words) LIKE ? ESCAPE '!'"
_FOUND = "SELECT entity, id, words, said_at FROM ({all}) told WHERE {holds}"
_NEWEST = " ORDER BY said_at DESC, id DESC LIMIT ?"


def read_told(link: Link, text: str, limit: int) -> Sequence[ToldHit]:
    """See `ports.History`."""
    words = words_in(text)
    asked = _FOUND.format(all=_ALL, holds=" AND ".join(_HOLDS for _ in words)) + _NEWEST
    likes = [f"%{_plain(word)}%" for word in words]
    rows = link.all(asked, (*likes, limit))
    return [
        ToldHit(str(kind), str(id), str(said).strip(), from_us(at)) for kind, id, said, at in rows
    ]


def _plain(word: str) -> str:
    """Without a meaning of its own for LIKE."""
    return word.replace("!", "!!").replace("%", "!%").replace("_", "!_")
