"""Other ends for the tests of the video process: a painter of colours, and a window to kill."""

from __future__ import annotations

import sys
import time
from multiprocessing.connection import Connection

from command_center.video.model import CameraSpec
from command_center.video.policy import StreamPolicy
from command_center.video.process.client import RemoteEngine
from command_center.video.process.memory import receive
from command_center.video.process.pictures import PictureWriter, Shape
from command_center.video.slot import Frame


def paint(pipe: Connection, width: int, height: int) -> None:
    """Publish pictures of one colour each, as fast as it goes, until the pipe speaks."""
    memory = receive(pipe, "", Shape(width, height).size)
    writer = PictureWriter(memory, Shape(width, height))
    number, dropped = 0, 0
    while not pipe.poll():
        number += 1
        pixels = memoryview(bytes([number % 251]) * (width * height * 4))
        frame = Frame(pixels, width * 4, width, height, number, float(number), None)
        dropped += not writer.publish(frame)
    pipe.send((number, dropped))


def window(url: str) -> None:
    """Show one camera, say which processes do it, and wait to be killed."""
    engine = RemoteEngine(StreamPolicy.loopback_only())
    engine.show([CameraSpec("one", "one", url)])
    slot = engine.slot("one")
    while slot.latest() is None or engine.pid is None:
        time.sleep(0.02)
    sys.stdout.write(f"{engine.pid}\n")
    sys.stdout.flush()
    time.sleep(600)


if __name__ == "__main__":
    window(sys.argv[1])
