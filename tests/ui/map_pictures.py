"""The map as it is once nothing more is to be painted."""

from PySide6.QtGui import QImage

from command_center.ui.map.canvas import MapCanvas


def finish(canvas: MapCanvas) -> None:
    """All that is seen and what lies around it."""
    canvas.surface.begin(canvas.viewport, canvas.devicePixelRatioF())
    while canvas.surface.turn():
        pass


def finished(canvas: MapCanvas) -> QImage:
    finish(canvas)
    return canvas.grab().toImage()
