"""What keeps a window standing: its pulse for the supervisor, bugs that are told and survived,
and the last crash named once."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from command_center.bootstrap.database_watch import KEY as DATABASE
from command_center.runtime.crash import START_AGAIN, Vitals, untold
from command_center.runtime.logs import catch_bugs, logs_dir
from command_center.storage.salvage import suspect_file
from command_center.ui.application import application
from command_center.ui.bug_notice import BugNotice
from command_center.ui.drafts import Drafts, Part
from command_center.ui.pulse import Pulse, end_when_asked
from command_center.ui.seat import Seat
from command_center.ui.window import Window

TYPED_IN = ("call", "detail")


def leave_when_damaged(seat: Seat, file: Path | None) -> None:
    """A page that cannot be read is not repaired under an open window: it ends, and the next one
    looks at the whole file first (bootstrap.database.salvage)."""

    def look() -> None:
        told = seat.situation.health.get(DATABASE)
        if file is not None and told is not None and told.code == "database_corrupt":
            suspect_file(file).touch()
            application().exit(START_AGAIN)

    seat.live.telemetry.connect(look)


class Standing:
    """From the first showing of the window to `leave`."""

    def __init__(self, seat: Seat, window: Window, vitals: Vitals | None, *, keep: bool) -> None:
        """`vitals` None: nobody watches over this window. `keep` what is typed and not sent."""
        self._vitals = vitals
        typed = {name: window.docks[name].panel for name in TYPED_IN if name in window.docks}
        self._drafts: Drafts | None = None
        if keep and seat.settings is not None:
            self._drafts = Drafts(seat, cast("dict[str, Part]", typed), seat.settings)
        self._bugs = BugNotice(seat.notices)
        catch_bugs(self._bugs.happened.emit)
        self._pulse: Pulse | None = None
        if vitals is not None:
            self._pulse = Pulse(vitals.beat)
            end_when_asked(application().quit)
            if (crash := untold(logs_dir())) is not None:
                seat.notices.done("crash_before", id=crash)

    def leave(self) -> None:
        """The window is closing: its silence is no crash."""
        catch_bugs()
        if self._drafts is not None:
            self._drafts.stop()
        if self._pulse is not None and self._vitals is not None:
            self._pulse.stop()
            self._vitals.leave()
