"""Files that came with reports: fetched from a real server, kept by their content or refused."""

import hashlib
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from command_center.bootstrap.attachment_part import AttachmentPart
from command_center.bootstrap.attachments import AttachmentCopies
from command_center.commands.intake import ReceiveReport
from command_center.commands.room import ConnectSource
from command_center.connectors.attachments.fetch import Limits
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Attachment, AttachmentState
from command_center.runtime.attachments import attachments_dir, path_of
from command_center.situation.situation import Situation
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.unit.connectors.test_attachment_kind import JPEG, PNG

PATIENCE_S = 30.0
LIMITS = Limits(connect_s=1.0, read_s=1.0, whole_s=3.0, most_bytes=100_000)
Answer = Callable[[BaseHTTPRequestHandler], None]


def body(content: bytes, **headers: str) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Type", "text/html")
        request.send_header("Content-Length", str(len(content)))
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(content)

    return answer


def status(code: int, location: str = "") -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(code)
        if location:
            request.send_header("Location", location)
        request.end_headers()

    return answer


def endless(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.end_headers()
    while True:
        request.wfile.write(b"\xff\xd8\xff\xe0" * 1_000)


def short(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Length", "5000")
    request.end_headers()
    request.wfile.write(JPEG)


def dripping(request: BaseHTTPRequestHandler) -> None:
    """A byte of a header at a time, for ever."""
    request.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
    while True:
        request.wfile.write(b"a")
        request.wfile.flush()
        time.sleep(0.05)


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        server: Any = self.server
        server.asked.append(self.path)
        try:
            server.answers[self.path](self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, *args: Any) -> None:
        """Not the test's business."""


class Store(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers: dict[str, Answer] = {}
        self.asked: list[str] = []
        self.url = f"http://127.0.0.1:{self.server_port}"
        self._thread = threading.Thread(target=self.serve_forever, args=(0.05,))
        self._thread.start()

    def close(self) -> None:
        self.shutdown()
        self._thread.join()
        self.server_close()


@pytest.fixture
def store() -> Iterator[Store]:
    store = Store()
    yield store
    store.close()


@pytest.fixture
def part(desk: Desk) -> Iterator[AttachmentPart]:
    part = AttachmentPart(desk.room, LIMITS)
    part.start()
    yield part
    part.stop()


def reported(desk: Desk, store: Store, *paths: str) -> None:
    desk.do(ConnectSource("jmp", "Jogo Malang Presisi", store.url), act=desk.room.console)
    files = tuple(path if "://" in path else store.url + path for path in paths)
    command = ReceiveReport("jmp", "w1", "banjir", "air naik", attachments=files)
    desk.do(command, act=desk.room.system)


def rows(desk: Desk) -> list[Attachment]:
    return sorted(desk.look().all("attachment"), key=lambda row: row.id)


def settled(desk: Desk, part: AttachmentPart) -> list[Attachment]:
    """As soon as none is waited for any more."""
    part.follow(desk.look())
    deadline = time.monotonic() + PATIENCE_S
    while any(row.state is AttachmentState.REQUESTED for row in rows(desk)):
        assert time.monotonic() < deadline, rows(desk)
        time.sleep(0.02)
    return rows(desk)


def folder(desk: Desk) -> Path:
    return attachments_dir(desk.room.room.id)


def files(desk: Desk) -> list[Path]:
    return [path for path in folder(desk).rglob("*") if path.is_file()]


def test_it_is_kept_by_its_content(desk: Desk, store: Store, part: AttachmentPart) -> None:
    store.answers["/1.html"] = body(JPEG)
    reported(desk, store, "/1.html")
    (row,) = settled(desk, part)
    assert (row.state, row.media_type, row.size) == (
        AttachmentState.STORED,
        "image/jpeg",
        len(JPEG),
    )
    assert row.sha256 == hashlib.sha256(JPEG).hexdigest()
    path = path_of(folder(desk), row.file)
    assert path.read_bytes() == JPEG
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_same_content_is_there_once(desk: Desk, store: Store, part: AttachmentPart) -> None:
    store.answers |= {"/a": body(PNG), "/b": body(PNG)}
    reported(desk, store, "/a", "/b")
    first, second = settled(desk, part)
    assert first.file == second.file
    assert files(desk) == [path_of(folder(desk), first.file)]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (body(b"MZ\x90\0" + b"\0" * 200), "attachment_type"),
        (body(b""), "attachment_empty"),
        (body(JPEG + b"\0" * 100_000), "attachment_too_large"),
        (endless, "attachment_too_large"),
        (body(JPEG, Content_Encoding="gzip"), "attachment_encoded"),
        (status(404), "attachment_status"),
        (status(302, "/one"), "attachment_redirects"),
        (status(302, "http://127.0.0.1:1/"), "attachment_private_address"),
        (status(302, "file:///etc/passwd"), "attachment_bad_url"),
    ],
)
def test_what_is_refused_says_why_and_leaves_nothing(
    desk: Desk, store: Store, part: AttachmentPart, answer: Answer, reason: str
) -> None:
    store.answers["/one"] = answer
    reported(desk, store, "/one")
    (row,) = settled(desk, part)
    assert (row.state, row.reason) == (AttachmentState.REFUSED, reason)
    assert files(desk) == []


def test_another_server_of_this_machine_is_out_of_reach(
    desk: Desk, store: Store, part: AttachmentPart
) -> None:
    other = Store()
    other.answers["/x"] = body(JPEG)
    try:
        reported(desk, store, f"{other.url}/x")
        (row,) = settled(desk, part)
    finally:
        other.close()
    assert row.reason == "attachment_private_address"
    assert other.asked == []


@pytest.mark.parametrize("answer", [short, dripping, status(503)])
def test_what_may_yet_work_is_tried_again(
    desk: Desk, store: Store, part: AttachmentPart, answer: Answer
) -> None:
    store.answers["/one"] = answer
    reported(desk, store, "/one")
    part.follow(desk.look())
    deadline = time.monotonic() + PATIENCE_S
    while ("attachments", "attachments") not in desk.room.database.telemetry.health():
        assert time.monotonic() < deadline
        time.sleep(0.02)
    assert rows(desk)[0].state is AttachmentState.REQUESTED
    store.answers["/one"] = body(JPEG)
    (row,) = settled(desk, part)
    assert row.state is AttachmentState.STORED


def test_after_a_day_it_is_given_up(
    desk: Desk, store: Store, part: AttachmentPart, clock: HandClock
) -> None:
    store.answers["/one"] = status(503)
    reported(desk, store, "/one")
    clock.turn(25 * 3600)
    (row,) = settled(desk, part)
    assert row.reason == "attachment_status"


def test_a_slow_server_holds_up_nobody_else(desk: Desk, store: Store, part: AttachmentPart) -> None:
    store.answers |= {f"/{n}": dripping for n in range(6)}
    other = Store()
    other.answers["/x"] = body(PNG)
    try:
        reported(desk, store, *(f"/{n}" for n in range(6)))
        desk.do(ConnectSource("lain", "Lain", other.url), act=desk.room.console)
        command = ReceiveReport("lain", "x", "banjir", "air", attachments=(f"{other.url}/x",))
        desk.do(command, act=desk.room.system)
        part.follow(desk.look())
        deadline = time.monotonic() + PATIENCE_S
        while not any(row.state is AttachmentState.STORED for row in rows(desk)):
            assert time.monotonic() < deadline
            time.sleep(0.02)
    finally:
        other.close()


def test_stopping_waits_for_nobody(desk: Desk, store: Store) -> None:
    store.answers["/one"] = dripping
    part = AttachmentPart(desk.room, Limits(whole_s=600.0))
    part.start()
    reported(desk, store, "/one")
    part.follow(desk.look())
    deadline = time.monotonic() + PATIENCE_S
    while not store.asked:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    part.stop()
    assert rows(desk)[0].state is AttachmentState.REQUESTED


def test_what_a_crash_left_half_written_is_cleared_away(desk: Desk) -> None:
    folder(desk).mkdir(parents=True)
    (folder(desk) / ".part-old").write_bytes(b"half")
    part = AttachmentPart(desk.room)
    part.start()
    part.stop()
    assert files(desk) == []


def test_another_workstation_gets_a_copy_byte_for_byte_or_none(
    desk: Desk, store: Store, part: AttachmentPart
) -> None:
    store.answers |= {"/a": body(JPEG), "/b": body(PNG)}
    reported(desk, store, "/a", "/b")
    first, second = settled(desk, part)
    shutil.rmtree(folder(desk))  # as on a machine that has fetched nothing
    store.answers[second.reference.removeprefix(store.url)] = body(PNG[:-1] + b"x")
    copies = AttachmentCopies(desk.room, desk.look())
    copies.bring(first).result(PATIENCE_S)
    with pytest.raises(OperatorError, match="attachment_differs"):
        copies.bring(second).result(PATIENCE_S)
    copies.close()
    assert files(desk) == [path_of(folder(desk), first.file)]


def test_what_no_source_has_any_more_is_not_copied(desk: Desk) -> None:
    copies = AttachmentCopies(desk.room, Situation())
    now = desk.room.clock.now()
    kept = (AttachmentState.STORED, "image/png", 1, "0" * 64, "0" * 64)
    row = Attachment("a", 1, "r", "http://127.0.0.1:1/x", *kept, "", now, None)
    with pytest.raises(OperatorError, match="attachment_source_gone"):
        copies.bring(row).result(0)
