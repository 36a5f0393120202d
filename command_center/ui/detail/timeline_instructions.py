"""Sentences about instructions, tasks of the room and notes of the shift lead."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from command_center.situation.timeline import TimelineLine
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill, translate
from command_center.ui.i18n import QT_TRANSLATE_NOOP

Say = Callable[[TimelineLine, Names], str]
_BY_WHOM = {
    "instruction.given": QT_TRANSLATE_NOOP("Timeline", "%1 memberi perintah"),
    "instruction.withdrawn": QT_TRANSLATE_NOOP("Timeline", "%1 mencabut perintah"),
    "room_task.made": QT_TRANSLATE_NOOP("Timeline", "%1 membuat tugas “%2”"),
    "room_task.ended": QT_TRANSLATE_NOOP("Timeline", "%1 mengakhiri tugas “%2”"),
    "room_task.done": QT_TRANSLATE_NOOP("Timeline", "%1 menyelesaikan tugas “%2”"),
    "shift_note.kept": QT_TRANSLATE_NOOP("Timeline", "%1 menulis catatan regu"),
    "shift_note.struck": QT_TRANSLATE_NOOP("Timeline", "%1 mencoret catatan regu"),
}


def _said(text: str) -> Say:
    def say(line: TimelineLine, names: Names) -> str:
        title = str(line.result.get("title", ""))
        return fill(translate("Timeline", text), names.person(line.actor), title)

    return say


def _heard(line: TimelineLine, names: Names) -> str:
    who = str(line.result.get("who", "")) or translate("Timeline", "pimpinan regu")
    text = translate("Timeline", "%1 mendengar perintah, dicatat %2")
    return fill(text, who, names.person(line.actor))


def _followed(line: TimelineLine, _: Names) -> str:
    who = str(line.result.get("who", "")) or translate("Timeline", "Unit")
    return fill(translate("Timeline", "%1 mendengar perintah lewat sistemnya"), who)


INSTRUCTION_SENTENCES: Mapping[str, Say] = {
    **{kind: _said(text) for kind, text in _BY_WHOM.items()},
    "instruction.heard": _heard,
    "instruction.followed": _followed,
}
