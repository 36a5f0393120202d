"""A street that is still being drawn keeps its viewer waiting instead of sending half an answer."""

import socket
from dataclasses import dataclass, field
from datetime import UTC, datetime

import numpy as np
import pytest

from command_center.exercise.cameras.encode import JpegSlot, SegmentRing
from command_center.exercise.cameras.serve import serve


@dataclass
class Undrawn:
    output: SegmentRing | JpegSlot = field(default_factory=JpegSlot)
    fault: str = ""

    def watched(self) -> None:
        """Nobody counts its viewers."""


def test_the_answer_comes_with_the_first_picture() -> None:
    camera = Undrawn()
    server = serve({"CAM-901": camera})
    try:
        with socket.create_connection(("127.0.0.1", server.port), 10) as viewer:
            viewer.sendall(b"GET /CAM-901/stream.mjpeg HTTP/1.1\r\nHost: x\r\n\r\n")
            viewer.settimeout(0.3)
            with pytest.raises(TimeoutError):
                viewer.recv(1)
            camera.output.add(np.zeros((16, 16, 3), np.uint8), 0, datetime.now(UTC))
            viewer.settimeout(10)
            answer = b""
            while b"image/jpeg" not in answer:
                answer += viewer.recv(4096)
            assert answer.startswith(b"HTTP/1.1 200")
    finally:
        server.closing.set()
        server.shutdown()
        server.server_close()
