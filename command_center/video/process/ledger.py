"""What the window knows of its cameras across the lives of the engine's process."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import count

from command_center.video.facts import COLD_FAILURES, NEVER, Facts
from command_center.video.model import CameraSpec, Reason
from command_center.video.process.board import ROWS, BoardReader, Place


@dataclass(slots=True)
class Entry:
    """A shown camera. `read` are the newest facts of this process that could be read: a row that
    is being written is no news. `carried` are those of an earlier process, until this one has
    better."""

    spec: CameraSpec
    place: Place
    shown_s: float
    carried: Facts | None = None
    read: Facts | None = None


class Ledger:
    """Not safe for threads by itself."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}
        self._free = list(range(ROWS - 1, -1, -1))
        self._tokens = count(1)

    def __contains__(self, camera_id: str) -> bool:
        return camera_id in self._entries

    def show(self, specs: Iterable[CameraSpec], now_s: float) -> tuple[set[str], set[str]]:
        """Exactly these from now on. Returns which ids are new and which are gone.

        Raises:
            ValueError: more cameras than the board has rows.
        """
        wanted = {spec.id: spec for spec in specs}
        if len(wanted) > ROWS:
            raise ValueError(f"{len(wanted)} cameras at once")
        gone = self._entries.keys() - wanted.keys()
        for camera in gone:
            self._free.append(self._entries.pop(camera).place.row)
        new = wanted.keys() - self._entries.keys()
        for camera, spec in wanted.items():
            entry = self._entries.get(camera)
            if entry is None:
                self._entries[camera] = Entry(spec, self._place(self._free.pop()), now_s)
            elif entry.spec != spec:
                self._entries[camera] = Entry(spec, self._place(entry.place.row), now_s)
        return set(new), gone

    def cameras(self) -> tuple[tuple[Place, CameraSpec], ...]:
        """All that is shown, and where its facts stand."""
        return tuple((entry.place, entry.spec) for entry in self._entries.values())

    def facts(self, camera_id: str, board: BoardReader | None) -> Facts | None:
        """The best that is known; None when the camera is not shown."""
        entry = self._entries.get(camera_id)
        if entry is None:
            return None
        entry.read = current = (board and board.get(entry.place)) or entry.read
        carried = entry.carried
        if current is None:
            return carried or Facts(began_s=entry.shown_s)
        if carried is None or current.live_s != NEVER:
            entry.carried = None
            return current
        if current.failed_s == NEVER:
            return carried
        return replace(
            current,
            taken_s=max(current.taken_s, carried.taken_s),
            shown_s=max(current.shown_s, carried.shown_s),
        )

    def process_ended(self, board: BoardReader | None, at_s: float, retry_s: float) -> None:
        """Keep what the process knew. `retry_s` is when the next one begins, NEVER for at once."""
        for camera, entry in self._entries.items():
            known = self.facts(camera, board)
            assert known is not None
            entry.carried, entry.read = after_end(known, at_s, retry_s), None

    def _place(self, row: int) -> Place:
        return Place(row, next(self._tokens))


def after_end(facts: Facts, at_s: float, retry_s: float) -> Facts:
    """The facts of a camera whose process has ended.

    One that was connected has failed for a reason of ours; the others stay as they were, unless
    the process is not started again at once: then every tile says when it is.
    """
    pausing = retry_s != NEVER
    if not facts.connected and not pausing:
        return facts
    failures = facts.failures + 1
    return replace(
        facts,
        connected=False,
        failures=max(COLD_FAILURES, failures) if pausing else failures,
        failed_s=at_s if facts.failed_s == NEVER else facts.failed_s,
        reason=Reason.INTERNAL,
        retry_s=retry_s,
    )
