"""Documents on a printer: the same pages as on paper, and one sentence where there is none."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6 import QtPrintSupport
from PySide6.QtGui import QPagedPaintDevice, QPageLayout
from PySide6.QtWidgets import QApplication

from command_center.documents.book import columns
from command_center.domain.errors import OperatorError
from command_center.ui import printing
from command_center.ui.handover.book_paper import print_book
from command_center.ui.printing import ToPrinter, paint_on_printer, printers
from tests.ui.test_book_paper import book

NAME = "Ruang jaga"


class Filed(QtPrintSupport.QPrinter):
    """A printer that lays its paper down as a file, `state` as its last word."""

    folder: Path
    last: QtPrintSupport.QPrinter.PrinterState | None = None

    def setPrinterName(self, name: str) -> None:
        self.setOutputFormat(self.OutputFormat.PdfFormat)
        self.setOutputFileName(str(self.folder / f"{name}.pdf"))
        self.name = name

    def outputFormat(self) -> QtPrintSupport.QPrinter.OutputFormat:
        return self.OutputFormat.NativeFormat

    def printerName(self) -> str:
        return self.name

    def printerState(self) -> QtPrintSupport.QPrinter.PrinterState:
        return self.last or super().printerState()


@pytest.fixture
def there(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The printers of the system."""
    names = ["Arsip", NAME]
    info = SimpleNamespace(
        availablePrinterNames=lambda: list(names), defaultPrinterName=lambda: NAME
    )
    Filed.folder = tmp_path
    monkeypatch.setattr(printing, "QPrinterInfo", info)
    monkeypatch.setattr(printing, "QPrinter", Filed)
    return names


def code_of(work: Callable[[], object]) -> str:
    with pytest.raises(OperatorError) as caught:
        work()
    assert caught.value.params == {"printer": NAME}
    return caught.value.code


def test_the_choice_of_the_system_comes_first(there: list[str]) -> None:
    assert printers() == [NAME, "Arsip"]


def test_the_pages_of_a_book_go_to_the_printer_as_they_lie_on_paper(
    there: list[str], tmp_path: Path
) -> None:
    print_book(book(70), columns(), ToPrinter(NAME))
    printed = (tmp_path / f"{NAME}.pdf").read_bytes()
    assert printed.count(b"/Type /Page\n") == 3
    assert b"/Title " in printed
    assert b"/MediaBox [0 0 842" in printed.replace(b"[0 0 841.", b"[0 0 842.")


def test_a_printer_that_is_not_there_is_named_and_nothing_is_painted(qapp: QApplication) -> None:
    painted: list[QPagedPaintDevice] = []
    to = ToPrinter(NAME)
    found = code_of(lambda: paint_on_printer(to, "x", QPageLayout(), 300, painted.append))
    assert found == "printer_gone"
    assert painted == []


def test_a_printer_that_fails_or_goes_away_meanwhile_is_said(
    there: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def work() -> None:
        print_book(book(1), columns(), ToPrinter(NAME))

    monkeypatch.setattr(Filed, "last", Filed.PrinterState.Error)
    assert code_of(work) == "printer_failed"
    monkeypatch.setattr(Filed, "last", None)
    there.remove(NAME)
    assert code_of(work) == "printer_failed"
