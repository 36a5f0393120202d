"""Writes the after-action report of an exercise: folded from its log, as PDF and XLSX."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from command_center.bootstrap.exercise_files import new_report
from command_center.bootstrap.room import OpenedRoom
from command_center.documents.figures import write_xlsx
from command_center.domain.exercise_mark import LINE
from command_center.exercise.city.scenario import Scenario
from command_center.situation.after_action import AfterAction, after_action
from command_center.ui.exercise.report_pdf import write_report
from command_center.ui.exercise.report_words import Reporting, report_sheets


def tell(room: OpenedRoom, plan: Scenario) -> AfterAction:
    entries = room.database.history.entries()
    return after_action(plan.title, plan.injects, entries, plan.starts)


def write_after_action(
    told: AfterAction, zone: ZoneInfo, now: datetime, folder: Path
) -> list[Path]:
    """Both files, whole or not at all each. OperatorError. On any thread."""
    sheets = report_sheets(Reporting(told, zone, now))
    paper, book = new_report(folder)
    write_report(sheets, told.title, paper)
    write_xlsx(book, [sheets[0], *(replace(one, notes=(LINE, *one.notes)) for one in sheets[1:])])
    return [paper, book]
