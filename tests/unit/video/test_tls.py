"""Certificates of cameras: verified, and with an intermediate that the server leaves out."""

import datetime
import ipaddress
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from command_center.video.cancel import Cancel
from command_center.video.engine import Engine
from command_center.video.ingest.fetch import Fetcher
from command_center.video.ingest.rtsp import describe
from command_center.video.model import CameraSpec, CameraState, Reason, StreamError
from command_center.video.policy import StreamPolicy
from tests.unit.video.conftest import wait_until
from tests.video_farm import Farm, record

pytest.importorskip("cryptography", reason="certificates are made with cryptography")
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

NOW = datetime.datetime.now(datetime.UTC)


@dataclass
class Signed:
    """A certificate, its key, and who it is."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @property
    def pem(self) -> str:
        return self.certificate.public_bytes(serialization.Encoding.PEM).decode()


def sign(name: str, issuer: Signed | None, authority: bool) -> Signed:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    by = issuer.certificate.subject if issuer else subject
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(by)
    builder = builder.public_key(key.public_key()).serial_number(x509.random_serial_number())
    builder = builder.not_valid_before(NOW - datetime.timedelta(days=1))
    builder = builder.not_valid_after(NOW + datetime.timedelta(days=1))
    builder = builder.add_extension(x509.BasicConstraints(authority, None), critical=True)
    at = [x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
    if not authority:
        builder = builder.add_extension(x509.SubjectAlternativeName(at), critical=False)
    return Signed(builder.sign(issuer.key if issuer else key, hashes.SHA256()), key)


@pytest.fixture(scope="module")
def chain() -> tuple[Signed, Signed, Signed]:
    root = sign("Root", None, True)
    between = sign("Between", root, True)
    return root, between, sign("Camera", between, False)


@pytest.fixture(scope="module")
def secure(chain: tuple[Signed, ...], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Farm]:
    """A farm that shows its own certificate and leaves out the one between."""
    leaf = chain[2]
    file: Path = tmp_path_factory.mktemp("tls") / "leaf.pem"
    key = leaf.key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    file.write_bytes(leaf.pem.encode() + key)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    with Farm(record(), tls=context) as running:
        yield running


def believing(*authorities: Signed) -> StreamPolicy:
    plain = StreamPolicy.loopback_only()
    pem = "".join(authority.pem for authority in authorities)
    return StreamPolicy(plain.hosts, plain.networks, authorities=pem)


def address(farm: Farm, protocol: str, name: str) -> str:
    if protocol == "rtsps":
        return farm.url("rtsps", name)
    plain = farm.url("hls", name)
    return plain.replace("http:", "https:").replace(
        str(farm.ports["http"]), str(farm.ports["https"])
    )


def refusal(url: str, policy: StreamPolicy) -> Reason:
    with pytest.raises(StreamError) as caught:
        if url.startswith("rtsps"):
            describe(url, policy, Cancel(), 5.0)
        else:
            Fetcher(policy, Cancel(), 5.0, 5.0).open(url)
    return caught.value.reason


@pytest.mark.parametrize("protocol", ["https", "rtsps"])
def test_a_missing_certificate_has_its_own_reason(
    secure: Farm, chain: tuple[Signed, ...], protocol: str
) -> None:
    url = address(secure, protocol, "a")
    assert refusal(url, believing()) is Reason.TLS_CHAIN
    assert refusal(url, believing(chain[0])) is Reason.TLS_CHAIN


@pytest.mark.parametrize("protocol", ["https", "rtsps"])
def test_with_the_missing_certificate_given_the_camera_plays(
    secure: Farm, chain: tuple[Signed, ...], protocol: str
) -> None:
    engine = Engine(believing(*chain[:2]))
    try:
        engine.show([CameraSpec("a", "a", address(secure, protocol, f"ok-{protocol}"))])
        assert wait_until(lambda: engine.status("a").state is CameraState.LIVE)
    finally:
        assert engine.close(20.0)


@pytest.mark.parametrize("protocol", ["https", "rtsps"])
def test_another_host_s_certificate_is_refused(
    secure: Farm, chain: tuple[Signed, ...], protocol: str
) -> None:
    believed = believing(*chain[:2])
    policy = StreamPolicy(
        frozenset({"camera.example"}),
        believed.networks,
        resolver=lambda host, port: ["127.0.0.1"],
        authorities=believed.authorities,
    )
    url = address(secure, protocol, "a").replace("127.0.0.1", "camera.example")
    assert refusal(url, policy) is Reason.TLS


def test_certificates_that_cannot_be_read_open_nothing(secure: Farm) -> None:
    plain = StreamPolicy.loopback_only()
    broken = StreamPolicy(plain.hosts, plain.networks, authorities="no certificate")
    assert refusal(address(secure, "https", "a"), broken) is Reason.TLS
    assert "no certificate" not in repr(broken)
