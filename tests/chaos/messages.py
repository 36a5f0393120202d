"""What a PostgreSQL client says, as far as it is about committing."""

from __future__ import annotations

import struct

_SSL_REQUEST, _GSS_REQUEST = 80877103, 80877104


class Talk:
    """Hears a client's bytes in order."""

    def __init__(self) -> None:
        self._rest = b""
        self._begun = False
        self._commits: set[bytes] = set()

    def hear(self, data: bytes) -> bool:
        """Whether this completes the order to commit, plain or prepared under some name."""
        self._rest += data
        found = False
        while True:
            head = 1 if self._begun else 0
            if len(self._rest) < head + 4:
                return found
            (length,) = struct.unpack_from("!I", self._rest, head)
            if len(self._rest) < head + length:
                return found
            kind, body = self._rest[:head], self._rest[head + 4 : head + length]
            self._rest = self._rest[head + length :]
            if self._begun:
                found = self._commits_by(kind, body) or found
            else:
                self._begin(body)

    def _begin(self, body: bytes) -> None:
        """Requests for encryption come before the start itself."""
        (code,) = struct.unpack_from("!I", body)
        self._begun = code not in (_SSL_REQUEST, _GSS_REQUEST)

    def _commits_by(self, kind: bytes, body: bytes) -> bool:
        if kind == b"Q":
            return _is_commit(body)
        if kind == b"P":
            name, query = body.split(b"\0")[:2]
            (self._commits.add if _is_commit(query) else self._commits.discard)(name)
        if kind == b"B":
            return body.split(b"\0")[1] in self._commits
        return False


def _is_commit(query: bytes) -> bool:
    return query.strip(b"\0 ;").upper() == b"COMMIT"
