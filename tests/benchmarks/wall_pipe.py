"""One way of getting a clip's pictures onto the screen, measured in a process of its own.

usage: python -m tests.benchmarks.wall_pipe WAY FILE

Prints a JSON object: processor seconds from the first picture to the last, and how many pictures.
`product` decodes, scales and paints as the program does, in one process; `shared` takes every
tile through shared memory on its way; `naive` is the tutorial's wall: cv2, a QLabel, a pixmap.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator

import av
import cv2
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from command_center.ui.wall.tile import image_of
from command_center.video.decode import Decoder
from command_center.video.process.memory import Block
from command_center.video.process.pictures import PictureReader, PictureWriter, Shape
from command_center.video.slot import Frame
from command_center.video.tile import TileScaler

TILE = (480, 270)


class Canvas(QWidget):
    """One tile, painted as the wall paints it."""

    frame: Frame | None = None

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.resize(*TILE)
        self.show()

    def put(self, frame: Frame) -> None:
        self.frame = frame
        self.repaint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.frame is not None:
            painter = QPainter(self)
            painter.drawImage(QPoint(0, 0), image_of(self.frame))
            painter.end()


def tiles(file: str) -> Iterator[Frame]:
    """What the engine would publish."""
    with av.open(file, options={"framerate": "25"}) as container:
        stream = container.streams.video[0]
        decoder, scaler = Decoder(stream, lambda: None), TileScaler()
        for packet in container.demux(stream):
            for picture in decoder.pictures(packet, time.monotonic()):
                yield scaler.tile(picture, TILE, time.monotonic())


def product(file: str) -> Iterator[None]:
    canvas = Canvas()
    for frame in tiles(file):
        canvas.put(frame)
        yield


def shared(file: str) -> Iterator[None]:
    shape = Shape(*TILE)
    block = Block.create(shape.size)
    writer, reader = PictureWriter(block.memory, shape), PictureReader(block.memory, shape)
    canvas = Canvas()
    for sequence, frame in enumerate(tiles(file), 1):
        assert writer.publish(frame)
        taken = reader.take(sequence)
        assert taken is not None
        canvas.put(taken[1])
        yield


def naive(file: str) -> Iterator[None]:
    label = QLabel()
    label.resize(*TILE)
    label.show()
    capture = cv2.VideoCapture(file)
    while True:
        good, picture = capture.read()
        if not good:
            return
        rgb = cv2.cvtColor(picture, cv2.COLOR_BGR2RGB)
        height, width = rgb.shape[:2]
        image = QImage(rgb.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
        pixmap = QPixmap.fromImage(image).scaled(
            QSize(*TILE),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        label.setPixmap(pixmap)
        label.repaint()
        yield


WAYS: dict[str, Callable[[str], Iterator[None]]] = {
    "product": product,
    "shared": shared,
    "naive": naive,
}


def main() -> None:
    way, file = sys.argv[1:]
    app = QApplication([])
    cv2.setNumThreads(1)
    pictures, began = 0, 0.0
    for _ in WAYS[way](file):
        if not pictures:
            began = time.process_time()
        pictures += 1
    said = {"cpu_s": time.process_time() - began, "pictures": pictures - 1}
    sys.stdout.write(json.dumps(said) + "\n")
    app.quit()


if __name__ == "__main__":
    main()
