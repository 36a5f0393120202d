"""Identifiers made by the client, so that a retried command is the same command."""

from __future__ import annotations

import os
import uuid
from datetime import datetime

_RECORD_SPACE = uuid.UUID("5f0c1c1e-6a53-5d3f-9a39-0c6a2f6f35c1")


def new_id(at: datetime) -> str:
    """A UUIDv7 (RFC 9562) of `at` in milliseconds: sorts by time, unique by 74 random bits."""
    milliseconds = int(at.timestamp() * 1000) & (1 << 48) - 1
    tail = int.from_bytes(os.urandom(10), "big")
    value = milliseconds << 80 | 0x7 << 76 | (tail >> 68 & 0xFFF) << 64
    value |= 0b10 << 62 | tail & (1 << 62) - 1
    return str(uuid.UUID(int=value))


def record_op_id(source: str, record_id: str) -> str:
    """The op_id of one record of one source: the same record read twice acts once."""
    return str(uuid.uuid5(_RECORD_SPACE, f"{source}\x00{record_id}"))
