"""Documents on a printer: which there are, and pages painted on one. On any thread but the one that
paints: a print server may be far away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QPagedPaintDevice, QPageLayout
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from command_center.domain.errors import OperatorError


@dataclass(frozen=True, slots=True)
class ToPrinter:
    """By the name the system knows it by."""

    name: str


def printers() -> list[str]:
    """The system's own choice first, then by name."""
    usual = QPrinterInfo.defaultPrinterName()
    return sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != usual, name))


def paint_on_printer(
    printer: ToPrinter,
    title: str,
    layout: QPageLayout,
    dpi: int,
    paint: Callable[[QPagedPaintDevice], None],
) -> None:
    """Returns once the system's queue has it. OperatorError("printer_gone" or "printer_failed")."""
    device = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    device.setPrinterName(printer.name)
    # without a printer of that name it would write a PDF to nowhere
    native = device.outputFormat() is QPrinter.OutputFormat.NativeFormat
    if not native or device.printerName() != printer.name:
        raise OperatorError("printer_gone", printer=printer.name)
    device.setDocName(title)
    device.setResolution(dpi)
    device.setPageLayout(layout)
    paint(device)
    failed = device.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)
    # a print server that went away meanwhile is no error to the device
    if failed or printer.name not in printers():
        raise OperatorError("printer_failed", printer=printer.name)
