"""Reads the sources that the room has connected, also those connected while it is open."""

from __future__ import annotations

from threading import Lock, Thread

from command_center.bootstrap.room import OpenedRoom
from command_center.domain.room import SourceKind
from command_center.situation.situation import Situation


class SourceKeeper:
    """One connector per enabled pull source: a part of the intake (bootstrap.gateway)."""

    entities = frozenset({"source"})

    def __init__(self, room: OpenedRoom) -> None:
        self._room = room
        self._reading: dict[str, tuple[str, ...]] = {}
        self._lock = Lock()
        self._ended = False

    def start(self) -> None:
        """Connectors begin with the first `follow`."""

    def stop(self) -> None:
        with self._lock:
            self._ended = True
            ending = [self._room.connectors.pop(id) for id in self._reading]
            self._reading.clear()
        for connector in ending:
            connector.stop()

    def follow(self, situation: Situation) -> None:
        """Bring what is read to what the directory says now; a connector that is to end may be in
        the middle of an answer and is not waited for. What somebody else reads is left to them."""
        every = situation.all("source")
        wanted = {s.id: s for s in every if s.kind is SourceKind.PULL and s.enabled}
        with self._lock:
            if self._ended:
                return
            for id, how in list(self._reading.items()):
                if id not in wanted or (wanted[id].url, wanted[id].mapping) != how:
                    del self._reading[id]
                    connector = self._room.connectors.pop(id)
                    Thread(target=connector.stop, name=f"end-{id[:20]}", daemon=True).start()
            for id, source in wanted.items():
                if id not in self._reading and id not in self._room.connectors:
                    self._reading[id] = (source.url, source.mapping)
                    self._room.connect(source)
