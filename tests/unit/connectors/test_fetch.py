"""One bounded GET against servers that keep the letter of HTTP and not its spirit."""

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
import requests

from command_center.connectors import fetch
from command_center.connectors.address import FetchFault
from command_center.connectors.fetch import get

BODIES = {"/packed": gzip.compress(b"x" * 5_000), "/cut": b"half"}


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        if body := BODIES.get(self.path.partition("?")[0]):
            if self.path.startswith("/packed"):
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body) + self.path.startswith("/cut")))
            self.end_headers()
            self.wfile.write(body)
            self.close_connection = True
            return
        self.send_header("Content-Length", "1000")
        self.end_headers()
        if self.path.startswith("/stalled"):
            self.wfile.write(b"half")
            self.server.enough.wait(10)  # type: ignore[attr-defined]
            return
        for _ in range(1000):
            try:
                self.wfile.write(b" ")
            except OSError:
                return
            self.server.sent += 1  # type: ignore[attr-defined]
            if self.server.enough.wait(0.05):  # type: ignore[attr-defined]
                return

    def log_message(self, *args: Any) -> None:
        """Not the test's business."""


@pytest.fixture
def drip() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    server.sent, server.enough = 0, threading.Event()  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield server
    server.enough.set()  # type: ignore[attr-defined]
    server.shutdown()
    thread.join()
    server.server_close()


def test_an_answer_that_drips_is_given_up_before_its_end(
    drip: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "WHOLE_S", 0.3)
    with requests.Session() as session, pytest.raises(FetchFault, match="source_slow"):
        get(session, f"http://127.0.0.1:{drip.server_port}/v1/records", {}, 10_000)
    assert drip.sent < 1000  # type: ignore[attr-defined]


def test_a_packed_answer_counts_by_what_it_unpacks_to(drip: ThreadingHTTPServer) -> None:
    url = f"http://127.0.0.1:{drip.server_port}/packed"
    with requests.Session() as session:
        assert get(session, url, {}, 5_000) == b"x" * 5_000
        with pytest.raises(FetchFault, match="answer_too_large"):
            get(session, url, {}, 4_999)


def test_an_answer_that_breaks_off_is_no_answer(drip: ThreadingHTTPServer) -> None:
    with requests.Session() as session, pytest.raises(FetchFault, match="source_broken_answer"):
        get(session, f"http://127.0.0.1:{drip.server_port}/cut", {}, 10_000)


def test_an_answer_that_stalls_half_way_took_too_long(
    drip: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "READ_S", 0.2)
    with requests.Session() as session, pytest.raises(FetchFault, match="source_timeout"):
        get(session, f"http://127.0.0.1:{drip.server_port}/stalled", {}, 10_000)
