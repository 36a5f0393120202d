"""The recommendation as `command-center advice recommend` gives it: from bytes alone.

Every question of a city's day is written down as recorded input and answered from that; the first
card is sent. Beside it the same question is asked of `recommend` itself.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import numpy as np

from command_center.advice.recommend.document import (
    FORMAT,
    AnchorIn,
    CoverIn,
    EtaIn,
    IncidentIn,
    JobIn,
    NeedIn,
    RecordedQuestion,
    RulesIn,
    UnitIn,
    WantIn,
)
from command_center.advice.recommend.question import Question
from command_center.advice.recommend.recorded import answer_recorded, as_bytes
from command_center.advice.recommend.roster import Candidate
from tests.benchmarks.dispatch_policy import Recommended

KEPT_EVERY, KEPT_MOST = 97, 20
_HERE = 0.0
"""Seconds to a point that is reached in time: which of them are is all that coverage asks."""


@dataclass(slots=True)
class Recorded(Recommended):
    """`differing` counts answers whose first card is not that of `recommend` itself; some
    documents are kept with their answers, for the program to be asked."""

    asked: int = 0
    differing: int = 0
    kept: list[tuple[bytes, bytes]] = field(default_factory=list)

    def first(self, question: Question) -> str | None:
        document = written(question)
        answer = answer_recorded(document, ())
        if self.asked % KEPT_EVERY == 0 and len(self.kept) < KEPT_MOST:
            self.kept.append((document, as_bytes(answer)))
        self.asked += 1
        found = answer["cards"][0]["unit_id"] if answer["cards"] else None
        self.differing += found != super(Recorded, self).first(question)
        return found


def differing_from_program(kept: list[tuple[bytes, bytes]]) -> int:
    """How many of these documents the program itself answers with other bytes."""
    differing = 0
    with TemporaryDirectory() as folder:
        file = Path(folder) / "question.json"
        for document, answer in kept:
            file.write_bytes(document)
            words = ("advice", "recommend", str(file), "--json")
            told = subprocess.run(
                (sys.executable, "-m", "command_center", *words), capture_output=True, check=False
            )
            differing += told.stdout != answer
    return differing


def written(question: Question) -> bytes:
    """Recorded input that asks the same; of an incident without a unit, under a name of its own."""
    units, relief = question.roster.units, {}
    everybody = np.arange(len(units), dtype=np.intp)
    for job in {one.job.incident_id for one in units if one.job}:
        seconds = question.relief(job, everybody) if question.relief else None
        if seconds is not None:
            relief[job] = {one.unit_id: float(s) for one, s in zip(units, seconds, strict=True)}
    need = question.need
    wants = [WantIn(one.what, one.count, one.crew) for one in need.wants]
    return msgspec.json.encode(
        RecordedQuestion(
            format=FORMAT,
            incident=IncidentIn(
                "asked", need.priority, NeedIn(need.target_s, need.low_target_s, wants)
            ),
            units=[_unit(question, at, one) for at, one in enumerate(units)],
            relief=relief,
            next_free_s=None if question.next_free_s is None else float(question.next_free_s),
            cover=_cover(question),
            rules=RulesIn(**asdict(question.rules)),
        )
    )


def _unit(question: Question, at: int, one: Candidate) -> UnitIn:
    times, job = question.arrivals, one.job
    return UnitIn(
        id=one.unit_id,
        kind=one.kind,
        doing=one.doing.value,
        call_sign=one.call_sign,
        capabilities=list(one.capabilities),
        crew=one.crew,
        agency=one.agency,
        orderable=one.orderable,
        position_age_s=one.position_age_s,
        stale=one.stale,
        eta=EtaIn(float(times.seconds[at]), float(times.low_s[at]), float(times.high_s[at])),
        job=None
        if job is None
        else JobIn(
            incident_id=job.incident_id,
            priority=job.priority,
            age_s=float(question.now_s - job.since_s),
            limit_s=job.limit_s,
            number=job.number,
            may_leave=job.may_leave,
            pulls=job.pulls,
            others=job.others,
        ),
    )


def _cover(question: Question) -> CoverIn | None:
    cover = question.cover
    if cover is None:
        return None
    ids = [one.unit_id for one in question.roster.units]
    anchors = [
        AnchorIn(
            name=anchor.name,
            kecamatan=anchor.kecamatan,
            weight=anchor.weight,
            reached_s={ids[unit]: _HERE for unit in np.flatnonzero(cover.reaches[:, at]).tolist()},
        )
        for at, anchor in enumerate(cover.anchors)
    ]
    floors = {
        anchor.kecamatan: int(floor)
        for anchor, floor in zip(cover.anchors, cover.floors, strict=True)
        if floor
    }
    return CoverIn(within_s=1.0, anchors=anchors, floors=floors)
