"""The device itself: SOAP over HTTP, its login checked, its faults at a word."""

import base64
import hashlib
import re
import threading
import xml.etree.ElementTree as ET
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from enum import Enum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.onvif_device import answers
from tests.onvif_device.motor import Motor

SOAP = "{http://www.w3.org/2003/05/soap-envelope}"
WSSE = "{http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd}"
WSU = "{http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd}"
SCHEMA = "{http://www.onvif.org/ver10/schema}"
PTZ = "{http://www.onvif.org/ver20/ptz/wsdl}"
SKEW_S = 60.0
SLOW_S = 1.5
HANG_S = 20.0
FOR_EVER_S = 600.0
HUGE = 4_000_000


class Fault(Enum):
    NONE = "none"
    UNAUTHORISED = "unauthorised"  # HTTP 401 whatever the password
    SLOW = "slow"
    HANG = "hang"
    GARBAGE = "garbage"
    HUGE = "huge"
    BOMB = "bomb"
    REDIRECT = "redirect"
    SERVER_ERROR = "server_error"


class OnvifDevice:
    """One camera on a free port of 127.0.0.1, from `with` to its end.

    `foreign` is the origin it claims to be at ("" for its own), `clock_ahead_s` how wrong its
    clock is, `old` that it does not know GetServices. `lose` drops the next so many requests of
    an operation without an answer, `canned` answers it with these words; `faulty` limits `fault`
    to the operations named.
    """

    def __init__(
        self,
        password: str = "kata-sandi-kenari",
        *,
        clock_ahead_s: float = 0.0,
        foreign: str = "",
        old: bool = False,
        movable: bool = True,
    ) -> None:
        self.user, self.password = "operator", password
        self.clock_ahead_s, self.foreign = clock_ahead_s, foreign
        self.old, self.movable = old, movable
        self.motor = Motor()
        self.fault, self.faulty = Fault.NONE, frozenset[str]()
        self.lose: dict[str, int] = {}
        self.canned: dict[str, str] = {}
        self.redirect_to = ""
        self.asked: list[str] = []
        self.refused = 0
        self._nonces: set[str] = set()
        self._ended = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self._server.daemon_threads = True
        self._server.device = self  # type: ignore[attr-defined]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))

    def __enter__(self) -> "OnvifDevice":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._ended.set()
        self.motor.close()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def url(self) -> str:
        return f"{self.origin}/onvif/device_service"

    @property
    def login_url(self) -> str:
        """With the name and the password in it."""
        return self.url.replace("://", f"://{self.user}:{self.password}@")

    def answer(self, operation: str, request: ET.Element) -> tuple[int, str]:
        """Status and text; called by the server's threads."""
        self.asked.append(operation)
        fault = self.fault if not self.faulty or operation in self.faulty else Fault.NONE
        if fault is Fault.SLOW:
            self._ended.wait(SLOW_S)
        elif fault is Fault.HUGE:
            status, text = self._honest(operation, request)
            return status, text + " " * HUGE  # well-formed, and what was asked for
        elif fault is not Fault.NONE:
            return self._faulty()
        return self._honest(operation, request)

    def _honest(self, operation: str, request: ET.Element) -> tuple[int, str]:
        if operation in self.canned:
            return 200, self.canned[operation]
        if operation == "GetSystemDateAndTime":
            return 200, answers.date_and_time(self._now())
        if not self._knows(request):
            self.refused += 1
            return 400, answers.fault("NotAuthorized", "Sender not authorized")
        return self._serve(operation, request)

    def _faulty(self) -> tuple[int, str]:
        if self.fault is Fault.HANG:
            self._ended.wait(HANG_S)
        return {
            Fault.UNAUTHORISED: (401, ""),
            Fault.GARBAGE: (200, "<<<\x00 not xml at all"),
            Fault.BOMB: (200, answers.bomb()),
            Fault.REDIRECT: (307, ""),
            Fault.SERVER_ERROR: (500, "<html>oops</html>"),
        }.get(self.fault, (503, ""))

    def _now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=self.clock_ahead_s)

    def _knows(self, request: ET.Element) -> bool:
        """WS-UsernameToken: the digest, a time near the device's own, no nonce twice."""
        token = request.find(f".//{WSSE}UsernameToken")
        if token is None:
            return False
        nonce, created = token.findtext(f"{WSSE}Nonce", ""), token.findtext(f"{WSU}Created", "")
        raw = base64.b64decode(nonce) + created.encode() + self.password.encode()
        digest = base64.b64encode(hashlib.sha1(raw).digest()).decode()
        off_s = abs((datetime.fromisoformat(created) - self._now()).total_seconds())
        known = (
            token.findtext(f"{WSSE}Username") == self.user
            and token.findtext(f"{WSSE}Password") == digest
            and off_s < SKEW_S
            and nonce not in self._nonces
        )
        self._nonces.add(nonce)
        return known

    def _serve(self, operation: str, request: ET.Element) -> tuple[int, str]:
        origin = self.foreign or self.origin
        token = request.findtext(f".//{PTZ}PresetToken", "")
        if operation == "GetServices" and not self.old:
            return 200, answers.services(origin)
        if operation == "SetPreset":
            name = request.findtext(f".//{PTZ}PresetName", "")
            self.motor.presets[str(len(self.motor.presets) + 1)] = name
            return 200, answers.preset_set(str(len(self.motor.presets)))
        if operation == "GotoPreset" and token not in self.motor.presets:
            return 400, answers.fault("NoToken", "No such preset")
        plain: dict[str, Callable[[], str]] = {
            "GetCapabilities": lambda: answers.capabilities(origin),
            "GetDeviceInformation": answers.information,
            "GetProfiles": lambda: answers.profiles(self.movable),
            "GetStreamUri": lambda: answers.media_uri(operation, self._stream(request)),
            "GetSnapshotUri": lambda: answers.media_uri(operation, f"{self.origin}/shot.jpg"),
            "GetPresets": lambda: answers.presets(self.motor.presets),
            "GetStatus": lambda: answers.status(*self.motor.place, self.motor.moving),
        }
        if operation in plain:
            return 200, plain[operation]()
        acts: dict[str, Callable[[], None]] = {
            "ContinuousMove": lambda: self.motor.move(_velocity(request), _timeout_s(request)),
            "Stop": self.motor.stop,
            "GotoPreset": lambda: self.motor.go(token),
        }
        if operation not in acts:
            return 500, answers.fault("ActionNotSupported", "Optional Action Not Implemented")
        acts[operation]()
        return 200, answers.done(operation)

    def _stream(self, request: ET.Element) -> str:
        token = request.findtext(".//{http://www.onvif.org/ver10/media/wsdl}ProfileToken", "")
        return f"rtsp://127.0.0.1:8554/{token}"


def _velocity(request: ET.Element) -> tuple[float, float, float]:
    turn, zoom = request.find(f".//{SCHEMA}PanTilt"), request.find(f".//{SCHEMA}Zoom")
    pan, tilt = (float(turn.get("x", 0)), float(turn.get("y", 0))) if turn is not None else (0, 0)
    return pan, tilt, float(zoom.get("x", 0)) if zoom is not None else 0.0


def _timeout_s(request: ET.Element) -> float:
    """Without one it moves for ever, as far as a test is concerned."""
    found = re.fullmatch(r"PT(?:(\d+)M)?(?:([\d.]+)S)?", request.findtext(f".//{PTZ}Timeout", ""))
    if found is None:
        return FOR_EVER_S
    return 60 * float(found.group(1) or 0) + float(found.group(2) or 0)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_POST(self) -> None:
        device: OnvifDevice = self.server.device  # type: ignore[attr-defined]
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        request = ET.fromstring(body)
        operation = next(iter(request.find(f"{SOAP}Body") or ())).tag.rpartition("}")[2]
        if device.lose.get(operation, 0) > 0:
            device.lose[operation] -= 1
            device.asked.append(operation)
            self.close_connection = True
            return
        status, text = device.answer(operation, request)
        content = text.encode()
        self.send_response(status)
        if status in {301, 302, 307, 308}:
            self.send_header("Location", device.redirect_to)
        self.send_header("Content-Type", "application/soap+xml; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def handle(self) -> None:
        try:
            super().handle()
        except ConnectionError:
            self.close_connection = True  # the client went away in the middle, as clients do

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Nothing: the tests look at what was asked."""
