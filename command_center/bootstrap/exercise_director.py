"""Keeps a situation of the exercise's own, for the instructor, the tutor and the orders out."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from command_center.connectors.orders_out import OrderSender
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Incident
from command_center.domain.log import StoredEntry
from command_center.domain.unit import Assignment, Unit, UnitStatus
from command_center.exercise.injects.model import Reaction
from command_center.exercise.tutor import Tutor
from command_center.ports import Clock, History
from command_center.runtime.logs import report_bug
from command_center.situation.situation import Situation

log = logging.getLogger(__name__)
TURN_S = 0.2
SOUGHT = frozenset({"welfare.opened", "welfare.step"})


class Actor(Protocol):
    """Who lets things happen by the clock; never waits."""

    def tick(self, now: datetime, board: SituationBoard) -> None: ...


class SituationBoard:
    """`instructor.Board` and `order_messages.Directory` over a situation of the whole log."""

    def __init__(self) -> None:
        self.situation = Situation()
        self._reports: dict[tuple[str, str], str] = {}

    @property
    def seq(self) -> int:
        return self.situation.seq

    def apply(self, stored: StoredEntry) -> None:
        self.situation.apply(stored)
        for change in stored.entry.changes:
            if change.entity == "report" and change.version == 1:
                self._reports[change.set["source_id"], change.set["external_id"]] = change.id

    def incident(self, id: str) -> Incident | None:
        return self.situation.incident(id)

    def unit(self, id: str) -> Unit | None:
        return self.situation.unit(id)

    def assignment(self, id: str) -> Assignment | None:
        found: Assignment | None = self.situation.get("assignment", id)
        return found

    def incident_of(self, source: str, report: str) -> str | None:
        report_id = self._reports.get((source, report))
        if report_id is None:
            return None
        links = self.situation.all("incident_report")
        of = [ln.incident_id for ln in links if ln.report_id == report_id and not ln.detached_at]
        return self._winner(of[0]) if of else None

    def _winner(self, incident_id: str) -> str:
        incident = self.incident(incident_id)
        while incident is not None and incident.merged_into:
            incident_id = incident.merged_into
            incident = self.incident(incident_id)
        return incident_id

    def is_open(self, incident_id: str) -> bool:
        return self.situation.is_open(incident_id)

    def reacted(self, incident_id: str, reaction: Reaction) -> bool:
        incident = self.incident(incident_id)
        if incident is None:
            return False
        return {
            Reaction.TAKEN: incident.owner_id is not None,
            Reaction.VERIFIED: incident.verified_at is not None,
            Reaction.ORDERED: self.has_order(incident_id),
            Reaction.ON_SCENE: incident.first_on_scene_at is not None,
            Reaction.CLOSED: not incident.is_open,
        }[reaction]

    def out_of_service(self, call_sign: str) -> bool:
        units = self.situation.all("unit")
        found = next((unit for unit in units if unit.call_sign == call_sign), None)
        return found is not None and found.status is UnitStatus.UNAVAILABLE

    def has_order(self, incident_id: str) -> bool:
        return any(self.situation.assignments(id) for id in self.situation.family(incident_id))

    def free_unit(self, call_sign: str) -> str | None:
        for unit in self.situation.all("unit"):
            if unit.call_sign == call_sign:
                away = unit.status in (UnitStatus.UNAVAILABLE, UnitStatus.OFF_DUTY)
                busy = self.situation.active_assignment(unit.id) is not None
                return None if away or busy else str(unit.id)
        return None


class Director:
    """One thread that reads what was logged and passes it on, then lets the instructor act."""

    def __init__(
        self,
        history: History,
        clock: Clock,
        sender: OrderSender,
        tutor: Tutor,
        ask: Callable[[str], None],
    ) -> None:
        self.board = SituationBoard()
        self._history = history
        self._clock = clock
        self._sender = sender
        self._tutor = tutor
        self._ask = ask
        self._actors: tuple[Actor, ...] = ()
        self._told: set[str] = set()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="exercise-director", daemon=True)

    def catch_up(self, *, taught: bool = True) -> None:
        """Take in what was logged since; `taught` False: the tutor need not see it."""
        for stored in self._history.entries(self.board.seq):
            self.board.apply(stored)
            self._sender.hand(stored, self.board)
            if taught:
                self._tutor.follow(stored)
                self._call(stored)

    def _call(self, stored: StoredEntry) -> None:
        """A unit that is looked for is called over the air, and answers if it can."""
        if stored.entry.kind not in SOUGHT:
            return
        unit = self.board.unit(str(stored.entry.inputs.get("result", {}).get("unit_id", "")))
        if unit is None:
            return
        try:
            self._ask(unit.call_sign)
        except OperatorError as error:
            log.warning("the exercise cannot call a unit: %s", error.code)

    def start(self, *actors: Actor) -> None:
        """They act after each look at the log."""
        self._actors = actors
        self._thread.start()

    def stop(self, timeout_s: float = 10.0) -> None:
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(timeout_s)

    def _run(self) -> None:
        down = False
        while not self._stop.wait(TURN_S):
            try:
                self.catch_up()
            except OperatorError as error:
                if not down:
                    log.warning("the exercise lost its database: %s", error.code)
                down = True
                continue
            down = False
            now = self._clock.now()
            for actor in self._actors:
                self._let_act(actor, now)

    def _let_act(self, actor: Actor, now: datetime) -> None:
        """What one cannot do must not keep the others, nor itself at the next turn, from acting."""
        try:
            actor.tick(now, self.board)
        except OperatorError as error:
            if self._is_new(error):
                log.warning("the exercise could not do a thing: %s", error.code)
        except Exception as error:  # noqa: BLE001 - a bug must not end the exercise
            if self._is_new(error):
                report_bug(error)

    def _is_new(self, error: Exception) -> bool:
        """A turn comes five times a second: each kind of error is told once."""
        kind = error.code if isinstance(error, OperatorError) else type(error).__name__
        known = kind in self._told
        self._told.add(kind)
        return not known
