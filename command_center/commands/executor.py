"""The write lane: the only thread that writes, one transaction for whatever is waiting."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from command_center.advice.duplicates.standing import StandingIncidents
from command_center.commands.catalogue import verbs
from command_center.commands.local import KEPT_LOCALLY
from command_center.commands.registry import City, Context, Triage, Verb
from command_center.commands.waiting import Waiting
from command_center.domain.errors import (
    DoneElsewhere,
    NotAllowed,
    OperatorError,
    Outrun,
    is_environment,
)
from command_center.domain.ids import ids_of, new_id
from command_center.domain.permissions import Permission, demand
from command_center.domain.room import Role, Shift, Staff
from command_center.ports import (
    Act,
    Clock,
    Entered,
    EntryHead,
    Outcome,
    Storage,
    Transaction,
    Undertaking,
)

log = logging.getLogger(__name__)

# One fsync serves everything that queued up while the last one ran; a limit keeps the
# transaction, and so everybody else's wait for the head of the log and the next number, short.
GROUP_LIMIT = 64
OUTRUN_TRIES = 4
# The connection died, perhaps between the commit and its answer. Asking once more under the same
# op_ids says what was stored and does what was not.
_LOST = frozenset({"database_unreachable", "database_interrupted"})
# What sources say, by the page: reports, figures and answers of hospitals, answers of agencies.
SAID_BY_SOURCES = frozenset(
    {Permission.TAKE_REPORTS, Permission.REPORT_HOSPITALS, Permission.ANSWER_REFERRALS}
)
# Who is no person: the program says what they are, the database whether it may.
_MACHINES = frozenset({Role.SYSTEM, Role.CONSOLE})


@dataclass(slots=True)
class _Job:
    command: Any
    act: Act
    op_id: str
    future: Future[Outcome]
    intake: bool = False
    begun: bool = False

    def begin(self) -> bool:
        """Whoever took it back while it waited gets its wish; from here on nobody can."""
        self.begun = self.begun or self.future.set_running_or_notify_cancel()
        return self.begun


@dataclass(frozen=True, slots=True)
class _Done:
    """What a command did; its place in the log, if it has one, is known after the commit."""

    outcome: Outcome
    entered: Entered | None = None

    def stored(self) -> Outcome:
        return replace(self.outcome, seq=self.entered.seq) if self.entered else self.outcome


@dataclass(slots=True)
class _Attempt:
    """What became of a group: all of `done` is stored, or none of it because of `error`; `left`
    gave way to a person and has not begun."""

    done: list[tuple[_Job, _Done]]
    failed: list[tuple[_Job, Exception]]
    error: Exception | None = None
    left: list[_Job] = field(default_factory=list)

    @property
    def lost(self) -> bool:
        return isinstance(self.error, OperatorError) and self.error.code in _LOST

    @property
    def refused(self) -> bool:
        """Whether the database would not let one of several into the log."""
        several = len(self.done) > 1
        return several and self.reason() is not None and self.trouble() is None

    def reason(self) -> Exception | None:
        """Why nothing was stored: a full disk also interrupts the transaction, but came first."""
        if self.error is None:
            return None
        return self.trouble() or self.error

    def trouble(self) -> OperatorError | None:
        """What the database or its disk has against writing, told by the first it refused."""
        errors = [*(error for _, error in self.failed), self.error]
        return next((e for e in errors if isinstance(e, OperatorError) and is_environment(e)), None)


class WriteLane:
    """Runs commands one after another on a thread of its own; `submit` never waits."""

    def __init__(
        self,
        storage: Storage,
        clock: Clock,
        city: City,
        triage: Triage,
        default_act: Act,
        *,
        follow: Callable[[datetime], None] | None = None,
        wrote: Callable[[OperatorError | None], None] | None = None,
        duplicates: StandingIncidents | None = None,
    ) -> None:
        """`follow` is told the time of each command before it runs; `wrote`, after each
        transaction, what the database or its disk held against it."""
        self._storage = storage
        self._clock = clock
        self._city = city
        self._triage = triage
        self._act = default_act
        self._follow = follow
        self._wrote = wrote
        self._duplicates = duplicates
        self._verbs = verbs()
        self._jobs: Waiting[_Job] = Waiting()
        self._ending = False
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="write-lane", daemon=True)
        self._thread.start()

    def submit(
        self, command: Any, *, act: Act | None = None, op_id: str | None = None
    ) -> Future[Outcome]:
        job = _Job(command, act or self._act, op_id or new_id(self._clock.now()), Future())
        job.intake = self._is_intake(job)
        self._jobs.put(job, second=job.intake)
        if self._ended.is_set():
            self._refuse_waiting()
        return job.future

    def close(self, timeout_s: float = 10.0) -> None:
        """Finish what is queued, then end the thread. What is submitted later fails at once."""
        self._jobs.end()
        self._thread.join(timeout_s)

    def _is_intake(self, job: _Job) -> bool:
        """What a source sent: however much of it there is, nobody at a desk waits for it."""
        known = self._verbs.get(type(job.command))
        takes = known is not None and known.permission in SAID_BY_SOURCES
        return takes and job.act.role == Role.SYSTEM.value

    def _run(self) -> None:
        self._work()
        self._ended.set()
        self._refuse_waiting()

    def _refuse_waiting(self) -> None:
        while True:
            try:
                job = self._jobs.take_waiting()
            except LookupError:
                return
            if job is not None and job.begin():
                job.future.set_exception(OperatorError("database_interrupted"))

    def _work(self) -> None:
        while True:
            first = self._jobs.take()
            if first is None:
                return
            group, last = self._group(first)
            for part in self._parted(group):
                self._run_group(part)
            if last:
                return

    def _parted(self, group: list[_Job]) -> list[list[_Job]]:
        """Whoever ends the shift waits for all others at work in it, and so must not hold what
        one of them waits for: nothing is done before it in its transaction."""
        parts: list[list[_Job]] = [[]]
        for job in group:
            known = self._verbs.get(type(job.command))
            if parts[-1] and known is not None and known.ends_shift:
                parts.append([])
            parts[-1].append(job)
        return parts

    def _group(self, first: _Job) -> tuple[list[_Job], bool]:
        group = [first]
        while len(group) < GROUP_LIMIT:
            try:
                job = self._jobs.take_waiting()
            except LookupError:
                break
            if job is None:
                self._ending = True
                return group, True
            group.append(job)
        return group, False

    def _run_group(self, group: list[_Job]) -> None:
        group = [job for job in group if job.begin()]
        attempt = self._attempt(group)
        if attempt.lost:
            attempt = self._attempt(group)
        self._jobs.put_back(attempt.left)
        group = group[: len(group) - len(attempt.left)]
        if attempt.refused:
            for job in group:
                self._tell(self._attempt([job]))
        elif group:
            self._tell(attempt)

    def _tell(self, attempt: _Attempt) -> None:
        reason = attempt.reason()
        if self._wrote is not None:
            self._wrote(attempt.trouble())
        for job, done in attempt.done:
            if reason is None:
                job.future.set_result(done.stored())
            else:
                job.future.set_exception(reason)
        for job, failure in attempt.failed:
            job.future.set_exception(failure)

    def _attempt(self, group: list[_Job]) -> _Attempt:
        """One transaction for the group; a command that fails takes only itself back."""
        attempt = _Attempt([], [])
        try:
            with self._storage.begin() as work:
                if len(group) > 1:
                    work.expect([job.op_id for job in group])
                for number, job in enumerate(group):
                    if number and job.intake and self._jobs.hurry and not self._ending:
                        attempt.left = group[number:]
                        break
                    try:
                        attempt.done.append((job, self._run_settled(work, job)))
                    except Exception as error:  # noqa: BLE001 - the submitter's to handle
                        attempt.failed.append((job, error))
        except Exception as error:  # noqa: BLE001 - nothing of the group was stored
            attempt.error = error
            told = len(attempt.done) + len(attempt.failed)
            attempt.failed += [(job, error) for job in group[told:]]
            attempt.left = []
        return attempt

    def _run_settled(self, work: Transaction, job: _Job) -> _Done:
        """A row that another workstation changed by milliseconds first is read once more: whether
        the two are at odds is for the handler to say, not for the version. What was meanwhile
        done under the same op_id is answered as it was done."""
        for _ in range(OUTRUN_TRIES):
            with suppress(Outrun, DoneElsewhere):
                return self._run_one(work, job)
        return self._run_one(work, job)

    def _run_one(self, work: Transaction, job: _Job) -> _Done:
        before = work.outcome_of(job.op_id)
        if before is not None:
            return _Done(before)
        entry_verb = self._verbs[type(job.command)]
        act, agency_id = _as_they_are(work, _in_its_shift(work, job.act, entry_verb))
        demand(Role(act.role), entry_verb.permission)
        work.undertake(_undertaking(act, agency_id, entry_verb.kind, entry_verb.permission))
        if self._follow and job.act.occurred_at:
            self._follow(job.act.occurred_at)
        now = self._clock.now()
        at = job.act.occurred_at or now
        ids, known = ids_of(job.op_id, now), self._duplicates
        ctx = Context(act, now, at, ids, self._city, self._triage, known)
        kind, inputs = entry_verb.kind, _inputs(job.command)
        said = replace(job.act, shift=act.shift)
        with work.savepoint():
            result = entry_verb.handler(work, job.command, ctx)
            head = EntryHead(
                kind,
                job.op_id,
                said,
                at,
                now,
                inputs,
                result,
                entry_verb.always_logged,
            )
            entered = work.append(head)
        # nothing left to do may mean that the same operation did it a moment ago, elsewhere
        elsewhere = work.outcome_of(job.op_id) if entered is None else None
        if elsewhere is not None:
            return _Done(elsewhere)
        return _Done(Outcome(job.op_id, None, kind, result, inputs), entered)


def _in_its_shift(work: Transaction, act: Act, doing: Verb) -> Act:
    """The act in the shift that goes on, whichever the seat believes in: what arrives belongs to
    one, which does not end before this is stored. What was kept at a workstation belongs to the
    shift it was done in."""
    going_on = work.hold(Shift, alone=doing.ends_shift, ends_at=None)
    if act.reason == KEPT_LOCALLY or not going_on:
        return act
    return replace(act, shift=max(going_on, key=lambda row: row.starts_at).id)


def _as_they_are(work: Transaction, act: Act) -> tuple[Act, str | None]:
    """The act under the role a person has now, whatever it was when they signed in, and the agency
    whose units alone they may touch, None = any. NotAllowed."""
    if Role(act.role) in _MACHINES:
        return act, None
    found = work.find(Staff, id=act.actor)
    if not found or found[0].left_at is not None:
        raise NotAllowed("staff_left", staff=act.actor)
    role = found[0].role
    agency_id = (found[0].agency_id or "") if role is Role.LIAISON else None
    return replace(act, role=role.value), agency_id


def _undertaking(act: Act, agency_id: str | None, kind: str, permission: Permission) -> Undertaking:
    return Undertaking(kind, permission, act.actor, agency_id, act.reason == KEPT_LOCALLY)


def _inputs(command: Any) -> dict[str, Any]:
    """What travels with the log entry beside the changes: the record's digest and raw text, the
    arrivals that were shown."""
    kept = {}
    for name in ("digest", "raw", "external_id", "promised"):
        value = getattr(command, name, "")
        if value:
            kept[name] = value
    return kept
