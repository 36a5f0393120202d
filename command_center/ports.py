"""What the rooms need of each other, as protocols."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from command_center.domain.clocks import Clock as RoomClock
from command_center.domain.clocks import Sample
from command_center.domain.incident import Disposition, IncidentStatus, Priority
from command_center.domain.instruction import ToldHit
from command_center.domain.log import Act, LogEntry, StoredEntry
from command_center.domain.partner import PhoneCall
from command_center.domain.permissions import Permission

Row = TypeVar("Row")
LARGEST_SKEW_S = 2.0


class Clock(Protocol):
    """The one clock of a process: live, of the log, or scaled."""

    def now(self) -> datetime:
        """Aware UTC."""


@dataclass(frozen=True, slots=True)
class Among:
    """In place of a value that `UnitOfWork.find` compares with: any of these, none of them None."""

    values: Collection[object]


class UnitOfWork(Protocol):
    """One open transaction. Everything done through it becomes rows and one log entry."""

    def get(self, kind: type[Row], id: str) -> Row:
        """The row as of this transaction; NotFound."""

    def recall(self, kind: type[Row], id: str) -> Row:
        """As `get`, or as this transaction has read it with `recall` or written it before: for
        what many commands of one transaction look at in turn."""

    def find(self, kind: type[Row], /, **equal: object) -> list[Row]:
        """Rows whose fields equal the given values, oldest first. None = IS NULL; `Among` many in
        one question, however many. What a room sets once in a while is read once a transaction."""

    def add(self, row: Any) -> None:
        """A new row; its version must be 1."""

    def change(self, row: Row, **fields: object) -> Row:
        """Set fields of the row that was read at its version; Conflict if it moved on since.
        Fields that already hold the value are left out; with none left the row is returned."""

    def next_number(self, day: str) -> int:
        """The next incident number of that local day, from 1."""

    def newest_change(self, entity: str, id: str, field: str = "") -> StoredEntry | None:
        """The last entry that touched the row, or set this field of it: who won a Conflict."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command did. `seq` None: nothing was written. `replayed`: it had acted before;
    `local`: kept at this workstation until the room can be told; `result` are the handler's own
    values (ids it made), `inputs` what it was decided on."""

    op_id: str
    seq: int | None
    kind: str
    result: Mapping[str, Any] = field(default_factory=dict)
    inputs: Mapping[str, Any] = field(default_factory=dict)
    replayed: bool = False
    local: bool = False


@dataclass(frozen=True, slots=True)
class Undertaking:
    """What is done, under which permission and by whom. `agency_id`: whose units alone it may
    touch, None = any; `late`: entered out of the room's reach, perhaps by who signed out since."""

    kind: str
    permission: Permission
    actor: str
    agency_id: str | None = None
    late: bool = False


@dataclass(slots=True)
class Entered:
    """An entry on its way into the log; `seq` and `hash` are the commit's to give."""

    entry: LogEntry
    seq: int = 0
    hash: bytes = b""


class Transaction(UnitOfWork, Protocol):
    """The storage's side of a unit of work, seen by the executor only."""

    def outcome_of(self, op_id: str) -> Outcome | None:
        """What this op_id did, if it has acted before. Changes after it are written under it."""

    def expect(self, op_ids: Sequence[str]) -> None:
        """These are asked for next: which of them have not acted is looked up at once. One that
        acts elsewhere meanwhile is DoneElsewhere and to be asked for again."""

    def hold(self, kind: type[Row], /, *, alone: bool, **equal: object) -> list[Row]:
        """As `find`, held until the commit: by many at once, `alone` when all others let go."""

    def undertake(self, undertaking: Undertaking) -> None:
        """As what the changes under the op_id are done: the database is shown the session of that
        person. Without it only who owns the database may change anything."""

    def savepoint(self) -> AbstractContextManager[None]:
        """Rolls back to here when left by an exception."""

    def append(self, entry_head: EntryHead) -> Entered | None:
        """Write the log entry of all changes since the last append; None if there were none
        and the head does not insist. `result` is kept in the entry's inputs under "result"."""


@dataclass(frozen=True, slots=True)
class EntryHead:
    """An entry before its changes are known. `always`: worth an entry even without changes."""

    kind: str
    op_id: str
    act: Act
    occurred_at: datetime
    recorded_at: datetime
    inputs: Mapping[str, Any]
    result: Mapping[str, Any]
    always: bool = False


class Storage(Protocol):
    def begin(self) -> AbstractContextManager[Transaction]:
        """A write transaction; commits when left, rolls back on an exception."""


class Executor(Protocol):
    def submit(
        self, command: Any, *, act: Act | None = None, op_id: str | None = None
    ) -> Future[Outcome]:
        """Run a command on the write lane. The future fails with OperatorError or a bug."""


@dataclass(frozen=True, slots=True)
class RowsSnapshot:
    """Rows and the log's head read together. `rows` = {entity: [field dicts, JSON values]}."""

    seq: int
    hash: bytes
    epoch: str
    rows: Mapping[str, Sequence[Mapping[str, Any]]]


class LinkState(StrEnum):
    """How far the database is trusted to answer: within 2 s, within 5 s, not at all."""

    ONLINE = "online"
    DOUBTFUL = "doubtful"
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class Connection:
    """How this workstation reaches its database. `code` names the sentence, "" while all is well;
    `since` is when `state` began and `last_ok_at` the last answer, by this machine's clock;
    `heard_s` is that answer by time.monotonic(), for an age no step of the clock can falsify.
    `skew_s` is this machine's clock minus the database's, None while unknown."""

    state: LinkState
    since: datetime
    last_ok_at: datetime
    code: str = ""
    skew_s: float | None = None
    heard_s: float = 0.0
    params: Mapping[str, Any] = field(default_factory=dict)

    @property
    def online(self) -> bool:
        return self.state is LinkState.ONLINE

    @property
    def skewed(self) -> bool:
        """This machine's clock is too far off for its times to be believed."""
        return self.skew_s is not None and abs(self.skew_s) > LARGEST_SKEW_S


class ConnectionWatch(Protocol):
    """Whoever asks the database whether it still answers."""

    @property
    def connection(self) -> Connection:
        """As of now; from any thread."""

    def subscribe(self, hear: Callable[[Connection], None]) -> None:
        """`hear` is called, from the watch's own thread, with each change of it."""


class ChangeFeed(Protocol):
    """Whole entries in order, none missed: the next seq is the last plus one. `on_broken(seq)` is
    told, from the feed's thread, that the log does not continue what was delivered; the feed has
    then ended and its holder takes a new snapshot."""

    on_broken: Callable[[int], None]

    def snapshot(self, closed_since: datetime | None) -> RowsSnapshot:
        """Open work and facts, and incidents closed since; None = all history."""

    def start(self, after: int, deliver: Callable[[Sequence[StoredEntry]], None]) -> None:
        """Deliver every entry after `after` from the feed's own thread until `stop`."""

    def stop(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Hit:
    """An incident that holds all words; `context` is the text around the first of them. `place`
    goes into `find` for the page after it."""

    incident_id: str
    number: int
    day: str
    title: str
    status: IncidentStatus
    priority: Priority
    opened_at: datetime
    closed_at: datetime | None
    disposition: Disposition | None
    place: int
    context: str


@dataclass(frozen=True, slots=True)
class ActivityCount:
    """How many lines of the air, not struck through, were of a kind of partner, an activity and a
    kelurahan; "" where the speaker or the activity is not known."""

    kind: str
    activity: str
    area_code: str
    lines: int


@dataclass(frozen=True, slots=True)
class CallsBefore:
    """Other calls of a call's number, and of its place in the last 90 days; newest first."""

    of_number: tuple[PhoneCall, ...] = ()
    of_place: tuple[PhoneCall, ...] = ()


@dataclass(frozen=True, slots=True)
class FalseReport:
    """A call or report of `caller_ref` that was found false, or that a person marked as a joke
    (`marked`), and when; `incident_id` None: nothing was made of it."""

    caller_ref: str
    incident_id: str | None
    at: datetime
    marked: bool = False


@dataclass(frozen=True, slots=True)
class SamplePage:
    """Some samples of one clock, of `read` rows looked at; `after` goes into the question for the
    page behind it, None: there is none."""

    samples: Sequence[Sample]
    after: str | None
    read: int


@dataclass(frozen=True, slots=True)
class ClocksPage:
    """The same `read` rows measured by several clocks, `samples` of each."""

    samples: Sequence[Sequence[Sample]]
    read: int


class History(Protocol):
    """The read lane: past entries, never the write lane's business."""

    def find(self, text: str, before: int | None = None, limit: int = 50) -> Sequence[Hit]:
        """Incidents with a word that begins with each word of `text`, last stored first; `before`
        is the `place` of the last one seen. OperatorError("search_too_short")."""

    def about(self, entity: str, id: str, up_to: int, limit: int) -> Sequence[StoredEntry]:
        """Entries that touched a subject, oldest first, none after `up_to`."""

    def openings(self, entity: str, up_to: int) -> Iterator[StoredEntry]:
        """The first entry about each subject of a kind, newest first, none after `up_to`."""

    def entries(self, after: int = 0) -> Iterator[StoredEntry]:
        """The whole log in order."""

    def told(self, text: str, limit: int = 50) -> Sequence[ToldHit]:
        """Those with every word of `text`, newest first. OperatorError("search_too_short")."""

    def calls_before(self, call: PhoneCall, limit: int) -> CallsBefore:
        """At most `limit` of each, however long ago."""

    def false_reports(self, refs: Sequence[str], since: datetime) -> Sequence[FalseReport]:
        """Newest first: marks that stand, and unmarked incidents closed as false since then."""

    def activities(self, since: datetime, until: datetime) -> Sequence[ActivityCount]:
        """Of lines said from `since` until before `until`."""

    def samples(
        self, clock: RoomClock, since: datetime, until: datetime, after: str | None = None
    ) -> SamplePage:
        """What belongs to the time from `since` until before `until`, page after page."""

    def clocks(self, since: datetime, until: datetime) -> Generator[ClocksPage, None, None]:
        """What belongs to that time as it is at one moment: incidents, orders and calls, a page of
        one kind after the other. The reading ends with the iterator: whoever leaves it early
        closes it."""

    def notes_beginning(self, words: str, incidents: Sequence[str]) -> Sequence[tuple[str, str]]:
        """(incident, text) of their notes that begin so and stand, oldest first."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a unit said it was. `at` is its own clock, `course_deg` from north."""

    unit_id: str
    lat: float
    lon: float
    accuracy_m: float | None
    speed_mps: float | None
    course_deg: float | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Health:
    """How a source, a camera or the database is. `state` is ok, degraded or down; `code` and
    `params` name the sentence; `last_ok_at` None = never."""

    kind: str
    id: str
    state: str
    code: str
    params: Mapping[str, str]
    at: datetime
    last_ok_at: datetime | None
    next_try_at: datetime | None


class Telemetry(Protocol):
    """Beside the log: newest value wins, unchained."""

    def put_positions(self, positions: Sequence[Position]) -> None: ...

    def put_health(self, health: Health) -> None: ...

    def positions(self) -> Mapping[str, Position]: ...

    def health(self) -> Mapping[tuple[str, str], Health]: ...

    def listen(self, listener: Callable[[], None]) -> None:
        """`listener` is called, from some thread, when there may be something new."""


class Tone(Protocol):
    """What makes tones heard at this workstation. `fault`: the code of why nothing is heard."""

    fault: str

    def play(self, wav: bytes) -> None:
        """A whole WAV file; returns at once."""

    def close(self) -> None:
        """What is heard ends now."""


@dataclass(frozen=True, slots=True)
class Challenge:
    """What the proof of a password is computed with (runtime.passwords)."""

    staff_id: str
    salt: bytes
    params: str


@dataclass(frozen=True, slots=True)
class Session:
    """A sign-in that the database knows. `token` stays in memory; `must_change`: with a password
    somebody else gave."""

    id: str
    token: bytes = field(repr=False)
    staff_id: str
    started_at: datetime
    ends_at: datetime
    must_change: bool


class People(Protocol):
    """Who may sign in and who has. Every call waits for the database; OperatorError."""

    def challenge(self, login: str) -> Challenge:
        """Of an unknown login: one that looks like any other and is the same each time."""

    def sign_in(self, login: str, proof: bytes, workstation: str) -> Session:
        """OperatorError("sign_in_refused"), after five ("sign_in_locked", until=datetime)."""

    def sign_out(self, session: Session) -> None:
        """Without effect if it has ended."""

    def open_machine(self, workstation: str) -> Session:
        """The program's own session at this workstation."""

    def set_password(
        self,
        session: Session | None,
        staff_id: str,
        salt: bytes,
        params: str,
        verifier: bytes,
        must_change: bool,
    ) -> None:
        """One's own or, for an administrator, anybody's; ends the lock-out. `session` None: whoever
        holds the database itself. `verifier` = SHA-256(proof)."""

    def has_administrator(self) -> bool:
        """Whether an administrator who has not left can sign in."""


@dataclass(frozen=True, slots=True)
class Editing:
    """Somebody at work on a field of a row. `window` tells two windows of one machine apart."""

    window: str
    staff_id: str
    entity: str
    id: str
    field: str


class PresenceLines(Protocol):
    """Who is editing what; OperatorError while the database cannot be reached."""

    def put(self, editing: Editing) -> None:
        """Of its window, until it leaves or 10 s pass without another word."""

    def leave(self, window: str) -> None: ...

    def present(self) -> Sequence[Editing]:
        """Everybody's, one's own included."""


__all__ = [
    "Act",
    "ActivityCount",
    "Among",
    "CallsBefore",
    "Challenge",
    "ChangeFeed",
    "Clock",
    "Connection",
    "ConnectionWatch",
    "Editing",
    "Entered",
    "EntryHead",
    "Executor",
    "Health",
    "History",
    "LinkState",
    "LogEntry",
    "Outcome",
    "People",
    "Position",
    "PresenceLines",
    "RowsSnapshot",
    "SamplePage",
    "Session",
    "Storage",
    "StoredEntry",
    "Telemetry",
    "Tone",
    "Transaction",
    "Undertaking",
    "UnitOfWork",
]
