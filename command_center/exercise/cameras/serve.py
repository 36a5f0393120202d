"""The web server of the cameras, on loopback only."""

from __future__ import annotations

import re
import socket
import struct
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Protocol

from command_center.exercise.cameras.encode import JpegSlot, SegmentRing

PATH = re.compile(r"^/(CAM-[0-9]{3})/(index\.m3u8|([0-9]{1,9})\.ts|stream\.mjpeg)$")
FIRST_PICTURE_S = 12.0
BOUNDARY = "frame"


class Channel(Protocol):
    """What the server needs to know of a camera."""

    output: SegmentRing | JpegSlot
    fault: str

    def watched(self) -> None: ...


class CameraServer(ThreadingHTTPServer):
    """Serves /<camera id>/index.m3u8 with its segments, or /<camera id>/stream.mjpeg."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, channels: dict[str, Channel]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.channels = channels
        self.plugged = True
        self.closing = threading.Event()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def handle_error(self, request: object, client_address: object) -> None:
        """A player that leaves in the middle of a picture is no error."""

    def verify_request(self, request: object, client_address: object) -> bool:
        if not self.plugged and isinstance(request, socket.socket):
            reset(request)
        return self.plugged


def reset(connection: socket.socket) -> None:
    """Make closing send RST, the way a dead device ends a connection."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 30
    server: CameraServer

    def do_GET(self) -> None:
        match = PATH.match(self.path)
        channel = self.server.channels.get(match[1]) if match else None
        if match is None or channel is None:
            self.send_error(404)
            return
        if not self._passes(channel):
            return
        channel.watched()
        if match[2] == "stream.mjpeg" and isinstance(channel.output, JpegSlot):
            self._pictures(channel, channel.output)
        elif match[2] == "index.m3u8" and isinstance(channel.output, SegmentRing):
            self._playlist(channel.output)
        elif match[3] and isinstance(channel.output, SegmentRing):
            data = channel.output.segment(int(match[3]))
            self._send(data, "video/mp2t")
        else:
            self.send_error(404)

    def _passes(self, channel: Channel) -> bool:
        """Act out a fault: refuse with a reset, or hold the connection and say nothing."""
        while (
            channel.fault == "stall" and self.server.plugged and not self.server.closing.wait(0.1)
        ):
            pass
        if channel.fault == "refuse" or not self.server.plugged:
            reset(self.connection)
            self.close_connection = True
            return False
        return True

    def _playlist(self, ring: SegmentRing) -> None:
        text = ring.playlist(FIRST_PICTURE_S)
        if text is None:
            self.send_error(503)
            return
        self._send(text.encode("ascii"), "application/vnd.apple.mpegurl")

    def _send(self, data: bytes | None, kind: str) -> None:
        if data is None:
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def _pictures(self, channel: Channel, slot: JpegSlot) -> None:
        """Answers with the first picture: a street still being drawn is not a stalled camera."""
        slot.next_after(0, FIRST_PICTURE_S, self._wanted)
        self.send_response(200)
        self.send_header("Content-Type", f"multipart/x-mixed-replace; boundary={BOUNDARY}")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        count = 0
        while not self.server.closing.is_set():
            if not self._passes(channel):
                return
            channel.watched()
            newest, data = slot.next_after(count, 1.0, self._wanted)
            if newest == count or not data:
                continue
            count = newest
            head = (
                f"--{BOUNDARY}\r\nContent-Type: image/jpeg\r\nContent-Length: {len(data)}\r\n\r\n"
            )
            self.wfile.write(head.encode("ascii") + data + b"\r\n")

    def _wanted(self) -> bool:
        return self.server.plugged and not self.server.closing.is_set()

    def log_request(self, code: object = "-", size: object = "-") -> None:
        """Requests of the exercise's own cameras are not worth a log line."""

    def log_error(self, *args: object) -> None:
        """Faults are acted on purpose here."""


def serve(channels: dict[str, Channel]) -> CameraServer:
    server = CameraServer(channels)
    threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.2}, daemon=True, name="camera-http"
    ).start()
    return server
