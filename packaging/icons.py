"""The program's sign as pictures of the usual sizes, painted from its drawing.

usage: QT_QPA_PLATFORM=offscreen PYTHONPATH=packaging python -m icons SVG FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def main() -> None:
    drawing, folder = Path(sys.argv[1]), Path(sys.argv[2])
    application = QGuiApplication([])
    renderer = QSvgRenderer(str(drawing))
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        target = folder / f"{size}x{size}" / "apps" / f"{drawing.stem}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        if not image.save(str(target)):
            raise SystemExit(f"{target} was not written")
    application.quit()


if __name__ == "__main__":
    main()
