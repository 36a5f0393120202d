"""What the timeline says of the director and the evaluators of an exercise."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from command_center.situation.timeline import TimelineLine
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill, translate

_QUOTED = 200


def _inject(line: TimelineLine, names: Names) -> str:
    title = str(line.result.get("title") or line.result.get("inject") or "")[:_QUOTED]
    said = translate("Timeline", "Inject latihan")
    return f"{said}: {title}" if title else said


def _note(line: TimelineLine, names: Names) -> str:
    text = str(line.result.get("text") or "")[:_QUOTED]
    said = fill(translate("Timeline", "Catatan penilai %1"), names.person(line.actor))
    return f"{said}: {text}" if text else said


def _pace(line: TimelineLine, names: Names) -> str:
    speed = line.result.get("speed")
    said = translate("Timeline", "Laju latihan diubah")
    return f"{said}: {speed:g}×" if isinstance(speed, (int, float)) else said


EXERCISE_SENTENCES: Mapping[str, Callable[[TimelineLine, Names], str]] = {
    "exercise.inject": _inject,
    "exercise.note": _note,
    "exercise.pace": _pace,
}
