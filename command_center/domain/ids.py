"""Identifiers made by the client, so that a retried command is the same command."""

from __future__ import annotations

import hashlib
import os
import uuid
from collections.abc import Callable
from datetime import datetime
from itertools import count

_RECORD_SPACE = uuid.UUID("5f0c1c1e-6a53-5d3f-9a39-0c6a2f6f35c1")


def new_id(at: datetime) -> str:
    """A UUIDv7 (RFC 9562) of `at` in milliseconds: sorts by time, unique by 74 random bits."""
    tail = int.from_bytes(os.urandom(10), "big")
    return _version_7(_milliseconds(at), tail >> 68, tail)


def first_id(at: datetime) -> str:
    """No id that `new_id` makes at `at` or later sorts before it."""
    return _version_7(_milliseconds(at), 0, 0)


def ids_of(op_id: str, at: datetime) -> Callable[[], str]:
    """Makes the ids of what one operation adds: the same each time it is worked out, so that what
    was kept while the room was out of reach has its ids before the room knows of it. They carry
    the time of the `op_id`, or `at` where it has none, and sort in the order they were made."""
    milliseconds, numbers = _time_of(op_id, at), count()

    def make() -> str:
        number = next(numbers)
        digest = hashlib.sha256(f"{op_id}\x00{number}".encode()).digest()
        return _version_7(milliseconds, number, int.from_bytes(digest[:8], "big"))

    return make


def _milliseconds(at: datetime) -> int:
    return int(at.timestamp() * 1000)


def _time_of(op_id: str, at: datetime) -> int:
    try:
        known = uuid.UUID(op_id)
    except ValueError:
        return _milliseconds(at)
    return known.int >> 80 if known.version == 7 else _milliseconds(at)


def _version_7(milliseconds: int, middle: int, tail: int) -> str:
    value = (milliseconds & (1 << 48) - 1) << 80 | 0x7 << 76 | (middle & 0xFFF) << 64
    value |= 0b10 << 62 | tail & (1 << 62) - 1
    return str(uuid.UUID(int=value))


def record_op_id(source: str, record_id: str) -> str:
    """The op_id of one record of one source: the same record read twice acts once."""
    return str(uuid.uuid5(_RECORD_SPACE, f"{source}\x00{record_id}"))
