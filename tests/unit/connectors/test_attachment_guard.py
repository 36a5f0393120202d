"""Nobody makes the room reach into its own network by the address of a picture."""

import pytest

from command_center.connectors.address import FetchFault
from command_center.connectors.attachments.guard import Fence, origin_of, target_of

OPEN = Fence(frozenset())


def code(url: str, *addresses: str, fence: Fence = OPEN) -> str:
    try:
        target_of(url, fence, lambda host, port: list(addresses))
    except FetchFault as fault:
        return fault.code
    return ""


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.9.1",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::1",
    ],
)
def test_no_address_within_walls(address: str) -> None:
    assert code("http://foto.example/a.jpg", address) == "attachment_private_address"


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700:4700::1111"])
def test_the_open_network(address: str) -> None:
    assert code("http://foto.example/a.jpg", address) == ""


def test_one_address_within_is_enough_to_refuse() -> None:
    assert code("http://x.example/", "8.8.8.8", "127.0.0.1") == "attachment_private_address"


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:80/a", "http://2130706433/", "http://0x7f.1/", "http://localhost/"]
)
def test_odd_ways_to_write_this_machine(url: str) -> None:
    with pytest.raises(FetchFault) as caught:
        target_of(url, OPEN)
    assert caught.value.code in ("attachment_private_address", "attachment_unreachable")


def test_the_server_of_the_source_itself_may_be_within_at_its_own_port_only() -> None:
    home = Fence(frozenset({("10.0.0.5", 8080)}))
    assert code("http://10.0.0.5:8080/foto/1", "10.0.0.5", fence=home) == ""
    assert code("http://10.0.0.5:5432/", "10.0.0.5", fence=home) == "attachment_private_address"
    assert code("http://10.0.0.6:8080/", "10.0.0.6", fence=home) == "attachment_private_address"


def test_an_exercise_reaches_this_machine_only() -> None:
    fence = Fence(frozenset({("127.0.0.1", 9000)}), loopback=True)
    assert code("http://127.0.0.1:9000/a", "127.0.0.1", fence=fence) == ""
    assert code("http://foto.example/a", "8.8.8.8", fence=fence) == "attachment_private_address"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "file:///etc/passwd",
        "ftp://foto.example/a",
        "gopher://foto.example/",
        "//foto.example/a",
        "foto.jpg",
        "http://",
        "http://nama:sandi@foto.example/",
        "http://foto.example/a b",
        "http://foto.example/\r\nX: y",
        "http://foto.example:99999/",
        "http://foto.example/" + "a" * 2_000,
    ],
)
def test_only_plain_web_addresses(url: str) -> None:
    assert code(url, "8.8.8.8") == "attachment_bad_url"


def test_what_is_connected_to_is_what_was_looked_at() -> None:
    target = target_of("https://Foto.Example/a?b=c#d", OPEN, lambda host, port: ["8.8.4.4"])
    assert (target.host, target.port, target.path) == ("foto.example", 443, "/a?b=c")
    assert (target.address, target.named) == ("8.8.4.4", "foto.example")


def test_the_origin_of_an_address() -> None:
    assert origin_of("http://10.0.0.5:8080/x") == ("10.0.0.5", 8080)
    assert origin_of("https://a.example") == ("a.example", 443)
    assert origin_of("mailto:a@b") is None
