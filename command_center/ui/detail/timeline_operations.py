"""Sentences about operations, their levels and their order of battle."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from command_center.domain.room import SituationLevel
from command_center.situation.timeline import TimelineLine
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill, translate
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.operations.words import level_word

Say = Callable[[TimelineLine, Names], str]
_SAID = {
    "operation.started": (QT_TRANSLATE_NOOP("Timeline", "%1 membuka operasi %2"), "name"),
    "operation.ended": (QT_TRANSLATE_NOOP("Timeline", "%1 menutup operasi %2"), "name"),
    "operation.place_added": (QT_TRANSLATE_NOOP("Timeline", "%1 menambah tempat %2"), "place"),
    "operation.place_left": (QT_TRANSLATE_NOOP("Timeline", "%1 mengeluarkan tempat %2"), "place"),
    "operation.level": (QT_TRANSLATE_NOOP("Timeline", "%1 mengubah situasi %2"), "place"),
    "operation.control": (QT_TRANSLATE_NOOP("Timeline", "%1 mencatat alih kendali %2"), "place"),
    "operation.force": (QT_TRANSLATE_NOOP("Timeline", "%1 mencatat tahap kekuatan %2"), "place"),
    "decision.revoked": (QT_TRANSLATE_NOOP("Timeline", "%1 mencabut perintah di %2"), "place"),
    "room.level_plans": (
        QT_TRANSLATE_NOOP("Timeline", "%1 menyimpan rencana situasi: %2 butir"),
        "count",
    ),
    "plan.called": (QT_TRANSLATE_NOOP("Timeline", "%1 menjalankan rencana di %2"), "place"),
    "task.ended": (QT_TRANSLATE_NOOP("Timeline", "%1 mengakhiri tugas: %2"), "text"),
    "forces.imported": (QT_TRANSLATE_NOOP("Timeline", "%1 menyimpan %2 pasukan"), "count"),
    "force.left": (QT_TRANSLATE_NOOP("Timeline", "%1 mengeluarkan pasukan %2"), "name"),
    "decision.heard": (QT_TRANSLATE_NOOP("Timeline", "%1 mencatat yang mendengar: %2"), "who"),
    "hearing.struck": (QT_TRANSLATE_NOOP("Timeline", "%1 mencoret yang mendengar: %2"), "who"),
}


def _said(text: str, key: str) -> Say:
    def say(line: TimelineLine, names: Names) -> str:
        about = str(line.result.get(key) or "")
        return fill(translate("Timeline", text), names.person(line.actor), about)

    return say


def _level(line: TimelineLine, names: Names) -> str:
    """From which level to which, too, where the entry says so."""
    said = _said(*_SAID[line.kind])(line, names)
    moved = [str(line.result.get(name)) for name in ("was", "level")]
    if not all(level in list(SituationLevel) for level in moved):
        return said
    return f"{said}: {' → '.join(level_word(SituationLevel(level)) for level in moved)}"


OPERATION_SENTENCES: Mapping[str, Say] = {
    **{kind: _said(text, key) for kind, (text, key) in _SAID.items()},
    "operation.level": _level,
}
