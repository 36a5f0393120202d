"""Referrals by e-mail, against a real server: TLS or nothing, one Message-ID for ever, and no way
for a word from outside to become a header, an address or a command."""

import email
import email.policy
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from command_center.connectors.agency.mail import Mailer, message_of
from command_center.connectors.agency.mail_words import Head
from command_center.connectors.deliver.fault import Fault
from command_center.domain.mail import MailSecurity, MailServer
from command_center.domain.referral import Delivery, DeliveryState
from tests.unit.connectors.mail_server import HOST, MailServerThread, make_certificate

HEAD = Head("Ruang Komando Polresta Malang Kota", ZoneInfo("Asia/Jakarta"), "WIB")
SENDER = "ruang@polresta.example"
BODY: dict[str, Any] = {
    "referral": "r-1",
    "number": "2026-11-21/0147",
    "category": "pohon_tumbang",
    "text": "Pohon tumbang menutup jalan.\n.\nMohon penanganan.",
    "address": "Jl. Ijen",
    "lat": -7.97,
    "lon": 112.62,
    "rule": "",
    "at": "2026-11-21T07:00:00Z",
    "answer_due_at": "2026-11-21T07:15:00Z",
    "withdrawn": False,
}


def delivery(body: dict[str, Any] | None = None, reach: str = "piket@dlh.example") -> Delivery:
    return Delivery(
        id="01JD-delivery",
        version=1,
        channel="email",
        reach=reach,
        kind="referral",
        about_kind="referral",
        about_id="r-1",
        incident_id="i-1",
        body=BODY if body is None else body,
        state=DeliveryState.WAITING,
        made_at=datetime(2026, 11, 21, 7, 0, tzinfo=UTC),
        ended_at=None,
        reason="",
    )


def mailer(server: MailServer | None, password: str = "", **given: Any) -> Mailer:
    return Mailer(lambda: server, lambda _: password, head=HEAD, **given)


def parsed(raw: Any) -> Any:
    assert isinstance(raw, bytes)
    return email.message_from_bytes(raw, policy=email.policy.default)


Start = Callable[..., tuple[MailServerThread, int]]


@pytest.fixture
def start() -> Iterator[Start]:
    running: list[MailServerThread] = []

    def begin(*args: Any, **given: Any) -> tuple[MailServerThread, int]:
        thread = MailServerThread(*args, **given)
        port = thread.start()
        running.append(thread)
        return thread, port

    yield begin
    for thread in running:
        thread.stop()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_certificate(tmp_path_factory.mktemp("tls"))


def over_tls(port: int, certificate: Path, **given: Any) -> MailServer:
    return MailServer(HOST, port, SENDER, ca_file=str(certificate), **given)


def test_a_message_is_sent_over_tls_by_who_signed_in(start: Start, certificate: Path) -> None:
    thread, port = start(certificate, user="ruang", password="rahasia benar")
    sender = mailer(over_tls(port, certificate, user="ruang"), "rahasia benar")
    assert sender.send(delivery()) is None
    (envelope,), encrypted = thread.box.envelopes, thread.box.encrypted
    assert encrypted == [True]
    assert (envelope.mail_from, envelope.rcpt_tos) == (SENDER, ["piket@dlh.example"])
    message = parsed(envelope.original_content)
    assert message["Message-ID"] == "<01JD-delivery@polresta.example>"
    assert message["To"] == "piket@dlh.example"
    assert "2026-11-21/0147" in message["Subject"]
    text = message.get_content().replace("\r\n", "\n")
    assert "Pohon tumbang menutup jalan.\n.\nMohon penanganan." in text
    assert "21-11-2026 14:15 WIB" in text


def test_told_again_it_is_the_same_message(start: Start, certificate: Path) -> None:
    thread, port = start(certificate)
    sender = mailer(over_tls(port, certificate))
    assert [sender.send(delivery()) for _ in range(2)] == [None, None]
    first, second = (envelope.original_content for envelope in thread.box.envelopes)
    assert first == second


def test_a_wrong_password_is_said_and_nothing_sent(start: Start, certificate: Path) -> None:
    thread, port = start(certificate, user="ruang", password="rahasia benar")
    fault = mailer(over_tls(port, certificate, user="ruang"), "salah").send(delivery())
    assert fault == Fault("mail_login", params={"host": HOST})
    assert thread.box.envelopes == []


def test_nothing_is_sent_to_who_cannot_prove_who_they_are(
    start: Start, certificate: Path, tmp_path: Path
) -> None:
    thread, port = start(certificate)
    stranger = MailServer(HOST, port, SENDER)
    assert mailer(stranger).send(delivery()) == Fault("mail_tls", params={"host": HOST})
    assert thread.box.envelopes == []


def test_a_server_without_tls_is_not_spoken_to_in_the_clear(start: Start) -> None:
    thread, port = start()
    fault = mailer(MailServer(HOST, port, SENDER)).send(delivery())
    assert fault == Fault("mail_needs_tls", params={"host": HOST})
    assert thread.box.envelopes == []
    plain = MailServer(HOST, port, SENDER, security=MailSecurity.NONE)
    assert mailer(plain).send(delivery()) is None
    assert len(thread.box.envelopes) == 1
    far = replace(plain, host="mail.example")
    assert mailer(far).send(delivery()) == Fault("mail_needs_tls", params={"host": "mail.example"})


def test_an_exercise_sends_to_this_machine_only(start: Start, certificate: Path) -> None:
    thread, port = start(certificate)
    fault = mailer(over_tls(port, certificate), only_loopback=True).send(delivery())
    assert fault == Fault("mail_only_loopback", True, {"host": HOST})
    assert thread.box.envelopes == []


@pytest.mark.parametrize(
    ("says", "code", "final"),
    [
        ("451 later", "mail_later", False),
        ("550 no such box", "mail_refused", True),
        ("554 spam", "mail_refused", True),
    ],
)
@pytest.mark.parametrize("where", ["says", "refuses"])
def test_no_for_now_is_asked_again_and_no_for_good_is_not(
    start: Start, where: str, says: str, code: str, final: bool
) -> None:
    thread, port = start()
    setattr(thread.box, where, says)
    server = MailServer(HOST, port, SENDER, security=MailSecurity.NONE)
    assert mailer(server).send(delivery()) == Fault(code, final, {"host": HOST})


def test_a_server_that_is_gone_is_said_and_asked_again(start: Start) -> None:
    thread, port = start()
    thread.stop()
    server = MailServer(HOST, port, SENDER, security=MailSecurity.NONE)
    fault = mailer(server).send(delivery())
    assert fault is not None
    assert (fault.code, fault.final) == ("mail_unreachable", False)
    assert mailer(None).send(delivery()) == Fault("mail_not_set")


@pytest.mark.parametrize(
    "reach",
    [
        "a@b.example\r\nBcc: x@y.example",
        "a@b.example, x@y.example",
        "a@b.example x@y.example",
        "<a@b.example>",
        "a@b",
        "@b.example",
        "a@b.example\n",
        "",
        "ä@b.example",
    ],
)
def test_what_is_no_plain_address_is_never_given_to_a_server(start: Start, reach: str) -> None:
    thread, port = start()
    server = MailServer(HOST, port, SENDER, security=MailSecurity.NONE)
    fault = mailer(server).send(delivery(reach=reach))
    assert fault is not None
    assert (fault.code, fault.final) == ("mail_address_wrong", True)
    assert thread.box.envelopes == []


HOSTILE = st.text(
    alphabet=st.one_of(
        st.sampled_from('\r\n\x00\x0b\x0c\x1c\x85\u2028\u2029: .<>@=?,;"\\'), st.characters()
    ),
    max_size=80,
)
HEADERS = {
    "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "X-Pusat-Komando-Referral",
    "Content-Type", "Content-Transfer-Encoding", "MIME-Version",
}  # fmt: skip


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.fixed_dictionaries({}, optional=dict.fromkeys(BODY, HOSTILE)), HOSTILE)
def test_no_word_from_outside_becomes_a_header(body: dict[str, str], id: str) -> None:
    """Whatever a citizen, an agency or a room's name holds."""
    row = replace(delivery({**BODY, **body}), id=id)
    head = replace(HEAD, room=body.get("text", HEAD.room))
    try:
        raw = message_of(row, SENDER, head).as_bytes()
    except UnicodeEncodeError:
        # a lone surrogate: no text of the database can hold one
        assert any(0xD800 <= ord(c) < 0xE000 for text in (id, *body.values()) for c in text)
        return
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert set(message.keys()) == HEADERS
    assert all(len(message.get_all(name) or []) == 1 for name in HEADERS)
    assert message["To"] == "piket@dlh.example"
