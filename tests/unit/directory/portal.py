"""A directory on loopback in both shapes of Malang's portal, and what a bad one may do."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from tests.unit.geo.real_data import data_file

REAL = "cctv/malang_cctv_2025-10-10.json"
Listed = dict[str, Any]


def real_cameras() -> list[Listed]:
    """The city's list as development data has it; skips where that is not."""
    path: Path = data_file(REAL)
    found: list[Listed] = json.loads(path.read_text(encoding="utf-8"))["cameras"]
    return found


def listed(number: int, name: str = "Jl. Ijen", lat: float = -7.97, lng: float = 112.62) -> Listed:
    return {
        "id": f"record-{number}",
        "name": name,
        "stream_id": f"{number:024d}",
        "lat": lat,
        "lng": lng,
    }


def first_shape(cameras: Sequence[Listed]) -> bytes:
    names = ("id", "name", "stream_id", "lat", "lng")
    return json.dumps({"records": [{n: c[n] for n in names} for c in cameras]}).encode()


def second_shape(cameras: Sequence[Listed], kecamatan: str = "99") -> bytes:
    rows = [
        {
            "id": c["id"],
            "name": c["name"],
            "stream_id": c["stream_id"],
            "address": "",
            "latitude": str(c["lat"]),
            "longitude": str(c["lng"]),
            "kecamatan_id": "2",
            "status": "1",
            "nama_kecamatan": "KLOJEN",
        }
        for c in cameras
    ]
    detail = {"m_kecamatan_id": kecamatan, "list_data": rows}
    return json.dumps({"msg_main": {"status": True, "msg": ""}, "msg_detail": detail}).encode()


@dataclass
class Asked:
    """One question as it arrived."""

    method: str
    path: str
    headers: dict[str, str]
    form: dict[str, list[str]]


@dataclass
class Portal:
    """`cameras` is what it lists; `fault` a way to misbehave: redirect, endless, cut, status."""

    cameras: list[Listed] = field(default_factory=list)
    raw: bytes | None = None
    fault: str = ""
    location: str = ""
    asked: list[Asked] = field(default_factory=list)
    port: int = 0

    @property
    def first(self) -> str:
        return f"http://127.0.0.1:{self.port}/records/cameras"

    @property
    def second(self) -> str:
        return f"http://127.0.0.1:{self.port}/api/v2/get-cameras"


class _Handler(BaseHTTPRequestHandler):
    server: Any

    def do_GET(self) -> None:
        portal: Portal = self.server.portal
        self._note({})
        body = portal.raw if portal.raw is not None else first_shape(portal.cameras)
        tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        if self.headers.get("If-None-Match") == tag and not portal.fault:
            self.send_response(304)
            self.end_headers()
            return
        self._answer(body, tag)

    def do_POST(self) -> None:
        portal: Portal = self.server.portal
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self._note(form)
        self._answer(second_shape(portal.cameras, form["m_kecamatan_id"][0]), "")

    def _note(self, form: dict[str, list[str]]) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.portal.asked.append(Asked(self.command, self.path, headers, form))

    def _answer(self, body: bytes, tag: str) -> None:
        portal: Portal = self.server.portal
        status = {"redirect": 302, "status": 500, "key": 401}.get(portal.fault, 200)
        self.send_response(status)
        self.send_header("Set-Cookie", "session=mine; Path=/")
        if portal.fault == "redirect":
            self.send_header("Location", portal.location)
        if tag:
            self.send_header("ETag", tag)
        if portal.fault == "endless":
            self.end_headers()
            self._pour()
            return
        self.send_header("Content-Length", str(len(body) + (portal.fault == "cut")))
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def _pour(self) -> None:
        piece = b" " * 65_536
        try:
            for _ in range(2_000):
                self.wfile.write(piece)
        except OSError:
            self.close_connection = True

    def log_message(self, *args: Any) -> None:
        """Not the test's business."""


class PortalServer:
    """Serves one portal until it is closed; `wrap` may put TLS around its socket."""

    def __init__(self, portal: Portal, wrap: Any = None) -> None:
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self._server.daemon_threads = False
        self._server.portal = portal  # type: ignore[attr-defined]
        if wrap is not None:
            self._server.socket = wrap(self._server.socket)
        portal.port = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
