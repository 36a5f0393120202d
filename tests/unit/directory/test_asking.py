"""How a directory is asked: bounded, recognisable, once in a while, and never led elsewhere."""

from __future__ import annotations

import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from command_center.domain.errors import OperatorError
from command_center.video.directory import memory
from command_center.video.directory.fetch import Answer, Question, ask
from command_center.video.directory.memory import Memory
from command_center.video.directory.service import find_mapping
from command_center.video.policy import LOOPBACK, StreamPolicy
from tests.unit.directory.portal import Portal, PortalServer, first_shape, listed

HERE = StreamPolicy.for_hosts(["127.0.0.1"])
NAMED = StreamPolicy(
    frozenset({"portal.example", "other.example"}),
    LOOPBACK,
    resolver=lambda host, port: ["127.0.0.1"],
)
KEY = "canary-key-1234"


@pytest.fixture
def portal() -> Iterator[Portal]:
    portal = Portal([listed(n) for n in range(3)])
    server = PortalServer(portal)
    yield portal
    server.close()


class Asker:
    """Asks as one machine does: with a memory of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cancel = threading.Event()

    def ask(self, question: Question, policy: StreamPolicy = HERE) -> Answer:
        return ask(question, Memory(self.folder, "kota", question.url), policy, self.cancel)

    def refused(self, question: Question, policy: StreamPolicy = HERE) -> OperatorError:
        with pytest.raises(OperatorError) as caught:
            self.ask(question, policy)
        return caught.value


@pytest.fixture
def asker(tmp_path: Path) -> Asker:
    return Asker(tmp_path / "heard")


def first(portal: Portal) -> Question:
    return Question(portal.first, find_mapping("malang-1"), every_s=0)


def test_it_says_who_asks_and_nothing_else(portal: Portal, asker: Asker) -> None:
    question = replace(first(portal), key_header="X-Api-Key", key=KEY)
    for _ in range(2):
        asker.ask(question)
    for asked in portal.asked:
        assert asked.headers["user-agent"].startswith("PusatKomando/")
        assert asked.headers["x-api-key"] == KEY
        assert {"cookie", "referer", "origin", "authorization"} & asked.headers.keys() == set()


def test_the_second_time_it_asks_only_for_news(portal: Portal, asker: Asker) -> None:
    before, again = asker.ask(first(portal)), asker.ask(first(portal))
    assert (before.changed, before.asked_for_nothing) == (True, False)
    assert (again.changed, again.asked_for_nothing) == (False, True)
    assert again.body == before.body
    portal.cameras.append(listed(9))
    news = asker.ask(first(portal))
    assert (news.changed, news.body) == (True, first_shape(portal.cameras))


def test_a_form_is_posted_and_its_answer_compared(portal: Portal, asker: Asker) -> None:
    question = Question(portal.second, find_mapping("malang-2"), every_s=0)
    assert [asker.ask(question).changed for _ in range(2)] == [True, False]
    assert [asked.method for asked in portal.asked] == ["POST", "POST"]
    assert portal.asked[1].form == {"m_kecamatan_id": ["99"]}
    assert "if-none-match" not in portal.asked[1].headers


def test_an_answer_that_was_lost_is_asked_for_again(portal: Portal, asker: Asker) -> None:
    asker.ask(first(portal))
    (body,) = asker.folder.glob("*.body")
    body.write_bytes(b"damaged")
    assert not asker.ask(first(portal)).asked_for_nothing
    assert "if-none-match" not in portal.asked[1].headers


def test_what_it_keeps_is_named_by_nobody_outside(portal: Portal, asker: Asker) -> None:
    question = first(portal)
    memory_of = Memory(asker.folder, "../../x", question.url)
    ask(question, memory_of, HERE, asker.cancel)
    assert {path.parent for path in asker.folder.rglob("*")} == {asker.folder}


def test_questions_keep_their_distance(portal: Portal, asker: Asker) -> None:
    question = replace(first(portal), every_s=30)
    asker.ask(question)
    waits: list[float] = []

    class Watched(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            waits.append(timeout or 0.0)
            if len(waits) == 3:
                self.set()
            return self.is_set()

    asker.cancel = Watched()
    assert asker.refused(question).code == "directory_cancelled"
    assert waits == [memory.LOOK_S] * 3
    assert len(portal.asked) == 1


def test_a_clock_set_back_makes_nobody_wait_longer(portal: Portal, asker: Asker) -> None:
    question = replace(first(portal), every_s=0.01)
    Memory(asker.folder, "kota", question.url).asked(time.time() + 1e6)
    assert asker.ask(question).changed


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("status", "source_status"),
        ("key", "source_unauthorised"),
        ("endless", "answer_too_large"),
        ("cut", "source_broken_answer"),
    ],
)
def test_a_bad_answer_is_named_and_the_kept_one_stays(
    portal: Portal, asker: Asker, fault: str, code: str
) -> None:
    kept = asker.ask(first(portal)).body
    portal.fault = fault
    assert asker.refused(first(portal)).code == code
    portal.fault = ""
    assert asker.ask(first(portal)).body == kept


def test_it_is_not_led_elsewhere(portal: Portal, asker: Asker) -> None:
    other = Portal([listed(1)])
    server = PortalServer(other)
    try:
        portal.fault = "redirect"
        for location in (other.first, "http://169.254.169.254/", "file:///etc/passwd", "/here"):
            portal.location = location
            question = replace(first(portal), key_header="X-Api-Key", key=KEY)
            error = asker.refused(question)
            assert error.code == "directory_redirected"
            assert KEY not in str(error)
    finally:
        server.close()
    assert other.asked == []
    assert len(portal.asked) == 4


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("file:///etc/passwd", "source_bad_url"),
        ("ftp://127.0.0.1/x", "source_bad_url"),
        ("http://user:pass@127.0.0.1/x", "password_in_url"),
        ("http://169.254.169.254/latest", "directory_host"),
        ("http://localhost:1/x", "directory_host"),
        ("http://127.0.0.1\\@evil.example/", "password_in_url"),
    ],
)
def test_only_the_host_that_was_entered_is_asked(asker: Asker, url: str, code: str) -> None:
    assert asker.refused(Question(url, find_mapping("malang-1"), every_s=0)).code == code


def test_a_name_that_leads_inside_is_not_asked(portal: Portal, asker: Asker) -> None:
    hosts = frozenset({"portal.example"})
    policy = StreamPolicy(hosts, resolver=lambda host, port: ["127.0.0.1"])
    url = f"http://portal.example:{portal.port}/"
    assert asker.refused(replace(first(portal), url=url), policy).code == "directory_host"
    assert portal.asked == []


def test_a_name_that_moves_after_it_was_admitted_leads_nowhere_else(
    portal: Portal, asker: Asker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name is resolved once, by the policy; whoever answers for it later is not asked."""
    other = Portal([listed(1)])
    server = PortalServer(other)
    resolve = socket.getaddrinfo

    def moved(host: str, port: int, *rest: Any, **more: Any) -> Any:
        target = ("127.0.0.1", other.port) if host == "portal.example" else (host, port)
        return resolve(*target, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", moved)
    try:
        name = f"portal.example:{portal.port}"
        question = replace(first(portal), url=f"http://{name}/records/cameras")
        assert asker.ask(question, NAMED).changed
    finally:
        server.close()
    assert other.asked == []
    assert [asked.headers["host"] for asked in portal.asked] == [name]


def test_a_key_is_in_no_text_of_a_question(portal: Portal) -> None:
    assert KEY not in repr(replace(first(portal), key_header="X-Api-Key", key=KEY))


def test_a_key_that_would_begin_a_header_is_not_sent(portal: Portal, asker: Asker) -> None:
    question = replace(first(portal), key_header="X-Api-Key", key=f"{KEY}\r\nX-Evil: 1")
    error = asker.refused(question)
    assert error.code == "directory_key_unusable"
    assert KEY not in f"{error} {error.__cause__}"
    assert portal.asked == []


def test_a_cancelled_question_is_given_up(portal: Portal, asker: Asker) -> None:
    asker.cancel.set()
    assert asker.refused(first(portal)).code == "directory_cancelled"
    assert portal.asked == []


# --- certificates ------------------------------------------------------------------------------


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Path, Path]:
    """(certificate, key) of 127.0.0.1, signed by itself."""
    made, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    line = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=portal"
    words = [*line.split(), "-addext", "subjectAltName=IP:127.0.0.1,DNS:portal.example"]
    try:
        subprocess.run(
            [*words, "-keyout", key, "-out", made], check=True, capture_output=True, timeout=30
        )
    except FileNotFoundError:
        pytest.skip("openssl is not installed: no certificate to test with")
    return made, key


def test_a_certificate_is_verified_and_one_more_may_be_trusted(
    certificate: tuple[Path, Path], asker: Asker, tmp_path: Path
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    portal = Portal([listed(1)])
    server = PortalServer(portal, lambda sock: context.wrap_socket(sock, server_side=True))
    try:
        url = portal.first.replace("http:", "https:")
        question = replace(first(portal), url=url)
        assert asker.refused(question).code == "source_tls"
        assert asker.ask(replace(question, ca_file=str(certificate[0]))).changed
        trusted = replace(question, ca_file=str(certificate[0]))
        named = replace(trusted, url=url.replace("127.0.0.1", "portal.example"))
        assert asker.ask(named, NAMED).changed
        other = replace(trusted, url=url.replace("127.0.0.1", "other.example"))
        assert asker.refused(other, NAMED).code == "source_tls"
        wrong = replace(question, ca_file=str(tmp_path / "none.pem"))
        assert asker.refused(wrong).code == "directory_ca_unreadable"
    finally:
        server.close()
    assert len(portal.asked) == 2
