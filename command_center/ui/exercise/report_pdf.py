"""The after-action report on paper: tables down the page, LATIHAN at the head of each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QPageLayout

from command_center.documents.figures import Sheet as Table
from command_center.ui.paper import write_paper
from command_center.ui.paper_tables import MARGIN_MM, TablePaper


def write_report(tables: Sequence[Table], title: str, path: Path) -> None:
    """Whole or not at all, on any thread; OperatorError("paper_failed")."""
    layout = (QPageLayout.Orientation.Landscape, MARGIN_MM)
    write_paper(path, title, layout, lambda writer: TablePaper(writer).paint(tables, title))
