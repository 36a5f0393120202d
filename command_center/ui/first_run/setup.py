"""What the guided page asks for. Everything here waits: it is called from the I/O pool only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from command_center.domain.room import SourceKind
from command_center.runtime.bundle import Bundle, Change
from command_center.ui.first_run.folder import Folder


class Machine(StrEnum):
    """What this machine is: a room of its own, a seat of a room, or where a room begins."""

    SINGLE = "single"
    JOIN = "join"
    SERVER = "server"


class Step(StrEnum):
    """In their order."""

    LANGUAGE = "language"
    BUNDLE = "bundle"
    MACHINE = "machine"
    DATABASE = "database"
    ADMINISTRATOR = "administrator"
    SOURCES = "sources"
    CAMERAS = "cameras"
    CITY = "city"
    END = "end"


class Mark(StrEnum):
    """ELSEWHERE: the room has it from another machine."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"
    ELSEWHERE = "elsewhere"


MAY_WAIT = frozenset({Step.BUNDLE, Step.ADMINISTRATOR, Step.SOURCES, Step.CAMERAS, Step.CITY})
"""The administrator only of a room in a file: one in a server is founded along with him."""
OF_THE_ROOM = frozenset({Step.ADMINISTRATOR, Step.SOURCES, Step.CAMERAS, Step.CITY})


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the page is, and what was set by it; no secret. `marks` of steps not in it: OPEN."""

    language: str = "id"
    machine: Machine = Machine.SINGLE
    url: str = ""
    pack: str = ""
    gateway: str = ""
    certificate: str = ""
    key: str = ""
    marks: Mapping[Step, Mark] = field(default_factory=dict)

    def mark(self, step: Step) -> Mark:
        if self.machine is Machine.JOIN and step in OF_THE_ROOM:
            return Mark.ELSEWHERE
        found = self.marks.get(step, Mark.OPEN)
        return Mark.OPEN if found is Mark.SKIPPED and not self.may_wait(step) else found

    def may_wait(self, step: Step) -> bool:
        waits = step is not Step.ADMINISTRATOR or self.machine is Machine.SINGLE
        return waits and step in MAY_WAIT

    def next_after(self, step: Step | None = None) -> Step:
        """The first that is still to be done, from the one after `step` on; the end if none is."""
        steps = list(Step)
        later = steps[steps.index(step) + 1 :] if step is not None else steps
        return next((one for one in later if self.mark(one) is Mark.OPEN), Step.END)

    def reachable(self, step: Step) -> bool:
        """Whether everything that must not wait was done before it."""
        earlier = list(Step)[: list(Step).index(step)]
        needed = [one for one in earlier if not self.may_wait(one)]
        return self.mark(step) is not Mark.ELSEWHERE and all(
            self.mark(one) in (Mark.DONE, Mark.ELSEWHERE) for one in needed
        )

    def before(self, step: Step) -> Step | None:
        """The one to go back to; what the room has from elsewhere is passed over."""
        steps = list(Step)[: list(Step).index(step)]
        return next((one for one in reversed(steps) if self.mark(one) is not Mark.ELSEWHERE), None)


@dataclass(frozen=True, slots=True)
class Opened:
    """A bundle that was read, and what it would change here. `sealed` names the secrets that are
    taken; `foreign_login`: it also brings somebody else's login at the server, which is not."""

    bundle: Bundle
    changes: tuple[Change, ...]
    sealed: tuple[str, ...] = ()
    foreign_login: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """Of the machine's role. `password` "" = what is kept already, or a pass file."""

    machine: Machine
    url: str = ""
    password: str = field(default="", repr=False)
    pack: str = ""
    gateway: str = ""
    certificate: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """Of the database. `room` "" = it is still to be founded; `ahead_s` as storage.trial."""

    room: str
    administrator: bool
    ahead_s: float | None


@dataclass(frozen=True, slots=True)
class SourceDraft:
    """`contract`: it answers contract v1; otherwise in the format of its own that the shipped
    mapping of its profile reads."""

    profile: str
    kind: SourceKind
    url: str
    contract: bool = False


@dataclass(frozen=True, slots=True)
class Tried:
    """What a source would give: records taken and refused of its first page, or files found."""

    taken: int
    refused: int


@dataclass(frozen=True, slots=True)
class SourceKept:
    """`key` and `secret` of one that sends by itself, shown once; "" of others."""

    id: str
    key: str = ""
    secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Preview:
    """Of a file before it is taken. `sha256` holds it to what was read; `refused` counts rows, the
    sentences of `faults` may be more."""

    what: str
    path: Path
    sha256: str
    layout: str
    base: str
    rows: int
    outside: int
    refused: int
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CityFacts:
    """Of the room's city, as its pack says."""

    name: str
    areas: int
    places: int
    bounded: bool


class Setup(Protocol):
    """OperatorError says what is wrong; then nothing of that call was kept."""

    def standing(self) -> Standing: ...

    def keep_language(self, code: str) -> Standing: ...

    def skip(self, step: Step) -> Standing: ...

    def finish(self, step: Step) -> Standing:
        """The step is done as it stands."""

    def pass_over(self, step: Step) -> Standing:
        """The room has it already."""

    def folder(self, where: Path | None, endings: tuple[str, ...]) -> Folder:
        """To look for a file in: `where`, or what is there above it; None: the account's own."""

    def read_bundle(self, path: Path) -> Opened: ...

    def use_bundle(self, bundle: Bundle, phrase: str, login: str, password: str) -> Standing: ...

    def choose(self, choice: Choice) -> Standing: ...

    def try_database(self) -> Found: ...

    def make_administrator(self, name: str, login: str, password: str) -> Standing: ...

    def sources(self) -> tuple[str, ...]:
        """Names of those that are connected, besides the telephone."""

    def try_source(self, draft: SourceDraft) -> Tried: ...

    def keep_source(self, draft: SourceDraft) -> SourceKept: ...

    def cameras(self) -> int: ...

    def city(self) -> CityFacts: ...

    def look(self, what: str, path: Path, layout: str, base: str) -> Preview: ...

    def take(self, preview: Preview) -> int:
        """How many rows were stored."""

    def close(self) -> Standing:
        """From now on this machine is set up."""
