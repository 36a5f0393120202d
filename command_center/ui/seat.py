"""What a panel may reach: handed to each panel when it is made, never looked up."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import tzinfo
from pathlib import Path
from typing import Any

from command_center.domain.errors import OperatorError
from command_center.domain.incident import Attachment
from command_center.domain.permissions import Permission, allowed
from command_center.domain.room import Role, RoomKind
from command_center.domain.targets import Targets
from command_center.geo.city import CityPack
from command_center.ports import Act, Executor, History, Outcome, Tone
from command_center.situation.advising.recommender import Recommender
from command_center.situation.situation import Situation
from command_center.storage.sealed import SealedVault
from command_center.ui.asking import Asking
from command_center.ui.live import Live
from command_center.ui.notices import Notices
from command_center.ui.offline.kept import Kept
from command_center.ui.person import Person
from command_center.ui.presence import Presence
from command_center.ui.real_room import RealRoom
from command_center.ui.roads.lines import RoadLines
from command_center.ui.selection import Selection
from command_center.ui.tasks import Tasks
from command_center.ui.theme import Theme
from command_center.video.api import VideoEngine
from command_center.video.onvif.client import CameraControl

SESSION_OVER = frozenset({"session_ended", "session_missing"})
"""What a server says whose sign-in of this person is over, whatever this seat believes."""


@dataclass(frozen=True, slots=True)
class Seat:
    """One workstation and who sits at it. `pictures` is the folder snapshots are kept in,
    `settings` the one for what a person arranged; None: nothing is kept. `evidence`: recordings of
    cameras made here; `attachments`: files that came with reports, and `bring` fetches one that
    another workstation keeps. `kept`: what waits here for a
    room out of reach; None: nothing may.
    `vault`: personal data of reporters; None: none is kept. `tone`: what rings here; None: nothing
    does, which the window shows. `roads`: the lines of the room's streets on this machine.
    `map_tiles`: a file of pictures to lay the map on. `past`: what is shown has been; it is seen
    and never touched. `real`: how the real room stands beside an exercise."""

    live: Live
    selection: Selection
    tasks: Tasks
    executor: Executor
    history: History
    engine: VideoEngine
    control: CameraControl
    city: CityPack
    theme: Theme
    notices: Notices
    asking: Asking
    recommender: Recommender
    person: Person
    zone: tzinfo
    room_kind: RoomKind
    pictures: Path
    settings: Path | None = None
    evidence: Path | None = None
    attachments: Path | None = None
    bring: Callable[[Attachment], Future[None]] | None = None
    presence: Presence = field(default_factory=Presence)
    kept: Kept | None = None
    vault: SealedVault | None = None
    tone: Tone | None = None
    roads: RoadLines = field(default_factory=RoadLines)
    map_tiles: Path | None = None
    past: bool = False
    real: RealRoom = field(default_factory=RealRoom)

    @property
    def situation(self) -> Situation:
        return self.live.situation

    @property
    def targets(self) -> Targets:
        """The room's, as they are now: not to be kept."""
        return self.situation.clocks.targets

    @property
    def act(self) -> Act:
        """In whose name things are done here now."""
        return self.person.act

    def may(self, permission: Permission) -> bool:
        """Behind the curtain everybody may watch and nobody do anything."""
        if self.past or not self.person.signed_in:
            return permission is Permission.WATCH
        return allowed(self.person.role, permission)

    def may_move(self, unit_id: str) -> bool:
        """A liaison speaks for the units of the own agency only."""
        if self.person.role is not Role.LIAISON:
            return True
        unit, staff = self.situation.unit(unit_id), self.situation.staff(self.act.actor)
        return unit is not None and staff is not None and unit.agency_id == staff.agency_id

    def submit(
        self,
        command: Any,
        done: Callable[[Outcome], None],
        failed: Callable[[OperatorError], None],
        *,
        op_id: str | None = None,
    ) -> None:
        """Hand a command to the write lane; answers on the GUI thread. `op_id`: of what may be
        asked for once only, a new one without."""

        def refused(error: OperatorError) -> None:
            if error.code in SESSION_OVER:
                self.person.lock(error.code)
            failed(error)

        def stored(outcome: Outcome) -> None:
            self.live.hurry()
            done(outcome)

        self.tasks.then(self._future(command, op_id), stored, refused)

    def _future(self, command: Any, op_id: str | None) -> Future[Outcome]:
        if self.person.signed_in:
            return self.executor.submit(command, act=self.act, op_id=op_id)
        refused: Future[Outcome] = Future()
        refused.set_exception(OperatorError("sign_in_first"))
        return refused
