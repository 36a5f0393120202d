"""What the timeline says of the director and the evaluators of an exercise."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from command_center.situation.timeline import TimelineLine
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill, translate

_QUOTED = 200


def _inject(line: TimelineLine, names: Names) -> str:
    title = str(line.result.get("title") or line.result.get("inject") or "?")[:_QUOTED]
    return fill(translate("Timeline", "Inject latihan: %1"), title)


def _note(line: TimelineLine, names: Names) -> str:
    text = str(line.result.get("text") or "?")[:_QUOTED]
    return fill(translate("Timeline", "Catatan penilai %1: %2"), names.person(line.actor), text)


def _pace(line: TimelineLine, names: Names) -> str:
    speed = line.result.get("speed")
    return fill(translate("Timeline", "Laju latihan: %1×"), f"{speed}")


EXERCISE_SENTENCES: Mapping[str, Callable[[TimelineLine, Names], str]] = {
    "exercise.inject": _inject,
    "exercise.note": _note,
    "exercise.pace": _pace,
}
