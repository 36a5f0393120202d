"""The doctor asks the relay as the wall reads it: with the token and the trust of this machine."""

from __future__ import annotations

import base64
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from command_center.bootstrap.doctor import gather_outside
from command_center.bootstrap.doctor.gather_outside import relay_here
from command_center.runtime import secrets
from command_center.runtime.settings import Settings
from command_center.video.relay import asking
from command_center.video.relay.asking import RelayAnswer
from tests.unit.connectors.mail_server import make_certificate

TOKEN = "token relai yang panjang"


class RelayDesk(BaseHTTPRequestHandler):
    """Answers as the relay does for a camera it does not have."""

    def do_GET(self) -> None:
        shown = base64.b64decode(self.headers["Authorization"].removeprefix("Basic "))
        self.send_response(404 if shown == f"relay:{TOKEN}".encode() else 401)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


@contextmanager
def relay_desk(certificate: Path | None = None) -> Iterator[str]:
    """Yields where it stands."""
    server = HTTPServer(("127.0.0.1", 0), RelayDesk)
    if certificate is not None:
        secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        secure.load_cert_chain(certificate)
        server.socket = secure.wrap_socket(server.socket, server_side=True)
    serving = threading.Thread(target=server.serve_forever, args=(0.01,))
    serving.start()
    try:
        yield f"http{'s' if certificate else ''}://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        serving.join()
        server.server_close()


def answer_of(**settings: str) -> RelayAnswer | None:
    found = relay_here(Settings(**settings))  # type: ignore[arg-type]
    assert found is not None
    return found.answer


def test_the_relay_is_asked_whether_it_knows_the_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "ANSWER_S", 60.0)
    with relay_desk() as address:
        tokens = (TOKEN, "another token of the room", "")
        told = [answer_of(relay=address, relay_token=token) for token in tokens]
        secure = address.replace("http", "https")
        told.append(answer_of(relay=secure, relay_token=TOKEN))
    told.append(answer_of(relay=address, relay_token=TOKEN))
    assert told == [
        RelayAnswer.GOOD, RelayAnswer.REFUSED, None, RelayAnswer.STRANGE, RelayAnswer.SILENT,
    ]  # fmt: skip
    assert relay_here(Settings()) is None


def test_a_relay_is_believed_by_whom_its_pictures_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "ANSWER_S", 60.0)
    (tmp_path / "none.pem").write_text("no certificate")
    file = make_certificate(tmp_path)
    with relay_desk(file) as address:
        told = [
            answer_of(relay=address, relay_token=TOKEN, camera_certificates=str(authorities))
            for authorities in (file, tmp_path / "none.pem", tmp_path / "away.pem", "")
        ]
    assert told == [RelayAnswer.GOOD, *[RelayAnswer.UNTRUSTED] * 3]


def test_a_token_that_was_given_meanwhile_is_asked_with(monkeypatch: pytest.MonkeyPatch) -> None:
    """A window stays open for weeks."""
    kept: list[str] = []
    monkeypatch.setattr(secrets, "kept", lambda *_: kept[-1] if kept else None)
    monkeypatch.setattr(gather_outside, "ask_relay", lambda *_: RelayAnswer.GOOD)
    assert answer_of(relay="http://relai.example:8590") is None
    kept.append(TOKEN)
    assert answer_of(relay="http://relai.example:8590") is RelayAnswer.GOOD
