"""Keeps evidence at the workstation that asked for it: the file first, then the log."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from command_center.commands.evidence import FailEvidence, RequestEvidence, StoreEvidence
from command_center.domain.entities import iso
from command_center.domain.errors import OperatorError, is_environment
from command_center.domain.ids import new_id
from command_center.domain.room import Camera, Evidence, EvidenceState
from command_center.ports import Act, Outcome
from command_center.ui.actions.evidence import RECORD
from command_center.ui.evidence.about import about_evidence
from command_center.ui.evidence.state import WRITING_S
from command_center.ui.evidence.words import megabytes, missing_text
from command_center.ui.seat import Seat
from command_center.ui.wall.watching import spec_of
from command_center.video.evidence.manifest import INTERRUPTED
from command_center.video.evidence.verify import Report, verify
from command_center.video.model import CameraSpec, ClipFile, ClipRequest, Reason, StreamError

BEFORE_S, AFTER_S = 30, 30
AGAIN = timedelta(seconds=5)
LOOK = timedelta(seconds=30)
log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Letter:
    """A command on its way to the log; the same `op_id` however often it is sent."""

    command: Any
    act: Act
    op_id: str
    done: Callable[[Outcome], None]


class EvidenceKeeper:
    """Answers to the key, and at start finds out what became of what was asked for before.

    Recording does not wait for the database: what cannot be logged now is logged when it can.
    """

    def __init__(self, seat: Seat, folder: Path, system: Act) -> None:
        """`folder` is the room's own; `system` acts for the workstation."""
        self._seat = seat
        self._folder = folder
        self._system = system
        self._letters: deque[_Letter] = deque()
        self._sending = False
        self._send_at: datetime | None = None
        self._look_at: datetime | None = None
        self._mine: set[str] = set()
        seat.asking.asked.connect(self._asked)

    def tick(self, now: datetime) -> None:
        """Once a second: send what could not be sent, look after what was left behind."""
        if self._send_at is not None and now >= self._send_at:
            self._send_at = None
            self._send()
        if self._look_at is None or now >= self._look_at:
            self._look_at = now + LOOK
            for evidence in list(self._seat.situation.all("evidence")):
                if self._is_orphan(evidence, now):
                    self._mine.add(evidence.id)
                    self._reconcile(evidence)

    # --- the key --------------------------------------------------------------------------------

    def _asked(self, action_id: str, subject_id: str | None) -> None:
        camera = self._seat.situation.camera(subject_id) if subject_id else None
        if action_id == RECORD and camera is not None:
            self.keep(camera, self._seat.selection.incident_id)

    def keep(self, camera: Camera, incident_id: str | None) -> str:
        """Begin now; answers the id of the evidence."""
        seat = self._seat
        id = new_id(seat.live.now())
        self._mine.add(id)
        about_camera = {
            "evidence": id,
            "camera_label": camera.label,
            "camera_owner": camera.owner,
        }
        about = about_evidence(seat, incident_id) | about_camera
        request = ClipRequest(camera.id, BEFORE_S, AFTER_S, str(self._folder), id, about)
        kept = seat.engine.keep(request)
        self._post(RequestEvidence(id, camera.id, incident_id, BEFORE_S, AFTER_S), seat.act)
        seat.notices.done("evidence.started", camera=camera.label, before=BEFORE_S, after=AFTER_S)
        seat.tasks.then(_settled(kept), partial(self._kept, request, camera), seat.notices.failed)
        return id

    def _kept(self, request: ClipRequest, camera: Camera, kept: ClipFile | Reason) -> None:
        if isinstance(kept, Reason):
            # The video process may have died over it: then there is a file all the same.
            self._find(request, camera, kept.value)
            return
        # The room's clock may not be the machine's: in an exercise it is another one.
        ahead = self._seat.live.now() - datetime.fromtimestamp(time.time(), UTC)
        command = StoreEvidence(
            request.name,
            kept.file,
            kept.size,
            kept.sha256,
            kept.manifest_sha256,
            datetime.fromtimestamp(kept.first_at_s, UTC) + ahead,
            datetime.fromtimestamp(kept.last_at_s, UTC) + ahead,
            kept.drift_s,
            kept.missing,
        )
        self._store(command, camera.label)

    def _store(self, command: StoreEvidence, label: str) -> None:
        params: dict[str, Any] = {
            "camera": label,
            "size": megabytes(command.size),
            "hash": command.sha256[:8],
            "missing": missing_text(command.missing),
        }
        code = "evidence.stored_partly" if command.missing else "evidence.stored"
        done = self._seat.notices.done
        self._post(command, self._system, lambda _: done(code, **params))

    def _fail(self, id: str, label: str, reason: str) -> None:
        self._post(FailEvidence(id, reason), self._system)
        why = missing_text(reason)
        self._seat.notices.failed(OperatorError("evidence_failed", camera=label, why=why))

    # --- what was left behind -------------------------------------------------------------------

    def _is_orphan(self, evidence: Evidence, now: datetime) -> bool:
        """Asked for here, by a window that has ended; another one may still be at it."""
        if evidence.state is not EvidenceState.REQUESTED or evidence.id in self._mine:
            return False
        over = evidence.requested_at + timedelta(seconds=evidence.after_s + WRITING_S)
        return evidence.workstation == self._seat.act.workstation and now > over

    def _reconcile(self, evidence: Evidence) -> None:
        camera = self._seat.situation.camera(evidence.camera_id)
        if camera is None:
            self._fail(evidence.id, evidence.camera_id, INTERRUPTED)
            return
        about = about_evidence(self._seat, evidence.incident_id) | {
            "evidence": evidence.id,
            "requested_at": iso(evidence.requested_at),
            "operator_id": evidence.requested_by,
            "camera_label": camera.label,
            "camera_owner": camera.owner,
        }
        request = ClipRequest(
            camera.id,
            evidence.before_s,
            evidence.after_s,
            str(self._folder),
            evidence.id,
            about,
        )
        self._find(request, camera, INTERRUPTED)

    def _find(self, request: ClipRequest, camera: Camera, reason: str) -> None:
        """Store what there is of it, or say why there is nothing."""

        def looked(report: Report) -> None:
            command = stored_by(request.name, report)
            if command is None:
                self._fail(request.name, camera.label, reason)
            else:
                self._store(command, camera.label)

        work = partial(_salvaged, request, spec_of(camera))
        self._seat.tasks.run(work, looked, self._seat.notices.failed)

    # --- to the log -----------------------------------------------------------------------------

    def _post(
        self, command: Any, act: Act, done: Callable[[Outcome], None] = lambda outcome: None
    ) -> None:
        self._letters.append(_Letter(command, act, new_id(self._seat.live.now()), done))
        if not self._sending and self._send_at is None:
            self._send()

    def _send(self) -> None:
        """One after the other: nothing is stored that was not asked for."""
        if not self._letters:
            return
        letter = self._letters[0]
        self._sending = True
        future = self._seat.executor.submit(letter.command, act=letter.act, op_id=letter.op_id)
        self._seat.tasks.then(future, self._sent, self._refused)

    def _sent(self, outcome: Outcome) -> None:
        self._sending = False
        self._letters.popleft().done(outcome)
        self._send()

    def _refused(self, error: OperatorError) -> None:
        self._sending = False
        if is_environment(error):
            self._send_at = self._seat.live.now() + AGAIN
            return
        letter = self._letters.popleft()
        log.warning("evidence not logged: %s %s", type(letter.command).__name__, error.code)
        self._seat.notices.failed(error)
        self._send()


def _salvaged(request: ClipRequest, spec: CameraSpec) -> Report:
    """What is on the disk of it, made whole where a crash broke it off."""
    # The decoder comes with it, which a window whose last day ended well has no use for.
    from command_center.video.evidence.salvage import salvage  # noqa: PLC0415

    try:
        salvage(request, spec)
    except OSError as error:
        log.warning("a broken recording could not be made whole: %s", type(error).__name__)
    return verify(Path(request.folder) / f"{request.name}.json")


def stored_by(id: str, report: Report) -> StoreEvidence | None:
    """What a manifest tells of a clip that nobody logged; None if there is no good one."""
    if not report.good or len(report.seen) != 1:
        return None
    seen = report.seen[0]
    manifest = seen.manifest
    if manifest.kind != "clip" or manifest.about.get("evidence") != id:
        return None
    try:
        first_at = datetime.fromisoformat(manifest.clocks.first_at)
        last_at = datetime.fromisoformat(manifest.clocks.last_at)
    except ValueError:
        return None
    return StoreEvidence(
        id,
        manifest.files[0].file,
        sum(file.size for file in manifest.files),
        manifest.files[0].sha256,
        seen.sha256,
        first_at,
        last_at,
        manifest.clocks.drift_s,
        manifest.gaps[0].why if manifest.gaps else "",
    )


def _settled(kept: Future[ClipFile]) -> Future[ClipFile | Reason]:
    """A camera that could not be recorded is an answer; anything else is a bug and stays one."""
    settled: Future[ClipFile | Reason] = Future()

    def done(future: Future[ClipFile]) -> None:
        error = future.exception()
        if error is None:
            settled.set_result(future.result())
        elif isinstance(error, StreamError):
            settled.set_result(error.reason)
        else:
            settled.set_exception(error)

    kept.add_done_callback(done)
    return settled
