"""What a person had typed and not sent, kept beside the room so that no crash takes it.

It is put back where it was typed, for the same person at the same workstation, and never sent by
itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer

from command_center.domain.errors import OperatorError
from command_center.runtime.files import unspoken, write_private
from command_center.ui.person import NOBODY
from command_center.ui.seat import Seat

KEEP_MS = 1500
GOOD_FOR = timedelta(hours=24)
LARGEST, MOST_TEXTS = 1_000_000, 50
Unsent = dict[str, Any]


class Part(Protocol):
    """A panel that text is typed in. Its values are plain JSON."""

    def unsent(self) -> Unsent:
        """What was typed and not sent; empty if nothing was."""

    def put_back(self, kept: Unsent) -> None:
        """Show it again as it was; what is no longer valid is left out."""

    def forget_unsent(self) -> None:
        """Somebody else sits here now."""


def texts_of(kept: object, longest: int) -> dict[str, str]:
    """Texts by id out of what a file said; anything else in it is left out."""
    if not isinstance(kept, dict):
        return {}
    texts = {id: text[:longest] for id, text in kept.items() if isinstance(text, str)}
    return dict(list(texts.items())[:MOST_TEXTS])


class Drafts(QObject):
    """Looks every 1.5 s and writes what changed from the I/O pool, until `stop`."""

    def __init__(
        self, seat: Seat, parts: Mapping[str, Part], folder: Path, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._seat = seat
        self._parts = parts
        self._folder = folder
        self._actor = seat.act.actor
        self._kept: Unsent = {}
        self._ready = False
        self._writing = False
        seat.person.changed.connect(self._person_changed)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.keep)
        self._timer.start(KEEP_MS)
        self._read()

    def stop(self) -> None:
        """Write the last of it now: the window is closing."""
        self._timer.stop()
        state = self._state()
        if self._ready and state != self._kept:
            _write(self._file(), state, self._seat.live.now())

    def keep(self) -> None:
        """Write what is on the screen if it is not what is in the file."""
        state = self._state()
        if not self._ready or self._writing or state == self._kept:
            return
        self._write(state)

    def _write(self, state: Unsent) -> None:
        self._writing, file, now = True, self._file(), self._seat.live.now()
        self._seat.tasks.run(
            lambda: _write(file, state, now), lambda _: self._written(state), self._failed
        )

    def _written(self, state: Unsent) -> None:
        self._writing, self._kept = False, state

    def _failed(self, _error: OperatorError) -> None:
        self._writing = False

    def _state(self) -> Unsent:
        typed = {name: kept for name, part in self._parts.items() if (kept := part.unsent())}
        selected = self._seat.selection.incident_id
        return {**typed, "selected": selected} if selected else dict(typed)

    # --- whose it is ---------------------------------------------------------------------------

    def _person_changed(self) -> None:
        """Somebody else's words are put away before the next person sees them."""
        actor = self._seat.act.actor
        if actor == self._actor:
            return
        if self._ready:
            self._write(self._state())
        self._actor, self._ready, self._kept = actor, False, {}
        for part in self._parts.values():
            part.forget_unsent()
        self._read()

    def _file(self) -> Path:
        """Its name says nothing of who it is."""
        return self._folder / f"unsent-{unspoken(self._actor)}.json"

    def _read(self) -> None:
        if self._actor == NOBODY:
            return
        actor, file, now = self._actor, self._file(), self._seat.live.now()

        def take(kept: Unsent) -> None:
            if actor == self._actor:
                self._put_back(kept)

        self._seat.tasks.run(lambda: _read(file, now), take, lambda _: take({}))

    def _put_back(self, kept: Unsent) -> None:
        for name, part in self._parts.items():
            mine = kept.get(name)
            if isinstance(mine, dict) and not part.unsent():
                part.put_back(mine)
        if any(part.unsent() for part in self._parts.values()):
            self._seat.notices.done("unsent_put_back")
        selected = kept.get("selected")
        if isinstance(selected, str) and self._seat.situation.incident(selected) is not None:
            self._seat.selection.select_incident(selected)
        self._kept, self._ready = kept, True


def _write(file: Path, state: Unsent, now: datetime) -> None:
    try:
        if state:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_private(file, json.dumps({**state, "at": now.isoformat()}))
        else:
            file.unlink(missing_ok=True)
    except OSError as error:
        raise OperatorError("disk_full") from error


def _read(file: Path, now: datetime) -> Unsent:
    """Empty for what is not there, not ours or from another day."""
    try:
        with file.open("rb") as opened:
            kept = json.loads(opened.read(LARGEST))
        at = datetime.fromisoformat(kept.pop("at"))
        fresh = timedelta(0) <= now - at <= GOOD_FOR
    except (OSError, ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return {}
    return dict(kept) if fresh else {}
