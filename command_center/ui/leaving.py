"""What leaves the room as a file or by the clipboard: where it is put, and that it says LATIHAN in
an exercise. Every panel that lets something out goes through here, which a test looks after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol, TypeVar

from command_center.documents.figures import Sheet
from command_center.domain.errors import OperatorError
from command_center.domain.exercise_mark import LINE, WORD
from command_center.domain.room import RoomKind
from command_center.ui.seat import Seat

Cell = TypeVar("Cell")


class Here(Protocol):
    """OperatorError for a file that is `marked` and does not belong here."""

    def __call__(self, *, marked: bool) -> None: ...


def exports(seat: Seat) -> Path:
    """The folder they are put in."""
    return seat.pictures.with_name("exports")


def leaving_path(seat: Seat, name: str) -> Path:
    return exports(seat) / leaving_name(seat, name)


def leaving_name(seat: Seat, name: str) -> str:
    """`name` is ours; in an exercise it says so, too."""
    return f"{WORD.casefold()}-{name}" if _exercise(seat) else name


def leaving_lines(seat: Seat, lines: Sequence[Sequence[Cell]]) -> Sequence[Sequence[Cell | str]]:
    """Of a table that can be read in again: whoever reads it passes over the line."""
    return [[LINE], *lines] if _exercise(seat) else lines


def leaving_sheets(seat: Seat, sheets: Sequence[Sheet]) -> list[Sheet]:
    """Each of them, for it may be torn off."""
    notes = (LINE,) if _exercise(seat) else ()
    return [replace(sheet, notes=(*notes, *sheet.notes)) for sheet in sheets]


def leaving_text(seat: Seat, text: str, comment: str = "") -> str:
    """`comment` is what makes a line no part of a text of that kind."""
    return f"{comment}{LINE}\n{text}" if _exercise(seat) else text


def leaving_words(seat: Seat, text: str) -> str:
    """For the clipboard: a message says it before its first word, unless it does so already."""
    return f"{WORD}: {text}" if _exercise(seat) and not text.startswith(WORD) else text


def demand_of_here(seat: Seat, *, marked: bool) -> None:
    """OperatorError for a file of an exercise in the live room."""
    if marked and not _exercise(seat):
        raise OperatorError("file_of_exercise")


def _exercise(seat: Seat) -> bool:
    return seat.room_kind is RoomKind.EXERCISE
