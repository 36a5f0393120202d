"""`command-center advice duplicates` and `advice refit`: the scorecard on a file of reports, and
its weights learnt from what a room's operators answered.

A report is one JSON object a line: `id`, `at` (ISO with a zone), `text`, and where known
`category`, `lat`, `lon`, `address`, `reporter`. Where every line names its `incident`, the operator
is taken to answer rightly, and figures follow; `p1` true counts it among the gravest.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from command_center.advice.categories import OTHER
from command_center.advice.duplicates.book import SETTING, Weights, book, weights_in_room
from command_center.advice.duplicates.places import PlaceNames
from command_center.advice.duplicates.reading import facts_of
from command_center.advice.duplicates.trial import Known, Trial, right
from command_center.cli_words import explained
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Report, ReporterKind
from command_center.domain.place import LocatedBy
from command_center.geo.packs import default_pack_id, load_pack
from command_center.runtime.paths import data_dir, resources_dir

if TYPE_CHECKING:
    from command_center.advice.duplicates.refit import Measured, Refit
    from command_center.bootstrap.room import OpenedRoom

ANSWERED, CANNOT = 0, 3
LONGEST_LINE, MOST_REPORTS = 20_000, 200_000
SAVE_S = 30.0


class Unreadable(Exception):
    """What is wrong with the file, as a sentence."""


def run_duplicates(args: argparse.Namespace) -> int:
    try:
        trial, judged = _tried(args.file, args.pack, _weights_for(args.database))
    except Unreadable as error:
        sys.stderr.write(f"{error}\n")
        return CANNOT
    for decision in trial.decisions:
        best = decision.chips[0] if decision.chips else None
        row = {
            "id": decision.report_id,
            "verdict": decision.verdict.value,
            "incident": decision.incident_id,
            "raised": decision.raised,
            "chips": [{"incident": c.incident_id, "points": c.points, "why": c.why}
                      for c in decision.chips],
        }  # fmt: skip
        why = f"{best.points:+.1f}  {best.why}" if best else ""
        plain = f"{decision.report_id}  {decision.verdict.value:6}  {decision.incident_id}  {why}"
        _say(json.dumps(row, ensure_ascii=False) if args.json else plain.rstrip())
    if judged:
        scores = {k: round(v, 4) for k, v in asdict(trial.scores()).items()}
        plain = "  ".join(f"{name} {value}" for name, value in scores.items())
        _say(json.dumps({"scores": scores}) if args.json else plain)
    return ANSWERED


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _tried(path: Path, pack: str, weights: Weights) -> tuple[Trial, bool]:
    """The trial, and whether every line said what it is about."""
    packs = resources_dir() / "packs"
    try:
        city = load_pack(packs / (pack or default_pack_id(packs)))
    except (OSError, OperatorError, ValueError) as error:
        raise Unreadable(f"no pack of that name: {pack}") from error
    names = PlaceNames(city.gazetteer.places)
    rows = sorted(_rows(path), key=lambda row: (row[0].received_at, row[0].id))
    judged = bool(rows) and all(truth is not None for _, truth, _ in rows)
    trial = Trial(book(), weights, right if judged else _silent)
    for report, truth, p1 in rows:
        trial.take(Known(facts_of(report, names), truth or report.id, p1))
    return trial, judged


def _silent(same: Sequence[bool]) -> Sequence[int]:
    return ()


def _rows(path: Path) -> Iterator[tuple[Report, str | None, bool]]:
    seen: set[str] = set()
    with path.open(encoding="utf-8", errors="replace") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            if len(line) > LONGEST_LINE or len(seen) >= MOST_REPORTS:
                raise Unreadable(f"line {number}: more than can be read")
            try:
                row = json.loads(line)
                report = _report(row)
            except (ValueError, KeyError, TypeError, RecursionError) as error:
                raise Unreadable(f"line {number}: {_short(error)}") from error
            if report.id in seen:
                raise Unreadable(f"line {number}: the id {report.id[:40]!r} stands twice")
            seen.add(report.id)
            truth = row.get("incident")
            yield report, None if truth is None else str(truth), bool(row.get("p1", False))


def _short(error: Exception) -> str:
    said = f"{error} is missing" if isinstance(error, KeyError) else str(error)
    return said[:200]


def _report(row: Mapping[str, Any]) -> Report:
    at = datetime.fromisoformat(row["at"])
    if at.tzinfo is None:
        raise ValueError("at has no zone")
    lat, lon = _degrees(row, "lat", 90.0), _degrees(row, "lon", 180.0)
    pointed = lat is not None and lon is not None
    return Report(
        id=str(row["id"]),
        version=1,
        source_id="file",
        external_id=str(row["id"]),
        category=str(row.get("category") or OTHER),
        text=str(row["text"]),
        reporter=ReporterKind.OPEN,
        occurred_at=None,
        received_at=at,
        lat=lat if pointed else None,
        lon=lon if pointed else None,
        accuracy_m=None,
        located_by=LocatedBy.GPS if pointed else LocatedBy.UNKNOWN,
        area_code=None,
        address=str(row.get("address") or ""),
        clock_skewed=False,
        reporter_ref=str(row.get("reporter") or ""),
    )


def _degrees(row: Mapping[str, Any], name: str, most: float) -> float | None:
    value = row.get(name)
    if value is None:
        return None
    if not -most <= float(value) <= most:
        raise ValueError(f"{name} is no degree: {value}")
    return float(value)


def run_refit(args: argparse.Namespace) -> int:
    # Learning takes scipy: what a start should not wait for.
    from command_center.advice.duplicates.refit import Answer, TooFewAnswers, refit  # noqa: PLC0415
    from command_center.commands.duplicates import SetDuplicateWeights  # noqa: PLC0415

    try:
        with _room(args.database or f"sqlite:///{data_dir() / 'room.db'}") as room:
            rows = room.database.feed.snapshot(None).rows
            answers = [Answer(row["features"], row["same"]) for row in rows["duplicate_answer"]]
            kept = _kept(rows["room_setting"])
            found = refit(answers, weights_in_room(kept["value"] if kept else None))
            _say(json.dumps(_as_json(found)) if args.json else _table(found))
            if args.save:
                value = found.weights.as_setting()
                command = SetDuplicateWeights(value, kept["version"] if kept else 0)
                room.lane.submit(command, act=room.act).result(SAVE_S)
    except TooFewAnswers as error:
        sys.stderr.write(f"too few answers to learn from: {error}\n")
        return CANNOT
    except Unreadable as error:
        sys.stderr.write(f"{error}\n")
        return CANNOT
    except OperatorError as error:
        sys.stderr.write(f"{explained(error)}\n")
        return CANNOT
    return ANSWERED


@contextmanager
def _room(url: str) -> Iterator[OpenedRoom]:
    """Unreadable where there is none; OperatorError where it cannot be opened."""
    # Nor is a room's database.
    from command_center.bootstrap.room import RoomPlan, open_room  # noqa: PLC0415
    from command_center.runtime.clock import LiveClock  # noqa: PLC0415

    if url.startswith("sqlite:///") and not Path(url.removeprefix("sqlite:///")).is_file():
        raise Unreadable("there is no room in that database")
    room = open_room(url, LiveClock(), RoomPlan())
    try:
        yield room
    finally:
        room.close()


def _kept(settings: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    return next((row for row in settings if row["id"] == SETTING), None)


def _weights_for(database: str) -> Weights:
    """The room's own where one is given, else those that are shipped."""
    if not database:
        return book().weights
    try:
        with _room(database) as room:
            kept = _kept(room.database.feed.snapshot(None).rows["room_setting"])
    except OperatorError as error:
        raise Unreadable(explained(error)) from error
    return weights_in_room(kept["value"] if kept else None)


def _as_json(found: Refit) -> dict[str, Any]:
    return {
        "answers": found.answers,
        "same": found.same,
        "before": asdict(found.before),
        "after": asdict(found.after),
        "weights": found.weights.as_setting()["weights"],
    }


def _table(found: Refit) -> str:
    lines = [
        f"{found.answers} answers, {found.same} the same",
        f"{'':10} {'before':>8} {'after':>8}",
    ]
    for name in asdict(found.before):
        lines.append(f"{name:10} {_cell(found.before, name)} {_cell(found.after, name)}")
    lines += [f"{name:12} {value:+.2f}" for name, value in _weights(found.weights)]
    return "\n".join(lines)


def _cell(measured: Measured, name: str) -> str:
    value = getattr(measured, name)
    return f"{'-':>8}" if value is None else f"{value:8.3f}"


def _weights(weights: Weights) -> list[tuple[str, float]]:
    return [*weights.points.items(), ("bias", weights.bias)]
