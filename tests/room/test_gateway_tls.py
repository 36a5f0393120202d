"""Sources post over TLS to the certificate that the machine's settings name, and over no less."""

from __future__ import annotations

import json
import socket
import ssl
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes

from command_center.bootstrap.gateway_server import GatewayPart, gateway_part
from command_center.bootstrap.source_keys import give_key
from command_center.cli import main
from command_center.cli_words import explained
from command_center.commands.room import ConnectSource
from command_center.connectors.gateway.keys import signed
from command_center.connectors.gateway.tls import context_of
from command_center.domain.errors import OperatorError
from command_center.domain.room import SourceKind
from command_center.runtime.settings import Settings, save_settings
from command_center.ui.sentences import sentence
from tests.room.desk import Desk
from tests.room.test_gateway import MASTER, Poster, ids, report
from tests.unit.connectors.mail_server import make_certificate

BEGINS = "-----BEGIN CERTIFICATE"


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """(certificate, key), and the settings name both."""
    key, begins, certificate = make_certificate(tmp_path).read_text().partition(BEGINS)
    found = tmp_path / "gateway.pem", tmp_path / "gateway.key"
    found[0].write_text(begins + certificate)
    found[1].write_text(key)
    name(*found)
    return found


def name(certificate: Path, key: Path) -> None:
    settings = Settings(
        gateway="127.0.0.1:0",
        gateway_certificate=str(certificate),
        gateway_key=str(key),
        gateway_secret=MASTER,
    )
    save_settings("live", settings)


@pytest.fixture
def part(desk: Desk, files: tuple[Path, Path]) -> Iterator[GatewayPart]:
    desk.do(ConnectSource("jmp", "JMP", "", kind=SourceKind.PUSH), act=desk.room.console)
    give_key(desk.room, "jmp")
    part = gateway_part(desk.room)
    part.start()
    part.follow(desk.look())
    yield part
    part.stop()


def test_a_source_that_knows_the_certificate_posts_over_tls(
    desk: Desk, files: tuple[Path, Path], part: GatewayPart
) -> None:
    key = give_key(desk.room, "jmp")
    part.follow(desk.look())
    body = json.dumps(report("s1")).encode()
    headers = signed(key, "POST", "/v1/reports", body, int(time.time()))
    headers["Content-Type"] = "application/json"
    url = f"{part.url}/v1/reports"
    assert url.startswith("https://")
    with pytest.raises(requests.exceptions.SSLError):
        requests.post(url, data=body, headers=headers, timeout=20)
    assert ids(desk) == []
    answer = requests.post(url, data=body, headers=headers, timeout=20, verify=str(files[0]))
    assert (answer.status_code, answer.json()["stored"]) == (202, 1)
    assert ids(desk) == ["s1"]


def test_nothing_is_taken_in_the_clear(desk: Desk, part: GatewayPart) -> None:
    plain = Poster(part.url.replace("https", "http"), give_key(desk.room, "jmp"))
    part.follow(desk.look())
    with pytest.raises(requests.exceptions.ConnectionError):
        plain.post("/v1/reports", report("s2"))
    assert ids(desk) == []


def speaking(version: ssl.TLSVersion) -> ssl.SSLContext:
    """A source that can do no other, whatever its machine thinks of that."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.minimum_version = context.maximum_version = version
    return context


def judged(server: ssl.SSLContext, client: ssl.SSLContext) -> str:
    """What the server says of the first words of the client; "" = goes on."""
    said, heard = ssl.MemoryBIO(), ssl.MemoryBIO()
    with pytest.raises(ssl.SSLWantReadError):
        client.wrap_bio(heard, said).do_handshake()
    try:
        server.wrap_bio(said, heard, server_side=True).do_handshake()
    except ssl.SSLWantReadError:
        return ""
    except ssl.SSLError as error:
        return error.reason
    return "done"


OLD = [ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1]
NEW = [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3]


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion")
@pytest.mark.parametrize("version", [*OLD, *NEW])
def test_the_gateway_speaks_no_old_tls(
    files: tuple[Path, Path], part: GatewayPart, version: ssl.TLSVersion
) -> None:
    server = context_of(*map(str, files))
    assert judged(server, speaking(version)) == ("UNSUPPORTED_PROTOCOL" if version in OLD else "")
    port = urlsplit(part.url).port or 0
    with socket.create_connection(("127.0.0.1", port), timeout=10) as link:
        if version in OLD:
            with pytest.raises((ssl.SSLError, ConnectionError)):
                speaking(version).wrap_socket(link)
        else:
            with speaking(version).wrap_socket(link) as secret:
                assert secret.version() == version.name.replace("_", ".")


def encrypted(key: Path) -> bytes:
    loaded = serialization.load_pem_private_key(key.read_bytes(), None)
    closed = serialization.BestAvailableEncryption(b"rahasia")
    form = serialization.PrivateFormat.PKCS8
    return loaded.private_bytes(serialization.Encoding.PEM, form, closed)


def of_another(what: str) -> bytes:
    made: PrivateKeyTypes = ec.generate_private_key(ec.SECP256R1())
    if what == "key of another kind":
        made = rsa.generate_private_key(65537, 2048)
    form, plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    return made.private_bytes(serialization.Encoding.PEM, form, plain)


def spoil(what: str, certificate: Path, key: Path) -> None:
    if what == "no key":
        key.unlink()
    elif what == "key is a folder":
        key.unlink()
        key.mkdir()
    elif what == "no certificate":
        certificate.unlink()
    elif what == "certificate is none":
        certificate.write_text("rahasia")
    elif what == "key is none":
        key.write_text("rahasia")
    else:
        key.write_bytes(encrypted(key) if what == "key has a password" else of_another(what))


@pytest.mark.parametrize(
    ("what", "code", "named"),
    [
        ("no key", "gateway_file_unreadable", {"file": "gateway.key"}),
        ("key is a folder", "gateway_file_unreadable", {"file": "gateway.key"}),
        ("no certificate", "gateway_file_unreadable", {"file": "gateway.pem"}),
        ("certificate is none", "gateway_certificate", {"file": "gateway.pem"}),
        ("key is none", "gateway_key", {"file": "gateway.key"}),
        ("key has a password", "gateway_key", {"file": "gateway.key"}),
        ("key of another", "gateway_key_other", {"key": "gateway.key"}),
        ("key of another kind", "gateway_key_other", {"key": "gateway.key"}),
    ],
)
def test_a_file_that_cannot_be_used_is_named(
    desk: Desk, files: tuple[Path, Path], what: str, code: str, named: dict[str, str]
) -> None:
    spoil(what, *files)
    part = gateway_part(desk.room)
    try:
        with pytest.raises(OperatorError, match=code) as said:
            part.start()
    finally:
        part.stop()
    for name, file in named.items():
        assert Path(str(said.value.params[name])).name == file
    health = desk.room.database.telemetry.health()["gateway", "gateway"]
    assert (health.state, health.code) == ("down", code)
    for told in (sentence(code, named | {"certificate": "x"}), explained(said.value)):
        assert all(file in told for file in named.values()), told


def test_settings_that_cannot_be_used_are_said_where_the_room_looks(desk: Desk) -> None:
    save_settings("live", Settings(gateway="0.0.0.0:8470"))
    with pytest.raises(OperatorError, match="gateway_needs_tls"):
        gateway_part(desk.room)
    health = desk.room.database.telemetry.health()["gateway", "gateway"]
    assert (health.state, health.code) == ("down", "gateway_needs_tls")


def test_the_intake_ends_with_a_sentence_and_not_without_a_gateway(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    files[1].unlink()
    assert main(["intake"]) == 4
    assert f"{files[1]} cannot be read" in capsys.readouterr().err
