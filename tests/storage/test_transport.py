"""The way to the server: never weaker than it proves who it is, on a server with real TLS."""

import shutil
import signal
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from command_center.domain.errors import OperatorError
from command_center.storage import roles
from command_center.storage.engine import open_engine, parse_url
from command_center.storage.errors import translated
from command_center.storage.link import Link
from command_center.storage.transport import demands
from tests.postgres import Server, binaries

HOST = "pusat.example"
Key = ec.EllipticCurvePrivateKey
FORCED = {"sslmode": "verify-full", "gssencmode": "disable"}


@pytest.mark.parametrize(
    ("arguments", "forced"),
    [
        ({"host": "127.0.0.1"}, {}),
        ({"host": "::1"}, {}),
        ({"host": "localhost"}, {}),
        ({"host": "/run/postgresql"}, {}),
        ({}, {}),
        ({"host": HOST}, FORCED),
        ({"host": "10.0.0.5"}, FORCED),
        ({"host": "localhost.example"}, FORCED),
        ({"host": "localhost", "hostaddr": "10.0.0.5"}, FORCED),
        ({"service": "room"}, FORCED),
        ({"host": f"localhost,{HOST}"}, FORCED | {"target_session_attrs": "read-write"}),
        ({"host": "::1,127.0.0.1"}, {"target_session_attrs": "read-write"}),
        ({"host": "::1,127.0.0.1", "target_session_attrs": "any"}, {}),
    ],
)
def test_what_a_connection_is_forced_to_be(
    arguments: dict[str, str], forced: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PGHOST", "PGHOSTADDR", "PGSERVICE"):
        monkeypatch.delenv(name, raising=False)
    assert demands(arguments) == forced


def test_the_environment_leads_nobody_astray(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGHOST", HOST)
    assert demands({}) == FORCED
    monkeypatch.setenv("PGHOSTADDR", "10.0.0.5")
    assert demands({"host": "localhost"}) == FORCED


@pytest.mark.parametrize("mode", ["disable", "allow", "prefer", "require", "verify-ca", "x"])
def test_less_is_refused_by_name(mode: str) -> None:
    with pytest.raises(OperatorError, match="database_tls_weak") as caught:
        open_engine(f"postgresql://ws_a@{HOST}/room?sslmode={mode}")
    assert caught.value.params["sslmode"] == mode
    open_engine(f"postgresql://ws_a@127.0.0.1/room?sslmode={mode}").dispose()


def test_two_hosts_as_libpq_writes_them() -> None:
    for url in (
        "postgresql://ws_a@db1:5433,db2/room?sslrootcert=x",
        "postgresql://ws_a@/room?host=db1:5433&host=db2:5432&sslrootcert=x",
    ):
        parsed = parse_url(url)
        arguments = parsed.get_dialect()().create_connect_args(parsed)[1]
        assert (arguments["host"], arguments["port"]) == ("db1,db2", "5433,5432")
        assert (arguments["user"], arguments["dbname"]) == ("ws_a", "room")
        assert arguments["sslrootcert"] == "x"
    with pytest.raises(OperatorError, match="database_url_unreadable"):
        parse_url("postgresql://ws_a@db1:x/room")


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _sign(subject: str, key: Key, issuer: str, by: Key, *, ca: bool) -> x509.Certificate:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(_name(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(subject)]), critical=False)
        .sign(by, hashes.SHA256())
    )


def _authority(path: Path) -> Key:
    key = ec.generate_private_key(ec.SECP256R1())
    path.write_bytes(_sign("CA", key, "CA", key, ca=True).public_bytes(Encoding.PEM))
    return key


@pytest.fixture(scope="module")
def authorities(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of `ours.pem` and `theirs.pem`."""
    return tmp_path_factory.mktemp("authorities")


@pytest.fixture(scope="module")
def guarded(authorities: Path) -> Iterator[Server]:
    """A server that takes workstations over TLS and by password only, with one of them."""
    found = binaries()
    if found is None:
        pytest.skip("PostgreSQL is not installed (apt install postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="postgres-tls-"))
    server = Server(found, folder)
    try:
        server.create()
        _guard(server, authorities)
        server.start()
        engine = open_engine(server.url("postgres"))
        roles.create_roles(engine)
        roles.add_workstation(engine, "meja-1", "rahasia")
        yield server
    finally:
        server.stop(signal.SIGQUIT)
        shutil.rmtree(folder, ignore_errors=True)


def _guard(server: Server, authorities: Path) -> None:
    """TLS under a certificate of our own authority, and nobody without it but its owner."""
    _authority(authorities / "theirs.pem")
    by, key = _authority(authorities / "ours.pem"), ec.generate_private_key(ec.SECP256R1())
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    certificate = _sign(HOST, key, "CA", by, ca=False).public_bytes(Encoding.PEM)
    for name, content in (("server.key", private), ("server.crt", certificate)):
        (server.data / name).write_bytes(content)
        (server.data / name).chmod(0o600)
        shutil.chown(server.data / name, server.data.owner(), server.data.group())
    with (server.data / "postgresql.conf").open("a") as settings:
        settings.write("\nssl = on\n")
    rules = "host all postgres 127.0.0.1/32 trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n"
    (server.data / "pg_hba.conf").write_text(rules)


def ask(server: Server, host: str, root: Path, password: str = "rahasia") -> tuple[str, bool]:
    """Who the server takes us for, and whether over TLS. The name leads to this machine."""
    url = f"postgresql://ws_meja-1@{host}:{server.port}/postgres?hostaddr=127.0.0.1"
    engine = open_engine(f"{url}&sslrootcert={root}", password)
    link = Link(engine)
    try:
        found = link.one(
            "SELECT usename, ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)"
            " WHERE pid = pg_backend_pid()"
        )
        return str(found[0]), bool(found[1])
    finally:
        link.close()


@pytest.mark.postgres
def test_the_server_that_proves_itself_is_used(guarded: Server, authorities: Path) -> None:
    assert ask(guarded, HOST, authorities / "ours.pem") == ("ws_meja-1", True)


@pytest.mark.postgres
@pytest.mark.parametrize(
    ("host", "root"), [(HOST, "theirs.pem"), (HOST, "none.pem"), ("other.example", "ours.pem")]
)
def test_any_other_is_not(guarded: Server, authorities: Path, host: str, root: str) -> None:
    with pytest.raises(OperatorError, match="database_certificate"):
        ask(guarded, host, authorities / root)


@pytest.mark.postgres
def test_a_wrong_password_is_told_from_a_wrong_server(guarded: Server, authorities: Path) -> None:
    with pytest.raises(OperatorError, match="database_login_refused"):
        ask(guarded, HOST, authorities / "ours.pem", "salah")


@pytest.mark.postgres
def test_without_tls_the_server_takes_no_workstation(guarded: Server) -> None:
    url = f"postgresql://ws_meja-1@127.0.0.1:{guarded.port}/postgres?sslmode=disable"
    with pytest.raises(OperatorError, match="database_login_refused"):
        Link(open_engine(url, "rahasia"))


def test_a_line_that_is_cut_is_no_false_server() -> None:
    cut = psycopg.OperationalError("consuming input failed: SSL error: unexpected eof")
    assert str(translated(cut)) == "database_unreachable"


@pytest.mark.postgres
def test_a_server_without_tls_is_not_believed(postgres: Server, authorities: Path) -> None:
    with pytest.raises(OperatorError, match="database_certificate"):
        ask(postgres, HOST, authorities / "ours.pem")
