"""Rows of a roll-call: a call sign with its checks, and its crew below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from command_center.domain.roster import CheckPart, CheckState, RollMark, RollState, UnitCheck
from command_center.situation.roster import strength_of
from command_center.situation.situation import Situation
from command_center.ui.detail.words import fill
from command_center.ui.format import count
from command_center.ui.painted_rows import RIGHT, paint_line
from command_center.ui.radio.lines import TextRow, TextRowDelegate
from command_center.ui.roster.words import (
    agency_text,
    call_sign,
    check_text,
    named,
    part_text,
    person_text,
    state_text,
    translate,
)

UNIT, PERSON = "u:", "p:"
"""Before the ids of rows."""
_GLYPHS = {
    RollState.EXPECTED: "○",
    RollState.PRESENT: "●",
    RollState.LATE: "◐",
    RollState.ABSENT: "×",
}
_INKS = {
    RollState.EXPECTED: "text3",
    RollState.PRESENT: "text",
    RollState.LATE: "warn",
    RollState.ABSENT: "warn",
}
_MARKS = {
    CheckState.UNCHECKED: "…",
    CheckState.GOOD: "✓",
    CheckState.FAULTY: "!",
    CheckState.NONE: "–",
}
_INDENT_PX = 22


@dataclass(frozen=True, slots=True)
class RollRow(TextRow):
    """`state` None: a call sign; `fault`: something of it is broken."""

    state: RollState | None = None
    fault: bool = False


class RollRowDelegate(TextRowDelegate):
    def _words(self, painter: QPainter, rect: QRect, row: TextRow) -> None:
        if not isinstance(row, RollRow):
            super()._words(painter, rect, row)
            return
        theme, px = self._theme, self._theme.px
        left = rect.left() + px(12)
        if row.state is not None:
            painter.setFont(theme.font(15))
            painter.setPen(QPen(theme.color(_INKS[row.state])))
            box = QRectF(left + px(_INDENT_PX), rect.top(), px(20), rect.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _GLYPHS[row.state])
            left += px(_INDENT_PX + 28)
        width = rect.right() - left - px(11)
        top = QRectF(left, rect.top() + px(4), width, px(20))
        painter.setFont(theme.font(13, tabular=True))
        painter.setPen(theme.color("text2"))
        painter.drawText(top, RIGHT, row.right)
        used = QFontMetrics(painter.font()).horizontalAdvance(row.right) + px(12)
        painter.setFont(theme.font(13, bold=True))
        painter.setPen(theme.color("text"))
        paint_line(painter, top.adjusted(0, 0, -used, 0), row.first)
        painter.setFont(theme.font(11))
        painter.setPen(theme.color("warn" if row.fault else "text2"))
        paint_line(painter, QRectF(left, rect.top() + px(24), width, px(16)), row.second)


def roll_rows(
    situation: Situation, rows: Sequence[RollMark], checks: Mapping[str, UnitCheck]
) -> list[RollRow]:
    """Call signs in their order, each with its crew by name; who is on none comes last. Marking
    somebody moves nobody."""
    by: dict[str, list[RollMark]] = {}
    for mark in rows:
        by.setdefault(mark.unit_id or "", []).append(mark)
    several = len({mark.regu_id for mark in rows}) > 1
    found: list[RollRow] = []
    for unit_id in sorted(by, key=lambda id: (not id, call_sign(situation, id))):
        found.append(_unit_row(situation, unit_id, by[unit_id], checks.get(unit_id)))
        people = [(situation.get("personnel", mark.personnel_id), mark) for mark in by[unit_id]]
        known = [(person, mark) for person, mark in people if person is not None]
        for person, mark in sorted(known, key=lambda pair: pair[0].name.casefold()):
            below = [person.position, agency_text(situation, person.agency_id), person.nrp]
            if several:
                below.insert(0, named(situation, "regu", mark.regu_id))
            if not mark.listed:
                below.insert(0, translate("Roster", "di luar jadwal"))
            if mark.reason:
                below.insert(0, mark.reason)
            words = " · ".join(part for part in below if part)
            name, state = person_text(person), state_text(mark.state)
            found.append(RollRow(PERSON + person.id, name, state, words, mark.state))
    return found


def _unit_row(
    situation: Situation, unit_id: str, rows: Sequence[RollMark], check: UnitCheck | None
) -> RollRow:
    here = strength_of(rows).here
    right = fill(translate("Roster", "%1 dari %2"), count(here), count(len(rows)))
    if not unit_id:
        return RollRow(UNIT, translate("Roster", "Tanpa panggilan"), right, "")
    name = call_sign(situation, unit_id) or "?"
    return RollRow(UNIT + unit_id, name, right, checks_text(check), None, is_faulty(check))


def is_faulty(check: UnitCheck | None) -> bool:
    return check is not None and any(check.part(p) is CheckState.FAULTY for p in CheckPart)


def faults_text(check: UnitCheck) -> str:
    """ "radio, senjata"; a note in brackets."""
    said = ", ".join(part_text(p) for p in CheckPart if check.part(p) is CheckState.FAULTY)
    return f"{said} ({check.note})" if check.note else said


def checks_text(check: UnitCheck | None) -> str:
    """ "✓ kendaraan · ! radio rusak …"; a note at the end."""
    parts = []
    for part in CheckPart:
        state = check.part(part) if check is not None else CheckState.UNCHECKED
        plain = state in (CheckState.UNCHECKED, CheckState.GOOD)
        words = part_text(part) if plain else f"{part_text(part)} {check_text(state)}"
        parts.append(f"{_MARKS[state]} {words}")
    if check is not None and check.note:
        parts.append(check.note)
    return " · ".join(parts)
