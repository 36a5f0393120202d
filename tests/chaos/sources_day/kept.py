"""What a simulated system has on its disk: what it said and heard, whole at every moment."""

from __future__ import annotations

import pickle
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from command_center.exercise.systems.listener import Listener
from command_center.exercise.systems.outgoing import Outgoing

# Threads, sockets, clocks and the way out are the process's own; everything else is remembered.
_OWN_NAMES = frozenset({"_clock", "_folder", "_gate", "_poster", "_port", "_server", "_thread"})
_OWN_KINDS = (type(threading.Lock()), threading.Event, threading.Thread, Listener, Outgoing)


class Kept:
    """`things` by name; what each of them holds is written to `path` and read from it."""

    def __init__(self, path: Path, things: Mapping[str, object]) -> None:
        self._path = path
        self._things = dict(things)
        self._last = b""

    def save(self) -> None:
        """After this the state survives the death of the process."""
        data = pickle.dumps({name: _state(thing) for name, thing in self._things.items()})
        if data == self._last:
            return
        unfinished = self._path.with_suffix(".part")
        unfinished.write_bytes(data)
        unfinished.replace(self._path)
        self._last = data

    def load(self) -> None:
        """As it was saved last; untouched if it never was."""
        if not self._path.is_file():
            return
        for name, state in pickle.loads(self._path.read_bytes()).items():
            vars(self._things[name]).update(state)


def _state(thing: object) -> dict[str, Any]:
    return {
        name: value
        for name, value in vars(thing).items()
        if name not in _OWN_NAMES and not isinstance(value, _OWN_KINDS) and not callable(value)
    }
