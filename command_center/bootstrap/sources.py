"""Reads the sources that the room has connected, also those connected while it is open."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Thread

from command_center.bootstrap.room import OpenedRoom
from command_center.domain.room import Source, SourceKind


class SourceKeeper:
    """One connector per enabled pull source. `follow` never waits: a connector that is to end may
    be in the middle of an answer."""

    def __init__(self, room: OpenedRoom) -> None:
        self._room = room
        self._reading: dict[str, str] = {}

    def follow(self, sources: Iterable[Source]) -> None:
        """Bring what is read to what the directory says now."""
        wanted = {s.id: s for s in sources if s.kind is SourceKind.PULL and s.enabled}
        for id, url in list(self._reading.items()):
            if id not in wanted or wanted[id].url != url:
                del self._reading[id]
                connector = self._room.connectors.pop(id)
                Thread(target=connector.stop, name=f"end-{id[:20]}", daemon=True).start()
        for id, source in wanted.items():
            if id not in self._reading:
                self._reading[id] = source.url
                self._room.connect(source)
