"""Personal data under a key per subject, beside the log: with the key the text is destroyed."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Engine

from command_center.commands.sealed import DESTROYED, EXPIRED, OPENED
from command_center.domain.errors import NotAllowed, OperatorError
from command_center.domain.ids import new_id
from command_center.ports import Clock
from command_center.storage.link import SQLITE, Link, OwnLink
from command_center.storage.log import RESULT, decode
from command_center.storage.times import from_us, to_us

KEY_BYTES, NONCE_BYTES = 32, 12
TEXT_LONGEST = 4_000
RAW_LONGEST = 16_000
MOST_ITEMS = 16
FRESH = 1_000
AT_ONCE = 500

_KEEP_KEY = "INSERT INTO sealed_key (subject_id, key, made_at, expires_at) VALUES (?, ?, ?, ?)"
_HIDDEN = (
    "SELECT external_id, reporter_ref FROM report"
    " WHERE source_id = ? AND reporter <> 'open' AND external_id IN ({})"
)
_KEEP_ITEM = (
    "INSERT INTO sealed_item (id, subject_id, what, incident_id, box, at) VALUES (?, ?, ?, ?, ?, ?)"
)
_KEEP_KEYS = (
    "INSERT INTO sealed_key (subject_id, key, made_at, expires_at) VALUES {}"
    " ON CONFLICT DO NOTHING RETURNING subject_id"
)
_KEEP_ITEMS = "INSERT INTO sealed_item (id, subject_id, what, incident_id, box, at) VALUES {}"
_ROOM_KEY = "SELECT key FROM room_key WHERE id = 'reporters'"
_MAKE_ROOM_KEY = "INSERT INTO room_key (id, key) VALUES ('reporters', ?) ON CONFLICT DO NOTHING"
# what was sealed with a report that is attached to the incident was sealed before it was one
_ABOUT = (
    "SELECT k.subject_id, i.what, k.made_at, k.expires_at, k.destroyed_at FROM sealed_item i"
    " JOIN sealed_key k ON k.subject_id = i.subject_id WHERE i.incident_id = ?"
    " OR i.subject_id IN (SELECT r.subject_id FROM report r JOIN incident_report l"
    " ON l.report_id = r.id WHERE l.incident_id = ? AND l.detached_at IS NULL)"
    " ORDER BY i.at, i.id"
)
_DUE = (
    "SELECT subject_id FROM sealed_key WHERE destroyed_at IS NULL AND expires_at <= ?"
    " ORDER BY expires_at LIMIT 500"
)
_STANDING = "SELECT subject_id FROM sealed_key WHERE destroyed_at IS NULL"
_BOXES = (
    "SELECT i.id, i.subject_id, i.what, i.box, k.key FROM sealed_item i JOIN sealed_key k"
    " ON k.subject_id = i.subject_id WHERE i.subject_id = ? AND k.key IS NOT NULL"
    " ORDER BY i.at, i.id"
)
_LOGGED = (
    "SELECT e.body FROM event_log e, log_head h"
    " WHERE e.op_id = ? AND e.kind = ? AND h.seq - e.seq < ?"
)
_IS_LOGGED = "SELECT 1 FROM event_log WHERE op_id = ? AND kind = ?"
# Of the same length first: so the bytes are overwritten where they are.
_BLANK_KEY = "UPDATE sealed_key SET key = zeroblob(32) WHERE subject_id = ? AND key NOTNULL"
_DROP_KEY = (
    "UPDATE sealed_key SET key = NULL, destroyed_at = ? WHERE subject_id = ? AND key NOTNULL"
)
_BLANK_BOX = "UPDATE sealed_item SET box = zeroblob(length(box)) WHERE subject_id = ?"
_DROP_BOX = "UPDATE sealed_item SET box = x'' WHERE subject_id = ?"


@dataclass(frozen=True, slots=True)
class Sealed:
    """That something of somebody is kept: no secret."""

    subject_id: str
    what: tuple[str, ...]
    made_at: datetime
    expires_at: datetime
    destroyed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Opened:
    """One item in the clear; it does not print what it holds."""

    what: str
    text: str = field(repr=False)


class SealedVault:
    """From any thread, one at a time. A PostgreSQL server hands keys and boxes out by itself and
    only for an entry of the log; on SQLite whoever has the file has all."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._own = OwnLink(engine, _overwrite)
        self._clock = clock
        self._lock = threading.Lock()
        self._unwiped = True  # a crash may have come between the two

    def seal(
        self, texts: Mapping[str, str], incident_id: str | None, expires_at: datetime
    ) -> Sealed:
        """Store {what: text} of one person under a new key. Without the command SealPersonal after
        it nobody knows of it, and it expires."""
        _demand_sizes(texts)
        now = self._clock.now()
        subject_id, key = new_id(now), secrets.token_bytes(KEY_BYTES)
        at = to_us(now)
        with self._lock:
            link = self._own.get()
            with link.transaction(link.dialect.begin_write):
                link.run(_KEEP_KEY, (subject_id, key, at, to_us(expires_at)))
                for number, (what, text) in enumerate(texts.items()):
                    item_id = f"{subject_id}:{number:02}"
                    box = _closed(key, subject_id, item_id, what, text)
                    link.run(_KEEP_ITEM, (item_id, subject_id, what, incident_id, box, at))
        return Sealed(subject_id, tuple(texts), now, expires_at, None)

    def keep(self, texts: Mapping[str, Mapping[str, str]], expires_at: datetime) -> None:
        """Store {subject id: {what: text}} in one transaction. A subject that is there already,
        or was and is destroyed, stays as it is."""
        for items in texts.values():
            _demand_sizes(items, RAW_LONGEST)
        wanted = list(texts)
        with self._lock:
            link = self._own.get()
            with link.transaction(link.dialect.begin_write):
                for first in range(0, len(wanted), AT_ONCE):
                    some = {id: texts[id] for id in wanted[first : first + AT_ONCE]}
                    _keep_some(link, some, to_us(self._clock.now()), to_us(expires_at))

    def room_key(self) -> bytes:
        """What this room tells reporters apart with: 32 bytes, made when first asked for."""
        with self._lock:
            link = self._own.get()
            found = link.one(_ROOM_KEY)
            if found is None:
                link.run(_MAKE_ROOM_KEY, (secrets.token_bytes(KEY_BYTES),))
                found = link.one(_ROOM_KEY)  # somebody else's, if they were first
            return bytes(found[0])

    def hidden_reports(self, source_id: str, ids: Sequence[str]) -> dict[str, str]:
        """{report: reporter_ref} of those whose reporter asked to stay hidden."""
        found: dict[str, str] = {}
        with self._lock:
            link = self._own.get()
            for first in range(0, len(ids), AT_ONCE):
                some = ids[first : first + AT_ONCE]
                marks = ", ".join("?" * len(some))
                rows = link.all(_HIDDEN.format(marks), (source_id, *some))
                found |= {str(row[0]): str(row[1]) for row in rows}
        return found

    def about(self, incident_id: str) -> list[Sealed]:
        """What is sealed for an incident, oldest first, destroyed ones too."""
        with self._lock:
            rows = self._own.get().all(_ABOUT, (incident_id, incident_id))
        found: dict[str, list[Any]] = {}
        for row in rows:
            found.setdefault(str(row[0]), []).append(row)
        return [_sealed(id, items) for id, items in found.items()]

    def open(self, op_id: str) -> list[Opened]:
        """The texts of the subject that the stored command OpenSealed `op_id` named.
        NotAllowed("not_logged") without it, OperatorError("sealed_gone") once the key is."""
        with self._lock:
            boxes = self._boxes(op_id)
        if not boxes:
            raise OperatorError("sealed_gone")
        return [_opened(*box) for box in boxes]

    def destroy(self, op_id: str, *, expired: bool = False) -> bool:
        """Destroy the key of the subject that the stored command named; False: it was gone.
        Nothing that anybody kept of the database by then loses it: backups have to age out."""
        kind = EXPIRED if expired else DESTROYED
        with self._lock:
            link = self._own.get()
            if link.dialect is not SQLITE:
                return int(link.one("SELECT destroy_sealed(?, ?)", (op_id, kind))[0]) > 0
            with link.transaction(link.dialect.begin_write):
                subject_id = _subject(link, op_id, kind)
                gone = _erase(link, subject_id, to_us(self._clock.now()))
            self._unwiped = not _empty_wal(link)
            return gone

    def due(self) -> list[str]:
        """Subjects whose day has come, at most 500 at a time."""
        with self._lock:
            rows = self._own.get().all(_DUE, (to_us(self._clock.now()),))
        return [str(row[0]) for row in rows]

    def standing(self) -> list[str]:
        """Subjects whose key is there."""
        with self._lock:
            return [str(row[0]) for row in self._own.get().all(_STANDING)]

    def logged(self, op_id: str, *, expired: bool) -> bool:
        """Whether the log says that it is destroyed, whatever became of that."""
        with self._lock:
            kind = EXPIRED if expired else DESTROYED
            return self._own.get().one(_IS_LOGGED, (op_id, kind)) is not None

    def wipe(self) -> None:
        """What a reader kept from being overwritten in SQLite's write-ahead file."""
        with self._lock:
            link = self._own.get()
            if self._unwiped and link.dialect is SQLITE:
                self._unwiped = not _empty_wal(link)

    def close(self) -> None:
        with self._lock:
            self._own.close()

    def _boxes(self, op_id: str) -> Sequence[Any]:
        link = self._own.get()
        if link.dialect is not SQLITE:
            return link.all("SELECT id, subject_id, what, box, key FROM open_sealed(?)", (op_id,))
        with link.transaction(link.dialect.begin_read):
            return link.all(_BOXES, (_subject(link, op_id, OPENED),))


def _keep_some(
    link: Link, texts: Mapping[str, Mapping[str, str]], at: int, expires_at: int
) -> None:
    """At most AT_ONCE new subjects and what is theirs."""
    keys = {id: secrets.token_bytes(KEY_BYTES) for id in texts}
    values: list[Any] = []
    for id, key in keys.items():
        values += (id, key, at, expires_at)
    ours = {str(row[0]) for row in link.all(_KEEP_KEYS.format(_marks(4, len(keys))), values)}
    items: list[tuple[Any, ...]] = []
    for id in (id for id in texts if id in ours):
        for number, (what, text) in enumerate(texts[id].items()):
            item_id = f"{id}:{number:02}"
            box = _closed(keys[id], id, item_id, what, text)
            items.append((item_id, id, what, None, box, at))
    for first in range(0, len(items), AT_ONCE):
        some = items[first : first + AT_ONCE]
        link.run(_KEEP_ITEMS.format(_marks(6, len(some))), [one for row in some for one in row])


def _marks(width: int, rows: int) -> str:
    return ", ".join([f"({', '.join('?' * width)})"] * rows)


def _overwrite(link: Link) -> None:
    """What is deleted over this connection is overwritten with zeros."""
    if link.dialect is SQLITE:
        link.one("PRAGMA secure_delete = ON")


def _empty_wal(link: Link) -> bool:
    """Everything into the file itself. False: a reader is in the way, and meanwhile nobody else
    shall wait to write; it is tried again at the next `wipe`."""
    link.one("PRAGMA busy_timeout = 50")
    try:
        return bool(link.one("PRAGMA wal_checkpoint(TRUNCATE)")[0] == 0)
    except OperatorError:
        return False
    finally:
        link.one("PRAGMA busy_timeout = 5000")


def _subject(link: Link, op_id: str, kind: str) -> str:
    """Whom the stored command was about; as open_sealed of the PostgreSQL edition asks."""
    found = link.one(_LOGGED, (op_id, kind, FRESH))
    if found is None:
        raise NotAllowed("not_logged", about=kind)
    return str(decode(bytes(found[0])).inputs[RESULT]["subject_id"])


def _erase(link: Link, subject_id: str, now_us: int) -> bool:
    link.run(_BLANK_KEY, (subject_id,))
    gone = bool(link.run(_DROP_KEY, (now_us, subject_id)).rowcount)
    link.run(_BLANK_BOX, (subject_id,))
    link.run(_DROP_BOX, (subject_id,))
    return gone


def _demand_sizes(texts: Mapping[str, str], longest: int = TEXT_LONGEST) -> None:
    if not texts or len(texts) > MOST_ITEMS:
        raise OperatorError("sealed_size", limit=MOST_ITEMS)
    for what, text in texts.items():
        if not text or len(text) > longest or not 0 < len(what) <= 40:
            raise OperatorError("text_too_long", limit=longest)


def _bound(subject_id: str, item_id: str, what: str) -> bytes:
    """A box opens in its own place only."""
    return "\n".join((subject_id, item_id, what)).encode()


def _closed(key: bytes, subject_id: str, item_id: str, what: str, text: str) -> bytes:
    nonce = secrets.token_bytes(NONCE_BYTES)
    box = AESGCM(key).encrypt(nonce, text.encode(), _bound(subject_id, item_id, what))
    return nonce + box


def _opened(item_id: str, subject_id: str, what: str, box: bytes, key: bytes) -> Opened:
    whole = bytes(box)
    try:
        text = AESGCM(bytes(key)).decrypt(
            whole[:NONCE_BYTES], whole[NONCE_BYTES:], _bound(subject_id, item_id, what)
        )
    except (InvalidTag, ValueError):
        raise OperatorError("sealed_spoilt", what=what) from None
    return Opened(what, text.decode())


def _sealed(subject_id: str, items: Sequence[Any]) -> Sealed:
    _, _, made_at, expires_at, destroyed_at = items[0]
    gone = from_us(destroyed_at) if destroyed_at is not None else None
    what = tuple(str(item[1]) for item in items)
    return Sealed(subject_id, what, from_us(made_at), from_us(expires_at), gone)
