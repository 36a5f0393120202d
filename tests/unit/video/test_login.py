"""Digest answers, against the worked example of RFC 7616 section 3.9.1 and over a socket."""

import hashlib
import socket
import threading
from urllib.request import parse_http_list, parse_keqv_list

import pytest

from command_center.video.cancel import Cancel
from command_center.video.ingest.fetch import Fetcher
from command_center.video.ingest.login import digest
from command_center.video.policy import StreamPolicy

REALM = "http-auth@example.org"
NONCE = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v"
CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"
RESPONSES = {
    "MD5": "8ca523f5e9506fed4657c9700eebdbec",
    "SHA-256": "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1",
}


@pytest.mark.parametrize("algorithm", RESPONSES)
def test_example_of_the_standard(algorithm: str) -> None:
    challenge = (
        f'Digest realm="{REALM}", qop="auth, auth-int", algorithm={algorithm}, nonce="{NONCE}"'
    )
    header = digest(challenge, "Mufasa", "Circle of Life", "/dir/index.html", CNONCE)
    assert header is not None
    fields = parse_keqv_list(parse_http_list(header.removeprefix("Digest ")))
    assert fields["response"] == RESPONSES[algorithm]
    assert (fields["qop"], fields["nc"], fields["cnonce"]) == ("auth", "00000001", CNONCE)


@pytest.mark.parametrize(
    "challenge",
    [
        "",
        'Basic realm="x"',
        'Digest realm="x"',
        'Digest realm="x", nonce="n", algorithm=SHA-1',
        'Digest realm="x", nonce="n", qop="auth-int"',
        "Digest nonsense",
    ],
)
def test_other_challenges_are_not_answered(challenge: str) -> None:
    assert digest(challenge, "a", "b", "/") is None


def test_a_challenged_request_is_repeated_with_the_answer() -> None:
    heard: list[str] = []
    no = (
        b"HTTP/1.1 401 No\r\nContent-Length: 0\r\n"
        b'WWW-Authenticate: Digest realm="cam", nonce="n1"\r\n\r\n'
    )
    yes = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            for text in (no, yes):
                connection, _ = server.accept()
                with connection:
                    heard.append(connection.recv(65536).decode())
                    connection.sendall(text)

        thread = threading.Thread(target=serve)
        thread.start()
        url = f"http://me:geheim@127.0.0.1:{server.getsockname()[1]}/video?x=1"
        fetcher = Fetcher(StreamPolicy.loopback_only(), Cancel(), 5.0, 5.0)
        body = fetcher.open(url)
        assert body.read_all(10) == b"hi"
        assert body.read() == b"", "the end stays the end"
        body.close()
        fetcher.close()
        thread.join(10)
    who, what = (
        hashlib.md5(text, usedforsecurity=False).hexdigest()
        for text in (b"me:cam:geheim", b"GET:/video?x=1")
    )
    expected = hashlib.md5(f"{who}:n1:{what}".encode(), usedforsecurity=False).hexdigest()
    assert f'response="{expected}"' in heard[1]
    assert "geheim" not in heard[1]
