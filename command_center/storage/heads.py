"""Heads of the log that a workstation signed: what the whole log was at one moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Engine

from command_center.domain.entities import iso
from command_center.runtime.signing import signed_by
from command_center.storage.audit import hash_of
from command_center.storage.damage import Damage, DamageKind
from command_center.storage.link import Link, OwnLink
from command_center.storage.log import decode
from command_center.storage.statements import HEAD
from command_center.storage.times import from_us, to_us

_ROOM = "SELECT id FROM room"
_LAST = "SELECT coalesce(max(seq), 0) FROM signed_head"
_KEEP = "INSERT INTO signed_head (seq, hash, at, workstation_id, signature) VALUES (?, ?, ?, ?, ?)"
_SIGNED = "SELECT seq, hash, at, workstation_id, signature FROM signed_head ORDER BY seq"
_ENTRIES_ABOUT = (
    "SELECT e.seq, e.body FROM event_subject s JOIN event_log e ON e.seq = s.seq"
    ' WHERE s."entity" = ? ORDER BY e.seq'
)


@dataclass(frozen=True, slots=True)
class Head:
    """The log of `room_id` was this at that moment: one hash says all that stands before it."""

    room_id: str
    seq: int
    hash: bytes
    at: datetime
    workstation_id: str

    def message(self) -> bytes:
        """What is signed."""
        fields = (self.room_id, str(self.seq), self.hash.hex(), iso(self.at), self.workstation_id)
        return "\n".join(("pusat-komando head 1", *fields)).encode()


@dataclass(frozen=True, slots=True)
class SignedHead:
    head: Head
    signature: bytes


class Heads:
    """Used by one thread. OperatorError while the database is out of reach."""

    def __init__(self, engine: Engine) -> None:
        self._own = OwnLink(engine)

    def present(self, workstation_id: str, now: datetime) -> Head | None:
        """The head as it stands; None in a database without a room."""
        link = self._own.get()
        with link.transaction(link.dialect.begin_read):
            room = link.one(_ROOM)
            seq, digest = link.one(HEAD)
        at = now.astimezone(UTC)
        return Head(str(room[0]), int(seq), bytes(digest), at, workstation_id) if room else None

    def keep(self, signed: SignedHead) -> bool:
        """False where this head or a later one is signed already."""
        head, link = signed.head, self._own.get()
        with link.transaction(link.dialect.begin_write):
            if int(link.one(_LAST)[0]) >= head.seq:
                return False
            values = (head.seq, head.hash, to_us(head.at), head.workstation_id, signed.signature)
            link.run(_KEEP, values)
        return True

    def check(self, seen: Sequence[Head]) -> Damage | None:
        """Whether the log still is what was seen of it; see `compared`."""
        link = self._own.get()
        with link.transaction(link.dialect.begin_read):
            return compared(link, seen)

    def close(self) -> None:
        self._own.close()


def compared(link: Link, seen: Sequence[Head]) -> Damage | None:
    """Whether the log still is what was `seen` of it, oldest first. What a restored backup lost is
    no damage: the log says that it was restored, and after what."""
    room = link.one(_ROOM)
    room_id = str(room[0]) if room else ""
    unheld: list[Head] = []
    for head in reversed(seen):
        if head.room_id == room_id and hash_of(link, head.seq) == head.hash:
            break
        unheld.append(head)
    good = seen[-len(unheld) - 1].seq if len(unheld) < len(seen) else 0
    restored = _restorations(link) if unheld else []
    against = [head for head in reversed(unheld) if not _explained(head, restored)]
    if not against:
        return None
    if any(head.room_id != room_id for head in against):
        return Damage(DamageKind.REPLACED, 1, against[-1].seq)
    return _lost(against, good, int(link.one(HEAD)[0]))


def _lost(against: Sequence[Head], good: int, last: int) -> Damage:
    contradicted = [head.seq for head in against if head.seq <= last]
    if contradicted:
        return Damage(DamageKind.REWRITTEN, good + 1, contradicted[0])
    return Damage(DamageKind.TAIL_CUT, last + 1, max(head.seq for head in against))


def _explained(head: Head, restored: Sequence[tuple[int, str]]) -> bool:
    return any(head.seq >= seq and iso(head.at) <= at for seq, at in restored)


def _restorations(link: Link) -> list[tuple[int, str]]:
    """(seq, recorded_at) of each entry by which the room began again after a backup."""
    found = []
    for seq, body in link.all(_ENTRIES_ABOUT, ("room",)):
        entry = decode(bytes(body))
        if any(c.entity == "room" and c.was.get("epoch") for c in entry.changes):
            found.append((int(seq), entry.recorded_at))
    return found


def check_signed(link: Link) -> tuple[int, Damage | None]:
    """(heads that hold, the first damage) of those the database itself keeps."""
    room = link.one(_ROOM)
    keys = keys_of(link)
    good: list[Head] = []
    for seq, digest, at, workstation_id, signature in link.all(_SIGNED):
        head = Head(str(room[0]) if room else "", seq, bytes(digest), from_us(at), workstation_id)
        key = key_at(keys, workstation_id, seq)
        if not signed_by(key, bytes(signature), head.message()):
            return len(good), Damage(DamageKind.FORGED_HEAD, seq, seq, workstation_id)
        good.append(head)
        if hash_of(link, seq) != head.hash:
            return len(good) - 1, compared(link, good)
    return len(good), None


def keys_of(link: Link) -> dict[str, list[tuple[int, str]]]:
    """{workstation: [(since seq, public key)]} as the log tells it."""
    keys: dict[str, list[tuple[int, str]]] = {}
    for seq, body in link.all(_ENTRIES_ABOUT, ("workstation",)):
        for change in decode(bytes(body)).changes:
            if change.entity == "workstation" and "public_key" in change.set:
                keys.setdefault(change.id, []).append((int(seq), str(change.set["public_key"])))
    return keys


def key_at(keys: dict[str, list[tuple[int, str]]], workstation_id: str, seq: int) -> str:
    """The key it had when the log had `seq` entries; "" if none."""
    had = [key for since, key in keys.get(workstation_id, []) if since <= seq]
    return had[-1] if had else ""
